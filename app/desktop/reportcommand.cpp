// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/reportcommand.h"

#include "app/desktop/accountlock.h"
#include "app/desktop/consolecommand.h"
#include "app/desktop/desktopapp.h"
#include "app/desktop/headlesssync.h"
#include "app/desktop/policyinforce.h"
#include "app/desktop/secretinput.h"
#include "core/protocol/messages.h"
#include "core/security/columnsealer.h"
#include "core/storage/cache.h"
#include "core/storage/cachebackups.h"
#include "core/storage/syncstaterepository.h"
#include "core/support/programmeday.h"
#include "core/sync/statenames.h"
#include "core/workflow/contact.h"
#include "core/workflow/monthlyfacts.h"
#include "core/workflow/ownworkspace.h"
#include "core/workflow/standards.h"
#include "ui/pages/dashboard/monthlydocument.h"
#include "ui/text/languageswitch.h"
#include "ui/text/sentences.h"
#include "ui/text/unlockwords.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTextStream>

namespace markaz::desktop {
namespace {

struct ReportCommand
{
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)
};

/// How the command ends, and the sentence that it says on standard error.
struct End
{
    ReportExit how = ReportExit::Written;
    QString sentence = {};
};

End failed(const Error &error)
{
    return {ReportExit::Failed,
            QStringLiteral("%1 (%2 %3)").arg(ui::sentences::of(error).plain(), error.detail, error.where)};
}

QString about()
{
    return ReportCommand::tr(
        "Writes the ministry's monthly report as one PDF, without a window and without a network: each province of "
        "the account with its figures, charts and the certificates that expire next. It counts what the server had "
        "taken by the month's end, as the last sync brought it, and says so; run markaz sync before it. Made again "
        "later it says the same of that month, but for what a building that is merged, moved or removed, a finding "
        "that "
        "is opened again, or money of a loan that is recorded late changes; how loans stand is of the last sync.\n\n"
        "Standard input: the first line is the passphrase of this laptop. It is asked for where a person sits.\n\n"
        "Exit status:\n"
        "  0  the report is written; FILE was replaced whole, or not at all with any other status. With --out - it "
        "went to standard output; with any other status perhaps a part of it\n"
        "  1  the profile or its records cannot be opened, Markaz has it open, or FILE cannot be written\n"
        "  2  wrong options, or a month that has not begun or lies before the programme\n"
        "  3  the account's role sees no figures: officers and auditors do\n"
        "  4  there are no records here yet, or they may not be shown before the next sync\n"
        "  9  the profile is locked: no passphrase, a wrong one, or too soon after a wrong one\n"
        " 10  this laptop was revoked\n\n"
        "Examples:\n"
        "  markaz report --month 2026-10 --out october.pdf < passphrase.txt\n"
        "  markaz report --month 2026-10 --out october-ur.pdf --language ur < passphrase.txt\n"
        "  markaz report --month 2026-10 --out - < passphrase.txt > october.pdf");
}

const QString kStandardOutput = QStringLiteral("-");

struct Asked
{
    QDate month;
    QString out;
    QString account;
};

/// The open cache of an account: nobody else has it, and it is what this program reads.
class Opened
{
public:
    /// Keeps \p folder for this program alone: StorageBusy where Markaz has it open.
    Result<void> take(const QString &folder)
    {
        m_lock = std::make_unique<QLockFile>(folder + QStringLiteral("/lock"));
        m_lock->setStaleLockTime(0);
        if (!m_lock->tryLock(0))
            return makeError(m_lock->error() == QLockFile::LockFailedError ? ErrorCode::StorageBusy
                                                                           : ErrorCode::StorageFailed,
                             QStringLiteral("the folder cannot be locked"), folder);
        return {};
    }
    /// The cache in \p folder, which was taken. Errors as of openCache; WrongState with `where` = the copy where a
    /// damaged one was moved aside.
    Result<void> open(const QString &folder, const Gazetteer &gazetteer, const SecretKey &key, const Clock &clock)
    {
        const QString path = cachePathIn(folder);
        m_mark = std::make_unique<OpenMark>(path);
        {
            auto cache = openCache(path, gazetteer, clock, m_mark->wasLeft() ? Look::Thorough : Look::Quick);
            if (!cache)
                return cache.error();
            m_mark->noteOpened();
            if (cache->movedAside)
                return makeError(ErrorCode::WrongState, QStringLiteral("damaged"), cache->movedAside->to);
        }
        m_sealer = std::make_unique<ColumnSealer>(key);
        auto own = OwnWorkspace::open(path, *m_sealer, clock);
        if (!own)
            return own.error();
        m_own = std::move(own).value();
        return {};
    }
    Workspace &workspace() { return m_own->workspace(); }

private:
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<OpenMark> m_mark; ///< goes behind the connection
    std::unique_ptr<ColumnSealer> m_sealer;
    std::unique_ptr<OwnWorkspace> m_own;
};

/// Whose records these are; \p end says why they are not shown.
std::optional<Actor> readerOf(Workspace &workspace, const QString &account, End &end)
{
    const SyncStateRepository state(workspace.database);
    const auto order = state.value(state::kRevocation);
    const auto text = state.value(state::kAccount);
    const auto reading = Contact(workspace).look();
    if (!order || !text || !reading) {
        end = failed(!order ? order.error() : !text ? text.error() : reading.error());
        return std::nullopt;
    }
    if (!order->isEmpty()) {
        end = {ReportExit::Revoked, ReportCommand::tr("This laptop was revoked for the account %1: nothing of it is "
                                                      "shown. Run markaz sync: it hands in what waits.")
                                        .arg(account)};
        return std::nullopt;
    }
    if (text->isEmpty()) {
        end = {ReportExit::SyncFirst,
               ReportCommand::tr("There are no records of %1 here yet. Run markaz sync first.").arg(account)};
        return std::nullopt;
    }
    if (*reading != Reading::Open) {
        end = {ReportExit::SyncFirst,
               *reading == Reading::ClockBehind
                   ? ReportCommand::tr("This computer’s clock is behind the server’s, so the records are not shown. "
                                       "Nothing is lost. Set the clock, then run markaz sync.")
                   : ReportCommand::tr("The server has not answered this laptop for more than %1 days, so its records "
                                       "are not shown. Nothing is lost. Run markaz sync.")
                         .arg(kReadingDays)};
        return std::nullopt;
    }
    auto actor = protocol::decode<Actor>(QJsonDocument::fromJson(text->toUtf8()).object());
    if (!actor) {
        end = failed(actor.error());
        return std::nullopt;
    }
    return *actor;
}

/// Made whole before the first byte goes out, in a folder that is gone afterwards: a report that cannot be made leaves
/// nothing there. StorageFailed or StorageFull with `where` = "-" when it could not be taken to its end.
Result<void> toStandardOutput(const MonthlyDocument &document)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return makeError(ErrorCode::StorageFailed, folder.errorString(), QDir::tempPath());
    const QString path = folder.filePath(QStringLiteral("report.pdf"));
    if (auto written = writeMonthlyPdf(document, path); !written)
        return written;
    QFile report(path);
    QFile output;
    if (!report.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, report.errorString(), path);
    if (!output.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return makeError(ErrorCode::StorageFailed, output.errorString(), kStandardOutput);
    constexpr qint64 kAtOnce = 64 * 1024;
    while (!report.atEnd()) {
        const QByteArray some = report.read(kAtOnce);
        if (some.isEmpty())
            return makeError(ErrorCode::StorageFailed, report.errorString(), path);
        if (output.write(some) != some.size())
            return makeError(output.error() == QFileDevice::ResourceError ? ErrorCode::StorageFull
                                                                          : ErrorCode::StorageFailed,
                             output.errorString(), kStandardOutput);
    }
    return {};
}

End write(Workspace &workspace, const Actor &actor, const Foundation &foundation, const Asked &asked)
{
    StandardCatalogue standards(foundation.standard);
    if (auto taken = refreshStandards(workspace.database, standards); !taken)
        return failed(taken.error());
    const auto inForce = policyInForceIn(workspace);
    if (!inForce)
        return failed(inForce.error());
    const auto facts = monthlyFacts(workspace, actor, inForce->gazetteer, inForce->policy, asked.month);
    if (!facts && facts.error().code == ErrorCode::NotAllowed)
        return {ReportExit::NotAllowed,
                ReportCommand::tr("The account %1 sees no figures of the programme: officers and auditors do. Nothing "
                                  "was written.")
                    .arg(actor.name)};
    if (!facts && facts.error().where.startsWith(QLatin1String("month")))
        return {ReportExit::Usage, ui::monthlySentence(facts.error(), inForce->policy).plain()};
    if (!facts)
        return failed(facts.error());
    const auto document = ui::monthlyDocument(*facts, actor, workspace.clock.now(), inForce->gazetteer, standards);
    const auto written =
        asked.out == kStandardOutput ? toStandardOutput(document) : writeMonthlyPdf(document, asked.out);
    if (!written && written.error().where == kStandardOutput)
        return {ReportExit::Failed, ReportCommand::tr("Standard output did not take the report to its end.")};
    if (!written)
        return {ReportExit::Failed, ui::monthlySentence(written.error(), inForce->policy, asked.out).plain()};
    return {ReportExit::Written, {}};
}

End lockedBy(const Error &error, const AccountLock &lock)
{
    if (error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::WrongState)
        return {ReportExit::Locked, ui::unlockSentence(error).plain() + QLatin1Char(' ') + ui::waitWords(lock.wait())};
    return failed(error);
}

End report(const Profile &profile, const Asked &asked, const Foundation &foundation)
{
    const Profile::Settings settings = profile.settings();
    const QString account = asked.account.isEmpty() ? settings.account : asked.account;
    if (account.isEmpty() && !settings.revoked.isEmpty())
        return {ReportExit::Revoked, HeadlessSync::revokedBefore(settings.revoked.last())};
    if (account.isEmpty())
        return {ReportExit::SyncFirst, ReportCommand::tr("Nobody has signed in here yet. Run markaz sync first.")};
    const auto folder = profile.accountFolder(account);
    if (!folder && folder.error().code == ErrorCode::InvalidValue)
        return {ReportExit::Usage, ReportCommand::tr("“%1” is no name of an account: it has small letters, digits, "
                                                     "dots, hyphens and underscores.")
                                       .arg(account)};
    if (!folder)
        return failed(folder.error());
    const SystemClock clock;
    AccountLock lock(*folder, clock);
    const auto form = lock.form();
    if (!form)
        return lockedBy(form.error(), lock);
    if (*form == KeyFileForm::Missing || !QFileInfo::exists(cachePathIn(*folder))) {
        QDir().rmdir(*folder); // where it is empty: looking makes no folder
        return {ReportExit::SyncFirst,
                ReportCommand::tr("There are no records of %1 here yet. Run markaz sync first.").arg(account)};
    }
    if (*form == KeyFileForm::Plain)
        return {
            ReportExit::Locked,
            ReportCommand::tr("The records of %1 have no passphrase yet. Open Markaz and choose one.").arg(account)};
    Opened opened; // whoever has it open is told before the passphrase is asked for
    if (auto taken = opened.take(*folder); !taken) {
        if (taken.error().code == ErrorCode::StorageBusy)
            return {ReportExit::Failed, ReportCommand::tr("Markaz has this profile open. Save the report there, with "
                                                          "“Monthly report” on the dashboard, or close it.")};
        return failed(taken.error());
    }
    QString passphrase = SecretInput().line(ReportCommand::tr("Passphrase of this laptop: "));
    if (passphrase.isEmpty())
        return {ReportExit::Locked, ReportCommand::tr("The profile is locked. Write the passphrase of this laptop in "
                                                      "the first line of standard input.")};
    auto key = lock.open(passphrase);
    passphrase.fill(QChar(0));
    if (!key)
        return lockedBy(key.error(), lock);
    if (auto there = opened.open(*folder, foundation.gazetteer, key->data, clock); !there) {
        const Error &error = there.error();
        if (error.code == ErrorCode::WrongState)
            return {ReportExit::Failed, ReportCommand::tr("The file with this laptop’s records was damaged. It was "
                                                          "kept as %1. Open Markaz: it goes on with a copy where "
                                                          "there is one.")
                                            .arg(error.where)};
        return failed(error);
    }
    End end;
    const auto actor = readerOf(opened.workspace(), account, end);
    return actor ? write(opened.workspace(), *actor, foundation, asked) : end;
}

} // namespace

int runReport(int argc, char *argv[])
{
    ConsoleCommand command(argc, argv, "report", about(), ConsoleCommand::Draws::Pages);
    const QCommandLineOption monthOption(QStringLiteral("month"),
                                         ReportCommand::tr("The month to report of, such as 2026-10. This month is "
                                                           "counted until today."),
                                         QStringLiteral("YYYY-MM"));
    const QCommandLineOption outOption(QStringLiteral("out"),
                                       ReportCommand::tr("The PDF that is written; - is standard output."),
                                       QStringLiteral("FILE"));
    const QCommandLineOption accountOption(
        QStringLiteral("account"),
        ReportCommand::tr("Whose records to report of. Default: the profile's last account."), QStringLiteral("NAME"));
    const QCommandLineOption languageOption(
        QStringLiteral("language"), ReportCommand::tr("en or ur. Default: the profile's."), QStringLiteral("LANGUAGE"));
    command.parser().addOptions({monthOption, outOption, accountOption, languageOption});
    if (const auto status = command.parse())
        return *status;
    if (!command.isSet(monthOption) || command.value(outOption).isEmpty())
        return command.wrongUse(ReportCommand::tr("Say which month with --month, and which file with --out."));
    const QString language = command.value(languageOption);
    if (command.isSet(languageOption) && language != QLatin1String("en") && language != QLatin1String("ur"))
        return command.wrongUse(ReportCommand::tr("“%1” is none of the languages: en or ur.").arg(language));

    const auto say = [](const End &end) {
        if (!end.sentence.isEmpty())
            sayError(end.sentence);
        return static_cast<int>(end.how);
    };
    const auto foundation = readFoundation();
    if (!foundation)
        return say(failed(foundation.error()));
    const auto month = monthOf(command.value(monthOption));
    if (!month)
        return command.wrongUse(ui::monthlySentence(month.error(), foundation->policy).plain());
    const auto there = mayReportOn(*month, foundation->policy, programmeDay(SystemClock().now()));
    const auto profile = command.openProfile();
    if (!profile)
        return static_cast<int>(ReportExit::Failed);
    ui::LanguageSwitch languages(*qobject_cast<QApplication *>(&command.app()));
    const QString wanted = language.isEmpty() ? profile->settings().language : language;
    languages.set(wanted == QLatin1String("ur") ? ui::Language::Urdu : ui::Language::English);
    if (!there) // in the profile's language
        return say({ReportExit::Usage, ui::monthlySentence(there.error(), foundation->policy).plain()});
    return say(report(*profile, {*month, command.value(outOption), command.value(accountOption)}, *foundation));
}

} // namespace markaz::desktop

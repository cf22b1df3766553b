// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of `markaz sync`; what it does stands in headlesssync.cpp.
#include "app/desktop/headlesssync.h"

#include "app/desktop/accountlock.h"
#include "app/desktop/consolecommand.h"
#include "app/desktop/desktopapp.h"
#include "app/desktop/secretinput.h"
#include "core/security/tokenhash.h"
#include "core/support/wholefile.h"
#include "core/sync/httptransport.h"
#include "core/sync/trustdata.h"
#include "core/sync/witnesses.h"
#include "ui/text/sentences.h"
#include "ui/text/unlockwords.h"

#include <QSaveFile>
#include <QTextStream>

namespace markaz::desktop {
namespace {

struct HeadlessCommand
{
    Q_DECLARE_TR_FUNCTIONS(HeadlessCommand)
};

int fails(SyncExit how, const QString &sentence)
{
    sayError(sentence);
    return static_cast<int>(how);
}

QString about()
{
    return HeadlessCommand::tr(
        "Sends what waits on this laptop and fetches what is new, without a window, then says what it did.\n\n"
        "Standard input: the first line is the passphrase of this laptop, which opens the profile; for an account that "
        "is new here it becomes the passphrase (at least 12 characters, 5 of them different). The second line is the "
        "account's password. It is read only when the profile holds no session or the session has ended. With --enrol "
        "it is the password that "
        "the account has from now on, and the third line is the one-time code.\n\n"
        "Exit status:\n"
        "  0  nothing waits: everything on this laptop is on the server\n"
        "  1  the profile or its records cannot be opened or written, or Markaz has it open\n"
        "  2  wrong options\n"
        "  3  the server was not reached, or something else answered in its place\n"
        "  4  a sign-in is needed, and there was no password or code, or a wrong one\n"
        "  5  the server rejected changes: they wait on the Sync page to be mended\n"
        "  6  conflicts wait for a decision on the Sync page\n"
        "  7  changes wait for records or files that have not come to the server\n"
        "  8  the server refused the request, or this Markaz is too old for it\n"
        "  9  the profile is locked: no passphrase, a wrong one, or too soon after a wrong one\n"
        " 10  this laptop was revoked: what waited is handed in, and its records are destroyed\n"
        "Where several hold, the first that stands in the way: 1, 9, 10, 4, 3, 8, then 5, 6, 7.\n\n"
        "Examples:\n"
        "  markaz sync < passphrase.txt\n"
        "  markaz sync --witness laptop-7.json < passphrase.txt\n"
        "  cat passphrase.txt password.txt | markaz sync --server https://markaz.example.gov.pk --account NAME\n"
        "  cat passphrase.txt password.txt code.txt | markaz sync --enrol --server https://markaz.example.gov.pk \\\n"
        "      --account NAME");
}

Result<void> writeExport(const Result<QByteArray> &text, const QString &path)
{
    if (!text)
        return text.error();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*text) != text->size())
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    return commitWhole(file);
}

int lockedOr(const Error &error, const AccountLock &lock)
{
    switch (error.code) {
    case ErrorCode::InvalidValue:
        return fails(SyncExit::Locked,
                     HeadlessCommand::tr(
                         "A new passphrase has at least %1 characters, %2 of them different. Nothing was made; write "
                         "it in the first line of standard input.")
                         .arg(kPasswordMinCharacters)
                         .arg(kPasswordMinDifferent));
    case ErrorCode::Unauthenticated:
    case ErrorCode::WrongState:
        return fails(SyncExit::Locked,
                     ui::unlockSentence(error).plain() + QLatin1Char(' ') + ui::waitWords(lock.wait()));
    default:
        return fails(SyncExit::Failed,
                     QStringLiteral("%1 (%2 %3)").arg(ui::unlockSentence(error).plain(), error.detail, error.where));
    }
}

} // namespace

int runHeadlessSync(int argc, char *argv[])
{
    ConsoleCommand command(argc, argv, "sync", about());
    const auto wrongUse = [&command](const QString &sentence) { return command.wrongUse(sentence); };
    QCommandLineParser &parser = command.parser();
    const QCommandLineOption serverOption(
        QStringLiteral("server"),
        HeadlessCommand::tr("Address of the server; https, or http to this computer. Default: the profile's."),
        QStringLiteral("URL"));
    const QCommandLineOption accountOption(
        QStringLiteral("account"), HeadlessCommand::tr("Whose records to sync. Default: the profile's last account."),
        QStringLiteral("NAME"));
    const QCommandLineOption witnessOption(
        QStringLiteral("witness"),
        HeadlessCommand::tr("Afterwards writes what this laptop saw of the server's audit log to FILE, for "
                            "markaz-server verify-audit."),
        QStringLiteral("FILE"));
    const QCommandLineOption trustOption(
        QStringLiteral("trust"),
        HeadlessCommand::tr("Afterwards, also when no server was reached, writes the keys and the list of revoked "
                            "certificates that this laptop knows to FILE, for markaz-server keys take."),
        QStringLiteral("FILE"));
    const QCommandLineOption pinOption(
        QStringLiteral("pin"),
        HeadlessCommand::tr(
            "Key that the server has to show: sha256// with the Base64 of the SHA-256 of its public key. "
            "Given twice, the second is the spare. Default: “server_pins” in the profile’s "
            "desktop.json; without any, every certificate that the system trusts will do."),
        QStringLiteral("PIN"));
    const QCommandLineOption enrolOption(
        QStringLiteral("enrol"),
        HeadlessCommand::tr("This laptop is new to the account: sign in with a one-time code, from the third line of "
                            "standard input. A code that is not needed, because there is a session, is not used."));
    parser.addOptions({serverOption, accountOption, enrolOption, witnessOption, trustOption, pinOption});
    if (const auto status = command.parse())
        return *status;

    const auto failed = [](const Error &error) {
        return fails(SyncExit::Failed,
                     QStringLiteral("%1 (%2 %3)").arg(ui::sentences::of(error).plain(), error.detail, error.where));
    };
    const auto foundation = readFoundation();
    if (!foundation)
        return failed(foundation.error());
    auto profile = command.openProfile();
    if (!profile)
        return static_cast<int>(SyncExit::Failed);
    Profile::Settings settings = profile->settings();
    const QString desktopsAccount = settings.account;
    if (parser.isSet(serverOption))
        settings.server = parser.value(serverOption);
    if (parser.isSet(accountOption))
        settings.account = parser.value(accountOption);
    if (parser.isSet(pinOption))
        settings.pins = parser.values(pinOption);
    if (auto pins = ServerPins::of(settings.pins); !pins)
        return wrongUse(QStringLiteral("%1 (%2)").arg(ui::sentences::of(pins.error()).plain(), pins.error().detail));
    if (settings.server.isEmpty())
        return wrongUse(HeadlessCommand::tr("This profile knows no server: say which with --server."));
    if (settings.account.isEmpty() && !settings.revoked.isEmpty())
        return fails(SyncExit::Revoked, HeadlessSync::revokedBefore(settings.revoked.last()));
    if (settings.account.isEmpty())
        return wrongUse(HeadlessCommand::tr("This profile knows no account: say which with --account."));
    if (!checkServerUrl(QUrl(settings.server)))
        return wrongUse(HeadlessCommand::tr("“%1” is no address of a server: it is https, or http to this computer.")
                            .arg(settings.server));
    auto folder = profile->accountFolder(settings.account);
    if (!folder && folder.error().code == ErrorCode::InvalidValue)
        return wrongUse(HeadlessCommand::tr("“%1” is no name of an account: it has small letters, digits, dots, "
                                            "hyphens and underscores.")
                            .arg(settings.account));
    if (!folder)
        return failed(folder.error());
    const SystemClock clock;
    AccountLock lock(*folder, clock);
    const auto form = lock.form();
    if (!form)
        return lockedOr(form.error(), lock);
    SecretInput input;
    QString passphrase = input.line(HeadlessCommand::tr("Passphrase of this laptop: "));
    if (passphrase.isEmpty())
        return fails(SyncExit::Locked, HeadlessCommand::tr("The profile is locked. Write the passphrase of this laptop "
                                                           "in the first line of standard input."));
    const bool fresh = *form == KeyFileForm::Missing; // records without a key are set aside by then
    auto key = *form == KeyFileForm::Wrapped ? lock.open(passphrase) : lock.choose(passphrase);
    SignInLines lines{[&input] { return input.line(HeadlessCommand::tr("Password: ")); }};
    const auto hash = [](const QString &words) { return tokenHash(words.normalized(QString::NormalizationForm_KC)); };
    const auto chosen = hash(passphrase); // nothing else of it is kept
    passphrase.fill(QChar(0));
    if (!key)
        return lockedOr(key.error(), lock);
    auto session = AccountSession::open(*folder, std::move(key->data), QUrl(settings.server), foundation->gazetteer,
                                        clock, settings.pins);
    if (!session)
        return failed(session.error());
    if (const auto &moved = (*session)->movedAside(); moved) { // not gone on with: the window offers the copies
        return fails(SyncExit::Failed,
                     HeadlessCommand::tr("The file with this laptop’s records was damaged. It was kept as %1, and "
                                         "changes that were not sent may still be in it. Open Markaz: it goes on with "
                                         "a copy where there is one.")
                         .arg(moved->to));
    }
    const auto before = (*session)->account();
    // One of the two is new: the passphrase of a laptop that nobody has signed in on, or the password of --enrol.
    if (*form != KeyFileForm::Wrapped || parser.isSet(enrolOption) || (before && !before->has_value()))
        lines.isPassphrase = [chosen, hash](const QString &password) { return hash(password) == chosen; };
    // What a first sign-in learns is kept, as the window keeps it; whose desk the window opens stays.
    QObject::connect(&(*session)->sync(), &SyncClient::signedIn, &command.app(),
                     [&profile, settings, desktopsAccount](const Actor &actor) {
                         Profile::Settings kept = settings;
                         Profile::noteSignedIn(kept, settings.account);
                         kept.account = desktopsAccount.isEmpty() ? actor.name : desktopsAccount;
                         if (auto saved = profile->save(kept); !saved)
                             QTextStream(stderr) << ui::sentences::of(saved.error()).plain() << '\n';
                     });

    if (parser.isSet(enrolOption))
        lines.code = [&input] { return input.line(HeadlessCommand::tr("One-time code: ")); };
    lines.revoked = settings.revoked.contains(settings.account);
    HeadlessSync sync(**session, settings.account, std::move(lines));
    QObject::connect(
        &sync, &HeadlessSync::finished, &command.app(),
        [](SyncExit how) { QCoreApplication::exit(static_cast<int>(how)); }, Qt::QueuedConnection);
    bool handedIn = false;
    QObject::connect(&(*session)->sync(), &SyncClient::handedIn, &command.app(), [&handedIn] { handedIn = true; });
    sync.start();
    const int status = QCoreApplication::exec();
    if (const QStringList report = sync.report(); !report.isEmpty())
        QTextStream(stdout) << report.join(QLatin1Char('\n')) << '\n';
    if (!sync.reason().isEmpty())
        QTextStream(stderr) << sync.reason() << '\n';
    if (handedIn && (*session)->isRevoked()) {
        session->reset();
        const auto destroyed = lock.destroy();
        if (!destroyed)
            return failed(destroyed.error());
        Profile::Settings left = profile->settings();
        Profile::noteRevoked(left, settings.account);
        const auto saved = profile->save(left);
        return saved ? status : failed(saved.error());
    }
    if (parser.isSet(witnessOption)) {
        if (auto written = writeExport(Witnesses((*session)->state(), clock).exported(), parser.value(witnessOption));
            !written)
            return failed(written.error());
    }
    if (parser.isSet(trustOption)) {
        if (auto written = writeExport(TrustData((*session)->state()).exported(), parser.value(trustOption)); !written)
            return failed(written.error());
    }
    const auto known = (*session)->account();
    if (fresh && !sync.mayBeEnrolled() && known &&
        !known->has_value()) { // nobody has signed in: the next call chooses the passphrase again
        session->reset();
        removeUnused(*folder);
    }
    return status;
}

} // namespace markaz::desktop

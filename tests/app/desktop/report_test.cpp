// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `markaz report`, the real program over a profile that `markaz sync` made with a real server.
#include "app/desktop/reportcommand.h"
#include "tests/app/desktop/headlessfixture.h"
#include "tests/core/reporting/pdftools.h"

#include "core/support/programmeday.h"
#include "core/sync/statenames.h"

#include <QFile>

namespace markaz::desktop {
namespace {

struct ReportRun
{
    ReportExit how = ReportExit::Failed;
    QString out;
    QString err;
};

class Report : public Headless
{
protected:
    const QString m_officer = QStringLiteral("sample.officer");

    void SetUp() override
    {
        Headless::SetUp();
        const auto added =
            test::ServerProcess::addAccount(m_store, m_officer, QStringLiteral("officer"),
                                            {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")}, kPassword);
        ASSERT_TRUE(added.ok()) << qPrintable(added.error().detail);
    }
    void syncOfficer()
    {
        const HeadlessRun ran =
            sync(QByteArray(kPassword) + '\n',
                 {QStringLiteral("--server"), m_server->url().toString(), QStringLiteral("--account"), m_officer});
        ASSERT_EQ(ran.how, SyncExit::Clean) << qPrintable(ran.err);
    }
    ReportRun report(const QStringList &options, const QByteArray &input = QByteArray(kPassphrase) + '\n')
    {
        const ProgramRun done = program("report", input, options);
        return {static_cast<ReportExit>(done.status), done.out, done.err};
    }
    QString file(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    static QString thisMonth() { return programmeDay(SystemClock().now()).toString(QStringLiteral("yyyy-MM")); }
    QStringList of(const QString &month, const QString &path) const
    {
        return {QStringLiteral("--month"), month, QStringLiteral("--out"), path};
    }
    /// In the officer's cache, with the lock of a window that is open.
    void withSession(const std::function<void(AccountSession &)> &todo)
    {
        const auto foundation = readFoundation();
        const auto opened = Profile::open(profile());
        ASSERT_TRUE(opened.ok());
        const QString folder = *opened->accountFolder(m_officer);
        auto key = AccountLock(folder, m_clock).open(QLatin1String(kPassphrase));
        ASSERT_TRUE(key.ok());
        auto session = AccountSession::open(folder, std::move(key->data), QUrl(QStringLiteral("http://127.0.0.1:9")),
                                            foundation->gazetteer, m_clock);
        ASSERT_TRUE(session.ok());
        todo(**session);
    }
};

TEST_F(Report, isWrittenFromWhatTheLastSyncBrought)
{
    syncOfficer();
    const QString path = file("month.pdf");
    const ReportRun ran = report(of(thisMonth(), path));
    EXPECT_EQ(ran.how, ReportExit::Written) << qPrintable(ran.err);
    EXPECT_TRUE(ran.out.isEmpty());
    const QString words = pdfWords(path).simplified();
    for (const char *expected : {"Monthly report on freelancing centres", "(last sync)", "Punjab", "Sindh",
                                 "These provinces together", "Regional officer", "Nothing happened here"})
        EXPECT_TRUE(words.contains(QLatin1String(expected))) << expected << '\n' << words.toStdString();
    EXPECT_FALSE(words.contains(QStringLiteral("Balochistan"))) << "it is none of his";

    const QString urdu = file("urdu.pdf");
    EXPECT_EQ(report(of(thisMonth(), urdu) + QStringList{QStringLiteral("--language"), QStringLiteral("ur")}).how,
              ReportExit::Written);
    expectEmbeddedFonts(urdu, {QStringLiteral("NotoNastaliqUrdu")});
}

TEST_F(Report, toStandardOutput_isThePdfAndNothingElse)
{
    syncOfficer();
    const ProgramRun done = program("report", QByteArray(kPassphrase) + '\n', of(thisMonth(), QStringLiteral("-")));
    EXPECT_EQ(static_cast<ReportExit>(done.status), ReportExit::Written) << qPrintable(done.err);
    const QString path = file("out.pdf");
    QFile out(path);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(done.bytes);
    out.close();
    EXPECT_TRUE(done.bytes.startsWith("%PDF-"));
    EXPECT_TRUE(done.bytes.trimmed().endsWith("%%EOF"));
    EXPECT_TRUE(pdfWords(path).contains(QStringLiteral("Monthly report on freelancing centres")));
    EXPECT_FALSE(QFile::exists(QStringLiteral("-"))) << "no file of that name";
    const ProgramRun locked = program("report", QByteArray(), of(thisMonth(), QStringLiteral("-")));
    EXPECT_EQ(static_cast<ReportExit>(locked.status), ReportExit::Locked);
    EXPECT_TRUE(locked.bytes.isEmpty()) << "nothing goes out of a report that is not made";
}

TEST_F(Report, monthsAndOptionsThatAreWrong_endWith2AndLeaveTheFile)
{
    syncOfficer();
    const QString path = file("kept.pdf");
    QFile before(path);
    ASSERT_TRUE(before.open(QIODevice::WriteOnly));
    before.write("before");
    before.close();
    const auto said = [&](const QStringList &options) {
        const ReportRun ran = report(options);
        EXPECT_EQ(ran.how, ReportExit::Usage) << qPrintable(options.join(QLatin1Char(' '))) << qPrintable(ran.err);
        return ran.err;
    };
    const QString next = programmeDay(SystemClock().now()).addMonths(1).toString(QStringLiteral("yyyy-MM"));
    EXPECT_TRUE(said(of(next, path)).contains(QStringLiteral("has not begun yet")));
    EXPECT_TRUE(said(of(QStringLiteral("2023-08"), path)).contains(QStringLiteral("The programme began in Sep 2023")));
    EXPECT_TRUE(said(of(QStringLiteral("2026-13"), path)).contains(QStringLiteral("That is no month.")));
    said({QStringLiteral("--month"), thisMonth()});
    said({QStringLiteral("--out"), path});
    said(of(thisMonth(), path) + QStringList{QStringLiteral("--language"), QStringLiteral("fr")});
    said(of(thisMonth(), path) + QStringList{QStringLiteral("more")});
    said(of(thisMonth(), path) + QStringList{QStringLiteral("--account"), QStringLiteral("../x")});
    ASSERT_TRUE(before.open(QIODevice::ReadOnly));
    EXPECT_EQ(before.readAll(), QByteArray("before"));
    before.close();
    // The month is told before the passphrase is asked for.
    EXPECT_EQ(report(of(next, path), {}).how, ReportExit::Usage);
    EXPECT_EQ(report(of(QStringLiteral("2023-08"), path), {}).how, ReportExit::Usage);
}

TEST_F(Report, aFileThatCannotBeWritten_isSaidInWordsOfTheLanguage)
{
    syncOfficer();
    const ReportRun ran = report(of(thisMonth(), file("none/report.pdf")));
    EXPECT_EQ(ran.how, ReportExit::Failed);
    EXPECT_TRUE(ran.err.contains(QStringLiteral(" could not be written. What was there before is still there. Choose a "
                                                "folder that is there and that you may write to.")))
        << qPrintable(ran.err);
    const ReportRun urdu = report(of(thisMonth(), file("none/report.pdf")) +
                                  QStringList{QStringLiteral("--language"), QStringLiteral("ur")});
    EXPECT_EQ(urdu.how, ReportExit::Failed);
    EXPECT_FALSE(urdu.err.contains(QStringLiteral("written"))) << qPrintable(urdu.err);
    EXPECT_FALSE(urdu.err.contains(QStringLiteral("No such file"))) << qPrintable(urdu.err);
}

TEST_F(Report, aWrongPassphraseOrNone_endsWith9)
{
    syncOfficer();
    const QString path = file("locked.pdf");
    EXPECT_EQ(report(of(thisMonth(), path), {}).how, ReportExit::Locked);
    EXPECT_EQ(report(of(thisMonth(), path), "not the passphrase\n").how, ReportExit::Locked);
    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(Report, anInspector_seesNoFigures)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    const ReportRun ran = report(of(thisMonth(), file("no.pdf")));
    EXPECT_EQ(ran.how, ReportExit::NotAllowed);
    EXPECT_TRUE(ran.err.contains(QStringLiteral("officers and auditors do"))) << qPrintable(ran.err);
    EXPECT_FALSE(QFile::exists(file("no.pdf")));
}

TEST_F(Report, beforeTheFirstSync_orTooLongAfterTheLast_endsWith4)
{
    EXPECT_EQ(report(of(thisMonth(), file("no.pdf"))).how, ReportExit::SyncFirst);
    EXPECT_EQ(report(of(thisMonth(), file("no.pdf")) + QStringList{QStringLiteral("--account"), m_officer}).how,
              ReportExit::SyncFirst);
    EXPECT_FALSE(QFileInfo::exists(profile() + QStringLiteral("/accounts/") + m_officer)) << "looking makes nothing";
    syncOfficer();
    withSession([](AccountSession &session) {
        const QString old = toIso(SystemClock().now().addDays(-15));
        ASSERT_TRUE(session.state().set(state::kServerTime, old).ok());
        ASSERT_TRUE(session.state().set(state::kLastContact, old).ok());
    });
    const ReportRun ran = report(of(thisMonth(), file("no.pdf")));
    EXPECT_EQ(ran.how, ReportExit::SyncFirst);
    EXPECT_TRUE(ran.err.contains(QStringLiteral("14 days"))) << qPrintable(ran.err);
    EXPECT_FALSE(QFile::exists(file("no.pdf")));
}

TEST_F(Report, whileMarkazHasItOpen_orTheLaptopIsRevoked_saysSo)
{
    syncOfficer();
    const QString path = file("no.pdf");
    withSession([&](AccountSession &session) {
        const ReportRun ran = report(of(thisMonth(), path), {}); // before the passphrase is asked for
        EXPECT_EQ(ran.how, ReportExit::Failed);
        EXPECT_TRUE(ran.err.contains(QStringLiteral("Markaz has this profile open"))) << qPrintable(ran.err);
        ASSERT_TRUE(session.state().set(state::kRevocation, QStringLiteral("{}")).ok());
    });
    EXPECT_EQ(report(of(thisMonth(), path)).how, ReportExit::Revoked);
    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(Report, help_saysItsOwnUsageWithoutAProfile)
{
    const ReportRun ran = report({QStringLiteral("--help")});
    EXPECT_EQ(ran.how, ReportExit::Written);
    EXPECT_TRUE(ran.out.contains(QStringLiteral("Usage: markaz report [options]"))) << qPrintable(ran.out);
    EXPECT_TRUE(ran.out.contains(QStringLiteral("Exit status")));
    EXPECT_FALSE(QFileInfo::exists(profile()));
}

} // namespace
} // namespace markaz::desktop

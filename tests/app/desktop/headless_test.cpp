// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `markaz sync`, the real program against a real server process.
#include "tests/app/desktop/headlessfixture.h"

#include "app/desktop/selfprotection.h"
#include "core/support/ownfiles.h"
#include "core/workflow/rejections.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace markaz::desktop {
namespace {

using Ran = HeadlessRun;

TEST_F(Headless, firstSignIn_thenWithoutAPassword_sendsAndEndsWith0)
{
    const Ran first = signedIn();
    EXPECT_EQ(first.how, SyncExit::Clean) << qPrintable(first.err);
    EXPECT_GT(first.did.value(QStringLiteral("received")), 0) << qPrintable(first.out);
    EXPECT_FALSE(first.err.contains(QStringLiteral("unauthenticated"))) << "it went well: " << qPrintable(first.err);
    registered(QStringLiteral("Sample mill"));
    const Ran second = sync(); // server, account and session are the profile's
    EXPECT_EQ(second.how, SyncExit::Clean) << qPrintable(second.err);
    EXPECT_EQ(second.did.value(QStringLiteral("sent")), 1) << qPrintable(second.out);
    EXPECT_EQ(second.did.value(QStringLiteral("waiting")), 0);
    EXPECT_EQ(sync().did.value(QStringLiteral("sent")), 0) << "once is enough";
}

TEST_F(Headless, witness_isWrittenForVerifyAudit)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    const QString path = m_dir.filePath(QStringLiteral("witness.json"));
    const Ran ran = sync({}, {QStringLiteral("--witness"), path});
    EXPECT_EQ(ran.how, SyncExit::Clean) << qPrintable(ran.err);
    const QStringList verify{QStringLiteral("verify-audit"), QStringLiteral("--witness"), path};
    const auto holds = test::ServerProcess::command(verify + m_store.arguments());
    EXPECT_TRUE(holds.ok()) << qPrintable(holds.error().detail);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QJsonArray kept =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("checkpoints")).toArray();
    EXPECT_EQ(kept.size(), 1) << "the one of the server's start";
    EXPECT_EQ(sync({}, {QStringLiteral("--witness"), m_dir.filePath(QStringLiteral("no/such/folder"))}).how,
              SyncExit::Failed);
}

TEST_F(Headless, trust_isWrittenForKeysTakeAlsoWithoutAServer)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    ASSERT_EQ(m_server->terminate().value(), 0);
    const QString path = m_dir.filePath(QStringLiteral("trust.json"));
    EXPECT_EQ(sync({}, {QStringLiteral("--trust"), path}).how, SyncExit::NotReached);
    const QStringList take{QStringLiteral("keys"), QStringLiteral("take"), path};
    const auto took = test::ServerProcess::command(take + m_store.arguments());
    ASSERT_TRUE(took.ok()) << qPrintable(took.error().detail);
    EXPECT_TRUE(took->contains("is the newest of these")) << took->constData();
    // The file's list is read too; this server was never restored, so the list is its own.
    EXPECT_TRUE(took->contains("says nothing new: no backup was restored here")) << took->constData();
}

TEST_F(Headless, aWrongPasswordOrNone_endsWith4)
{
    const QStringList where{QStringLiteral("--server"), m_server->url().toString(), QStringLiteral("--account"),
                            QStringLiteral("sample.inspector")};
    EXPECT_EQ(sync("not the password\n", where).how, SyncExit::SignInNeeded);
    const Ran none = sync({}, where);
    EXPECT_EQ(none.how, SyncExit::SignInNeeded);
    EXPECT_TRUE(none.err.contains(QStringLiteral("Sign in again"))) << qPrintable(none.err);
}

TEST_F(Headless, aOneTimeCode_setsUpTheLaptop)
{
    const QStringList where{QStringLiteral("--server"), m_server->url().toString(), QStringLiteral("--account"),
                            QStringLiteral("sample.inspector")};
    const QStringList enrols = where + QStringList{QStringLiteral("--enrol")};
    const QByteArray once = code();

    const Ran unknown = sync(QByteArray(kPassword) + '\n', where);
    EXPECT_EQ(unknown.how, SyncExit::SignInNeeded);
    EXPECT_TRUE(unknown.err.contains(QStringLiteral("--enrol"))) << qPrintable(unknown.err);
    for (const QByteArray &wrong :
         {QByteArray("a chosen password\n"), QByteArray("a chosen password\nno code\n"), "short\n" + once + '\n',
          QByteArray("a chosen password\n0000-1111-2222-3333-4444\n")})
        EXPECT_EQ(sync(wrong, enrols).how, SyncExit::SignInNeeded) << wrong.constData();
    const Ran same = sync(QByteArray(kPassphrase) + '\n' + once + '\n', enrols);
    EXPECT_EQ(same.how, SyncExit::SignInNeeded);
    EXPECT_TRUE(same.err.contains(QStringLiteral("are the same"))) << qPrintable(same.err);
    const Ran first = sync("a chosen password\n" + once.toLower() + '\n', enrols);
    EXPECT_EQ(first.how, SyncExit::Clean) << qPrintable(first.err);
    EXPECT_GT(first.did.value(QStringLiteral("received")), 0) << qPrintable(first.out);
    EXPECT_EQ(sync({}, {QStringLiteral("--enrol")}).how, SyncExit::Clean) << "there is a session: no code is asked for";
    EXPECT_FALSE(m_server->output().contains(once));
}

TEST_F(Headless, aProfileWithoutItsPassphrase_endsWith9AndStaysClosed)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    const Ran none = run({});
    EXPECT_EQ(none.how, SyncExit::Locked);
    EXPECT_TRUE(none.err.contains(QStringLiteral("first line of standard input"))) << qPrintable(none.err);
    const Ran wrong = run("not the passphrase\n");
    EXPECT_EQ(wrong.how, SyncExit::Locked);
    EXPECT_TRUE(wrong.err.contains(QStringLiteral("The passphrase is wrong."))) << qPrintable(wrong.err);
    EXPECT_FALSE(wrong.out.contains(QStringLiteral("received"))) << "nothing was opened";
    EXPECT_TRUE(QTest::qWaitFor([this] { return sync().how == SyncExit::Clean; })) << "after the wait of a second";
}

TEST_F(Headless, aShortPassphrase_makesNothing)
{
    const QStringList where{QStringLiteral("--server"), m_server->url().toString(), QStringLiteral("--account"),
                            QStringLiteral("sample.inspector")};
    const Ran shorter = run("too short\nsample password 7\n", where);
    EXPECT_EQ(shorter.how, SyncExit::Locked);
    EXPECT_TRUE(shorter.err.contains(QStringLiteral("12"))) << qPrintable(shorter.err);
    EXPECT_EQ(signedIn().how, SyncExit::Clean) << "and the account is as new as before";
}

TEST_F(Headless, aPassphraseOfAKilledFirstSignIn_isNotThePasswordEither)
{
    const auto opened = Profile::open(profile());
    ASSERT_TRUE(opened.ok());
    ASSERT_TRUE(AccountLock(*opened->accountFolder(QStringLiteral("sample.inspector")), m_clock)
                    .choose(QLatin1String(kPassphrase))
                    .ok());
    const Ran same =
        sync(QByteArray(kPassphrase) + '\n', {QStringLiteral("--server"), m_server->url().toString(),
                                              QStringLiteral("--account"), QStringLiteral("sample.inspector")});
    EXPECT_EQ(same.how, SyncExit::SignInNeeded);
    EXPECT_TRUE(same.err.contains(QStringLiteral("are the same"))) << qPrintable(same.err);
    EXPECT_EQ(signedIn().how, SyncExit::Clean);
}

TEST_F(Headless, aFailedFirstSignIn_leavesNoPassphraseBehind)
{
    const QStringList where{QStringLiteral("--server"), m_server->url().toString(), QStringLiteral("--account"),
                            QStringLiteral("sample.inspector")};
    EXPECT_EQ(run("another passphrase\nnot the password\n", where).how, SyncExit::SignInNeeded);
    EXPECT_EQ(signedIn().how, SyncExit::Clean) << "with a passphrase of its own";
}

TEST_F(Headless, everythingInTheProfile_isItsOwnersAlone)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    registered(QStringLiteral("Sample mill"));
    ASSERT_EQ(sync().how, SyncExit::Clean);
    int files = 0;
    QDirIterator all(profile(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        all.next();
        ++files;
        EXPECT_EQ(all.fileInfo().permissions() & kOthers, 0) << qPrintable(all.filePath());
    }
    EXPECT_GT(files, 4);
}

TEST_F(Headless, aPinThatIsNone_isSaidBeforeAnythingIsSent)
{
    const Ran run =
        sync(QByteArray(kPassword) + '\n', {QStringLiteral("--server"), m_server->url().toString(),
                                            QStringLiteral("--account"), QStringLiteral("sample.inspector"),
                                            QStringLiteral("--pin"), QStringLiteral("sha256//of-something-else")});
    EXPECT_EQ(run.how, SyncExit::Usage);
    EXPECT_TRUE(run.err.contains(QStringLiteral("44 characters"))) << qPrintable(run.err);
    EXPECT_FALSE(m_server->output().contains("/api/v1/session"));
}

TEST_F(Headless, anUnreachableServer_endsWith3AndLosesNothing)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    registered(QStringLiteral("Sample mill"));
    const QString url = m_server->url().toString();
    ASSERT_TRUE(m_server->terminate().ok());
    const Ran away = sync();
    EXPECT_EQ(away.how, SyncExit::NotReached);
    EXPECT_EQ(away.did.value(QStringLiteral("waiting")), 1);
    EXPECT_TRUE(away.err.contains(QStringLiteral("could not be reached"))) << qPrintable(away.err);
    auto again = test::ServerProcess::start(m_store);
    ASSERT_TRUE(again.ok());
    m_server = std::move(*again);
    EXPECT_EQ(sync({}, {QStringLiteral("--server"), m_server->url().toString()}).how, SyncExit::Clean);
}

TEST_F(Headless, aRejectedChange_endsWith5UntilItIsMended)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    const QString id = registered(QStringLiteral("Sample mill"));
    setField(id, "city", 999'999);
    const Ran refused = sync();
    EXPECT_EQ(refused.how, SyncExit::Rejected) << qPrintable(refused.out + refused.err);
    EXPECT_EQ(refused.did.value(QStringLiteral("rejected")), 1);
    EXPECT_EQ(refused.did.value(QStringLiteral("sent")), 1);
    EXPECT_TRUE(refused.err.contains(QStringLiteral("Sync page"))) << qPrintable(refused.err);
    EXPECT_EQ(sync().how, SyncExit::Rejected) << "it stays so";
    work([&](Workspace &workspace, const Actor &me) {
        ASSERT_TRUE(
            RejectedChanges(workspace).giveUp(me, workspace.outbox.list(OutboxState::Dead)->first().position).ok());
    });
    EXPECT_EQ(sync().how, SyncExit::Clean);
}

TEST_F(Headless, aChangeThatWaitsForARecord_endsWith7)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    const QString id = registered(QStringLiteral("Sample mill"));
    ASSERT_EQ(sync().how, SyncExit::Clean);
    setField(id, "owner", QStringLiteral("01900000-0000-7000-8000-00000000f00d")); // nobody has it
    const Ran held = sync();
    EXPECT_EQ(held.how, SyncExit::Held) << qPrintable(held.out + held.err);
    EXPECT_EQ(held.did.value(QStringLiteral("held")), 1);
}

TEST_F(Headless, aProfileThatIsOpenElsewhere_endsWith1AndTouchesNothing)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    work([&](Workspace &, const Actor &) {
        const Ran second = sync();
        EXPECT_EQ(second.how, SyncExit::Failed);
        EXPECT_TRUE(second.err.contains(QStringLiteral("in use by another program"))) << qPrintable(second.err);
    });
    EXPECT_EQ(sync().how, SyncExit::Clean) << "a lock ends with its process";
}

TEST_F(Headless, wrongUse_endsWith2)
{
    EXPECT_EQ(sync().how, SyncExit::Usage) << "no server is known";
    EXPECT_EQ(sync({}, {QStringLiteral("--server"), QStringLiteral("http://127.0.0.1:9")}).how, SyncExit::Usage)
        << "no account is known";
    EXPECT_EQ(sync({}, {QStringLiteral("--no-such-option")}).how, SyncExit::Usage);
    EXPECT_EQ(sync({}, {QStringLiteral("again")}).how, SyncExit::Usage);
    const Ran help = sync({}, {QStringLiteral("--help")});
    EXPECT_EQ(static_cast<int>(help.how), 0);
    EXPECT_TRUE(help.out.startsWith(QStringLiteral("Usage: markaz sync [options]"))) << qPrintable(help.out.left(80));
    for (const char *words : {"Standard input", "Exit status", "--server", "--account", "--profile", "--enrol", "  7  ",
                              "  9  ", "passphrase", "5 of them different"})
        EXPECT_TRUE(help.out.contains(QLatin1String(words))) << words;
}

#ifdef Q_OS_LINUX
TEST(Process, thatHoldsThePassphrase_leavesNoCoreBehind)
{
    QTemporaryDir dir;
    QProcess program;
    test::bindToUs(program, 9);
    program.start(test::desktopProgram(),
                  {QStringLiteral("sync"), QStringLiteral("--profile"), dir.path(), QStringLiteral("--server"),
                   QStringLiteral("http://127.0.0.1:9"), QStringLiteral("--account"), QStringLiteral("sana")});
    ASSERT_TRUE(program.waitForStarted());
    const auto limit = [&program] { // soft and hard, once the program has begun
        QFile limits(QStringLiteral("/proc/%1/limits").arg(program.processId()));
        if (!limits.open(QIODevice::ReadOnly))
            return QByteArray();
        for (const QByteArray &line : limits.readAll().split('\n')) {
            if (line.startsWith("Max core file size"))
                return line.simplified();
        }
        return QByteArray();
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return limit() == "Max core file size 0 0 bytes"; })) << limit().constData();
    program.closeWriteChannel(); // it waits for the passphrase
    EXPECT_TRUE(program.waitForFinished());
    EXPECT_EQ(program.exitCode(), static_cast<int>(SyncExit::Locked));
}

/// In a process of its own: there is no way back, and its end says what it found.
TEST(Process, thatProtectsItself_isNeitherDumpedNorReadByItsNeighbours)
{
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        protectProcess();
        rlimit core{};
        const bool limited = ::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 && core.rlim_max == 0;
#ifdef __SANITIZE_ADDRESS__
        const bool closed = true; // its leak check reads the process from outside
#else
        const bool closed = ::prctl(PR_GET_DUMPABLE) == 0;
#endif
        const bool own = ::umask(0) == (S_IRWXG | S_IRWXO);
        ::_exit((limited ? 0 : 1) | (closed ? 0 : 2) | (own ? 0 : 4));
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0) << "1: core dumps, 2: dumpable, 4: what it writes is for others too";
}
#endif

TEST(Words, help_andVersionNeedNoDisplay)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        environment.remove(QLatin1String(name));
    const auto said = [&environment](const QStringList &arguments, int status) {
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(test::desktopProgram(), arguments);
        EXPECT_TRUE(program.waitForFinished());
        EXPECT_EQ(program.exitStatus(), QProcess::NormalExit) << qPrintable(arguments.join(QLatin1Char(' ')));
        EXPECT_EQ(program.exitCode(), status);
        return QString::fromUtf8(program.readAll());
    };
    EXPECT_TRUE(said({QStringLiteral("--help")}, 0).contains(QStringLiteral("--profile")));
    EXPECT_TRUE(said({QStringLiteral("-v")}, 0).contains(QStringLiteral("markaz")));
    said({QStringLiteral("--help"), QStringLiteral("--no-such-option")}, 2);
}

} // namespace
} // namespace markaz::desktop

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `markaz sync --enrol` where it does not go well, and on a laptop whose records were destroyed.
#include "core/protocol/messages.h"
#include "core/storage/database.h"
#include "tests/app/desktop/headlessfixture.h"
#include "tests/support/faultproxy.h"

#include <QFile>
#include <QJsonDocument>

namespace markaz::desktop {
namespace {

using Ran = HeadlessRun;
using test::WireFault;

class HeadlessEnrolment : public Headless
{
protected:
    QStringList at(const QUrl &server, bool enrols = true) const
    {
        QStringList options{QStringLiteral("--server"), server.toString(), QStringLiteral("--account"),
                            QStringLiteral("sample.inspector")};
        if (enrols)
            options.append(QStringLiteral("--enrol"));
        return options;
    }
    QString home() const { return profile() + QStringLiteral("/accounts/sample.inspector"); }
    static QByteArray lines(const QByteArray &code) { return "a chosen password\n" + code + '\n'; }
    /// Each request that would sign in meets \p fault; how the program ends.
    Ran enrolledThrough(const WireFault &fault, const QByteArray &once)
    {
        test::FaultProxy between(m_server->url());
        between.setPlan([fault](const test::WireRequest &request) {
            return request.path.startsWith("/api/v1/session") ? fault : WireFault();
        });
        Ran ran = sync(lines(once), at(between.url()));
        EXPECT_GT(between.faults(), 0);
        return ran;
    }
    void expectLost(const Ran &lost)
    {
        EXPECT_EQ(lost.how, SyncExit::NotReached);
        EXPECT_TRUE(lost.err.contains(QStringLiteral("the code may have been used"))) << qPrintable(lost.err);
        EXPECT_TRUE(lost.err.contains(QStringLiteral("Run the same again"))) << qPrintable(lost.err);
        EXPECT_EQ(lost.out, QString());
        EXPECT_TRUE(QFile::exists(home() + QStringLiteral("/data.key"))) << "what the server may know the laptop by";
    }
};

TEST_F(HeadlessEnrolment, thatIsRefused_countsNothing)
{
    const Ran refused = sync(lines("0000-1111-2222-3333-4444"), at(m_server->url()));
    EXPECT_EQ(refused.how, SyncExit::SignInNeeded);
    EXPECT_EQ(refused.out, QString()) << "nobody was signed in: there is nothing to count";
    EXPECT_TRUE(refused.err.contains(QStringLiteral("The name or the code is wrong"))) << qPrintable(refused.err);
    EXPECT_FALSE(QFile::exists(home())) << "the server has said that it is as new as before";
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    registered(QStringLiteral("Sample mill"));
    const Ran away = sync({}, {QStringLiteral("--server"), QStringLiteral("http://127.0.0.1:9")});
    EXPECT_EQ(away.did.value(QStringLiteral("waiting")), 1) << "where somebody has, it is counted as ever";
}

TEST_F(HeadlessEnrolment, withoutAServer_sendsNoCodeAndLeavesNothing)
{
    const QByteArray once = code();
    const Ran away = sync(lines(once), at(QUrl(QStringLiteral("http://127.0.0.1:9"))));
    EXPECT_EQ(away.how, SyncExit::NotReached);
    EXPECT_TRUE(away.err.contains(QStringLiteral("The code was not sent and is as good as before.")))
        << qPrintable(away.err);
    EXPECT_FALSE(QFile::exists(home()));
    EXPECT_EQ(sync(lines(once), at(m_server->url())).how, SyncExit::Clean);
}

TEST_F(HeadlessEnrolment, whoseAnswerIsLost_goesOnWithTheSameLines)
{
    const QByteArray once = code();
    expectLost(enrolledThrough({WireFault::Kind::CutReply, 0}, once));
    const Ran again = sync(lines(once), at(m_server->url()));
    EXPECT_EQ(again.how, SyncExit::Clean) << "the code was used, by this laptop: " << qPrintable(again.err);
}

TEST_F(HeadlessEnrolment, whoseRequestIsLost_goesOnWithTheSameLines)
{
    const QByteArray once = code();
    expectLost(enrolledThrough({WireFault::Kind::CutRequest, 20}, once));
    const Ran unknown = sync("a chosen password\n", at(m_server->url(), false));
    EXPECT_EQ(unknown.how, SyncExit::SignInNeeded) << "the code was not used";
    EXPECT_EQ(sync(lines(once), at(m_server->url())).how, SyncExit::Clean);
}

TEST_F(HeadlessEnrolment, whoseAnswerIsLostOnce_isNotTakenForAUsedCode)
{
    test::FaultProxy between(m_server->url());
    between.next("POST", "/api/v1/session/enrol", [](const test::WireRequest &) {
        return WireFault{WireFault::Kind::CutReply, 0};
    });
    const Ran ran = sync(lines(code()), at(between.url()));
    EXPECT_EQ(ran.how, SyncExit::Clean) << "the connection asks again by itself: " << qPrintable(ran.err);
    EXPECT_TRUE(between.hasHappened());
}

TEST_F(HeadlessEnrolment, thatIsPutOff_leavesNothing_andAnotherPassphraseMayBeChosen)
{
    const QByteArray once = code();
    auto store = Database::openSqlite(m_store.dataDir + QStringLiteral("/markaz.sqlite"), Database::Check::None);
    ASSERT_TRUE(store.ok() && (*store)
                                  ->run(QStringLiteral("INSERT INTO attempt (subject, failures, next_at) VALUES "
                                                       "('name:sample.inspector', 9, '2999-01-01T00:00:00.000Z')"))
                                  .ok());
    const Ran refused = sync(lines(once), at(m_server->url()));
    ASSERT_EQ(refused.how, SyncExit::Refused) << qPrintable(refused.err);
    EXPECT_TRUE(refused.err.contains(QStringLiteral("The code was not used"))) << qPrintable(refused.err);
    EXPECT_FALSE(QFile::exists(home()));
    ASSERT_TRUE((*store)->run(QStringLiteral("DELETE FROM attempt")).ok());
    EXPECT_EQ(run("another sample passphrase\n" + lines(once), at(m_server->url())).how, SyncExit::Clean);
}

TEST_F(HeadlessEnrolment, whoseCodeNeverLeft_isNotSaidToHaveUsedIt)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    registered(QStringLiteral("Sample mill"));
    work([](Workspace &workspace, const Actor &me) {
        Actor other = me;
        other.name = QStringLiteral("sample.other");
        SyncStateRepository state(workspace.database);
        EXPECT_TRUE(
            state.set(QStringLiteral("account"), QString::fromUtf8(QJsonDocument(protocol::encode(other)).toJson()))
                .ok());
        EXPECT_TRUE(state.set(QStringLiteral("token_refresh"), {}).ok());
    });
    const Ran ran = sync(lines(code()), at(m_server->url()));
    EXPECT_EQ(ran.how, SyncExit::SignInNeeded) << qPrintable(ran.err);
    EXPECT_TRUE(ran.err.contains(QStringLiteral("The code was not sent and is as good as before")))
        << qPrintable(ran.err);
    EXPECT_FALSE(ran.err.contains(QStringLiteral("may have been used"))) << qPrintable(ran.err);
}

TEST_F(HeadlessEnrolment, ofALaptopThatWasWiped_isWhatItSpeaksOf)
{
    ASSERT_EQ(signedIn().how, SyncExit::Clean);
    const QString list = said({QStringLiteral("device"), QStringLiteral("list"), QStringLiteral("--name"),
                               QStringLiteral("sample.inspector")});
    const auto id = QRegularExpression(QStringLiteral("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")).match(list);
    ASSERT_TRUE(id.hasMatch()) << qPrintable(list);
    said({QStringLiteral("device"), QStringLiteral("revoke"), QStringLiteral("--name"),
          QStringLiteral("sample.inspector"), QStringLiteral("--device"), id.captured()});
    EXPECT_EQ(sync().how, SyncExit::Revoked);
    EXPECT_FALSE(QFile::exists(home()));

    for (const QStringList &options : {QStringList(), at(m_server->url(), false)}) {
        const Ran after = sync({}, options);
        EXPECT_EQ(after.how, SyncExit::Revoked) << qPrintable(after.err);
        EXPECT_TRUE(after.err.contains(QStringLiteral("This laptop was revoked for the account sample.inspector")))
            << qPrintable(after.err);
        EXPECT_TRUE(after.err.contains(QStringLiteral("photographs that were not sent are gone")))
            << qPrintable(after.err);
        EXPECT_FALSE(after.err.contains(QStringLiteral("session has ended"))) << qPrintable(after.err);
        EXPECT_EQ(after.out, QString());
        EXPECT_FALSE(QFile::exists(home()));
    }
    const Ran anew = sync(lines(code()), at(m_server->url()));
    EXPECT_EQ(anew.how, SyncExit::Clean) << qPrintable(anew.err);
    EXPECT_TRUE(Profile::open(profile())->settings().revoked.isEmpty()) << "that is past";
}

} // namespace
} // namespace markaz::desktop

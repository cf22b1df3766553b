// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/replies.h"
#include "app/server/store/attempts.h"
#include "app/server/store/auditlog.h"
#include "tests/app/server/testserver.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <ctime>

namespace markaz::server::test {
namespace {

const QString kSession = QStringLiteral("/api/v1/session");
const QString kRefresh = QStringLiteral("/api/v1/session/refresh");
const QString kChanges = QStringLiteral("/api/v1/changes");

class Sessions : public OnBoth
{
protected:
    Sessions() { server.addAccount(QStringLiteral("inspector.one"), Role::Inspector, {QStringLiteral("PK-PB")}); }

    ApiResponse attempt(const QString &name, const QString &password)
    {
        return server.post(kSession, protocol::encode(protocol::SessionRequest{name, password, server.ids().next(),
                                                                               QStringLiteral("Laptop")}));
    }
    ApiResponse refresh(const QString &token)
    {
        return server.post(kRefresh, {{QStringLiteral("refresh_token"), token}});
    }
    static QString member(const ApiResponse &response, const char *name)
    {
        return QJsonDocument::fromJson(response.body).object().value(QLatin1String(name)).toString();
    }
    /// Of the audit's entries of failed sign-ins, what they are about and how many tries they tell of.
    QStringList told()
    {
        QStringList all;
        const auto database = server.core().stores().ofThisThread();
        EXPECT_TRUE(AuditLog((*database)->database()).each(0, [&](const AuditEntry &entry) {
            EXPECT_FALSE(entry.event.contains(QStringLiteral("the password"))) << "nothing that was typed";
            const QJsonObject event = QJsonDocument::fromJson(entry.event.toUtf8()).object();
            if (event.value(QStringLiteral("action")) == QLatin1String("failed_sign_ins"))
                all.append(QStringLiteral("%1 %2 %3")
                               .arg(event.value(QStringLiteral("of")).toString())
                               .arg(event.value(QStringLiteral("count")).toInt())
                               .arg(event.value(QStringLiteral("with")).toString()));
            return true;
        }));
        return all;
    }
    /// Tries one after the other, each when no wait is left after \p seconds.
    void fail(const QString &name, int times, int seconds = 61)
    {
        for (int i = 0; i < times; ++i) {
            server.clock().advance(qint64(seconds) * 1000);
            EXPECT_EQ(attempt(name, QStringLiteral("not the password")).status, 401);
        }
    }
    int pullWith(const QString &token) { return server.call("GET", kChanges, {}, token).status; }
};

TEST_P(Sessions, signIn_givesTokensThatWork)
{
    const Session session = server.signIn(QStringLiteral("inspector.one"));
    EXPECT_EQ(session.actor.role, Role::Inspector);
    EXPECT_EQ(session.actor.provinces, QStringList{QStringLiteral("PK-PB")});
    EXPECT_EQ(pullWith(session.token), 200);
    EXPECT_EQ(pullWith(session.refresh), 401) << "a refresh token opens nothing else";
}

TEST_P(Sessions, wrongPasswordAndUnknownName_lookAlike)
{
    const ApiResponse wrong = attempt(QStringLiteral("inspector.one"), QStringLiteral("not the password"));
    const ApiResponse unknown = attempt(QStringLiteral("nobody.here"), kPassword);
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(wrong.body, unknown.body);
}

/// PostgreSQL took the end of the text for that of the statement: a connection to it was gone for each try, and no try
/// was counted.
TEST_P(Sessions, nameThatNoDatabaseTakes_isRefusedBeforeItIsLookedUp)
{
    for (const QChar bad : {QChar(0), QChar(0xd800)}) {
        const ApiResponse refused = attempt(QStringLiteral("inspector.one") + bad, kPassword);
        EXPECT_EQ(refused.status, 400) << refused.body.constData();
        EXPECT_TRUE(refused.body.contains("username")) << refused.body.constData();
    }
}

TEST_P(Sessions, failedAttempts_areSlowedDownForTheAccountAndEndWithSuccess)
{
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(attempt(QStringLiteral("inspector.one"), QStringLiteral("not the password")).status, 401);
    const ApiResponse slowed = attempt(QStringLiteral("inspector.one"), kPassword);
    EXPECT_EQ(slowed.status, 429) << "even the right password waits";
    EXPECT_EQ(slowed.headers.value("Retry-After"), QByteArrayLiteral("2"));
    server.clock().advance(2000);
    EXPECT_EQ(attempt(QStringLiteral("inspector.one"), kPassword).status, 201);
    EXPECT_EQ(attempt(QStringLiteral("inspector.one"), QStringLiteral("not the password")).status, 401)
        << "counted from nothing again";
}

TEST_P(Sessions, failedAttempts_areInTheAuditWhenTheWaitingBeginsAndAtEachDoubling)
{
    fail(QStringLiteral("inspector.one"), 3);
    EXPECT_EQ(told(), QStringList()) << "typing errors";
    fail(QStringLiteral("inspector.one"), 14);
    const QStringList first{QStringLiteral("account 4 password"), QStringLiteral("account 8 password"),
                            QStringLiteral("account 16 password")};
    EXPECT_EQ(told(), first);
    const QString event =
        server.value(QStringLiteral("SELECT event FROM audit WHERE event LIKE '%\"failed_sign_ins\"%' LIMIT 1"))
            .toString();
    EXPECT_TRUE(event.contains(server.value(QStringLiteral("SELECT id FROM account")).toString())) << "whose account";
    EXPECT_TRUE(event.contains(QStringLiteral("\"address\":\"127.0.0.0/24\""))) << qPrintable(event) << " its network";
    EXPECT_FALSE(event.contains(QStringLiteral("\"device\""))) << "an id that a stranger made up";
    server.clock().advance(61'000);
    EXPECT_EQ(attempt(QStringLiteral("inspector.one"), kPassword).status, 201);
    fail(QStringLiteral("inspector.one"), 4);
    EXPECT_EQ(told().size(), 5) << "counted anew after a success; and the 21st from this address";
    EXPECT_EQ(told().mid(3),
              (QStringList{QStringLiteral("account 4 password"), QStringLiteral("address 21 password")}));
    EXPECT_TRUE(AuditLog((*server.core().stores().ofThisThread())->database()).verify());
}

TEST_P(Sessions, failedAttemptsWithNamesOfNobody_makeFewEntriesWhateverIsTyped)
{
    for (int name = 0; name < 24; ++name) // in less than an hour; an address waits for half a minute at most
        fail(QStringLiteral("the password %1").arg(name), 4, 31);
    const QStringList all = told();
    EXPECT_EQ(all.size(), Attempts::kToldAnHour) << qPrintable(all.join(QLatin1Char('\n')));
    EXPECT_EQ(all.first(), QStringLiteral("unknown_account 4 password"));
    EXPECT_EQ(all.at(5), QStringLiteral("address 21 password"));
    server.clock().advance(3'600'000);
    fail(QStringLiteral("nobody.here"), 4);
    EXPECT_EQ(told().size(), Attempts::kToldAnHour + 1) << "another hour";
    fail(QStringLiteral("inspector.one"), 4);
    EXPECT_EQ(told().last(), QStringLiteral("account 4 password")) << "an account's are told in any case";
}

TEST_P(Sessions, everyRequest_isAContactThatIsWrittenOnceInFiveMinutes)
{
    const Session session = server.signIn(QStringLiteral("inspector.one"));
    const auto seen = [this] {
        EXPECT_TRUE(server.core().writeContacts());
        return server.value(QStringLiteral("SELECT last_seen FROM device")).toString();
    };
    EXPECT_EQ(seen(), QStringLiteral("2026-11-24T06:00:00.000Z"));
    server.clock().advance(5 * 60'000 - 1);
    EXPECT_EQ(pullWith(session.token), 200);
    EXPECT_EQ(seen(), QStringLiteral("2026-11-24T06:00:00.000Z"));
    server.clock().advance(1);
    EXPECT_EQ(pullWith(session.token), 200);
    EXPECT_EQ(seen(), QStringLiteral("2026-11-24T06:05:00.000Z"));
    server.clock().advance(60'000);
    EXPECT_EQ(pullWith(session.refresh), 401);
    EXPECT_EQ(pullWith(session.token), 200);
    EXPECT_EQ(seen(), QStringLiteral("2026-11-24T06:05:00.000Z"));
}

/// An import may hold the lock of all writers for minutes; whoever only reads is answered meanwhile, every laptop.
TEST_P(Sessions, aContact_waitsForNoWriterAndIsWrittenLater)
{
    const Session session = server.signIn(QStringLiteral("inspector.one"));
    const auto seen = [this] { return server.value(QStringLiteral("SELECT last_seen FROM device")).toString(); };
    server.clock().advance(6 * 60'000);
    {
        auto other = Store::open(server.location());
        ASSERT_TRUE(other);
        auto transaction = Transaction::begin((*other)->database());
        ASSERT_TRUE(transaction);
        ASSERT_TRUE((*other)->database().run(QStringLiteral("UPDATE device SET name = 'held'")));
        QElapsedTimer timer;
        timer.start();
        EXPECT_EQ(pullWith(session.token), 200);
        EXPECT_LT(timer.elapsed(), 5000) << "as long as SQLite waits for another writer";
        EXPECT_EQ(seen(), QStringLiteral("2026-11-24T06:00:00.000Z"));
    }
    ASSERT_TRUE(server.core().writeContacts());
    EXPECT_EQ(seen(), QStringLiteral("2026-11-24T06:06:00.000Z"));
}

TEST_P(Sessions, failedAttemptsBehindAProxy_areCountedForWhomTheyCameFrom)
{
    const auto attemptFrom = [this](const QByteArray &forwarded) {
        static int count = 0;
        const QString name = QStringLiteral("nobody.%1").arg(++count); // so that only the address is counted twice
        return server
            .call("POST", kSession,
                  QJsonDocument(protocol::encode(protocol::SessionRequest{name, kPassword, server.ids().next(),
                                                                          QStringLiteral("Laptop")}))
                      .toJson(),
                  {}, {{"x-forwarded-for", forwarded}})
            .status;
    };
    for (int i = 0; i < 25; ++i)
        attemptFrom("198.51.100.7");
    EXPECT_EQ(attemptFrom("203.0.113.9"), 429) << "no proxy was named: whoever says so is the peer all the same";
    server.clock().advance(60'000);
    server.use(server.another(TrustedProxies::of({QStringLiteral("127.0.0.1")}).value()));
    for (int i = 0; i < 25; ++i)
        attemptFrom("10.0.0.1, 198.51.100.8");
    EXPECT_EQ(attemptFrom("10.0.0.2, 198.51.100.8"), 429) << "what stands before the last hop is the client's own word";
    EXPECT_EQ(attemptFrom("203.0.113.9"), 401);
    server.clock().advance(60'000);
    for (int i = 0; i < 25; ++i)
        attemptFrom(QByteArrayLiteral("2001:db8:1:2::") + QByteArray::number(i + 1));
    EXPECT_EQ(attemptFrom("2001:db8:1:2:ffff:ffff:ffff:ffff"), 429) << "one line's addresses count as one";
    EXPECT_EQ(attemptFrom("2001:db8:1:3::1"), 401);
}

TEST_P(Sessions, accessToken_endsAfterFifteenMinutes)
{
    const Session session = server.signIn(QStringLiteral("inspector.one"));
    server.clock().advance(15 * 60 * 1000 - 1);
    EXPECT_EQ(pullWith(session.token), 200);
    server.clock().advance(1);
    EXPECT_EQ(pullWith(session.token), 401);
}

TEST_P(Sessions, oldRefreshToken_staysGoodUntilTheNewOneIsUsed)
{
    const Session session = server.signIn(QStringLiteral("inspector.one"));
    const ApiResponse lost = refresh(session.refresh); // its reply never came
    ASSERT_EQ(lost.status, 200);
    const ApiResponse second = refresh(session.refresh);
    ASSERT_EQ(second.status, 200);
    const ApiResponse third = refresh(member(second, "refresh_token"));
    ASSERT_EQ(third.status, 200);
    EXPECT_EQ(pullWith(member(third, "access_token")), 200);
}

TEST_P(Sessions, refreshTokenUsedAfterItsSuccessor_endsTheSession)
{
    const Session session = server.signIn(QStringLiteral("inspector.one"));
    const ApiResponse second = refresh(session.refresh);
    const ApiResponse third = refresh(member(second, "refresh_token"));
    ASSERT_EQ(third.status, 200);
    EXPECT_EQ(refresh(session.refresh).status, 401);
    EXPECT_EQ(refresh(member(third, "refresh_token")).status, 401) << "the thief's token is worth nothing either";
    EXPECT_EQ(pullWith(member(third, "access_token")), 401);
}

TEST_P(Sessions, refreshToken_endsAfterSixtyDays)
{
    const Session session = server.signIn(QStringLiteral("inspector.one"));
    server.clock().advance(60LL * 24 * 3600 * 1000);
    EXPECT_EQ(refresh(session.refresh).status, 401);
}

TEST_P(Sessions, signOut_endsBothTokens)
{
    const Session session = server.signIn(QStringLiteral("inspector.one"));
    EXPECT_EQ(server.call("DELETE", kSession, {}, session.token).status, 204);
    EXPECT_EQ(pullWith(session.token), 401);
    EXPECT_EQ(refresh(session.refresh).status, 401);
}

TEST_P(Sessions, closedAccountOrRevokedDevice_isRefusedAtOnce)
{
    const Session session = server.signIn(QStringLiteral("inspector.one"));
    server.run(QStringLiteral("UPDATE device SET revoked = 1"));
    EXPECT_EQ(pullWith(session.token), 401);
    EXPECT_EQ(refresh(session.refresh).status, 401);
    server.run(QStringLiteral("UPDATE device SET revoked = 0"));
    EXPECT_EQ(pullWith(session.token), 200);
    server.run(QStringLiteral("UPDATE account SET active = 0"));
    EXPECT_EQ(pullWith(session.token), 401);
    EXPECT_EQ(attempt(QStringLiteral("inspector.one"), kPassword).status, 401);
}

TEST_P(Sessions, whatIsOver_isSwept)
{
    const auto count = [this](const char *table) {
        return server.value(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table)).toInt();
    };
    const Session ended = server.signIn(QStringLiteral("inspector.one"));
    EXPECT_EQ(server.call("DELETE", kSession, {}, ended.token).status, 204);
    const Session kept = server.signIn(QStringLiteral("inspector.one"));
    attempt(QStringLiteral("nobody.here"), kPassword);
    ASSERT_TRUE(server.core().tidy());
    EXPECT_EQ(count("session"), 2) << "a token of it is still known";
    EXPECT_EQ(count("attempt"), 2) << "for the name and for the address";
    server.clock().advance(59LL * 24 * 3600 * 1000);
    const QString renewed = member(refresh(kept.refresh), "refresh_token");
    attempt(QStringLiteral("nobody.else"), kPassword);
    ASSERT_TRUE(server.core().tidy());
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM attempt WHERE subject = 'name:nobody.here'")).toInt(),
              0);
    EXPECT_EQ(count("attempt"), 2);
    server.clock().advance(2LL * 24 * 3600 * 1000);
    ASSERT_TRUE(server.core().tidy());
    EXPECT_EQ(count("session"), 1);
    EXPECT_EQ(refresh(renewed).status, 200) << "what is in use stays";
    server.clock().advance(61LL * 24 * 3600 * 1000);
    ASSERT_TRUE(server.core().tidy());
    EXPECT_EQ(count("session"), 0);
    EXPECT_EQ(count("token"), 0);
    EXPECT_EQ(count("attempt"), 0);
}

TEST_P(Sessions, tokens_areStoredAsHashesOnly)
{
    const Session session = server.signIn(QStringLiteral("inspector.one"));
    EXPECT_EQ(server
                  .value(QStringLiteral("SELECT count(*) FROM token WHERE hash = '%1' OR hash = '%2'")
                             .arg(session.token, session.refresh))
                  .toInt(),
              0);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM account WHERE password LIKE '$argon2id$%'")).toInt(),
              1);
}

/// The cost that the tests' servers hash with.
constexpr PasswordCost kLight{1, 8ULL * 1024 * 1024};

TEST_P(Sessions, aHashOfAnotherCost_isMadeAnewWithTheRightPassword)
{
    const QString name = QStringLiteral("inspector.one");
    const auto stored = [this] { return server.value(QStringLiteral("SELECT password FROM account")).toString(); };
    const QString light = stored();
    const Session before = server.signIn(name);
    EXPECT_EQ(stored(), light) << "of the cost that is asked for";
    auto dearer = ServerCore::open(server.location(), server.clock(), QStringLiteral("test"),
                                   PasswordCost{2, 8ULL * 1024 * 1024});
    ASSERT_TRUE(dearer);
    server.use(std::move(*dearer));
    EXPECT_EQ(attempt(name, QStringLiteral("not the password")).status, 401);
    EXPECT_EQ(stored(), light) << "nothing is known of it";
    server.signIn(name);
    const QString anew = stored();
    EXPECT_TRUE(anew.contains(QStringLiteral("t=2"))) << qPrintable(anew);
    EXPECT_EQ(pullWith(before.token), 200) << "no session ends: it is the same password";
    server.signIn(name);
    EXPECT_EQ(stored(), anew) << "once";
}

TEST_P(Sessions, twoHashesRunAtOnceAndAThirdIsBusy)
{
    server::Sessions sessions(server.clock(), kLight, std::chrono::milliseconds(0));
    Store &store = *server.core().stores().ofThisThread().value();
    const Session known = server.signIn(QStringLiteral("inspector.one"));
    const Origin here{QStringLiteral("127.0.0.1"), true};
    const auto signIn = [&](const QString &name, const QString &password) {
        const auto reply =
            sessions.signIn(store, {name, password, server.ids().next(), QStringLiteral("Laptop")}, here);
        return reply ? std::optional<ErrorCode>() : reply.error().code;
    };
    const auto change = [&] {
        const auto who = sessions.authenticate(store, known.token, here);
        EXPECT_TRUE(who);
        const auto reply =
            sessions.changePassword(store, *who, {kPassword, QStringLiteral("another horse battery")}, here.address);
        return reply ? std::optional<ErrorCode>() : reply.error().code;
    };
    const auto enrol = [&] {
        const auto reply = sessions.enrol(store,
                                          {QStringLiteral("inspector.one"), QStringLiteral("0000-0000-0000-0000-0000"),
                                           kPassword, server.ids().next(), QStringLiteral("Laptop")},
                                          here);
        return reply ? std::optional<ErrorCode>() : reply.error().code;
    };
    auto first = sessions.hashes().enter();
    {
        const auto second = sessions.hashes().enter();
        EXPECT_TRUE(first && second);
        EXPECT_FALSE(sessions.hashes().enter()) << "never three";
        for (const QString &name : {QStringLiteral("inspector.one"), QStringLiteral("nobody.here")})
            EXPECT_EQ(signIn(name, kPassword), ErrorCode::StorageBusy) << qPrintable(name);
        EXPECT_EQ(enrol(), ErrorCode::StorageBusy);
        EXPECT_EQ(change(), ErrorCode::StorageBusy);
    }
    // One at a time goes through the other, again and again: whatever comes of it, each gives its turn back.
    EXPECT_EQ(signIn(QStringLiteral("inspector.one"), QStringLiteral("not the password")), ErrorCode::Unauthenticated);
    EXPECT_EQ(signIn(QStringLiteral("nobody.here"), kPassword), ErrorCode::Unauthenticated);
    EXPECT_EQ(enrol(), ErrorCode::Unauthenticated);
    EXPECT_EQ(signIn(QStringLiteral("inspector.one"), kPassword), std::nullopt);
    EXPECT_EQ(change(), std::nullopt);
    const auto second = sessions.hashes().enter();
    EXPECT_TRUE(second);
    EXPECT_FALSE(sessions.hashes().enter());
    const ApiResponse busy = errorReply(makeError(ErrorCode::StorageBusy, QString()));
    EXPECT_EQ(busy.status, 503);
    EXPECT_EQ(busy.headers.value("Retry-After"), QByteArrayLiteral("2"));
}

/// What a name of nobody is compared with is a hash too, the first time it is needed: not beside the two.
TEST_P(Sessions, aNameOfNobody_costsNoHashWhileTwoRun)
{
    server::Sessions sessions(server.clock(), PasswordCost{}, std::chrono::milliseconds(0));
    Store &store = *server.core().stores().ofThisThread().value();
    const auto cost = [&](ErrorCode expected) { // processor time of this thread alone
        timespec before{};
        timespec after{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
        const auto reply = sessions.signIn(
            store, {QStringLiteral("nobody.here"), kPassword, server.ids().next(), QStringLiteral("Laptop")},
            {QStringLiteral("127.0.0.1"), true});
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
        EXPECT_FALSE(reply);
        EXPECT_EQ(reply.error().code, expected);
        return (after.tv_sec - before.tv_sec) * 1'000'000'000LL + after.tv_nsec - before.tv_nsec;
    };
    long long turnedAway = 0;
    {
        const auto first = sessions.hashes().enter();
        const auto second = sessions.hashes().enter();
        turnedAway = cost(ErrorCode::StorageBusy);
    }
    EXPECT_LT(turnedAway * 4, cost(ErrorCode::Unauthenticated));
}

MARKAZ_ON_BOTH(Sessions);

} // namespace
} // namespace markaz::server::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/accountadmin.h"
#include "core/protocol/accounts.h"
#include "tests/app/server/testserver.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

using namespace markaz::protocol;

const QString kAccounts = QStringLiteral("/api/v1/accounts");
const QString kEnrol = QStringLiteral("/api/v1/session/enrol");
const QString kChosen = QStringLiteral("a password of their own");
const QStringList kPunjab{QStringLiteral("PK-PB")};

QJsonObject bodyOf(const ApiResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

class Accounts : public OnBoth
{
protected:
    ApiResponse add(const Session &who, const QString &name, Role role, const QStringList &provinces)
    {
        return server.post(kAccounts, encode(AccountRequest{name, name, role, provinces}), who.token);
    }
    AccountEntry added(const QString &name, Role role = Role::Inspector, const QStringList &provinces = kPunjab)
    {
        const ApiResponse response = add(admin, name, role, provinces);
        EXPECT_EQ(response.status, 201) << response.body.constData();
        return decode<AccountEntry>(bodyOf(response)).value();
    }
    ApiResponse change(const Session &who, const QString &id, const AccountChange &change)
    {
        return server.call("PATCH", kAccounts + QLatin1Char('/') + id, QJsonDocument(encode(change)).toJson(),
                           who.token);
    }
    ApiResponse close(const Session &who, const QString &id)
    {
        AccountChange change;
        change.active = false;
        return this->change(who, id, change);
    }
    ApiResponse askCode(const Session &who, const QString &id)
    {
        return server.post(kAccounts + QLatin1Char('/') + id + QStringLiteral("/code"), {}, who.token);
    }
    QString codeOfAccount(const QString &id) { return decode<CodeReply>(bodyOf(askCode(admin, id))).value().code; }
    ApiResponse enrol(const QString &name, const QString &code, const QString &password = kChosen,
                      const QString &device = {})
    {
        return server.post(kEnrol,
                           encode(EnrolRequest{name, code, password, device.isEmpty() ? server.ids().next() : device,
                                               QStringLiteral("Laptop")}));
    }
    ApiResponse signIn(const QString &name, const QString &password, const QString &device = {})
    {
        return server.post(QStringLiteral("/api/v1/session"),
                           encode(SessionRequest{name, password, device.isEmpty() ? server.ids().next() : device,
                                                 QStringLiteral("Laptop")}));
    }
    int pullWith(const QString &token)
    {
        return server.call("GET", QStringLiteral("/api/v1/changes"), {}, token).status;
    }
    QStringList names(const Session &who)
    {
        QStringList list;
        const auto accounts =
            decode<AccountList>(bodyOf(server.call("GET", kAccounts, {}, who.token))).value().accounts;
        for (const AccountEntry &entry : accounts)
            list.append(entry.account.name);
        return list;
    }
    /// What the audit says of \p action, newest last.
    QStringList audited(const char *action)
    {
        const QString all = server
                                .value(server.location().databaseUrl.isEmpty()
                                           ? QStringLiteral("SELECT group_concat(event, char(10)) FROM audit")
                                           : QStringLiteral("SELECT string_agg(event, chr(10) ORDER BY n) FROM audit"))
                                .toString();
        return all.split(QLatin1Char('\n')).filter(QStringLiteral("\"action\":\"%1\"").arg(QLatin1String(action)));
    }

    Session admin = server.join(QStringLiteral("admin.one"), Role::Administrator,
                                {QStringLiteral("PK-PB"), QStringLiteral("PK-IS")});
};

TEST_P(Accounts, aNewOne_getsInWithItsCodeOnceAndChoosesItsPassword)
{
    const AccountEntry entry = added(QStringLiteral("a.khan"));
    EXPECT_EQ(entry.enrolment, Enrolment::Code);
    EXPECT_FALSE(entry.hasPassword);
    EXPECT_EQ(signIn(QStringLiteral("a.khan"), QString()).status, 400);
    EXPECT_EQ(signIn(QStringLiteral("a.khan"), kPassword).status, 401) << "no password opens what has none";
    const QString code = codeOfAccount(entry.account.accountId);
    const ApiResponse first = enrol(QStringLiteral("a.khan"), code.toLower().remove(QLatin1Char('-')));
    ASSERT_EQ(first.status, 201) << first.body.constData();
    const auto session = decode<SessionReply>(bodyOf(first)).value();
    EXPECT_EQ(session.account.accountId, entry.account.accountId);
    EXPECT_EQ(pullWith(session.accessToken), 200);
    EXPECT_EQ(enrol(QStringLiteral("a.khan"), code).status, 401) << "it is used";
    EXPECT_EQ(
        server.value(QStringLiteral("SELECT count(*) FROM enrolment_code WHERE hash LIKE '%%1%'").arg(code.left(4)))
            .toInt(),
        0);
    EXPECT_EQ(audited("enrol").size(), 1);
    EXPECT_FALSE(audited("add_account").join(QString()).contains(QStringLiteral("khan"))) << "ids, no names";
}

TEST_P(Accounts, aKnownPassword_opensNothingOnAnUnknownDevice)
{
    const AccountEntry entry = added(QStringLiteral("a.khan"));
    const QString laptop = server.ids().next();
    ASSERT_EQ(enrol(QStringLiteral("a.khan"), codeOfAccount(entry.account.accountId), kChosen, laptop).status, 201);
    EXPECT_EQ(signIn(QStringLiteral("a.khan"), kChosen, laptop).status, 201) << "its own laptop";
    const ApiResponse thief = signIn(QStringLiteral("a.khan"), kChosen);
    EXPECT_EQ(thief.status, 403);
    EXPECT_EQ(codeOf(thief), code::kDeviceUnknown);
    EXPECT_FALSE(bodyOf(thief).contains(QStringLiteral("access_token")));
    EXPECT_EQ(
        server.value(QStringLiteral("SELECT count(*) FROM device WHERE account = '%1'").arg(entry.account.accountId))
            .toInt(),
        1)
        << "it is not known by having tried";
    EXPECT_EQ(audited("device_unknown").size(), 1);
    for (int i = 0; i < 3; ++i)
        signIn(QStringLiteral("a.khan"), kChosen);
    EXPECT_EQ(signIn(QStringLiteral("a.khan"), kChosen).status, 429) << "each counts as a failed attempt";
}

TEST_P(Accounts, wrongUsedVoidAndExpiredCodes_answerAlike)
{
    const QString id = added(QStringLiteral("a.khan")).account.accountId;
    const QString other = added(QStringLiteral("b.khan")).account.accountId;
    const QString older = codeOfAccount(id);
    const QString newer = codeOfAccount(id);
    const QString others = codeOfAccount(other);
    ASSERT_NE(older, newer);
    QList<ApiResponse> refused{enrol(QStringLiteral("a.khan"), older), enrol(QStringLiteral("a.khan"), others),
                               enrol(QStringLiteral("a.khan"), QStringLiteral("no code at all")),
                               enrol(QStringLiteral("nobody.here"), newer)};
    server.clock().advance(7LL * 24 * 3600 * 1000);
    refused.append(enrol(QStringLiteral("a.khan"), newer));
    server.clock().advance(-1);
    for (const ApiResponse &response : std::as_const(refused)) {
        EXPECT_EQ(response.status, 401);
        EXPECT_EQ(response.body, refused.first().body);
    }
    server.clock().advance(-60'000 * 60); // into the code's last day, and the attempts' waits are over by then
    server.run(QStringLiteral("DELETE FROM attempt"));
    EXPECT_EQ(enrol(QStringLiteral("a.khan"), newer).status, 201);
}

TEST_P(Accounts, failedEnrolments_areSlowedLikeSignIns)
{
    const QString id = added(QStringLiteral("a.khan")).account.accountId;
    const QString code = codeOfAccount(id);
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(enrol(QStringLiteral("a.khan"), QStringLiteral("0000-0000-0000-0000-0000")).status, 401);
    EXPECT_EQ(enrol(QStringLiteral("a.khan"), code).status, 429);
    EXPECT_EQ(signIn(QStringLiteral("a.khan"), kChosen).status, 429) << "one count for both";
    const QStringList told = audited("failed_sign_ins");
    ASSERT_EQ(told.size(), 1);
    EXPECT_TRUE(told.first().contains(QStringLiteral("\"with\":\"code\""))) << qPrintable(told.first());
    server.clock().advance(2000);
    EXPECT_EQ(enrol(QStringLiteral("a.khan"), code, QStringLiteral("short")).status, 400) << "and the code is as good";
    EXPECT_EQ(enrol(QStringLiteral("a.khan"), code).status, 201);
}

TEST_P(Accounts, aCodeForAnOpenAccount_makesItStricterAndEndsItsSessionsWhenItIsUsed)
{
    const Session before = server.join(QStringLiteral("old.one"), Role::Inspector, kPunjab);
    const QString code = codeOfAccount(before.actor.accountId);
    EXPECT_EQ(pullWith(before.token), 200);
    EXPECT_EQ(codeOf(signIn(QStringLiteral("old.one"), kPassword)), code::kDeviceUnknown);
    ASSERT_EQ(enrol(QStringLiteral("old.one"), code).status, 201);
    EXPECT_EQ(pullWith(before.token), 401);
    EXPECT_EQ(signIn(QStringLiteral("old.one"), kPassword).status, 401) << "the old password is none any more";
}

TEST_P(Accounts, changeOfPassword_endsTheOtherSessionsAndAsksForTheOld)
{
    const QString path = QStringLiteral("/api/v1/session/password");
    const Session mine = server.join(QStringLiteral("officer.one"), Role::Officer, kPunjab);
    const Session elsewhere = server.signIn(QStringLiteral("officer.one"));
    const ApiResponse wrong =
        server.post(path, encode(PasswordRequest{QStringLiteral("not the password"), kChosen}), mine.token);
    EXPECT_EQ(wrong.status, 403);
    EXPECT_EQ(codeOf(wrong), code::kWrongPassword);
    const ApiResponse weak =
        server.post(path, encode(PasswordRequest{kPassword, QStringLiteral("eleven char")}), mine.token);
    EXPECT_EQ(weak.status, 400);
    EXPECT_EQ(bodyOf(weak).value(QStringLiteral("field")).toString(), QStringLiteral("new"));
    EXPECT_EQ(pullWith(elsewhere.token), 200) << "nothing happened so far";
    EXPECT_EQ(server.post(path, encode(PasswordRequest{kPassword, kChosen}), mine.token).status, 204);
    EXPECT_EQ(pullWith(mine.token), 200);
    EXPECT_EQ(pullWith(elsewhere.token), 401);
    EXPECT_EQ(signIn(QStringLiteral("officer.one"), kPassword).status, 401);
    EXPECT_EQ(signIn(QStringLiteral("officer.one"), kChosen).status, 201);
    EXPECT_EQ(audited("change_password").size(), 1);
    for (int i = 0; i < 4; ++i)
        server.post(path, encode(PasswordRequest{QStringLiteral("not the password"), kChosen}), mine.token);
    EXPECT_EQ(server.post(path, encode(PasswordRequest{kChosen, kPassword}), mine.token).status, 429);
}

TEST_P(Accounts, anAdministrator_managesOnlyWhatLiesInTheirProvinces)
{
    const Actor far = server.addAccount(QStringLiteral("far.one"), Role::Inspector, {QStringLiteral("PK-SD")});
    const Actor wide = server.addAccount(QStringLiteral("wide.one"), Role::Officer,
                                         {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")});
    const AccountEntry near = added(QStringLiteral("near.one"));
    EXPECT_EQ(names(admin), (QStringList{QStringLiteral("admin.one"), QStringLiteral("near.one")}));
    for (const Actor &other : {far, wide}) {
        EXPECT_EQ(close(admin, other.accountId).status, 403);
        EXPECT_EQ(askCode(admin, other.accountId).status, 403);
    }
    EXPECT_EQ(add(admin, QStringLiteral("new.far"), Role::Inspector, {QStringLiteral("PK-SD")}).status, 403);
    EXPECT_EQ(add(admin, QStringLiteral("new.wide"), Role::Officer, wide.provinces).status, 403);
    AccountChange away;
    away.provinces = QStringList{QStringLiteral("PK-SD")};
    EXPECT_EQ(change(admin, near.account.accountId, away).status, 403) << "nobody is given away either";
    away.provinces = QStringList{QStringLiteral("PK-XX")};
    EXPECT_EQ(change(admin, near.account.accountId, away).status, 400);
    away.provinces = QStringList{QStringLiteral("PK-IS"), QStringLiteral("PK-PB")};
    EXPECT_EQ(change(admin, near.account.accountId, away).status, 200);
}

TEST_P(Accounts, nobody_changesTheirOwnAuthorityAndTheLastAdministratorStays)
{
    const QString self = admin.actor.accountId;
    EXPECT_EQ(close(admin, self).status, 403);
    AccountChange own;
    own.role = Role::Officer;
    EXPECT_EQ(change(admin, self, own).status, 403);
    own = {};
    own.provinces = kPunjab;
    EXPECT_EQ(change(admin, self, own).status, 403);
    own = {};
    own.displayName = QStringLiteral("The administrator");
    EXPECT_EQ(change(admin, self, own).status, 200);
    // Whoever runs the server is nobody's self; the last one who can sign in stays all the same.
    AccountAdmin local(server.core().stores().ofThisThread().value()->database(), server.core().reference().gazetteer,
                       server.clock(), Manager::server());
    AccountChange closed;
    closed.active = false;
    EXPECT_EQ(local.change(self, closed).error().code, ErrorCode::WrongState);
    const AccountEntry second = added(QStringLiteral("admin.two"), Role::Administrator, admin.actor.provinces);
    EXPECT_EQ(local.change(self, closed).error().code, ErrorCode::WrongState) << "who cannot sign in does not count";
    AccountChange demoted;
    demoted.role = Role::Auditor;
    EXPECT_EQ(local.change(self, demoted).error().code, ErrorCode::WrongState);
    ASSERT_EQ(enrol(QStringLiteral("admin.two"), codeOfAccount(second.account.accountId)).status, 201);
    EXPECT_TRUE(local.change(self, closed));
    EXPECT_EQ(local.change(second.account.accountId, closed).error().code, ErrorCode::WrongState);
}

TEST_P(Accounts, anAdministratorClosedMeanwhile_closesNobody)
{
    const Session second = server.join(QStringLiteral("admin.two"), Role::Administrator, admin.actor.provinces);
    // As a request that was let in before the other one's was committed: what it knows of itself is old.
    AccountAdmin late(server.core().stores().ofThisThread().value()->database(), server.core().reference().gazetteer,
                      server.clock(), Manager{second.actor, {}});
    ASSERT_EQ(close(admin, second.actor.accountId).status, 200);
    AccountChange closed;
    closed.active = false;
    EXPECT_EQ(late.change(admin.actor.accountId, closed).error().code, ErrorCode::Unauthenticated);
    EXPECT_EQ(pullWith(admin.token), 200);
}

TEST_P(Accounts, closing_endsSessionsAtOnceAndTheFeedFollows)
{
    const Session reader = server.join(QStringLiteral("officer.one"), Role::Officer, kPunjab);
    const AccountEntry entry = added(QStringLiteral("a.khan"));
    const QString id = entry.account.accountId;
    const auto session = decode<SessionReply>(bodyOf(enrol(QStringLiteral("a.khan"), codeOfAccount(id)))).value();
    const QString unused = codeOfAccount(id);
    QString cursor;
    server.pull(reader, cursor);
    ASSERT_EQ(close(admin, id).status, 200);
    EXPECT_EQ(pullWith(session.accessToken), 401);
    EXPECT_EQ(
        server
            .post(QStringLiteral("/api/v1/session/refresh"), {{QStringLiteral("refresh_token"), session.refreshToken}})
            .status,
        401);
    EXPECT_EQ(enrol(QStringLiteral("a.khan"), unused).status, 401);
    EXPECT_EQ(askCode(admin, id).status, 409);
    const auto news = server.pull(reader, cursor);
    ASSERT_EQ(news.size(), 1);
    EXPECT_EQ(news.first().id, id);
    EXPECT_FALSE(news.first().fields().value(QStringLiteral("active")).toBool(true));
    AccountChange open;
    open.active = true;
    ASSERT_EQ(change(admin, id, open).status, 200);
    EXPECT_EQ(pullWith(session.accessToken), 401) << "what ended has ended";
    EXPECT_EQ(enrol(QStringLiteral("a.khan"), unused).status, 401);
    EXPECT_EQ(audited("close_account").size(), 1);
    EXPECT_EQ(audited("open_account").size(), 1);
}

TEST_P(Accounts, anotherScope_holdsAtOnceAndLeavesThoseWhoMayNotSeeItAnyMore)
{
    const Session inspector = server.join(QStringLiteral("inspector.one"), Role::Inspector, kPunjab);
    const Session near = server.join(QStringLiteral("officer.pb"), Role::Officer, kPunjab);
    const Session there = server.join(QStringLiteral("officer.is"), Role::Officer, {QStringLiteral("PK-IS")});
    QString mine;
    QString nearCursor;
    QString thereCursor;
    server.pull(inspector, mine);
    server.pull(near, nearCursor);
    server.pull(there, thereCursor);
    AccountChange move;
    move.provinces = QStringList{QStringLiteral("PK-IS")};
    ASSERT_EQ(change(admin, inspector.actor.accountId, move).status, 200);
    const ApiResponse pulled =
        server.call("GET", QStringLiteral("/api/v1/changes?cursor=") + mine, {}, inspector.token);
    EXPECT_EQ(codeOf(pulled), code::kScopeChanged);
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")))).code,
              code::kScopeRevoked);
    const auto left = server.pull(near, nearCursor);
    ASSERT_EQ(left.size(), 1);
    EXPECT_EQ(left.first().kind, FeedKind::Leave);
    EXPECT_EQ(left.first().id, inspector.actor.accountId);
    EXPECT_TRUE(left.first().data.isEmpty());
    const auto came = server.pull(there, thereCursor);
    ASSERT_EQ(came.size(), 1);
    EXPECT_EQ(came.first().kind, FeedKind::Put);
}

TEST_P(Accounts, list_tellsLastContactAndWaysIn)
{
    added(QStringLiteral("a.khan"));
    const QString id = added(QStringLiteral("b.khan")).account.accountId;
    codeOfAccount(id);
    const auto list = decode<AccountList>(bodyOf(server.call("GET", kAccounts, {}, admin.token))).value().accounts;
    ASSERT_EQ(list.size(), 3);
    EXPECT_EQ(list[0].account.name, QStringLiteral("a.khan"));
    EXPECT_TRUE(list[0].lastContact.isEmpty() && list[0].codeExpiresAt.isEmpty());
    EXPECT_EQ(list[1].lastContact, QStringLiteral("2026-11-24T06:00:00.000Z"));
    EXPECT_EQ(list[1].enrolment, Enrolment::Open);
    EXPECT_TRUE(list[1].hasPassword);
    EXPECT_EQ(list[2].codeExpiresAt, QStringLiteral("2026-12-01T06:00:00.000Z"));
    EXPECT_EQ(names(admin).size(), 3);
    EXPECT_EQ(add(admin, QStringLiteral("a.khan"), Role::Inspector, kPunjab).status, 409);
    EXPECT_EQ(add(admin, QStringLiteral("A Khan"), Role::Inspector, kPunjab).status, 400);
    EXPECT_EQ(change(admin, server.ids().next(), AccountChange{QStringLiteral("x")}).status, 404);
    EXPECT_EQ(server.call("GET", kAccounts + QStringLiteral("/x/y/code"), {}, admin.token).status, 404);
}

MARKAZ_ON_BOTH(Accounts);

} // namespace
} // namespace markaz::server::test

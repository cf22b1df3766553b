// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/routes.h"
#include "app/server/store/accountadmin.h"
#include "app/server/store/devices.h"
#include "app/server/store/issuer.h"
#include "app/server/store/ledger.h"
#include "core/protocol/accounts.h"
#include "core/security/revocation.h"
#include "tests/app/server/visits.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace markaz::server::test {
namespace {

using namespace markaz::protocol;

const QString kDevices = QStringLiteral("/api/v1/devices");
const QString kWiped = QStringLiteral("/api/v1/session/wiped");

QJsonObject bodyOf(const ApiResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

class DevicesTest : public Visits
{
protected:
    ApiResponse revoke(const Session &who, const QString &device, const QString &account)
    {
        return server.post(kDevices + QLatin1Char('/') + device + QStringLiteral("/revoke"),
                           {{QStringLiteral("account"), account}}, who.token);
    }
    QList<DeviceEntry> devicesOf(const Session &who, const QString &account)
    {
        const ApiResponse response =
            server.call("GET", kDevices + QStringLiteral("?account=") + account, {}, who.token);
        EXPECT_EQ(response.status, 200) << response.body.constData();
        return decode<DeviceList>(bodyOf(response)).value().devices;
    }
    /// The inspector's laptop is lost.
    QString lose()
    {
        QString device = devicesOf(admin, inspector.actor.accountId).value(0).id;
        EXPECT_EQ(revoke(admin, device, inspector.actor.accountId).status, 200);
        return device;
    }
    ApiResponse refresh(const QString &token)
    {
        return server.post(QStringLiteral("/api/v1/session/refresh"), {{QStringLiteral("refresh_token"), token}});
    }
    ApiResponse signIn(const QString &name, const QString &password, const QString &device)
    {
        return server.post(QStringLiteral("/api/v1/session"),
                           encode(SessionRequest{name, password, device, QStringLiteral("Laptop")}));
    }
    /// What a refused sign-in may hand in with.
    static std::optional<SessionReply> leavingOf(const ApiResponse &response)
    {
        const auto session = decode<SessionReply>(bodyOf(response).value(QStringLiteral("session")).toObject());
        return session ? std::optional<SessionReply>(*session) : std::nullopt;
    }
    ApiResponse wiped(const QString &token, const QString &id)
    {
        return server.post(kWiped, {{QStringLiteral("revocation"), id}}, token);
    }

    Session admin = server.join(QStringLiteral("admin.one"), Role::Administrator, {QStringLiteral("PK-PB")});
};

TEST_P(DevicesTest, list_showsThoseOfTheProvincesWithTheirLastContact)
{
    server.join(QStringLiteral("far.one"), Role::Inspector, {QStringLiteral("PK-SD")});
    server.clock().advance(3'600'000);
    ASSERT_EQ(refresh(inspector.refresh).status, 200);
    const auto all =
        decode<DeviceList>(bodyOf(server.call("GET", kDevices, {}, server.signIn(QStringLiteral("admin.one")).token)))
            .value()
            .devices;
    QStringList accounts;
    for (const DeviceEntry &entry : all)
        accounts.append(entry.account);
    EXPECT_TRUE(accounts.contains(inspector.actor.accountId) && accounts.contains(officer.actor.accountId));
    EXPECT_FALSE(
        accounts.contains(server.value(QStringLiteral("SELECT id FROM account WHERE name = 'far.one'")).toString()));
    const Session again = server.signIn(QStringLiteral("admin.one"));
    const auto one = devicesOf(again, inspector.actor.accountId);
    ASSERT_EQ(one.size(), 1);
    EXPECT_EQ(one.first().firstSeen, QStringLiteral("2026-11-24T06:00:00.000Z"));
    EXPECT_EQ(one.first().lastContact, QStringLiteral("2026-11-24T07:00:00.000Z"));
    EXPECT_EQ(one.first().state, DeviceState::Active);
    EXPECT_EQ(one.first().name, QStringLiteral("Test laptop"));
}

TEST_P(DevicesTest, aRevokedOne_isToldSoUnderTheIssuersKeyAndLetInNowhereElse)
{
    const QString device = lose();
    const ApiResponse pulled = server.call("GET", QStringLiteral("/api/v1/changes"), {}, inspector.token);
    EXPECT_EQ(pulled.status, 403) << "also with the token that it has still";
    EXPECT_EQ(codeOf(pulled), code::kDeviceRevoked);
    const ApiResponse reply = refresh(inspector.refresh);
    ASSERT_EQ(reply.status, 200);
    const auto session = decode<SessionReply>(bodyOf(reply)).value();
    ASSERT_TRUE(session.revocation);
    EXPECT_EQ(session.revocation->device, device);
    EXPECT_EQ(session.revocation->account, inspector.actor.accountId);
    const auto keys = issuerKeys(server.core().stores().ofThisThread().value()->database());
    EXPECT_TRUE(verifyRevocation(*keys, *session.revocation));
    EXPECT_EQ(decode<DeviceRevocation>(bodyOf(pulled).value(QStringLiteral("revocation")).toObject()).value(),
              *session.revocation);
    for (const auto &[method, path] : QList<std::pair<QByteArray, QString>>{
             {"GET", QStringLiteral("/api/v1/changes")},
             {"DELETE", QStringLiteral("/api/v1/session")},
             {"POST", QStringLiteral("/api/v1/session/password")},
             {"POST", QStringLiteral("/api/v1/files")},
             {"GET", QStringLiteral("/api/v1/files/") + QString(64, QLatin1Char('0'))},
             {"GET", QStringLiteral("/api/v1/accounts")}}) {
        const ApiResponse response =
            server.call(method, path, method == "POST" ? "{}" : QByteArray(), session.accessToken);
        EXPECT_EQ(response.status, 403) << method.constData() << ' ' << qPrintable(path);
        EXPECT_EQ(codeOf(response), code::kDeviceRevoked);
    }
}

TEST_P(DevicesTest, whatARevokedOneHandsIn_isKeptAndNotLetIn)
{
    const QString id = draft();
    const Change settledBefore = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    ASSERT_EQ(server.pushOne(inspector, settledBefore).outcome, Outcome::Applied);
    lose();
    // A new draft, which goes through as text; a change; its submit; something that waits for what never came.
    const QList<Change> outbox{settledBefore,
                               create(server.ids(), Entity::Inspection, draftFields(inspector.actor.accountId)),
                               patch(server.ids(), Entity::Owner, settledBefore.id, 1,
                                     one(QStringLiteral("phone"), QJsonValue::Null, QStringLiteral("0300-0000000"))),
                               submit(id),
                               patch(server.ids(), Entity::Owner, server.ids().next(), 1,
                                     one(QStringLiteral("phone"), QJsonValue::Null, QStringLiteral("0300-0000000")))};
    const Results results = server.push(inspector, outbox);
    ASSERT_EQ(results.size(), outbox.size());
    EXPECT_EQ(results[0].outcome, Outcome::Duplicate) << "what was taken before was taken";
    for (int i = 1; i < results.size(); ++i) {
        EXPECT_EQ(results[i].outcome, Outcome::Rejected) << i;
        EXPECT_EQ(results[i].code, code::kDeviceRevoked) << i;
    }
    QList<KeptChange> kept;
    EXPECT_TRUE(Ledger(server.core().stores().ofThisThread().value()->database())
                    .eachQuarantined([&kept](const KeptChange &one) { kept.append(one); }));
    ASSERT_EQ(kept.size(), 4);
    for (const KeptChange &one : std::as_const(kept)) {
        EXPECT_EQ(one.code, code::kDeviceRevoked);
        EXPECT_EQ(one.account, QStringLiteral("inspector.one"));
    }
    const auto draftKept =
        std::find_if(kept.begin(), kept.end(), [&](const KeptChange &one) { return one.id == outbox[1].id; });
    ASSERT_NE(draftKept, kept.end());
    EXPECT_EQ(QJsonDocument::fromJson(draftKept->text).object().value(QStringLiteral("change")).toObject(),
              encode(outbox[1]))
        << "with all that was entered";
    EXPECT_FALSE(server.stored(outbox[1].id));
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("draft"));
    EXPECT_EQ(server.push(inspector, outbox).value(1).code, code::kDeviceRevoked) << "a lost reply costs nothing";
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM quarantine")).toInt(), 4);
}

TEST_P(DevicesTest, whatARevokedOneHandsIn_isKeptUpToItsShareAndThenRefusedWithoutATrace)
{
    const Session colleague = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    const QString device = lose();
    const auto fill = [&](const QString &rest) {
        server.run(QStringLiteral("DELETE FROM quarantine"));
        server.run(QStringLiteral("INSERT INTO quarantine (op_id, account, device, at, code, change) ") +
                   rest.arg(QStringLiteral("'%1', '%2', '2026-11-24T06:00:00.000Z', 'device_revoked'")
                                .arg(inspector.actor.accountId, device)));
    };
    const auto owner = [this] { return create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB"))); };
    const auto count = [this](const char *table) {
        return server.value(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table)).toInt();
    };
    const auto expectFull = [&](const Change &change) {
        const QList<int> before{count("quarantine"), count("ledger"), count("audit")};
        for (int i = 0; i < 2; ++i) {
            const ChangeResult result = server.pushOne(inspector, change);
            EXPECT_EQ(result.outcome, Outcome::Rejected);
            EXPECT_EQ(result.code, kQuarantineFull);
            EXPECT_FALSE(result.message.isEmpty());
        }
        EXPECT_EQ((QList<int>{count("quarantine"), count("ledger"), count("audit")}), before);
    };

    fill(
        QStringLiteral("WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < %1) SELECT 'fill-' || "
                       "i, %2, '{}' FROM k")
            .arg(QuarantineRoom::kMostChanges - 1)
            .arg(QStringLiteral("%1")));
    const Change last = owner();
    const Results results = server.push(inspector, {last, owner()});
    EXPECT_EQ(results.value(0).code, code::kDeviceRevoked) << "the last that has room";
    EXPECT_EQ(results.value(1).code, kQuarantineFull);
    expectFull(owner());
    EXPECT_EQ(server.pushOne(inspector, last).code, code::kDeviceRevoked) << "what was kept was kept";

    fill(QStringLiteral("SELECT 'fill', %1, ") +
         (GetParam() == std::string("sqlite")
              ? QStringLiteral("hex(zeroblob(%1))").arg(QuarantineRoom::kMostBytes / 2 - 50)
              : QStringLiteral("repeat('0', %1)").arg(QuarantineRoom::kMostBytes - 100)));
    expectFull(owner());
    EXPECT_TRUE(server.call("GET", QStringLiteral("/metrics")).body.contains("markaz_quarantine_full_total 5\n"));

    const QString other = devicesOf(admin, colleague.actor.accountId).value(0).id;
    EXPECT_EQ(revoke(admin, other, colleague.actor.accountId).status, 200);
    EXPECT_EQ(server.pushOne(colleague, owner()).code, code::kDeviceRevoked) << "another laptop has a share of its own";
}

TEST_P(DevicesTest, whatNobodyCanRead_isKeptAsItCameFromARevokedOne)
{
    const Change good = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    const QString note = QStringLiteral("what only this laptop knows");
    QJsonObject newer = encode(create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB"))));
    newer.insert(QStringLiteral("entity"), QStringLiteral("a kind of tomorrow"));
    newer.insert(QStringLiteral("note"), note);
    QJsonObject odd = encode(create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB"))));
    odd.insert(QStringLiteral("note"), QString(note + QChar(u'\0') + QChar(0xd800)));
    const auto push = [&] {
        const ApiResponse response = server.post(QStringLiteral("/api/v1/changes"),
                                                 {{QStringLiteral("batch_id"), server.ids().next()},
                                                  {QStringLiteral("history"), QString()},
                                                  {QStringLiteral("changes"), QJsonArray{newer, encode(good), odd}}},
                                                 inspector.token);
        EXPECT_EQ(response.status, 200);
        return decode<PushReply>(bodyOf(response)).value().results;
    };
    ASSERT_EQ(push().value(0).code, code::kMalformed);
    EXPECT_EQ(push().value(2).outcome, Outcome::Rejected);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM quarantine")).toInt(), 0) << "its author has them";
    lose();
    for (int i = 0; i < 2; ++i) { // a lost reply costs nothing
        const Results results = push();
        ASSERT_EQ(results.size(), 3);
        for (const int which : {0, 2}) {
            EXPECT_EQ(results[which].outcome, Outcome::Rejected);
            EXPECT_EQ(results[which].code, code::kDeviceRevoked);
        }
        EXPECT_EQ(results[1].outcome, Outcome::Duplicate);
    }
    QList<KeptChange> kept;
    EXPECT_TRUE(Ledger(server.core().stores().ofThisThread().value()->database())
                    .eachQuarantined([&kept](const KeptChange &one) { kept.append(one); }));
    ASSERT_EQ(kept.size(), 2);
    for (const KeptChange &one : std::as_const(kept)) {
        const QJsonObject change =
            QJsonDocument::fromJson(one.text).object().value(QStringLiteral("change")).toObject();
        EXPECT_TRUE(change.value(QStringLiteral("note")).toString().startsWith(note)) << one.text.constData();
        EXPECT_EQ(change.value(QStringLiteral("fields")), newer.value(QStringLiteral("fields")));
    }
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"refused\"%'")).toInt(), 2);
}

TEST_P(DevicesTest, whatWasRejectedBefore_isKeptFromARevokedOne)
{
    const Change refused = create(server.ids(), Entity::Owner, {{QStringLiteral("province"), QStringLiteral("PK-PB")}});
    const Results before = server.push(inspector, {refused});
    ASSERT_EQ(before.value(0).outcome, Outcome::Rejected);
    lose();
    EXPECT_EQ(server.push(inspector, {refused}).value(0).code, before.value(0).code);
    EXPECT_EQ(server.value(QStringLiteral("SELECT op_id FROM quarantine")).toString(), refused.opId)
        << "its author mends it no more";
}

TEST_P(DevicesTest, aSubmitBehindARefusedFile_isKeptTooAndNotPutOff)
{
    const QString id = draft();
    const Change file = create(server.ids(), Entity::Evidence,
                               {{QStringLiteral("inspection"), id}, {QStringLiteral("sha256"), QStringLiteral("x")}});
    ASSERT_EQ(server.pushOne(inspector, file).outcome, Outcome::Rejected);
    const Change finished = submit(id);
    ASSERT_EQ(server.push(inspector, {file, finished}).value(1).outcome, Outcome::Held)
        << "as long as it may come again";
    lose();
    const Results results = server.push(inspector, {file, finished});
    EXPECT_EQ(results.value(1).outcome, Outcome::Rejected);
    EXPECT_EQ(results.value(1).code, code::kDeviceRevoked);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM quarantine")).toInt(), 2);
}

TEST_P(DevicesTest, aRestoredServer_takesInWhatARevokedOneHasAllTheSame)
{
    lose();
    const Change change = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    const ApiResponse response =
        server.post(QStringLiteral("/api/v1/changes"),
                    encode(PushRequest{server.ids().next(), server.ids().next(), {change}}), inspector.token);
    EXPECT_EQ(response.status, 200) << "it cannot pull anew first";
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM quarantine")).toInt(), 1);
}

TEST_P(DevicesTest, onceItSaysThatItObeyed_allItsSessionsEnd)
{
    const Session another = server.signIn(QStringLiteral("officer.one"));
    const QString device = lose();
    const auto session = decode<SessionReply>(bodyOf(refresh(inspector.refresh))).value();
    EXPECT_EQ(wiped(another.token, session.revocation->id).status, 409) << "not somebody else's laptop";
    EXPECT_EQ(wiped(session.accessToken, server.ids().next()).status, 400);
    EXPECT_EQ(wiped(session.accessToken, session.revocation->id).status, 204);
    const auto expectTold = [&](const QString &told) {
        for (const ApiResponse &response :
             {wiped(session.accessToken, session.revocation->id), refresh(session.refreshToken),
              refresh(inspector.refresh), server.call("GET", QStringLiteral("/api/v1/changes"), {}, inspector.token)}) {
            EXPECT_EQ(response.status, 401);
            EXPECT_EQ(codeOf(response), told);
        }
    };
    expectTold(code::kOrderObeyed);
    const DeviceEntry entry = devicesOf(admin, inspector.actor.accountId).value(0);
    EXPECT_EQ(entry.state, DeviceState::Wiped);
    EXPECT_FALSE(entry.wipedAt.isEmpty());
    const ApiResponse again = signIn(QStringLiteral("inspector.one"), kPassword, device);
    EXPECT_EQ(again.status, 403);
    EXPECT_EQ(codeOf(again), code::kDeviceRevoked) << "it stays revoked";
    const auto copies = [this] {
        return server.value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"sign_in_wiped\"%'"))
            .toInt();
    };
    EXPECT_EQ(copies(), 1) << "a copy of what was destroyed";
    server.clock().advance(3'599'000);
    EXPECT_EQ(signIn(QStringLiteral("inspector.one"), kPassword, device).status, 403);
    EXPECT_EQ(copies(), 1) << "one an hour";
    server.clock().advance(1000);
    EXPECT_EQ(signIn(QStringLiteral("inspector.one"), kPassword, device).status, 403);
    EXPECT_EQ(copies(), 2);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"device_wiped\"%'")).toInt(),
              1);
    server.clock().advance(qint64(Sessions::kAccessSeconds) * 2000);
    expectTold(code::kOrderObeyed);
    server.run(QStringLiteral("DELETE FROM token")); // as a restore does
    expectTold(code::kUnauthenticated);
}

TEST_P(DevicesTest, signInAndEnrolmentOnARevokedOne_areRefusedWithTheOrder)
{
    const QString device = lose();
    const QString account = inspector.actor.accountId;
    const ApiResponse refused = signIn(QStringLiteral("inspector.one"), kPassword, device);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(codeOf(refused), code::kDeviceRevoked);
    const auto order = decode<DeviceRevocation>(bodyOf(refused).value(QStringLiteral("revocation")).toObject());
    ASSERT_TRUE(order);
    EXPECT_TRUE(verifyRevocation(*issuerKeys(server.core().stores().ofThisThread().value()->database()), *order));
    const ApiResponse wrong = signIn(QStringLiteral("inspector.one"), QStringLiteral("not the password"), device);
    EXPECT_EQ(wrong.status, 401) << "the order is for those who know the password";
    for (const char *secret : {"revocation", "session"})
        EXPECT_FALSE(bodyOf(wrong).contains(QLatin1String(secret)));
    const QString code =
        decode<CodeReply>(bodyOf(server.post(QStringLiteral("/api/v1/accounts/%1/code").arg(account), {}, admin.token)))
            .value()
            .code;
    const auto enrol = [&](const QString &laptop) {
        return server.post(
            QStringLiteral("/api/v1/session/enrol"),
            encode(EnrolRequest{
                QStringLiteral("inspector.one"), code, QStringLiteral("a password of their own"), laptop, {}}));
    };
    const ApiResponse coded = enrol(device);
    EXPECT_EQ(coded.status, 403);
    EXPECT_FALSE(bodyOf(coded).contains(QStringLiteral("obeyed")));
    EXPECT_TRUE(leavingOf(coded)) << "whoever has a code may hand in too";
    EXPECT_TRUE(leavingOf(signIn(QStringLiteral("inspector.one"), kPassword, device))) << "the password is as it was";
    EXPECT_EQ(enrol(server.ids().next()).status, 201) << "the code was not spent on it";
}

TEST_P(DevicesTest, signInOnARevokedOne_handsInWhatItOwesAndSaysThatItObeyed_thatIsAll)
{
    ASSERT_EQ(server.call("DELETE", QStringLiteral("/api/v1/session"), {}, inspector.token).status, 204);
    const QString device =
        server.value(QStringLiteral("SELECT id FROM device WHERE account = '%1'").arg(inspector.actor.accountId))
            .toString();
    ASSERT_EQ(revoke(admin, device, inspector.actor.accountId).status, 200);
    server.clock().advance(qint64(61) * 24 * 3'600'000); // nothing that was handed out before is worth anything
    EXPECT_EQ(refresh(inspector.refresh).status, 401);
    const auto session = leavingOf(signIn(QStringLiteral("inspector.one"), kPassword, device));
    ASSERT_TRUE(session);
    for (const Route &route : routes()) {
        if (route.door != Door::Account && route.door != Door::Files)
            continue;
        QString path = route.path;
        path.replace(QRegularExpression(QStringLiteral("\\{[a-z]+\\}")), server.ids().next());
        const bool files = route.door == Door::Files;
        const bool sends = route.method == "POST" || route.method == "PATCH";
        const ApiResponse response =
            server.call(route.method, path, sends ? "{}" : QByteArray(), session->accessToken,
                        {{"tus-resumable", "1.0.0"},
                         {"content-type", files ? "application/offset+octet-stream" : "application/json"}});
        EXPECT_EQ(response.status, 403) << route.method.constData() << ' ' << qPrintable(path);
    }
    const Session leaving{session->accessToken, session->refreshToken, session->account};
    const Change owed = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    EXPECT_EQ(server.pushOne(leaving, owed).code, code::kDeviceRevoked);
    EXPECT_FALSE(server.stored(owed.id));
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM quarantine")).toInt(), 1);
    EXPECT_EQ(refresh(session->refreshToken).status, 200) << "a program that was killed goes on";
    const QString order = Devices(server.core().stores().ofThisThread().value()->database(), server.clock())
                              .standing(device, inspector.actor.accountId)
                              ->revocation->id;
    EXPECT_EQ(wiped(session->accessToken, order).status, 204);
    EXPECT_EQ(server
                  .post(QStringLiteral("/api/v1/changes"), encode(PushRequest{server.ids().next(), {}, {}}),
                        session->accessToken)
                  .status,
              401);
    const ApiResponse after = signIn(QStringLiteral("inspector.one"), kPassword, device);
    EXPECT_EQ(after.status, 403);
    EXPECT_FALSE(leavingOf(after)) << "it owes nothing any more";
    EXPECT_TRUE(bodyOf(after).contains(QStringLiteral("revocation"))) << "a copy of it obeys too";
    EXPECT_TRUE(bodyOf(after).value(QStringLiteral("obeyed")).toBool()) << "and destroys what it can hand in nowhere";
    EXPECT_EQ(
        server.value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"sign_in_revoked\"%'")).toInt(), 1);
}

TEST_P(DevicesTest, theOrder_reachesALaptopWhoseSessionEndedAndWhoseAccountWasClosed)
{
    AccountAdmin local(server.core().stores().ofThisThread().value()->database(), server.core().reference().gazetteer,
                       server.clock(), Manager::server());
    AccountChange closed;
    closed.active = false;
    ASSERT_TRUE(local.change(inspector.actor.accountId, closed));
    EXPECT_EQ(refresh(inspector.refresh).status, 401);
    lose();
    const ApiResponse reply = refresh(inspector.refresh);
    ASSERT_EQ(reply.status, 200);
    const auto session = decode<SessionReply>(bodyOf(reply)).value();
    ASSERT_TRUE(session.revocation);
    EXPECT_EQ(server.call("GET", QStringLiteral("/api/v1/changes"), {}, session.accessToken).status, 403);
    const QString device = session.revocation->device;
    EXPECT_TRUE(leavingOf(signIn(QStringLiteral("inspector.one"), kPassword, device))) << "by the password too";
    EXPECT_EQ(signIn(QStringLiteral("inspector.one"), QStringLiteral("not the password"), device).status, 401);
    EXPECT_EQ(signIn(QStringLiteral("inspector.one"), kPassword, server.ids().next()).status, 401)
        << "it is closed everywhere else";
    EXPECT_EQ(wiped(session.accessToken, session.revocation->id).status, 204);
}

TEST_P(DevicesTest, revoking_isForAdministratorsOfTheProvincesAndOncePerAccount)
{
    const QString device = devicesOf(admin, inspector.actor.accountId).value(0).id;
    const QString account = inspector.actor.accountId;
    const Session far = server.join(QStringLiteral("admin.far"), Role::Administrator, {QStringLiteral("PK-SD")});
    for (const Session *who : std::initializer_list<const Session *>{&inspector, &officer, &far})
        EXPECT_EQ(revoke(*who, device, account).status, 403) << qPrintable(who->actor.name);
    EXPECT_EQ(revoke(admin, server.ids().next(), account).status, 404);
    EXPECT_EQ(revoke(admin, device, officer.actor.accountId).status, 404) << "not the officer's laptop";
    EXPECT_EQ(revoke(admin, device, QStringLiteral("x")).status, 400);
    const QString own = devicesOf(admin, admin.actor.accountId).value(0).id;
    EXPECT_EQ(revoke(admin, own, admin.actor.accountId).status, 403) << "the one in use";
    // Two accounts share a laptop: what one of them has on it goes, and nothing else.
    ASSERT_EQ(signIn(QStringLiteral("officer.one"), kPassword, device).status, 201);
    const ApiResponse first = revoke(admin, device, account);
    server.clock().advance(1000);
    const ApiResponse second = revoke(admin, device, account);
    EXPECT_EQ(first.status, 200);
    const auto plain = [](const ApiResponse &response) {
        QJsonObject body = bodyOf(response);
        body.remove(QStringLiteral("already"));
        return body;
    };
    EXPECT_EQ(plain(first), plain(second)) << "nothing was changed";
    EXPECT_FALSE(bodyOf(first).contains(QStringLiteral("already")));
    EXPECT_TRUE(bodyOf(second).value(QStringLiteral("already")).toBool());
    EXPECT_EQ(signIn(QStringLiteral("officer.one"), kPassword, device).status, 201);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"revoke_device\"%'")).toInt(),
              1);
}

MARKAZ_ON_BOTH(DevicesTest);

} // namespace
} // namespace markaz::server::test

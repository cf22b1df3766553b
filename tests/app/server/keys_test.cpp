// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The root key, the keys that it vouches for, and the list of what was revoked: as a server keeps and tells them.
#include "app/server/store/auditcheck.h"
#include "app/server/store/auditlog.h"
#include "app/server/store/devices.h"
#include "app/server/store/issuer.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/revocations.h"
#include "app/server/store/signedkeys.h"
#include "core/security/revocation.h"
#include "tests/app/server/visits.h"
#include "tests/support/room.h"

#include <QFile>
#include <QJsonDocument>

namespace markaz::server::test {
namespace {

class Keys : public Visits
{
protected:
    Store &store() { return *server.core().stores().ofThisThread().value(); }
    Database &database() { return store().database(); }
    QString folder() { return server.location().dataFolder; }
    SigningKey root() { return std::move(*SigningKey::load(rootPathIn(folder()))); }
    QJsonObject told(const char *path)
    {
        const ApiResponse response = server.call("GET", QStringLiteral("/api/v1/public/") + QLatin1String(path));
        EXPECT_EQ(response.status, 200) << response.body.constData();
        return QJsonDocument::fromJson(response.body).object();
    }
    IssuerKeys set() { return IssuerKeys::fromJson(told("keys")).value(); }
    RevocationList list() { return RevocationList::fromJson(told("revocations")).value(); }
    /// The set that stands, changed and signed by the root.
    Result<void> sign(const std::function<void(IssuerKeys &)> &change)
    {
        IssuerKeys next = nextKeys(store(), server.clock()).value();
        change(next);
        return acceptKeys(store(), signIssuerKeys(next, root()).value(), server.clock());
    }
    /// A next key, in the set that the root has signed.
    PublicKey listNext()
    {
        PublicKey made = makeNext(database(), folder(), server.clock()).value();
        const QDate today = server.clock().now().date();
        EXPECT_TRUE(sign([&](IssuerKeys &next) {
            for (IssuerKey &key : next.keys) {
                if (!key.notAfter.isValid())
                    key.notAfter = today;
            }
            next.keys.append({made, {}, {}});
        }));
        return made;
    }
    /// As "keys rotate" does it, with the server started again.
    void rotate()
    {
        const PublicKey made = listNext();
        ASSERT_EQ(*takeUpNext(folder(), *signedKeys(store()).value()), made.keyId);
        server.use(server.another());
    }
    QString publicState(const QString &number)
    {
        return told(("certificates/" + number.toLatin1()).constData()).value(QStringLiteral("state")).toString();
    }
    QString verifyCode(const QString &code)
    {
        const ApiResponse page = server.call("POST", QStringLiteral("/verify"), "code=" + QUrl::toPercentEncoding(code),
                                             {}, {{"content-type", "application/x-www-form-urlencoded"}});
        return QString::number(page.status);
    }
};

TEST_P(Keys, firstStart_makesARootThatSignsTheKey)
{
    const IssuerKeys first = set();
    EXPECT_TRUE(verifyIssuerKeys(first));
    EXPECT_EQ(first.root.bytes, root().publicKey().bytes);
    EXPECT_EQ(first.root.keyId, QStringLiteral("root-2026"));
    ASSERT_EQ(first.keys.size(), 1);
    EXPECT_EQ(first.keys.first().key, server.core().key().publicKey());
    EXPECT_TRUE(server.core().isCertified());
    server.use(server.another());
    EXPECT_EQ(set(), first) << "another start changes nothing";
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"action\":\"sign_keys\"%'"))
                  .toInt(),
              1);
    EXPECT_EQ(QFile(rootPathIn(folder())).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

TEST_P(Keys, rotation_leavesOldCertificatesValidAndSignsNewOnesWithTheNewKey)
{
    const QString first = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(first)).outcome, Outcome::Applied);
    const QString old = server.core().key().keyId();
    rotate();
    EXPECT_NE(server.core().key().keyId(), old);
    EXPECT_EQ(formerKeys(folder()).value().value(0).keyId, old);
    officer = server.signIn(QStringLiteral("officer.one"));
    inspector = server.signIn(QStringLiteral("inspector.one"));
    const auto paper = certificateOf(first);
    EXPECT_EQ(publicState(paper->ukey), QStringLiteral("valid"));
    EXPECT_EQ(verifyCode(paper->text("payload")), QStringLiteral("200"));
    ASSERT_EQ(server.pushOne(officer, stateChange(paper->id(), QStringLiteral("revoke"))).outcome, Outcome::Applied);
    const QString second = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(second)).outcome, Outcome::Applied);
    EXPECT_EQ(certificateOf(second)->text("key_id"), server.core().key().keyId());
    EXPECT_EQ(verifyCode(certificateOf(second)->text("payload")), QStringLiteral("200"));
}

TEST_P(Keys, diskWithoutRoomForTheOldKeysName_leavesTheOldKeyInItsPlace)
{
    const QString old = server.core().key().keyId();
    const PublicKey made = listNext();
    const IssuerKeys keys = *signedKeys(store()).value();
    {
        const markaz::test::Room none(16);
        EXPECT_FALSE(takeUpNext(folder(), keys).ok());
    }
    EXPECT_EQ(ownIssuer(folder())->publicKey().keyId, old);
    EXPECT_EQ(formerKeys(folder()).value(), QList<PublicKey>()) << "no part of a file";
    EXPECT_EQ(takeUpNext(folder(), keys).value(), made.keyId) << "with room it goes on";
    EXPECT_EQ(formerKeys(folder()).value().value(0).keyId, old);
}

TEST_P(Keys, revokedKey_isNothingWorthAndItsCertificatesAreSignedAnew)
{
    const QString first = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(first)).outcome, Outcome::Applied);
    const QString code = certificateOf(first)->text("payload");
    const QString number = certificateOf(first)->ukey;
    const QString stolen = server.core().key().keyId();
    const QString lost =
        server.value(QStringLiteral("SELECT id FROM device WHERE account = '%1'").arg(inspector.actor.accountId))
            .toString();
    ASSERT_TRUE(Devices(database(), server.clock())
                    .revoke(Manager::server(), lost, inspector.actor.accountId, server.core().key()));
    server.clock().advance(24 * 60 * 60 * 1000);
    rotate();
    ASSERT_TRUE(sign([&](IssuerKeys &next) {
        for (IssuerKey &key : next.keys) {
            if (key.key.keyId == stolen)
                key.revokedAt = next.at;
        }
    }));
    const SigningKey strange = SigningKey::generate(QStringLiteral("2026-Z"), QDate(2026, 1, 1)).value();
    EXPECT_EQ(signAnew(store(), strange, stolen, server.clock()).error().code, ErrorCode::NotTrusted);
    EXPECT_EQ(certificateOf(first)->text("payload"), code) << "not with a key that the root has not signed";
    const QString ordered =
        server.value(QStringLiteral("SELECT count(*) FROM device_revocation WHERE kid = '%1'").arg(stolen)).toString();
    EXPECT_EQ(ordered, QStringLiteral("1"));
    EXPECT_EQ(verifyCode(code), QStringLiteral("422")) << "whoever has the key signs what he likes";
    EXPECT_EQ(signAnew(store(), server.core().key(), stolen, server.clock()).value(), 1);
    const auto anew = certificateOf(first);
    EXPECT_EQ(anew->text("key_id"), server.core().key().keyId());
    EXPECT_EQ(anew->text("number"), number);
    EXPECT_EQ(verifyCode(anew->text("payload")), QStringLiteral("200"));
    EXPECT_EQ(publicState(number), QStringLiteral("valid"));
    EXPECT_EQ(signAnew(store(), server.core().key(), stolen, server.clock()).value(), 0) << "once is enough";
    EXPECT_EQ(server
                  .value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"action\":\"sign_anew\"%' AND "
                                        "event LIKE '%\"revocation\":%' AND event LIKE '%1'")
                             .arg(QStringLiteral("%%1%").arg(lost)))
                  .toInt(),
              1)
        << "the order has its entry, too";
    const auto orders = Devices(database(), server.clock()).standing(lost, inspector.actor.accountId);
    ASSERT_TRUE(orders.ok() && orders->revocation);
    EXPECT_TRUE(verifyRevocation(set().good(), *orders->revocation)) << "laptops believe it still";
    EXPECT_FALSE(sign([](IssuerKeys &next) { next.keys.first().revokedAt.clear(); })) << "it does not come back";
}

TEST_P(Keys, serverWhoseKeyTheRootHasNotSigned_letsDecisionsWait)
{
    const QString inspection = accepted();
    ASSERT_TRUE(sign([&](IssuerKeys &next) { next.keys.first().notAfter = QDate(2026, 11, 23); }));
    const Change decision = issue(inspection);
    const auto waits = server.pushOne(officer, decision);
    EXPECT_EQ(waits.outcome, Outcome::Retry);
    EXPECT_FALSE(certificateOf(inspection));
    EXPECT_FALSE(sign([](IssuerKeys &next) { next.keys.first().notAfter = QDate(); })) << "it does not sign again";
    rotate();
    officer = server.signIn(QStringLiteral("officer.one"));
    EXPECT_EQ(server.pushOne(officer, decision).outcome, Outcome::Applied);
    EXPECT_EQ(certificateOf(inspection)->text("number"), QStringLiteral("PK-2026-000001")) << "it took no number";
}

TEST_P(Keys, setThatIsOlderOrOfAnotherRoot_isNotAccepted)
{
    const IssuerKeys before = set();
    ASSERT_TRUE(sign([](IssuerKeys &) {}));
    EXPECT_EQ(acceptKeys(store(), before, server.clock()).error().code, ErrorCode::WrongState);
    const auto thief = SigningKey::generate(QStringLiteral("root-2026"), QDate(2026, 1, 1));
    const IssuerKeys forged = signIssuerKeys(nextKeys(store(), server.clock()).value(), *thief).value();
    EXPECT_EQ(acceptKeys(store(), forged, server.clock()).error().code, ErrorCode::Tampered);
}

/// What "keys take" has read is old by the time that it has the lock.
TEST_P(Keys, setThatCameInBetween_isNotLost)
{
    const IssuerKeys read = set();
    IssuerKeys next = nextKeys(store(), server.clock()).value();
    ++next.number;
    const IssuerKeys mine = signIssuerKeys(next, root()).value();
    const PublicKey other = listNext(); // another command's
    ASSERT_TRUE(sign([](IssuerKeys &) {}));
    const auto accepted = acceptKeys(store(), mine, server.clock(), read);
    ASSERT_FALSE(accepted.ok());
    EXPECT_NE(set().find(other.keyId), nullptr);
}

TEST_P(Keys, revocations_areNumberedSignedAndAsOfNow)
{
    const RevocationList none = list();
    EXPECT_TRUE(none.certificates.isEmpty());
    EXPECT_TRUE(verifyRevocations(none, set()));
    EXPECT_EQ(list(), none) << "nothing has changed";
    server.clock().advance(61 * 60 * 1000);
    const RevocationList later = list();
    EXPECT_GT(later.number, none.number);
    EXPECT_EQ(later.at, toIso(server.clock().now())) << "an hour on it is said anew as of when it is";

    officer = server.signIn(QStringLiteral("officer.one"));
    inspector = server.signIn(QStringLiteral("inspector.one"));
    const QString inspection = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(inspection)).outcome, Outcome::Applied);
    EXPECT_TRUE(list().certificates.isEmpty());
    const auto paper = certificateOf(inspection);
    const auto decide = [&](const char *kind) {
        EXPECT_EQ(server.pushOne(officer, stateChange(paper->id(), QLatin1String(kind))).outcome, Outcome::Applied);
    };
    qint64 number = list().number;
    for (const auto &[kind, state] :
         {std::pair{"suspend", "suspended"}, {"reinstate", ""}, {"suspend", "suspended"}, {"revoke", "revoked"}}) {
        decide(kind);
        const RevocationList now = list();
        EXPECT_GT(now.number, number) << kind << ": at once";
        EXPECT_TRUE(verifyRevocations(now, set()));
        number = now.number;
        const EndedCertificate *ended = now.find(paper->ukey);
        EXPECT_EQ(ended == nullptr ? QString() : token(ended->state), QLatin1String(state)) << kind;
        if (ended != nullptr) {
            EXPECT_EQ(ended->since, QDate(2026, 11, 24));
        }
    }
}

TEST_P(Keys, listOfARevokedKey_isSignedAnewWithAnother)
{
    const RevocationList before = list();
    rotate();
    ASSERT_TRUE(sign([&](IssuerKeys &next) {
        for (IssuerKey &key : next.keys) {
            if (key.key.keyId == before.keyId)
                key.revokedAt = next.at;
        }
    }));
    const RevocationList now = list();
    EXPECT_NE(now.keyId, before.keyId);
    EXPECT_GT(now.number, before.number);
    EXPECT_TRUE(verifyRevocations(now, set()));
}

/// "keys revoke" signs anew what is in force, and this one is not.
TEST_P(Keys, appealThatIsAllowedAfterItsKeyWasRevoked_givesACodeThatHolds)
{
    const QString first = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(first)).outcome, Outcome::Applied);
    const QString id = certificateOf(first)->id();
    const QString code = certificateOf(first)->text("payload");
    const QString number = certificateOf(first)->ukey;
    const QString stolen = server.core().key().keyId();
    for (const char *kind : {"revoke", "appeal"})
        ASSERT_EQ(server.pushOne(officer, stateChange(id, QLatin1String(kind))).outcome, Outcome::Applied);
    const PublicKey next = listNext();
    ASSERT_TRUE(sign([&](IssuerKeys &keys) {
        for (IssuerKey &key : keys.keys) {
            if (key.key.keyId == stolen)
                key.revokedAt = keys.at;
        }
    }));
    EXPECT_EQ(
        signAnew(store(), *SigningKey::load(folder() + QStringLiteral("/issuer-key-next.json")), stolen, server.clock())
            .value(),
        0);
    const Session second = server.join(QStringLiteral("officer.two"), Role::Officer, {QStringLiteral("PK-PB")});
    Change allow = stateChange(id, QStringLiteral("allow_appeal"));
    allow.fields.insert(QStringLiteral("officer"), {QJsonValue::Null, second.actor.accountId});
    EXPECT_EQ(server.pushOne(second, allow).outcome, Outcome::Retry) << "this server signs with the stolen one still";
    EXPECT_EQ(publicState(number), QStringLiteral("revoked"));
    ASSERT_EQ(*takeUpNext(folder(), *signedKeys(store()).value()), next.keyId);
    server.use(server.another());
    EXPECT_EQ(server.pushOne(server.signIn(QStringLiteral("officer.two")), allow).outcome, Outcome::Applied);
    EXPECT_EQ(publicState(number), QStringLiteral("valid"));
    const auto back = certificateOf(first);
    EXPECT_EQ(back->text("key_id"), next.keyId);
    EXPECT_EQ(verifyCode(back->text("payload")), QStringLiteral("200"));
    EXPECT_EQ(verifyCode(code), QStringLiteral("422"));
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%\"action\":\"sign_anew\"%'"))
                  .toInt(),
              1);
}

/// Whoever writes to the database alone.
class AlteredKeys : public Keys
{
protected:
    void put(const IssuerKeys &set)
    {
        const QString text = QString::fromUtf8(QJsonDocument(set.toJson()).toJson(QJsonDocument::Compact));
        ASSERT_TRUE(database().run(QStringLiteral("UPDATE meta SET value = ? WHERE name = 'issuer_keys'"), {text}));
    }
    IssuerKeys standing() { return *storedKeys(database()).value(); }
    /// "kind detail" of each finding.
    QStringList found()
    {
        auto report = AuditCheck(store(), &server.core().key().publicKey(), {}).run({});
        EXPECT_TRUE(report.ok());
        QStringList words;
        for (const AuditFinding &finding : report.ok() ? report->findings : QList<AuditFinding>())
            words.append(token(finding.kind));
        return words;
    }
    /// Not a word of it reaches anybody.
    void expectRefused(const char *what)
    {
        for (const char *path : {"keys", "revocations"}) {
            const ApiResponse response = server.call("GET", QStringLiteral("/api/v1/public/") + QLatin1String(path));
            EXPECT_EQ(response.status, 500) << what << path << response.body.constData();
        }
        const auto started = ServerCore::open(server.location(), server.clock(), QStringLiteral("test"));
        ASSERT_FALSE(started.ok()) << what;
        EXPECT_EQ(started.error().where, kUntrustedKeys) << what;
    }
};

TEST_P(AlteredKeys, setOfAnotherRoot_isServedToNobodyAndNamed)
{
    const QString inspection = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(inspection)).outcome, Outcome::Applied);
    const IssuerKeys before = standing();
    EXPECT_EQ(found(), QStringList());
    const auto thief = SigningKey::generate(QStringLiteral("root-2026"), QDate(2026, 1, 1));
    const auto forger = SigningKey::generate(QStringLiteral("2026-F"), QDate(2026, 1, 1));
    IssuerKeys forged = nextKeys(store(), server.clock()).value();
    forged.keys.append({forger->publicKey(), {}, {}});
    put(signIssuerKeys(forged, *thief).value());
    expectRefused("another root");
    auto genuine = verifyCertificate(certificateOf(inspection)->text("payload"), before)->claims;
    genuine.seats = 700;
    const ApiResponse page = server.call("POST", QStringLiteral("/verify"),
                                         "code=" + QUrl::toPercentEncoding(*encodeCertificate(genuine, *forger)), {},
                                         {{"content-type", "application/x-www-form-urlencoded"}});
    EXPECT_EQ(page.status, 500);
    EXPECT_FALSE(page.body.contains("Valid certificate"));
    EXPECT_EQ(found(), (QStringList{QStringLiteral("keys_untrusted"), QStringLiteral("keys_differ")}));

    // A chain that was prolonged with a fitting entry hides the one and not the other.
    AuditEvent event = auditEvent(toIso(server.clock().now()), QStringLiteral("server"), {}, AuditAction::SignKeys);
    event.insert(QStringLiteral("number"), standing().number);
    event.insert(QStringLiteral("root"), standing().root.keyId);
    event.insert(QStringLiteral("set"), hashOf(standing()));
    QJsonArray names;
    for (const IssuerKey &key : standing().keys)
        names.append(key.key.keyId);
    event.insert(QStringLiteral("keys"), names);
    {
        auto transaction = Transaction::begin(database());
        ASSERT_TRUE(RecordTable(database()).takeWritersLock());
        ASSERT_TRUE(AuditLog(database()).append({event}));
        ASSERT_TRUE(transaction->commit());
    }
    EXPECT_EQ(found(), QStringList{QStringLiteral("keys_untrusted")});
    put(before);
    EXPECT_EQ(found(), QStringList{QStringLiteral("keys_differ")}) << "the entry that was added stays to be seen";
    EXPECT_EQ(server.call("GET", QStringLiteral("/api/v1/public/keys")).status, 200);
}

TEST_P(AlteredKeys, olderSetInWhichARevokedKeyIsGood_isServedToNobodyAndNamed)
{
    const IssuerKeys before = standing();
    const QString stolen = server.core().key().keyId();
    rotate();
    ASSERT_TRUE(sign([&](IssuerKeys &keys) {
        for (IssuerKey &key : keys.keys) {
            if (key.key.keyId == stolen)
                key.revokedAt = keys.at;
        }
    }));
    EXPECT_EQ(found(), QStringList());
    put(before);
    expectRefused("an older set");
    EXPECT_EQ(found(), (QStringList{QStringLiteral("keys_untrusted"), QStringLiteral("keys_differ")}));
}

/// 2026-11-29: a thread that had verified the older set before the newer one came believed it for ever.
TEST_P(AlteredKeys, olderSetThatAThreadHasVerifiedOnce_isServedToNobody)
{
    const IssuerKeys before = standing();
    ASSERT_EQ(server.call("GET", QStringLiteral("/api/v1/public/keys")).status, 200);
    const auto command = Store::open(server.location()).value(); // of another process, while this one is idle
    IssuerKeys next = nextKeys(*command, server.clock()).value();
    next.keys.first().revokedAt = next.at;
    ASSERT_TRUE(acceptKeys(*command, signIssuerKeys(next, root()).value(), server.clock()));
    ASSERT_TRUE(
        command->database().run(QStringLiteral("UPDATE meta SET value = ? WHERE name = 'issuer_keys'"),
                                {QString::fromUtf8(QJsonDocument(before.toJson()).toJson(QJsonDocument::Compact))}));
    expectRefused("verified once");
}

/// Told to who reads the log, and not once for each request.
TEST_P(AlteredKeys, setThatIsNotBelieved_isLoggedOncePerChange)
{
    static int told;
    told = 0;
    const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
            told += type == QtCriticalMsg && text.contains(QLatin1String("NOT TO BE BELIEVED")) ? 1 : 0;
        });
    const auto thief = SigningKey::generate(QStringLiteral("root-2026"), QDate(2026, 1, 1));
    const IssuerKeys forged = signIssuerKeys(nextKeys(store(), server.clock()).value(), *thief).value();
    const IssuerKeys genuine = standing();
    const auto ask = [&] { return server.call("GET", QStringLiteral("/api/v1/public/keys")).status; };
    put(forged);
    EXPECT_EQ(ask(), 500);
    EXPECT_EQ(ask(), 500);
    EXPECT_EQ(told, 1);
    put(genuine);
    EXPECT_EQ(ask(), 200);
    EXPECT_EQ(told, 1);
    put(forged);
    EXPECT_EQ(ask(), 500);
    EXPECT_EQ(told, 2) << "once more is told once more";
    qInstallMessageHandler(before);
}

TEST_P(AlteredKeys, damagedPin_isSaidWithWhatToDo)
{
    QFile file(pinPathIn(folder()));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.close();
    const auto read = signedKeys(store());
    ASSERT_FALSE(read.ok()) << "an empty file is no missing one";
    EXPECT_EQ(read.error().where, kDamagedPin);
    EXPECT_EQ(server.call("GET", QStringLiteral("/api/v1/public/keys")).status, 500) << "it is not who asks";
    EXPECT_EQ(found(), QStringList{QStringLiteral("keys_untrusted")});
}

TEST_P(AlteredKeys, setThatIsUnsignedOrGone_isNamed)
{
    IssuerKeys set = standing();
    const IssuerKeys before = set;
    set.keys.first().notAfter = QDate(2030, 1, 1);
    put(set);
    expectRefused("altered");
    EXPECT_EQ(found(), QStringList{QStringLiteral("keys_untrusted")});
    server.run(QStringLiteral("DELETE FROM meta WHERE name = 'issuer_keys'"));
    expectRefused("gone");
    EXPECT_EQ(found(), QStringList{QStringLiteral("keys_untrusted")});
    server.run(QStringLiteral("INSERT INTO meta (name, value) VALUES ('issuer_keys', '')"));
    put(before);
    EXPECT_EQ(found(), QStringList());
    const auto other = SigningKey::generate(QStringLiteral("2026-X"), QDate(2026, 1, 1));
    ASSERT_TRUE(sign([&](IssuerKeys &next) { next.keys.append({other->publicKey(), {}, {}}); }));
    EXPECT_EQ(found(), QStringList());
    server.run(QStringLiteral("UPDATE issuer_key SET public_key = '%1' WHERE kid = '2026-X'").arg(QString(64, u'a')));
    EXPECT_EQ(found(), QStringList{QStringLiteral("key_replaced")}) << "of another server of the store";
}

/// A server reads and verifies each list once: what stands in the database meanwhile is not looked at again.
TEST_P(AlteredKeys, listOfRevokedCertificates_isVerifiedOncePerChange)
{
    const QString inspection = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(inspection)).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, stateChange(certificateOf(inspection)->id(), QStringLiteral("revoke"))).outcome,
              Outcome::Applied);
    const RevocationList before = list();
    ASSERT_EQ(before.certificates.size(), 1);
    RevocationList lie = before;
    lie.certificates.clear();
    ASSERT_TRUE(database().run(QStringLiteral("UPDATE meta SET value = ? WHERE name = 'revocations'"),
                               {QString::fromUtf8(QJsonDocument(lie.toJson()).toJson(QJsonDocument::Compact))}));
    EXPECT_EQ(list(), before) << "read once";
    server.use(server.another());
    const RevocationList anew = list();
    EXPECT_GT(anew.number, before.number) << "one that does not hold is signed anew";
    EXPECT_EQ(anew.certificates, before.certificates);
    EXPECT_TRUE(verifyRevocations(anew, set()));
}

MARKAZ_ON_BOTH(Keys);
MARKAZ_ON_BOTH(AlteredKeys);

} // namespace
} // namespace markaz::server::test

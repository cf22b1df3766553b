// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The root key, the keys that it vouches for, and the list of what was revoked: as a server keeps and tells them.
#include "app/server/store/devices.h"
#include "app/server/store/issuer.h"
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
    Database &database() { return server.core().stores().ofThisThread().value()->database(); }
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
        IssuerKeys next = nextKeys(database(), server.clock()).value();
        change(next);
        return acceptKeys(database(), signIssuerKeys(next, root()).value(), server.clock());
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
        ASSERT_EQ(*takeUpNext(folder(), *signedKeys(database()).value()), made.keyId);
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
    const IssuerKeys keys = *signedKeys(database()).value();
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
    EXPECT_EQ(signAnew(database(), strange, stolen, server.clock()).error().code, ErrorCode::NotTrusted);
    EXPECT_EQ(certificateOf(first)->text("payload"), code) << "not with a key that the root has not signed";
    const QString ordered =
        server.value(QStringLiteral("SELECT count(*) FROM device_revocation WHERE kid = '%1'").arg(stolen)).toString();
    EXPECT_EQ(ordered, QStringLiteral("1"));
    EXPECT_EQ(verifyCode(code), QStringLiteral("422")) << "whoever has the key signs what he likes";
    EXPECT_EQ(signAnew(database(), server.core().key(), stolen, server.clock()).value(), 1);
    const auto anew = certificateOf(first);
    EXPECT_EQ(anew->text("key_id"), server.core().key().keyId());
    EXPECT_EQ(anew->text("number"), number);
    EXPECT_EQ(verifyCode(anew->text("payload")), QStringLiteral("200"));
    EXPECT_EQ(publicState(number), QStringLiteral("valid"));
    EXPECT_EQ(signAnew(database(), server.core().key(), stolen, server.clock()).value(), 0) << "once is enough";
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
    EXPECT_EQ(acceptKeys(database(), before, server.clock()).error().code, ErrorCode::WrongState);
    const auto thief = SigningKey::generate(QStringLiteral("root-2026"), QDate(2026, 1, 1));
    const IssuerKeys forged = signIssuerKeys(nextKeys(database(), server.clock()).value(), *thief).value();
    EXPECT_EQ(acceptKeys(database(), forged, server.clock()).error().code, ErrorCode::Tampered);
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

MARKAZ_ON_BOTH(Keys);

} // namespace
} // namespace markaz::server::test

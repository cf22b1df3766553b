// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The chain from the root to a certificate, the list of revoked ones, and what a verifier makes of both.
#include "core/security/certificatecheck.h"
#include "tests/support/sampleclaims.h"

#include <gtest/gtest.h>

#include <QJsonArray>

namespace markaz {
namespace {

const QString kAt = QStringLiteral("2026-11-29T09:00:00.000Z");

SigningKey key(const char *id, char seed, const QDate &from = QDate(2026, 1, 1))
{
    return SigningKey::fromSeed(SecretKey::fromBytes(QByteArray(32, seed)).value(), QLatin1String(id), from).value();
}

const SigningKey &root()
{
    static const SigningKey made = key("root-2026", 'r');
    return made;
}
const SigningKey &issuerA()
{
    static const SigningKey made = key("2026-A", 'a');
    return made;
}
const SigningKey &issuerB()
{
    static const SigningKey made = key("2026-B", 'b', QDate(2026, 12, 1));
    return made;
}

IssuerKeys unsignedSet(qint64 number = 1)
{
    IssuerKeys set;
    set.number = number;
    set.at = kAt;
    set.keys = {{issuerA().publicKey(), {}, {}}};
    return set;
}

IssuerKeys signedSet(IssuerKeys set, const SigningKey &by = root())
{
    auto made = signIssuerKeys(std::move(set), by);
    EXPECT_TRUE(made.ok()) << qPrintable(made.ok() ? QString() : made.error().detail);
    return *made;
}

/// A retired on 1 December, B in its place.
IssuerKeys rotated(qint64 number = 2)
{
    IssuerKeys set = unsignedSet(number);
    set.keys[0].notAfter = QDate(2026, 12, 1);
    set.keys.append({issuerB().publicKey(), {}, {}});
    return signedSet(set);
}

QString code(const SigningKey &by, const QDate &day = QDate(2026, 7, 15), bool sample = false)
{
    CertificateClaims c = test::sampleClaims(97);
    c.issuedAt = QDateTime(day, QTime(9, 30), Qt::UTC);
    c.sample = sample;
    return encodeCertificate(c, by).value();
}

TEST(IssuerKeys, signedByTheRoot_holdsAndComesBackThroughJson)
{
    IssuerKeys set = rotated();
    EXPECT_TRUE(verifyIssuerKeys(set));
    const auto read = IssuerKeys::fromJson(set.toJson());
    ASSERT_TRUE(read.ok()) << qPrintable(read.error().where);
    EXPECT_EQ(*read, set);
    const auto plain = KeySet::fromJson(set.toJson());
    ASSERT_TRUE(plain) << "a verifier from before there were roots reads it, too";
    EXPECT_EQ(plain->keys().size(), 2);
}

TEST(IssuerKeys, anyOtherMember_isTampered)
{
    const IssuerKeys good = rotated();
    QList<IssuerKeys> altered(8, good);
    altered[0].number = 3;
    altered[1].at = QStringLiteral("2026-11-29T09:00:00.001Z");
    altered[2].keys[0].notAfter = QDate(2026, 12, 2);
    altered[3].keys[0].notAfter = QDate();
    altered[4].keys[1].revokedAt = kAt;
    altered[5].keys[1].key.bytes[0] = static_cast<char>(altered[5].keys[1].key.bytes.at(0) ^ 1);
    altered[6].keys.removeLast();
    altered[7].keys[0].key.notBefore = QDate(2025, 1, 1);
    for (const IssuerKeys &set : altered)
        EXPECT_EQ(verifyIssuerKeys(set).error().code, ErrorCode::Tampered);
    IssuerKeys nobodys = good;
    nobodys.signature = QByteArray(64, '\0');
    EXPECT_EQ(verifyIssuerKeys(nobodys).error().code, ErrorCode::Tampered);
    for (int bit = 0; bit < 512; ++bit) {
        IssuerKeys bent = good;
        bent.signature[bit / 8] = static_cast<char>(bent.signature.at(bit / 8) ^ (1 << (bit % 8)));
        ASSERT_EQ(verifyIssuerKeys(bent).error().code, ErrorCode::Tampered) << bit;
    }
}

TEST(IssuerKeys, fromJson_refusesWhatIsNoSignedSet)
{
    const QJsonObject good = rotated().toJson();
    for (const char *name : {"number", "at", "root", "keys", "signature"}) {
        QJsonObject without = good;
        without.remove(QLatin1String(name));
        EXPECT_EQ(IssuerKeys::fromJson(without).error().code, ErrorCode::Malformed) << name;
    }
    QJsonObject twice = good;
    QJsonArray keys = twice.value(QStringLiteral("keys")).toArray();
    keys.append(keys.first());
    twice.insert(QStringLiteral("keys"), keys);
    EXPECT_FALSE(IssuerKeys::fromJson(twice)) << "one id twice";
    QJsonObject half = good;
    half.insert(QStringLiteral("number"), 1.5);
    EXPECT_FALSE(IssuerKeys::fromJson(half));
}

TEST(IssuerKeys, mayFollow_goesForwardOnly)
{
    const IssuerKeys first = signedSet(unsignedSet(5));
    EXPECT_TRUE(mayFollow(first, first)) << "told once more";
    EXPECT_TRUE(mayFollow(first, rotated(6)));
    const auto older = mayFollow(rotated(6), first);
    EXPECT_EQ(older.error().code, ErrorCode::WrongState);
    EXPECT_EQ(older.error().where, QStringLiteral("number"));
    EXPECT_EQ(mayFollow(first, rotated(5)).error().where, QStringLiteral("number")) << "another set of the same number";
    IssuerKeys gone = unsignedSet(7);
    gone.keys = {{issuerB().publicKey(), {}, {}}};
    EXPECT_EQ(mayFollow(first, signedSet(gone)).error().where, QStringLiteral("2026-A"));
    IssuerKeys swapped = unsignedSet(7);
    swapped.keys = {{key("2026-A", 'x').publicKey(), {}, {}}};
    EXPECT_EQ(mayFollow(first, signedSet(swapped)).error().code, ErrorCode::Exists);
    IssuerKeys revoked = unsignedSet(6);
    revoked.keys[0].revokedAt = kAt;
    EXPECT_TRUE(mayFollow(first, signedSet(revoked)));
    EXPECT_EQ(mayFollow(signedSet(revoked), signedSet(unsignedSet(7))).error().code, ErrorCode::Tampered)
        << "a stolen key does not become good again";
    IssuerKeys longer = rotated(6);
    for (const QDate &until : {QDate(), longer.keys[0].notAfter.addDays(1)}) {
        longer.number = 7;
        longer.keys[0].notAfter = until;
        EXPECT_EQ(mayFollow(rotated(6), signedSet(longer)).error().where, QStringLiteral("2026-A")) << "it was retired";
    }
    longer.keys[0].notAfter = rotated(6).keys[0].notAfter.addDays(-1);
    EXPECT_TRUE(mayFollow(rotated(6), signedSet(longer)));
}

TEST(IssuerKeys, mayFollow_takesAnotherRootOnlyFromTheHandOfTheOneThatItKnows)
{
    const IssuerKeys known = signedSet(unsignedSet(1));
    const SigningKey second = key("root-2027", 's');
    const SigningKey third = key("root-2028", 't');
    const SigningKey thief = key("root-2026", 'z'); // the name of the root
    EXPECT_EQ(mayFollow(known, signedSet(unsignedSet(2), second)).error().code, ErrorCode::Tampered);
    EXPECT_EQ(mayFollow(known, signedSet(unsignedSet(2), thief)).error().code, ErrorCode::Tampered);
    IssuerKeys handed = unsignedSet(2);
    handed.handovers = {handOver(thief, second.publicKey())};
    EXPECT_EQ(mayFollow(known, signedSet(handed, second)).error().code, ErrorCode::Tampered);
    handed.handovers = {handOver(root(), second.publicKey())};
    EXPECT_TRUE(mayFollow(known, signedSet(handed, second)));
    handed.handovers.append(handOver(second, third.publicKey()));
    const IssuerKeys twice = signedSet(handed, third);
    EXPECT_TRUE(mayFollow(known, twice)) << "a laptop that missed one";
    EXPECT_TRUE(mayFollow(known, IssuerKeys::fromJson(twice.toJson()).value()));
    IssuerKeys circle = unsignedSet(2);
    circle.handovers = {handOver(root(), second.publicKey()), handOver(second, root().publicKey())};
    EXPECT_EQ(mayFollow(known, signedSet(circle, third)).error().code, ErrorCode::Tampered) << "and it ends";
}

TEST(JoinIssuerKeys, ofOneRoot_everyKeyWithItsEarliestEnd)
{
    IssuerKeys mine = rotated(5);
    IssuerKeys other = unsignedSet(9);
    other.keys[0].notAfter = QDate(2026, 11, 30);
    other.keys[0].revokedAt = kAt;
    other.keys.append({key("2026-C", 'c').publicKey(), {}, {}});
    const auto joined = joinIssuerKeys(mine, signedSet(other));
    ASSERT_TRUE(joined.ok());
    EXPECT_EQ(joined->number, 9);
    EXPECT_EQ(joined->keys.size(), 3);
    EXPECT_EQ(joined->find(QStringLiteral("2026-A"))->notAfter, QDate(2026, 11, 30));
    EXPECT_EQ(joined->find(QStringLiteral("2026-A"))->revokedAt, kAt);
    EXPECT_EQ(keysBeyond(mine, signedSet(other)), QList<PublicKey>{key("2026-C", 'c').publicKey()});
    other.keys[1].key = key("2026-B", 'x').publicKey();
    EXPECT_EQ(joinIssuerKeys(mine, signedSet(other)).error().code, ErrorCode::Exists);
    EXPECT_EQ(joinIssuerKeys(mine, signedSet(unsignedSet(9), key("root-2026", 'z'))).error().code,
              ErrorCode::NotTrusted);
}

TEST(JoinIssuerKeys, ofARootThatHandedOver_endsAloneAreTaken)
{
    const SigningKey second = key("root-2027", 's');
    IssuerKeys mine = unsignedSet(5);
    mine.handovers = {handOver(root(), second.publicKey())};
    mine = signedSet(mine, second);
    IssuerKeys thiefs = unsignedSet(900);
    thiefs.handovers = mine.handovers;
    thiefs.keys[0].revokedAt = kAt;
    thiefs.keys.append({key("2026-Z", 'z').publicKey(), {}, {}});
    thiefs = signedSet(thiefs); // with the root that was stolen
    EXPECT_FALSE(rootLeadsTo(mine, thiefs));
    EXPECT_TRUE(rootLeadsTo(thiefs, mine));
    const auto joined = joinIssuerKeys(mine, thiefs);
    ASSERT_TRUE(joined.ok());
    EXPECT_EQ(joined->root, second.publicKey());
    EXPECT_EQ(joined->find(QStringLiteral("2026-Z")), nullptr);
    ASSERT_EQ(joined->keys.size(), 1);
    EXPECT_EQ(joined->keys[0].revokedAt, kAt);
    // From the old root to the new one, what the new one signed is added.
    IssuerKeys later = mine;
    later.keys.append({issuerB().publicKey(), {}, {}});
    const auto forward = joinIssuerKeys(signedSet(unsignedSet(5)), signedSet(later, second));
    ASSERT_TRUE(forward.ok());
    EXPECT_EQ(forward->root, second.publicKey());
    EXPECT_EQ(forward->keys.size(), 2);
}

TEST(VerifyByChain, afterARotation_bothHoldEachInItsTime)
{
    const IssuerKeys set = rotated();
    EXPECT_TRUE(verifyCertificate(code(issuerA()), set));
    EXPECT_TRUE(verifyCertificate(code(issuerA(), QDate(2026, 12, 1)), set)) << "on its last day";
    EXPECT_TRUE(verifyCertificate(code(issuerB(), QDate(2026, 12, 1)), set));
    for (const QString &wrong : {code(issuerA(), QDate(2026, 12, 2)), code(issuerB(), QDate(2026, 11, 30))}) {
        const auto verified = verifyCertificate(wrong, set);
        EXPECT_EQ(verified.error().code, ErrorCode::NotTrusted);
        EXPECT_EQ(verified.error().where, QStringLiteral("key_period"));
    }
    EXPECT_EQ(verifyCertificate(code(key("2026-C", 'c')), set).error().code, ErrorCode::NotFound);
    EXPECT_EQ(verifyCertificate(code(key("2026-A", 'x')), set).error().code, ErrorCode::Tampered);
}

TEST(VerifyByChain, nothingOfARevokedKey_holds)
{
    IssuerKeys set = rotated();
    set.keys[0].revokedAt = kAt;
    const auto verified = verifyCertificate(code(issuerA()), signedSet(set));
    EXPECT_EQ(verified.error().code, ErrorCode::NotTrusted);
    EXPECT_EQ(verified.error().where, QStringLiteral("key_revoked"));
    EXPECT_TRUE(verifyCertificate(code(issuerB(), QDate(2026, 12, 3)), signedSet(set)));
    EXPECT_EQ(signedSet(set).good().keys().size(), 1);
}

RevocationList listOf(const QList<EndedCertificate> &certificates, qint64 number = 1, const SigningKey &by = issuerA())
{
    RevocationList list;
    list.number = number;
    list.at = kAt;
    list.certificates = certificates;
    return signRevocations(list, by).value();
}

const EndedCertificate kRevoked{QStringLiteral("PK-2026-000097"), CertificateState::Revoked, QDate(2026, 11, 24)};
const EndedCertificate kSuspended{QStringLiteral("PK-2026-000098"), CertificateState::Suspended, QDate(2026, 11, 25)};

TEST(RevocationList, signedByAGoodKey_holdsAndComesBackThroughJson)
{
    const RevocationList list = listOf({kSuspended, kRevoked});
    EXPECT_EQ(list.certificates.first(), kRevoked) << "by number";
    EXPECT_TRUE(verifyRevocations(list, rotated()));
    const auto read = RevocationList::fromJson(list.toJson());
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, list);
    EXPECT_EQ(*list.find(QStringLiteral("PK-2026-000098")), kSuspended);
    EXPECT_EQ(list.find(QStringLiteral("PK-2026-000099")), nullptr);
    EXPECT_TRUE(verifyRevocations(listOf({}), rotated())) << "of none";
}

TEST(RevocationList, anyOtherMember_isTampered)
{
    const RevocationList good = listOf({kRevoked, kSuspended});
    QList<RevocationList> altered(5, good);
    altered[0].number = 2;
    altered[1].at = QStringLiteral("2026-11-29T09:00:00.001Z");
    altered[2].certificates.removeFirst();
    altered[3].certificates[0].state = CertificateState::Suspended;
    altered[4].certificates[1].since = QDate(2026, 11, 26);
    for (const RevocationList &list : altered)
        EXPECT_EQ(verifyRevocations(list, rotated()).error().code, ErrorCode::Tampered);
}

TEST(RevocationList, byAKeyThatIsUnknownRevokedOrOver_isNotTaken)
{
    EXPECT_EQ(verifyRevocations(listOf({}, 1, key("2026-C", 'c')), rotated()).error().code, ErrorCode::NotFound);
    EXPECT_EQ(verifyRevocations(listOf({}, 1, issuerB()), rotated()).error().where, QStringLiteral("key_period"));
    IssuerKeys set = rotated();
    set.keys[0].revokedAt = kAt;
    EXPECT_EQ(verifyRevocations(listOf({}), signedSet(set)).error().where, QStringLiteral("key_revoked"));
}

TEST(RevocationList, mayFollow_goesForwardOnly)
{
    const RevocationList second = listOf({kRevoked}, 2);
    EXPECT_TRUE(mayFollow(second, second));
    EXPECT_TRUE(mayFollow(second, listOf({}, 3)));
    EXPECT_EQ(mayFollow(second, listOf({}, 1)).error().where, QStringLiteral("number")) << "a revoked one came back";
    EXPECT_EQ(mayFollow(second, listOf({}, 2)).error().code, ErrorCode::WrongState);
}

TEST(RevocationList, fromJson_refusesWhatIsNoList)
{
    const QJsonObject good = listOf({kRevoked, kSuspended}).toJson();
    for (const char *name : {"number", "at", "kid", "certificates", "signature"}) {
        QJsonObject without = good;
        without.remove(QLatin1String(name));
        EXPECT_EQ(RevocationList::fromJson(without).error().code, ErrorCode::Malformed) << name;
    }
    const auto with = [&](const char *name, const char *value) {
        QJsonArray list = good.value(QStringLiteral("certificates")).toArray();
        QJsonObject first = list.first().toObject();
        first.insert(QLatin1String(name), QLatin1String(value));
        list.replace(0, first);
        QJsonObject json = good;
        json.insert(QStringLiteral("certificates"), list);
        return RevocationList::fromJson(json).ok();
    };
    EXPECT_TRUE(with("state", "suspended"));
    EXPECT_FALSE(with("state", "issued")) << "nothing is revoked about it";
    EXPECT_FALSE(with("state", "gone"));
    EXPECT_FALSE(with("since", "2026-13-01"));
    EXPECT_FALSE(with("number", "PK-26-1\nPK-2026-000001"));
    EXPECT_FALSE(with("number", "PK-2026-000099")) << "out of order";
}

TEST(CheckCode, eachVerdict_isToldApart)
{
    const IssuerKeys keys = rotated();
    const QDate day(2026, 11, 29);
    const auto verdict = [&](const QString &text, const std::optional<RevocationList> &list, const QDate &today) {
        return token(checkCode(text, keys, list, today).verdict);
    };
    const QString good = code(issuerA());
    const RevocationList nothing = listOf({});
    EXPECT_EQ(verdict(good, nothing, day), QStringLiteral("valid"));
    EXPECT_EQ(verdict(good, std::nullopt, day), QStringLiteral("valid"));
    EXPECT_EQ(verdict(good, nothing, QDate(2028, 7, 14)), QStringLiteral("valid"));
    EXPECT_EQ(verdict(good, nothing, QDate(2028, 7, 15)), QStringLiteral("expired"));
    EXPECT_EQ(verdict(good, nothing, QDate(2026, 7, 14)), QStringLiteral("not_begun"));
    EXPECT_EQ(verdict(good, listOf({kRevoked}), day), QStringLiteral("revoked"));
    EXPECT_EQ(verdict(good, listOf({kRevoked}), QDate(2028, 7, 15)), QStringLiteral("revoked"));
    EndedCertificate other = kRevoked;
    other.state = CertificateState::Suspended;
    EXPECT_EQ(verdict(good, listOf({other}), day), QStringLiteral("suspended"));
    EXPECT_EQ(verdict(good, listOf({other}), QDate(2028, 7, 15)), QStringLiteral("expired"));
    other.state = CertificateState::Superseded;
    EXPECT_EQ(verdict(good, listOf({other}), day), QStringLiteral("superseded"));
    EXPECT_EQ(verdict(code(issuerA(), QDate(2026, 7, 15), true), listOf({kRevoked}), day), QStringLiteral("sample"));
    EXPECT_EQ(verdict(code(key("2026-C", 'c')), nothing, day), QStringLiteral("unknown"));
    EXPECT_EQ(verdict(code(issuerB(), QDate(2026, 7, 15)), nothing, day), QStringLiteral("key_revoked"));
    QString bent = good;
    bent[20] = bent.at(20) == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
    EXPECT_EQ(verdict(bent, nothing, day), QStringLiteral("tampered"));
    EXPECT_EQ(verdict(QStringLiteral("https://markaz.example/verify/PK-2026-000097"), nothing, day),
              QStringLiteral("tampered"));
    const CheckedCode told = checkCode(good, keys, listOf({kRevoked}), day);
    EXPECT_EQ(told.since, QDate(2026, 11, 24));
    EXPECT_EQ(told.asOf, kAt);
    EXPECT_EQ(told.claims->claims.number, QStringLiteral("PK-2026-000097"));
    EXPECT_FALSE(checkCode(bent, keys, nothing, day).claims) << "a forged code says nothing";
}

TEST(NumberAfter, risesAlwaysAndBeyondABackup)
{
    const QDateTime now(QDate(2026, 11, 29), QTime(9, 0), Qt::UTC);
    const qint64 first = numberAfter(0, now);
    EXPECT_EQ(first, QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC).secsTo(now));
    EXPECT_EQ(numberAfter(first, now), first + 1) << "twice in a second";
    EXPECT_EQ(numberAfter(first + 10, now.addDays(-1)), first + 11) << "a clock that was set back";
    EXPECT_GT(numberAfter(first - 86'400, now.addSecs(60)), first + 1) << "a backup of yesterday, restored";
}

} // namespace
} // namespace markaz

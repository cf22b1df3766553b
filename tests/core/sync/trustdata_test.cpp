// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a laptop learns at its syncs to verify certificates with when it is alone.
#include "core/sync/trustdata.h"

#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

#include <QJsonDocument>

using namespace markaz;
using namespace markaz::test;

namespace {

const QString kAt = QStringLiteral("2026-11-24T06:00:00.000Z");
const EndedCertificate kRevoked{QStringLiteral("PK-2026-000097"), CertificateState::Revoked, QDate(2026, 11, 24)};

class Trusting : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(m_laptop.signIn(kOne)); }
    void syncLater()
    {
        m_world.clock.advance(61 * 60 * 1000);
        m_laptop.sync();
        EXPECT_TRUE(m_laptop.runs.last()) << "nothing of this stands in the way of the records";
    }
    std::optional<IssuerKeys> keys() { return IssuerKeys::fromJson(json(QStringLiteral("issuer_keys"))).value(); }
    std::optional<RevocationList> list()
    {
        return RevocationList::fromJson(json(QStringLiteral("revocation_list"))).value();
    }
    QJsonObject json(const QString &name)
    {
        const auto body = protocol::parseBody(m_laptop.state(name).toUtf8());
        return body ? *body : QJsonObject();
    }
    IssuerKeys setOf(const SigningKey &issuer, qint64 number)
    {
        IssuerKeys set;
        set.number = number;
        set.at = kAt;
        set.keys = {{issuer.publicKey(), {}, {}}};
        return set;
    }
    QJsonObject listOf(const QList<EndedCertificate> &certificates, qint64 number)
    {
        RevocationList made;
        made.number = number;
        made.at = kAt;
        made.certificates = certificates;
        return signRevocations(made, m_world.server.signingKey)->toJson();
    }
    int asked() { return m_world.server.requestCount("GET", QStringLiteral("/public/")); }

    World m_world;
    Laptop m_laptop{m_world.server, m_world.clock, m_world.file()};
};

TEST_F(Trusting, firstSync_learnsKeysAndListAndAsksAgainInAnHour)
{
    m_laptop.sync();
    ASSERT_TRUE(keys());
    EXPECT_EQ(keys()->root.bytes, m_world.server.rootKey.publicKey().bytes);
    ASSERT_NE(keys()->find(QStringLiteral("2026-A")), nullptr);
    EXPECT_EQ(list()->number, 1);
    EXPECT_EQ(asked(), 2);
    m_world.clock.advance(59 * 60 * 1000);
    m_laptop.sync();
    EXPECT_EQ(asked(), 2) << "not at every sync";
    m_world.clock.advance(2 * 60 * 1000);
    m_world.server.toldRevocations = listOf({kRevoked}, 2);
    m_laptop.sync();
    EXPECT_EQ(asked(), 4);
    EXPECT_EQ(list()->certificates, QList<EndedCertificate>{kRevoked});
}

TEST_F(Trusting, unsignedKeys_areNotTaken)
{
    KeySet plain;
    ASSERT_TRUE(plain.add(m_world.server.signingKey.publicKey()));
    m_world.server.toldKeys = plain.toJson();
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.runs.last());
    EXPECT_EQ(m_laptop.state(QStringLiteral("issuer_keys")), QString());
    EXPECT_EQ(m_laptop.state(QStringLiteral("revocation_list")), QString()) << "nobody vouches for its key";
    m_world.server.toldKeys.reset();
    syncLater();
    const IssuerKeys known = *keys();
    m_world.server.toldKeys = plain.toJson();
    syncLater();
    EXPECT_EQ(keys(), known);
}

TEST_F(Trusting, newKeys_comeFromTheRootThatIsKnownAlone)
{
    m_laptop.sync();
    const IssuerKeys known = *keys();
    const SigningKey thief = SigningKey::generate(QStringLiteral("root-2026"), QDate(2026, 1, 1)).value();
    m_world.server.toldKeys = signIssuerKeys(setOf(m_world.server.signingKey, 9), thief)->toJson();
    syncLater();
    EXPECT_EQ(keys(), known);
    IssuerKeys next = known;
    next.number = 10;
    next.keys.append({SigningKey::generate(QStringLiteral("2026-B"), QDate(2026, 11, 24))->publicKey(), {}, {}});
    next.handovers = {handOver(m_world.server.rootKey, thief.publicKey())}; // no thief, then
    m_world.server.toldKeys = signIssuerKeys(next, thief)->toJson();
    syncLater();
    EXPECT_NE(keys()->find(QStringLiteral("2026-B")), nullptr);
    EXPECT_EQ(keys()->number, 10);
    m_world.server.toldKeys = known.toJson();
    syncLater();
    EXPECT_EQ(keys()->number, 10) << "an older set does not come back";
}

TEST_F(Trusting, listThatIsOlderOrForged_isNotTaken)
{
    m_world.server.toldRevocations = listOf({kRevoked}, 5);
    m_laptop.sync();
    ASSERT_EQ(list()->number, 5);
    m_world.server.toldRevocations = listOf({}, 4);
    syncLater();
    EXPECT_EQ(list()->certificates.size(), 1) << "a revoked one does not become good with an older list";
    QJsonObject forged = listOf({kRevoked}, 6);
    forged.insert(QStringLiteral("certificates"), QJsonArray());
    m_world.server.toldRevocations = forged;
    syncLater();
    EXPECT_EQ(list()->number, 5);
    m_world.server.toldRevocations = listOf({}, 7);
    syncLater();
    EXPECT_EQ(list()->number, 7) << "and a newer one is";
}

TEST_F(Trusting, listOfAStolenKey_standsInNobodysWayOnceTheKeyIsRevoked)
{
    m_laptop.sync();
    m_world.server.toldRevocations = listOf({}, 9'000'000'000'000'000); // above all that is to come
    syncLater();
    ASSERT_EQ(list()->number, 9'000'000'000'000'000);
    const SigningKey next = SigningKey::generate(QStringLiteral("2026-B"), QDate(2026, 11, 24)).value();
    IssuerKeys set = *keys();
    set.number = 10;
    set.keys[0].revokedAt = kAt;
    set.keys.append({next.publicKey(), {}, {}});
    m_world.server.toldKeys = signIssuerKeys(set, m_world.server.rootKey)->toJson();
    RevocationList anew;
    anew.number = 2;
    anew.at = kAt;
    anew.certificates = {kRevoked};
    m_world.server.toldRevocations = signRevocations(anew, next)->toJson();
    syncLater();
    EXPECT_EQ(list()->number, 2);
    EXPECT_EQ(list()->certificates, QList<EndedCertificate>{kRevoked});
}

TEST_F(Trusting, listOfManyCertificates_isReadAgain)
{
    QList<EndedCertificate> many;
    for (int i = 1; i <= 20'000; ++i)
        many.append({QStringLiteral("PK-2026-%1").arg(i, 6, 10, QLatin1Char('0')), CertificateState::Superseded,
                     QDate(2026, 11, 24)});
    m_world.server.toldRevocations = listOf(many, 2);
    m_laptop.sync();
    many.removeLast();
    m_world.server.toldRevocations = listOf(many, 3);
    syncLater();
    const QByteArray kept = m_laptop.state(QStringLiteral("revocation_list")).toUtf8();
    ASSERT_GT(kept.size(), protocol::kMaxBody);
    EXPECT_EQ(RevocationList::fromJson(QJsonDocument::fromJson(kept).object())->number, 3);
}

TEST(TrustData, keyThatWasKnownBeforeThereWereRoots_keepsItsBytes)
{
    QTemporaryDir folder;
    auto database = Database::openSqlite(folder.filePath(QStringLiteral("state.db")));
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE((*database)->run(QStringLiteral("CREATE TABLE sync_state (name TEXT PRIMARY KEY, value TEXT)")).ok());
    SyncStateRepository state(**database);
    TrustData trust(state);
    const SigningKey issuer = SigningKey::generate(QStringLiteral("2026-A"), QDate(2026, 1, 1)).value();
    const SigningKey root = SigningKey::generate(QStringLiteral("root-2026"), QDate(2026, 1, 1)).value();
    IssuerKeys set;
    set.number = 1;
    set.at = kAt;
    set.keys = {{issuer.publicKey(), {}, {}}};
    const QByteArray told = QJsonDocument(signIssuerKeys(set, root)->toJson()).toJson();
    const auto knew = [&](const SigningKey &key) {
        KeySet before;
        EXPECT_TRUE(before.add(key.publicKey()));
        const QByteArray text = QJsonDocument(before.toJson()).toJson();
        EXPECT_TRUE(state.set(QStringLiteral("issuer_keys"), QString::fromUtf8(text)).ok());
    };
    knew(SigningKey::generate(QStringLiteral("2026-A"), QDate(2026, 1, 1)).value());
    EXPECT_EQ(trust.learnKeys(told).error().code, ErrorCode::Exists);
    EXPECT_EQ(trust.keys().value(), std::nullopt);
    knew(issuer);
    EXPECT_TRUE(trust.learnKeys(told).ok());
    EXPECT_EQ(trust.keys().value()->root, root.publicKey());
}

} // namespace

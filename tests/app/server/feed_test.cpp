// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/feed.h"
#include "tests/app/server/visits.h"

#include <QJsonDocument>
#include <QSet>

namespace markaz::server::test {
namespace {

class Pulls : public Visits
{
protected:
    ApiResponse get(const Session &who, const QString &cursor)
    {
        return server.call("GET", QStringLiteral("/api/v1/changes?kinds=%1&cursor=").arg(protocol::kKinds) + cursor, {},
                           who.token);
    }
    static QJsonObject bodyOf(const ApiResponse &response) { return QJsonDocument::fromJson(response.body).object(); }
    /// The digest of what a client holds, counted from the records themselves. Every record of these tests is in Punjab
    /// unless \p province says where else.
    static QString digestOf(const QList<protocol::FeedItem> &items)
    {
        QByteArray digest;
        for (const protocol::FeedItem &item : items) {
            const bool counted =
                item.entity != Entity::Account && item.entity != Entity::Policy && item.entity != Entity::Standard;
            if (counted && item.kind == protocol::FeedKind::Put)
                protocol::addToDigest(digest, item.id, item.rev);
        }
        return QString::fromLatin1(digest);
    }
};

TEST_P(Pulls, pages_giveEachRecordOnceAndThenNothing)
{
    QList<Change> many;
    for (int i = 2; i < 60; ++i)
        many.append(create(server.ids(), Entity::Building,
                           buildingFields(kSialkot, QStringLiteral("SKT-%1").arg(i, 4, 10, QLatin1Char('0')),
                                          QStringLiteral("Hall %1").arg(i))));
    server.push(officer, many);
    QString cursor;
    const auto items = server.pull(officer, cursor, 7);
    QSet<QString> ids;
    qint64 last = 0;
    for (const protocol::FeedItem &item : items) {
        EXPECT_FALSE(ids.contains(item.id));
        EXPECT_GT(item.seq, last);
        last = item.seq;
        ids.insert(item.id);
    }
    EXPECT_EQ(items.size(), 1 + 2 + 59) << "policy, two accounts, buildings";
    EXPECT_TRUE(server.pull(officer, cursor).isEmpty());
    server.pushOne(officer, patch(server.ids(), Entity::Building, building, 1, one(QStringLiteral("storeys"), 2, 3)));
    const auto changed = server.pull(officer, cursor);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed[0].id, building);
    EXPECT_EQ(changed[0].rev, 2);
}

/// Two servers on one store sweep at the same hour.
TEST_P(Pulls, sweepByTwoAtOnce_raisesTheFloorOnce)
{
    const Change gone = create(server.ids(), Entity::Building,
                               buildingFields(kSialkot, QStringLiteral("SKT-0099"), QStringLiteral("Gone")));
    server.pushOne(officer, gone);
    server.pushOne(officer, patch(server.ids(), Entity::Building, gone.id, 1, {}, ChangeKind::Delete));
    const QString settled = QStringLiteral("SELECT count(*) FROM ledger WHERE op_id = '%1'").arg(gone.opId);
    server.clock().advance(qint64(399) * 24 * 3600 * 1000);
    ASSERT_TRUE(Feed(*server.core().stores().ofThisThread().value(), server.clock()).forgetOld());
    EXPECT_EQ(server.value(settled).toInt(), 1);
    server.clock().advance(qint64(2) * 24 * 3600 * 1000);
    const auto other = server.another();
    std::vector<std::thread> both;
    for (ServerCore *core : {&server.core(), other.get()}) {
        both.emplace_back([&server = server, core] {
            EXPECT_TRUE(Feed(*core->stores().ofThisThread().value(), server.clock()).forgetOld());
        });
    }
    for (std::thread &thread : both)
        thread.join();
    EXPECT_EQ(server.value(settled).toInt(), 0) << "the ledger keeps 400 days";
    EXPECT_LE(server.value(QStringLiteral("SELECT value FROM counter WHERE name = 'forgotten'")).toLongLong(),
              server.value(QStringLiteral("SELECT value FROM counter WHERE name = 'seq'")).toLongLong());
}

TEST_P(Pulls, digest_isThatOfTheRecordsTheClientHolds)
{
    const QString inspection = accepted();
    server.pushOne(officer, issue(inspection));
    server.pushOne(officer, patch(server.ids(), Entity::Building, building, 1, one(QStringLiteral("storeys"), 2, 3)));
    const Change gone = create(server.ids(), Entity::Building,
                               buildingFields(kSialkot, QStringLiteral("SKT-0099"), QStringLiteral("Gone")));
    server.pushOne(officer, gone);
    server.pushOne(officer, patch(server.ids(), Entity::Building, gone.id, 1, {}, ChangeKind::Delete));
    for (const Session *who : {&officer, &inspector}) {
        const auto items = server.pullAll(*who);
        EXPECT_EQ(server.lastPage().digest.value(QStringLiteral("PK-PB")), digestOf(items))
            << qPrintable(who->actor.name);
        EXPECT_EQ(server.lastPage().digest.size(), 1);
    }
}

TEST_P(Pulls, deletedRecord_isToldOnceToWhoHadIt)
{
    QString cursor;
    server.pull(inspector, cursor);
    const Change gone = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    server.pushOne(officer, gone);
    server.pull(inspector, cursor);
    server.pushOne(officer, patch(server.ids(), Entity::Owner, gone.id, 1, {}, ChangeKind::Delete));
    const auto items = server.pull(inspector, cursor);
    ASSERT_EQ(items.size(), 1);
    EXPECT_EQ(items[0].kind, protocol::FeedKind::Delete);
    EXPECT_TRUE(items[0].data.isEmpty());
    for (const auto &item : server.pullAll(inspector))
        EXPECT_NE(item.id, gone.id) << "a first sync has no use for it";
}

TEST_P(Pulls, buildingThatMoves_takesEverythingWithIt)
{
    const Session both =
        server.join(QStringLiteral("officer.both"), Role::Officer, {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")});
    const Session sindh = server.join(QStringLiteral("officer.sindh"), Role::Officer, {QStringLiteral("PK-SD")});
    const QString inspection = accepted();
    server.pushOne(officer, issue(inspection));
    QString punjabs;
    QString sindhs;
    server.pull(officer, punjabs);
    server.pull(sindh, sindhs);
    FieldChanges move = one(QStringLiteral("city"), kSialkot, kKarachi);
    EXPECT_EQ(server.pushOne(officer, patch(server.ids(), Entity::Building, building, 1, move)).code,
              protocol::code::kScopeRevoked)
        << "both places must be the mover's";
    ASSERT_EQ(server.pushOne(both, patch(server.ids(), Entity::Building, building, 1, move)).outcome, Outcome::Applied);
    QSet<QString> left;
    for (const auto &item : server.pull(officer, punjabs)) {
        EXPECT_EQ(item.kind, protocol::FeedKind::Leave);
        left.insert(item.id);
    }
    QSet<QString> came;
    QSet<QString> kinds;
    for (const auto &item : server.pull(sindh, sindhs)) {
        EXPECT_EQ(item.kind, protocol::FeedKind::Put);
        came.insert(item.id);
        kinds.insert(token(item.entity));
    }
    EXPECT_EQ(left, came);
    EXPECT_EQ(kinds, (QSet<QString>{QStringLiteral("building"), QStringLiteral("inspection"), QStringLiteral("review"),
                                    QStringLiteral("decision"), QStringLiteral("certificate")}));
    const auto all = server.pullAll(sindh);
    EXPECT_EQ(server.lastPage().digest.value(QStringLiteral("PK-SD")), digestOf(all));
    server.pullAll(officer);
    EXPECT_EQ(server.lastPage().digest.value(QStringLiteral("PK-PB")), QString(64, QLatin1Char('0')))
        << "nothing is left in Punjab, and a laptop that still has something is to notice";
}

TEST_P(Pulls, ownerWhoMoves_leavesTheBuildingsWhereTheyStand)
{
    const Session both =
        server.join(QStringLiteral("officer.both"), Role::Officer, {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")});
    const Change owner = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    QJsonObject fields = buildingFields(kSialkot, QStringLiteral("SKT-0077"), QStringLiteral("Owned (sample)"));
    fields.insert(QStringLiteral("owner"), owner.id);
    const Change owned = create(server.ids(), Entity::Building, fields);
    for (const protocol::ChangeResult &result : server.push(both, {owner, owned}))
        ASSERT_EQ(result.outcome, Outcome::Applied);
    const FieldChanges move = one(QStringLiteral("province"), QStringLiteral("PK-PB"), QStringLiteral("PK-SD"));
    ASSERT_EQ(server.pushOne(both, patch(server.ids(), Entity::Owner, owner.id, 1, move)).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(owner.id)->province, QStringLiteral("PK-SD"));
    EXPECT_EQ(server.stored(owned.id)->province, QStringLiteral("PK-PB"));
}

TEST_P(Pulls, changedScope_saysWhatToDropAndWhatToPull)
{
    QString cursor;
    server.pull(inspector, cursor);
    server.run(QStringLiteral("UPDATE account SET provinces = 'PK-KP PK-SD' WHERE name = 'inspector.one'"));
    const ApiResponse changed = get(inspector, cursor);
    EXPECT_EQ(changed.status, 409);
    EXPECT_EQ(codeOf(changed), protocol::code::kScopeChanged);
    EXPECT_EQ(bodyOf(changed).value(QStringLiteral("drop")).toArray(), QJsonArray{QStringLiteral("PK-PB")});
    EXPECT_EQ(bodyOf(changed).value(QStringLiteral("pull")).toArray(),
              (QJsonArray{QStringLiteral("PK-KP"), QStringLiteral("PK-SD")}));
    EXPECT_EQ(get(inspector, {}).status, 200);
}

TEST_P(Pulls, cursorOfARestoredServer_isTold)
{
    QString cursor;
    server.pull(inspector, cursor);
    server.run(QStringLiteral("UPDATE meta SET value = '01900000-0000-7000-8000-00000000abcd' WHERE name = 'history'"));
    server.core().stores().dropOfThisThread(); // the server starts again after a restore
    const ApiResponse restored = get(inspector, cursor);
    EXPECT_EQ(restored.status, 409);
    EXPECT_EQ(codeOf(restored), protocol::code::kHistoryChanged);
}

TEST_P(Pulls, cursorOlderThanTheTombstonesOrOddOnes_areRefused)
{
    QString old;
    server.pull(officer, old);
    const Change gone = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    server.pushOne(officer, gone);
    server.pushOne(officer, patch(server.ids(), Entity::Owner, gone.id, 1, {}, ChangeKind::Delete));
    QString fresh;
    server.pull(officer, fresh);
    server.clock().advance(401LL * 24 * 3600 * 1000);
    ASSERT_TRUE(server.core().tidy());
    EXPECT_FALSE(server.stored(gone.id)) << "the tombstone is gone";
    officer = server.signIn(QStringLiteral("officer.one"));
    const ApiResponse resync = get(officer, old);
    EXPECT_EQ(resync.status, 410);
    EXPECT_EQ(codeOf(resync), protocol::code::kResync);
    EXPECT_EQ(get(officer, fresh).status, 200);
    EXPECT_EQ(get(officer, QStringLiteral("not-a-cursor")).status, 400);
    EXPECT_EQ(server.call("GET", QStringLiteral("/api/v1/changes?limit=none"), {}, officer.token).status, 400);
}

MARKAZ_ON_BOTH(Pulls);

} // namespace
} // namespace markaz::server::test

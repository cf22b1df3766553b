// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/attempts.h"
#include "app/server/store/auditlog.h"
#include "app/server/store/batchapplier.h"
#include "app/server/store/feed.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/sessiontokens.h"
#include "tests/app/server/testserver.h"

#include <QJsonDocument>
#include <QSet>

#include <atomic>
#include <thread>

namespace markaz::server::test {
namespace {

/// Several writers and a reader at once, each on a connection of its own.
class Together : public OnBoth
{
protected:
    static constexpr int kWriters = 6;
    static constexpr int kBatches = 8;
    static constexpr int kSize = 10;

    Actor officer = server.addAccount(QStringLiteral("officer.one"), Role::Officer, {QStringLiteral("PK-PB")});

    QList<protocol::ChangeResult> apply(const QList<Change> &changes)
    {
        auto store = Store::open(server.location());
        if (!store)
            return {};
        return applyWith(**store, changes);
    }
    QList<protocol::ChangeResult> applyWith(Store &store, const QList<Change> &changes)
    {
        QList<IncomingChange> batch;
        for (const Change &change : changes)
            batch.append({change, {}});
        BatchApplier applier(store, server.core().reference(), server.core().key(), server.clock());
        auto results = applier.apply({officer, QStringLiteral("laptop")}, batch);
        return results ? *results : QList<protocol::ChangeResult>();
    }
};

TEST_P(Together, pollerWhileOthersWrite_missesNothing)
{
    std::atomic<int> writing = kWriters;
    std::atomic<int> applied = 0;
    std::vector<std::thread> writers;
    writers.reserve(kWriters);
    for (int w = 0; w < kWriters; ++w) {
        writers.emplace_back([&, w] {
            auto store = Store::open(server.location());
            Uuid7Source ids(server.clock());
            for (int b = 0; store && b < kBatches; ++b) {
                QList<Change> changes;
                for (int i = 0; i < kSize; ++i) // all of them want the same codes
                    changes.append(
                        create(ids, Entity::Building,
                               buildingFields(kSialkot, QStringLiteral("SKT-%1").arg(i + 1, 4, 10, QLatin1Char('0')),
                                              QStringLiteral("Hall %1-%2-%3").arg(w).arg(b).arg(i))));
                for (const auto &result : applyWith(**store, changes))
                    applied += result.outcome == Outcome::Applied || result.outcome == Outcome::Merged ? 1 : 0;
            }
            --writing;
        });
    }
    QSet<QString> seen;
    qint64 last = 0;
    bool backwards = false;
    std::thread poller([&] {
        auto store = Store::open(server.location());
        QString cursor;
        for (bool end = false; store && !end;) {
            end = writing == 0; // read before the page, so that one page follows the last write
            for (bool more = true; more;) {
                auto page = Feed(**store, server.clock()).pull(officer, cursor, 50);
                const auto *reply = page ? std::get_if<protocol::PullReply>(&*page) : nullptr;
                if (reply == nullptr)
                    return;
                for (const auto &item : reply->changes) {
                    backwards = backwards || item.seq <= last;
                    last = item.seq;
                    if (item.entity == Entity::Building)
                        seen.insert(item.id);
                }
                cursor = reply->cursor;
                more = reply->more;
            }
        }
    });
    for (std::thread &writer : writers)
        writer.join();
    poller.join();
    EXPECT_EQ(applied, kWriters * kBatches * kSize);
    EXPECT_EQ(seen.size(), kWriters * kBatches * kSize) << "a reader passed a number that was still to be committed";
    EXPECT_FALSE(backwards);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(DISTINCT ukey) FROM record WHERE entity = 'building'")).toInt(),
              kWriters * kBatches * kSize);
    EXPECT_TRUE(AuditLog(server.core().stores().ofThisThread().value()->database()).verify());
}

TEST_P(Together, oneBatchFromManyAtOnce_isAppliedOnce)
{
    QList<Change> changes;
    for (int i = 1; i <= 20; ++i)
        changes.append(create(server.ids(), Entity::Building,
                              buildingFields(kSialkot, QStringLiteral("SKT-%1").arg(i, 4, 10, QLatin1Char('0')),
                                             QStringLiteral("Hall %1").arg(i))));
    std::atomic<int> applied = 0;
    std::atomic<int> duplicate = 0;
    std::vector<std::thread> senders;
    senders.reserve(kWriters);
    for (int s = 0; s < kWriters; ++s) {
        senders.emplace_back([&] {
            for (const auto &result : apply(changes))
                (result.outcome == Outcome::Duplicate ? duplicate : applied) += 1;
        });
    }
    for (std::thread &sender : senders)
        sender.join();
    EXPECT_EQ(applied, 20);
    EXPECT_EQ(duplicate, 20 * (kWriters - 1));
    EXPECT_EQ(server.value(QStringLiteral("SELECT max(rev) FROM record WHERE entity = 'building'")).toInt(), 1);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM record WHERE entity = 'building'")).toInt(), 20);
}

TEST_P(Together, oneRecordEditedByMany_takesEveryEdit)
{
    const Change made = create(server.ids(), Entity::Building,
                               buildingFields(kSialkot, QStringLiteral("SKT-0001"), QStringLiteral("Mill")));
    ASSERT_EQ(apply({made}).value(0).outcome, Outcome::Applied);
    std::atomic<int> taken = 0;
    std::vector<std::thread> editors;
    editors.reserve(kWriters);
    for (int e = 0; e < kWriters; ++e) {
        editors.emplace_back([&, e] {
            Uuid7Source ids(server.clock());
            for (int i = 0; i < 5; ++i) {
                const auto results =
                    apply({patch(ids, Entity::Building, made.id, 1,
                                 one(QStringLiteral("field_%1_%2").arg(e).arg(i), QJsonValue::Null, i))});
                taken += !results.isEmpty() &&
                                 (results[0].outcome == Outcome::Applied || results[0].outcome == Outcome::Merged)
                             ? 1
                             : 0;
            }
        });
    }
    for (std::thread &editor : editors)
        editor.join();
    EXPECT_EQ(taken, kWriters * 5);
    EXPECT_EQ(server.stored(made.id)->record.rev, 1 + kWriters * 5);
    EXPECT_EQ(server.stored(made.id)->record.fields.size(), buildingFields(kSialkot, {}, {}).size() + kWriters * 5 + 1)
        << "and when it was received";
}

TEST_P(Together, guessesThatFailAtOnce_areAllCounted)
{
    constexpr int kEach = 10;
    std::vector<std::thread> guessers;
    guessers.reserve(kWriters);
    for (int g = 0; g < kWriters; ++g) {
        guessers.emplace_back([this] {
            auto store = Store::open(server.location());
            for (int i = 0; store && i < kEach; ++i) {
                Attempts attempts((*store)->database(), server.clock().now());
                auto counted = attempts.failed(
                    {QStringLiteral("officer.one"), QStringLiteral("192.0.2.1"), {}, {}, QStringLiteral("password")});
                EXPECT_TRUE(counted) << qPrintable(counted ? QString() : counted.error().detail);
            }
        });
    }
    for (std::thread &guesser : guessers)
        guesser.join();
    EXPECT_EQ(server.value(QStringLiteral("SELECT min(failures) FROM attempt WHERE subject NOT LIKE 'told:%'")).toInt(),
              kWriters * kEach);
    EXPECT_TRUE(AuditLog((*server.core().stores().ofThisThread())->database()).verify())
        << "told of by several at once";
}

TEST_P(Together, twoServersOnOneStore_shareSessionsAndRecords)
{
    const Session session = server.signIn(QStringLiteral("officer.one"));
    const auto other = server.another();
    EXPECT_EQ(other->instanceId(), server.core().instanceId());
    EXPECT_EQ(other->key().publicKey(), server.core().key().publicKey());
    server.pushOne(session, create(server.ids(), Entity::Building,
                                   buildingFields(kSialkot, QStringLiteral("SKT-0001"), QStringLiteral("Mill"))));
    ApiRequest request;
    request.method = "GET";
    request.path = QStringLiteral("/api/v1/changes");
    request.headers = {{"markaz-protocol", "1"}, {"authorization", "Bearer " + session.token.toLatin1()}};
    const ApiResponse response = other->router().handle(request);
    EXPECT_EQ(response.status, 200);
    EXPECT_TRUE(response.body.contains("SKT-0001"));
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM record WHERE entity = 'policy'")).toInt(), 1)
        << "published once";
}

/// The owner's and a thief's, made of one token that both have. On PostgreSQL alone: SQLite has one writer at a time.
TEST(TogetherOnPostgres, twoSuccessorsOfOneToken_areNotBothUsed)
{
    TestServer server(QStringLiteral("postgres"));
    const Session session = server.join(QStringLiteral("officer.one"), Role::Officer, {QStringLiteral("PK-PB")});
    const auto refresh = [&server](const QString &token) {
        return server.post(QStringLiteral("/api/v1/session/refresh"), {{QStringLiteral("refresh_token"), token}});
    };
    const auto successor = [&] {
        const QJsonObject reply = QJsonDocument::fromJson(refresh(session.refresh).body).object();
        return reply.value(QStringLiteral("refresh_token")).toString();
    };
    const QString owners = successor();
    const QString thiefs = successor();
    auto own = Store::open(server.location());
    ASSERT_TRUE(own);
    auto transaction = Transaction::begin((*own)->database());
    ASSERT_TRUE(transaction);
    // What using the owner's does, on its way.
    ASSERT_TRUE((*own)->database().run(QStringLiteral("UPDATE token SET spent = 1 WHERE hash IN (?, ?)"),
                                       {storedToken(session.refresh), storedToken(thiefs)}));
    std::atomic<int> status = 0;
    std::thread thief([&] { status = refresh(thiefs).status; });
    const QString waiting = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND "
                                           "datname = current_database()");
    while (status == 0 && server.value(waiting).toInt() == 0)
        std::this_thread::yield();
    EXPECT_TRUE(transaction->commit());
    thief.join();
    EXPECT_EQ(status, 401);
    EXPECT_EQ(refresh(owners).status, 401) << "and the session is over for both";
}

/// A merge that is being committed, and what begins on its building at this very moment. On PostgreSQL alone: SQLite
/// has one writer at a time.
TEST(TogetherOnPostgres, whatBeginsOnABuilding_waitsForItsMerge)
{
    TestServer server(QStringLiteral("postgres"));
    const Session officer = server.join(QStringLiteral("officer.one"), Role::Officer, {QStringLiteral("PK-PB")});
    const Session inspector = server.join(QStringLiteral("inspector.one"), Role::Inspector, {QStringLiteral("PK-PB")});
    QStringList buildings;
    for (const char *code : {"SKT-0001", "SKT-0002", "SKT-0003"}) {
        const Change made = create(server.ids(), Entity::Building,
                                   buildingFields(kSialkot, QLatin1String(code), QStringLiteral("Mill")));
        ASSERT_EQ(server.pushOne(officer, made).outcome, Outcome::Applied);
        buildings.append(made.id);
    }
    const QString stays = buildings.takeLast();
    const Standard &standard = server.core().reference().standards.first();
    const QString &own = inspector.actor.accountId;
    const Change task = create(server.ids(), Entity::Assignment,
                               {{QStringLiteral("building"), buildings[0]},
                                {QStringLiteral("inspector"), own},
                                {QStringLiteral("kind"), QStringLiteral("initial")},
                                {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                                {QStringLiteral("state"), QStringLiteral("open")}});
    const Change visit = create(server.ids(), Entity::Inspection,
                                {{QStringLiteral("building"), buildings[1]},
                                 {QStringLiteral("inspector"), own},
                                 {QStringLiteral("kind"), QStringLiteral("initial")},
                                 {QStringLiteral("standard"), standard.id()},
                                 {QStringLiteral("standard_version"), standard.version()},
                                 {QStringLiteral("standard_hash"), standard.hash()},
                                 {QStringLiteral("revision"), 1},
                                 {QStringLiteral("started_at"), QStringLiteral("2026-11-23T05:00:00.000Z")},
                                 {QStringLiteral("state"), QStringLiteral("draft")}});
    for (const auto &[who, change, building] :
         {std::tuple{officer.actor, task, buildings[0]}, std::tuple{inspector.actor, visit, buildings[1]}}) {
        auto merging = Store::open(server.location());
        ASSERT_TRUE(merging);
        Database &database = (*merging)->database();
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(transaction);
        RecordTable table(database);
        ASSERT_TRUE(table.takeWritersLock());
        auto before = table.find(building);
        ASSERT_TRUE(before && before->has_value());
        StoredRecord merged = **before;
        ++merged.record.rev;
        merged.record.fields.insert(QStringLiteral("merged_into"), stays);
        merged.record.fields.insert(QStringLiteral("merge_reason"), QStringLiteral("One gate"));
        ASSERT_TRUE(table.write({{*before, merged}}, QStringLiteral("2026-11-24T06:00:00.000Z")));
        std::atomic<bool> answered = false;
        QString code;
        std::thread other([&, author = Author{who, QStringLiteral("laptop")}, begun = change] {
            auto store = Store::open(server.location());
            if (store) {
                BatchApplier applier(**store, server.core().reference(), server.core().key(), server.clock());
                if (const auto results = applier.apply(author, {{begun, {}}}))
                    code = results->value(0).code;
            }
            answered = true;
        });
        // It comes to the lock in any case, to write; what counts is whether it has looked at the building before.
        const QString waiting =
            QStringLiteral("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
                           "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        while (!answered && server.value(waiting).toInt() == 0)
            std::this_thread::yield();
        EXPECT_TRUE(transaction->commit());
        other.join();
        EXPECT_EQ(code, protocol::code::kMerged) << qPrintable(token(change.entity));
    }
}

MARKAZ_ON_BOTH(Together);

} // namespace
} // namespace markaz::server::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Records against the audit: what somebody does to them in the database itself is named, and nothing else is.
#include "app/server/sample/samplewriter.h"
#include "app/server/store/feed.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/rules/certificates.h"
#include "tests/app/server/recordaudits.h"

#include <QJsonDocument>

#include <random>

namespace markaz::server::test {
namespace {

class RecordAudit : public RecordAudits
{
};

TEST_P(RecordAudit, whateverIsAltered_isNamedWithItsEntry)
{
    ASSERT_EQ(server.pushOne(officer, rename(building, QStringLiteral("Another name"))).outcome, Outcome::Applied);
    const qint64 n = lastEntry();
    expectWhole("what was pushed");
    const QString expected = QStringLiteral("altered building %1 %2").arg(building).arg(n);
    const QString all = QStringLiteral("entity, rev, seq, province, assignee, parent, ukey, deleted, changed_at, data");
    keep(QStringLiteral("CREATE TABLE kept AS SELECT %1 FROM record WHERE id = '%2'").arg(all, building));
    for (const QString &set :
         {QStringLiteral("data = ") + data("name"), QStringLiteral("rev = rev + 1"),
          QStringLiteral("seq = seq + 100000"), QStringLiteral("province = 'PK-SD'"),
          QStringLiteral("assignee = 'somebody'"), QStringLiteral("parent = 'another'"), QStringLiteral("ukey = NULL"),
          QStringLiteral("deleted = 1"), QStringLiteral("changed_at = '2020-01-01T00:00:00.000Z'"),
          QStringLiteral("entity = 'owner', ukey = NULL")}) {
        server.run(QStringLiteral("UPDATE record SET %1 WHERE id = '%2'").arg(set, building));
        QString words = expected;
        if (set.startsWith(QLatin1String("entity")))
            words.replace(QStringLiteral("altered building"), QStringLiteral("altered owner"));
        EXPECT_EQ(found(), words) << qPrintable(set);
        server.run(QStringLiteral("DELETE FROM record WHERE id = '%1'").arg(building));
        server.run(QStringLiteral("INSERT INTO record (id, %1) SELECT '%2', %1 FROM kept").arg(all, building));
        expectWhole(qPrintable(set));
    }
}

TEST_P(RecordAudit, whatIsRemovedOrInserted_isNamed)
{
    ASSERT_EQ(server.pushOne(officer, rename(building, QStringLiteral("Another name"))).outcome, Outcome::Applied);
    const qint64 n = lastEntry();
    const QString fresh = insertCopy(QStringLiteral("2020-01-01T00:00:00.000Z"));
    EXPECT_EQ(found(), QStringLiteral("inserted building %1 0").arg(fresh));
    server.run(QStringLiteral("DELETE FROM record WHERE id = '%1'").arg(fresh));
    server.run(QStringLiteral("DELETE FROM record WHERE id = '%1'").arg(building));
    EXPECT_EQ(found(), QStringLiteral("removed building %1 %2").arg(building).arg(n));
}

TEST_P(RecordAudit, olderEntries_holdNoHash_andAreCounted)
{
    const qint64 records = server.value(QStringLiteral("SELECT count(*) FROM record")).toLongLong();
    makeOld();
    ASSERT_TRUE(AuditLog(store().database()).verify()) << "the chain holds as it did";
    EXPECT_EQ(found(), QString());
    EXPECT_EQ(report().unhashed, records);
    server.clock().advance(60'000);
    ASSERT_EQ(server.pushOne(officer, rename(building, QStringLiteral("Another name"))).outcome, Outcome::Applied);
    EXPECT_TRUE(AuditLog(store().database()).verify());
    EXPECT_EQ(report().unhashed, records - 1);
    EXPECT_EQ(found(), QString());
    const QString late = insertCopy(toIso(server.clock().now()));
    EXPECT_EQ(found(), QStringLiteral("inserted building %1 0").arg(late));
    server.run(QStringLiteral("DELETE FROM record WHERE id = '%1'").arg(late));
    server.run(QStringLiteral("UPDATE record SET data = %1 WHERE id = '%2'").arg(data("name"), building));
    EXPECT_EQ(found(), QStringLiteral("altered building %1 %2").arg(building).arg(lastEntry()));
}

TEST_P(RecordAudit, whatIsForgotten_isToldOf)
{
    const Change owner = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    ASSERT_EQ(server.pushOne(officer, owner).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, patch(server.ids(), Entity::Owner, owner.id, 1, {}, ChangeKind::Delete)).outcome,
              Outcome::Applied);
    expectWhole("removed by its officer");
    const qint64 n = lastEntry();
    keep(QStringLiteral("CREATE TABLE kept AS SELECT * FROM record WHERE id = '%1'").arg(owner.id));
    const qint64 day = 24LL * 60 * 60 * 1000;
    server.clock().advance(401 * day);
    ASSERT_TRUE(Feed(store(), server.clock()).forgetOld());
    EXPECT_FALSE(server.stored(owner.id));
    expectWhole("forgotten");
    EXPECT_EQ(lastEntry(), n + 1) << "one entry, however many";
    ASSERT_TRUE(Feed(store(), server.clock()).forgetOld());
    EXPECT_EQ(lastEntry(), n + 1) << "nothing, and nothing to tell";
    const QString columns = QStringLiteral("id, entity, rev, seq, province, assignee, parent, ukey, deleted, "
                                           "changed_at, data");
    server.run(QStringLiteral("INSERT INTO record (%1) SELECT %1 FROM kept").arg(columns));
    EXPECT_EQ(found(), QStringLiteral("inserted owner %1 %2").arg(owner.id).arg(n + 1)) << "it went, and is there";
}

/// The server writes nothing that its audit does not tell of, be it with whatever else.
TEST_P(RecordAudit, writingWithoutAnEvent_isRefused)
{
    AuditLog log(store().database());
    const auto refused = log.append({}, {{QStringLiteral("owner/x"), QStringLiteral("aa")}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Internal);
}

TEST_P(RecordAudit, hashes_goToTheEntryOfTheirRecord_andTheRestToTheLast)
{
    AuditEvent first = auditEvent(QStringLiteral("2026-11-24T06:00:00.000Z"), {}, {}, AuditAction::Create);
    first.insert(QStringLiteral("id"), QStringLiteral("a"));
    AuditEvent second = first;
    second.insert(QStringLiteral("id"), QStringLiteral("b"));
    AuditLog log(store().database());
    ASSERT_TRUE(log.append({first, first, second}, {{QStringLiteral("owner/a"), QStringLiteral("aa")},
                                                    {QStringLiteral("owner/b"), QStringLiteral("bb")},
                                                    {QStringLiteral("review/c"), QStringLiteral("cc")}}));
    const qint64 n = lastEntry();
    const auto records = [&](qint64 entry) {
        return QJsonDocument::fromJson((*log.entry(entry))->event.toUtf8()).object().value(kRecordsInEntry).toObject();
    };
    EXPECT_EQ(records(n - 2), QJsonObject()) << "the newest that names it tells how it stands";
    EXPECT_EQ(records(n - 1), (QJsonObject{{QStringLiteral("owner/a"), QStringLiteral("aa")}}));
    EXPECT_EQ(records(n), (QJsonObject{{QStringLiteral("owner/b"), QStringLiteral("bb")},
                                       {QStringLiteral("review/c"), QStringLiteral("cc")}}));
}

TEST_P(RecordAudit, sampleData_isVouchedFor)
{
    sample::Plan plan;
    plan.buildings = 30;
    plan.inspections = 90;
    plan.now = server.clock().now();
    const auto reference = Reference::load();
    FixedClock clock(plan.now);
    SeededIdSource ids(clock, plan.seed);
    sample::World world;
    sample::settle(world, plan, *reference, clock, ids);
    sample::liveThrough(world, plan, *reference, clock, ids);
    TestServer fresh{QLatin1String(GetParam())};
    Store &empty = *fresh.core().stores().ofThisThread().value();
    ASSERT_TRUE(sample::write(empty, world, plan, *reference, fresh.core().key(), ids, clock));
    const auto whole = compareRecords(empty.database());
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->records, fresh.value(QStringLiteral("SELECT count(*) FROM record")).toLongLong());
    EXPECT_EQ(whole->unhashed, 0);
    EXPECT_TRUE(whole->findings.isEmpty());
    EXPECT_GT(whole->records, 120);
    fresh.run(QStringLiteral("UPDATE record SET rev = rev + 1 WHERE entity = 'certificate'"));
    const auto altered = compareRecords(empty.database());
    EXPECT_EQ(altered->findings.size(),
              fresh.value(QStringLiteral("SELECT count(*) FROM record WHERE entity = 'certificate'")).toLongLong());
}

/// Whatever people do, in whatever order: registering, changing, removing, moving between provinces, merging, visiting,
/// certifying, and what the server does by itself.
TEST_P(RecordAudit, randomHistory_holds)
{
    const Session both =
        server.join(QStringLiteral("officer.both"), Role::Officer, {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")});
    for (const unsigned seed : {1U, 2U}) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        std::mt19937 random(seed);
        const auto below = [&random](qsizetype n) {
            return static_cast<qsizetype>(random() % static_cast<unsigned long>(n));
        };
        QStringList buildings{building};
        int applied = 0;
        for (int step = 0; step < 60; ++step) {
            server.clock().advance(1000);
            QList<Change> batch;
            for (qsizetype i = 0; i <= below(3); ++i) {
                const QString &id = buildings.at(below(buildings.size()));
                const StoredRecord now = *server.stored(id);
                switch (below(6)) {
                case 0:
                    batch.append(create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB"))));
                    break;
                case 1:
                    batch.append(create(server.ids(), Entity::Building,
                                        buildingFields(kSialkot, QStringLiteral("SKT-0100"), QStringLiteral("Mill"))));
                    break;
                case 2:
                    batch.append(rename(id, QStringLiteral("مل %1").arg(step)));
                    break;
                case 3:
                    batch.append(
                        patch(server.ids(), Entity::Building, id, now.record.rev,
                              one(QStringLiteral("city"), now.number("city"), below(2) == 0 ? kKarachi : kLahore)));
                    break;
                case 4:
                    batch.append(patch(server.ids(), Entity::Building, id, now.record.rev, {}, ChangeKind::Delete));
                    break;
                default: {
                    const QString &into = buildings.at(below(buildings.size()));
                    FieldChanges fields =
                        one(QStringLiteral("merged_into"), valueAt(now.record.fields, QStringLiteral("merged_into")),
                            now.text("merged_into").isEmpty() ? QJsonValue(into) : QJsonValue());
                    fields.insert(
                        QStringLiteral("merge_reason"),
                        {valueAt(now.record.fields, QStringLiteral("merge_reason")), QStringLiteral("Gate.")});
                    batch.append(patch(server.ids(), Entity::Building, id, now.record.rev, fields));
                }
                }
            }
            const Results results = server.push(both, batch);
            for (qsizetype i = 0; i < results.size(); ++i) {
                const bool taken =
                    results.at(i).outcome == Outcome::Applied || results.at(i).outcome == Outcome::Merged;
                applied += taken ? 1 : 0;
                if (taken && batch.at(i).kind == ChangeKind::Create && batch.at(i).entity == Entity::Building)
                    buildings.append(batch.at(i).id);
            }
        }
        EXPECT_GT(applied, 40);
        expectWhole("people's work");
    }
    const Change other = create(server.ids(), Entity::Building,
                                buildingFields(kSialkot, QStringLiteral("SKT-0500"), QStringLiteral("Other")));
    ASSERT_EQ(server.pushOne(officer, other).outcome, Outcome::Applied);
    building = other.id;
    const QString visit = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(visit)).outcome, Outcome::Applied);
    expectWhole("a certificate");
    const qint64 day = 24LL * 60 * 60 * 1000;
    server.clock().advance(1500 * day);
    ASSERT_EQ(expireCertificates(store().database(), server.clock().now()).value(), 1);
    ASSERT_TRUE(Feed(store(), server.clock()).forgetOld());
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM record WHERE deleted = 1")).toInt(), 0);
    expectWhole("what the server does by itself");
}

MARKAZ_ON_BOTH(RecordAudit);

} // namespace
} // namespace markaz::server::test

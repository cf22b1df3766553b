// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of record x every kind of change x where the record lies, as those who write none of them.
#include "app/server/store/recordtable.h"
#include "tests/app/server/visits.h"
#include "tests/support/standardjson.h"

namespace markaz::server::test {
namespace {

class Readers : public Visits
{
protected:
    /// A record of each kind in the store, those that no push of this test makes put there by hand; by entity.
    QHash<Entity, QString> oneOfEach()
    {
        const Change owner = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
        EXPECT_EQ(server.pushOne(officer, owner).outcome, Outcome::Applied);
        EXPECT_EQ(server
                      .pushOne(officer, create(server.ids(), Entity::Assignment,
                                               {{QStringLiteral("building"), building},
                                                {QStringLiteral("inspector"), inspector.actor.accountId},
                                                {QStringLiteral("kind"), QStringLiteral("initial")},
                                                {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                                                {QStringLiteral("state"), QStringLiteral("open")}}))
                      .outcome,
                  Outcome::Applied);
        EXPECT_EQ(server.pushOne(officer, issue(accepted())).outcome, Outcome::Applied);
        QJsonObject opened = centreFields(building);
        opened.remove(QStringLiteral("opened_on")); // nobody knows since when
        opened.insert(QStringLiteral("seats"), 45); // as the certificate
        const Change centre = create(server.ids(), Entity::Centre, opened);
        EXPECT_EQ(server.pushOne(officer, centre).outcome, Outcome::Applied);
        QJsonObject month = monthFields(centre.id, officer.actor.accountId);
        month.insert(QStringLiteral("month"), QStringLiteral("2026-11")); // as the certificate
        month.insert(QStringLiteral("seats"), 45);
        EXPECT_EQ(server.pushOne(officer, create(server.ids(), Entity::OccupancyReport, month)).outcome,
                  Outcome::Applied);
        EXPECT_EQ(
            server
                .pushOne(officer, patch(server.ids(), Entity::Building, building, server.stored(building)->record.rev,
                                        one(QStringLiteral("owner"), QJsonValue::Null, owner.id)))
                .outcome,
            Outcome::Applied);
        EXPECT_EQ(server
                      .pushOne(officer, create(server.ids(), Entity::Loan,
                                               loanFields(building, owner.id, officer.actor.accountId)))
                      .outcome,
                  Outcome::Applied);
        EXPECT_EQ(server
                      .pushOne(officer, create(server.ids(), Entity::Scenario,
                                               {{QStringLiteral("name"), QStringLiteral("Half")},
                                                {QStringLiteral("body"), scenarioBody(QStringLiteral("Half"))},
                                                {QStringLiteral("author"), officer.actor.accountId},
                                                {QStringLiteral("made_at"), toIso(server.clock().now())}}))
                      .outcome,
                  Outcome::Applied);
        const Session counting =
            server.join(QStringLiteral("an.admin"), Role::Administrator, {QStringLiteral("PK-PB")});
        EXPECT_EQ(server
                      .pushOne(counting,
                               create(server.ids(), Entity::Demand,
                                      {{QStringLiteral("as_of"), QStringLiteral("2026-10-31")},
                                       {QStringLiteral("source"), QStringLiteral("Counted")},
                                       {QStringLiteral("freelancers"), QJsonObject{{QString::number(kSialkot), 9'000}}},
                                       {QStringLiteral("author"), counting.actor.accountId},
                                       {QStringLiteral("made_at"), toIso(server.clock().now())}}))
                      .outcome,
                  Outcome::Applied);
        for (const char *name : {"One", "Two"})
            server.pushOne(officer, patch(server.ids(), Entity::Owner, owner.id, 1,
                                          one(QStringLiteral("name"), QStringLiteral("Owner (sample)"),
                                              QLatin1String(name).toString()))); // the second is a conflict
        EXPECT_EQ(server
                      .pushOne(inspector, create(server.ids(), Entity::Finding,
                                                 {{QStringLiteral("inspection"), draft()},
                                                  {QStringLiteral("building"), building},
                                                  {QStringLiteral("item"), QStringLiteral("C-02")},
                                                  {QStringLiteral("severity"), QStringLiteral("critical")},
                                                  {QStringLiteral("description"), QStringLiteral("Locked")},
                                                  {QStringLiteral("due"), QStringLiteral("2026-12-28")},
                                                  {QStringLiteral("state"), QStringLiteral("open")},
                                                  {QStringLiteral("author"), inspector.actor.accountId},
                                                  {QStringLiteral("made_at"), toIso(server.clock().now())}}))
                      .outcome,
                  Outcome::Applied);
        StoredRecord file;
        file.record = {Entity::Evidence,
                       server.ids().next(),
                       1,
                       {{QStringLiteral("inspection"), draft()}, {QStringLiteral("kind"), QStringLiteral("photo")}}};
        file.province = QStringLiteral("PK-PB");
        file.assignee = inspector.actor.accountId;
        Database &database = server.core().stores().ofThisThread().value()->database();
        auto transaction = Transaction::begin(database);
        EXPECT_TRUE(transaction && RecordTable(database).write({{std::nullopt, file}}, toIso(server.clock().now())) &&
                    transaction->commit());
        const QJsonObject second = samples::builtinAs(2);
        EXPECT_TRUE(publishStandard(database, *server.core().reference().published, samples::parsed(second), second,
                                    server.clock()));
        QHash<Entity, QString> ids;
        for (const Entity entity : allValues<Entity>())
            ids.insert(entity, server
                                   .value(QStringLiteral("SELECT id FROM record WHERE entity = '%1' AND deleted = 0 "
                                                         "LIMIT 1")
                                              .arg(token(entity)))
                                   .toString());
        return ids;
    }
    qint64 seq() { return server.value(QStringLiteral("SELECT value FROM counter WHERE name = 'seq'")).toLongLong(); }
    /// Every kind of change to a record of each of \p entities that lies in Punjab, and one more of its kind there, as
    /// each of \p callers: all refused, and nothing is written.
    void expectNothingLetIn(const QList<Session> &callers, const QList<Entity> &entities,
                            const QHash<Entity, QString> &ids)
    {
        for (const Entity entity : entities) {
            const auto known = server.stored(ids.value(entity));
            ASSERT_TRUE(known) << "no " << qPrintable(token(entity)) << " to try it on";
            for (const ChangeKind kind : allValues<ChangeKind>()) {
                for (const Session &who : callers) {
                    if ((entity == Entity::Policy || entity == Entity::Standard) && kind == ChangeKind::Create &&
                        who.actor.role == Role::Administrator)
                        continue; // the one thing: access_test, standards_test
                    Change change = create(server.ids(), entity, known->record.fields);
                    change.kind = kind;
                    if (kind != ChangeKind::Create) {
                        change.id = known->id();
                        change.baseRev = known->record.rev;
                        change.fields = kind == ChangeKind::Delete ? FieldChanges()
                                                                   : one(QStringLiteral("note_of_a_newer_program"),
                                                                         QJsonValue::Null, QStringLiteral("x"));
                    }
                    const qint64 before = seq();
                    const auto result = server.pushOne(who, change);
                    EXPECT_EQ(result.outcome, Outcome::Rejected)
                        << qPrintable(token(kind)) << ' ' << qPrintable(token(entity)) << " as "
                        << qPrintable(who.actor.name) << ": " << qPrintable(result.code) << ' '
                        << qPrintable(result.message);
                    EXPECT_EQ(seq(), before) << "something was written";
                }
            }
        }
    }
};

TEST_P(Readers, noKindOfChange_toAnyKindOfRecord_isLetInFromAnAuditorOrAnAdministrator)
{
    const QStringList here{QStringLiteral("PK-PB")};
    const QStringList elsewhere{QStringLiteral("PK-SD")};
    expectNothingLetIn({server.join(QStringLiteral("auditor.here"), Role::Auditor, here),
                        server.join(QStringLiteral("auditor.far"), Role::Auditor, elsewhere),
                        server.join(QStringLiteral("admin.here"), Role::Administrator, here),
                        server.join(QStringLiteral("admin.far"), Role::Administrator, elsewhere)},
                       allValues<Entity>(), oneOfEach());
}

TEST_P(Readers, noKindOfChange_toAnyKindOfRecordOfAnotherProvince_isLetInFromAnybody)
{
    const QStringList elsewhere{QStringLiteral("PK-SD"), QStringLiteral("PK-KP")};
    expectNothingLetIn({server.join(QStringLiteral("inspector.far"), Role::Inspector, elsewhere),
                        server.join(QStringLiteral("officer.far"), Role::Officer, elsewhere)},
                       allValues<Entity>(), oneOfEach());
}

TEST_P(Readers, noKindOfChange_toWhatAnotherCarriedOut_isLetInFromAnInspectorOfTheProvince)
{
    const QHash<Entity, QString> ids = oneOfEach();
    expectNothingLetIn({server.join(QStringLiteral("inspector.other"), Role::Inspector, {QStringLiteral("PK-PB")})},
                       {Entity::Assignment, Entity::Inspection, Entity::Evidence, Entity::Review, Entity::Decision,
                        Entity::Certificate, Entity::Conflict, Entity::Account, Entity::Policy, Entity::Finding,
                        Entity::Standard, Entity::Loan},
                       ids);
}

MARKAZ_ON_BOTH(Readers);

} // namespace
} // namespace markaz::server::test

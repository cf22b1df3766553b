// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Merging a building into another one, and taking that back.
#include "tests/app/server/visits.h"

namespace markaz::server::test {
namespace {

class Merges : public Visits
{
protected:
    QString register_(int city, const char *code)
    {
        const Change made =
            create(server.ids(), Entity::Building, buildingFields(city, QLatin1String(code), QStringLiteral("Mill")));
        EXPECT_EQ(server.pushOne(both, made).outcome, Outcome::Applied);
        return made.id;
    }
    /// The change that merges \p id into \p into; an empty one takes back what stands.
    Change merge(const QString &id, const QString &into, const QString &why = QStringLiteral("One gate."))
    {
        const StoredRecord before = *server.stored(id);
        FieldChanges fields = one(QStringLiteral("merged_into"), valueOf(before, "merged_into"),
                                  into.isEmpty() ? QJsonValue() : QJsonValue(into));
        fields.insert(QStringLiteral("merge_reason"), {valueOf(before, "merge_reason"), why});
        return patch(server.ids(), Entity::Building, id, before.record.rev, fields);
    }
    protocol::ChangeResult edit(const Session &who, const QString &id, const char *field, const QJsonValue &to)
    {
        const StoredRecord before = *server.stored(id);
        return server.pushOne(who, patch(server.ids(), Entity::Building, id, before.record.rev,
                                         one(QLatin1String(field), valueOf(before, field), to)));
    }
    protocol::ChangeResult remove(const QString &id)
    {
        return server.pushOne(
            both, patch(server.ids(), Entity::Building, id, server.stored(id)->record.rev, {}, ChangeKind::Delete));
    }
    Change assign(const QString &id)
    {
        return create(server.ids(), Entity::Assignment,
                      {{QStringLiteral("building"), id},
                       {QStringLiteral("inspector"), inspector.actor.accountId},
                       {QStringLiteral("kind"), QStringLiteral("initial")},
                       {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                       {QStringLiteral("state"), QStringLiteral("open")}});
    }
    QString intoOf(const QString &id) { return server.stored(id)->text("merged_into"); }
    static QJsonValue valueOf(const StoredRecord &record, const char *field)
    {
        return valueAt(record.record.fields, QLatin1String(field));
    }
    qint64 audited(const QString &words)
    {
        return server.value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%%1%'").arg(words))
            .toLongLong();
    }

    Session both =
        server.join(QStringLiteral("officer.both"), Role::Officer, {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")});
    QString stays = register_(kSialkot, "SKT-0002");
};

TEST_P(Merges, merging_leavesEveryReferenceAndMakesTheBuildingReadOnly)
{
    const QString visit = accepted();
    ASSERT_EQ(server.pushOne(officer, merge(building, stays)).outcome, Outcome::Applied);
    EXPECT_EQ(intoOf(building), stays);
    EXPECT_EQ(server.stored(visit)->text("building"), building) << "nothing is moved";
    EXPECT_EQ(server.stored(visit)->parent, building);
    bool fed = false;
    for (const auto &item : server.pullAll(inspector))
        fed = fed || (item.id == building && item.fields().value(QStringLiteral("merged_into")) == stays);
    EXPECT_TRUE(fed) << "whoever has it hears it";
    EXPECT_EQ(audited(QStringLiteral("\"action\":\"merge\"%%1").arg(stays)), 1) << "who and which";
    EXPECT_EQ(audited(QStringLiteral("One gate.")), 0) << "laptops seal why";

    EXPECT_EQ(edit(inspector, building, "name", QStringLiteral("Other")).code, protocol::code::kMerged);
    EXPECT_EQ(edit(officer, building, "year_built", 1950).code, protocol::code::kMerged);
    EXPECT_EQ(edit(officer, building, "merge_reason", QStringLiteral("Other")).code, protocol::code::kWrongState);
    EXPECT_EQ(remove(building).code, protocol::code::kWrongState);
    EXPECT_EQ(remove(stays).code, protocol::code::kWrongState) << "the other one is what is left of both";
    EXPECT_EQ(edit(both, stays, "city", kKarachi).field, QStringLiteral("merged_into")) << "away from what it holds";
    EXPECT_EQ(edit(officer, stays, "year_built", 1950).outcome, Outcome::Applied) << "it is a building like others";
}

TEST_P(Merges, nothingNewBeginsOnAMergedBuilding_andWhatWasBegunIsFinished)
{
    const Change task = assign(building);
    ASSERT_EQ(server.pushOne(officer, task).outcome, Outcome::Applied);
    const QString begun = draft();
    const QString ripe = accepted();
    ASSERT_EQ(server.pushOne(officer, merge(building, stays)).outcome, Outcome::Applied);

    const auto assigned = server.pushOne(officer, assign(building));
    EXPECT_EQ(assigned.code, protocol::code::kMerged);
    EXPECT_EQ(assigned.field, QStringLiteral("building"));
    EXPECT_TRUE(assigned.message.contains(QStringLiteral("SKT-0002"))) << qPrintable(assigned.message);
    const Change fresh = create(server.ids(), Entity::Inspection, draftFields(inspector.actor.accountId));
    EXPECT_EQ(server.pushOne(inspector, fresh).code, protocol::code::kMerged);
    EXPECT_EQ(server.pushOne(officer, issue(ripe)).code, protocol::code::kMerged);

    EXPECT_EQ(server.pushOne(inspector, submit(begun)).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(officer, review(begun, QStringLiteral("return"), officer)).outcome, Outcome::Applied);
    QJsonObject again = draftFields(inspector.actor.accountId);
    again.insert(QStringLiteral("previous"), begun);
    again.insert(QStringLiteral("revision"), 2);
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Inspection, again)).outcome, Outcome::Applied);
    QJsonObject assignedVisit = draftFields(inspector.actor.accountId);
    assignedVisit.insert(QStringLiteral("assignment"), task.id);
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Inspection, assignedVisit)).outcome,
              Outcome::Applied);

    ASSERT_EQ(server.pushOne(officer, merge(building, {}, QStringLiteral("Two gates."))).outcome, Outcome::Applied);
    EXPECT_EQ(intoOf(building), QString());
    EXPECT_EQ(server.stored(building)->text("merge_reason"), QStringLiteral("Two gates."));
    EXPECT_EQ(audited(QStringLiteral("\"action\":\"unmerge\"%%1").arg(stays)), 1);
    EXPECT_EQ(audited(QStringLiteral("Two gates.")), 0);
    EXPECT_EQ(
        server
            .pushOne(inspector, patch(server.ids(), Entity::Inspection, fresh.id, 0, fresh.fields, ChangeKind::Create))
            .outcome,
        Outcome::Applied)
        << "what was refused may come again";
    EXPECT_EQ(server.pushOne(officer, issue(ripe)).outcome, Outcome::Applied);
}

TEST_P(Merges, onlyAnOfficerOfTheProvince_mergesAndTakesBack)
{
    const Session elsewhere = server.join(QStringLiteral("officer.there"), Role::Officer, {QStringLiteral("PK-SD")});
    const Session auditor = server.join(QStringLiteral("auditor.one"), Role::Auditor, {QStringLiteral("PK-PB")});
    const auto expectNobodyElse = [&](const QString &into) {
        EXPECT_EQ(server.pushOne(inspector, merge(building, into, QStringLiteral("Mine"))).code,
                  protocol::code::kNotAllowed);
        EXPECT_EQ(server.pushOne(auditor, merge(building, into, QStringLiteral("Mine"))).code,
                  protocol::code::kNotAllowed);
        EXPECT_EQ(server.pushOne(elsewhere, merge(building, into, QStringLiteral("Mine"))).code,
                  protocol::code::kScopeRevoked);
        // A registration that comes again for a record that is there changes it; an inspector may register.
        Change again = merge(building, into, QStringLiteral("Mine"));
        again.kind = ChangeKind::Create;
        EXPECT_EQ(server.pushOne(inspector, again).code, protocol::code::kInvalid);
    };
    expectNobodyElse(stays);
    EXPECT_EQ(intoOf(building), QString());
    QJsonObject fields = buildingFields(kSialkot, QStringLiteral("SKT-0009"), QStringLiteral("Hall"));
    fields.insert(QStringLiteral("merged_into"), stays);
    fields.insert(QStringLiteral("merge_reason"), QStringLiteral("Mine"));
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Building, fields)).code, protocol::code::kInvalid);
    ASSERT_EQ(server.pushOne(officer, merge(building, stays)).outcome, Outcome::Applied);
    expectNobodyElse({});
    EXPECT_EQ(intoOf(building), stays);
}

TEST_P(Merges, chainsAndCircles_doNotComeAbout)
{
    const QString third = register_(kSialkot, "SKT-0003");
    EXPECT_EQ(server.pushOne(officer, merge(building, building)).code, protocol::code::kInvalid);
    ASSERT_EQ(server.pushOne(officer, merge(building, stays)).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(officer, merge(stays, building)).code, protocol::code::kWrongState) << "a circle";
    EXPECT_EQ(server.pushOne(officer, merge(third, building)).code, protocol::code::kWrongState) << "a chain";
    EXPECT_EQ(server.pushOne(officer, merge(building, third)).code, protocol::code::kWrongState) << "it is merged";
    const qint64 rev = server.stored(building)->record.rev;
    ASSERT_EQ(server.pushOne(officer, merge(stays, third)).outcome, Outcome::Applied);
    EXPECT_EQ(intoOf(building), third) << "goes along";
    EXPECT_EQ(server.stored(building)->record.rev, rev + 1);
    ASSERT_EQ(server.pushOne(officer, merge(stays, {}, QStringLiteral("Not so."))).outcome, Outcome::Applied);
    EXPECT_EQ(intoOf(building), third) << "and does not come back with it";
    // Both ways in one batch: the first stands.
    const QString fourth = register_(kSialkot, "SKT-0004");
    const Results results = server.push(officer, {merge(stays, fourth), merge(fourth, stays)});
    EXPECT_EQ(results.at(0).outcome, Outcome::Applied);
    EXPECT_EQ(results.at(1).code, protocol::code::kWrongState);
}

TEST_P(Merges, whatCannotBeMerged_isRefusedWithItsGround)
{
    const QString foreign = register_(kKarachi, "KHI-0001");
    EXPECT_EQ(server.pushOne(both, merge(building, foreign)).code, protocol::code::kInvalid) << "another province";
    EXPECT_EQ(server.pushOne(officer, merge(building, server.ids().next())).outcome, Outcome::Held);
    const QString gone = register_(kSialkot, "SKT-0003");
    ASSERT_EQ(remove(gone).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(officer, merge(building, gone)).code, protocol::code::kInvalid);
    EXPECT_EQ(server.pushOne(officer, merge(building, stays, QString())).field, QStringLiteral("merge_reason"));
    EXPECT_EQ(server.pushOne(officer, merge(building, stays, QStringLiteral("  "))).field,
              QStringLiteral("merge_reason"));
    EXPECT_EQ(server.pushOne(officer, merge(building, {})).code, protocol::code::kWrongState) << "there is no merge";
    Change more = merge(building, stays);
    more.fields.insert(QStringLiteral("name"), {QStringLiteral("Mill"), QStringLiteral("Other")});
    EXPECT_EQ(server.pushOne(officer, more).field, QStringLiteral("name"));

    const QString visit = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(visit)).outcome, Outcome::Applied);
    const auto certified = server.pushOne(officer, merge(building, stays));
    EXPECT_EQ(certified.code, protocol::code::kWrongState);
    EXPECT_TRUE(certified.message.contains(certificateOf(visit)->ukey)) << qPrintable(certified.message);
    EXPECT_EQ(server.pushOne(officer, merge(stays, building)).outcome, Outcome::Applied) << "the other way round";
    ASSERT_EQ(server.pushOne(officer, merge(stays, {}, QStringLiteral("Not so."))).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, stateChange(certificateOf(visit)->id(), QStringLiteral("revoke"))).outcome,
              Outcome::Applied);
    EXPECT_EQ(server.pushOne(officer, merge(building, stays)).outcome, Outcome::Applied) << "none is in force";
    // Taken back, but with the words of the merge: nobody would know why.
    Change silent = merge(building, {});
    silent.fields.remove(QStringLiteral("merge_reason"));
    EXPECT_EQ(server.pushOne(officer, silent).field, QStringLiteral("merge_reason"));
}

/// Nearly every building is merged into none, and the index is of the others.
TEST_P(Merges, indexOfWhatWasMerged_holdsNothingElse)
{
    const bool sqlite = QLatin1String(GetParam()) == QLatin1String("sqlite");
    const QString index =
        server
            .value(sqlite ? QStringLiteral("SELECT sql FROM sqlite_master WHERE name = 'record_merged'")
                          : QStringLiteral("SELECT indexdef FROM pg_indexes WHERE indexname = "
                                           "'record_merged'"))
            .toString();
    EXPECT_TRUE(index.contains(QStringLiteral("merged_into IS NOT NULL"))) << qPrintable(index);
    if (!sqlite)
        return; // of so few rows its planner reads all
    auto plan = server.core().stores().ofThisThread().value()->database().row(
        QStringLiteral("EXPLAIN QUERY PLAN SELECT id FROM record WHERE merged_into = ? AND entity = 'building'"),
        {stays});
    ASSERT_TRUE(plan && plan->has_value());
    EXPECT_TRUE((*plan)->value(3).toString().contains(QStringLiteral("record_merged")))
        << qPrintable((*plan)->value(3).toString());
}

MARKAZ_ON_BOTH(Merges);

} // namespace
} // namespace markaz::server::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who may send an inspector where, and what the server refuses of it, whatever a laptop let through.
#include "app/server/store/accountadmin.h"
#include "tests/app/server/visits.h"

namespace markaz::server::test {
namespace {

class Assignments : public Visits
{
protected:
    Change assign(const QString &where, const char *kind = "initial", const char *due = "2026-12-01")
    {
        return create(server.ids(), Entity::Assignment,
                      {{QStringLiteral("building"), where},
                       {QStringLiteral("inspector"), inspector.actor.accountId},
                       {QStringLiteral("kind"), QLatin1String(kind)},
                       {QStringLiteral("due"), QLatin1String(due)},
                       {QStringLiteral("state"), QStringLiteral("open")}});
    }
    /// An open assignment of the building, in the store; its id.
    QString assigned(const char *kind = "initial")
    {
        const Change made = assign(building, kind);
        EXPECT_EQ(server.pushOne(officer, made).outcome, Outcome::Applied);
        return made.id;
    }
    Change edit(const QString &id, const char *field, const QJsonValue &to)
    {
        const StoredRecord before = *server.stored(id);
        return patch(server.ids(), Entity::Assignment, id, before.record.rev,
                     one(QLatin1String(field), valueAt(before.record.fields, QLatin1String(field)), to));
    }
    Change reassign(const QString &id, const Session &to) { return edit(id, "inspector", to.actor.accountId); }
    Change cancel(const QString &id, const QString &why)
    {
        Change change = edit(id, "state", QStringLiteral("cancelled"));
        if (!why.isEmpty())
            change.fields.insert(QStringLiteral("state_reason"), {QJsonValue::Null, why});
        return change;
    }
    /// The inspector's draft that names the assignment, in the store.
    void begin(const QString &assignment)
    {
        QJsonObject fields = draftFields(inspector.actor.accountId);
        fields.insert(QStringLiteral("assignment"), assignment);
        EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Inspection, fields)).outcome,
                  Outcome::Applied);
    }
    QString another(const char *code)
    {
        const Change made = create(server.ids(), Entity::Building,
                                   buildingFields(kSialkot, QLatin1String(code), QStringLiteral("Barn")));
        EXPECT_EQ(server.pushOne(officer, made).outcome, Outcome::Applied);
        return made.id;
    }

    Session second = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
};

TEST_P(Assignments, secondOfAKind_isRefusedUntilTheFirstIsClosed)
{
    const QString first = assigned();
    const auto refused = server.pushOne(officer, assign(building));
    EXPECT_EQ(refused.outcome, Outcome::Rejected);
    EXPECT_EQ(refused.code, protocol::code::kExists);
    EXPECT_EQ(refused.field, QStringLiteral("kind"));
    EXPECT_EQ(server.pushOne(officer, assign(building, "complaint")).outcome, Outcome::Applied) << "another errand";
    EXPECT_EQ(server.pushOne(officer, assign(another("SKT-0002"))).outcome, Outcome::Applied) << "another building";
    ASSERT_EQ(server.pushOne(officer, cancel(first, QStringLiteral("Not needed."))).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(officer, assign(building)).outcome, Outcome::Applied);
}

TEST_P(Assignments, twoOfAKindInOneBatch_firstComesFirst)
{
    const Results results = server.push(officer, {assign(building), assign(building)});
    ASSERT_EQ(results.size(), 2);
    EXPECT_EQ(results[0].outcome, Outcome::Applied);
    EXPECT_EQ(results[1].code, protocol::code::kExists);
}

TEST_P(Assignments, kindThatIsTaken_isNotTakenOnLaterEither)
{
    assigned();
    const QString complaint = assigned("complaint");
    EXPECT_EQ(server.pushOne(officer, edit(complaint, "kind", QStringLiteral("initial"))).field,
              QStringLiteral("kind"));
    EXPECT_EQ(server.pushOne(officer, edit(complaint, "kind", QStringLiteral("surveillance"))).outcome,
              Outcome::Applied);
}

TEST_P(Assignments, whatWasMergedIntoABuilding_waitsForTheSameVisit)
{
    assigned();
    const QString stays = another("SKT-0002");
    const StoredRecord before = *server.stored(building);
    FieldChanges merge = one(QStringLiteral("merged_into"), QJsonValue::Null, stays);
    merge.insert(QStringLiteral("merge_reason"), {QJsonValue::Null, QStringLiteral("One gate.")});
    ASSERT_EQ(
        server.pushOne(officer, patch(server.ids(), Entity::Building, building, before.record.rev, merge)).outcome,
        Outcome::Applied);
    EXPECT_EQ(server.pushOne(officer, assign(stays)).code, protocol::code::kExists);
    EXPECT_EQ(server.pushOne(officer, assign(stays, "surveillance")).outcome, Outcome::Applied);
}

TEST_P(Assignments, visitThatWasBegun_staysWithItsInspector)
{
    const QString id = assigned();
    begin(id);
    const auto refused = server.pushOne(officer, reassign(id, second));
    EXPECT_EQ(refused.code, protocol::code::kWrongState);
    EXPECT_EQ(refused.field, QStringLiteral("inspector"));
    EXPECT_EQ(server.stored(id)->assignee, inspector.actor.accountId);
    EXPECT_EQ(server.pushOne(officer, edit(id, "due", QStringLiteral("2026-12-20"))).outcome, Outcome::Applied);
}

TEST_P(Assignments, visitBegunByOneWhoHasLeft_goesToAnother)
{
    const QString id = assigned();
    begin(id);
    protocol::AccountChange closed;
    closed.active = false;
    ASSERT_TRUE(AccountAdmin(server.core().stores().ofThisThread().value()->database(),
                             server.core().reference().gazetteer, server.clock(), Manager::server())
                    .change(inspector.actor.accountId, closed));
    EXPECT_EQ(server.pushOne(officer, reassign(id, second)).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(id)->assignee, second.actor.accountId);
    const Session third = server.join(QStringLiteral("inspector.three"), Role::Inspector, {QStringLiteral("PK-PB")});
    EXPECT_EQ(server.pushOne(officer, reassign(id, third)).outcome, Outcome::Applied)
        << "the one who has it now has not begun it";
    EXPECT_EQ(server.stored(id)->assignee, third.actor.accountId);
}

TEST_P(Assignments, cancelling_asksForAReason)
{
    const QString id = assigned();
    for (const QString &why : {QString(), QStringLiteral("  ")}) {
        const auto refused = server.pushOne(officer, cancel(id, why));
        EXPECT_EQ(refused.outcome, Outcome::Rejected);
        EXPECT_EQ(refused.field, QStringLiteral("state_reason"));
    }
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("open"));
    begin(id);
    EXPECT_EQ(server.pushOne(officer, cancel(id, QStringLiteral("The house is gone."))).outcome, Outcome::Applied)
        << "a visit that was begun can be handed in without it";
    EXPECT_EQ(server.pushOne(officer, edit(id, "due", QStringLiteral("2026-12-20"))).code, protocol::code::kWrongState);
}

TEST_P(Assignments, dayThatHasPassed_isTakenFromALaptopThatWasOffline)
{
    EXPECT_EQ(server.pushOne(officer, assign(building, "initial", "2026-11-02")).outcome, Outcome::Applied);
}

TEST_P(Assignments, areTheOfficersOfTheProvinceToMakeAndChange)
{
    const QStringList here{QStringLiteral("PK-PB")};
    const QString id = assigned();
    const QString free = another("SKT-0002");
    struct Case
    {
        Session who;
        QString code; ///< empty: taken
    };
    const QList<Case> cases{
        {inspector, protocol::code::kNotAllowed},
        {second, protocol::code::kNotAllowed},
        {server.join(QStringLiteral("auditor.one"), Role::Auditor, here), protocol::code::kNotAllowed},
        {server.join(QStringLiteral("administrator.one"), Role::Administrator, here), protocol::code::kNotAllowed},
        {server.join(QStringLiteral("officer.far"), Role::Officer, {QStringLiteral("PK-SD")}),
         protocol::code::kScopeRevoked},
        {server.join(QStringLiteral("officer.two"), Role::Officer, here), QString()},
    };
    for (const Case &one : cases) {
        const std::string who = one.who.actor.name.toStdString();
        const QList<Change> tries{assign(free), edit(id, "due", QStringLiteral("2026-12-20")), reassign(id, second),
                                  cancel(id, QStringLiteral("Not needed."))};
        for (const Change &tried : tries) { // one after the other: the last of them closes it
            Change change = tried;
            change.baseRev = change.kind == ChangeKind::Create ? 0 : server.stored(id)->record.rev;
            EXPECT_EQ(server.pushOne(one.who, change).code, one.code) << who;
        }
        EXPECT_EQ(server.stored(id)->text("state"),
                  one.code.isEmpty() ? QStringLiteral("cancelled") : QStringLiteral("open"))
            << who;
    }
}

MARKAZ_ON_BOTH(Assignments);

} // namespace
} // namespace markaz::server::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/assignments.h"

#include "core/workflow/changeassignment.h"
#include "tests/core/workflow/workflowfixture.h"

namespace markaz {
namespace {

class AssignmentsTest : public test::WorkflowFixture
{
protected:
    void SetUp() override
    {
        WorkflowFixture::SetUp();
        account(m_inspector, "inspector", true, {"LHE"});
        account(m_colleague.accountId, "inspector", true, {"LHE", "KHI"});
        account(m_gone, "inspector", false, {"LHE"});
        account(m_officer, "officer", true, {"LHE"});
    }
    void account(const QString &id, const char *role, bool active, const QList<const char *> &cities)
    {
        QJsonArray provinces;
        for (const char *city : cities)
            provinces.append(test::cityOf(city).province);
        put(Entity::Account,
            {{QStringLiteral("name"), QStringLiteral("sample")},
             {QStringLiteral("display_name"), QStringLiteral("Sample ") + id.right(2)},
             {QStringLiteral("role"), QLatin1String(role)},
             {QStringLiteral("provinces"), provinces},
             {QStringLiteral("active"), active}},
            id);
    }
    AssignBuildings assigning() { return AssignBuildings(*m_workspace); }
    ChangeAssignment changing() { return ChangeAssignment(*m_workspace); }
    AssignmentEntry entry(const QString &inspector = {}) const
    {
        return {inspector.isEmpty() ? m_inspector : inspector, QStringLiteral("initial"), QDate(2026, 12, 8),
                QStringLiteral(" Ask for the key ")};
    }
    /// "LHE-0002 assign.open" ...
    QStringList refused(const QStringList &buildings, const AssignmentEntry &entry)
    {
        QStringList all;
        const auto refusals = assigning().check(m_chief, buildings, entry);
        EXPECT_TRUE(refusals.ok()) << qPrintable(refusals.ok() ? QString() : refusals.error().detail);
        for (const BuildingRefusal &one : refusals ? *refusals : QList<BuildingRefusal>())
            all.append(text(Entity::Building, one.buildingId, "code") + QLatin1Char(' ') + one.error.where);
        return all;
    }
    QString open(const QString &building, const QJsonObject &more = {}) { return assignment(building, "open", more); }

    const QString m_gone = QStringLiteral("01900000-0000-7000-8000-0000000000a3");
};

TEST_F(AssignmentsTest, selection_isAssignedAndWaitsToBeSent)
{
    const QStringList buildings{building("LHE", 1), building("LHE", 2)};
    const auto made = assigning().run(m_chief, buildings + QStringList{buildings.first()}, entry());
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    ASSERT_EQ(made->size(), 2) << "a building that is named twice is one";
    ASSERT_EQ(owed().size(), 2);
    for (int i = 0; i < 2; ++i) {
        const auto stored = m_records->requireAs<Assignment>(made->at(i));
        EXPECT_EQ(stored->buildingId(), buildings[i]);
        EXPECT_EQ(stored->inspectorId(), m_inspector);
        EXPECT_EQ(stored->kind(), QStringLiteral("initial"));
        EXPECT_EQ(stored->due(), QDate(2026, 12, 8));
        EXPECT_EQ(stored->instructions(), QStringLiteral("Ask for the key"));
        EXPECT_EQ(stored->state(), QStringLiteral("open"));
        EXPECT_TRUE(stored->fields().value(QStringLiteral("sample")).toBool()) << "of sample buildings";
        EXPECT_EQ(owed()[i].change.kind, ChangeKind::Create);
        EXPECT_EQ(owed()[i].change.id, made->at(i));
    }
    EXPECT_EQ(InspectionRepository(*m_database).openAssignments(m_inspector)->size(), 2) << "it is his work now";
}

TEST_F(AssignmentsTest, oneBuildingInTheWay_stopsThemAll)
{
    const QString free = building("LHE", 1);
    const QString waits = building("LHE", 2);
    open(waits);
    const QString far = building("KHI", 1);
    const QString once =
        building("LHE", 3,
                 {{QStringLiteral("merged_into"), free}, {QStringLiteral("merge_reason"), QStringLiteral("One gate")}});
    const QStringList all{free, waits, far, once};
    EXPECT_EQ(refused(all, entry()),
              (QStringList{QStringLiteral("LHE-0002 assign.open"), QStringLiteral("KHI-0001 scope"),
                           QStringLiteral("LHE-0003 merged")}));
    expectRefused(ErrorCode::Exists, QStringLiteral("assign.open"), [&] {
        return assigning().run(m_chief, {free, waits}, entry());
    });
    AssignmentEntry complaint = entry();
    complaint.kind = QStringLiteral("complaint");
    EXPECT_EQ(refused({waits}, complaint), QStringList()) << "another errand";
    const auto gone = assigning().check(m_chief, {m_ids.next()}, entry());
    ASSERT_EQ(gone->size(), 1);
    EXPECT_EQ(gone->first().error.code, ErrorCode::NotFound);
}

TEST_F(AssignmentsTest, buildingOfAProvinceThatIsNotTheInspectors_isNamed)
{
    m_chief.provinces.append(test::cityOf("KHI").province);
    const QStringList both{building("LHE", 1), building("KHI", 1)};
    EXPECT_EQ(refused(both, entry()), QStringList{QStringLiteral("KHI-0001 assign.province")});
    EXPECT_EQ(refused(both, entry(m_colleague.accountId)), QStringList());
    const auto offered = assigning().inspectorsFor(both);
    ASSERT_EQ(offered->size(), 1) << "who may go to each of them";
    EXPECT_EQ(offered->first().id, m_colleague.accountId);
    EXPECT_EQ(assigning().inspectorsFor({both.first()})->size(), 2) << "without the one who has left";
}

TEST_F(AssignmentsTest, whatIsWrongWithTheWhole_isRefused)
{
    const QStringList mill{building("LHE", 1)};
    const auto refuses = [&](ErrorCode code, const char *where, const AssignmentEntry &entry,
                             const QStringList &buildings) {
        SCOPED_TRACE(where);
        expectRefused(code, QLatin1String(where), [&] { return assigning().run(m_chief, buildings, entry); });
    };
    AssignmentEntry nobody = entry();
    nobody.inspectorId.clear();
    refuses(ErrorCode::Incomplete, "inspector", nobody, mill);
    refuses(ErrorCode::InvalidValue, "assign.inspector", entry(m_gone), mill);
    refuses(ErrorCode::InvalidValue, "assign.inspector", entry(m_officer), mill);
    refuses(ErrorCode::InvalidValue, "assign.inspector", entry(m_ids.next()), mill);
    AssignmentEntry dayless = entry();
    dayless.due = {};
    refuses(ErrorCode::Incomplete, "due", dayless, mill);
    AssignmentEntry past = entry();
    past.due = QDate(2026, 11, 23);
    refuses(ErrorCode::InvalidValue, "assign.due", past, mill);
    AssignmentEntry odd = entry();
    odd.kind = QStringLiteral("holiday");
    refuses(ErrorCode::InvalidValue, "kind", odd, mill);
    refuses(ErrorCode::Incomplete, "building", entry(), {});
    QStringList many;
    for (qsizetype i = 0; i <= AssignBuildings::kMost; ++i)
        many.append(m_ids.next());
    refuses(ErrorCode::InvalidValue, "assign.many", entry(), many);
    AssignmentEntry today = entry();
    today.due = QDate(2026, 11, 24);
    EXPECT_TRUE(assigning().run(m_chief, mill, today).ok());
}

TEST_F(AssignmentsTest, onlyOfficersOfTheProvince_assignChangeAndCancel)
{
    const QString mill = building("LHE", 1);
    const QString id = open(mill, {{QStringLiteral("kind"), QStringLiteral("complaint")}});
    const auto tries = [&](const Actor &who, const char *rule) {
        SCOPED_TRACE(qPrintable(token(who.role)));
        const QString where = QLatin1String(rule);
        expectRefused(ErrorCode::NotAllowed, where, [&] { return assigning().run(who, {mill}, entry()); });
        expectRefused(ErrorCode::NotAllowed, where, [&] { return changing().run(who, id, entry()); });
        expectRefused(ErrorCode::NotAllowed, where,
                      [&] { return changing().cancel(who, id, QStringLiteral("Not needed")); });
    };
    for (const Actor &who : {m_me, m_colleague, m_auditor, m_admin})
        tries(who, "role");
    tries(elsewhere(m_chief), "scope");
}

TEST_F(AssignmentsTest, change_writesWhatTheOfficerChanged)
{
    const QString id = open(building("LHE", 1), {{QStringLiteral("due"), QStringLiteral("2026-11-20")},
                                                 {QStringLiteral("instructions"), QStringLiteral("Ask for the key")}});
    const AssignmentEntry shown = entryOf(*m_records->requireAs<Assignment>(id));
    AssignmentEntry wanted = shown;
    wanted.inspectorId = m_colleague.accountId;
    const auto changed = changing().run(m_chief, id, wanted);
    ASSERT_TRUE(changed.ok()) << "a day that has passed may stay: " << qPrintable(changed.error().detail);
    EXPECT_EQ(changed->inspectorId(), m_colleague.accountId);
    ASSERT_EQ(owed().size(), 1);
    EXPECT_EQ(owed()[0].change.fields.keys(), QStringList{QStringLiteral("inspector")});

    // Meanwhile another officer's day has come: it stays, because this one changed the words alone.
    AssignmentEntry words = shown;
    words.inspectorId = m_colleague.accountId;
    const AssignmentEntry seen = words;
    AssignmentEntry day = words;
    day.due = QDate(2026, 12, 20);
    ASSERT_TRUE(changing().run(m_chief, id, day).ok());
    words.instructions.clear();
    const auto both = changing().run(m_chief, id, words, seen);
    ASSERT_TRUE(both.ok()) << qPrintable(both.error().detail);
    EXPECT_EQ(both->due(), QDate(2026, 12, 20));
    EXPECT_EQ(both->instructions(), QString());

    day.due = QDate(2026, 11, 23);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("assign.due"),
                  [&] { return changing().run(m_chief, id, day); });
    day.due = QDate(2026, 12, 20);
    day.inspectorId = m_gone;
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("assign.inspector"),
                  [&] { return changing().run(m_chief, id, day); });
}

TEST_F(AssignmentsTest, visitThatWasBegun_staysWithItsInspector_unlessHeHasLeft)
{
    const QString mill = building("LHE", 1);
    const auto begun = [&](const QString &inspector, const char *kind) {
        QString id =
            open(mill, {{QStringLiteral("inspector"), inspector}, {QStringLiteral("kind"), QLatin1String(kind)}});
        put(Entity::Inspection, inspectionFields(mill, inspector, "draft", {{QStringLiteral("assignment"), id}}));
        return id;
    };
    const QString mine = begun(m_inspector, "initial");
    expectRefused(ErrorCode::WrongState, QStringLiteral("assign.begun"),
                  [&] { return changing().run(m_chief, mine, entry(m_colleague.accountId)); });
    EXPECT_TRUE(changing().run(m_chief, mine, entry()).ok()) << "its day may change";
    const QString his = begun(m_gone, "complaint");
    EXPECT_TRUE(changing().run(m_chief, his, entry()).ok());
    EXPECT_TRUE(changing().run(m_chief, his, entry(m_colleague.accountId)).ok())
        << "the draft of the one who has left stands in nobody's way later either";
}

TEST_F(AssignmentsTest, inspectorWhoWasLeftAsShown_isNotAskedAbout)
{
    const QString mill = building("LHE", 1);
    const QString id = open(mill);
    const AssignmentEntry shown = entryOf(*m_records->requireAs<Assignment>(id));
    // While the sheet was open, another officer gave the visit to a colleague, who began it.
    ASSERT_TRUE(changing().run(m_chief, id, entry(m_colleague.accountId)).ok());
    put(Entity::Inspection,
        inspectionFields(mill, m_colleague.accountId, "draft", {{QStringLiteral("assignment"), id}}));
    AssignmentEntry wanted = shown;
    wanted.instructions = QStringLiteral("The gate is at the back");
    const auto changed = changing().run(m_chief, id, wanted, shown);
    ASSERT_TRUE(changed.ok()) << qPrintable(changed.error().where);
    EXPECT_EQ(changed->inspectorId(), m_colleague.accountId);
    EXPECT_EQ(changed->instructions(), QStringLiteral("The gate is at the back"));
}

TEST_F(AssignmentsTest, cancel_needsAReasonAndAnOpenOne)
{
    const QString mill = building("LHE", 1);
    const QString id = open(mill);
    expectRefused(ErrorCode::Incomplete, QStringLiteral("state_reason"),
                  [&] { return changing().cancel(m_chief, id, QStringLiteral("  ")); });
    const auto cancelled = changing().cancel(m_chief, id, QStringLiteral(" The house is gone "));
    ASSERT_TRUE(cancelled.ok()) << qPrintable(cancelled.error().detail);
    EXPECT_EQ(cancelled->state(), QStringLiteral("cancelled"));
    EXPECT_EQ(text(Entity::Assignment, id, "state_reason"), QStringLiteral("The house is gone"));
    EXPECT_EQ(InspectionRepository(*m_database).openAssignments(m_inspector)->size(), 0);
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                  [&] { return changing().cancel(m_chief, id, QStringLiteral("Again")); });
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return changing().run(m_chief, id, entry()); });
    EXPECT_EQ(refused({mill}, entry()), QStringList()) << "it waits for nobody any more";
}

} // namespace
} // namespace markaz

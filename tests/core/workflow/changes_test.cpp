// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/workflow/workflowfixture.h"

namespace markaz {
namespace {

class ChangeSetTest : public test::WorkflowFixture
{
protected:
    Record building1() { return m_records->require(Entity::Building, m_id).value(); }
    QJsonObject renamed(const QString &name)
    {
        QJsonObject fields = building1().fields;
        fields.insert(QStringLiteral("name"), name);
        return fields;
    }
    QString m_id;
    void SetUp() override
    {
        WorkflowFixture::SetUp();
        m_id = building("LHE", 1);
    }
};

TEST_F(ChangeSetTest, commit_writesRecordsAndOutboxRowsThenTells)
{
    ChangeSet changes(*m_workspace, m_me);
    const auto made = changes.create(Entity::Building, buildingFields("LHE", 2));
    const auto updated = changes.update(building1(), renamed(QStringLiteral("New name")));
    ASSERT_TRUE(made.ok() && updated.ok());
    EXPECT_EQ(m_records->count(Entity::Building).value(), 1);
    EXPECT_EQ(owed().size(), 0);
    EXPECT_EQ(m_signals, QStringList());
    ASSERT_TRUE(changes.commit().ok());

    EXPECT_EQ(m_records->require(Entity::Building, made->id)->fields, buildingFields("LHE", 2));
    EXPECT_EQ(text(Entity::Building, m_id, "name"), QStringLiteral("New name"));
    const QList<OutboxRow> rows = owed();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].change.kind, ChangeKind::Create);
    EXPECT_EQ(rows[0].change.baseRev, 0);
    EXPECT_EQ(rows[0].change.fields, differences(specOf(Entity::Building), {}, buildingFields("LHE", 2)));
    EXPECT_EQ(rows[1].change.kind, ChangeKind::Patch);
    EXPECT_EQ(rows[1].change.baseRev, 1);
    EXPECT_EQ(rows[1].change.madeAt, QStringLiteral("2026-11-24T09:00:00.000Z"));
    ASSERT_EQ(rows[1].change.fields.size(), 1);
    EXPECT_EQ(rows[1].change.fields.value(QStringLiteral("name")).before, QStringLiteral("Sample building LHE-0001"));
    EXPECT_EQ(m_signals, (QStringList{QStringLiteral("building ") + made->id, QStringLiteral("building ") + m_id,
                                      QStringLiteral("outbox")}));

    m_signals.clear();
    EXPECT_TRUE(changes.commit().ok()); // nothing left to do
    EXPECT_EQ(owed().size(), 2);
    EXPECT_EQ(m_signals, QStringList());
}

TEST_F(ChangeSetTest, whatIsNotCommitted_isNowhere)
{
    {
        ChangeSet changes(*m_workspace, m_me);
        ASSERT_TRUE(changes.create(Entity::Building, buildingFields("LHE", 2)).ok());
    }
    EXPECT_EQ(m_records->count(Entity::Building).value(), 1);
    EXPECT_EQ(owed().size(), 0);
}

TEST_F(ChangeSetTest, aFailureInTheMiddle_leavesNeitherRecordNorRowAndMayBeTriedAgain)
{
    const QList<std::pair<const char *, const char *>> faults{
        {"the outbox refuses",
         "CREATE TEMP TRIGGER fault BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'fault'); END"},
        {"the record refuses",
         "CREATE TEMP TRIGGER fault BEFORE UPDATE ON building BEGIN SELECT RAISE(ABORT, 'fault'); END"},
        {"the statement rolls all back",
         "CREATE TEMP TRIGGER fault AFTER INSERT ON outbox BEGIN SELECT RAISE(ROLLBACK, 'fault'); END"}};
    for (const auto &[what, trigger] : faults) {
        ChangeSet changes(*m_workspace, m_me);
        const auto made = changes.create(Entity::Owner, {{QStringLiteral("name"), QStringLiteral("Sample")},
                                                         {QStringLiteral("kind"), QStringLiteral("trust")},
                                                         {QStringLiteral("province"), QStringLiteral("PK-PB")}});
        ASSERT_TRUE(made.ok());
        ASSERT_TRUE(changes.update(building1(), renamed(QLatin1String(what))).ok());
        ASSERT_TRUE(m_database->runScript(QLatin1String(trigger)).ok());
        expectRefused(ErrorCode::StorageFailed, {}, [&] { return changes.commit(); });
        EXPECT_FALSE(m_database->inTransaction()) << what;

        ASSERT_TRUE(m_database->runScript(QStringLiteral("DROP TRIGGER fault")).ok());
        const qsizetype before = owed().size();
        ASSERT_TRUE(changes.commit().ok()) << what;
        EXPECT_EQ(owed().size(), before + 2);
        EXPECT_EQ(text(Entity::Building, m_id, "name"), QLatin1String(what));
    }
}

TEST_F(ChangeSetTest, invalidRecords_areNotStaged)
{
    ChangeSet changes(*m_workspace, m_me);
    QJsonObject noName = buildingFields("LHE", 2);
    noName.remove(QStringLiteral("name"));
    EXPECT_EQ(changes.create(Entity::Building, noName).error().where, QStringLiteral("name"));
    EXPECT_EQ(changes.update(building1(), renamed(QString(500, QLatin1Char('x')))).error().where,
              QStringLiteral("name"));
    QJsonObject unmarked = building1().fields;
    unmarked.remove(QStringLiteral("sample"));
    const auto frozen = changes.update(building1(), unmarked);
    EXPECT_EQ(frozen.error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(frozen.error().where, QStringLiteral("sample"));
    const QString visit = visited(m_id, "submitted", "eligible", "2026-11-01");
    const Record inspection = m_records->require(Entity::Inspection, visit).value();
    QJsonObject reasoned = inspection.fields;
    reasoned.insert(QStringLiteral("state_reason"), QStringLiteral("mine"));
    EXPECT_EQ(changes.update(inspection, reasoned).error().code, ErrorCode::NotAllowed);
    ASSERT_TRUE(changes.commit().ok());
    EXPECT_EQ(owed().size(), 0);
}

TEST_F(ChangeSetTest, update_thatChangesNothingOwesNothing)
{
    ChangeSet changes(*m_workspace, m_me);
    ASSERT_TRUE(changes.update(building1(), building1().fields).ok());
    ASSERT_TRUE(changes.commit().ok());
    EXPECT_EQ(owed().size(), 0);
    EXPECT_EQ(m_signals, QStringList());
}

TEST_F(ChangeSetTest, commit_laysItsStepsOverWhatThePullBroughtMeanwhile)
{
    ChangeSet changes(*m_workspace, m_me);
    ASSERT_TRUE(changes.update(building1(), renamed(QStringLiteral("Mine"))).ok());
    ASSERT_TRUE(
        m_records
            ->putFromServer({Entity::Building, m_id, 2, buildingFields("LHE", 1, {{QStringLiteral("storeys"), 9}})}, {})
            .ok());
    ASSERT_TRUE(changes.commit().ok());
    const Record now = building1();
    EXPECT_EQ(now.rev, 2);
    EXPECT_EQ(now.fields.value(QStringLiteral("storeys")).toInt(), 9);
    EXPECT_EQ(now.fields.value(QStringLiteral("name")).toString(), QStringLiteral("Mine"));
    EXPECT_EQ(owed().first().change.baseRev, 1); // what its author saw
}

TEST_F(ChangeSetTest, foresee_showsWithoutOwingAndIsTakenBack)
{
    ChangeSet changes(*m_workspace, m_me);
    ASSERT_TRUE(changes.foresee(building1(), renamed(QStringLiteral("Foreseen"))).ok());
    ASSERT_TRUE(changes.commit().ok());
    EXPECT_EQ(text(Entity::Building, m_id, "name"), QStringLiteral("Foreseen"));
    EXPECT_EQ(owed().size(), 0);
    EXPECT_EQ(m_signals, QStringList{QStringLiteral("building ") + m_id});
    ASSERT_TRUE(m_records->settle(Entity::Building, m_id, 0, {}, {}).ok());
    EXPECT_EQ(text(Entity::Building, m_id, "name"), QStringLiteral("Sample building LHE-0001"));
}

} // namespace
} // namespace markaz

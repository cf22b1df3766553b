// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/findings.h"
#include "tests/core/workflow/workflowfixture.h"

namespace markaz {
namespace {

class EditFindingTest : public test::WorkflowFixture
{
protected:
    const FindingEntry kEntry{Severity::Critical, QStringLiteral("The rear exit is locked"), QStringLiteral("Owner"),
                              QDate(2026, 12, 24)};
    /// A finding of a draft whose critical item fails.
    QString raised()
    {
        const auto made = RaiseFinding(*m_workspace, m_standards)
                              .run(m_me, draftOf(visitedBuilding()), QStringLiteral("C-02"), kEntry);
        EXPECT_TRUE(made.ok()) << qPrintable(made.ok() ? QString() : made.error().detail);
        return made.ok() ? made->id() : QString();
    }
};

TEST_F(EditFindingTest, changesOnlyWhatDiffersFromWhatWasSeen)
{
    const QString id = put(Entity::Finding, fieldsOf(Entity::Finding, raised())); // one that the server has
    const FindingEntry seen = kEntry;
    QJsonObject pulled = fieldsOf(Entity::Finding, id); // while the form is open
    pulled.insert(QStringLiteral("due"), QStringLiteral("2027-02-01"));
    pulled.insert(QStringLiteral("responsible"), QStringLiteral("The tenant"));
    ASSERT_TRUE(m_records->putFromServer({Entity::Finding, id, 7, pulled}, {}).ok());
    const qsizetype before = owed().size();

    FindingEntry typed = seen;
    typed.description = QStringLiteral("The rear exit is locked by a chain");
    typed.responsible = QStringLiteral("The fire brigade");
    const auto edited = EditFinding(*m_workspace).run(m_me, id, typed, seen);
    ASSERT_TRUE(edited.ok()) << qPrintable(edited.error().detail);
    EXPECT_EQ(edited->due(), QDate(2027, 2, 1));
    EXPECT_EQ(edited->description(), typed.description);
    ASSERT_EQ(owed().size(), before + 1);
    const FieldChanges steps = owed().last().change.fields;
    EXPECT_EQ(steps.keys(), (QStringList{QStringLiteral("description"), QStringLiteral("responsible")}));
    EXPECT_EQ(steps.value(QStringLiteral("responsible")).before, QJsonValue(seen.responsible))
        << "the server is told what was seen: it finds the conflict";
}

} // namespace
} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lastinganswers.h"
#include "tests/ui/support/deskfixture.h"

#include "core/storage/findingrepository.h"
#include "core/workflow/findings.h"
#include "core/workflow/followup.h"

namespace markaz::ui::test {

inline const QString kItem = QStringLiteral("C-02");

/// Findings that are there, and visits in which an item fails.
class FindingsFixture : public DeskFixture
{
protected:
    QString finding(const QString &building, const char *item, const char *severity, const char *state, const char *due,
                    const QString &visit = {})
    {
        return put(Entity::Finding, {{QStringLiteral("inspection"), visit.isEmpty() ? m_ids.next() : visit},
                                     {QStringLiteral("building"), building},
                                     {QStringLiteral("item"), QLatin1String(item)},
                                     {QStringLiteral("severity"), QLatin1String(severity)},
                                     {QStringLiteral("description"),
                                      QStringLiteral("Sample: %1 is to be mended").arg(QLatin1String(item))},
                                     {QStringLiteral("responsible"), QStringLiteral("Owner")},
                                     {QStringLiteral("due"), QLatin1String(due)},
                                     {QStringLiteral("state"), QLatin1String(state)},
                                     {QStringLiteral("author"), m_inspector},
                                     {QStringLiteral("made_at"), QStringLiteral("2026-10-01T09:00:00.000Z")},
                                     {QStringLiteral("sample"), true}});
    }
    QString stateOf(const QString &id) { return text(Entity::Finding, id, "state"); }
    QHash<QString, Answer> failing()
    {
        auto answers = samples::lastingAnswers(markaz::test::standard(), 1);
        samples::makeFail(answers, markaz::test::standard(), kItem, 1);
        return answers;
    }
    /// A visit of the inspector's that was handed in with C-02 failing, and the finding that it raised.
    QString handedIn(const QString &building)
    {
        QString visit = draftWith(building, failing());
        EXPECT_TRUE(RaiseFinding(*m_workspace, m_standards)
                        .run(m_me, visit, kItem,
                             {Severity::Critical, QStringLiteral("The rear exit is locked"), QStringLiteral("Owner"),
                              QDate(2026, 12, 24)})
                        .ok());
        EXPECT_TRUE(submitting().run(m_me, visit, QStringLiteral("done")).ok());
        return visit;
    }
    QStringList unsettled(const QString &building)
    {
        return FindingRepository(*m_database).unsettledOf(building).value();
    }
};

} // namespace markaz::ui::test

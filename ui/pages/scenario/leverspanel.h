// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/policy.h"
#include "core/workflow/scenariostart.h"
#include "ui/widgets/card.h"

#include <QMap>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace markaz::ui {

class LeverRow;
class LeverSpin;
class SegmentedControl;
class TableView;

/// The levers of a scenario, each with its slider and its field, and the ranges that are tried. What cannot be is said
/// at its field, and what is beyond the policy is warned of.
class LeversPanel final : public Card
{
    Q_OBJECT
public:
    LeversPanel(const ProgrammePolicy &policy, ScenarioStart start, QWidget *parent);

    void setLevers(const ScenarioLevers &levers); ///< emits nothing
    /// Those on show, with the name, the budget and the day of setLevers().
    ScenarioLevers levers() const;
    void setBudget(const QList<BudgetYear> &budget) { m_levers.budget = budget; }
    /// Whether a scenario can be made of what stands in the fields.
    bool isRight() const { return m_right; }
    /// In place of the levers: the loans of a scenario that they do not make; nothing: the levers again.
    void setHandMade(const std::optional<Scenario> &scenario);
    void retitle();

Q_SIGNALS:
    void changed();
    void resetRequested(); ///< back to what the policy and the records say

private:
    void build();
    void buildRanges(QVBoxLayout *column);
    LeverRow *add(Lever lever);
    void edited();
    void check();
    void showKind(); ///< which of the rows count
    qint64 valueOf(Lever lever) const;
    QString wrongOf(Lever lever) const;
    QString warningOf(Lever lever) const;

    ProgrammePolicy m_policy;
    ScenarioStart m_start;
    ScenarioLevers m_levers;
    bool m_right = true;
    QMap<Lever, LeverRow *> m_rows;
    QPushButton *m_reset;
    QWidget *m_form = nullptr;
    QWidget *m_byHand = nullptr;
    QLabel *m_byHandWords = nullptr;
    TableView *m_loans = nullptr;
    QCheckBox *m_undecided = nullptr;
    SegmentedControl *m_kind = nullptr;
    QCheckBox *m_bands = nullptr;
    QWidget *m_ranges = nullptr;
    QMap<QString, LeverSpin *> m_rangeFields;
    QMap<QString, QLabel *> m_rangeNames;
    QLabel *m_rangeProblem = nullptr;
    QLabel *m_markNote = nullptr;
};

} // namespace markaz::ui

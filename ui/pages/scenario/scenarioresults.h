// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariofiguresmodel.h"
#include "ui/pages/scenario/scenariojob.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;

namespace markaz::ui {

class BudgetCard;
class Card;
class ChartLegend;
class CostChart;
class TableView;
class TenorChart;

/// A scenario as it is shown: what was computed at once, and what came of ScenarioJob.
struct ShownScenario
{
    Scenario scenario;
    ScenarioResult result;
    ScenarioJob::Answer more;
};

/// What a scenario comes to: cards, charts, budget and every figure; and beside that another scenario.
class ScenarioResults final : public QWidget
{
    Q_OBJECT
public:
    explicit ScenarioResults(QWidget *parent);
    void show(const ShownScenario &shown);
    void compare(const std::optional<ShownScenario> &other);
    BudgetCard *budget() const { return m_budget; }
    void retitle();
    using QWidget::show;

private:
    struct Figure
    {
        QLabel *caption;
        QLabel *figure;
        QLabel *note;
    };
    struct Charts
    {
        Card *costCard;
        Card *ownersCard;
        ChartLegend *costLegend;
        ChartLegend *ownersLegend;
        CostChart *cost;
        TenorChart *owners;
    };
    Charts buildCharts(const QString &suffix);
    void place();
    void refresh();
    void fillCards();
    void fill(const Charts &charts, const ShownScenario &shown, const QString &name);

    ShownScenario m_shown;
    std::optional<ShownScenario> m_other;
    std::array<Figure, 6> m_figures{};
    QGridLayout *m_grid;
    Charts m_first{};
    Charts m_second{};
    BudgetCard *m_budget;
    Card *m_tableCard;
    TableView *m_table;
    ScenarioFiguresModel m_model;
};

} // namespace markaz::ui

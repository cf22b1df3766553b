// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scenario/scenarioresults.h"

#include "ui/pages/scenario/budgetcard.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/text/scenariowords.h"
#include "ui/widgets/charts/chartlegend.h"
#include "ui/widgets/charts/costchart.h"
#include "ui/widgets/charts/tenorchart.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kGap = 8;
constexpr int kChart = 280;

/// The owners above break-even of all tiers together, basis points.
int aboveOf(const ScenarioResult &result)
{
    qint64 above = 0;
    for (const TierShare &each : result.tiers)
        above += each.above;
    return result.owners == 0 ? 0 : static_cast<int>((above * 20'000 / result.owners + 1) / 2);
}

/// The tenor that all loans have; 0 where they differ.
int tenorOf(const Scenario &scenario)
{
    const int tenor = scenario.loans.isEmpty() ? 0 : scenario.loans.first().terms.tenorMonths;
    const bool same = std::all_of(scenario.loans.begin(), scenario.loans.end(),
                                  [&](const ScenarioLoan &loan) { return loan.terms.tenorMonths == tenor; });
    return same ? tenor : 0;
}

} // namespace

ScenarioResults::ScenarioResults(QWidget *parent)
    : QWidget(parent)
    , m_grid(nullptr)
    , m_budget(new BudgetCard(this))
    , m_tableCard(new Card(this))
    , m_table(new TableView(this))
{
    setObjectName(QStringLiteral("scenarioResults"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto *cards = new QGridLayout;
    cards->setSpacing(kGap);
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        auto *card = new QFrame(this);
        card->setProperty("card", true);
        auto *lines = new QVBoxLayout(card);
        lines->setContentsMargins(12, 8, 12, 8);
        lines->setSpacing(2);
        m_figures[i] = {plainLabel(card), plainLabel(card), plainLabel(card)};
        m_figures[i].caption->setProperty("type", QStringLiteral("caption-strong"));
        m_figures[i].figure->setProperty("type", QStringLiteral("key-figure"));
        m_figures[i].figure->setObjectName(QStringLiteral("figure%1").arg(i));
        m_figures[i].figure->setFixedHeight(32);
        m_figures[i].note->setProperty("type", QStringLiteral("secondary"));
        for (QLabel *label : {m_figures[i].caption, m_figures[i].figure, m_figures[i].note})
            lines->addWidget(label);
        m_figures[i].caption->setWordWrap(true);
        m_figures[i].note->setWordWrap(true);
        cards->addWidget(card, static_cast<int>(i) / 3, static_cast<int>(i) % 3);
        cards->setColumnStretch(static_cast<int>(i) % 3, 1);
    }
    column->addLayout(cards);
    m_first = buildCharts({});
    m_second = buildCharts(QStringLiteral("Other"));
    m_grid = new QGridLayout;
    m_grid->setSpacing(kGap);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    m_table->setObjectName(QStringLiteral("scenarioFigures"));
    m_table->setModel(&m_model);
    m_tableCard->body()->setContentsMargins(0, 0, 0, 4);
    m_tableCard->body()->addWidget(m_table);
    m_table->setMinimumHeight(360);
    column->addWidget(m_tableCard);
    column->addWidget(m_budget);
    column->addStretch();
    place();
    retitle();
}

ScenarioResults::Charts ScenarioResults::buildCharts(const QString &suffix)
{
    Charts charts{new Card(this), new Card(this), nullptr, nullptr, new CostChart(this), new TenorChart(this)};
    const auto put = [](Card *card, QWidget *chart, ChartLegend *&legend) {
        card->setMinimumHeight(kChart);
        card->body()->setContentsMargins(16, 0, 16, 10);
        legend = new ChartLegend(card);
        card->body()->addWidget(legend); // the head is the title's: names of scenarios are long
        card->body()->addWidget(chart, 1);
    };
    put(charts.costCard, charts.cost, charts.costLegend);
    put(charts.ownersCard, charts.owners, charts.ownersLegend);
    charts.cost->setObjectName(QStringLiteral("costChart") + suffix);
    charts.owners->setObjectName(QStringLiteral("ownersChart") + suffix);
    return charts;
}

void ScenarioResults::place()
{
    const bool two = m_other.has_value();
    m_grid->addWidget(m_first.costCard, 0, 0);
    m_grid->addWidget(m_first.ownersCard, two ? 1 : 0, two ? 0 : 1);
    m_second.costCard->setVisible(two);
    m_second.ownersCard->setVisible(two);
    if (two) {
        m_grid->addWidget(m_second.costCard, 0, 1);
        m_grid->addWidget(m_second.ownersCard, 1, 1);
    }
    m_table->setWidths({0, 144, 184, two ? 144 : 1, two ? 128 : 1});
    m_table->setColumnHidden(ScenarioFiguresModel::Other, !two);
    m_table->setColumnHidden(ScenarioFiguresModel::Difference, !two);
}

void ScenarioResults::show(const ShownScenario &shown)
{
    m_shown = shown;
    m_budget->setYears(shown.result.years);
    refresh();
}

void ScenarioResults::compare(const std::optional<ShownScenario> &other)
{
    const bool changed = other.has_value() != m_other.has_value();
    m_other = other;
    if (changed)
        place();
    refresh();
}

void ScenarioResults::fill(const Charts &charts, const ShownScenario &shown, const QString &name)
{
    const QString title = name.isEmpty() ? tr("Cost by financial year, Rs") : tr("Cost, %1").arg(format::words(name));
    const QString owners =
        name.isEmpty() ? tr("Owners above break-even") : tr("Above break-even, %1").arg(format::words(name));
    charts.costCard->setTitle(elided(title, currentTheme().font(Type::SectionTitle), 300));
    charts.ownersCard->setTitle(elided(owners, currentTheme().font(Type::SectionTitle), 300));
    charts.cost->setName(title);
    charts.owners->setName(owners);
    QList<LegendEntry> cost;
    if (shown.result.interest.undecided > Paisa{0})
        cost.append({tr("Undecided"), Colour::Chart6, LegendEntry::Mark::Square});
    else
        cost = {{tr("Ignite"), Colour::Chart1, LegendEntry::Mark::Square},
                {tr("PSDP"), Colour::Chart3, LegendEntry::Mark::Square}};
    if (!shown.scenario.budget.isEmpty())
        cost.append({tr("Budget"), Colour::Text, LegendEntry::Mark::Dash});
    if (shown.more.bands)
        cost.append({tr("5th to 95th percentile"), Colour::Text, LegendEntry::Mark::Tick});
    charts.costLegend->setEntries(cost);
    QList<LegendEntry> tiers;
    constexpr std::array kColours{Colour::Chart1, Colour::Chart2, Colour::Chart3};
    for (const TierShare &each : shown.result.tiers)
        tiers.append({scenariowords::tier(each.tier), kColours[static_cast<std::size_t>(each.tier - 1)],
                      LegendEntry::Mark::Dash});
    charts.ownersLegend->setEntries(tiers);
    charts.cost->setContent(shown.result.years, shown.more.bands ? shown.more.bands->years : QList<CostBand>());
    charts.owners->setContent(shown.more.points, {tenorOf(shown.scenario), shown.result.tiers, {}});
}

void ScenarioResults::fillCards()
{
    const ScenarioResult &result = m_shown.result;
    const auto &bands = m_shown.more.bands;
    const auto set = [this](std::size_t i, const QString &caption, const QString &figure, const QString &note) {
        m_figures[i].caption->setText(caption);
        m_figures[i].figure->setText(figure);
        m_figures[i].note->setText(note);
        for (QLabel *label : {m_figures[i].caption, m_figures[i].figure, m_figures[i].note})
            alignLeading(label);
        m_figures[i].figure->setAccessibleName(QStringLiteral("%1: %2. %3").arg(caption, figure, note));
    };
    Paisa budget;
    for (const BudgetYear &each : std::as_const(m_shown.scenario.budget))
        budget += each.ignite + each.psdp;
    const qint64 left = (budget - result.interest.subsidy()).value;
    set(0, tr("Cost of the whole programme"), format::shortRupees(result.interest.subsidy().value),
        bands                ? scenariowords::amounts(bands->subsidy)
        : budget == Paisa{0} ? tr("no budget entered")
        : left < 0           ? tr("%1 over the budget").arg(format::shortRupees(-left))
                             : tr("%1 left of the budget").arg(format::shortRupees(left)));
    if (result.interest.undecided > Paisa{0})
        set(1, tr("Ignite / PSDP"), tr("Undecided"),
            tr("%1 together").arg(format::shortRupees(result.interest.undecided.value)));
    else
        set(1, tr("Ignite / PSDP"),
            QStringLiteral("%1 / %2").arg(format::shortAmount(result.interest.ignite.value),
                                          format::shortAmount(result.interest.psdp.value)),
            tr("rupees"));
    if (!m_shown.scenario.loans.isEmpty()) {
        const ScenarioLoan &loan = m_shown.scenario.loans.first(); // of levers the average one
        if (const auto centre = breakEvenOf(m_shown.scenario, loan))
            set(2, tr("Owner pays a month, average loan"),
                format::rupees((centre->dearest - loan.centre.runningCost).value),
                centre->seatsNeeded
                    ? tr("%1 at %2 carry it")
                          .arg(format::seats(static_cast<int>(std::min<qint64>(*centre->seatsNeeded, 1'000'000'000))),
                               format::rupees(loan.centre.seatRate.value))
                    : tr("no seats carry it at this rate"));
    }
    QString shares;
    for (const TierShare &each : result.tiers)
        shares += (shares.isEmpty() ? QString() : QStringLiteral(" · ")) +
                  tr("%1 %2").arg(scenariowords::tier(each.tier), format::percent(each.aboveBp));
    set(3, tr("Owners above break-even"), format::percent(aboveOf(result)), shares);
    set(4, tr("Cost for each seat"), scenariowords::amountOrNone(result.costPerSeat),
        format::seats(static_cast<int>(result.seats)));
    set(5, tr("Cost for each freelancer"), scenariowords::amountOrNone(result.costPerFreelancer),
        tr("%1 freelancers").arg(format::number(result.freelancers)));
}

void ScenarioResults::refresh()
{
    if (m_shown.scenario.loans.isEmpty())
        return; // nothing was shown yet
    fillCards();
    fill(m_first, m_shown, m_other ? m_shown.scenario.name : QString());
    std::optional<ComputedScenario> other;
    if (m_other) {
        fill(m_second, *m_other, m_other->scenario.name);
        other = ComputedScenario{m_other->scenario.name, m_other->result, m_other->more.bands};
    }
    m_model.setContent({m_shown.scenario.name, m_shown.result, m_shown.more.bands}, other);
}

void ScenarioResults::retitle()
{
    m_tableCard->setTitle(tr("All figures"));
    m_table->setAccessibleName(tr("All figures of the scenario"));
    m_budget->retitle();
    refresh();
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What each figure and each bar of the dashboard opens: the records that it counts.
#include "ui/pages/dashboard/dashboardpage.h"

#include "core/domain/citynames.h"
#include "ui/pages/dashboard/monthlysheet.h"
#include "ui/text/calendarwords.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/charts/citymap.h"
#include "ui/widgets/charts/funnelchart.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"

#include <QPushButton>

#include <algorithm>

namespace markaz::ui {

using Figure = FigureAsked::Figure;

FigureAsked DashboardPage::asked(Figure figure) const
{
    FigureAsked what;
    what.figure = figure;
    what.filter = m_question.filter;
    return what;
}

void DashboardPage::open(const FigureAsked &asked, const QString &title)
{
    Q_EMIT rowsRequested(asked, title,
                         dashboard::filterWords({asked.filter, m_question.today}, periodWords(), m_services.gazetteer));
}

QString DashboardPage::periodWords() const
{
    return m_period->chosen().isEmpty() ? tr("All time") : m_period->summary();
}

/// The month that the cards speak of; without one the period's last, of which there is nothing.
void DashboardPage::openMonths()
{
    const Occupancy &occupancy = m_answer.figures.occupancy;
    const QDate day = m_question.day();
    FigureAsked what = asked(Figure::Reported);
    what.month = occupancy.centres > 0 ? occupancy.month : QDate(day.year(), day.month(), 1);
    open(what, tr("Reported for %1").arg(format::longMonth(what.month)));
}

void DashboardPage::connectRows()
{
    connect(m_certifiedFigure, &KeyFigure::activated, this, [this] { open(asked(Figure::InForce), tr("Certified")); });
    connect(m_pipelineFigure, &KeyFigure::activated, this, &DashboardPage::openPipeline);
    connect(m_seatsFigure, &KeyFigure::activated, this,
            [this] { open(asked(Figure::InForce), tr("Seats in centres")); });
    for (const KeyFigure *figure : {m_occupancyFigure, m_rateFigure})
        connect(figure, &KeyFigure::activated, this, &DashboardPage::openMonths);
    connect(m_subsidyFigure, &KeyFigure::activated, this, [this] {
        QStringList states;
        for (const LoanState state : allValues<LoanState>()) {
            if (commitsSubsidy(state))
                states.append(token(state));
        }
        openLoans(states, tr("Loans with a subsidy committed"));
    });
    connectCharts();
    connect(m_empty, &EmptyPage::activated, this, [this] { Q_EMIT buildingsRequested({}); });
    connect(m_province, &FilterChip::chosenChanged, this, &DashboardPage::offerCities);
    for (FilterChip *chip : {m_province, m_tier, m_city, m_period})
        connect(chip, &FilterChip::chosenChanged, this, &DashboardPage::changed);
    connect(m_report, &QPushButton::clicked, this, [this] { new MonthlySheet(m_services, this); });
}

void DashboardPage::connectCharts()
{
    connect(m_funnel, &ChartView::activated, this, [this](int step) {
        FigureAsked what = asked(Figure::Reached);
        what.step = step;
        open(what, FunnelChart::stepNames().value(step));
    });
    connect(m_certified, &ChartView::activated, this, [this](int bar) {
        if (bar >= m_answer.months.size()) // the days to come have no bar
            return;
        FigureAsked what = asked(Figure::InForce);
        what.filter.to = m_answer.months.at(bar).month; // the day that was counted
        open(what, tr("Certified on %1").arg(format::date(what.filter.to)));
    });
    connect(m_provinces, &ChartView::activated, this, [this](int row) {
        FigureAsked what = asked(Figure::InForce);
        what.filter.provinces = QStringList{m_provinces->content().at(row).code};
        open(what, tr("Certified"));
    });
    connect(m_scores, &ChartView::activated, this, [this](int index) {
        FigureAsked what = asked(Figure::Scored);
        what.fromBp = m_scores->binAt(index).fromBp;
        open(what, tr("Inspections that scored %1 to %2")
                       .arg(format::number(what.fromBp / 100), format::number(what.fromBp / 100 + 5)));
    });
    connect(m_items, &ChartView::activated, this, [this](int row) {
        const ItemShare &item = m_items->content().at(row);
        FigureAsked what = asked(Figure::Failed);
        what.item = item.code;
        open(what, tr("Fails: %1 %2").arg(format::code(item.code), item.text));
    });
    connect(m_map, &CityMap::activated, this, [this](const QList<int> &cities) {
        FigureAsked what = asked(Figure::InForce);
        what.filter.cities = cities;
        open(what, tr("Certified"));
    });
    connect(m_ending, &ChartView::activated, this, [this](int bar) {
        FigureAsked what = asked(Figure::Ending);
        what.month = m_ending->content().months.at(bar);
        open(what, tr("Certificates that end in %1").arg(format::longMonth(what.month)));
    });
    connect(m_loans, &ChartView::activated, this, [this](int bar) {
        const LoanState state = m_loans->content().at(bar).state;
        openLoans({token(state)}, tr("Loans: %1").arg(loanwords::state(state)));
    });
}

void DashboardPage::openLoans(const QStringList &states, const QString &title)
{
    FigureAsked what = asked(Figure::Loans);
    what.filter.from = what.filter.to = {}; // as they stand now
    what.states = states;
    const QStringList words =
        dashboard::filterWords({what.filter, m_question.today}, tr("Today"), m_services.gazetteer);
    Q_EMIT rowsRequested(what, title, words);
}

/// Those of the chosen provinces; a chosen city stays offered.
void DashboardPage::offerCities()
{
    const QStringList provinces = m_province->chosen().isEmpty() ? fullScope() : m_province->chosen();
    const QStringList chosen = m_city->chosen();
    QList<FilterOption> cities;
    for (const City &city : m_services.gazetteer.cities()) { // by population
        if (provinces.contains(city.province) || chosen.contains(QString::number(city.id)))
            cities.append({QString::number(city.id), labels::city(m_services.gazetteer, city),
                           builtinCityNames().value(city.id)});
    }
    m_city->setOptions(cities);
}

} // namespace markaz::ui

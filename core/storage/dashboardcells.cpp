// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/dashboardrepository.h"
#include "core/storage/figuretotals.h"

#include <algorithm>

namespace markaz {
namespace {

constexpr int kMostItems = 10;
constexpr int kBandWidth = 10'000 / FigureCounts::kBands;

FigureScope scopeOf(const DashboardFilter &filter)
{
    return {filter.provinces, filter.tiers, filter.cities, filter.from, filter.to};
}

Result<void> readFunnel(const FigureTotals &totals, DashboardFigures &figures)
{
    const auto buildings = totals.buildings();
    if (!buildings)
        return buildings.error();
    figures.buildings = figures.funnel[0] = *buildings;
    constexpr std::array steps{FigureStep::Assigned, FigureStep::Inspected, FigureStep::Reviewed,
                               FigureStep::Certified};
    for (size_t i = 0; i < steps.size(); ++i) {
        const auto reached = totals.reached(steps[i]);
        if (!reached)
            return reached.error();
        figures.funnel[i + 1] = *reached;
    }
    const auto waiting = totals.waiting();
    if (!waiting)
        return waiting.error();
    figures.waitingForReview = *waiting;
    return {};
}

Result<void> readInForce(Database &database, const FigureTotals &totals, const DashboardFilter &filter,
                         const QDate &day, DashboardFigures &figures)
{
    auto codes = database.run(QStringLiteral("SELECT code FROM province"));
    if (!codes)
        return codes.error();
    QMap<QString, ProvinceCount> provinces;
    while ((*codes)->next()) {
        const QString code = (*codes)->value(0).toString();
        if (filter.provinces.isEmpty() || filter.provinces.contains(code))
            provinces[code].province = code;
    }
    const auto standing = totals.standing(day);
    if (!standing)
        return standing.error();
    for (const FigureStanding &part : *standing) {
        figures.certified += part.certificates;
        figures.provisional += part.grade == QLatin1String("provisional") ? part.certificates : 0;
        figures.seats += part.seats;
        figures.fireSafe += part.fireSafe;
        provinces[part.province].byTier[static_cast<size_t>(part.tier - 1)] += part.certificates;
        if (figures.byCity.isEmpty() || figures.byCity.last().cityId != part.cityId)
            figures.byCity.append({part.cityId, 0});
        figures.byCity.last().certified += part.certificates;
    }
    figures.certifiedByProvince = provinces.values();

    const QDate first(day.year(), day.month(), 1);
    const auto ending = totals.ending(day, first.addMonths(kEndingMonths));
    if (!ending)
        return ending.error();
    for (int i = 0; i < kEndingMonths; ++i) {
        const GradeCount count = ending->value(first.addMonths(i));
        figures.ending.append({first.addMonths(i), count.full, count.provisional});
    }
    return {};
}

Result<void> readMonths(const FigureTotals &totals, DashboardFigures &figures)
{
    const auto months = totals.issued();
    if (!months)
        return months.error();
    if (months->isEmpty())
        return {};
    for (QDate month = months->firstKey(); month <= months->lastKey(); month = month.addMonths(1)) {
        const GradeCount count = months->value(month);
        figures.certifiedByMonth.append({month, count.full, count.provisional});
    }
    return {};
}

/// The items that fail most, then by code.
Result<QList<FailingItem>> mostOf(const FigureTotals &totals, const FigureCounts &counts)
{
    const auto codes = totals.items();
    if (!codes)
        return codes.error();
    QList<FailingItem> items;
    for (auto item = codes->begin(); item != codes->end(); ++item) {
        const int answered = counts.answered(item.key());
        if (const int failed = counts.failed(item.key()); failed > 0)
            items.append({item.value(), failed, answered > 0 ? answered : counts.visits()});
    }
    std::sort(items.begin(), items.end(), [](const FailingItem &a, const FailingItem &b) {
        return a.failed != b.failed ? a.failed > b.failed : a.code < b.code;
    });
    return items.mid(0, kMostItems);
}

Result<void> readScores(const FigureTotals &totals, DashboardFigures &figures)
{
    const auto counts = totals.scored();
    if (!counts)
        return counts.error();
    for (int i = 0; i < FigureCounts::kBands; ++i)
        figures.scores.append({i * kBandWidth, counts->eligible(i), counts->provisional(i), counts->refused(i)});
    auto items = mostOf(totals, *counts);
    if (!items)
        return items.error();
    figures.failingMost = std::move(items).value();
    return {};
}

} // namespace

Result<DashboardFigures> DashboardRepository::figuresFromCells(const DashboardFilter &filter) const
{
    const FigureTotals totals(m_database, scopeOf(filter));
    if (auto settled = totals.settle(); !settled)
        return settled.error();
    DashboardFigures figures;
    if (auto done = readFunnel(totals, figures); !done)
        return done.error();
    const QDate day = filter.to.isValid() ? filter.to : today();
    if (auto done = readInForce(m_database, totals, filter, day, figures); !done)
        return done.error();
    if (auto done = readMonths(totals, figures); !done)
        return done.error();
    if (auto done = readScores(totals, figures); !done)
        return done.error();
    const auto sum = totals.reported(day);
    if (!sum)
        return sum.error();
    figures.occupancy = {sum->month, sum->centres,     sum->mixed,      sum->seats,
                         sum->taken, sum->freelancers, sum->otherStaff, 0};
    if (sum->taken > 0)
        figures.occupancy.ratePaisa = (2 * sum->paidPaisa + sum->taken) / (2 * sum->taken);
    auto loans = totals.loans();
    if (!loans)
        return loans.error();
    figures.loans = std::move(loans).value();
    return figures;
}

Result<QList<FailingItem>> DashboardRepository::failingMost(const DashboardFilter &filter) const
{
    const FigureTotals totals(m_database, scopeOf(filter));
    if (auto settled = totals.settle(); !settled)
        return settled.error();
    const auto counts = totals.scored();
    if (!counts)
        return counts.error();
    return mostOf(totals, *counts);
}

Result<QList<MonthCount>> DashboardRepository::inForceAt(const DashboardFilter &filter, const QList<QDate> &days) const
{
    const FigureTotals totals(m_database, scopeOf(filter));
    if (auto settled = totals.settle(); !settled)
        return settled.error();
    const auto standing = totals.standingOn(days);
    if (!standing)
        return standing.error();
    QList<MonthCount> counts;
    for (qsizetype i = 0; i < days.size(); ++i)
        counts.append({days.at(i), standing->at(i).full, standing->at(i).provisional});
    return counts;
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centres/monthviews.h"

#include "core/domain/month.h"
#include "ui/text/centrewords.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace markaz::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MonthViews)
};

constexpr int kMonthsShown = 18; // in the chart; the table has all
constexpr qint64 kHundred = 100; // paisa in a rupee, cents in a dollar

int whole(qint64 hundredths)
{
    return static_cast<int>((hundredths + kHundred / 2) / kHundred);
}

using Of = std::function<int(const OccupancyReport &)>;

struct Bars
{
    QString name;
    Colour colour;
    Of value;
};

/// What one view is made of.
struct Recipe
{
    QString title;
    QList<Bars> bars;
    QString markName; ///< empty: no line across the bars
    Of mark;
    std::function<QString(const OccupancyReport &)> words; ///< without the month
};

Recipe recipeOf(MonthView view, qint64 ceilingPaisa)
{
    const auto number = [](int value) { return format::number(value); };
    switch (view) {
    case MonthView::Seats:
        return {Words::tr("Seats taken by month"),
                {{Words::tr("Taken"), Colour::Chart1, &OccupancyReport::seatsTaken}},
                Words::tr("Seats there were"),
                &OccupancyReport::seats,
                [number](const OccupancyReport &month) {
                    return Words::tr("%1 of %2 seats taken").arg(number(month.seatsTaken()), number(month.seats()));
                }};
    case MonthView::Rate:
        return {Words::tr("Seat rate by month, Rs"),
                {{Words::tr("Charged"), Colour::Chart1,
                  [](const OccupancyReport &month) { return whole(month.seatRatePaisa()); }}},
                Words::tr("Ceiling of now"),
                [ceilingPaisa](const OccupancyReport &) { return whole(ceilingPaisa); },
                [ceilingPaisa](const OccupancyReport &month) {
                    return Words::tr("%1 a seat").arg(centrewords::rate(month.seatRatePaisa(), ceilingPaisa));
                }};
    case MonthView::Members:
        return {Words::tr("Members by month"),
                {{Words::tr("DG Skills"), Colour::Chart1, &OccupancyReport::dgSkills},
                 {Words::tr("Other freelancers"), Colour::Chart3,
                  [](const OccupancyReport &month) { return month.freelancers() - month.dgSkills(); }},
                 {Words::tr("Other staff"), Colour::Chart2, &OccupancyReport::otherStaff}},
                {},
                {},
                [number](const OccupancyReport &month) {
                    return Words::tr("%1 freelancers, of them %2 of DG Skills, and %3 other staff")
                        .arg(number(month.freelancers()), number(month.dgSkills()), number(month.otherStaff()));
                }};
    case MonthView::Events:
        return {Words::tr("Trainings and community events by month"),
                {{Words::tr("Trainings"), Colour::Chart1, &OccupancyReport::trainings},
                 {Words::tr("Community events"), Colour::Chart2, &OccupancyReport::events}},
                {},
                {},
                [number](const OccupancyReport &month) {
                    return Words::tr("%1 trainings and %2 community events")
                        .arg(number(month.trainings()), number(month.events()));
                }};
    case MonthView::Exports:
        break;
    }
    return {Words::tr("Exports that members told, by month, US$"),
            {{Words::tr("Told"), Colour::Chart1,
              [](const OccupancyReport &month) { return whole(month.exportUsdCents().value_or(0)); }}},
            {},
            {},
            [](const OccupancyReport &month) {
                return month.exportUsdCents() ? centrewords::dollars(*month.exportUsdCents())
                                              : Words::tr("nobody told of exports");
            }};
}

} // namespace

QString token(MonthView view)
{
    static const QStringList all{QStringLiteral("seats"), QStringLiteral("rate"), QStringLiteral("members"),
                                 QStringLiteral("events"), QStringLiteral("exports")};
    return all.at(static_cast<int>(view));
}

QString label(MonthView view)
{
    switch (view) {
    case MonthView::Seats:
        return Words::tr("Seats");
    case MonthView::Rate:
        return Words::tr("Rate");
    case MonthView::Members:
        return Words::tr("Members");
    case MonthView::Events:
        return Words::tr("Events");
    case MonthView::Exports:
        break;
    }
    return Words::tr("Exports");
}

MonthViewContent viewOf(MonthView view, const QList<OccupancyReport> &reports, qint64 ceilingPaisa)
{
    const Recipe recipe = recipeOf(view, ceilingPaisa);
    MonthViewContent content;
    content.title = recipe.title;
    for (const Bars &bars : recipe.bars) {
        content.legend.append({bars.name, bars.colour, LegendEntry::Mark::Square});
        content.chart.parts.append({bars.colour, {}});
    }
    if (recipe.mark)
        content.legend.append({recipe.markName, Colour::Text, LegendEntry::Mark::Tick});
    if (reports.isEmpty())
        return content;
    const Month last = reports.first().month();
    const Month first = std::max(reports.last().month(), last.plus(1 - kMonthsShown));
    for (Month month = first; month <= last; month = month.plus(1)) {
        const auto found = std::find_if(reports.begin(), reports.end(),
                                        [&month](const OccupancyReport &report) { return report.month() == month; });
        const bool there = found != reports.end();
        content.chart.months.append(month.firstDay());
        content.chart.reported.append(there);
        for (qsizetype i = 0; i < recipe.bars.size(); ++i)
            content.chart.parts[i].values.append(there ? recipe.bars.at(i).value(*found) : 0);
        if (recipe.mark)
            content.chart.marks.append(there ? recipe.mark(*found) : 0);
        content.chart.words.append(
            there ? Words::tr("%1: %2").arg(format::month(month.firstDay()), recipe.words(*found)) : QString());
    }
    return content;
}

} // namespace markaz::ui

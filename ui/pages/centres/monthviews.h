// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/centre.h"
#include "ui/widgets/charts/chartlegend.h"
#include "ui/widgets/charts/monthschart.h"

#include <array>

namespace markaz::ui {

/// What the chart of a centre's months may show.
enum class MonthView { Seats, Rate, Members, Events, Exports };

inline constexpr std::array kMonthViews{MonthView::Seats, MonthView::Rate, MonthView::Members, MonthView::Events,
                                        MonthView::Exports};

/// One way of looking at the months that were reported, for the chart and its card.
struct MonthViewContent
{
    QString title; ///< "Seats taken by month"
    QList<LegendEntry> legend;
    MonthsContent chart;
};

QString token(MonthView view);
QString label(MonthView view); ///< "Seats"
/// Of \p reports, the newest first: the months from the first that was reported to the newest, at most 18, with gaps
/// where nothing was. \p ceilingPaisa: the most that a seat is to cost now.
MonthViewContent viewOf(MonthView view, const QList<OccupancyReport> &reports, qint64 ceilingPaisa);

} // namespace markaz::ui

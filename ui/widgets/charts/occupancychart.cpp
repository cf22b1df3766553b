// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/occupancychart.h"

#include "ui/text/format.h"

#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kLines = 4;
constexpr double kBar = 0.68;       ///< of the room of a month
constexpr double kSeatsLine = 0.88; ///< of it, across the bar
constexpr int kFewMonths = 6;       ///< fewer of them have no wider bars

} // namespace

OccupancyChart::OccupancyChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QBarSeries)
    , m_taken(new QBarSet(QString()))
    , m_months(new QValueAxis)
    , m_values(new QValueAxis)
{
    m_series->append(m_taken);
    chart()->addSeries(m_series);
    chart()->addAxis(m_months, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_series->attachAxis(m_months);
    m_series->attachAxis(m_values);
}

void OccupancyChart::setContent(const OccupancyContent &content)
{
    m_content = content;
    refresh();
}

void OccupancyChart::fill()
{
    int most = 1;
    QList<int> bars;
    for (qsizetype i = 0; i < m_content.months.size(); ++i) {
        bars.append(std::max(0, m_content.taken.at(i)));
        most = std::max({most, bars.last(), m_content.seats.at(i)});
    }
    m_scale = niceScale(most, kLines);
    const qsizetype count = std::max<qsizetype>(m_content.months.size(), 1);
    m_series->setBarWidth(kBar * narrowed());
    setUp(m_months, -0.5, static_cast<double>(count) - 0.5);
    setUp(m_values, 0, m_scale.top * 1.06); // room for the line of the seats and the figure over a full month
    replace(m_taken, bars, Colour::Chart1);
}

double OccupancyChart::narrowed() const
{
    return std::min(1.0, static_cast<double>(m_content.months.size()) / kFewMonths);
}

QMarginsF OccupancyChart::room() const
{
    return {widest({format::number(m_scale.top)}, Type::Caption) + 8, 8, 4,
            2.0 * currentTheme().lineHeight(Type::Caption) + 2};
}

void OccupancyChart::place()
{
    const Theme theme = currentTheme();
    const QRectF area = chart()->plotArea();
    const QColor quiet = theme.colour(Colour::Text2);
    const double line = theme.lineHeight(Type::Caption);
    for (int value = 0; value <= m_scale.top; value += m_scale.step) {
        const double y = chart()->mapToPosition({0, static_cast<double>(value)}, m_series).y();
        addGrid({area.left(), y, area.right(), y});
        addText(format::number(value), Type::Caption, quiet, {area.left() - 6, y}, Qt::AlignRight | Qt::AlignVCenter);
    }
    addLine({area.left(), area.bottom(), area.right(), area.bottom()}, quiet);
    const qsizetype count = m_content.months.size();
    if (count == 0)
        return;
    const double pitch = area.width() / static_cast<double>(count);
    for (qsizetype i = 0; i < count; ++i) {
        const double left = area.left() + pitch * static_cast<double>(i);
        const double middle = left + pitch / 2;
        const QDate month = m_content.months.at(i);
        const int taken = m_content.taken.at(i);
        const int seats = m_content.seats.at(i);
        addText(format::shortMonth(month), Type::Caption, quiet, {middle, area.bottom() + line * 0.7},
                Qt::AlignHCenter | Qt::AlignVCenter);
        if (i == 0 || month.month() == 1)
            addText(format::isolate(QString::number(month.year())), Type::Caption, quiet,
                    {middle, area.bottom() + line * 1.55}, Qt::AlignHCenter | Qt::AlignVCenter);
        if (taken < 0) {
            addSpot({left, area.top(), pitch, area.height()}, tr("%1: nothing was reported").arg(format::month(month)));
            continue;
        }
        const QPointF top = chart()->mapToPosition({static_cast<double>(i), static_cast<double>(taken)}, m_series);
        const double all = chart()->mapToPosition({static_cast<double>(i), static_cast<double>(seats)}, m_series).y();
        const double half = pitch * kSeatsLine / 2 * narrowed();
        addLine({middle - half, all, middle + half, all}, theme.colour(Colour::Text), 2);
        // Over the bar, and in it where the line of the seats is too near.
        const bool inside = top.y() - all < line + 4;
        addText(format::number(taken), Type::Caption,
                inside ? theme.colour(Colour::OnAccent) : theme.colour(Colour::Text),
                {middle, inside ? top.y() + line * 0.7 : top.y() - line * 0.6}, Qt::AlignHCenter | Qt::AlignVCenter);
        addSpot({left, area.top(), pitch, area.height()},
                tr("%1: %2 of %3 seats taken").arg(format::month(month), format::number(taken), format::number(seats)));
    }
}

} // namespace markaz::ui

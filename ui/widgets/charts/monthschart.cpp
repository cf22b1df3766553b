// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/monthschart.h"

#include "ui/text/format.h"

#include <QtCharts/QBarSet>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kLines = 4;
constexpr double kBar = 0.68;      ///< of the room of a month
constexpr double kMarkLine = 0.88; ///< of it, across the bar
constexpr int kFewMonths = 6;      ///< fewer of them have no wider bars

} // namespace

int MonthsContent::total(qsizetype month) const
{
    int sum = 0;
    for (const Part &part : parts)
        sum += part.values.at(month);
    return sum;
}

MonthsChart::MonthsChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QStackedBarSeries)
    , m_months(new QValueAxis)
    , m_values(new QValueAxis)
{
    chart()->addSeries(m_series);
    chart()->addAxis(m_months, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_series->attachAxis(m_months);
    m_series->attachAxis(m_values);
}

void MonthsChart::setContent(const MonthsContent &content)
{
    m_content = content;
    refresh();
}

void MonthsChart::fill()
{
    while (m_sets.size() < m_content.parts.size()) {
        m_sets.append(new QBarSet(QString()));
        m_series->append(m_sets.last());
    }
    while (m_sets.size() > m_content.parts.size())
        m_series->remove(m_sets.takeLast());
    const qsizetype count = m_content.months.size();
    int most = 1;
    for (qsizetype i = 0; i < count; ++i) {
        if (m_content.reported.at(i))
            most = std::max({most, m_content.total(i), m_content.marks.value(i)});
    }
    m_scale = niceScale(most, kLines);
    m_series->setBarWidth(kBar * narrowed());
    setUp(m_months, -0.5, static_cast<double>(std::max<qsizetype>(count, 1)) - 0.5);
    setUp(m_values, 0, m_scale.top * 1.06); // room for the line across a full bar and the figure over it
    for (qsizetype part = 0; part < m_sets.size(); ++part) {
        QList<int> bars;
        bars.reserve(count);
        for (qsizetype i = 0; i < count; ++i)
            bars.append(m_content.reported.at(i) ? m_content.parts.at(part).values.at(i) : 0);
        replace(m_sets.at(part), bars, m_content.parts.at(part).colour);
    }
}

double MonthsChart::narrowed() const
{
    return std::min(1.0, static_cast<double>(m_content.months.size()) / kFewMonths);
}

QMarginsF MonthsChart::room() const
{
    return {widest({format::number(m_scale.top)}, Type::Caption) + 8, 8, 4,
            2.0 * currentTheme().lineHeight(Type::Caption) + 2};
}

void MonthsChart::place()
{
    const Theme theme = currentTheme();
    const QRectF area = chart()->plotArea();
    const QColor quiet = theme.colour(Colour::Text2);
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
    for (qsizetype i = 0; i < count; ++i)
        placeMonth(i, area.left() + pitch * static_cast<double>(i), pitch);
}

void MonthsChart::placeMonth(qsizetype month, double left, double pitch)
{
    const Theme theme = currentTheme();
    const QRectF area = chart()->plotArea();
    const QColor quiet = theme.colour(Colour::Text2);
    const double line = theme.lineHeight(Type::Caption);
    const double middle = left + pitch / 2;
    const QDate first = m_content.months.at(month);
    const QRectF spot(left, area.top(), pitch, area.height());
    addText(format::shortMonth(first), Type::Caption, quiet, {middle, area.bottom() + line * 0.7},
            Qt::AlignHCenter | Qt::AlignVCenter);
    if (month == 0 || first.month() == 1)
        addText(format::isolate(QString::number(first.year())), Type::Caption, quiet,
                {middle, area.bottom() + line * 1.55}, Qt::AlignHCenter | Qt::AlignVCenter);
    if (!m_content.reported.at(month))
        return addSpot(spot, tr("%1: nothing was reported").arg(format::month(first)));
    const auto height = [this, month](int value) {
        return chart()->mapToPosition({static_cast<double>(month), static_cast<double>(value)}, m_series).y();
    };
    const int total = m_content.total(month);
    const double top = height(total);
    // Over the bar, and in it where the line across is too near.
    bool inside = false;
    if (!m_content.marks.isEmpty()) {
        const double mark = height(m_content.marks.at(month));
        const double half = pitch * kMarkLine / 2 * narrowed();
        addLine({middle - half, mark, middle + half, mark}, theme.colour(Colour::Text), 2);
        inside = top - mark < line + 4 && mark - top < line + 4;
    }
    addText(format::number(total), Type::Caption, inside ? theme.colour(Colour::OnAccent) : theme.colour(Colour::Text),
            {middle, inside ? std::max(top, height(m_content.marks.at(month))) + line * 0.7 : top - line * 0.6},
            Qt::AlignHCenter | Qt::AlignVCenter);
    addSpot(spot, m_content.words.value(month));
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/breakevenchart.h"

#include "ui/text/format.h"

#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kLines = 4;
constexpr qint64 kThousand = 100'000; // paisa
constexpr double kWordWidth = 72;     // of a month under the axis

int thousands(qint64 paisa)
{
    return static_cast<int>(std::min<qint64>((paisa + kThousand / 2) / kThousand, 2'000'000'000));
}

QList<QPointF> pointsOf(const QList<qint64> &amounts)
{
    QList<QPointF> points;
    points.reserve(amounts.size());
    for (const qint64 paisa : amounts)
        points.append({static_cast<double>(points.size()), static_cast<double>(paisa) / kThousand});
    return points;
}

} // namespace

BreakEvenChart::BreakEvenChart(QWidget *parent)
    : ChartView(parent)
    , m_cost(new QLineSeries)
    , m_takings(new QLineSeries)
    , m_months(new QValueAxis)
    , m_values(new QValueAxis)
{
    chart()->addAxis(m_months, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    for (QLineSeries *series : {m_takings, m_cost}) {
        chart()->addSeries(series);
        series->attachAxis(m_months);
        series->attachAxis(m_values);
    }
}

void BreakEvenChart::setContent(const BreakEvenContent &content)
{
    m_content = content;
    refresh();
}

void BreakEvenChart::fill()
{
    int most = 1;
    for (const QList<qint64> &amounts : {m_content.cost, m_content.takings}) {
        for (const qint64 paisa : amounts)
            most = std::max(most, thousands(paisa));
    }
    m_scale = niceScale(most, kLines);
    setUp(m_months, -0.5, static_cast<double>(std::max<qsizetype>(m_content.cost.size(), 1)) - 0.5);
    setUp(m_values, 0, m_scale.top * 1.02);
    m_cost->replace(pointsOf(m_content.cost));
    m_takings->replace(pointsOf(m_content.takings));
    const Theme theme = currentTheme();
    QPen dashed(theme.colour(Colour::Text), 2, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({2.5, 1.5});
    m_cost->setPen(dashed);
    m_takings->setPen(QPen(theme.colour(Colour::Chart1), 2));
}

QMarginsF BreakEvenChart::room() const
{
    const double line = currentTheme().lineHeight(Type::Caption);
    return {widest({format::number(m_scale.top)}, Type::Caption) + 8, line + 6, 12, line + 6};
}

QString BreakEvenChart::nameOf(qsizetype month) const
{
    return m_content.due.isEmpty() ? tr("Month %1").arg(format::number(month + 1))
                                   : format::month(m_content.due.at(month));
}

void BreakEvenChart::place()
{
    const QRectF area = chart()->plotArea();
    placeAxis(area);
    const qsizetype count = m_content.cost.size();
    if (count == 0)
        return;
    placeTurn(area);
    const double pitch = area.width() / static_cast<double>(count);
    for (qsizetype i = 0; i < count; ++i) {
        const QString cost = format::rupees(m_content.cost.at(i));
        addSpot({area.left() + pitch * static_cast<double>(i), area.top(), pitch, area.height()},
                m_content.takings.isEmpty()
                    ? tr("%1: costs %2").arg(nameOf(i), cost)
                    : tr("%1: costs %2, takes %3").arg(nameOf(i), cost, format::rupees(m_content.takings.at(i))));
    }
}

void BreakEvenChart::placeAxis(const QRectF &area)
{
    const QColor quiet = currentTheme().colour(Colour::Text2);
    for (int value = 0; value <= m_scale.top; value += m_scale.step) {
        const double y = chart()->mapToPosition({0, static_cast<double>(value)}, m_cost).y();
        addGrid({area.left(), y, area.right(), y});
        addText(format::number(value), Type::Caption, quiet, {area.left() - 6, y}, Qt::AlignRight | Qt::AlignVCenter);
    }
    addLine({area.left(), area.bottom(), area.right(), area.bottom()}, quiet);
    const qsizetype count = m_content.cost.size();
    if (count == 0)
        return;
    // Each so many months, and whole years where there is room for no more.
    const double pitch = area.width() / static_cast<double>(count);
    qsizetype step = 1;
    while (static_cast<double>(step) * pitch < kWordWidth)
        step = step < 3 ? 3 : step < 6 ? 6 : step < 12 ? 12 : step + 12;
    for (qsizetype i = 0; i < count; i += step)
        addText(nameOf(i), Type::Caption, quiet,
                {area.left() + pitch * (static_cast<double>(i) + 0.5), area.bottom() + 4},
                (i == 0 ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignTop);
}

void BreakEvenChart::placeTurn(const QRectF &area)
{
    if (!m_content.turns || *m_content.turns > m_content.cost.size())
        return;
    const double pitch = area.width() / static_cast<double>(m_content.cost.size());
    const double x = area.left() + pitch * (*m_content.turns - 0.5);
    const QString words = tr("carried from here on");
    const QColor colour = currentTheme().status(Status::Ok).text;
    const bool fits = x + widest({words}, Type::Caption) + 4 <= area.right();
    addLine({x, area.top() - 2, x, area.bottom()}, colour, 2, true);
    addText(words, Type::Caption, colour, {x + (fits ? 4 : -4), area.top() - 4},
            (fits ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom);
}

} // namespace markaz::ui

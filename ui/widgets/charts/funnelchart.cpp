// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/funnelchart.h"

#include "ui/text/format.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kSteps = 5;
constexpr int kAssigned = 1;
constexpr int kGap = 8;

} // namespace

FunnelChart::FunnelChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QHorizontalStackedBarSeries)
    , m_bars(new QBarSet(QString()))
    , m_steps(new QBarCategoryAxis)
    , m_values(new QValueAxis)
{
    m_series->append(m_bars);
    m_series->setBarWidth(0.6);
    chart()->addSeries(m_series);
    chart()->addAxis(m_steps, Qt::AlignLeft);
    chart()->addAxis(m_values, Qt::AlignBottom);
    m_series->attachAxis(m_steps);
    m_series->attachAxis(m_values);
}

QStringList FunnelChart::stepNames()
{
    return {tr("Identified"), tr("Assigned"), tr("Inspected"), tr("Reviewed"), tr("Certified")};
}

void FunnelChart::setContent(const std::array<int, 5> &reached, bool ofPeriod)
{
    m_reached = reached;
    m_ofPeriod = ofPeriod;
    refresh();
}

void FunnelChart::fill()
{
    setUp(m_steps, kSteps);
    m_series->setBarWidth(currentTheme().urdu() ? 0.44 : 0.6); // between the bars there is a line of words
    const double most = std::max(*std::max_element(m_reached.begin(), m_reached.end()), 1);
    setUp(m_values, mirrored() ? -most : 0, mirrored() ? 0 : most);
    replace(m_bars, QList<int>(m_reached.rbegin(), m_reached.rend()), Colour::Chart1, sign());
}

QMarginsF FunnelChart::room() const
{
    const double names = widest(stepNames(), Type::Chip) + kGap;
    const double numbers = widest({format::number(m_reached[0])}, Type::Code) + kGap;
    return mirrored() ? QMarginsF(numbers, 0, names, 0) : QMarginsF(names, 0, numbers, 0);
}

void FunnelChart::place()
{
    const Theme theme = currentTheme();
    const QColor text = theme.colour(Colour::Text);
    const QColor quiet = theme.colour(Colour::Text2);
    const QStringList names = stepNames();
    const QRectF area = chart()->plotArea();
    const double pitch = area.height() / kSteps;
    const double axis = chart()->mapToPosition({0, 0}, m_series).x();
    const Qt::Alignment before = mirrored() ? Qt::AlignLeft : Qt::AlignRight;
    const Qt::Alignment after = mirrored() ? Qt::AlignRight : Qt::AlignLeft;
    addLine({axis, area.top(), axis, area.bottom()}, theme.colour(Colour::Text2));
    for (int i = 0; i < kSteps; ++i) {
        const int reached = m_reached[static_cast<size_t>(i)];
        const QPointF end = chart()->mapToPosition(QPointF(reached * sign(), kSteps - 1 - i), m_series);
        addText(names.at(i), Type::Chip, text, {axis - sign() * kGap, end.y()}, before | Qt::AlignVCenter);
        addText(format::number(reached), Type::Code, text, {end.x() + sign() * 6, end.y()}, after | Qt::AlignVCenter);
        QString words = reached == 1 ? tr("%1: 1 building").arg(names.at(i))
                                     : tr("%1: %2 buildings").arg(names.at(i), format::number(reached));
        const int next = i + 1 < kSteps ? m_reached[static_cast<size_t>(i) + 1] : 0;
        if (i + 1 < kSteps && reached > 0 && !(m_ofPeriod && i == kAssigned)) {
            const QString goOn = tr("%1 go on").arg(shareOf(next, reached));
            addText(goOn, Type::Caption, quiet, {axis + sign() * 7, end.y() + pitch / 2}, after | Qt::AlignVCenter);
            words += QStringLiteral(", ") + goOn;
        }
        addSpot({0, end.y() - pitch / 2, static_cast<double>(viewport()->width()), pitch}, words);
    }
}

} // namespace markaz::ui

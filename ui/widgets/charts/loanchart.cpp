// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/loanchart.h"

#include "ui/text/format.h"
#include "ui/text/loanwords.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kGap = 8;

} // namespace

LoanChart::LoanChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QHorizontalStackedBarSeries)
    , m_counts(new QBarSet(QString()))
    , m_states(new QBarCategoryAxis)
    , m_values(new QValueAxis)
{
    m_series->append(m_counts);
    m_series->setBarWidth(0.6);
    chart()->addSeries(m_series);
    chart()->addAxis(m_states, Qt::AlignLeft);
    chart()->addAxis(m_values, Qt::AlignBottom);
    m_series->attachAxis(m_states);
    m_series->attachAxis(m_values);
}

void LoanChart::setContent(const QList<LoanBar> &bars)
{
    m_bars = bars;
    refresh();
}

QSize LoanChart::minimumSizeHint() const
{
    const int rows = static_cast<int>(allValues<LoanState>().size());
    return {ChartView::minimumSizeHint().width(), rows * currentTheme().lineHeight(Type::Chip) + 2 * kGap};
}

QStringList LoanChart::names() const
{
    QStringList names;
    for (const LoanBar &bar : m_bars)
        names.append(loanwords::state(bar.state));
    return names;
}

QString LoanChart::amount(const LoanBar &bar)
{
    return bar.loans == 0 ? QString() : format::shortRupees(bar.principalPaisa);
}

void LoanChart::fill()
{
    updateGeometry(); // lines are higher in Urdu
    int most = 1;
    QList<int> values;
    for (auto bar = m_bars.rbegin(); bar != m_bars.rend(); ++bar) {
        values.append(bar->loans);
        most = std::max(most, bar->loans);
    }
    setUp(m_states, values.size());
    setUp(m_values, mirrored() ? -most : 0, mirrored() ? 0 : most);
    replace(m_counts, values, Colour::Chart1, sign());
}

QMarginsF LoanChart::room() const
{
    QStringList counts;
    QStringList amounts;
    for (const LoanBar &bar : m_bars) {
        counts.append(format::number(bar.loans));
        amounts.append(amount(bar));
    }
    const double states = widest(names(), Type::Chip) + kGap + 4; // Nastaliq hangs over its own width
    const double figures = widest(counts, Type::Code) + widest(amounts, Type::Caption) + 3 * kGap;
    return mirrored() ? QMarginsF(figures, 0, states, 0) : QMarginsF(states, 0, figures, 0);
}

void LoanChart::place()
{
    if (m_bars.isEmpty())
        return;
    const Theme theme = currentTheme();
    const QColor text = theme.colour(Colour::Text);
    const QStringList states = names();
    const QRectF area = chart()->plotArea();
    const double rows = static_cast<double>(m_bars.size());
    const double pitch = area.height() / rows;
    const double axis = chart()->mapToPosition({0, 0}, m_series).x();
    const Qt::Alignment before = (mirrored() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    const Qt::Alignment after = (mirrored() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    addLine({axis, area.top(), axis, area.bottom()}, theme.colour(Colour::Text2));
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const LoanBar &bar = m_bars.at(i);
        const QPointF end = chart()->mapToPosition(
            {static_cast<double>(bar.loans * sign()), rows - 1 - static_cast<double>(i)}, m_series);
        addText(states.at(i), Type::Chip, text, {axis - sign() * kGap, end.y()}, before);
        const QString count = format::number(bar.loans);
        addText(count, Type::Code, text, {end.x() + sign() * 6, end.y()}, after);
        if (bar.loans > 0)
            addText(amount(bar), Type::Caption, theme.colour(Colour::Text2),
                    {end.x() + sign() * (6 + kGap + widest({count}, Type::Code)), end.y()}, after);
        addSpot({0, end.y() - pitch / 2, static_cast<double>(viewport()->width()), pitch},
                bar.loans == 0 ? tr("%1: no loan").arg(states.at(i))
                               : tr("%1: %2, %3").arg(states.at(i), loanwords::loansCounted(bar.loans), amount(bar)));
    }
}

} // namespace markaz::ui

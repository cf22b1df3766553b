// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/costchart.h"

#include "ui/text/format.h"
#include "ui/text/scenariowords.h"

#include <QtCharts/QBarSet>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kLines = 5;
constexpr double kBar = 0.56;
constexpr qint64 kUnit = 100'000; ///< paisa of a step of the axis, Rs 1,000: what all cost together fits an int

int steps(qint64 paisa)
{
    return static_cast<int>(std::min<qint64>(paisa / kUnit, 2'000'000'000));
}

} // namespace

CostChart::CostChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QStackedBarSeries)
    , m_parts{new QBarSet(QString()), new QBarSet(QString()), new QBarSet(QString())}
    , m_axis(new QValueAxis)
    , m_values(new QValueAxis)
{
    for (QBarSet *part : m_parts)
        m_series->append(part);
    m_series->setBarWidth(kBar);
    chart()->addSeries(m_series);
    chart()->addAxis(m_axis, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_series->attachAxis(m_axis);
    m_series->attachAxis(m_values);
}

void CostChart::setContent(const QList<CostYear> &years, const QList<CostBand> &bands)
{
    m_years = years;
    m_bands = bands;
    refresh();
}

const CostBand *CostChart::bandOf(const FiscalYear &year) const
{
    const auto found = std::find_if(m_bands.begin(), m_bands.end(), [&](const CostBand &b) { return b.year == year; });
    return found == m_bands.end() ? nullptr : &*found;
}

void CostChart::fill()
{
    int most = 1;
    std::array<QList<int>, 3> bars;
    for (const CostYear &year : std::as_const(m_years)) {
        bars[0].append(steps(year.interest.ignite.value));
        bars[1].append(steps(year.interest.psdp.value));
        bars[2].append(steps(year.interest.undecided.value));
        most = std::max(most, steps(year.interest.subsidy().value));
        if (year.budget)
            most = std::max(most, steps((year.budget->ignite + year.budget->psdp).value));
        if (const CostBand *band = bandOf(year.year))
            most = std::max(most, steps(band->subsidy.back()));
    }
    m_scale = niceScale(most, kLines);
    setUp(m_axis, -0.5, static_cast<double>(std::max<qsizetype>(1, m_years.size())) - 0.5);
    setUp(m_values, 0, m_scale.top * 1.08);
    replace(m_parts[0], bars[0], Colour::Chart1);
    replace(m_parts[1], bars[1], Colour::Chart3);
    replace(m_parts[2], bars[2], Colour::Chart6);
}

QMarginsF CostChart::room() const
{
    return {
        widest({format::shortAmount(m_scale.top * kUnit), format::shortAmount((m_scale.top - m_scale.step) * kUnit)},
               Type::Caption) +
            10,
        8, 4, 1.0 * currentTheme().lineHeight(Type::Caption) + 4};
}

QString CostChart::words(const CostYear &year) const
{
    QStringList parts{tr("Ignite %1").arg(format::rupees(year.interest.ignite.value)),
                      tr("PSDP %1").arg(format::rupees(year.interest.psdp.value))};
    if (year.interest.undecided > Paisa{0})
        parts = QStringList{tr("undecided %1").arg(format::rupees(year.interest.undecided.value))};
    if (year.budget)
        parts.append(tr("budget %1").arg(format::rupees((year.budget->ignite + year.budget->psdp).value)));
    if (const CostBand *band = bandOf(year.year))
        parts.append(tr("5th to 95th percentile %1").arg(scenariowords::amounts(band->subsidy)));
    return tr("%1: %2").arg(scenariowords::year(year.year), format::list(parts));
}

void CostChart::place()
{
    const Theme theme = currentTheme();
    const QRectF area = chart()->plotArea();
    const QColor quiet = theme.colour(Colour::Text2);
    const QColor strong = theme.colour(Colour::Text);
    const double line = theme.lineHeight(Type::Caption);
    const auto at = [this](double value) { return chart()->mapToPosition({0, value}, m_series).y(); };
    for (int value = 0; value <= m_scale.top; value += m_scale.step) {
        addGrid({area.left(), at(value), area.right(), at(value)});
        addText(format::shortAmount(value * kUnit), Type::Caption, quiet, {area.left() - 6, at(value)},
                Qt::AlignRight | Qt::AlignVCenter);
    }
    addLine({area.left(), area.bottom(), area.right(), area.bottom()}, quiet);
    const qsizetype count = m_years.size();
    if (count == 0)
        return;
    const double pitch = area.width() / static_cast<double>(count);
    // Of many years only every so-manieth has its words.
    const int every = static_cast<int>(widest({QStringLiteral("2026-27 ")}, Type::Caption) / pitch) + 1;
    for (qsizetype i = 0; i < count; ++i) {
        const CostYear &year = m_years.at(i);
        const double left = area.left() + pitch * static_cast<double>(i);
        const double middle = left + pitch / 2;
        double top = at(steps(year.interest.subsidy().value));
        if (i % every == 0)
            addText(scenariowords::year(year.year), Type::Caption, quiet, {middle, area.bottom() + line * 0.6},
                    Qt::AlignHCenter | Qt::AlignVCenter);
        if (const CostBand *band = bandOf(year.year)) {
            const double high = at(steps(band->subsidy.back()));
            const double low = at(steps(band->subsidy.front()));
            addLine({middle, high, middle, low}, strong, 1.5);
            for (const double end : {high, low})
                addLine({middle - 5, end, middle + 5, end}, strong, 1.5);
            top = std::min(top, high);
        }
        if (year.budget) {
            const double budget = at(steps((year.budget->ignite + year.budget->psdp).value));
            addLine({left + pitch * 0.1, budget, left + pitch * 0.9, budget}, strong, 2, true);
            if (std::abs(budget - top) < line)
                top = std::min(top, budget);
        }
        if (i % every == 0)
            addText(format::shortAmount(year.interest.subsidy().value), Type::CaptionStrong, strong,
                    {middle, top - line * 0.6}, Qt::AlignHCenter | Qt::AlignVCenter);
        addSpot({left, area.top(), pitch, area.height()}, words(year));
    }
}

} // namespace markaz::ui

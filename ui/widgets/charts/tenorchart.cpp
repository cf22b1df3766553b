// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/tenorchart.h"

#include "ui/text/format.h"
#include "ui/text/loanwords.h"
#include "ui/text/scenariowords.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr std::array kColours{Colour::Chart1, Colour::Chart2, Colour::Chart3};
constexpr int kBandAlpha = 51; // 20 %

QList<qreal> dashOf(std::size_t tier)
{
    switch (tier) { // in widths of the pen: solid, 8 3, 3 3
    case 1:
        return {4, 1.5};
    case 2:
        return {1.5, 1.5};
    default:
        return {};
    }
}

} // namespace

TenorChart::TenorChart(QWidget *parent)
    : ChartView(parent)
    , m_months(new QValueAxis)
    , m_values(new QValueAxis)
{
    chart()->addAxis(m_months, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    const auto attach = [this](QAbstractSeries *series) {
        chart()->addSeries(series);
        series->attachAxis(m_months);
        series->attachAxis(m_values);
    };
    for (std::size_t i = 0; i < 3; ++i) {
        m_lows[i] = new QLineSeries(this);
        m_highs[i] = new QLineSeries(this);
        m_areas[i] = new QAreaSeries(m_highs[i], m_lows[i]);
        attach(m_areas[i]);
    }
    for (std::size_t i = 0; i < 3; ++i) {
        m_lines[i] = new QLineSeries;
        attach(m_lines[i]);
    }
}

void TenorChart::setContent(const QList<TenorPoint> &points, const TenorPoint &now)
{
    m_points = points;
    m_now = now;
    refresh();
}

void TenorChart::fill()
{
    const Theme theme = currentTheme();
    int first = m_now.tenorMonths > 0 ? m_now.tenorMonths : 24;
    int last = m_now.tenorMonths > 0 ? m_now.tenorMonths : 84;
    std::array<QList<QPointF>, 3> lines;
    std::array<QList<QPointF>, 3> lows;
    std::array<QList<QPointF>, 3> highs;
    for (const TenorPoint &point : std::as_const(m_points)) {
        first = std::min(first, point.tenorMonths);
        last = std::max(last, point.tenorMonths);
        for (const TierShare &tier : point.tiers)
            lines[static_cast<std::size_t>(tier.tier - 1)].append({double(point.tenorMonths), tier.aboveBp / 100.0});
        for (const TierBand &tier : point.bands) {
            lows[static_cast<std::size_t>(tier.tier - 1)].append(
                {double(point.tenorMonths), double(tier.aboveBp.front()) / 100});
            highs[static_cast<std::size_t>(tier.tier - 1)].append(
                {double(point.tenorMonths), double(tier.aboveBp.back()) / 100});
        }
    }
    for (std::size_t i = 0; i < 3; ++i) {
        QColor ground = theme.colour(kColours[i]);
        QPen pen(ground, 2, Qt::SolidLine, Qt::FlatCap);
        if (const auto dash = dashOf(i); !dash.isEmpty())
            pen.setDashPattern(dash);
        m_lines[i]->setPen(pen);
        m_lines[i]->replace(lines[i]);
        ground.setAlpha(kBandAlpha);
        m_areas[i]->setBrush(ground);
        m_areas[i]->setPen(Qt::NoPen);
        m_lows[i]->replace(lows[i]);
        m_highs[i]->replace(highs[i]);
        m_areas[i]->setVisible(!lows[i].isEmpty());
    }
    setUp(m_months, first, std::max(first + 1, last));
    setUp(m_values, 0, 104);
}

QMarginsF TenorChart::room() const
{
    return {widest({format::percent(10'000)}, Type::Caption) + 10, 8, 16,
            2.0 * currentTheme().lineHeight(Type::Caption) + 2};
}

void TenorChart::place()
{
    const Theme theme = currentTheme();
    const QRectF area = chart()->plotArea();
    const QColor quiet = theme.colour(Colour::Text2);
    const QColor strong = theme.colour(Colour::Text);
    const double line = theme.lineHeight(Type::Caption);
    const auto spot = [this](double month, double value) { return chart()->mapToPosition({month, value}, m_lines[0]); };
    for (const int value : {0, 25, 50, 75, 100}) {
        const double y = spot(m_months->min(), value).y();
        addGrid({area.left(), y, area.right(), y});
        addText(format::percent(value * 100), Type::Caption, quiet, {area.left() - 6, y},
                Qt::AlignRight | Qt::AlignVCenter);
    }
    addLine({area.left(), area.bottom(), area.right(), area.bottom()}, quiet);
    const double now = spot(m_now.tenorMonths, 0).x();
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        const TenorPoint &point = m_points.at(i);
        const double x = spot(point.tenorMonths, 0).x();
        if (i % 2 == 0 && (m_now.tenorMonths == 0 || std::abs(x - now) > 20))
            addText(format::number(point.tenorMonths), Type::Caption, quiet, {x, area.bottom() + line * 0.6},
                    Qt::AlignHCenter | Qt::AlignVCenter);
        QStringList words;
        for (qsizetype j = 0; j < point.tiers.size(); ++j) {
            const QString share = format::percent(point.tiers.at(j).aboveBp);
            const QString tier = scenariowords::tier(point.tiers.at(j).tier);
            words.append(j < point.bands.size()
                             ? tr("%1 %2 (%3)").arg(tier, share, scenariowords::shares(point.bands.at(j).aboveBp))
                             : tr("%1 %2").arg(tier, share));
        }
        const double half = area.width() / static_cast<double>(std::max<qsizetype>(1, m_points.size() - 1)) / 2;
        addSpot(QRectF(x - half, area.top(), 2 * half, area.height()).intersected(area),
                tr("%1: %2").arg(loanwords::months(point.tenorMonths), format::list(words)));
    }
    addText(tr("tenor, months"), Type::Caption, quiet, {area.right(), area.bottom() + line * 1.6},
            Qt::AlignRight | Qt::AlignVCenter);
    if (m_now.tenorMonths == 0)
        return;
    addLine({now, area.top(), now, area.bottom()}, strong, 1.5, true);
    addText(format::number(m_now.tenorMonths), Type::CaptionStrong, strong, {now, area.bottom() + line * 0.6},
            Qt::AlignHCenter | Qt::AlignVCenter);
    QList<TierShare> tiers = m_now.tiers;
    std::stable_sort(tiers.begin(), tiers.end(), [](const auto &a, const auto &b) { return a.aboveBp > b.aboveBp; });
    double below = area.top(); // no word over another
    for (const TierShare &tier : std::as_const(tiers)) {
        const double y = spot(m_now.tenorMonths, tier.aboveBp / 100.0).y();
        addLine({now - 4, y, now + 4, y}, theme.colour(kColours[static_cast<std::size_t>(tier.tier - 1)]), 8);
        const double at = std::clamp(y - line * 0.6, below, area.bottom() - line * 0.5);
        below = at + line;
        const bool left = now > area.center().x();
        addText(tr("%1 %2").arg(scenariowords::tier(tier.tier), format::percent(tier.aboveBp)), Type::CaptionStrong,
                strong, {left ? now - 10 : now + 10, at}, (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
}

} // namespace markaz::ui

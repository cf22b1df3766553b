// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/demandchart.h"

#include "ui/text/demandwords.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kGap = 8;
constexpr double kNameRoom = 128; ///< px; longer names are cut

} // namespace

DemandChart::DemandChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QHorizontalStackedBarSeries)
    , m_bars(new QBarSet(QString()))
    , m_names(new QBarCategoryAxis)
    , m_values(new QValueAxis)
{
    m_series->append(m_bars);
    m_series->setBarWidth(0.7);
    chart()->addSeries(m_series);
    chart()->addAxis(m_names, Qt::AlignLeft);
    chart()->addAxis(m_values, Qt::AlignBottom);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_values);
}

void DemandChart::setContent(const DemandContent &content)
{
    m_content = content;
    refresh();
}

QStringList DemandChart::names() const
{
    QStringList names;
    for (const DemandBar &bar : m_content.bars)
        names.append(elided(bar.name, currentTheme().font(Type::Chip), static_cast<int>(kNameRoom)));
    return names;
}

void DemandChart::fill()
{
    int most = std::max(1, m_content.line);
    QList<int> values;
    for (auto bar = m_content.bars.rbegin(); bar != m_content.bars.rend(); ++bar) {
        values.append(bar->perThousand);
        most = std::max(most, bar->perThousand);
    }
    setUp(m_names, values.size());
    setUp(m_values, mirrored() ? -most : 0, mirrored() ? 0 : most);
    replace(m_bars, values, Colour::Chart1, sign());
}

QMarginsF DemandChart::room() const
{
    QStringList figures;
    for (const DemandBar &bar : m_content.bars)
        figures.append(demandwords::perThousand(bar.perThousand));
    const double before = widest(names(), Type::Chip) + kGap + 4; // Nastaliq hangs over its own width
    const double behind = widest(figures, Type::Code) + 2 * kGap;
    const double below = m_content.line > 0 ? currentTheme().lineHeight(Type::Caption) + 4 : 0;
    return mirrored() ? QMarginsF(behind, 0, before, below) : QMarginsF(before, 0, behind, below);
}

void DemandChart::place()
{
    if (m_content.bars.isEmpty())
        return;
    const Theme theme = currentTheme();
    const QColor text = theme.colour(Colour::Text);
    const QStringList cities = names();
    const QRectF area = chart()->plotArea();
    const double rows = static_cast<double>(m_content.bars.size());
    const double pitch = area.height() / rows;
    const auto at = [&](int value, double row) {
        return chart()->mapToPosition({static_cast<double>(value * sign()), row}, m_series);
    };
    const double axis = at(0, 0).x();
    const Qt::Alignment before = (mirrored() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    const Qt::Alignment after = (mirrored() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    addLine({axis, area.top(), axis, area.bottom()}, theme.colour(Colour::Text2));
    for (qsizetype i = 0; i < m_content.bars.size(); ++i) {
        const DemandBar &bar = m_content.bars.at(i);
        const QPointF end = at(bar.perThousand, rows - 1 - static_cast<double>(i));
        const QString figure = demandwords::perThousand(bar.perThousand);
        addText(cities.at(i), Type::Chip, text, {axis - sign() * kGap, end.y()}, before);
        addText(figure, Type::Code, text, {end.x() + sign() * 6, end.y()}, after);
        addSpot({0, end.y() - pitch / 2, static_cast<double>(viewport()->width()), pitch},
                tr("%1: %2 seats for each 1,000 registered freelancers").arg(bar.name, figure));
    }
    if (m_content.line == 0)
        return;
    const double line = at(m_content.line, 0).x();
    addLine({line, area.top(), line, area.bottom() + 4}, text, 1.5, true);
    const QString words = QStringLiteral("%1 %2").arg(m_content.lineName, demandwords::perThousand(m_content.line));
    const double width = widest({words}, Type::Caption);
    // Beside the line, on the side on which there is room.
    const bool fits = sign() > 0 ? line + kGap + width < viewport()->width() : line - kGap - width > 0;
    addText(words, Type::Caption, theme.colour(Colour::Text2),
            {line + (fits ? sign() : -sign()) * 5,
             area.bottom() + static_cast<double>(theme.lineHeight(Type::Caption)) / 2 + 1},
            fits ? after : before);
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/itemchart.h"

#include "ui/text/format.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kRows = 10; // fewer keep the height of their rows
constexpr int kCode = 38;
constexpr int kGap = 8;

} // namespace

ItemChart::ItemChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QHorizontalStackedBarSeries)
    , m_bars(new QBarSet(QString()))
    , m_names(new QBarCategoryAxis)
    , m_values(new QValueAxis)
{
    m_series->append(m_bars);
    m_series->setBarWidth(0.66);
    chart()->addSeries(m_series);
    chart()->addAxis(m_names, Qt::AlignLeft);
    chart()->addAxis(m_values, Qt::AlignBottom);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_values);
}

void ItemChart::setContent(const QList<ItemShare> &items)
{
    m_items = items;
    refresh();
}

int ItemChart::shareBp(const ItemShare &item)
{
    return item.inspections > 0 ? static_cast<int>(static_cast<qint64>(item.failed) * 10'000 / item.inspections) : 0;
}

void ItemChart::fill()
{
    int most = 1;
    QList<int> values(kRows - std::min<qsizetype>(m_items.size(), kRows), 0);
    for (auto item = m_items.rbegin(); item != m_items.rend(); ++item) {
        values.append(shareBp(*item));
        most = std::max(most, shareBp(*item));
    }
    setUp(m_names, values.size());
    setUp(m_values, mirrored() ? -most : 0, mirrored() ? 0 : most);
    replace(m_bars, values, Colour::Chart5, sign());
}

double ItemChart::nameRoom() const
{
    QStringList texts;
    for (const ItemShare &item : m_items)
        texts.append(item.text);
    return std::min(widest(texts, Type::Chip) + 2, viewport()->width() * 0.54 - kCode);
}

QMarginsF ItemChart::room() const
{
    const double names = kCode + nameRoom() + kGap;
    const double shares = widest({format::percent(10'000)}, Type::Code) + kGap;
    return mirrored() ? QMarginsF(shares, 0, names, 0) : QMarginsF(names, 0, shares, 0);
}

void ItemChart::place()
{
    if (m_items.isEmpty())
        return;
    const Theme theme = currentTheme();
    const QColor text = theme.colour(Colour::Text);
    const QRectF area = chart()->plotArea();
    const double rows = static_cast<double>(m_bars->count());
    const double pitch = area.height() / rows;
    const double axis = chart()->mapToPosition({0, 0}, m_series).x();
    const double edge = mirrored() ? viewport()->width() : 0;
    const Qt::Alignment before = (mirrored() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    addLine({axis, area.top(), axis, area.top() + pitch * static_cast<double>(m_items.size())},
            theme.colour(Colour::Text2));
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const ItemShare &item = m_items.at(i);
        const QPointF end = chart()->mapToPosition(
            {static_cast<double>(shareBp(item) * sign()), rows - 1 - static_cast<double>(i)}, m_series);
        addText(format::code(item.code), Type::Code, text, {edge, end.y()}, before);
        addText(elided(item.text, theme.font(Type::Chip), static_cast<int>(nameRoom())), Type::Chip, text,
                {edge + sign() * kCode, end.y()}, before);
        const QString share = shareOf(item.failed, item.inspections);
        addText(share, Type::Code, text, {end.x() + sign() * 6, end.y()}, before);
        addSpot({0, end.y() - pitch / 2, static_cast<double>(viewport()->width()), pitch},
                tr("%1, %2: fails in %3 of %4 inspections, %5")
                    .arg(format::code(item.code), item.text, format::number(item.failed),
                         format::number(item.inspections), share));
    }
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/provincechart.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kGap = 8;
constexpr int kLines = 4;
constexpr std::array kColours{Colour::Chart1, Colour::Chart2, Colour::Chart3};

} // namespace

ProvinceChart::ProvinceChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QHorizontalStackedBarSeries)
    , m_tiers{new QBarSet(QString()), new QBarSet(QString()), new QBarSet(QString())}
    , m_names(new QBarCategoryAxis)
    , m_values(new QValueAxis)
{
    for (QBarSet *tier : m_tiers)
        m_series->append(tier);
    m_series->setBarWidth(0.64);
    chart()->addSeries(m_series);
    chart()->addAxis(m_names, Qt::AlignLeft);
    chart()->addAxis(m_values, Qt::AlignBottom);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_values);
}

void ProvinceChart::setContent(const QList<ProvinceRow> &rows)
{
    m_rows = rows;
    refresh();
}

QStringList ProvinceChart::shortNames() const
{
    QStringList names;
    for (const ProvinceRow &row : m_rows)
        names.append(row.shortName);
    return names;
}

void ProvinceChart::fill()
{
    int most = 0;
    for (const ProvinceRow &row : m_rows)
        most = std::max({most, row.certified(), row.quota});
    m_scale = niceScale(most, kLines);
    setUp(m_names, std::max<qsizetype>(m_rows.size(), 1));
    setUp(m_values, mirrored() ? -m_scale.top : 0, mirrored() ? 0 : m_scale.top);
    for (size_t tier = 0; tier < m_tiers.size(); ++tier) {
        QList<int> values;
        for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row)
            values.append(row->byTier[tier]);
        replace(m_tiers[tier], values, kColours[tier], sign());
    }
}

QMarginsF ProvinceChart::room() const
{
    const double names = widest(shortNames(), Type::Chip) + kGap;
    const double end = widest({format::number(m_scale.top)}, Type::Caption) / 2 + 2;
    return mirrored() ? QMarginsF(end, 0, names, 20) : QMarginsF(names, 0, end, 20);
}

void ProvinceChart::place()
{
    const Theme theme = currentTheme();
    const QRectF area = chart()->plotArea();
    for (int value = 0; value <= m_scale.top; value += m_scale.step) {
        const double x = chart()->mapToPosition({static_cast<double>(value * sign()), 0}, m_series).x();
        addGrid({x, area.top(), x, area.bottom()});
        addText(format::number(value), Type::Caption, theme.colour(Colour::Text2), {x, area.bottom() + 11},
                Qt::AlignHCenter | Qt::AlignVCenter);
    }
    const double axis = chart()->mapToPosition({0, 0}, m_series).x();
    addLine({axis, area.top(), axis, area.bottom()}, theme.colour(Colour::Text2));
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        placeRow(i, area);
}

void ProvinceChart::placeRow(qsizetype index, const QRectF &area)
{
    const ProvinceRow &row = m_rows.at(index);
    const QColor text = currentTheme().colour(Colour::Text);
    const double category = static_cast<double>(m_rows.size() - 1 - index);
    const double pitch = area.height() / static_cast<double>(m_rows.size());
    const auto position = [&](int value) {
        return chart()->mapToPosition({static_cast<double>(value * sign()), category}, m_series);
    };
    const double axis = position(0).x();
    const double y = position(0).y();
    const Qt::Alignment before = mirrored() ? Qt::AlignLeft : Qt::AlignRight;
    const Qt::Alignment after = mirrored() ? Qt::AlignRight : Qt::AlignLeft;
    addText(row.shortName, Type::Chip, text, {axis - sign() * kGap, y}, before | Qt::AlignVCenter);

    QString words = format::number(row.certified());
    double end = position(row.certified()).x();
    double free = end; // where the words may begin on the way back
    if (row.quota >= 0) {
        words = tr("%1 of %2").arg(words, format::number(row.quota));
        const double tick = position(row.quota).x();
        addLine({tick, y - 9, tick, y + 9}, text, 3);
        if (row.quota > row.certified())
            end = tick;
    }
    const double width = widest({words}, Type::Caption) + 6;
    const double beyond = mirrored() ? end - width : viewport()->width() - end - width;
    const bool between = (end - free) * sign() > width + 6;
    if (beyond < 0 && between)
        addText(words, Type::Caption, text, {end - sign() * 6, y}, before | Qt::AlignVCenter);
    else
        addText(words, Type::Caption, text, {end + sign() * 6, y}, after | Qt::AlignVCenter);

    QStringList tiers;
    for (int tier = 1; tier <= 3; ++tier)
        tiers.append(tr("%1: %2").arg(labels::tier(tier), format::number(row.byTier[static_cast<size_t>(tier - 1)])));
    const QString spoken = row.quota >= 0
                               ? tr("%1: %2 certified of a quota of %3 (%4)")
                                     .arg(row.name, format::number(row.certified()), format::number(row.quota),
                                          tiers.join(QStringLiteral(", ")))
                               : tr("%1: %2 certified (%3)")
                                     .arg(row.name, format::number(row.certified()), tiers.join(QStringLiteral(", ")));
    addSpot({0, y - pitch / 2, static_cast<double>(viewport()->width()), pitch}, spoken);
}

} // namespace markaz::ui

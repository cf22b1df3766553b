// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/certifiedchart.h"

#include "ui/text/format.h"

#include <QtCharts/QBarSet>
#include <QtCharts/QLineSeries>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kLines = 5;
constexpr int kMonthWidth = 38;
constexpr int kYearWidth = 30;

} // namespace

CertifiedChart::CertifiedChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QStackedBarSeries)
    , m_full(new QBarSet(QString()))
    , m_provisional(new QBarSet(QString()))
    , m_quota(new QLineSeries)
    , m_months(new QValueAxis)
    , m_values(new QValueAxis)
{
    m_series->append(m_full);
    m_series->append(m_provisional);
    m_series->setBarWidth(0.68);
    chart()->addSeries(m_series);
    chart()->addSeries(m_quota);
    chart()->addAxis(m_months, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    for (QAbstractSeries *series :
         {static_cast<QAbstractSeries *>(m_series), static_cast<QAbstractSeries *>(m_quota)}) {
        series->attachAxis(m_months);
        series->attachAxis(m_values);
    }
}

void CertifiedChart::setContent(const CertifiedContent &content)
{
    m_content = content;
    refresh();
}

void CertifiedChart::fill()
{
    int most = 0;
    for (qsizetype i = 0; i < m_content.full.size(); ++i)
        most = std::max(most, total(i));
    for (const int value : m_content.quota)
        most = std::max(most, value);
    m_scale = niceScale(most, kLines);
    // Bars stand at 0, 1, 2 ...; the axis reaches half a month beyond on both sides.
    const qsizetype count = std::max<qsizetype>(m_content.months.size(), 1);
    setUp(m_months, -0.5, static_cast<double>(count) - 0.5);
    // A little above the top, or the plot area would cut half of a line that ends there.
    setUp(m_values, 0, m_scale.top * 1.01);
    replace(m_full, m_content.full, Colour::Chart1);
    replace(m_provisional, m_content.provisional, Colour::Chart2);
    QList<QPointF> points;
    for (qsizetype i = 0; i < m_content.quota.size(); ++i)
        points.append({static_cast<double>(i), static_cast<double>(m_content.quota.at(i))});
    m_quota->replace(points);
    QPen pen(currentTheme().colour(Colour::Text), 2, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({2.5, 1.5});
    m_quota->setPen(pen);
}

QMarginsF CertifiedChart::room() const
{
    return {widest({format::number(m_scale.top)}, Type::Caption) + 8, 8, 4,
            2.0 * currentTheme().lineHeight(Type::Caption) + 2};
}

void CertifiedChart::place()
{
    const Theme theme = currentTheme();
    const QRectF area = chart()->plotArea();
    for (int value = 0; value <= m_scale.top; value += m_scale.step) {
        const double y = chart()->mapToPosition({0, static_cast<double>(value)}, m_series).y();
        addGrid({area.left(), y, area.right(), y});
        addText(format::number(value), Type::Caption, theme.colour(Colour::Text2), {area.left() - 6, y},
                Qt::AlignRight | Qt::AlignVCenter);
    }
    addLine({area.left(), area.bottom(), area.right(), area.bottom()}, theme.colour(Colour::Text2));
    if (m_content.months.isEmpty())
        return;
    placeMonths(area);
    placeDistance();
    const double pitch = area.width() / static_cast<double>(m_content.months.size());
    for (qsizetype i = 0; i < m_content.full.size(); ++i) {
        QString words = (m_content.ending ? tr("%1: certificates that end: %2, %3 full and %4 provisional")
                                          : tr("%1: %2 certified, %3 full and %4 provisional"))
                            .arg(format::month(m_content.months.at(i)), format::number(total(i)),
                                 format::number(m_content.full.at(i)), format::number(m_content.provisional.at(i)));
        if (!m_content.quota.isEmpty())
            words += QStringLiteral(", ") + tr("quota line at %1").arg(format::number(m_content.quota.at(i)));
        addSpot({area.left() + pitch * static_cast<double>(i), area.top(), pitch, area.height()}, words);
    }
}

int CertifiedChart::labelStep(double pitch) const
{
    for (const int step : {1, 2, 3, 6}) {
        if (pitch * step >= kMonthWidth)
            return step;
    }
    return 12;
}

void CertifiedChart::placeMonths(const QRectF &area)
{
    const QColor quiet = currentTheme().colour(Colour::Text2);
    const double line = currentTheme().lineHeight(Type::Caption);
    const qsizetype count = m_content.months.size();
    const double pitch = area.width() / static_cast<double>(count);
    const int step = labelStep(pitch);
    const auto x = [&](double month) { return area.left() + pitch * (month + 0.5); };
    for (qsizetype i = 0; i < count; ++i) {
        // The last month always has its word; one that would touch it goes without.
        const bool near = static_cast<double>(count - 1 - i) * pitch < kMonthWidth;
        if (i + 1 == count || (i % step == 0 && !near))
            addText(format::shortMonth(m_content.months.at(i)), Type::Caption, quiet,
                    {x(static_cast<double>(i)), area.bottom() + line * 0.7}, Qt::AlignHCenter | Qt::AlignVCenter);
    }
    for (qsizetype first = 0; first < count;) {
        qsizetype last = first;
        while (last + 1 < count && m_content.months.at(last + 1).year() == m_content.months.at(first).year())
            ++last;
        if (static_cast<double>(last - first + 1) * pitch >= kYearWidth)
            addText(format::isolate(QString::number(m_content.months.at(first).year())), Type::Caption, quiet,
                    {x(static_cast<double>(first + last) / 2), area.bottom() + line * 1.55},
                    Qt::AlignHCenter | Qt::AlignVCenter);
        first = last + 1;
    }
}

/// From the last bar to the line, with how far it is.
void CertifiedChart::placeDistance()
{
    const qsizetype bar = m_content.full.size() - 1;
    if (bar < 0 || bar >= m_content.quota.size())
        return;
    const int behind = m_content.behind;
    if (behind == 0)
        return;
    const Theme theme = currentTheme();
    const QColor colour = theme.status(behind > 0 ? Status::Bad : Status::Ok).text;
    const QPointF from = chart()->mapToPosition({static_cast<double>(bar), static_cast<double>(total(bar))}, m_series);
    const QPointF to =
        chart()->mapToPosition({static_cast<double>(bar), static_cast<double>(total(bar) + behind)}, m_series);
    const QString words =
        behind > 0 ? tr("%1 behind").arg(format::number(behind)) : tr("%1 ahead").arg(format::number(-behind));
    addLine({from, to}, colour, 2);
    const bool fits = from.x() + 8 + widest({words}, Type::Code) <= viewport()->width();
    addText(words, Type::Code, colour, {from.x() + (fits ? 8 : -8), (from.y() + to.y()) / 2},
            (fits ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

} // namespace markaz::ui

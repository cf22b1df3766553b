// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/monthlycharts.h"

#include <QPainter>
#include <QPolygonF>
#include <QtMath>

#include <algorithm>

namespace markaz {

using namespace pageparts;

namespace {

using Side = MonthlyFlow::Side;

constexpr qreal kAbove = 14; ///< a chart or a table
constexpr qreal kLabel = 250;
constexpr qreal kShown = 132; ///< behind the longest bar
constexpr qreal kGap = 10;
constexpr qreal kBarHeight = 11;
constexpr qreal kPlot = 128; ///< height of the columns' room
constexpr qreal kAxis = 40;  ///< its numbers
constexpr qreal kColumn = 0.56;
constexpr qreal kHatch = 4;

/// Lines across the box, within it: a painter's own patterns come too fine out of a PDF.
void drawHatched(QPainter &painter, const QRectF &box)
{
    painter.save();
    painter.setPen(QPen(kAccent, 0.8));
    painter.setBrush(Qt::white);
    painter.drawRect(box);
    painter.setClipRect(box, Qt::IntersectClip);
    const int lines = qCeil((box.width() + box.height()) / kHatch);
    for (int line = 0; line < lines; ++line) {
        const qreal x = box.left() - box.height() + line * kHatch;
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    }
    painter.restore();
}

void drawSolid(QPainter &painter, const QRectF &box)
{
    painter.fillRect(box, kAccent);
}

QPen dashed()
{
    QPen pen(kText, 1.4);
    pen.setDashPattern({4, 3});
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

/// The heading and, where nothing is to be drawn, its sentence; whether there is something.
bool begin(MonthlyFlow &flow, const QString &title, bool nothing, const QString &empty, qreal height)
{
    const qreal heading = flow.heightOf(title, MonthlyFlow::kHeading, kInner);
    flow.need(kAbove + heading + (nothing ? flow.line(MonthlyFlow::kBody) : height));
    flow.paragraph(title, MonthlyFlow::kHeading, kAbove);
    if (nothing)
        flow.paragraph(empty, MonthlyFlow::kBody, 2);
    return !nothing;
}

/// From one month to the next.
qreal stepOf(qsizetype months)
{
    return (kInner - kAxis) / static_cast<qreal>(months);
}

struct Plot
{
    QList<MonthlyColumns::Month> months;
    int top;
};

/// Months run from left to right in both languages, as on the dashboard.
void drawPlot(const MonthlyFlow &flow, const Plot &plot, QPainter &painter, qreal y)
{
    const auto from = [&flow](qreal left, qreal width) { return flow.urdu() ? kInner - left - width : left; };
    const Side toTheRight = flow.urdu() ? Side::Leading : Side::Trailing;
    const qreal line = flow.line(MonthlyFlow::kSmall);
    const qreal upper = y + line; // room for the number on the highest column
    const qreal ground = upper + kPlot;
    const auto height = [&](int value) { return kPlot * value / plot.top; };
    for (const int value : {0, plot.top / 2, plot.top}) {
        const qreal level = ground - height(value);
        painter.setPen(QPen(value == 0 ? kText2 : kLine, value == 0 ? 1.0 : 0.6));
        painter.drawLine(QPointF(kSide + kAxis, level), QPointF(kSide + kInner, level));
        flow.write(painter, QString::number(value), MonthlyFlow::kSmall, from(0, kAxis - 6), level - line / 2,
                   kAxis - 6, toTheRight);
    }
    const qreal step = stepOf(plot.months.size());
    QPolygonF quota;
    for (qsizetype i = 0; i < plot.months.size(); ++i) {
        const MonthlyColumns::Month &month = plot.months[i];
        const qreal left = kSide + kAxis + step * static_cast<qreal>(i);
        const qreal side = step * (1 - kColumn) / 2;
        const qreal full = height(month.full);
        const qreal provisional = height(month.provisional);
        if (month.full > 0)
            drawSolid(painter, {left + side, ground - full, step * kColumn, full});
        if (month.provisional > 0)
            drawHatched(painter, {left + side, ground - full - provisional, step * kColumn, provisional});
        quota.append(QPointF(left + step / 2, ground - height(month.quota)));
    }
    painter.setPen(dashed());
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(quota);
    for (qsizetype i = 0; i < plot.months.size(); ++i) { // above the line
        const MonthlyColumns::Month &month = plot.months[i];
        const qreal left = kAxis + step * static_cast<qreal>(i);
        const QString all = QString::number(month.full + month.provisional);
        const qreal top = ground - height(month.full + month.provisional) - line;
        const qreal width = 6 + 6.5 * static_cast<qreal>(all.size());
        painter.fillRect(QRectF(kSide + left + (step - width) / 2, top + 2, width, line - 3), Qt::white);
        flow.write(painter, all, MonthlyFlow::kSmall, from(left, step), top, step, Side::Middle);
        flow.write(painter, month.label, MonthlyFlow::kSmall, from(left, step), ground + 3, step, Side::Middle);
    }
}

/// The three signs and their words, one behind the other.
void drawLegend(const MonthlyFlow &flow, const MonthlyColumns &content, QPainter &painter, qreal y)
{
    const qreal line = flow.line(MonthlyFlow::kSmall);
    const qreal width = (kInner - kAxis) / 3;
    const QStringList words{content.full, content.provisional, content.quota};
    for (int i = 0; i < 3; ++i) {
        const qreal from = kAxis + width * i;
        const QRectF sign = flow.box(from, y + (line - 10) / 2, 18, 10);
        if (i == 0) {
            drawSolid(painter, sign);
        } else if (i == 1) {
            drawHatched(painter, sign);
        } else {
            painter.setPen(dashed());
            painter.drawLine(QPointF(sign.left(), sign.center().y()), QPointF(sign.right(), sign.center().y()));
        }
        flow.write(painter, words[i], MonthlyFlow::kSmall, from + 24, y, width - 28);
    }
}

} // namespace

int axisTop(int value)
{
    for (int unit = 1;; unit *= 10) {
        for (const int step : {2, 3, 4, 5, 6, 8, 10}) {
            const int top = step * unit;
            if (top >= value && top % 2 == 0) // its half is named too
                return top;
        }
    }
}

void addBars(MonthlyFlow &flow, const MonthlyBars &content)
{
    qint64 most = 0;
    for (const MonthlyBars::Bar &bar : content.bars)
        most = std::max(most, bar.value);
    const qreal row = flow.line(MonthlyFlow::kBody) + 3;
    if (!begin(flow, content.title, most == 0, content.empty, row * 3))
        return;
    flow.skip(4);
    for (const MonthlyBars::Bar &bar : content.bars) {
        const qreal room = kInner - kLabel - kGap - kShown;
        const qreal length = room * static_cast<qreal>(bar.value) / static_cast<qreal>(most);
        const qreal height =
            std::max({row, flow.heightOf(bar.label, MonthlyFlow::kBody, kLabel) + 3,
                      flow.heightOf(bar.shown, MonthlyFlow::kStrong, kInner - kLabel - kGap - length - 8) + 3});
        flow.put(height, [&flow, bar, row, length](QPainter &painter, qreal y) {
            flow.write(painter, bar.label, MonthlyFlow::kBody, 0, y, kLabel);
            if (bar.value > 0)
                drawSolid(painter,
                          flow.box(kLabel + kGap, y + (row - 3 - kBarHeight) / 2, std::max(length, 1.0), kBarHeight));
            flow.write(painter, bar.shown, MonthlyFlow::kStrong, kLabel + kGap + length + 8, y,
                       kInner - kLabel - kGap - length - 8);
        });
    }
    flow.paragraph(content.note, MonthlyFlow::kSmall, 2);
}

void addColumns(MonthlyFlow &flow, const MonthlyColumns &content)
{
    Plot plot{content.months, 1};
    int most = 0;
    int certified = 0;
    for (const MonthlyColumns::Month &month : content.months) {
        certified = std::max(certified, month.full + month.provisional);
        most = std::max({most, month.full + month.provisional, month.quota});
    }
    plot.top = axisTop(most);
    const qreal line = flow.line(MonthlyFlow::kSmall);
    qreal labels = line;
    for (const MonthlyColumns::Month &month : content.months)
        labels = std::max(labels, flow.heightOf(month.label, MonthlyFlow::kSmall, stepOf(content.months.size())));
    const qreal height = kPlot + line + labels + 6;
    if (!begin(flow, content.title, certified == 0, content.empty, height + line + 6))
        return;
    flow.put(line + 2, [&flow, content](QPainter &painter, qreal y) { drawLegend(flow, content, painter, y); });
    flow.put(height, [&flow, plot](QPainter &painter, qreal y) { drawPlot(flow, plot, painter, y); });
    flow.paragraph(content.note, MonthlyFlow::kSmall, 2);
}

} // namespace markaz

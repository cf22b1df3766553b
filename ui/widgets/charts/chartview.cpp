// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/chartview.h"

#include "ui/text/format.h"

#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QGraphicsSimpleTextItem>
#include <QResizeEvent>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace markaz::ui {

AxisScale niceScale(int most, int lines)
{
    const int needed = std::max(most, 1);
    for (int power = 1;; power *= 10) {
        for (const int factor : {1, 2, 5}) {
            const int step = factor * power;
            if ((needed + step - 1) / step <= lines)
                return {(needed + step - 1) / step * step, step};
        }
    }
}

QString shareOf(int part, int whole)
{
    if (whole <= 0)
        return format::percent(0);
    const qint64 bp = (static_cast<qint64>(part) * 20'000 / whole + 1) / 2;
    if (part < whole && bp >= 9950) // "100 %" would say that it is all of them
        return format::percent(static_cast<int>(std::min<qint64>((bp + 5) / 10 * 10, 9990)));
    return format::percent(static_cast<int>(bp < 1000 ? (bp + 5) / 10 * 10 : (bp + 50) / 100 * 100));
}

ChartView::ChartView(QWidget *parent)
    : QChartView(parent)
    , m_spots(new HotSpots(viewport(), this))
{
    setFrameShape(NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    QChart *plot = chart();
    plot->setAnimationOptions(QChart::NoAnimation);
    plot->legend()->hide();
    plot->setBackgroundVisible(false);
    plot->setMargins({0, 0, 0, 0});
    plot->layout()->setContentsMargins(0, 0, 0, 0);
    plot->setLayoutDirection(Qt::LeftToRight);
    connect(plot, &QChart::plotAreaChanged, this, &ChartView::placeAll);
    connect(m_spots, &HotSpots::activated, this, &ChartView::activated);
}

void ChartView::refresh()
{
    m_filled = true;
    fill();
    arrange();
}

void ChartView::arrange()
{
    if (!m_filled)
        return;
    const QRectF area = QRectF(viewport()->rect()).marginsRemoved(room());
    if (area.width() < 10 || area.height() < 10)
        return;
    if (chart()->plotArea() == area)
        placeAll(); // the words may have changed though the area has not
    else
        chart()->setPlotArea(area);
}

void ChartView::placeAll()
{
    if (!m_filled)
        return;
    qDeleteAll(m_items);
    m_items.clear();
    m_newSpots.clear();
    place();
    m_spots->set(m_newSpots);
}

void ChartView::setUp(QValueAxis *axis, double from, double to) const
{
    axis->setRange(from, to);
    axis->setLabelsVisible(false);
    axis->setLineVisible(false);
    axis->setGridLineVisible(false);
}

void ChartView::setUp(QBarCategoryAxis *axis, qsizetype count) const
{
    QStringList names;
    for (qsizetype i = 0; i < count; ++i)
        names.append(QString::number(i)); // never shown, but must differ
    if (axis->categories() != names)
        axis->setCategories(names);
    axis->setLabelsVisible(false);
    axis->setLineVisible(false);
    axis->setGridLineVisible(false);
}

void ChartView::replace(QBarSet *set, const QList<int> &values, Colour colour, int sign)
{
    if (set->count() != values.size()) {
        set->remove(0, set->count());
        QList<qreal> all;
        for (const int value : values)
            all.append(value * sign);
        set->append(all);
    } else {
        for (int i = 0; i < set->count(); ++i)
            set->replace(i, values.at(i) * sign);
    }
    set->setPen(Qt::NoPen);
    set->setBrush(currentTheme().colour(colour));
}

double ChartView::widest(const QStringList &words, Type type) const
{
    const QFontMetricsF metrics(currentTheme().font(type));
    double width = 0;
    for (const QString &word : words)
        width = std::max(width, std::ceil(metrics.horizontalAdvance(word)));
    return width;
}

void ChartView::addText(const QString &words, Type type, const QColor &colour, const QPointF &at,
                        Qt::Alignment alignment)
{
    auto *item = new QGraphicsSimpleTextItem(words, chart());
    item->setFont(currentTheme().font(type));
    item->setBrush(colour);
    item->setZValue(20);
    const QRectF box = item->boundingRect();
    QPointF corner = at;
    if (alignment & Qt::AlignRight)
        corner.rx() -= box.width();
    else if (alignment & Qt::AlignHCenter)
        corner.rx() -= box.width() / 2;
    if (alignment & Qt::AlignBottom)
        corner.ry() -= box.height();
    else if (alignment & Qt::AlignVCenter)
        corner.ry() -= box.height() / 2;
    item->setPos(corner.x(), std::round(corner.y()) - liftOf(words, item->font()));
    m_items.append(item);
}

void ChartView::addLine(const QLineF &line, const QColor &colour, double width, bool dashed)
{
    auto *item = new QGraphicsLineItem(line, chart());
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    if (dashed)
        pen.setDashPattern({3, 3});
    item->setPen(pen);
    item->setZValue(10);
    m_items.append(item);
}

void ChartView::addGrid(const QLineF &line)
{
    addLine(line, currentTheme().colour(Colour::Grid));
    m_items.last()->setZValue(0);
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    arrange();
}

void ChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::LanguageChange:
    case QEvent::LayoutDirectionChange:
        if (m_filled)
            refresh();
        break;
    default:
        break;
    }
}

void ChartView::drawForeground(QPainter *painter, const QRectF &)
{
    m_spots->paint(*painter);
}

} // namespace markaz::ui

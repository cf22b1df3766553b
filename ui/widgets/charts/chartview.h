// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/hotspots.h"
#include "ui/widgets/theme.h"

#include <QMarginsF>
#include <QtCharts/QChartView>

QT_BEGIN_NAMESPACE
class QAbstractBarSeries;
class QBarCategoryAxis;
class QBarSet;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace markaz::ui {

/// The end of a value axis that starts at 0, and the distance of its grid lines: 1, 2 or 5 times a power of ten.
struct AxisScale
{
    int top = 1;
    int step = 1;
};
/// The least scale that holds \p most with at most \p lines grid lines; the step is a whole number.
AxisScale niceScale(int most, int lines);
/// Per cent of \p part in \p whole, rounded to whole ones: "29 %"; one place below 10 % unless whole, and where
/// whole ones would round a part up to all of it.
QString shareOf(int part, int whole);

/// What all charts of the dashboard have in common: no frame, no animation, no legend of Qt Charts (ChartLegend stands
/// in the card's head), colours of the theme at hand. Series and grid are Qt Charts'; every word, tick and limit is an
/// item placed with mapToPosition whenever the plot area changes.
///
/// 2026-11-24: in Urdu horizontal bars grow from the right (their values are negated, the words are not); axes of
/// months and of scores run from left to right in both languages, as the Latin digits under them do.
class ChartView : public QChartView
{
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);
    void setName(const QString &name) { m_spots->setName(name); } ///< accessible
    const HotSpots &spots() const { return *m_spots; }
    QSize sizeHint() const override { return {300, 200}; }
    QSize minimumSizeHint() const override { return {200, 160}; }

Q_SIGNALS:
    void activated(int index); ///< of the part that was clicked: a bar, a month

protected:
    /// Takes over changed content: series, room for the words, words.
    void refresh();
    /// Puts content and colours of the theme into series and axes.
    virtual void fill() = 0;
    /// Room around the plot area for the words.
    virtual QMarginsF room() const = 0;
    /// Puts words, ticks and hot spots where the plot area now is.
    virtual void place() = 0;

    bool mirrored() const { return layoutDirection() == Qt::RightToLeft; }
    int sign() const { return mirrored() ? -1 : 1; } ///< of the values of horizontal bars
    /// Neither labels nor grid: Qt Charts leaves a grid where it was when the plot area is set anew, see addGrid().
    void setUp(QValueAxis *axis, double from, double to) const;
    void setUp(QBarCategoryAxis *axis, qsizetype count) const;
    static void replace(QBarSet *set, const QList<int> &values, Colour colour, int sign = 1);
    double widest(const QStringList &words, Type type) const;
    /// \p at is the point of the text's box that \p alignment names; Left and Right are those of the screen.
    void addText(const QString &words, Type type, const QColor &colour, const QPointF &at, Qt::Alignment alignment);
    void addLine(const QLineF &line, const QColor &colour, double width = 1, bool dashed = false);
    void addGrid(const QLineF &line); ///< under the bars
    void addSpot(const QRectF &area, const QString &words) { m_newSpots.append({area, words}); }

    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void arrange();
    void placeAll();
    HotSpots *m_spots;
    QList<HotSpot> m_newSpots;
    QList<QGraphicsItem *> m_items;
    bool m_filled = false;
};

} // namespace markaz::ui

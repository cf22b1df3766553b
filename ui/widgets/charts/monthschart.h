// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/chartview.h"

#include <QDate>

#include <functional>

QT_BEGIN_NAMESPACE
class QStackedBarSeries;
QT_END_NAMESPACE

namespace markaz::ui {

struct MonthsContent
{
    /// One part of each bar.
    struct Part
    {
        Colour colour = Colour::Chart1;
        QList<int> values; ///< one for each month; whatever stands for one that was not reported
    };
    QList<QDate> months;    ///< first days, one after the other without a gap
    QList<bool> reported;   ///< as many; of the others it is said that nothing was reported
    QList<Part> parts;      ///< from the axis up
    QList<int> marks = {};  ///< a line across each bar: what there was at most; empty: none
    QStringList words = {}; ///< of each reported month as a sentence: "Oct 2026: 48 of 70 seats taken"
    int total(qsizetype month) const;
};

/// Something that is reported month by month: stacked bars, and what there was at most as a line across each.
/// activated(): the month.
class MonthsChart final : public ChartView
{
    Q_OBJECT
public:
    explicit MonthsChart(QWidget *parent = nullptr);
    void setContent(const MonthsContent &content);
    const MonthsContent &content() const { return m_content; }

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    double narrowed() const; ///< how much narrower the bars are than their months allow
    void placeMonth(qsizetype month, double left, double pitch);

    MonthsContent m_content;
    QStackedBarSeries *m_series;
    QList<QBarSet *> m_sets;
    QValueAxis *m_months;
    QValueAxis *m_values;
    AxisScale m_scale;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/chartview.h"

#include <QDate>

QT_BEGIN_NAMESPACE
class QBarSeries;
QT_END_NAMESPACE

namespace markaz::ui {

struct OccupancyContent
{
    QList<QDate> months; ///< first days, one after the other without a gap
    QList<int> taken;    ///< seats; -1: nothing was reported
    QList<int> seats;    ///< that there were; 0: nothing was reported
};

/// Seats taken month by month under the line of the seats that there were. activated(): the month.
class OccupancyChart final : public ChartView
{
    Q_OBJECT
public:
    explicit OccupancyChart(QWidget *parent = nullptr);
    void setContent(const OccupancyContent &content);
    const OccupancyContent &content() const { return m_content; }

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    double narrowed() const; ///< how much narrower the bars are than their months allow

    OccupancyContent m_content;
    QBarSeries *m_series;
    QBarSet *m_taken;
    QValueAxis *m_months;
    QValueAxis *m_values;
    AxisScale m_scale;
};

} // namespace markaz::ui

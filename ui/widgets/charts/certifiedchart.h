// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/chartview.h"

#include <QDate>

QT_BEGIN_NAMESPACE
class QStackedBarSeries;
QT_END_NAMESPACE

namespace markaz::ui {

struct CertifiedContent
{
    QList<QDate> months;    ///< first days; the whole axis, which may go on after the last bar
    QList<int> full;        ///< in force at each month's end, one for each bar
    QList<int> provisional; ///< as many
    QList<int> quota;       ///< the quota line at each month's end; empty: there is no quota to compare with
    int behind = 0;         ///< the line on the last bar's day, less that bar; below 0: ahead
    bool ending = false;    ///< the bars are certificates whose last day lies in the month
};

/// Centres certified at the end of each month, full and provisional, against the quota line; or the certificates that
/// end in each. activated(): the bar.
class CertifiedChart final : public ChartView
{
    Q_OBJECT
public:
    explicit CertifiedChart(QWidget *parent = nullptr);
    void setContent(const CertifiedContent &content);
    const CertifiedContent &content() const { return m_content; }

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    void placeMonths(const QRectF &area);
    void placeDistance();
    int total(qsizetype bar) const { return m_content.full.at(bar) + m_content.provisional.at(bar); }
    int labelStep(double pitch) const;
    CertifiedContent m_content;
    QStackedBarSeries *m_series;
    QBarSet *m_full;
    QBarSet *m_provisional;
    QLineSeries *m_quota;
    QValueAxis *m_months;
    QValueAxis *m_values;
    AxisScale m_scale;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/dashboardrepository.h"
#include "ui/widgets/charts/chartview.h"

#include <array>

QT_BEGIN_NAMESPACE
class QStackedBarSeries;
QT_END_NAMESPACE

namespace markaz::ui {

struct PassMark
{
    int tier = 1;
    int passBp = 0;
};

/// How many inspections scored what, by outcome, with each tier's pass mark as a dashed line. Begins at the first score
/// there is, at 50 at the latest. activated(): of the bars that there are, the bar; see binAt().
class ScoreChart final : public ChartView
{
    Q_OBJECT
public:
    explicit ScoreChart(QWidget *parent = nullptr);
    void setContent(const QList<ScoreBin> &bins, const QList<PassMark> &marks);
    const QList<ScoreBin> &shownBins() const { return m_bins; }
    const ScoreBin &binAt(int index) const { return m_bins.at(m_spotted.at(index)); }

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    double at(int basisPoints) const; ///< on the axis of the bars
    QList<ScoreBin> m_bins;
    QList<qsizetype> m_spotted; ///< bins that hold something, in the order of the hot spots
    QList<PassMark> m_marks;    ///< by their place, lowest first
    QStackedBarSeries *m_series;
    std::array<QBarSet *, 3> m_outcomes;
    QList<QLineSeries *> m_lines;
    QValueAxis *m_scores;
    QValueAxis *m_values;
    AxisScale m_scale;
};

} // namespace markaz::ui

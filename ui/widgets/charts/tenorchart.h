// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/tenors.h"
#include "ui/widgets/charts/chartview.h"

#include <array>

QT_BEGIN_NAMESPACE
class QAreaSeries;
QT_END_NAMESPACE

namespace markaz::ui {

/// The owners above break-even by tier, over the tenors of the loans, with the tenor that is tried and what it comes
/// to; where ranges were tried the 5th to the 95th percentile as bands.
class TenorChart final : public ChartView
{
    Q_OBJECT
public:
    explicit TenorChart(QWidget *parent = nullptr);
    /// \p points: what is known of the tenors so far; \p now: of the one that is tried, invalid (0) where loans have
    /// several.
    void setContent(const QList<TenorPoint> &points, const TenorPoint &now);

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    QList<TenorPoint> m_points;
    TenorPoint m_now;
    std::array<QLineSeries *, 3> m_lines{};
    std::array<QLineSeries *, 3> m_lows{};
    std::array<QLineSeries *, 3> m_highs{};
    std::array<QAreaSeries *, 3> m_areas{};
    QValueAxis *m_months;
    QValueAxis *m_values;
};

} // namespace markaz::ui

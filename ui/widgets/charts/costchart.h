// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/montecarlo.h"
#include "ui/widgets/charts/chartview.h"

#include <array>

QT_BEGIN_NAMESPACE
class QStackedBarSeries;
QT_END_NAMESPACE

namespace markaz::ui {

/// What a programme costs by fiscal year: Ignite, PSDP and what nobody has decided yet, on each other; the budget of a
/// year as a dashed line over its bar, and where ranges were tried the 5th to the 95th percentile as whiskers.
class CostChart final : public ChartView
{
    Q_OBJECT
public:
    explicit CostChart(QWidget *parent = nullptr);
    void setContent(const QList<CostYear> &years, const QList<CostBand> &bands);

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    const CostBand *bandOf(const FiscalYear &year) const;
    QString words(const CostYear &year) const;
    QList<CostYear> m_years;
    QList<CostBand> m_bands;
    QStackedBarSeries *m_series;
    std::array<QBarSet *, 3> m_parts;
    QValueAxis *m_axis;
    QValueAxis *m_values;
    AxisScale m_scale;
};

} // namespace markaz::ui

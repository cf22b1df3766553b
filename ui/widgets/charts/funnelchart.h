// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/chartview.h"

#include <array>

QT_BEGIN_NAMESPACE
class QHorizontalStackedBarSeries;
QT_END_NAMESPACE

namespace markaz::ui {

/// How many buildings reached each of the five steps, and how many per cent of one step went on to the next.
/// activated(): 0 identified ... 4 certified. The bar set holds them from below: certified first.
class FunnelChart final : public ChartView
{
    Q_OBJECT
public:
    explicit FunnelChart(QWidget *parent = nullptr);
    /// \p ofPeriod: visits and what follows are those of a period, while all that were ever assigned are counted; then
    /// no share of these "goes on".
    void setContent(const std::array<int, 5> &reached, bool ofPeriod = false);
    static QStringList stepNames();

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    std::array<int, 5> m_reached{};
    bool m_ofPeriod = false;
    QHorizontalStackedBarSeries *m_series;
    QBarSet *m_bars;
    QBarCategoryAxis *m_steps;
    QValueAxis *m_values;
};

} // namespace markaz::ui

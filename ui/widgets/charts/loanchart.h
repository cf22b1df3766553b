// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"
#include "ui/widgets/charts/chartview.h"

QT_BEGIN_NAMESPACE
class QHorizontalStackedBarSeries;
QT_END_NAMESPACE

namespace markaz::ui {

struct LoanBar
{
    LoanState state = LoanState::Draft;
    int loans = 0;
    qint64 principalPaisa = 0; ///< of all of them
};

/// How many loans are in each state, and over how much. activated(): the row. The bar set holds them from below: the
/// last row first.
class LoanChart final : public ChartView
{
    Q_OBJECT
public:
    explicit LoanChart(QWidget *parent = nullptr);
    void setContent(const QList<LoanBar> &bars);
    const QList<LoanBar> &content() const { return m_bars; }
    QSize minimumSizeHint() const override; ///< a line of words for each state

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    QStringList names() const;
    static QString amount(const LoanBar &bar); ///< ", Rs 312 m"; empty without any
    QList<LoanBar> m_bars;
    QHorizontalStackedBarSeries *m_series;
    QBarSet *m_counts;
    QBarCategoryAxis *m_states;
    QValueAxis *m_values;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/chartview.h"

#include <QDate>

#include <optional>

namespace markaz::ui {

struct BreakEvenContent
{
    QList<QDate> due;         ///< when each month's instalment falls due; empty: the loan has no days yet
    QList<qint64> cost;       ///< paisa, one for each month of the loan
    QList<qint64> takings;    ///< as many; empty: nobody has reported what is taken
    std::optional<int> turns; ///< the month of the loan, from 1, from which on every month is carried
};

/// What a centre costs its owner month by month, dashed, and what it takes, in thousands of rupees; with the month in
/// which it turns. activated(): the month, from 0.
class BreakEvenChart final : public ChartView
{
    Q_OBJECT
public:
    explicit BreakEvenChart(QWidget *parent = nullptr);
    void setContent(const BreakEvenContent &content);
    const BreakEvenContent &content() const { return m_content; }

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    QString nameOf(qsizetype month) const;
    void placeAxis(const QRectF &area);
    void placeTurn(const QRectF &area);

    BreakEvenContent m_content;
    QLineSeries *m_cost;
    QLineSeries *m_takings;
    QValueAxis *m_months;
    QValueAxis *m_values;
    AxisScale m_scale;
};

} // namespace markaz::ui

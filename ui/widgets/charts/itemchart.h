// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/chartview.h"

QT_BEGIN_NAMESPACE
class QHorizontalStackedBarSeries;
QT_END_NAMESPACE

namespace markaz::ui {

struct ItemShare
{
    QString code; ///< "C-02"
    QString text;
    int failed = 0;
    int inspections = 0;
};

/// The items that fail most, as share of the inspections that looked at them. activated(): the row. The bar set holds
/// hundredths of a per cent from below: the last row first.
class ItemChart final : public ChartView
{
    Q_OBJECT
public:
    explicit ItemChart(QWidget *parent = nullptr);
    void setContent(const QList<ItemShare> &items);
    const QList<ItemShare> &content() const { return m_items; }

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    static int shareBp(const ItemShare &item);
    double nameRoom() const;
    QList<ItemShare> m_items;
    QHorizontalStackedBarSeries *m_series;
    QBarSet *m_bars;
    QBarCategoryAxis *m_names;
    QValueAxis *m_values;
};

} // namespace markaz::ui

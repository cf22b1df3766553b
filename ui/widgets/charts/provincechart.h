// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/chartview.h"

#include <array>

QT_BEGIN_NAMESPACE
class QHorizontalStackedBarSeries;
QT_END_NAMESPACE

namespace markaz::ui {

struct ProvinceRow
{
    QString code;      ///< ISO 3166-2
    QString shortName; ///< "Khyber P."
    QString name;
    std::array<int, 3> byTier{}; ///< certified, [tier - 1]
    int quota = -1;              ///< -1 = there is none to compare with
    int certified() const { return byTier[0] + byTier[1] + byTier[2]; }
};

/// Certified centres of each province by tier, with the province's quota as a tick. activated(): the row. The bar sets
/// hold the rows from below: the last one first.
class ProvinceChart final : public ChartView
{
    Q_OBJECT
public:
    explicit ProvinceChart(QWidget *parent = nullptr);
    void setContent(const QList<ProvinceRow> &rows);
    const QList<ProvinceRow> &content() const { return m_rows; }

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    void placeRow(qsizetype row, const QRectF &area);
    QStringList shortNames() const;
    QList<ProvinceRow> m_rows;
    QHorizontalStackedBarSeries *m_series;
    std::array<QBarSet *, 3> m_tiers;
    QBarCategoryAxis *m_names;
    QValueAxis *m_values;
    AxisScale m_scale;
};

} // namespace markaz::ui

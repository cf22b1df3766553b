// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/chartview.h"

QT_BEGIN_NAMESPACE
class QHorizontalStackedBarSeries;
QT_END_NAMESPACE

namespace markaz::ui {

struct DemandBar
{
    int cityId = 0;
    QString name;
    int perThousand = 0; ///< hundredths of a seat for each 1,000 registered freelancers
};

struct DemandContent
{
    QList<DemandBar> bars; ///< from above
    int line = 0;          ///< that of all of them together, likewise; 0: there is none
    QString lineName;      ///< "country"
};

/// Seats for each 1,000 registered freelancers by city, with the line of the country. activated(): the row. The bar set
/// holds them from below: the last row first.
class DemandChart final : public ChartView
{
    Q_OBJECT
public:
    explicit DemandChart(QWidget *parent = nullptr);
    void setContent(const DemandContent &content);
    const DemandContent &content() const { return m_content; }

protected:
    void fill() override;
    QMarginsF room() const override;
    void place() override;

private:
    QStringList names() const;
    DemandContent m_content;
    QHorizontalStackedBarSeries *m_series;
    QBarSet *m_bars;
    QBarCategoryAxis *m_names;
    QValueAxis *m_values;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/schedule.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The instalments of a loan, month by month, with who pays what of each. Amounts in rupees, rounded; the sum below the
/// table is that of the paisa.
class ScheduleModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Month, Due, Principal, Markup, Subsidy, OwnerPays, Balance, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setSchedule(const LoanSchedule &schedule);
    const LoanSchedule &schedule() const { return m_schedule; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    LoanSchedule m_schedule;
};

} // namespace markaz::ui

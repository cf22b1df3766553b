// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/schedulemodel.h"

#include "ui/text/format.h"

namespace markaz::ui {

void ScheduleModel::setSchedule(const LoanSchedule &schedule)
{
    beginResetModel();
    m_schedule = schedule;
    endResetModel();
}

int ScheduleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_schedule.rows.size());
}

int ScheduleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ScheduleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_schedule.rows.size() || role != Qt::DisplayRole)
        return {};
    const ScheduledInstalment &row = m_schedule.rows.at(index.row());
    switch (index.column()) {
    case Month:
        return format::number(row.instalment.month);
    case Due:
        return row.due.isValid() ? format::date(row.due) : QStringLiteral("–");
    case Principal:
        return format::rupees(row.instalment.principal.value);
    case Markup:
        return format::rupees(row.instalment.interest.value);
    case Subsidy:
        return format::rupees(row.interest.subsidy().value);
    case OwnerPays:
        return format::rupees(row.ownerPays().value);
    case Balance:
        return format::rupees(row.instalment.balance.value);
    default:
        return {};
    }
}

QVariant ScheduleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Month:
        return tr("Month");
    case Due:
        return tr("Due");
    case Principal:
        return tr("Principal");
    case Markup:
        return tr("Mark-up");
    case Subsidy:
        return tr("Subsidy");
    case OwnerPays:
        return tr("Owner pays");
    case Balance:
        return tr("Still owed");
    default:
        return {};
    }
}

} // namespace markaz::ui

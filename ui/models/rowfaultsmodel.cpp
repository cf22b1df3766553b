// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowfaultsmodel.h"

#include "ui/text/format.h"
#include "ui/text/importwords.h"

namespace markaz::ui {

int RowFaultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_faults.size());
}

int RowFaultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RowFaultsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_faults.size())
        return {};
    const RowFault &fault = m_faults.at(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && index.column() == Why)
        return format::plainToolTip(importwords::reason(fault));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Row:
        return QString::number(fault.line); // as an editor counts lines
    case Field:
        return fault.field.isEmpty() ? QString() : importwords::field(fault.field);
    case Why:
        return importwords::reason(fault);
    default:
        return {};
    }
}

QVariant RowFaultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Row:
        return tr("Line");
    case Field:
        return tr("Column");
    case Why:
        return tr("Reason");
    default:
        return {};
    }
}

void RowFaultsModel::setFaults(const QList<RowFault> &faults)
{
    beginResetModel();
    m_faults = faults;
    endResetModel();
}

} // namespace markaz::ui

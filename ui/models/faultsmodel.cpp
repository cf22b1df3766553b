// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/faultsmodel.h"

#include "ui/text/format.h"
#include "ui/text/standardwords.h"

#include <algorithm>

namespace markaz::ui {

int FaultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_faults.size());
}

int FaultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FaultsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_faults.size())
        return {};
    const StandardFault &fault = m_faults.at(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && index.column() == Why)
        return format::plainToolTip(standardwords::reason(fault.reason));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Sheet:
        return fault.sheet;
    case Row:
        return fault.row > 0 ? QString::number(fault.row) : QString(); // as the spreadsheet program writes it
    case Place:
        return format::code(fault.place);
    case Why:
        return standardwords::reason(fault.reason);
    default:
        return {};
    }
}

QVariant FaultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Sheet:
        return tr("Sheet");
    case Row:
        return tr("Row");
    case Place:
        return inJson() ? tr("Place") : tr("Column");
    case Why:
        return tr("Reason");
    default:
        return {};
    }
}

bool FaultsModel::inJson() const
{
    return std::all_of(m_faults.cbegin(), m_faults.cend(),
                       [](const StandardFault &fault) { return fault.sheet.isEmpty() && fault.row == 0; });
}

void FaultsModel::setFaults(const QList<StandardFault> &faults)
{
    beginResetModel();
    m_faults = faults;
    endResetModel();
}

} // namespace markaz::ui

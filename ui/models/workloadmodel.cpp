// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/workloadmodel.h"

#include "ui/text/format.h"
#include "ui/widgets/theme.h"

#include <QBrush>

namespace markaz::ui {

WorkloadModel::WorkloadModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int WorkloadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_loads.size());
}

int WorkloadModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString WorkloadModel::nameOf(const InspectorLoad &load)
{
    if (load.name.isEmpty())
        return tr("Not known on this laptop");
    return load.active ? load.name : tr("%1 (account not in use)").arg(format::words(load.name));
}

QVariant WorkloadModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_loads.size())
        return {};
    const InspectorLoad &load = m_loads.at(index.row());
    switch (role) {
    case IdRole:
        return load.id;
    case Qt::AccessibleTextRole:
        return index.column() == Name ? tr("%1: %2 open, %3 overdue, %4 due within a week")
                                            .arg(nameOf(load), format::number(load.open), format::number(load.overdue),
                                                 format::number(load.soon))
                                      : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return index.column() == Name ? format::plainToolTip(nameOf(load)) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == Overdue && load.overdue > 0 ? QVariant(QBrush(currentTheme().status(Status::Bad).text))
                                                             : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Name:
        return nameOf(load);
    case Open:
        return format::number(load.open);
    case Overdue:
        return format::number(load.overdue);
    case Soon:
        return format::number(load.soon);
    default:
        return {};
    }
}

QVariant WorkloadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Name:
        return tr("Inspector");
    case Open:
        return tr("Open");
    case Overdue:
        return tr("Overdue");
    case Soon:
        return role == Qt::ToolTipRole ? tr("Due today or in the seven days after") : tr("This week");
    default:
        return {};
    }
}

void WorkloadModel::setLoads(const QList<InspectorLoad> &loads)
{
    beginResetModel();
    m_loads = loads;
    endResetModel();
}

int WorkloadModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_loads.size(); ++row) {
        if (m_loads.at(row).id == id)
            return row;
    }
    return -1;
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/demandimportsmodel.h"

#include "ui/text/format.h"
#include "ui/widgets/status.h"

namespace markaz::ui {

int DemandImportsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DemandImportsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DemandImportsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const DemandRow &row = m_rows.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Freelancers)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && index.column() == Source)
        return format::plainToolTip(row.source);
    const ChipContent chip = row.owed ? ChipContent{Status::Info, QStringLiteral("clock"), tr("Not sent yet")}
                             : index.row() == 0
                                 ? ChipContent{Status::Ok, QStringLiteral("check-disc"), tr("Counts")}
                                 : ChipContent{Status::Neutral, QStringLiteral("dashed-ring"), tr("Replaced")};
    if (role == ChipRole && index.column() == State)
        return QVariant::fromValue(chip);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case AsOf:
        return format::date(row.asOf);
    case Source:
        return row.source;
    case Freelancers:
        return format::number(row.total);
    case Imported:
        return format::dateTime(row.madeAt);
    case Author:
        return row.author.isEmpty() ? QStringLiteral("–") : row.author;
    case State:
        return chip.word;
    default:
        return {};
    }
}

QVariant DemandImportsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Freelancers)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case AsOf:
        return tr("As of");
    case Source:
        return tr("Source");
    case Freelancers:
        return tr("Freelancers");
    case Imported:
        return tr("Imported");
    case Author:
        return tr("By");
    case State:
        return tr("State");
    default:
        return {};
    }
}

void DemandImportsModel::setRows(const QList<DemandRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

} // namespace markaz::ui

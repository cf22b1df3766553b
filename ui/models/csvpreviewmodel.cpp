// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/csvpreviewmodel.h"

#include "ui/text/format.h"

namespace markaz::ui {

int CsvPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CsvPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QVariant CsvPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const QString cell = m_rows.at(index.row()).value(index.column());
    if (role == Qt::DisplayRole)
        return format::words(cell.simplified());
    return role == Qt::ToolTipRole ? QVariant(format::plainToolTip(cell)) : QVariant();
}

QVariant CsvPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return format::words(m_names.value(section).simplified());
}

void CsvPreviewModel::setRows(const QStringList &names, const QList<QStringList> &rows)
{
    beginResetModel();
    m_names = names;
    m_rows = rows;
    endResetModel();
}

} // namespace markaz::ui

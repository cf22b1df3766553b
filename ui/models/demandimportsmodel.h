// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/nextcentres.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// What was imported, the one that counts first.
class DemandImportsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { AsOf, Source, Freelancers, Imported, Author, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void setRows(const QList<DemandRow> &rows);

private:
    QList<DemandRow> m_rows;
};

} // namespace markaz::ui

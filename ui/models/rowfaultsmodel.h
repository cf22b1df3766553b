// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/importrow.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The rows of a file that are not taken as they are, and why.
class RowFaultsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Row, Field, Why, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void setFaults(const QList<RowFault> &faults);

private:
    QList<RowFault> m_faults;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/xlsx/formfaults.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// What is wrong with a standard's file, or was left out of it: where, and why.
class FaultsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Sheet, Row, Place, Why, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool inJson() const; ///< a JSON file has paths where a workbook has sheets, rows and columns
    void setFaults(const QList<StandardFault> &faults);

private:
    QList<StandardFault> m_faults;
};

} // namespace markaz::ui

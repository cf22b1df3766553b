// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/scenario.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The loans of a scenario, one entry a row.
class ScenarioLoansModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Count, Principal, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setLoans(const QList<ScenarioLoan> &loans);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ScenarioLoan> m_loans;
};

} // namespace markaz::ui

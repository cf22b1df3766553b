// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/policybody.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// A figure of the policy, or one that two versions do not have alike.
struct PolicyRow
{
    QString label;
    QString before; ///< of a comparison
    QString value;
    QString source;
    friend bool operator==(const PolicyRow &, const PolicyRow &) = default;
};

/// Every figure of \p body with its source; what it leaves open is said, too.
QList<PolicyRow> policyRows(const PolicyBody &body, const Gazetteer &gazetteer);
/// What differs.
QList<PolicyRow> policyRows(const PolicyBody &before, const PolicyBody &after, const Gazetteer &gazetteer);

class PolicyRowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Figure, Before, Value, Source, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void setRows(const QList<PolicyRow> &rows);

private:
    QList<PolicyRow> m_rows;
};

} // namespace markaz::ui

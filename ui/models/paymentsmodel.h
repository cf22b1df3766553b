// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/loan.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The money of a loan that moved, the newest first.
class PaymentsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { On, What, Amount, Principal, By, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;
    /// \p names: of who recorded them, in the same order.
    void setPayments(const QList<LoanPayment> &payments, const QStringList &names);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<LoanPayment> m_payments;
    QStringList m_names;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/accounts.h"
#include "ui/widgets/status.h"

#include <QAbstractTableModel>

namespace markaz::ui {

ChipContent accountChip(const protocol::AccountEntry &entry);
ChipContent deviceChip(const protocol::DeviceEntry &entry);

/// The accounts that an administrator manages, as the server last told them; those that a search leaves.
class AccountsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Person, RoleColumn, Provinces, StateColumn, LastContact, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// How many provinces there are.
    void setProvinces(qsizetype count) { m_provinces = count; }
    void setAccounts(const QList<protocol::AccountEntry> &accounts);
    /// Puts \p account in the place of what is known of it, or adds it.
    void setAccount(const protocol::AccountEntry &account);
    /// Whoever has all of the words in name, shown name, role or provinces.
    void setSearch(const QString &words);
    const protocol::AccountEntry *account(const QString &id) const; ///< nullptr when there is none
    int rowOf(const QString &id) const;                             ///< -1 when it is not shown
    int all() const { return static_cast<int>(m_all.size()); }

private:
    void filter();

    QList<protocol::AccountEntry> m_all;
    QList<qsizetype> m_shown; ///< indexes of m_all
    QString m_search;
    qsizetype m_provinces = 0;
};

} // namespace markaz::ui

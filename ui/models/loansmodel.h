// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/loanrepository.h"
#include "ui/models/freshness.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The loans of the scope. A building has one at a time, so all rows are held.
class LoansModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Building, City, Owner, Bank, Amount, State, Since, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1 };

    explicit LoansModel(const Services &services, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// \p states: none asks for all.
    void setFilter(const QString &text, const QList<LoanState> &states);
    int rowOf(const QString &id) const;                          ///< -1 when it is not there
    int total() const { return static_cast<int>(m_all.size()); } ///< without the filter
    void reload();
    /// While the table is not on screen, changes only mark it stale; it reloads when it is shown again.
    void setActive(bool active) { m_freshness.setActive(active); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    bool matches(const LoanRow &row) const;
    void choose(); ///< of all of them, those that match
    void order();

    Services m_services;
    QString m_text;
    QList<int> m_cities; ///< ids of those that are called so in Urdu
    QList<LoanState> m_states;
    QList<LoanRow> m_all;  ///< as they were read last
    QList<LoanRow> m_rows; ///< those of them that match, in their order
    int m_sorted = Since;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    Freshness m_freshness{[this] { reload(); }};
};

} // namespace markaz::ui

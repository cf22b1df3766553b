// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/centre.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The months that a centre reported, the newest first.
class MonthsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        MonthName,
        Taken,
        Freelancers,
        DgSkills,
        OtherStaff,
        Rate,
        Trainings,
        Exports,
        Reported,
        ColumnCount
    };
    enum Role { IdRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// \p authors: who reported each of them, by name.
    void setMonths(const QList<OccupancyReport> &months, const QStringList &authors);
    const QList<OccupancyReport> &months() const { return m_months; }
    int rowOf(const QString &id) const; ///< -1 when it is not there

private:
    QList<OccupancyReport> m_months;
    QStringList m_authors;
};

} // namespace markaz::ui

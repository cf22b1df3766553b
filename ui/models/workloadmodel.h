// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/assignmentrepository.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// Inspectors by name, each with the visits that wait for him: all that are open, of these the overdue, and those due
/// within the week.
class WorkloadModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Open, Overdue, Soon, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1 };

    explicit WorkloadModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setLoads(const QList<InspectorLoad> &loads);
    const QList<InspectorLoad> &loads() const { return m_loads; }
    int rowOf(const QString &id) const; ///< -1 when it is not there
    /// The name, or words for one whose account is not here.
    static QString nameOf(const InspectorLoad &load);

private:
    QList<InspectorLoad> m_loads;
};

} // namespace markaz::ui

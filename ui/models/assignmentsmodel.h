// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/assignmentrepository.h"
#include "core/support/programmeday.h"
#include "ui/models/freshness.h"
#include "ui/models/rowblocks.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The assignments of the scope, the overdue first: the ids of the filtered list, and rows fetched by blocks as they
/// are painted. Beside the list it holds what a page shows of them all: the inspectors' workload.
class AssignmentsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Code, Building, Inspector, Kind, Due, State, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, OverdueRole };

    explicit AssignmentsModel(const Services &services, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setFilter(const AssignmentFilter &filter);
    const AssignmentFilter &filter() const { return m_filter; }
    QString idAt(int row) const { return m_ids.value(row); }
    int rowOf(const QString &id) const { return static_cast<int>(m_ids.indexOf(id)); }
    int total() const { return m_total; } ///< without the filter
    const QList<InspectorLoad> &loads() const { return m_loads; }
    /// How many open ones of the filter are due on each day, whatever day it names itself.
    Result<QMap<QDate, int>> dueByDay(const QDate &first, const QDate &last) const;
    QDate today() const { return programmeDay(m_services.workspace.clock.now()); }
    void reload();
    /// While the table is not on screen, changes only mark it stale; it reloads when it is shown again.
    void setActive(bool active) { m_freshness.setActive(active); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    const ListedAssignment *row(int index) const;

    Services m_services;
    AssignmentRepository m_repository;
    AssignmentFilter m_filter;
    QStringList m_ids;
    QList<InspectorLoad> m_loads;
    int m_total = 0;
    Freshness m_freshness{[this] { reload(); }};
    mutable RowBlocks<ListedAssignment> m_blocks;
};

} // namespace markaz::ui

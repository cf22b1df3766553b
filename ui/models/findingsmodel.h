// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/findingrepository.h"
#include "core/support/programmeday.h"
#include "ui/models/freshness.h"
#include "ui/models/rowblocks.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The findings table, the overdue first: the ids of the filtered list, and rows fetched by blocks as they are painted.
/// A finding whose state changes while the table is on screen stays where it stands; the order is made anew with the
/// filter, with findings that come or go, and when the table is shown again.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Code, Building, ItemName, Due, SeverityColumn, State, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, OverdueRole };

    explicit FindingsModel(const Services &services, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setFilter(const FindingFilter &filter);
    QString idAt(int row) const { return m_ids.value(row); }
    int rowOf(const QString &id) const { return static_cast<int>(m_ids.indexOf(id)); }
    int total() const { return m_total; } ///< without the filter
    void reload() { read(true); }
    /// While the table is not on screen, changes only mark it stale; it reloads when it is shown again.
    void setActive(bool active);

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    const FindingRow *row(int index) const;
    QString itemWords(const QString &code) const;
    void read(bool keepOrder);
    QDate today() const { return programmeDay(m_services.workspace.clock.now()); }

    Services m_services;
    FindingRepository m_repository;
    FindingFilter m_filter;
    QStringList m_ids;
    bool m_orderKept = false; ///< the list would stand in another order by now
    int m_total = 0;
    Freshness m_freshness{[this] { reload(); }};
    mutable RowBlocks<FindingRow> m_blocks;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/figurecolumns.h"
#include "ui/models/freshness.h"
#include "ui/models/rowblocks.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The rows behind a figure of the dashboard: the ids of its records, and rows fetched by blocks as they are painted.
class FigureRowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit FigureRowsModel(const Services &services, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setAsked(const FigureAsked &asked);
    const FigureAsked &asked() const { return m_asked; }
    const QStringList &ids() const { return m_ids; }
    const QList<figurecolumns::Column> &columns() const { return m_columns; }
    /// The row of \p index; nothing when it has gone meanwhile.
    std::optional<FigureRow> rowAt(int index) const;
    /// While the table is not on screen, changes only mark it stale; it reloads when it is shown again.
    void setActive(bool active) { m_freshness.setActive(active); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    const FigureRow *row(int index) const;
    void reload();

    Services m_services;
    FigureRows m_repository;
    FigureAsked m_asked;
    QList<figurecolumns::Column> m_columns;
    QStringList m_ids;
    Freshness m_freshness{[this] { reload(); }};
    mutable RowBlocks<FigureRow> m_blocks;
};

} // namespace markaz::ui

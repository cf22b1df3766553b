// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/changes.h"

#include <QAbstractTableModel>

#include <optional>

namespace markaz::ui {

/// Rows of the outbox: what waits, what was rejected, or what was settled.
class OutboxModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Made, Record, What, StateColumn, ReasonColumn, ColumnCount };
    enum class Show { Waiting, Rejected, History };

    OutboxModel(Workspace &workspace, Show show, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    const OutboxRow &at(int row) const { return m_rows.at(row); }
    void reload();

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    QString recordName(const OutboxRow &row) const;

    Workspace &m_workspace;
    Show m_show;
    QList<OutboxRow> m_rows;
};

} // namespace markaz::ui

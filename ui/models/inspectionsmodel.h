// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/inspectionrepository.h"
#include "core/workflow/changes.h"
#include "ui/models/freshness.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// Inspections of some states (and one inspector, if asked), newest first: the Inspections page and the review queue.
class InspectionsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Building, CityName, Kind, StateColumn, ScoreColumn, Inspector, Date, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, StateRole, CodeRole, NameRole };

    InspectionsModel(Workspace &workspace, QStringList states, QString inspectorId, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setStates(const QStringList &states);
    void setOldestFirst(bool oldestFirst);
    const InspectionRow &at(int row) const { return m_rows.at(row); }
    int rowOf(const QString &id) const;
    void reload();
    void setActive(bool active) { m_freshness.setActive(active); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    InspectionRepository m_repository;
    QStringList m_states;
    QString m_inspectorId;
    bool m_oldestFirst = false;
    Freshness m_freshness{[this] { reload(); }};
    QList<InspectionRow> m_rows;
};

} // namespace markaz::ui

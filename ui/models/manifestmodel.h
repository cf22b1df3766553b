// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/evidence.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// Every file of a visit: where it belongs in the standard's order, what it is called, its kind, its size, the
/// beginning of its hash, and whether it is on the server. Files of the visit as a whole stand last.
class ManifestModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        SectionColumn,
        ItemColumn,
        NameColumn,
        KindColumn,
        SizeColumn,
        HashColumn,
        ServerColumn,
        ColumnCount
    };

    explicit ManifestModel(const Services &services, QObject *parent = nullptr);

    /// Reads it anew.
    Result<void> show(const QString &inspectionId);
    const EvidenceRow &fileAt(int row) const { return m_rows.at(row).file; }
    QString sectionAt(int row) const { return m_rows.at(row).section; } ///< "C  Doors"; of the visit: what it says

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        EvidenceRow file;
        QString section;
        QString name;
    };

    Services m_services;
    QList<Row> m_rows;
};

} // namespace markaz::ui

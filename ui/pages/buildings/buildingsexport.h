// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/tablefile.h"
#include "core/storage/buildingplaces.h"
#include "ui/models/buildingsmodel.h"

#include <QObject>

namespace markaz::ui {

/// Writes the buildings that a table shows into a file, some hundreds between two events, so that the page goes on
/// and the memory does not grow. One at a time. What is gone meanwhile is left out.
class BuildingsExport final : public QObject
{
    Q_OBJECT
public:
    BuildingsExport(Workspace &workspace, markaz::Role role, QObject *parent = nullptr);
    /// The rows \p keys in their order, with these columns of BuildingsModel.
    void start(TableFormat format, const QString &path, const QList<qint64> &keys, const QList<int> &columns);
    /// What stood at the path before stays.
    void cancel();
    bool isRunning() const { return m_file != nullptr; }
    const QString &path() const { return m_path; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void written(qint64 rows);
    void failed(const markaz::Error &error);

private:
    void step();
    Result<void> writeSome();
    TableCell cellOf(const BuildingRow &row, int column) const;

    BuildingRepository m_repository;
    BuildingPlaces m_places;
    markaz::Role m_role;
    TableFormat m_format = TableFormat::Csv;
    QString m_path;
    QList<qint64> m_keys;
    QList<int> m_columns;
    QSet<QString> m_registeredHere;
    std::unique_ptr<TableFile> m_file;
    qsizetype m_next = 0;
    qint64 m_rows = 0;
};

} // namespace markaz::ui

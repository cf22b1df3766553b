// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/buildings.h"
#include "core/workflow/importrow.h"

#include <atomic>

namespace markaz {

/// A CSV file, how it is written and what its columns mean (importFields(); empty: left out).
struct BuildingFile
{
    QString path;
    CsvForm form;
    QStringList fields;
};

/// What a file holds; equal when the file and what was found in it are.
struct ImportCount
{
    qint64 rows = 0; ///< without the one of the names
    qint64 good = 0;
    qint64 alike = 0; ///< good but for a building that they may be once more
    qint64 refused = 0;
    QByteArray digest; ///< of the file
    friend bool operator==(const ImportCount &, const ImportCount &) = default;
};

/// How far an import is, and the wish that it stop: for two threads.
struct ImportProgress
{
    std::atomic<qint64> done = 0; ///< bytes
    std::atomic<qint64> total = 0;
    std::atomic<bool> cancelled = false;
};

/// Registers the buildings of a file as RegisterBuilding does one by one, all in one transaction or none. Rows of one
/// owner (name, kind and number alike) share its record. In constant memory but for what tells alike rows. Tells no
/// notifier: the caller does, because it works in a thread and a workspace of its own (core/workflow/ownworkspace.h).
class ImportBuildings
{
public:
    /// Called for every row that is not good; an error ends it all.
    using Told = std::function<Result<void>(const RowFault &fault, const CsvRow &row)>;

    ImportBuildings(Workspace &workspace, const Gazetteer &gazetteer, ImportProgress &progress)
        : m_workspace(workspace)
        , m_gazetteer(gazetteer)
        , m_progress(progress)
    {
    }

    /// Writes nothing. NotAllowed for a role that registers no buildings; Incomplete or InvalidValue with `where` = a
    /// field for columns that will not do (checkImportFields()); Malformed or TooLarge with `where` = the line;
    /// StorageFailed with `where` = the path; WrongState with `where` "cancelled".
    Result<ImportCount> check(const Actor &actor, const BuildingFile &file, const Told &told);
    /// Registers the good rows, and with \p alsoAlike those that look like another building. Nothing is written unless
    /// the file and the records are still as \p checked says: WrongState with `where` "file". What was registered.
    Result<qint64> run(const Actor &actor, const BuildingFile &file, const ImportCount &checked, bool alsoAlike);

private:
    struct Pass;
    Result<ImportCount> go(const Actor &actor, const BuildingFile &file, Pass &pass);
    Result<void> take(const Actor &actor, const CsvRow &row, const ImportRowReader &rows, ImportCount &count,
                      Pass &pass);
    Result<std::optional<RowFault>> faultOf(const Actor &actor, const ImportRow &row, Pass &pass);
    Result<void> write(const Actor &actor, const ImportRow &row, Pass &pass);
    Result<Record> couldBe(Entity entity, const QJsonObject &fields);
    Result<Record> create(const Actor &actor, Entity entity, const QJsonObject &fields);

    Workspace &m_workspace;
    const Gazetteer &m_gazetteer;
    ImportProgress &m_progress;
};

} // namespace markaz

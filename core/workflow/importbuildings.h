// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/buildings.h"
#include "core/workflow/fileimport.h"

namespace markaz {

using BuildingFile = ImportFile; ///< its fields: importFields()

/// Registers the buildings of a file as RegisterBuilding does one by one, all in one transaction or none. Rows of one
/// owner (name, kind and number alike) share its record. In constant memory but for what tells alike rows.
class ImportBuildings final : public FileImport
{
public:
    ImportBuildings(Workspace &workspace, const Gazetteer &gazetteer, ImportProgress &progress)
        : m_workspace(workspace)
        , m_gazetteer(gazetteer)
        , m_progress(progress)
    {
    }

    Result<ImportCount> check(const Actor &actor, const ImportFile &file, const Told &told) override;
    Result<qint64> run(const Actor &actor, const ImportFile &file, const ImportCount &checked, bool alsoAlike) override;

private:
    struct Pass;
    Result<ImportCount> go(const Actor &actor, const BuildingFile &file, Pass &pass);
    Result<void> take(const Actor &actor, const CsvRow &row, const ImportRowReader &rows, ImportCount &count,
                      Pass &pass);
    Result<std::optional<RowFault>> faultOf(const Actor &actor, const ImportRow &row, Pass &pass);
    Result<void> write(const Actor &actor, const ImportRow &row, Pass &pass);

    Workspace &m_workspace;
    const Gazetteer &m_gazetteer;
    ImportProgress &m_progress;
};

} // namespace markaz

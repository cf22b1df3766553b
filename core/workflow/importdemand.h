// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/citylookup.h"
#include "core/workflow/columnnames.h"
#include "core/workflow/fileimport.h"

namespace markaz {

/// What a column of a file of registered freelancers may hold: "city" (its GeoNames number or its name),
/// "registered_freelancers", and "province", which tells apart cities of one name. The first two are needed.
const ColumnNames &demandColumns();

/// One row of such a file, understood.
struct DemandEntry
{
    const City *city = nullptr;
    int freelancers = 0;
};

/// Reads rows whose columns mean \p fields. Numbers may have separators of thousands and Urdu digits.
class DemandRowReader
{
public:
    DemandRowReader(QStringList fields, const Gazetteer &gazetteer)
        : m_fields(std::move(fields))
        , m_cities(gazetteer)
    {
    }
    std::variant<DemandEntry, RowFault> read(const CsvRow &row) const;

private:
    QStringList m_fields;
    CityLookup m_cities;
};

/// Makes one list of the registered freelancers by city of all good rows of a file; it counts in the place of the one
/// before. Administrators alone. ImportFile::about has "as_of", the day (ISO) that the figures are of, not after today,
/// and "source", in words who counted.
class ImportDemand final : public FileImport
{
public:
    ImportDemand(Workspace &workspace, const Gazetteer &gazetteer, ImportProgress &progress)
        : m_workspace(workspace)
        , m_gazetteer(gazetteer)
        , m_progress(progress)
    {
    }

    /// ImportCount::total: the freelancers of the good rows. `about` is not looked at.
    Result<ImportCount> check(const Actor &actor, const ImportFile &file, const Told &told) override;
    /// How many cities the list has. Incomplete or InvalidValue with `where` "as_of" or "source" for what `about`
    /// lacks.
    Result<qint64> run(const Actor &actor, const ImportFile &file, const ImportCount &checked, bool alsoAlike) override;

private:
    struct Counted;
    Result<Counted> go(const Actor &actor, const ImportFile &file, const Told *told);

    Workspace &m_workspace;
    const Gazetteer &m_gazetteer;
    ImportProgress &m_progress;
};

} // namespace markaz

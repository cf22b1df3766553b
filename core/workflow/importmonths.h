// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/columnnames.h"
#include "core/workflow/fileimport.h"
#include "core/workflow/occupancy.h"

namespace markaz {

/// What a column of a file of months may hold: "centre" (its building's code or its name), "month", "seats_taken",
/// "freelancers" ..., "seat_rate" (rupees), "export_usd" (dollars). The first six are needed; seats and rate that are
/// not given are the centre's, trainings and events nought.
const ColumnNames &monthColumns();

/// One row of such a file, understood. Not checked as a month yet.
struct MonthRow
{
    int line = 0;
    QString centre; ///< as it stands there
    QString month;  ///< "2026-10"
    int seatsTaken = 0;
    int freelancers = 0;
    int dgSkills = 0;
    int otherStaff = 0;
    int trainings = 0;
    int events = 0;
    std::optional<int> seats;
    std::optional<qint64> seatRatePaisa;
    std::optional<qint64> exportUsdCents;
};

/// Reads rows whose columns mean \p fields. A month is "2026-10", "2026/10", "10/2026", "Oct 2026", "Oct-26", "October
/// 2026" or "اکتوبر 2026", or its first day as spreadsheets keep it; numbers and amounts may have separators of
/// thousands and Urdu digits.
class MonthRowReader
{
public:
    explicit MonthRowReader(QStringList fields)
        : m_fields(std::move(fields))
    {
    }
    std::variant<MonthRow, RowFault> read(const CsvRow &row) const;

private:
    QStringList m_fields;
};

/// The month that a person means; InvalidValue when it is none.
Result<Month> monthIn(const QString &text);

/// Records the months of a file as RecordOccupancy does one by one, all in one transaction or none.
class ImportMonths final : public FileImport
{
public:
    ImportMonths(Workspace &workspace, ImportProgress &progress)
        : m_workspace(workspace)
        , m_progress(progress)
    {
    }

    Result<ImportCount> check(const Actor &actor, const ImportFile &file, const Told &told) override;
    Result<qint64> run(const Actor &actor, const ImportFile &file, const ImportCount &checked, bool alsoAlike) override;

private:
    struct Pass;
    Result<ImportCount> go(const Actor &actor, const ImportFile &file, Pass &pass);
    Result<std::optional<QString>> idOf(const QString &typed, Pass &pass) const;
    Result<std::optional<RowFault>> faultOf(const Actor &actor, const MonthRow &row, Pass &pass);

    Workspace &m_workspace;
    ImportProgress &m_progress;
};

} // namespace markaz

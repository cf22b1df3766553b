// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/position.h"
#include "core/storage/dashboardrepository.h"

#include <optional>

namespace markaz {

/// A figure of the dashboard, asked for the rows that it counts.
struct FigureAsked
{
    enum class Figure {
        Reached,  ///< buildings that reached `step` of the funnel
        InForce,  ///< certificates in force at the end of the filter's last day, or of today
        Ending,   ///< of these those whose last day lies in `month`
        Scored,   ///< scored visits whose score lies in the bin from `fromBp` on
        Failed,   ///< scored visits in which `item` failed
        Reported, ///< what centres reported of `month`
        Loans,    ///< as they stand now, of `states`
    };
    Figure figure = Figure::Reached;
    DashboardFilter filter;
    int step = 0;
    int fromBp = 0;
    QDate month;
    QString item;
    QStringList states = {}; ///< tokens; empty = all

    /// The kind of record that the rows are.
    Entity entity() const;
};

/// One row behind a figure. What its kind of record does not have is empty.
struct FigureRow
{
    QString id;         ///< of the record: building, inspection, certificate, occupancy report, loan
    QString buildingId; ///< the one that it counts for
    QString buildingCode;
    QString buildingName;
    int cityId = 0;
    QString city;     ///< in Latin letters
    QString province; ///< ISO 3166-2
    int tier = 3;
    std::optional<Position> position;

    int areaSqft = 0; ///< of a building

    QString kind; ///< of a visit: token
    QDate day;    ///< on which a visit was taken, a certificate issued, a loan moved last
    int scoreBp = 0;
    QString verdict; ///< token
    QString state;   ///< token of the visit's or the certificate's
    QString answer;  ///< to the item asked for, as JSON; empty: nobody answers it

    QString number; ///< of the certificate
    QString grade;  ///< token
    int seats = 0;  ///< of a certificate or a report
    QDate until;    ///< the last valid day

    QString centreId; ///< of a report
    QString centreName;
    QString month; ///< "2026-10"
    int taken = 0;
    int freelancers = 0;
    int otherStaff = 0;
    qint64 ratePaisa = 0; ///< charged for a seat

    QString bank; ///< of a loan; `day` is the one since which it is in its `state`
    qint64 principalPaisa = 0;
    int markupBp = 0; ///< a year, the whole of it
    int tenorMonths = 0;
};

/// The rows behind a figure of the dashboard, by the same SQL as the figure (dashboardsql.h): ids first, rows by need.
class FigureRows
{
public:
    /// As DashboardRepository has it.
    explicit FigureRows(Database &database, const Clock *clock = nullptr)
        : m_database(database)
        , m_clock(clock)
    {
    }
    /// Ids of the records, by the building's code, a building's newest record first; as many as the figure says.
    Result<QStringList> ids(const FigureAsked &asked) const;
    /// Those of \p ids, in their order; one that is gone meanwhile is left out.
    Result<QList<FigureRow>> rows(const FigureAsked &asked, const QStringList &ids) const;

private:
    Database &m_database;
    const Clock *m_clock;
};

} // namespace markaz

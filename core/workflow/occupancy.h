// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/centrerepository.h"
#include "core/workflow/changes.h"

#include <QSet>

namespace markaz {

/// What an officer enters of a month of a centre. Counts are never negative; the record says how they hang together.
struct MonthEntry
{
    QString month; ///< "2026-10"; that of a reported month stays
    int seats = 0;
    int seatsTaken = 0;
    int freelancers = 0;
    int dgSkills = 0;
    int otherStaff = 0;
    qint64 seatRatePaisa = 0;
    int trainings = 0;
    int events = 0;
    std::optional<qint64> exportUsdCents = std::nullopt; ///< voluntary
    friend bool operator==(const MonthEntry &, const MonthEntry &) = default;
};

MonthEntry entryOf(const OccupancyReport &report);

/// What all months of one centre are judged by, read once.
struct CentreTerms
{
    Centre centre;
    Result<void> right; ///< as RecordOccupancy::allowed()
    QList<MonthCarrier> carriers;
    QSet<QString> reported; ///< "2026-10"

    /// The seats that were certified in the month. InvalidValue with `where` = "month.opening" (the centre was not open
    /// yet), "month.closing" (it was closed), "month.certificate" (none was in force then), or "month.doubted" (the one
    /// of that time was suspended or revoked).
    Result<int> certifiedIn(const Month &month) const;
    /// The same by the certificates alone.
    Result<int> carriedIn(const Month &month) const;
    /// The seats that the centre had in the month as far as is known: today's, but no more than were certified then.
    int seatsIn(const Month &month) const;
};

/// Records what centres report month by month: an officer of the province, for months in which a certificate was in
/// force, as it was in force then; what has lapsed since or was renewed for other seats changes nothing of a month that
/// is past. The server asks all of this again.
class RecordOccupancy
{
public:
    explicit RecordOccupancy(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// Whether months of the centre may be recorded, corrected and taken back: NotAllowed, or WrongState with `where` =
    /// "centre.certificate" when no certificate carries any.
    Result<void> allowed(const Actor &actor, const Centre &centre) const;
    /// What months of \p centre are judged by, as it stands.
    Result<CentreTerms> terms(const Actor &actor, const Centre &centre) const;
    /// The months that may be reported and were not yet, the newest first; the running one is among them. Of the last
    /// three years.
    QStringList open(const CentreTerms &terms) const;
    /// The newest of those that ended, with CentreTerms::seatsIn() and the rate of the centre; what else stands in it
    /// is nought. The running one when all before it were reported; no month when that was, too.
    MonthEntry proposal(const CentreTerms &terms) const;
    /// As allowed() and CentreTerms::certifiedIn(); InvalidValue with `where` = a field, "month.future", or
    /// "centre.seats" for more than were certified then; Exists with "month.reported".
    Result<OccupancyReport> run(const Actor &actor, const QString &centreId, const MonthEntry &entry);
    /// The same without writing.
    Result<void> check(const Actor &actor, const CentreTerms &terms, const MonthEntry &entry) const;
    /// \p seen: what the officer was shown; what he left as it was is not written.
    Result<OccupancyReport> edit(const Actor &actor, const QString &id, const MonthEntry &entry,
                                 const std::optional<MonthEntry> &seen = {});
    /// Takes it back: as allowed() and CentreTerms::carriedIn(), whenever the centre was open.
    Result<void> remove(const Actor &actor, const QString &id);

    /// The record that run() makes of the entry.
    QJsonObject fieldsOf(const Actor &actor, const Centre &centre, const MonthEntry &entry) const;

private:
    Result<Centre> centreOf(const OccupancyReport &report) const;
    Workspace &m_workspace;
};

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/buildingrepository.h"
#include "core/storage/loangroup.h"

#include <array>

namespace markaz {

struct DashboardFilter
{
    QStringList provinces; ///< empty = all
    QList<int> tiers;      ///< empty = all
    /// First day of the period: Pakistan's, by the moment at which the server took a visit (a laptop's own, until it
    /// has) and issued a certificate.
    QDate from;
    QDate to;               ///< last day, inclusive; an invalid day leaves that end open
    QList<int> cities = {}; ///< GeoNames ids; empty = all
    /// Only what the server had taken by the end of `to`, which is then needed: what came later, is decided later or
    /// waits on this laptop changes nothing. So a month's report reads the same whenever it is made.
    bool settled = false;
};

struct MonthCount
{
    QDate month; ///< first day
    int full = 0;
    int provisional = 0;
};

struct ProvinceCount
{
    QString province;
    std::array<int, 3> byTier{}; ///< certified, [tier - 1]
};

struct ScoreBin
{
    int fromBp = 0; ///< inclusive; bins are 500 bp wide, the last one holds 10,000 too
    int eligible = 0;
    int provisional = 0;
    int refused = 0;
};

struct FailingItem
{
    QString code;
    int failed = 0;
    int inspections = 0; ///< that answered it; of a calculated item, which nobody answers, all that were scored
};

struct CityCount
{
    int cityId = 0;
    int certified = 0;
};

/// What centres reported of one month, together.
struct Occupancy
{
    QDate month;     ///< first day; invalid: nothing was reported
    int centres = 0; ///< that reported
    int mixed = 0;   ///< of them: with other staff beside the freelancers, so e-employment centres
    qint64 seats = 0;
    qint64 taken = 0;
    qint64 freelancers = 0;
    qint64 otherStaff = 0;
    qint64 ratePaisa = 0; ///< charged for a seat taken, on average, rounded half up; 0: no seat was taken
};

/// Everything the dashboard shows.
struct DashboardFigures
{
    int buildings = 0;
    /// Buildings that reached: identified, assigned (ever), inspected (a visit that took place was submitted in the
    /// period), reviewed (and accepted or rejected), certified (a certificate was issued in the period). Whoever
    /// reached a later step counts in those before it.
    std::array<int, 5> funnel{};
    int certified = 0;   ///< buildings with a certificate in force at the end of `to`, or of today when that is open
    int provisional = 0; ///< of them
    int waitingForReview = 0;                 ///< now, whatever the period
    qint64 seats = 0;                         ///< of the certificates in force
    qint64 fireSafe = 0;                      ///< people that fire codes allow in their buildings
    QList<MonthCount> certifiedByMonth;       ///< certificates issued in the period; no month left out between two
    QList<ProvinceCount> certifiedByProvince; ///< in force, by the city's tier; every province of the filter, by code
    QList<ScoreBin> scores;                   ///< 20 bins of scored inspections submitted in the period, not returned
    QList<FailingItem> failingMost;           ///< of the same inspections; at most ten, then by code
    QList<CityCount> byCity;                  ///< in force; cities that have any, by id
    QList<MonthCount> ending; ///< in force, by the month of their last day: kEndingMonths, from that of the day on
    Occupancy occupancy;      ///< of the newest month in the period that a centre reported on
    QList<LoanGroup> loans;   ///< as they stand now, whatever the period; none where the filter is `settled`
};

inline constexpr int kEndingMonths = 12;

class DashboardRepository
{
public:
    /// \p clock says what today is; nullptr: the system's. It must outlive this.
    explicit DashboardRepository(Database &database, const Clock *clock = nullptr)
        : m_database(database)
        , m_clock(clock)
    {
    }
    /// From the cells that are kept with every change (figurecells.h); where the filter is `settled`, which they know
    /// nothing of, from the records.
    Result<DashboardFigures> figures(const DashboardFilter &filter) const;
    /// The same from the cache's real rows in a few grouped queries, every answer sheet of the period among them.
    Result<DashboardFigures> figuresFromRecords(const DashboardFilter &filter) const;
    /// Of figures() this alone. The filter's `settled` is not looked at.
    Result<QList<FailingItem>> failingMost(const DashboardFilter &filter) const;
    /// Buildings with a certificate in force at the end of each of \p days (UTC), counted as figures() counts
    /// `certified`; in the order of \p days, `month` = the day. The filter's own period is not looked at.
    Result<QList<MonthCount>> inForceAt(const DashboardFilter &filter, const QList<QDate> &days) const;

private:
    Result<DashboardFigures> figuresFromCells(const DashboardFilter &filter) const;
    QDate today() const;

    Database &m_database;
    const Clock *m_clock;
};

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/buildingrepository.h"

#include <array>

namespace markaz {

struct DashboardFilter
{
    QStringList provinces; ///< empty = all
    QList<int> tiers;      ///< empty = all
    QDate from;            ///< first day of the period, by submission of inspections and issue of certificates
    QDate to;              ///< last day, inclusive
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
    int fromBp = 0; ///< inclusive; bins are 500 bp wide
    int eligible = 0;
    int provisional = 0;
    int refused = 0;
};

struct FailingItem
{
    QString code;
    int failed = 0;
    int inspections = 0; ///< that answered it
};

struct CityCount
{
    int cityId = 0;
    int certified = 0;
};

/// Everything the dashboard shows, read from the cache's real rows in a few grouped queries.
struct DashboardFigures
{
    int buildings = 0;
    std::array<int, 5> funnel{}; ///< buildings that reached: identified, assigned, inspected, reviewed, certified
    int certified = 0;           ///< in force at `to`
    int provisional = 0;         ///< of them
    int waitingForReview = 0;
    qint64 seats = 0;
    QList<MonthCount> certifiedByMonth;
    QList<ProvinceCount> certifiedByProvince;
    QList<ScoreBin> scores;
    QList<FailingItem> failingMost; ///< at most ten
    QList<CityCount> byCity;
};

class DashboardRepository
{
public:
    explicit DashboardRepository(Database &database) : m_database(database) {}
    Result<DashboardFigures> figures(const DashboardFilter &filter) const;

private:
    Database &m_database;
};

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/mapclusters.h"
#include "core/domain/records.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

#include <QSet>

#include <optional>

namespace markaz {

/// Where a building stands, derived from its records, never stored: see `building_row` in 0001_cache.sql.
enum class Stage { Identified, Assigned, Inspected, UnderReview, Certified, Provisional, Refused, Lapsed };
QString token(Stage stage);
Result<Stage> parseStage(const QString &text);

/// Buildings that were merged into another one are left out, but for one whose whole code is asked for.
struct BuildingFilter
{
    QString text;          ///< part of code, name, address or the owner's name; empty = all
    QStringList provinces; ///< ISO codes; empty = all
    QList<int> tiers;
    QList<int> cities;
    QList<Stage> stages;
    std::optional<QList<qint64>> keys; ///< of these alone, as keys() and places() give them; nothing = all
};

enum class BuildingSort { Code, Name, City, Tier, Stage, Area, IdleSince, LastScore, Address, Province };

/// One row of the buildings table.
struct BuildingRow
{
    QString id;
    QString code;
    QString name;
    QString address;
    int cityId = 0;
    QString city;
    QString province;
    int tier = 3;
    Stage stage = Stage::Identified;
    int areaSqft = 0;
    QDate idleSince;
    int lastScoreBp = -1; ///< -1 = never scored
    bool sample = false;
    QString mergedInto; ///< the code of the building that it is once more; empty: it stands for itself
};

/// A building beside another one that it may be once more.
struct LikeBuilding
{
    BuildingRow row;
    double nameLikeness = 0;      ///< 0 to 1
    std::optional<double> metres; ///< nothing where either has no position
};

/// Where the buildings of a filter lie.
struct PlacedBuildings
{
    QList<MapPoint> points; ///< key: handed back to BuildingRepository::idsAt(); kind: the Stage
    int unplaced = 0;       ///< those without a position
};

class BuildingRepository
{
public:
    /// \p clock says on which day (UTC) a certificate's validity is asked; nullptr: the system's. It must outlive this.
    explicit BuildingRepository(Database &database, const Clock *clock = nullptr)
        : m_database(database)
        , m_clock(clock)
    {
    }

    /// The filtered, sorted table. Keys first, rows by need: what holds the list keeps the order of its keys, a number
    /// for each building, which stays what it is as long as the cache file does. \p cities: the ids of the cities in
    /// the order that a sort by city has, and one by tier or province within each; empty = by their Latin names.
    Result<QList<qint64>> keys(const BuildingFilter &filter, BuildingSort sort, bool descending,
                               const QList<int> &cities = {}) const;
    /// Those whose building has gone since are left out.
    Result<QList<BuildingRow>> rows(const QList<qint64> &keys) const;
    /// The same by ids, fifteen times as large, where there are few of them.
    Result<QStringList> ids(const BuildingFilter &filter, BuildingSort sort, bool descending) const;
    Result<QList<BuildingRow>> rows(const QStringList &ids) const;
    Result<std::optional<qint64>> keyOf(const QString &id) const;
    Result<int> count(const BuildingFilter &filter) const;
    /// All of the filter at once, without reading their records.
    Result<PlacedBuildings> places(const BuildingFilter &filter) const;
    /// The cities in which the buildings behind \p keys lie, with how many there; the most first.
    Result<QList<std::pair<int, int>>> citiesAt(const QList<qint64> &keys) const; // buildingsbycity.cpp
    /// The ids behind keys of places(), in their order; keys whose building has gone since are left out.
    Result<QStringList> idsAt(const QList<qint64> &keys) const;
    /// The buildings that were registered on this laptop, as long as its history reaches.
    Result<QSet<QString>> registeredHere() const;
    /// Whether any building is sample data.
    Result<bool> holdsSample() const;
    /// ISO 3166-2 of the province that the building's city lies in; NotFound without such a building or city.
    Result<QString> provinceOf(const QString &buildingId) const;
    /// The buildings that were merged into it, by code.
    Result<QStringList> mergedInto(const QString &buildingId) const;
    /// Of those that are shown as merged into \p intoId, which the server still has as merged into \p fromId.
    Result<QStringList> movedAheadOfTheServer(const QString &fromId, const QString &intoId) const;
    /// The building that all of it belongs to: the one that it was merged into, or itself.
    Result<QString> wholeOf(const QString &buildingId) const;
    /// The next number that this laptop knows to be free for \p prefix, its own waiting buildings counted; the server
    /// has the last word. Exists when all 9,999 are taken.
    Result<int> nextNumber(const QString &prefix) const;
    /// Buildings that may be the same one: same city and a name alike, or within \p metres of \p position. The nearest
    /// and most alike first, at most 20.
    Result<QList<LikeBuilding>> nearDuplicates(const QString &name, int cityId, std::optional<Position> position,
                                               double metres = 75.0) const;
    /// Those that \p buildingId may be once more; and any one beside it. NotFound without it.
    Result<QList<LikeBuilding>> likeBuildings(const QString &buildingId) const;
    Result<LikeBuilding> beside(const QString &buildingId, const QString &otherId) const;

private:
    QString today() const;
    Result<QList<BuildingRow>> rowsOf(const QString &join, const QString &wanted) const;
    Database &m_database;
    const Clock *m_clock;
};

} // namespace markaz

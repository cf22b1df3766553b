// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingrepository.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace markaz {
namespace {

constexpr qsizetype kMostShown = 20;
constexpr double kAlike = 0.75;

/// Letters and digits in lower case, one space between words: "Old  Textile-Mill" and "old textile mill" are one.
QString plainName(const QString &name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_KC).toLower())
        plain += c.isLetterOrNumber() || c.isMark() ? c : QLatin1Char(' ');
    return plain.simplified();
}

/// Dice's coefficient over pairs of neighbouring letters: 1 = the same, 0 = nothing in common.
double likeness(const QString &a, const QString &b)
{
    if (a == b)
        return 1.0;
    if (a.size() < 2 || b.size() < 2)
        return 0.0;
    QHash<std::pair<QChar, QChar>, int> pairs;
    for (qsizetype i = 0; i + 1 < a.size(); ++i)
        ++pairs[{a[i], a[i + 1]}];
    int common = 0;
    for (qsizetype i = 0; i + 1 < b.size(); ++i) {
        auto it = pairs.find({b[i], b[i + 1]});
        if (it != pairs.end() && it.value() > 0) {
            --it.value();
            ++common;
        }
    }
    return 2.0 * common / static_cast<double>(a.size() + b.size() - 2);
}

struct Candidate
{
    QString id;
    double rank = 0; ///< 0 to 1, the more the nearer or the more alike
};

/// What tells a building from another.
struct Traits
{
    QString name;
    int city = 0;
    std::optional<Position> position;
};

Result<Traits> traitsOf(Database &database, const QString &id)
{
    const auto found = database.row(
        QStringLiteral("SELECT name, city, latitude_e6, longitude_e6 FROM building WHERE id = ? AND deleted = 0"),
        {id});
    if (!found)
        return found.error();
    if (!found.value())
        return makeError(ErrorCode::NotFound, QStringLiteral("no building %1").arg(id), QStringLiteral("building"));
    const QVariantList &cells = *found.value();
    Traits traits{cells.at(0).toString(), cells.at(1).toInt(), std::nullopt};
    if (!cells.at(2).isNull() && !cells.at(3).isNull()) {
        if (const auto there = Position::make(cells.at(2).toLongLong(), cells.at(3).toLongLong()))
            traits.position = *there;
    }
    return traits;
}

LikeBuilding compared(const Traits &one, const Traits &other, const BuildingRow &row)
{
    LikeBuilding like{row, likeness(plainName(one.name), plainName(other.name)), std::nullopt};
    if (one.position && other.position)
        like.metres = one.position->distanceM(*other.position);
    return like;
}

} // namespace

Result<QList<LikeBuilding>> BuildingRepository::nearDuplicates(const QString &name, int cityId,
                                                               std::optional<Position> position, double metres) const
{
    QHash<QString, double> ranks;
    const auto consider = [&ranks](const QString &id, double rank) {
        double &best = ranks[id];
        best = std::max(best, rank);
    };

    if (const QString wanted = plainName(name); !wanted.isEmpty()) {
        auto sameCity = m_database.run(
            QStringLiteral("SELECT id, name FROM building WHERE city = ? AND deleted = 0 AND merged_into IS NULL"),
            {cityId});
        if (!sameCity)
            return sameCity.error();
        while ((*sameCity)->next()) {
            if (const double alike = likeness(wanted, plainName((*sameCity)->value(1).toString())); alike >= kAlike)
                consider((*sameCity)->value(0).toString(), alike);
        }
    }

    if (position) {
        // A box that surely holds the circle; the distance itself decides. 110,000 m is less than any degree of
        // latitude.
        const double degrees = metres / 110'000.0;
        const double shrink = std::cos(static_cast<double>(position->latitudeE6()) * M_PI / 180e6);
        const auto high = static_cast<qint64>(std::ceil(degrees * 1e6));
        const auto wide = static_cast<qint64>(std::ceil(degrees * 1e6 / std::max(shrink, 0.01)));
        auto around = m_database.run(
            QStringLiteral("SELECT id, latitude_e6, longitude_e6 FROM building WHERE latitude_e6 BETWEEN ? AND ? "
                           "AND longitude_e6 BETWEEN ? AND ? AND deleted = 0 AND merged_into IS NULL"),
            {position->latitudeE6() - high, position->latitudeE6() + high, position->longitudeE6() - wide,
             position->longitudeE6() + wide});
        if (!around)
            return around.error();
        while ((*around)->next()) {
            const auto there = Position::make((*around)->value(1).toLongLong(), (*around)->value(2).toLongLong());
            if (!there)
                continue; // outside the world: a record that its own check would refuse
            if (const double distance = position->distanceM(*there); distance <= metres)
                consider((*around)->value(0).toString(), 1.0 - 0.5 * distance / std::max(metres, 1.0));
        }
    }

    QList<Candidate> candidates;
    for (auto it = ranks.begin(); it != ranks.end(); ++it)
        candidates.append({it.key(), it.value()});
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate &a, const Candidate &b) { return a.rank != b.rank ? a.rank > b.rank : a.id < b.id; });
    QStringList ids;
    for (const Candidate &candidate : candidates.mid(0, kMostShown))
        ids.append(candidate.id);
    const auto found = rows(ids);
    if (!found)
        return found.error();
    QList<LikeBuilding> like;
    for (const BuildingRow &row : *found) {
        const auto other = traitsOf(m_database, row.id);
        if (!other)
            return other.error();
        like.append(compared({name, cityId, position}, *other, row));
    }
    return like;
}

Result<QList<LikeBuilding>> BuildingRepository::likeBuildings(const QString &buildingId) const
{
    const auto traits = traitsOf(m_database, buildingId);
    if (!traits)
        return traits.error();
    auto like = nearDuplicates(traits->name, traits->city, traits->position);
    if (like)
        like->removeIf([&buildingId](const LikeBuilding &other) { return other.row.id == buildingId; });
    return like;
}

Result<LikeBuilding> BuildingRepository::beside(const QString &buildingId, const QString &otherId) const
{
    const auto one = traitsOf(m_database, buildingId);
    if (!one)
        return one.error();
    const auto other = traitsOf(m_database, otherId);
    if (!other)
        return other.error();
    const auto row = rows({otherId});
    if (!row)
        return row.error();
    return compared(*one, *other, row->value(0));
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/cache.h"

#include "core/storage/cachebackups.h"
#include "core/storage/figurecells.h"
#include "core/storage/migrator.h"
#include "core/storage/policyrepository.h"
#include "core/support/log.h"
#include "core/support/programmeday.h"

#include <QFile>
#include <QFileInfo>

namespace markaz {
namespace {

/// The cities that the cache has, each as one text, to see whether they are the gazetteer's.
Result<QStringList> storedPlaces(Database &database)
{
    auto query =
        database.run(QStringLiteral("SELECT code || '|' || name_en || '|' || name_ur FROM province UNION ALL "
                                    "SELECT id || '|' || name || '|' || province || '|' || prefix || '|' || tier "
                                    "|| '|' || population || '|' || latitude_e6 || '|' || longitude_e6 FROM city"));
    if (!query)
        return query.error();
    QStringList places;
    while ((*query)->next())
        places.append((*query)->value(0).toString());
    places.sort();
    return places;
}

QStringList placesOf(const Gazetteer &gazetteer, const QMap<int, int> &tiers)
{
    QStringList places;
    for (const Province &province : gazetteer.provinces())
        places.append(QStringList{province.code, province.nameEn, province.nameUr}.join(QLatin1Char('|')));
    for (const City &city : gazetteer.cities()) {
        places.append(QStringList{QString::number(city.id), city.name, city.province, city.prefix,
                                  QString::number(tiers.value(city.id, city.tier)), QString::number(city.population),
                                  QString::number(city.latitudeE6), QString::number(city.longitudeE6)}
                          .join(QLatin1Char('|')));
    }
    places.sort();
    return places;
}

/// Cities with the tiers that the policy in force today gives them. 2026-12-01: a version that comes, or whose day
/// comes, while the cache is open is followed when it is opened next, so that all that is shown and scored meanwhile
/// goes by the same tiers.
Result<void> writePlaces(Database &database, const Gazetteer &gazetteer, const QDate &today)
{
    const auto tiers = PolicyRepository(database).tiersOn(today);
    if (!tiers)
        return tiers.error();
    const auto stored = storedPlaces(database);
    if (!stored)
        return stored.error();
    if (*stored == placesOf(gazetteer, *tiers))
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    for (const char *sql : {"DELETE FROM city", "DELETE FROM province"}) {
        if (auto done = database.run(QLatin1String(sql)); !done)
            return done.error();
    }
    for (const Province &province : gazetteer.provinces()) {
        auto done = database.run(QStringLiteral("INSERT INTO province VALUES (?, ?, ?)"),
                                 {province.code, province.nameEn, province.nameUr});
        if (!done)
            return done.error();
    }
    for (const City &city : gazetteer.cities()) {
        auto done = database.run(QStringLiteral("INSERT INTO city VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                                 {city.id, city.name, city.province, city.prefix, tiers->value(city.id, city.tier),
                                  city.population, city.latitudeE6, city.longitudeE6});
        if (!done)
            return done.error();
    }
    return transaction->commit();
}

/// Looks at a damaged file before SQLite does: SQLite takes an empty file for a new database, refuses one without its
/// first words, and either way drops the log beside it, which may hold all there is. Before this process has a
/// connection to it: see prepareFile in opendatabase.cpp.
Result<void> checkBeginning(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return {}; // not there, or not readable: Database says which
    const bool logged = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    if (file.size() == 0 && !logged)
        return {};
    if (file.size() < 512 || file.read(16) != QByteArray("SQLite format 3", 16))
        return makeError(ErrorCode::StorageCorrupt, QStringLiteral("the file does not begin as a database"), path);
    return {};
}

Result<std::unique_ptr<Database>> openOnce(const QString &path, const Gazetteer &gazetteer, const QDate &today,
                                           Look look)
{
    if (auto begins = checkBeginning(path); !begins)
        return begins.error();
    auto database = Database::openSqlite(path);
    if (!database)
        return database.error();
    if (look == Look::Thorough) {
        if (auto sound = checkThoroughly(**database); !sound)
            return sound.error();
    }
    if (auto migrated = migrate(**database, QStringLiteral(":/markaz/sql/cache")); !migrated)
        return migrated.error();
    if (auto written = writePlaces(**database, gazetteer, today); !written)
        return written.error();
    if (auto settled = settleFigures(**database); !settled) // after a migration or with other cities
        return settled.error();
    return database;
}

} // namespace

Result<MovedAside> moveAside(const QString &path, const QString &word, const QString &reason, const Clock &clock)
{
    const QString stem = QStringLiteral("%1.%2-%3")
                             .arg(path, word, clock.now().toUTC().toString(QStringLiteral("yyyyMMdd'T'hhmmss'Z'")));
    QString to = stem;
    for (int i = 2; QFileInfo::exists(to) || QFileInfo::exists(to + QStringLiteral("-wal")); ++i)
        to = QStringLiteral("%1-%2").arg(stem).arg(i);
    // The log first: if this is cut short between the two, no new file may find the old one's log beside it and replay
    // it.
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm"), QString()}) {
        QFile file(path + suffix);
        if (file.exists() && !file.rename(to + suffix))
            return makeError(ErrorCode::StorageCorrupt,
                             QStringLiteral("%1; %2 cannot be moved aside: %3").arg(reason, path, file.errorString()),
                             kNotMovedAside);
    }
    qCWarning(lcStorage) << "moved" << path << "aside as" << to << "because" << reason;
    return MovedAside{path, to, reason};
}

Result<void> checkThoroughly(Database &database)
{
    const auto found = database.row(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!found)
        return found.error();
    const QString words = found->has_value() ? (*found)->value(0).toString() : QString();
    if (words != QLatin1String("ok"))
        return makeError(ErrorCode::StorageCorrupt, words.simplified(), database.location());
    return {};
}

Result<OpenedCache> openCache(const QString &path, const Gazetteer &gazetteer, const Clock &clock, Look look)
{
    initSqlResources();
    finishRestore(path);
    const QDate today = programmeDay(clock.now());
    auto opened = openOnce(path, gazetteer, today, look);
    if (opened)
        return OpenedCache{std::move(opened).value(), std::nullopt};
    if (opened.error().code != ErrorCode::StorageCorrupt)
        return opened.error();

    auto moved = moveAside(path, QStringLiteral("damaged"), opened.error().detail, clock);
    if (!moved)
        return moved.error();
    auto fresh = openOnce(path, gazetteer, today, look);
    if (!fresh)
        return fresh.error();
    return OpenedCache{std::move(fresh).value(), std::move(moved).value()};
}

} // namespace markaz

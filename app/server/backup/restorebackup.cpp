// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backup/backup.h"
#include "app/server/backup/tools.h"
#include "app/server/store/auditlog.h"
#include "app/server/store/counters.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/reference.h"
#include "core/domain/evidence.h"
#include "core/support/idsource.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace markaz::server {
namespace {

const QString kKey = QStringLiteral("issuer-key.json");
const QString kDatabase = QStringLiteral("markaz.sqlite");
const QString kFiles = QStringLiteral("files");

/// 2026-11-24: certificates that were issued after the backup are lost here, but not on paper. Their numbers must not
/// be given to others, and nobody knows how many there were, so the year's numbers go on a thousand later. A gap is
/// explained by the audit's entry; a number that two papers bear is not.
constexpr int kNumbersLeftOut = 1000;

Error tampered(const QString &what, const QString &where = {})
{
    return makeError(ErrorCode::Tampered, what, where);
}

Result<void> checkEmpty(const StoreLocation &location)
{
    for (const QString &name : {kDatabase, kKey, kFiles}) {
        if (QFileInfo::exists(location.dataFolder + QLatin1Char('/') + name))
            return makeError(ErrorCode::WrongState, QStringLiteral("the folder holds a store"), location.dataFolder);
    }
    if (location.databaseUrl.isEmpty())
        return {};
    auto database = Database::openPostgres(location.databaseUrl);
    if (!database)
        return database.error();
    const auto tables = (*database)->row(
        QStringLiteral("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"));
    if (!tables)
        return tables.error();
    if (tables->has_value() && (*tables)->value(0).toInt() > 0)
        return makeError(ErrorCode::WrongState, QStringLiteral("the database holds tables"), (*database)->location());
    return {};
}

/// Every member is a plain file with a name that a backup has; checked before anything is unpacked.
Result<void> checkMembers(const QString &source)
{
    auto listed =
        runTool(QStringLiteral("tar"), {QStringLiteral("--list"), QStringLiteral("--verbose"),
                                        QStringLiteral("--quoting-style=escape"), QStringLiteral("--file"), source});
    if (!listed)
        return makeError(ErrorCode::Malformed, listed.error().detail, source);
    const QList<QByteArray> lines = listed->split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            continue;
        const QString name = QString::fromUtf8(line.mid(line.lastIndexOf(' ') + 1));
        const bool top = name == QLatin1String("manifest.json") || name == QLatin1String("database.sqlite") ||
                         name == QLatin1String("database.dump") || name == kKey;
        const QString hash = name.section(QLatin1Char('/'), -1);
        if (!line.startsWith('-') || !(top || (evidence::isSha256(hash) && name == memberOf(hash))))
            return makeError(ErrorCode::Malformed,
                             QStringLiteral("a member that no backup has: %1").arg(name.left(120)), source);
    }
    return {};
}

Result<Manifest> unpack(const QString &source, const QString &folder)
{
    if (!QFileInfo(source).isFile())
        return makeError(ErrorCode::NotFound, QStringLiteral("there is no such file"), source);
    if (auto checked = checkMembers(source); !checked)
        return checked.error();
    auto unpacked =
        runTool(QStringLiteral("tar"), {QStringLiteral("--extract"), QStringLiteral("--file"), source,
                                        QStringLiteral("--no-same-owner"), QStringLiteral("--directory"), folder});
    if (!unpacked)
        return unpacked.error();
    QFile file(folder + QStringLiteral("/manifest.json"));
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::Malformed, QStringLiteral("it has no manifest"), source);
    return decodeManifest(file.readAll());
}

Result<QStringList> checkContent(const QString &folder, const Manifest &manifest)
{
    auto database = sha256Of(folder + QLatin1Char('/') + manifest.databaseName());
    if (!database)
        return tampered(QStringLiteral("the database is not in it"), manifest.databaseName());
    if (*database != manifest.databaseSha256)
        return tampered(QStringLiteral("the database is not the one that was backed up"), manifest.databaseName());
    if (!QFileInfo(folder + QLatin1Char('/') + kKey).isFile())
        return tampered(QStringLiteral("the signing key is not in it"), kKey);
    QStringList missing;
    for (const QString &name : manifest.files) {
        const QString path = folder + QLatin1Char('/') + memberOf(name);
        if (!QFileInfo::exists(path)) {
            missing.append(name);
            continue;
        }
        auto hash = sha256Of(path);
        if (!hash)
            return hash.error();
        if (*hash != name)
            return tampered(QStringLiteral("a file is not the one that was backed up"), name);
    }
    if (manifest.withFiles && !missing.isEmpty())
        return tampered(QStringLiteral("%1 files are not in it").arg(missing.size()), missing.first());
    return missing;
}

/// The restored store's own first steps, in one transaction.
Result<QString> beginHistory(Store &store, const Manifest &manifest, const Clock &clock)
{
    Database &database = store.database();
    const QDateTime now = clock.now();
    const QString at = toIso(now);
    Uuid7Source ids(clock);
    const QString history = ids.next();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked.error();
    if (auto set = database.run(QStringLiteral("UPDATE meta SET value = ? WHERE name = 'history'"), {history}); !set)
        return set.error();
    // 2026-11-24: sessions that ended since, by sign-out or by the loss of a laptop, would be open again. So all end,
    // and each laptop asks for its password once; what waits on it stays.
    if (auto ended = database.run(QStringLiteral("UPDATE session SET ended_at = ? WHERE ended_at IS NULL"), {at});
        !ended)
        return ended.error();
    if (auto gone = database.run(QStringLiteral("DELETE FROM token")); !gone)
        return gone.error();
    const QString year = QStringLiteral("certificate-%1").arg(pakistanDay(now).year());
    auto later = database.run(QStringLiteral("UPDATE counter SET value = value + ? WHERE name LIKE 'certificate-%' AND "
                                             "name <> ?"),
                              {kNumbersLeftOut, year});
    if (!later)
        return later.error();
    if (auto thisYear = addToCounter(database, year, kNumbersLeftOut); !thisYear)
        return thisYear.error();
    AuditEvent event = auditEvent(at, QStringLiteral("server"), {}, QStringLiteral("restore"));
    event.insert(QStringLiteral("backup_at"), manifest.madeAt);
    event.insert(QStringLiteral("history"), history);
    event.insert(QStringLiteral("numbers_left_out"), kNumbersLeftOut);
    if (auto logged = AuditLog(database).append({event}); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return history;
}

Result<void> move(const QString &from, const QString &to)
{
    if (!QFile::rename(from, to))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("it cannot be moved to its place"), to);
    return {};
}

/// In the folder where it was unpacked, so that the store's own folder gets a database that is ready, or none.
Result<QString> readySqlite(const QString &folder, const Manifest &manifest, const Clock &clock)
{
    if (auto moved = move(folder + QLatin1Char('/') + manifest.databaseName(), folder + QLatin1Char('/') + kDatabase);
        !moved)
        return moved.error();
    auto store = Store::prepare({folder, {}}, clock);
    if (!store)
        return store.error();
    return beginHistory(**store, manifest, clock);
}

Result<QString> fillPostgres(const StoreLocation &location, const QString &folder, const Manifest &manifest,
                             const Clock &clock)
{
    auto environment = postgresEnvironment(location.databaseUrl);
    if (!environment)
        return environment.error();
    auto filled =
        runTool(QStringLiteral("pg_restore"),
                {QStringLiteral("--single-transaction"), QStringLiteral("--exit-on-error"),
                 QStringLiteral("--no-owner"), QStringLiteral("--no-privileges"), QStringLiteral("--no-password"),
                 QStringLiteral("--schema=public"), QStringLiteral("--dbname"),
                 environment->value(QStringLiteral("PGDATABASE")), folder + QLatin1Char('/') + manifest.databaseName()},
                *environment);
    if (!filled)
        return filled.error();
    auto store = Store::prepare(location, clock);
    auto history = store ? beginHistory(**store, manifest, clock) : Result<QString>(store.error());
    if (!history)
        return makeError(history.error().code, history.error().detail, QStringLiteral("history"));
    return history;
}

} // namespace

Result<Restored> restoreBackup(const QString &source, const StoreLocation &location, const Clock &clock)
{
    if (auto empty = checkEmpty(location); !empty)
        return empty.error();
    QTemporaryDir work(location.dataFolder + QStringLiteral("/.markaz-restore-XXXXXX"));
    if (!work.isValid())
        return makeError(ErrorCode::StorageFailed, work.errorString(), location.dataFolder);
    auto manifest = unpack(source, work.path());
    if (!manifest)
        return manifest.error();
    if ((manifest->dialect == Dialect::Sqlite) != location.databaseUrl.isEmpty())
        return makeError(ErrorCode::InvalidValue,
                         manifest->dialect == Dialect::Sqlite
                             ? QStringLiteral("it is of an SQLite store: restore it without --database")
                             : QStringLiteral("it is of a PostgreSQL store: restore it with --database"),
                         QStringLiteral("database"));
    auto missing = checkContent(work.path(), *manifest);
    if (!missing)
        return missing.error();

    const bool sqlite = manifest->dialect == Dialect::Sqlite;
    auto history =
        sqlite ? readySqlite(work.path(), *manifest, clock) : fillPostgres(location, work.path(), *manifest, clock);
    if (!history)
        return history.error();
    QStringList names{kKey};
    if (QFileInfo::exists(work.filePath(kFiles)))
        names.prepend(kFiles);
    if (sqlite)
        names.append(kDatabase); // last: with it the store is there
    for (const QString &name : std::as_const(names)) {
        if (auto moved = move(work.filePath(name),
                              (name == kFiles ? location.filesRoot() : location.dataFolder) + QLatin1Char('/') + name);
            !moved)
            return moved.error();
    }
    return Restored{*manifest, *history, *missing};
}

} // namespace markaz::server

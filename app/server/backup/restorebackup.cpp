// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backup/backup.h"
#include "app/server/backup/tools.h"
#include "app/server/store/afterrestore.h"
#include "app/server/store/counters.h"
#include "app/server/store/issuer.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/reference.h"
#include "app/server/store/restores.h"
#include "app/server/store/signedkeys.h"
#include "core/domain/evidence.h"
#include "core/support/idsource.h"
#include "core/support/ownfiles.h"
#include "core/support/programmeday.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace markaz::server {
namespace {

const QString kKey = QStringLiteral("issuer-key.json");
const QString kFormer = QStringLiteral("former-keys.json");
const QString kPin = QStringLiteral("trusted-keys.json");
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
    for (const QString &name : {kDatabase, kKey}) {
        if (QFileInfo::exists(location.dataFolder + QLatin1Char('/') + name))
            return makeError(ErrorCode::WrongState, QStringLiteral("the folder holds a store"), location.dataFolder);
    }
    if (QFileInfo::exists(location.filesRoot() + QLatin1Char('/') + kFiles))
        return makeError(ErrorCode::WrongState, QStringLiteral("the folder holds files"), location.filesRoot());
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

/// Every member is a plain file with a name that a backup has; checked before anything is unpacked. How many of them
/// are files of inspections.
Result<int> checkMembers(const QString &source)
{
    int files = 0;
    auto listed =
        runTool(QStringLiteral("tar"), {QStringLiteral("--list"), QStringLiteral("--verbose"),
                                        QStringLiteral("--quoting-style=escape"), QStringLiteral("--file"), source});
    if (!listed)
        return makeError(ErrorCode::Malformed, QStringLiteral("it is no archive, or its end is missing"), source);
    const QList<QByteArray> lines = listed->split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            continue;
        const QString name = QString::fromUtf8(line.mid(line.lastIndexOf(' ') + 1));
        const bool top = name == QLatin1String("manifest.json") || name == QLatin1String("database.sqlite") ||
                         name == QLatin1String("database.dump") || name == kKey || name == kFormer || name == kPin;
        const QString hash = name.section(QLatin1Char('/'), -1);
        if (!line.startsWith('-') || !(top || (evidence::isSha256(hash) && name == memberOf(hash))))
            return makeError(ErrorCode::Malformed,
                             QStringLiteral("a member that no backup has: %1").arg(name.left(120)), source);
        files += top ? 0 : 1;
    }
    return files;
}

/// Where a backup is unpacked and checked: folders beside those that it is for, because what is checked is then renamed
/// into its place, and the files of inspections may lie on a disk of their own.
struct Workshop
{
    explicit Workshop(const StoreLocation &location)
        : records(location.dataFolder + QStringLiteral("/.markaz-restore-XXXXXX"))
        , files(location.filesRoot() + QStringLiteral("/.markaz-restore-XXXXXX"))
    {
    }
    QTemporaryDir records;
    QTemporaryDir files;
};

Result<void> extract(const QString &source, const QString &folder, const QStringList &what)
{
    auto done =
        runTool(QStringLiteral("tar"), QStringList{QStringLiteral("--extract"), QStringLiteral("--file"), source,
                                                   QStringLiteral("--no-same-owner"), QStringLiteral("--directory"),
                                                   folder, QStringLiteral("--wildcards")} +
                                           what);
    return done ? Result<void>() : Result<void>(done.error());
}

Result<Manifest> unpack(const QString &source, const Workshop &work)
{
    if (!QFileInfo(source).isFile())
        return makeError(ErrorCode::NotFound, QStringLiteral("there is no such file"), source);
    const auto files = checkMembers(source);
    if (!files)
        return files.error();
    if (auto done = extract(source, work.records.path(), {QStringLiteral("--exclude=files/*")}); !done)
        return done.error();
    if (*files > 0) {
        if (auto done = extract(source, work.files.path(), {QStringLiteral("files/*")}); !done)
            return done.error();
    }
    QFile file(work.records.filePath(QStringLiteral("manifest.json")));
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::Malformed, QStringLiteral("it has no manifest"), source);
    return decodeManifest(file.readAll());
}

Result<QStringList> checkContent(const Workshop &work, const Manifest &manifest)
{
    auto database = sha256Of(work.records.filePath(manifest.databaseName()));
    if (!database)
        return tampered(QStringLiteral("the database is not in it"), manifest.databaseName());
    if (*database != manifest.databaseSha256)
        return tampered(QStringLiteral("the database is not the one that was backed up"), manifest.databaseName());
    if (!QFileInfo(work.records.filePath(kKey)).isFile())
        return tampered(QStringLiteral("the signing key is not in it"), kKey);
    QStringList missing;
    for (const QString &name : manifest.files) {
        const QString path = work.files.filePath(memberOf(name));
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

/// Whether the folder that is restored into knows this store's keys, where it knows any: DATA/trusted-keys.json stays
/// when it is there, and with another store's no server would start on what was restored.
Result<void> checkPin(const StoreLocation &location, const QString &unpacked)
{
    const auto there = pinnedKeys(location.dataFolder);
    const auto brought = pinnedKeys(unpacked);
    if (!there)
        return there.error();
    if (!*there)
        return {};
    if (!brought)
        return tampered(brought.error().detail, kPin);
    const auto key = SigningKey::load(unpacked + QLatin1Char('/') + kKey);
    const IssuerKey *own = key ? (*there)->find(key->keyId()) : nullptr; // a backup from before there were roots
    const bool same = *brought ? rootLeadsTo(**there, **brought) || rootLeadsTo(**brought, **there)
                               : own != nullptr && own->key.bytes == key->publicKey().bytes;
    return same ? Result<void>()
                : Result<void>(makeError(ErrorCode::NotTrusted,
                                         QStringLiteral("it is of root %1").arg((*there)->root.keyId),
                                         pinPathIn(location.dataFolder)));
}

/// The restored store's own first steps, in one transaction. \p folder: where the backup's key lies.
Result<QString> beginHistory(Store &store, const QString &folder, const Manifest &manifest, const Clock &clock)
{
    Database &database = store.database();
    const auto key = loadOrCreateIssuer(database, folder, clock);
    if (!key)
        return key.error();
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
    // 2026-11-29: so would a one-time code that was used or withdrawn since be good once more.
    auto voided = database.run(
        QStringLiteral("UPDATE enrolment_code SET voided_at = ? WHERE used_at IS NULL AND voided_at IS NULL"), {at});
    if (!voided)
        return voided.error();
    if (auto waits = beginToAwait(database, manifest.madeAt); !waits)
        return waits.error();
    const QString year = QStringLiteral("certificate-%1").arg(programmeDay(now).year());
    auto later = database.run(QStringLiteral("UPDATE counter SET value = value + ? WHERE name LIKE 'certificate-%' AND "
                                             "name <> ?"),
                              {kNumbersLeftOut, year});
    if (!later)
        return later.error();
    if (auto thisYear = addToCounter(database, year, kNumbersLeftOut); !thisYear)
        return thisYear.error();
    AuditEvent event = auditEvent(at, QStringLiteral("server"), {}, AuditAction::Restore);
    event.insert(QStringLiteral("backup_at"), manifest.madeAt);
    event.insert(QStringLiteral("history"), history);
    event.insert(QStringLiteral("waits"), true); // 2026-11-29: verify-audit asks where that has gone
    event.insert(QStringLiteral("numbers_left_out"), kNumbersLeftOut);
    AuditLog log(database);
    const auto before = log.last();
    if (!before)
        return before.error();
    signRestore(event, before->value_or(AuditEntry()), store.instanceId(), *key);
    if (auto logged = log.append({event}); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return history;
}

/// What was written on the disk of \p folder stays when the power goes.
Result<void> makeDurable(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::syncfs(descriptor) == 0;
    const QString why = QString::fromLocal8Bit(std::strerror(errno));
    if (descriptor >= 0)
        ::close(descriptor);
    return done ? Result<void>() : Result<void>(makeError(ErrorCode::StorageFailed, why, folder));
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
    return beginHistory(**store, folder, manifest, clock);
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
    auto history = store ? beginHistory(**store, folder, manifest, clock) : Result<QString>(store.error());
    if (!history)
        return makeError(history.error().code, history.error().detail, QStringLiteral("history"));
    return history;
}

} // namespace

Result<Restored> restoreBackup(const QString &source, const StoreLocation &location, const Clock &clock)
{
    if (auto empty = checkEmpty(location); !empty)
        return empty.error();
    if (auto made = makeOwnFolder(location.filesRoot()); !made)
        return made.error();
    Workshop work(location);
    for (const QTemporaryDir *folder : {&work.records, &work.files}) {
        if (!folder->isValid())
            return makeError(ErrorCode::StorageFailed, folder->errorString(), folder->path());
    }
    auto manifest = unpack(source, work);
    if (!manifest)
        return manifest.error();
    if ((manifest->dialect == Dialect::Sqlite) != location.databaseUrl.isEmpty())
        return makeError(ErrorCode::InvalidValue,
                         manifest->dialect == Dialect::Sqlite
                             ? QStringLiteral("it is of an SQLite store: restore it without --database")
                             : QStringLiteral("it is of a PostgreSQL store: restore it with --database"),
                         QStringLiteral("database"));
    auto missing = checkContent(work, *manifest);
    if (!missing)
        return missing.error();

    const bool sqlite = manifest->dialect == Dialect::Sqlite;
    const QString records = work.records.path();
    if (auto fits = checkPin(location, records); !fits)
        return fits.error();
    auto history = sqlite ? readySqlite(records, *manifest, clock) : fillPostgres(location, records, *manifest, clock);
    if (!history)
        return history.error();
    for (const QTemporaryDir *folder : {&work.records, &work.files}) {
        if (auto kept = makeDurable(folder->path()); !kept)
            return kept.error();
    }
    const auto take = [](const QTemporaryDir &from, const QString &to, const QString &name) {
        return QFileInfo::exists(from.filePath(name)) ? move(from.filePath(name), to + QLatin1Char('/') + name)
                                                      : Result<void>();
    };
    if (auto moved = take(work.files, location.filesRoot(), kFiles); !moved)
        return moved.error();
    for (const QString &name : {kFormer, kPin, kKey, kDatabase}) { // last: with it the store is there
        if (name == kPin && QFileInfo::exists(location.dataFolder + QLatin1Char('/') + kPin))
            continue; // of the store that was here: it knows what the backup does not
        if (auto moved = take(work.records, location.dataFolder, name); !moved)
            return moved.error();
    }
    for (const QString &folder : {location.filesRoot(), location.dataFolder}) {
        if (auto kept = makeDurable(folder); !kept)
            return kept.error();
    }
    return Restored{*manifest, *history, *missing};
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backup/backup.h"

#include "app/server/backup/tools.h"
#include "core/support/clock.h"
#include "core/support/ownfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace markaz::server {
namespace {

Result<void> put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnFile) || file.write(content) != content.size() ||
        !file.flush())
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    return {};
}

/// The files that the records of \p database name as come.
Result<QStringList> filesOf(Database &database)
{
    auto query = database.run(
        QStringLiteral("SELECT DISTINCT data->>'sha256' FROM record WHERE entity = 'evidence' AND deleted = 0 "
                       "AND data->>'received_at' IS NOT NULL ORDER BY 1"));
    if (!query)
        return query.error();
    QStringList files;
    while ((*query)->next())
        files.append((*query)->value(0).toString());
    (*query)->finish();
    return files;
}

Result<void> describe(Database &database, Manifest &manifest)
{
    auto files = filesOf(database);
    if (!files)
        return files.error();
    manifest.files = *files;
    for (const auto &[name, value] :
         {std::pair{"instance", &manifest.instance}, std::pair{"history", &manifest.history}}) {
        const auto kept = metaOf(database, QLatin1String(name).toString());
        if (!kept)
            return kept.error();
        *value = kept->value_or(QString());
    }
    const auto records = database.row(QStringLiteral("SELECT count(*) FROM record WHERE deleted = 0"));
    if (!records)
        return records.error();
    manifest.records = records->has_value() ? (*records)->value(0).toLongLong() : 0;
    return {};
}

/// The records at one moment, as the file \p copy; the servers go on meanwhile.
Result<void> copyDatabase(const StoreLocation &location, const QString &copy, Manifest &manifest)
{
    const QString path = location.dataFolder + QStringLiteral("/markaz.sqlite");
    if (location.databaseUrl.isEmpty() && !QFileInfo::exists(path)) // or opening it would make one
        return makeError(ErrorCode::NotFound, QStringLiteral("there is no database"), path);
    auto store = Store::open(location);
    if (!store)
        return store.error();
    if (manifest.dialect == Dialect::Postgres) {
        auto environment = postgresEnvironment(location.databaseUrl);
        if (!environment)
            return environment.error();
        auto dumped =
            runTool(QStringLiteral("pg_dump"),
                    {QStringLiteral("--format=custom"), QStringLiteral("--no-password"), QStringLiteral("--no-owner"),
                     QStringLiteral("--no-privileges"), QStringLiteral("--schema=public"),
                     // Or it refuses tables whose owner the policies bind. It names no caller, so sees all.
                     QStringLiteral("--enable-row-security"), QStringLiteral("--file"), copy},
                    *environment);
        if (!dumped)
            return dumped.error();
        // Asked after the dump: every file that the dump names has come by then.
        return describe((*store)->database(), manifest);
    }
    if (auto empty = put(copy, {}); !empty) // of the right mode, before anything is in it
        return empty;
    if (auto copied = (*store)->database().run(QStringLiteral("VACUUM INTO ?"), {copy}); !copied)
        return copied.error();
    auto database = Database::openSqlite(copy); // checks it
    if (!database)
        return database.error();
    if (auto described = describe(**database, manifest); !described)
        return described;
    return (*database)->runScript(QStringLiteral("PRAGMA journal_mode = DELETE"));
}

Result<void> syncToDisk(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the disk did not take it"), path);
    return {};
}

} // namespace

Result<Manifest> makeBackup(const StoreLocation &location, const QString &target, const BackupOptions &options,
                            const Clock &clock, const QString &version)
{
    const QFileInfo info(target);
    if (info.exists())
        return makeError(ErrorCode::Exists, QStringLiteral("there is a file of this name"), target);
    QTemporaryDir work(info.absoluteDir().filePath(QStringLiteral(".markaz-backup-XXXXXX")));
    if (!work.isValid())
        return makeError(ErrorCode::StorageFailed, work.errorString(), QStringLiteral("target"));
    Manifest manifest;
    manifest.dialect = location.databaseUrl.isEmpty() ? Dialect::Sqlite : Dialect::Postgres;
    manifest.version = version;
    manifest.madeAt = toIso(clock.now());
    manifest.withFiles = options.withFiles;
    const QString copy = work.filePath(manifest.databaseName());
    if (auto copied = copyDatabase(location, copy, manifest); !copied)
        return copied.error();
    auto sha256 = sha256Of(copy);
    if (!sha256)
        return sha256.error();
    manifest.databaseSha256 = *sha256;
    const QString key = location.dataFolder + QStringLiteral("/issuer-key.json");
    if (!QFile::copy(key, work.filePath(QStringLiteral("issuer-key.json"))))
        return makeError(ErrorCode::NotFound, QStringLiteral("the signing key cannot be read"), key);
    QStringList members{QStringLiteral("manifest.json"), manifest.databaseName(), QStringLiteral("issuer-key.json")};
    // Where the key was replaced once, and what the folder knows of the set of keys.
    for (const QString &name : {QStringLiteral("former-keys.json"), QStringLiteral("trusted-keys.json")}) {
        const QString path = location.dataFolder + QLatin1Char('/') + name;
        if (!QFile::exists(path))
            continue;
        if (!QFile::copy(path, work.filePath(name)))
            return makeError(ErrorCode::StorageFailed, QStringLiteral("it cannot be read"), path);
        members.append(name);
    }
    QByteArray list;
    for (const QString &file : std::as_const(manifest.files))
        list += options.withFiles ? memberOf(file).toUtf8() + '\n' : QByteArray();
    if (auto written = put(work.filePath(QStringLiteral("list")), list); !written)
        return written.error();
    if (auto written = put(work.filePath(QStringLiteral("manifest.json")),
                           QJsonDocument(encode(manifest)).toJson(QJsonDocument::Indented));
        !written)
        return written.error();

    const QString whole = work.filePath(QStringLiteral("whole"));
    if (auto empty = put(whole, {}); !empty)
        return empty.error();
    auto packed =
        runTool(QStringLiteral("tar"),
                QStringList{QStringLiteral("--create"), QStringLiteral("--file"), whole,
                            QStringLiteral("--format=posix"), QStringLiteral("--owner=0"), QStringLiteral("--group=0"),
                            QStringLiteral("--mode=u=rwX,go="), QStringLiteral("--directory"), work.path()} +
                    members +
                    QStringList{QStringLiteral("--directory"), location.filesRoot(), QStringLiteral("--no-recursion"),
                                QStringLiteral("--files-from"), work.filePath(QStringLiteral("list"))});
    if (!packed)
        return packed.error();
    if (auto synced = syncToDisk(whole); !synced)
        return synced.error();
    // link(2) and not rename(2): it never replaces a file that came meanwhile.
    if (::link(QFile::encodeName(whole).constData(), QFile::encodeName(info.absoluteFilePath()).constData()) != 0)
        return makeError(ErrorCode::StorageFailed, QStringLiteral("it cannot be given its name"), target);
    if (auto synced = syncToDisk(info.absolutePath()); !synced)
        return synced.error();
    return manifest;
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

#include "core/support/ownfiles.h"

#include "core/support/log.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <cstdio>

// Q_INIT_RESOURCE declares an extern symbol and so must stand outside any namespace.
static void initCompiledSql()
{
    Q_INIT_RESOURCE(markaz_cache_sql);
}

namespace markaz {
namespace {

struct Migration
{
    int version = 0;
    QString file;
};

Result<QList<Migration>> migrationsIn(const QString &folder)
{
    static const QRegularExpression form(QStringLiteral("\\A(\\d{4})_[a-z0-9_]+\\.sql\\z"));
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    QList<Migration> found;
    for (const QString &name : names) {
        const auto match = form.match(name);
        if (!match.hasMatch() || match.captured(1).toInt() != found.size() + 1)
            return makeError(ErrorCode::Internal, QStringLiteral("migrations must count up from 0001"), name);
        found.append({match.captured(1).toInt(), folder + QLatin1Char('/') + name});
    }
    if (found.isEmpty())
        return makeError(ErrorCode::Internal, QStringLiteral("no migrations"), folder);
    return found;
}

Result<int> number(Database &database, const QString &sql)
{
    const auto found = database.row(sql);
    if (!found)
        return found.error();
    return found.value() ? found.value()->value(0).toInt() : 0;
}

Result<int> versionOf(Database &database)
{
    if (database.dialect() == Dialect::Sqlite)
        return number(database, QStringLiteral("PRAGMA user_version"));
    const auto known =
        number(database, QStringLiteral("SELECT count(*) FROM information_schema.tables WHERE "
                                        "table_schema = current_schema() AND table_name = 'schema_version'"));
    if (!known)
        return known.error();
    return *known == 0 ? Result<int>(0)
                       : number(database, QStringLiteral("SELECT coalesce(max(version), 0) FROM schema_version"));
}

Result<void> writeVersion(Database &database, const Migration &migration)
{
    if (database.dialect() == Dialect::Sqlite)
        return database.runScript(QStringLiteral("PRAGMA user_version = %1").arg(migration.version));
    const auto written = database.run(QStringLiteral("INSERT INTO schema_version (version, name) VALUES (?, ?)"),
                                      {migration.version, QFileInfo(migration.file).completeBaseName()});
    return written ? Result<void>() : Result<void>(written.error());
}

/// Another process may be migrating the same database; whoever has the lock first does it, the other finds it done.
Result<void> takeTurn(Database &database)
{
    if (database.dialect() == Dialect::Sqlite)
        return {}; // BEGIN IMMEDIATE is the turn
    if (auto locked = database.run(QStringLiteral("SELECT pg_advisory_xact_lock(7381902)")); !locked)
        return locked.error();
    return database.runScript(QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, "
                                             "name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())"));
}

/// A copy of the whole database, its write-ahead log included, beside it.
Result<void> backUp(Database &database, int version)
{
    const QString target = QStringLiteral("%1.before-%2").arg(database.location()).arg(version);
    const QString part = target + QStringLiteral(".part");
    QFile file(part);
    // An empty file of the right mode first: VACUUM INTO accepts it, and the copy is never readable to others.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || !file.setPermissions(kOwnFile))
        return makeError(ErrorCode::StorageFailed, file.errorString(), part);
    file.close();
    if (auto copied = database.run(QStringLiteral("VACUUM INTO ?"), {part}); !copied) {
        file.remove();
        return copied.error();
    }
    // rename(2) replaces an older copy in one step.
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(target).constData()) != 0)
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the copy cannot be renamed"), target);
    return {};
}

Result<void> apply(Database &database, const Migration &migration)
{
    QFile file(migration.file);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::Internal, file.errorString(), migration.file);
    const QString script = QString::fromUtf8(file.readAll());

    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto turn = takeTurn(database); !turn)
        return turn;
    const auto current = versionOf(database);
    if (!current)
        return current.error();
    if (*current >= migration.version)
        return {};
    if (auto done = database.runScript(script); !done)
        return makeError(done.error().code, done.error().detail, QFileInfo(migration.file).fileName());
    if (auto written = writeVersion(database, migration); !written)
        return written;
    return transaction->commit();
}

} // namespace

Result<int> migrate(Database &database, const QString &folder)
{
    const auto migrations = migrationsIn(folder);
    if (!migrations)
        return migrations.error();
    const auto current = versionOf(database);
    if (!current)
        return current.error();
    const int newest = migrations->last().version;
    if (*current > newest)
        return makeError(ErrorCode::StorageTooNew,
                         QStringLiteral("schema %1, this program knows %2").arg(*current).arg(newest),
                         database.location());
    if (*current == newest)
        return newest;
    if (*current > 0 && database.dialect() == Dialect::Sqlite) {
        if (auto copied = backUp(database, newest); !copied)
            return copied.error();
    }
    for (const Migration &migration : *migrations) {
        if (migration.version <= *current)
            continue;
        if (auto done = apply(database, migration); !done)
            return done.error();
    }
    if (*current > 0)
        qCInfo(lcStorage) << "schema" << newest << "instead of" << *current << "of" << database.location();
    return newest;
}

void initSqlResources()
{
    initCompiledSql();
}

} // namespace markaz

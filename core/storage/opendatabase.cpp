// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

#include "core/support/log.h"
#include "core/support/ownfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>
#include <utility>

namespace markaz {
namespace {

QString nextConnectionName()
{
    static std::atomic<quint64> counter = 0;
    return QStringLiteral("markaz-%1").arg(++counter);
}

Error fileError(const QString &path, const QString &why)
{
    return makeError(ErrorCode::StorageFailed, why, path);
}

/// SQLite gives -wal and -shm the mode of the file, so the file must have it before SQLite sees it.
///
/// 2026-11-24: a file that is there is looked at by its name and never opened. Closing any descriptor of a file gives
/// up all of the process's POSIX locks on it, SQLite's among them: with the second connection of a server its first one
/// stood unlocked, and the next program to close the database (`account add`, `verify-audit`) took itself for the last
/// one and removed the log to which the server went on writing. What the server then acknowledged was lost.
Result<void> prepareFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return fileError(path, QStringLiteral("this is not a file"));
    if (auto made = makeOwnFolder(info.absolutePath()); !made)
        return made;
    if (!info.exists()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite | QIODevice::NewOnly, kOwnFile) && !QFileInfo::exists(path)) {
            const bool full = file.error() == QFileDevice::ResourceError;
            return makeError(full ? ErrorCode::StorageFull : ErrorCode::StorageFailed, file.errorString(), path);
        }
        return {};
    }
    if (!info.isReadable() || !info.isWritable())
        return fileError(path, QStringLiteral("this file may not be read or written"));
    if ((info.permissions() & kOthers) && !QFile::setPermissions(path, kOwnFile))
        qCWarning(lcStorage) << "others may read" << path << "and this cannot be changed";
    return {};
}

QString quotedOption(QString value)
{
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    value.replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

} // namespace

Result<std::unique_ptr<Database>> Database::openSqlite(const QString &path, Check check)
{
    if (auto prepared = prepareFile(path); !prepared)
        return prepared.error();
    const bool hasData = QFileInfo(path).size() > 0;

    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), nextConnectionName());
    connection.setDatabaseName(path);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    std::unique_ptr<Database> database(new Database(Dialect::Sqlite, std::exchange(connection, {}), path));
    const auto located = [&path](Error error) {
        error.where = path;
        return error;
    };
    if (!database->m_connection.open())
        return located(database->errorFrom(database->m_connection.lastError()));

    const auto journal = database->row(QStringLiteral("PRAGMA journal_mode = WAL"));
    if (!journal)
        return located(journal.error());
    if (!journal.value() || journal.value()->value(0).toString() != QLatin1String("wal"))
        return fileError(path, QStringLiteral("the write-ahead log cannot be switched on"));
    for (const char *pragma : {"PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY",
                               "PRAGMA cache_size = -16000"}) {
        if (auto done = database->execute(QLatin1String(pragma)); !done)
            return located(done.error());
    }
    if (check == Check::Quick && hasData) {
        if (auto sound = database->check(); !sound)
            return located(sound.error());
    }
    return database;
}

Result<void> Database::check()
{
    const auto found = row(QStringLiteral("PRAGMA quick_check(1)"));
    if (!found)
        return found.error();
    const QString words = found.value() ? found.value()->value(0).toString() : QString();
    if (words != QLatin1String("ok"))
        return makeError(ErrorCode::StorageCorrupt, words.simplified());
    return {};
}

Result<std::unique_ptr<Database>> Database::openPostgres(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    const bool known = parsed.scheme() == QLatin1String("postgresql") || parsed.scheme() == QLatin1String("postgres");
    if (!parsed.isValid() || !known || parsed.path().size() < 2)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("this is no such address"),
                         QStringLiteral("database"));

    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), nextConnectionName());
    connection.setDatabaseName(parsed.path(QUrl::FullyDecoded).mid(1));
    connection.setUserName(parsed.userName(QUrl::FullyDecoded));
    connection.setPassword(parsed.password(QUrl::FullyDecoded));
    connection.setHostName(parsed.host(QUrl::FullyDecoded));
    connection.setPort(parsed.port(-1));
    QStringList options;
    const auto items = QUrlQuery(parsed).queryItems(QUrl::FullyDecoded);
    static const QStringList passed{QStringLiteral("sslmode"), QStringLiteral("sslrootcert"),
                                    QStringLiteral("connect_timeout"), QStringLiteral("application_name")};
    for (const auto &[name, value] : items) {
        if (name == QLatin1String("host"))
            connection.setHostName(value);
        else if (name == QLatin1String("port"))
            connection.setPort(value.toInt());
        else if (passed.contains(name) && !value.contains(QLatin1Char(';')))
            options.append(name + QLatin1Char('=') + quotedOption(value));
        else
            return makeError(ErrorCode::InvalidValue, QStringLiteral("%1 is no known part of the address").arg(name),
                             QStringLiteral("database"));
    }
    connection.setConnectOptions(options.join(QLatin1Char(';')));

    const QString shown = parsed.toString(QUrl::RemovePassword);
    std::unique_ptr<Database> database(new Database(Dialect::Postgres, std::exchange(connection, {}), shown));
    if (!database->m_connection.open()) {
        Error error = database->errorFrom(database->m_connection.lastError());
        error.where = shown;
        return error;
    }
    for (const char *setting :
         {"SET synchronous_commit = on", "SET TIME ZONE 'UTC'", "SET client_min_messages = warning"}) {
        if (auto done = database->execute(QLatin1String(setting)); !done)
            return done.error();
    }
    return database;
}

} // namespace markaz

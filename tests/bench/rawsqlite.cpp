// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rawsqlite.h"

#include <QFile>

namespace markaz::bench {

Error RawSqlite::error() const
{
    return makeError(ErrorCode::StorageFailed, QString::fromUtf8(sqlite3_errmsg(m_database.get())));
}

Result<RawSqlite> RawSqlite::open(const QString &path)
{
    RawSqlite opened;
    sqlite3 *database = nullptr;
    const int code = sqlite3_open(QFile::encodeName(path).constData(), &database);
    opened.m_database.reset(database);
    if (code != SQLITE_OK)
        return opened.error();
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
                               "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -16000"}) {
        if (auto done = opened.execute(pragma); !done)
            return done.error();
    }
    return opened;
}

Result<void> RawSqlite::execute(const char *sql)
{
    return sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK ? Result<void>()
                                                                                       : Result<void>(error());
}

Result<RawStatement> RawStatement::prepare(RawSqlite &database, const char *sql)
{
    RawStatement prepared;
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(database.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    prepared.m_statement.reset(statement);
    if (code != SQLITE_OK)
        return database.error();
    return prepared;
}

void RawStatement::bindText(int index, const QByteArray &utf8)
{
    sqlite3_bind_text(m_statement.get(), index, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_STATIC);
}

void RawStatement::bindBlob(int index, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        sqlite3_bind_null(m_statement.get(), index);
    else
        sqlite3_bind_blob(m_statement.get(), index, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_STATIC);
}

void RawStatement::bindNumber(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
}

Result<void> RawStatement::step()
{
    return read([](sqlite3_stmt *) {});
}

Result<void> RawStatement::ended(int code)
{
    sqlite3_reset(m_statement.get());
    if (code != SQLITE_DONE)
        return makeError(ErrorCode::StorageFailed, QString::fromUtf8(sqlite3_errstr(code)));
    return {};
}

} // namespace markaz::bench

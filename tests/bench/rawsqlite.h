// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <sqlite3.h>

namespace markaz::bench {

/// SQLite through its C interface, opened as the cache opens it: WAL, synchronous=FULL, foreign keys, 16 MB of pages.
class RawSqlite
{
public:
    static Result<RawSqlite> open(const QString &path);
    Result<void> execute(const char *sql);
    sqlite3 *handle() const { return m_database.get(); }
    Error error() const;

private:
    struct Close
    {
        void operator()(sqlite3 *database) const { sqlite3_close(database); }
    };
    std::unique_ptr<sqlite3, Close> m_database;
};

/// A statement prepared once.
class RawStatement
{
public:
    static Result<RawStatement> prepare(RawSqlite &database, const char *sql);
    void bindText(int index, const QByteArray &utf8);
    void bindBlob(int index, const QByteArray &bytes); ///< NULL when empty
    void bindNumber(int index, qint64 value);
    /// Runs to its end and resets.
    Result<void> step();
    /// The same, and calls \p take with the sqlite3_stmt at each row.
    template <typename Take>
    Result<void> read(const Take &take)
    {
        int code = sqlite3_step(m_statement.get());
        for (; code == SQLITE_ROW; code = sqlite3_step(m_statement.get()))
            take(m_statement.get());
        return ended(code);
    }

private:
    Result<void> ended(int code);
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace markaz::bench

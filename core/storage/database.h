// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>

namespace markaz {

enum class Dialect { Sqlite, Postgres };

/// One connection to a database, for one thread. The laptop's cache and the server's store both use it; where the two
/// databases differ the caller asks dialect(). Values are always bound, never pasted into SQL.
class Database
{
public:
    /// Opens or creates an SQLite file: WAL, synchronous=FULL, foreign keys on, busy timeout 5 s, file mode 0600.
    /// StorageCorrupt when the file is no database or fails its quick check, StorageFull, StorageBusy, StorageFailed.
    static Result<std::unique_ptr<Database>> openSqlite(const QString &path);
    /// postgresql://user:password@host:port/name (also a socket folder as ?host=); synchronous_commit=on.
    static Result<std::unique_ptr<Database>> openPostgres(const QString &url);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Dialect dialect() const { return m_dialect; }
    const QString &location() const { return m_location; } ///< path, or the URL without its password
    /// Runs one statement with its values bound to the `?` marks in order. Statements are prepared once and kept;
    /// the query is owned by the Database and valid until the same SQL runs again.
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &values = {});
    /// Runs several statements separated by lines that hold only ";" or end with ";" (migration files).
    Result<void> runScript(const QString &script);
    /// The Error that a failed QSqlQuery or QSqlDatabase means.
    Error errorFrom(const QSqlError &error) const;

private:
    friend class Transaction;
    Database(Dialect dialect, QString connectionName, QString location);
    Dialect m_dialect;
    QString m_connectionName;
    QString m_location;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    bool m_inTransaction = false;
};

/// A database transaction that rolls back unless commit() succeeded. SQLite takes the write lock at once (BEGIN
/// IMMEDIATE), so that it never fails half-way for want of it. Not nestable.
class [[nodiscard]] Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

} // namespace markaz

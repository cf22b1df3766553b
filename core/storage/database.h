// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <optional>

namespace markaz {

enum class Dialect { Sqlite, Postgres };

/// One connection to a database, for one thread. The laptop's cache and the server's store both use it; where the two
/// databases differ the caller asks dialect(). Values are always bound, never pasted into SQL.
class Database
{
public:
    /// Quick runs PRAGMA quick_check on a file that already holds data: once a process, not once a connection.
    enum class Check { Quick, None };

    /// Opens or creates an SQLite file: WAL, synchronous=FULL, foreign keys on, busy timeout 5 s, file mode 0600; a
    /// folder that it has to make gets mode 0700. StorageCorrupt when the file is no database or fails its check,
    /// StorageFull, StorageBusy, StorageFailed (a directory in its place, not writable ...).
    static Result<std::unique_ptr<Database>> openSqlite(const QString &path, Check check = Check::Quick);
    /// postgresql://user:password@host:port/name; synchronous_commit=on, UTC. Query items: host (a socket folder),
    /// sslmode, sslrootcert, connect_timeout, application_name. StorageFailed when it cannot be reached.
    static Result<std::unique_ptr<Database>> openPostgres(const QString &url);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Dialect dialect() const { return m_dialect; }
    const QString &location() const { return m_location; } ///< path, or the URL without its password
    bool inTransaction() const { return m_inTransaction; }

    /// Runs one statement with its values bound to the `?` marks in order. A null QString is bound as the empty text;
    /// NULL is an invalid QVariant. Statements are prepared once and kept; the query is owned by the Database and valid
    /// until the same SQL runs again or a script runs. Read it to its end or finish() it: an SQLite statement left
    /// half-read holds an old snapshot. Transaction::begin finishes whatever was left.
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &values = {});
    /// The first row of a query, finished behind it; nothing when it has no rows.
    Result<std::optional<QVariantList>> row(const QString &sql, const QVariantList &values = {});
    /// Runs the statements of a migration file one by one, each ended by ";". Knows comments, quotes, PostgreSQL's
    /// dollar quotes and the BEGIN ... END of an SQLite trigger. Drops the prepared statements.
    Result<void> runScript(const QString &script);
    /// What each Transaction of this connection does last: what it fails with, the transaction fails with. One at most.
    using BeforeCommit = Result<void> (*)(Database &);
    void beforeCommit(BeforeCommit work) { m_beforeCommit = work; }
    /// The Error that a failed QSqlQuery or QSqlDatabase means. Exists for a unique value that is taken.
    Error errorFrom(const QSqlError &error) const;

private:
    friend class Transaction;
    Database(Dialect dialect, const QSqlDatabase &connection, QString location);
    Result<void> execute(const QString &sql);
    Result<void> check();
    void finishAll();

    Dialect m_dialect;
    QSqlDatabase m_connection;
    QString m_location;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    bool m_inTransaction = false;
    BeforeCommit m_beforeCommit = nullptr;
    /// The first error since BEGIN. PostgreSQL answers COMMIT of a failed transaction with a silent rollback.
    std::optional<Error> m_transactionError;
};

/// The statements of an SQL script, without comments around them.
QStringList splitSql(const QString &script);

/// A database transaction that rolls back unless commit() succeeded. SQLite takes the write lock at once (BEGIN
/// IMMEDIATE), so that it never fails half-way for want of it. Not nestable: a second begin() is Internal.
class [[nodiscard]] Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    /// Internal when it is over already. After a failure the transaction is rolled back.
    Result<void> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }
    void rollback();
    Database *m_database;
};

} // namespace markaz

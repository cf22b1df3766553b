// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlRecord>
#include <QStorageInfo>

#include <utility>

namespace markaz {
namespace {

/// SQLite tells a full disk (SQLITE_FULL) when it writes pages, but calls it an I/O error or a file that cannot be
/// opened when there is no room for the files beside the database.
bool diskIsFull(const QString &path)
{
    constexpr qint64 kRoomForLog = 64LL * 1024;
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    return disk.isValid() && disk.bytesAvailable() < kRoomForLog;
}

Error sqliteError(const QSqlError &error, const QString &path)
{
    const int extended = error.nativeErrorCode().toInt();
    const QString detail = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (extended & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return makeError(ErrorCode::StorageBusy, detail);
    case 13: // SQLITE_FULL
        return makeError(ErrorCode::StorageFull, detail);
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return makeError(ErrorCode::StorageCorrupt, detail);
    case 19: // SQLITE_CONSTRAINT
        // The words are SQLite's own and not translated; the driver may report the primary code alone.
        if (detail.startsWith(QLatin1String("UNIQUE constraint failed")))
            return makeError(ErrorCode::Exists, detail);
        return makeError(ErrorCode::StorageFailed, detail);
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN
        if (diskIsFull(path))
            return makeError(ErrorCode::StorageFull, QStringLiteral("%1 (%2)").arg(detail).arg(extended));
        [[fallthrough]];
    default:
        return makeError(ErrorCode::StorageFailed, QStringLiteral("%1 (%2)").arg(detail).arg(extended));
    }
}

Error postgresError(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    QString detail = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    // DETAIL and LINE, in whatever language, quote the row's values, which must not reach a log.
    detail = detail.section(QLatin1Char('\n'), 0, 0).simplified();
    if (!state.isEmpty() && !detail.contains(state))
        detail = QStringLiteral("%1 (%2)").arg(detail, state);
    // Serialization failure, deadlock, lock not available, too many connections, shutting down.
    static const QStringList busy{QStringLiteral("40001"), QStringLiteral("40P01"), QStringLiteral("55P03"),
                                  QStringLiteral("53300")};
    if (busy.contains(state))
        return makeError(ErrorCode::StorageBusy, detail);
    if (state == QLatin1String("53100"))
        return makeError(ErrorCode::StorageFull, detail);
    if (state == QLatin1String("XX001") || state == QLatin1String("XX002"))
        return makeError(ErrorCode::StorageCorrupt, detail);
    if (state == QLatin1String("23505"))
        return makeError(ErrorCode::Exists, detail);
    if (state == QLatin1String("MK001")) // what the server's own policies raise (0009_writefence.sql.in)
        return makeError(ErrorCode::NotAllowed, detail);
    return makeError(ErrorCode::StorageFailed, detail);
}

} // namespace

Database::Database(Dialect dialect, const QSqlDatabase &connection, QString location)
    : m_dialect(dialect)
    , m_connection(connection)
    , m_location(std::move(location))
{
}

Database::~Database()
{
    m_prepared.clear();
    const QString name = m_connection.connectionName();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Error Database::errorFrom(const QSqlError &error) const
{
    return m_dialect == Dialect::Sqlite ? sqliteError(error, m_location) : postgresError(error);
}

Result<QSqlQuery *> Database::run(const QString &sql, const QVariantList &values)
{
    const auto failed = [this](const QSqlError &error) {
        Error result = errorFrom(error);
        if (m_inTransaction && !m_transactionError)
            m_transactionError = result;
        return result;
    };

    std::shared_ptr<QSqlQuery> &query = m_prepared[sql];
    if (query == nullptr) {
        auto prepared = std::make_shared<QSqlQuery>(m_connection);
        // SQLite: no second copy of every row. PostgreSQL: forward-only means single-row mode, in which no second query
        // may run before the first has been read.
        prepared->setForwardOnly(m_dialect == Dialect::Sqlite);
        if (!prepared->prepare(sql)) {
            const Error error = failed(prepared->lastError());
            m_prepared.remove(sql);
            return error;
        }
        query = std::move(prepared);
    }
    QSqlQuery *const ready = query.get();
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QVariant &value = values[i];
        const bool nullText = value.metaType().id() == QMetaType::QString && value.toString().isNull();
        ready->bindValue(static_cast<int>(i), nullText ? QVariant(QLatin1String("").toString()) : value);
    }
    if (!ready->exec())
        return failed(ready->lastError());
    return ready;
}

Result<std::optional<QVariantList>> Database::row(const QString &sql, const QVariantList &values)
{
    auto query = run(sql, values);
    if (!query)
        return query.error();
    QSqlQuery &rows = **query;
    std::optional<QVariantList> found;
    if (rows.next()) {
        QVariantList cells;
        const int columns = rows.record().count();
        for (int i = 0; i < columns; ++i)
            cells.append(rows.isNull(i) ? QVariant() : rows.value(i));
        found = std::move(cells);
    } else if (rows.lastError().isValid()) {
        const Error error = errorFrom(rows.lastError());
        rows.finish();
        return error;
    }
    rows.finish();
    return found;
}

Result<void> Database::execute(const QString &sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql)) {
        const Error error = errorFrom(query.lastError());
        if (m_inTransaction && !m_transactionError)
            m_transactionError = error;
        return error;
    }
    return {};
}

Result<void> Database::runScript(const QString &script)
{
    m_prepared.clear();
    const QStringList statements = splitSql(script);
    for (const QString &statement : statements) {
        if (auto done = execute(statement); !done) {
            return makeError(done.error().code,
                             QStringLiteral("%1, in: %2").arg(done.error().detail, statement.left(120).simplified()));
        }
    }
    return {};
}

void Database::finishAll()
{
    for (const auto &query : std::as_const(m_prepared))
        query->finish();
}

} // namespace markaz

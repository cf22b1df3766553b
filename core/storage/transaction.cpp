// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"
#include "core/support/log.h"

namespace markaz {

Result<Transaction> Transaction::begin(Database &database)
{
    if (database.m_inTransaction)
        return makeError(ErrorCode::Internal, QStringLiteral("a transaction is open already"));
    database.finishAll(); // a half-read SELECT would pin an old snapshot, and BEGIN IMMEDIATE fail with it
    const bool sqlite = database.m_dialect == Dialect::Sqlite;
    if (auto begun = database.execute(sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN")); !begun)
        return begun.error();
    database.m_inTransaction = true;
    database.m_transactionError.reset();
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database != nullptr)
        rollback();
}

Result<void> Transaction::commit()
{
    if (m_database == nullptr)
        return makeError(ErrorCode::Internal, QStringLiteral("this transaction is over"));
    // 2026-11-24: SQLite undoes a failed statement alone and lets the caller go on; PostgreSQL has given the whole
    // transaction up by then, and would answer COMMIT with a rollback that looks like success.
    if (m_database->m_dialect == Dialect::Postgres && m_database->m_transactionError) {
        const Error error = *m_database->m_transactionError;
        rollback();
        return error;
    }
    if (m_database->m_beforeCommit != nullptr) {
        if (auto done = m_database->m_beforeCommit(*m_database); !done) {
            const Error error = m_database->m_transactionError.value_or(done.error());
            rollback();
            return error;
        }
    }
    m_database->finishAll();
    if (auto done = m_database->execute(QStringLiteral("COMMIT")); !done) {
        // After a full disk or an I/O error SQLite has rolled back by itself; what stopped it is the error to tell.
        const Error error = m_database->m_transactionError.value_or(done.error());
        rollback();
        return error;
    }
    m_database->m_inTransaction = false;
    m_database->m_transactionError.reset();
    m_database = nullptr;
    return {};
}

void Transaction::rollback()
{
    m_database->finishAll();
    if (auto undone = m_database->execute(QStringLiteral("ROLLBACK")); !undone)
        qCDebug(lcStorage) << "rollback:" << undone.error().detail; // SQLite had rolled back by itself
    m_database->m_inTransaction = false;
    m_database->m_transactionError.reset();
    m_database = nullptr;
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/ledger.h"

#include "app/server/store/sqlrows.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

namespace markaz::server {

bool QuarantineRoom::take(qint64 size)
{
    if (changes < 1 || bytes < size)
        return false;
    --changes;
    bytes -= size;
    return true;
}

QuarantinedChange quarantinedAs(const Change &change, const QString &code)
{
    return {change.opId, QJsonDocument(protocol::encode(change)).toJson(QJsonDocument::Compact), code};
}

Result<QHash<QString, LedgerEntry>> Ledger::find(const QStringList &opIds) const
{
    QHash<QString, LedgerEntry> found;
    if (opIds.isEmpty())
        return found;
    const Dialect dialect = m_database.dialect();
    auto query = m_database.run(QStringLiteral("SELECT op_id, body_hash, result FROM ledger WHERE ") +
                                    inList(dialect, QStringLiteral("op_id")),
                                {listValue(dialect, opIds)});
    if (!query)
        return query.error();
    while ((*query)->next()) {
        LedgerEntry entry;
        entry.opId = (*query)->value(0).toString();
        entry.bodyHash = (*query)->value(1).toString();
        auto result = protocol::decode<protocol::ChangeResult>(
            QJsonDocument::fromJson((*query)->value(2).toByteArray()).object());
        if (!result)
            return makeError(ErrorCode::StorageCorrupt, QStringLiteral("a ledger entry cannot be read"), entry.opId);
        entry.result = *result;
        found.insert(entry.opId, entry);
    }
    if ((*query)->lastError().isValid())
        return m_database.errorFrom((*query)->lastError());
    (*query)->finish();
    return found;
}

Result<void> Ledger::add(const QList<LedgerEntry> &entries, const QString &account, const QString &device,
                         const QString &at)
{
    if (entries.isEmpty())
        return {};
    // By op_id, so that two transactions with the same changes wait for each other instead of locking up.
    QList<LedgerEntry> sorted = entries;
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.opId < b.opId; });
    QJsonArray rows;
    for (const LedgerEntry &entry : sorted) {
        const QJsonObject result = protocol::encode(entry.result);
        rows.append(QJsonObject{
            {QStringLiteral("op_id"), entry.opId},
            {QStringLiteral("body_hash"), entry.bodyHash},
            {QStringLiteral("result"), QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact))}});
    }
    auto done =
        m_database.run(QStringLiteral("INSERT INTO ledger (op_id, body_hash, result, account, device, at) SELECT "
                                      "r.op_id, r.body_hash, r.result, ?, ?, ? FROM ") +
                           rowsFrom(m_database.dialect(), {{"op_id"}, {"body_hash"}, {"result"}}),
                       {account, device, at, rowsValue(rows)});
    if (!done)
        return done.error();
    return {};
}

Result<void> Ledger::quarantine(const QList<QuarantinedChange> &changes, const QString &account, const QString &device,
                                const QString &at)
{
    if (changes.isEmpty())
        return {};
    QJsonArray rows;
    for (const QuarantinedChange &kept : changes) {
        rows.append(QJsonObject{{QStringLiteral("op_id"), kept.opId},
                                {QStringLiteral("code"), kept.code},
                                {QStringLiteral("change"), QString::fromUtf8(kept.change)}});
    }
    auto done =
        m_database.run(QStringLiteral("INSERT INTO quarantine (op_id, account, device, at, code, change) SELECT "
                                      "r.op_id, ?, ?, ?, r.code, r.change FROM ") +
                           rowsFrom(m_database.dialect(), {{"op_id"}, {"code"}, {"change"}}) +
                           QStringLiteral(" WHERE true ON CONFLICT (op_id) DO NOTHING"),
                       {account, device, at, rowsValue(rows)});
    if (!done)
        return done.error();
    return {};
}

Result<QuarantineRoom> Ledger::room(const QString &account, const QString &device) const
{
    const QString size = m_database.dialect() == Dialect::Sqlite ? QStringLiteral("length(CAST(change AS BLOB))")
                                                                 : QStringLiteral("octet_length(change)");
    const auto row = m_database.row(
        QStringLiteral("SELECT count(*), coalesce(sum(%1), 0) FROM quarantine WHERE account = ? AND device = ?")
            .arg(size),
        {account, device});
    if (!row)
        return row.error();
    QuarantineRoom room;
    if (row->has_value()) {
        room.changes -= (*row)->value(0).toLongLong();
        room.bytes -= (*row)->value(1).toLongLong();
    }
    return room;
}

Result<qint64> Ledger::quarantined() const
{
    const auto row = m_database.row(QStringLiteral("SELECT count(*) FROM quarantine"));
    if (!row)
        return row.error();
    return row->has_value() ? (*row)->value(0).toLongLong() : 0;
}

Result<void> Ledger::eachQuarantined(const std::function<void(const KeptChange &)> &take) const
{
    auto query = m_database.run(QStringLiteral("SELECT q.at, coalesce(a.name, q.account), q.device, q.code, q.change "
                                               "FROM quarantine q LEFT JOIN account a ON a.id = q.account "
                                               "ORDER BY q.at, q.op_id"));
    if (!query)
        return query.error();
    while ((*query)->next()) {
        const auto cell = [&query](int i) { return (*query)->value(i).toString(); };
        const QJsonObject change = QJsonDocument::fromJson(cell(4).toUtf8()).object();
        const QJsonObject whole{{QStringLiteral("at"), cell(0)},
                                {QStringLiteral("account"), cell(1)},
                                {QStringLiteral("device"), cell(2)},
                                {QStringLiteral("code"), cell(3)},
                                {QStringLiteral("change"), change}};
        take({cell(0), cell(1), change.value(QStringLiteral("entity")).toString(),
              change.value(QStringLiteral("id")).toString(), change.value(QStringLiteral("kind")).toString(), cell(3),
              QJsonDocument(whole).toJson(QJsonDocument::Compact)});
    }
    if ((*query)->lastError().isValid())
        return m_database.errorFrom((*query)->lastError());
    (*query)->finish();
    return {};
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/recordrepository.h"

#include "core/domain/merge.h"
#include "core/domain/recordcheck.h"
#include "core/storage/recordcolumns.h"

namespace markaz {
namespace {

struct Row
{
    qint64 rev = 0;
    QJsonObject fields;
    std::optional<QJsonObject> server; ///< set while local changes wait over a server record
};

Result<std::optional<Row>> readRow(Database &database, const Sealer &sealer, Entity entity, const QString &id)
{
    // As BLOB, so that SQLite hands the bytes over as they are and not as UTF-16; the same on the way in.
    const auto found = database.row(QStringLiteral("SELECT rev, CAST(data AS BLOB), sealed, CAST(server AS BLOB), "
                                                   "server_sealed FROM \"%1\" WHERE id = ? AND deleted = 0")
                                        .arg(token(entity)),
                                    {id});
    if (!found)
        return found.error();
    if (!found.value())
        return std::optional<Row>();
    const QVariantList &cells = *found.value();
    Row row;
    row.rev = cells[0].toLongLong();
    auto fields = fieldsOf(sealer, entity, id, {cells[1], cells[2]}, "sealed");
    if (!fields)
        return fields.error();
    row.fields = std::move(fields).value();
    if (cells[3].isValid()) {
        auto server = fieldsOf(sealer, entity, id, {cells[3], cells[4]}, "server_sealed");
        if (!server)
            return server.error();
        row.server = std::move(server).value();
    }
    return std::optional<Row>(std::move(row));
}

enum class Write { Anew, Over }; ///< Over: the row is there

Result<void> writeColumns(Database &database, Entity entity, const QString &id, qint64 rev, const RecordColumns &shown,
                          const RecordColumns &server, Write how)
{
    // An upsert works out every generated column twice where the row is there already.
    const QString sql =
        how == Write::Over
            ? QStringLiteral("UPDATE \"%1\" SET rev = ?, deleted = 0, data = CAST(? AS TEXT), sealed = ?, "
                             "server = CAST(? AS TEXT), server_sealed = ? WHERE id = ?")
            : QStringLiteral("INSERT INTO \"%1\" (rev, data, sealed, server, server_sealed, id) "
                             "VALUES (?, CAST(? AS TEXT), ?, CAST(? AS TEXT), ?, ?) "
                             "ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, deleted = 0, data = excluded.data, "
                             "sealed = excluded.sealed, server = excluded.server, "
                             "server_sealed = excluded.server_sealed");
    const auto written =
        database.run(sql.arg(token(entity)), {rev, shown.data, shown.sealed, server.data, server.sealed, id});
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> writeRow(Database &database, const Sealer &sealer, Entity entity, const QString &id, const Row &row,
                      Write how)
{
    return writeColumns(database, entity, id, row.rev, columnsOf(sealer, entity, id, row.fields, "sealed"),
                        row.server ? columnsOf(sealer, entity, id, *row.server, "server_sealed") : RecordColumns{},
                        how);
}

/// \p old about to be overwritten here: the server's revision stays, since only its word moves it, and the server's
/// fields stay beside those that are shown.
Row keepingServer(Row old)
{
    if (!old.server && old.rev > 0)
        old.server = std::move(old.fields);
    return old;
}

} // namespace

Result<std::optional<Record>> RecordRepository::find(Entity entity, const QString &id) const
{
    auto row = readRow(m_database, m_sealer, entity, id);
    if (!row)
        return row.error();
    if (!row.value())
        return std::optional<Record>();
    return std::optional<Record>(Record{entity, id, row.value()->rev, std::move(row.value()->fields)});
}

Result<std::optional<Record>> RecordRepository::findAtServer(Entity entity, const QString &id) const
{
    auto row = readRow(m_database, m_sealer, entity, id);
    if (!row)
        return row.error();
    if (!row.value() || row.value()->rev < 1)
        return std::optional<Record>();
    Row &found = *row.value();
    return std::optional<Record>(Record{entity, id, found.rev, std::move(found.server ? *found.server : found.fields)});
}

Result<Record> RecordRepository::require(Entity entity, const QString &id) const
{
    auto found = find(entity, id);
    if (!found)
        return found.error();
    if (!found.value())
        return makeError(ErrorCode::NotFound, QStringLiteral("no %1 %2").arg(token(entity), id), token(entity));
    return std::move(*found.value());
}

Result<void> RecordRepository::putLocal(const Record &record)
{
    auto before = readRow(m_database, m_sealer, record.entity, record.id);
    if (!before)
        return before.error();
    Row row;
    row.rev = record.rev;
    if (before.value())
        row = keepingServer(std::move(*before.value()));
    row.fields = record.fields;
    return writeRow(m_database, m_sealer, record.entity, record.id, row, before.value() ? Write::Over : Write::Anew);
}

Result<void> RecordRepository::applyLocal(Entity entity, const QString &id, const FieldChanges &steps)
{
    auto before = readRow(m_database, m_sealer, entity, id);
    if (!before)
        return before.error();
    if (!before.value())
        return makeError(ErrorCode::NotFound, QStringLiteral("no %1 %2").arg(token(entity), id), token(entity));
    QJsonObject fields = applied(before.value()->fields, steps);
    if (auto checked = checkAfter(specOf(entity), fields, steps.keys()); !checked)
        return checked;
    Row row = keepingServer(std::move(*before.value()));
    row.fields = std::move(fields);
    return writeRow(m_database, m_sealer, entity, id, row, Write::Over);
}

Result<void> RecordRepository::putFromServer(const Record &record, const QList<FieldChanges> &pending)
{
    Row row;
    row.rev = record.rev;
    row.fields = rebased(record.fields, pending);
    if (!pending.isEmpty())
        row.server = record.fields;
    if (auto written = writeRow(m_database, m_sealer, record.entity, record.id, row, Write::Anew); !written)
        return written;
    return pending.contains(FieldChanges()) ? hide(record.entity, record.id) : Result<void>();
}

Result<void> RecordRepository::hide(Entity entity, const QString &id)
{
    const auto done =
        m_database.run(QStringLiteral("UPDATE \"%1\" SET deleted = 1 WHERE id = ?").arg(token(entity)), {id});
    if (!done)
        return done.error();
    if ((*done)->numRowsAffected() == 0)
        return makeError(ErrorCode::NotFound, QStringLiteral("no %1 %2").arg(token(entity), id), token(entity));
    return {};
}

Result<void> RecordRepository::putFromServer(Entity entity, const QString &id, qint64 rev, const QByteArray &fields)
{
    auto columns = columnsOfText(m_sealer, entity, id, fields);
    return columns ? writeColumns(m_database, entity, id, rev, *columns, {}, Write::Anew)
                   : Result<void>(columns.error());
}

Result<void> RecordRepository::unhide(Entity entity, const QString &id)
{
    const auto done =
        m_database.run(QStringLiteral("UPDATE \"%1\" SET deleted = 0 WHERE id = ?").arg(token(entity)), {id});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> RecordRepository::settle(Entity entity, const QString &id, qint64 rev, const FieldChanges &accepted,
                                      const QList<FieldChanges> &pending)
{
    auto before = readRow(m_database, m_sealer, entity, id);
    if (!before)
        return before.error();
    if (!before.value())
        return {}; // it left the scope meanwhile
    Row &row = *before.value();
    // Without a copy of the server's fields, a record of revision 0 is one that the server has nothing of yet; any
    // other shows what the server has.
    QJsonObject server;
    if (row.server)
        server = std::move(*row.server);
    else if (row.rev > 0)
        server = std::move(row.fields);
    server = applied(std::move(server), accepted);
    row.rev = std::max(rev, row.rev); // a pull may have brought a later revision before this reply was read
    row.fields = rebased(server, pending);
    if (pending.isEmpty())
        row.server.reset();
    else
        row.server = std::move(server);
    return writeRow(m_database, m_sealer, entity, id, row, Write::Over);
}

Result<void> RecordRepository::remove(Entity entity, const QString &id)
{
    const auto done = m_database.run(QStringLiteral("DELETE FROM \"%1\" WHERE id = ?").arg(token(entity)), {id});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<qint64> RecordRepository::count(Entity entity) const
{
    const auto found =
        m_database.row(QStringLiteral("SELECT count(*) FROM \"%1\" WHERE deleted = 0").arg(token(entity)));
    if (!found)
        return found.error();
    return found.value()->value(0).toLongLong();
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/recordrepository.h"

#include "core/domain/merge.h"
#include "core/domain/recordcheck.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace markaz {

Result<QJsonObject> RecordRepository::decode(Entity entity, const QString &id, const RecordColumns &columns) const
{
    Remembered &last = m_last[entity];
    if (last.id == id && last.columns == columns)
        return last.fields;
    auto fields = fieldsOf(m_sealer, entity, id, columns, RecordCopy::Shown);
    if (fields)
        last = {id, columns, *fields, false};
    return fields;
}

Result<std::optional<RecordRepository::Row>> RecordRepository::read(Entity entity, const QString &id) const
{
    // As BLOB, so that SQLite hands the bytes over as they are and not as UTF-16; the same on the way in.
    const auto found =
        m_database.row(QStringLiteral("SELECT rev, server IS NOT NULL, CAST(data AS BLOB), CAST(sheet AS BLOB), sealed "
                                      "FROM \"%1\" WHERE id = ? AND deleted = 0")
                           .arg(token(entity)),
                       {id});
    if (!found)
        return found.error();
    if (!found.value())
        return std::optional<Row>();
    const QVariantList &cells = *found.value();
    auto fields = decode(entity, id, {cells[2], cells[3], cells[4]});
    if (!fields)
        return fields.error();
    return std::optional<Row>(Row{cells[0].toLongLong(), std::move(fields).value(), cells[1].toBool()});
}

Result<QJsonObject> RecordRepository::serverFields(Entity entity, const QString &id, const Row &row) const
{
    // A record of revision 0 is one that the server has nothing of yet.
    if (!row.owing)
        return row.rev > 0 ? row.fields : QJsonObject();
    const auto found = m_database.row(
        QStringLiteral("SELECT CAST(server AS BLOB), server_sealed FROM \"%1\" WHERE id = ?").arg(token(entity)), {id});
    if (!found)
        return found.error();
    const QVariantList cells = found.value().value_or(QVariantList{QVariant(), QVariant()});
    return fieldsOf(m_sealer, entity, id, {cells[0], QVariant(), cells[1]}, RecordCopy::Server);
}

RecordColumns RecordRepository::encode(Entity entity, const QString &id, const QJsonObject &fields) const
{
    Remembered &last = m_last[entity];
    const bool sameSecret = last.id == id && sealedPart(entity, last.fields) == sealedPart(entity, fields);
    RecordColumns columns = columnsOf(m_sealer, entity, id, fields, RecordCopy::Shown,
                                      sameSecret ? last.columns.sealed.toByteArray() : QByteArray());
    last = {id, columns, fields, false};
    return columns;
}

Result<void> RecordRepository::writeBoth(Entity entity, const QString &id, qint64 rev, const QJsonObject &server,
                                         const QList<FieldChanges> &pending, Write how)
{
    return write(entity, id, rev, encode(entity, id, rebased(server, pending)),
                 pending.isEmpty() ? RecordColumns() : columnsOf(m_sealer, entity, id, server, RecordCopy::Server),
                 how);
}

Result<void> RecordRepository::write(Entity entity, const QString &id, qint64 rev, const RecordColumns &shown,
                                     const RecordColumns &server, Write how)
{
    // An upsert works out every generated column twice where the row is there already.
    const QString sql =
        how == Write::Over
            ? QStringLiteral(
                  "UPDATE \"%1\" SET rev = ?, deleted = 0, data = CAST(? AS TEXT), "
                  "sheet = CAST(? AS TEXT), sealed = ?, server = CAST(? AS TEXT), server_sealed = ? WHERE id = ?")
            : QStringLiteral("INSERT INTO \"%1\" (rev, data, sheet, sealed, server, server_sealed, id) "
                             "VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT), ?, ?) "
                             "ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, deleted = 0, data = excluded.data, "
                             "sheet = excluded.sheet, sealed = excluded.sealed, server = excluded.server, "
                             "server_sealed = excluded.server_sealed");
    const auto written = m_database.run(sql.arg(token(entity)),
                                        {rev, shown.data, shown.sheet, shown.sealed, server.data, server.sealed, id});
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> RecordRepository::writeOver(Entity entity, const QString &id, const Row &before, const QJsonObject &fields)
{
    const RecordColumns shown = encode(entity, id, fields);
    if (!before.owing && before.rev > 0)
        return write(entity, id, before.rev, shown, columnsOf(m_sealer, entity, id, before.fields, RecordCopy::Server),
                     Write::Over);
    const auto written =
        m_database.run(QStringLiteral("UPDATE \"%1\" SET data = CAST(? AS TEXT), sheet = CAST(? AS TEXT), sealed = ? "
                                      "WHERE id = ?")
                           .arg(token(entity)),
                       {shown.data, shown.sheet, shown.sealed, id});
    return written ? Result<void>() : Result<void>(written.error());
}

// 2026-11-24: Qt takes some 150 us to write an answer sheet of 100 answers as text, SQLite a tenth of that to set one
// member in it.
Result<std::optional<QByteArray>> RecordRepository::writeMember(Entity entity, const QString &id, const Row &before,
                                                                const FieldChanges &steps)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z_]+\\.[A-Za-z0-9_-]+$")); // needs no quoting in a path
    const bool serverStands = before.owing || before.rev == 0;
    if (!serverStands || steps.size() != 1 || !steps.firstKey().contains(plain) || !steps.first().after.isObject())
        return std::optional<QByteArray>();
    const QString &path = steps.firstKey();
    const QString name = path.section(QLatin1Char('.'), 0, 0);
    const FieldSpec *field = specOf(entity).find(path);
    if (field == nullptr || field->sealed || !before.fields.value(name).isObject())
        return std::optional<QByteArray>();
    const auto written = m_database.row(
        QStringLiteral("UPDATE \"%1\" SET sheet = json_set(sheet, ?, json(?)) WHERE id = ? "
                       "RETURNING CAST(sheet AS BLOB)")
            .arg(token(entity)),
        {QStringLiteral("$.%1.\"%2\"").arg(name, path.mid(name.size() + 1)),
         QString::fromUtf8(QJsonDocument(steps.first().after.toObject()).toJson(QJsonDocument::Compact)), id});
    if (!written)
        return written.error();
    if (!written.value())
        return std::optional<QByteArray>();
    return std::optional<QByteArray>(written.value()->first().toByteArray());
}

Result<std::optional<Record>> RecordRepository::find(Entity entity, const QString &id) const
{
    auto row = read(entity, id);
    if (!row)
        return row.error();
    if (!row.value())
        return std::optional<Record>();
    return std::optional<Record>(Record{entity, id, row.value()->rev, std::move(row.value()->fields)});
}

Result<std::optional<Record>> RecordRepository::findAtServer(Entity entity, const QString &id) const
{
    const auto row = read(entity, id);
    if (!row)
        return row.error();
    if (!row.value() || row.value()->rev < 1)
        return std::optional<Record>();
    auto fields = serverFields(entity, id, *row.value());
    if (!fields)
        return fields.error();
    return std::optional<Record>(Record{entity, id, row.value()->rev, std::move(fields).value()});
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
    const auto before = read(record.entity, record.id);
    if (!before)
        return before.error();
    if (before.value())
        return writeOver(record.entity, record.id, *before.value(), record.fields);
    return write(record.entity, record.id, record.rev, encode(record.entity, record.id, record.fields), {},
                 Write::Anew);
}

Result<void> RecordRepository::applyLocal(Entity entity, const QString &id, const FieldChanges &steps)
{
    const auto before = read(entity, id);
    if (!before)
        return before.error();
    if (!before.value())
        return makeError(ErrorCode::NotFound, QStringLiteral("no %1 %2").arg(token(entity), id), token(entity));
    const QJsonObject fields = applied(before.value()->fields, steps);
    if (auto held = checkAfter(specOf(entity), fields, steps.keys()); !held)
        return held;
    Remembered &last = m_last[entity]; // read() has put this record there
    const bool checked = last.checked;
    const auto sheet = writeMember(entity, id, *before.value(), steps);
    if (!sheet)
        return sheet.error();
    if (*sheet) {
        last.columns.sheet = **sheet;
        last.fields = fields;
        return {};
    }
    auto written = writeOver(entity, id, *before.value(), fields);
    last.checked = checked;
    return written;
}

Result<void> RecordRepository::putFromServer(const Record &record, const QList<FieldChanges> &pending)
{
    if (auto written = writeBoth(record.entity, record.id, record.rev, record.fields, pending, Write::Anew); !written)
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
    return columns ? write(entity, id, rev, *columns, {}, Write::Anew) : Result<void>(columns.error());
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
    const auto before = read(entity, id);
    if (!before)
        return before.error();
    if (!before.value())
        return {}; // it left the scope meanwhile
    auto server = serverFields(entity, id, *before.value());
    if (!server)
        return server.error();
    // A pull may have brought a later revision before this reply was read.
    return writeBoth(entity, id, std::max(rev, before.value()->rev), applied(std::move(server).value(), accepted),
                     pending, Write::Over);
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

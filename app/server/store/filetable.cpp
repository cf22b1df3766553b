// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/filetable.h"

#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

Result<std::optional<Upload>> firstOf(Result<QList<Upload>> list)
{
    if (!list)
        return list.error();
    return list->isEmpty() ? std::optional<Upload>() : std::optional<Upload>(list->first());
}

} // namespace

Result<std::optional<StoredFile>> FileTable::file(const QString &sql, const QVariantList &values) const
{
    const auto row = m_database.row(sql, values);
    if (!row)
        return row.error();
    if (!row->has_value())
        return std::optional<StoredFile>();
    const QVariantList &cells = **row;
    return std::optional<StoredFile>(
        {cells[0].toString(), cells[1].toLongLong(), cells[2].toString(), cells[3].toString()});
}

Result<std::optional<StoredFile>> FileTable::find(const QString &sha256) const
{
    return file(QStringLiteral("SELECT sha256, size, media_type, received_at FROM file WHERE sha256 = ?"), {sha256});
}

Result<std::optional<StoredFile>> FileTable::heldBy(const QString &sha256, const QString &account) const
{
    return file(QStringLiteral("SELECT f.sha256, f.size, f.media_type, f.received_at FROM file f JOIN file_holder h ON "
                               "h.sha256 = f.sha256 WHERE f.sha256 = ? AND h.account = ?"),
                {sha256, account});
}

Result<void> FileTable::run(const QString &sql, const QVariantList &values)
{
    auto done = m_database.run(sql, values);
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> FileTable::add(const StoredFile &file)
{
    return run(QStringLiteral("INSERT INTO file (sha256, size, media_type, received_at) VALUES (?, ?, ?, ?) "
                              "ON CONFLICT (sha256) DO NOTHING"),
               {file.sha256, file.size, file.mediaType, file.receivedAt});
}

Result<void> FileTable::addHolder(const QString &sha256, const QString &account)
{
    return run(QStringLiteral("INSERT INTO file_holder (sha256, account) VALUES (?, ?) "
                              "ON CONFLICT (sha256, account) DO NOTHING"),
               {sha256, account});
}

Result<void> FileTable::remove(const QString &sha256)
{
    return run(QStringLiteral("DELETE FROM file WHERE sha256 = ?"), {sha256});
}

Result<QStringList> FileTable::unnamedSince(const QString &before) const
{
    auto query = m_database.run(
        QStringLiteral(
            "SELECT f.sha256 FROM file f WHERE f.received_at < ? AND NOT EXISTS (SELECT 1 FROM record r WHERE "
            "r.entity = 'evidence' AND r.sha256 = f.sha256 AND (r.deleted = 0 OR r.changed_at >= ?)) "
            "ORDER BY f.sha256"),
        {before, before});
    if (!query)
        return query.error();
    QStringList hashes;
    while ((*query)->next())
        hashes.append((*query)->value(0).toString());
    if ((*query)->lastError().isValid())
        return m_database.errorFrom((*query)->lastError());
    (*query)->finish();
    return hashes;
}

Result<QList<Upload>> FileTable::uploads(const QString &condition, const QVariantList &values) const
{
    auto query = m_database.run(
        QStringLiteral("SELECT id, sha256, size, media_type, account, device, touched_at, done FROM upload WHERE ") +
            condition,
        values);
    if (!query)
        return query.error();
    QList<Upload> list;
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        list.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong(),
                     row.value(3).toString(), row.value(4).toString(), row.value(5).toString(), row.value(6).toString(),
                     row.value(7).toInt() != 0});
    }
    if ((*query)->lastError().isValid())
        return m_database.errorFrom((*query)->lastError());
    (*query)->finish();
    return list;
}

Result<std::optional<Upload>> FileTable::upload(const QString &id) const
{
    return firstOf(uploads(QStringLiteral("id = ?"), {id}));
}

Result<std::optional<Upload>> FileTable::uploadOf(const QString &account, const QString &sha256) const
{
    return firstOf(uploads(QStringLiteral("account = ? AND sha256 = ?"), {account, sha256}));
}

Result<void> FileTable::addUpload(const Upload &upload)
{
    return run(
        QStringLiteral("INSERT INTO upload (id, sha256, size, media_type, account, device, touched_at, done) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, 0)"),
        {upload.id, upload.sha256, upload.size, upload.mediaType, upload.account, upload.device, upload.touchedAt});
}

Result<void> FileTable::touch(const QString &id, const QString &at)
{
    return run(QStringLiteral("UPDATE upload SET touched_at = ? WHERE id = ?"), {at, id});
}

Result<void> FileTable::finish(const QString &id)
{
    return run(QStringLiteral("UPDATE upload SET done = 1 WHERE id = ?"), {id});
}

Result<void> FileTable::removeUpload(const QString &id)
{
    return run(QStringLiteral("DELETE FROM upload WHERE id = ?"), {id});
}

Result<QList<Upload>> FileTable::uploadsBefore(const QString &before) const
{
    return uploads(QStringLiteral("touched_at < ? ORDER BY id"), {before});
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QStringList>

namespace markaz::server {

/// A file that is whole and in its place.
struct StoredFile
{
    QString sha256;
    qint64 size = 0;
    QString mediaType; ///< as its bytes say
    QString receivedAt;
};

/// An upload under way, or one that ended well.
struct Upload
{
    QString id; ///< UUIDv7
    QString sha256;
    qint64 size = 0;
    QString mediaType;
    QString account;
    QString device;
    QString touchedAt; ///< when bytes came last, to the day
    bool done = false;
};

/// What the store knows of files: which are whole, who has shown to have them, which are under way. An account has one
/// upload of a file at most.
class FileTable
{
public:
    explicit FileTable(Database &database)
        : m_database(database)
    {
    }

    Result<std::optional<StoredFile>> find(const QString &sha256) const;
    /// The file, when \p account has shown to have it.
    Result<std::optional<StoredFile>> heldBy(const QString &sha256, const QString &account) const;
    /// A file that is there stays as it was.
    Result<void> add(const StoredFile &file);
    Result<void> addHolder(const QString &sha256, const QString &account);
    Result<void> remove(const QString &sha256);
    /// Files older than \p before (ISO) that no evidence has named since then.
    Result<QStringList> unnamedSince(const QString &before) const;

    Result<std::optional<Upload>> upload(const QString &id) const;
    Result<std::optional<Upload>> uploadOf(const QString &account, const QString &sha256) const;
    /// Exists when this account has an upload of this file already.
    Result<void> addUpload(const Upload &upload);
    Result<void> touch(const QString &id, const QString &at);
    Result<void> finish(const QString &id);
    Result<void> removeUpload(const QString &id);
    /// Those that no byte has come to since \p before (ISO).
    Result<QList<Upload>> uploadsBefore(const QString &before) const;

private:
    Result<std::optional<StoredFile>> file(const QString &sql, const QVariantList &values) const;
    Result<QList<Upload>> uploads(const QString &condition, const QVariantList &values) const;
    Result<void> run(const QString &sql, const QVariantList &values);

    Database &m_database;
};

} // namespace markaz::server

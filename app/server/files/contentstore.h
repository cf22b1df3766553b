// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/files/filehandle.h"

#include <QStringList>

namespace markaz::server {

/// The bytes of files: ROOT/files/ab/cd/SHA256 once they are whole, ROOT/uploads/ID until then; both on one file
/// system. Knows no database and no rights. A file that stands under its hash was written, synced and only then
/// renamed.
///
/// Names are made here from hashes and ids that were checked before; what is neither is NotFound and touches nothing.
class ContentStore
{
public:
    /// Bytes that files leave free, so that the records, which may lie on the same disk, go on.
    static constexpr qint64 kReserve = 64 * 1024 * 1024;

    /// Makes the two folders, 0700.
    static Result<ContentStore> open(const QString &root);

    bool has(const QString &sha256) const;
    Result<FileHandle> read(const QString &sha256) const;
    /// StorageFull when \p bytes more would eat into the reserve.
    Result<void> roomFor(qint64 bytes) const;

    /// The partial file \p id, made when it is not there, locked for the caller. StorageBusy when another writes to it.
    Result<FileHandle> makePartial(const QString &id) const;
    /// The same, but NotFound when it is not there.
    Result<FileHandle> partial(const QString &id) const;
    /// Moves the synced partial file to its place.
    Result<void> keep(const QString &id, const QString &sha256) const;
    /// A file that is not there is removed already.
    Result<void> removePartial(const QString &id) const;
    Result<void> remove(const QString &sha256) const;
    /// The ids of all partial files.
    QStringList partials() const;

private:
    explicit ContentStore(QString root)
        : m_root(std::move(root))
    {
    }
    QString folderOf(const QString &sha256) const;
    QString uploads() const { return m_root + QStringLiteral("/uploads"); }
    Result<FileHandle> locked(const QString &id, FileHandle::Mode mode) const;

    QString m_root;
};

} // namespace markaz::server

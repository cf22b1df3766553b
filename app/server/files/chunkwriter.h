// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/files/filehandle.h"
#include "core/protocol/files.h"

#include <QCryptographicHash>

#include <optional>

namespace markaz::server {

/// One chunk on its way to the end of a partial file. With a checksum it counts whole or not at all; without one, what
/// came of it counts. Whatever happens, the file is synced before its length is told to anybody.
class ChunkWriter
{
public:
    /// \p partial is locked; \p room: bytes that the upload still lacks.
    ChunkWriter(FileHandle partial, qint64 offset, qint64 room,
                const std::optional<protocol::files::Checksum> &checksum);
    /// finish() as far as it came, unless it was finished.
    ~ChunkWriter();
    ChunkWriter(const ChunkWriter &) = delete;
    ChunkWriter &operator=(const ChunkWriter &) = delete;

    /// TooLarge when more comes than the upload lacks: nothing of the chunk counts then. StorageFull and the like: what
    /// was written before counts.
    Result<void> write(const QByteArray &bytes);
    /// The file's length now, synced. Refused with `where` = checksum_mismatch when the chunk is not what it should be.
    Result<qint64> finish();
    const FileHandle &file() const { return m_partial; }

private:
    Result<void> takeBack();

    FileHandle m_partial;
    const qint64 m_start;
    const qint64 m_room;
    qint64 m_written = 0;
    std::optional<protocol::files::Checksum> m_checksum;
    QCryptographicHash m_hash;
    bool m_over = false;
};

} // namespace markaz::server

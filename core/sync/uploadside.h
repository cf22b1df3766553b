// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/filestep.h"

namespace markaz {

/// The sending of one file over tus 1.0.0 (core/protocol/files.h), a request at a time: begins it, asks where it stands
/// after anything went wrong, and sends piece after piece. What the server confirmed is on the disk before the next
/// piece goes. No network here.
class UploadSide
{
public:
    UploadSide(FileParts &parts, ChunkSize &chunk)
        : m_parts(parts)
        , m_chunk(chunk)
    {
    }

    /// NotFound when the content is not on this laptop any more.
    Result<ServerCall> next(const FileJob &job);
    /// \p took: from sending \p call to its answer. Errors: Malformed for what no tus server says, and those of the
    /// disk.
    Result<FileStep> take(const FileJob &job, const ServerCall &call, const ServerAnswer &answer,
                          std::chrono::milliseconds took);
    /// An answer was lost or cannot be believed: the server is asked where each file stands before it goes on.
    void doubt() { m_known.clear(); }

private:
    Result<ServerCall> create(const FileJob &job);
    Result<ServerCall> patch(const FileJob &job);
    Result<FileStep> created(const FileJob &job, const ServerAnswer &answer);
    Result<FileStep> asked(const FileJob &job, const ServerAnswer &answer);
    Result<FileStep> patched(const FileJob &job, const ServerCall &call, const ServerAnswer &answer,
                             std::chrono::milliseconds took);
    Result<FileStep> beginAnew(const FileJob &job);
    Result<FileStep> mismatch(const FileJob &job);
    Result<FileStep> standsAt(const FileJob &job, qint64 offset, const QString &url);

    FileParts &m_parts;
    ChunkSize &m_chunk;
    QString m_known; ///< the upload whose offset the server has told since the last doubt
};

} // namespace markaz

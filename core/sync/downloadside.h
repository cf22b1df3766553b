// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/filestep.h"

namespace markaz {

/// The fetching of one file, a range at a time into a partial file, which a kill or a cut leaves to go on from. The
/// whole is hashed before it gets its place; what is not what its name says is dropped and fetched again. No network
/// here.
class DownloadSide
{
public:
    DownloadSide(FileParts &parts, ChunkSize &chunk)
        : m_parts(parts)
        , m_chunk(chunk)
    {
    }

    /// The next range of \p job; nothing when the file is here already and take() is not needed.
    Result<std::optional<ServerCall>> next(const FileJob &job);
    Result<FileStep> take(const FileJob &job, const ServerCall &call, const ServerAnswer &answer,
                          std::chrono::milliseconds took);

private:
    Result<FileStep> came(const FileJob &job, qint64 offset, const QByteArray &bytes);

    FileParts &m_parts;
    ChunkSize &m_chunk;
};

} // namespace markaz

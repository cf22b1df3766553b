// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/files.h"
#include "core/sync/syncpolicy.h"

namespace markaz {

/// How much of a file goes in one request: so much that a request takes between kChunkShortest and kChunkLongest on the
/// line that there is. A fast line is not held up by round trips, and what a bad one tears down is little.
class ChunkSize
{
public:
    qint64 bytes() const { return m_bytes; }
    /// A request of \p bytes took \p time. A short last piece only counts for the speed.
    void moved(qint64 bytes, std::chrono::milliseconds time);
    void failed();
    qint64 bytesPerSecond() const { return m_speed; } ///< smoothed; 0 = not known

private:
    qint64 m_bytes = protocol::files::kFirstChunk;
    qint64 m_speed = 0;
};

} // namespace markaz

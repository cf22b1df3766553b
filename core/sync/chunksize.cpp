// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/chunksize.h"

#include <algorithm>

namespace markaz {

void ChunkSize::moved(qint64 bytes, std::chrono::milliseconds time)
{
    const qint64 milliseconds = std::max<qint64>(1, time.count());
    const qint64 speed = bytes * 1000 / milliseconds;
    m_speed = m_speed == 0 ? speed : (3 * m_speed + speed) / 4;
    if (time > syncpolicy::kChunkLongest) {
        // Straight to what takes the middle of the two times; by halves a large chunk would crawl too often.
        const qint64 middle = (syncpolicy::kChunkShortest + syncpolicy::kChunkLongest).count() / 2;
        m_bytes = std::min(m_bytes, bytes * middle / milliseconds);
    } else if (time < syncpolicy::kChunkShortest && bytes >= m_bytes) {
        m_bytes *= 2;
    }
    m_bytes = std::clamp(m_bytes, syncpolicy::kChunkLeast, syncpolicy::kChunkMost);
}

void ChunkSize::failed()
{
    m_bytes = std::max(syncpolicy::kChunkLeast, m_bytes / 2);
}

} // namespace markaz

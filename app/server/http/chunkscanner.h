// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace markaz::server {

/// Follows a body in chunks through bytes that arrive piecemeal, and stops at the first byte that none may hold: a
/// control character or the end of a quoted value's line in an extension, a chunk that is longer than it said, a size
/// of more than 16 digits. Each byte is looked at once, so it makes no difference how they come. What extensions and
/// trailers say is not its business.
class ChunkScanner
{
public:
    enum class Verdict { More, Complete, Malformed, TooLarge };

    /// \p mostBytes: of all chunks together.
    explicit ChunkScanner(quint64 mostBytes)
        : m_left(mostBytes)
    {
    }
    /// Looks at \p bytes, which follow those of the last call; how many of them belong to the body. Once the verdict is
    /// another than More, none.
    qsizetype scan(QByteArrayView bytes);
    Verdict verdict() const { return m_verdict; }

private:
    enum class At {
        Size,
        Extension,
        Quoted,
        Escaped,
        LineFeed,
        Data,
        DataReturn,
        DataFeed,
        Trailer,
        TrailerRest,
        TrailerFeed,
        LastFeed
    };
    /// Whether \p c may stand here; moves on.
    bool take(char c);
    bool takeSize(char c);
    bool beginData();

    At m_at = At::Size;
    Verdict m_verdict = Verdict::More;
    quint64 m_left;     ///< bytes that chunks to come may hold
    quint64 m_size = 0; ///< of the chunk; in its data, what is to come of it
    int m_digits = 0;
};

} // namespace markaz::server

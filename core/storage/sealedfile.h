// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/sealer.h"

#include <QIODevice>
#include <QList>

#include <memory>

class QFile;

namespace markaz {

/// A file at rest: "MKZFILE1" | 16 random bytes, the file's id | frames. A frame is the clear length and the sealed
/// length (32 bits each, little-endian) and the sealed bytes of at most 256 KiB; its place for the sealer holds the
/// file's id, its number and its clear length, so that no frame opens in another file, at another place or shortened.
/// That frames are missing at the end is for the owner to see: content is known by its hash.
///
/// 2026-11-28: frames and not libsodium's secretstream, which the design names: a download goes on after a kill in
/// the middle of the file, and a viewer seeks in it; a stream can do neither without being read from its start.
namespace sealedfile {

constexpr qint64 kFrame = 256 * 1024; ///< clear bytes of a frame, at most

/// What is whole of a sealed file.
struct Frames
{
    struct Frame
    {
        qint64 clearAt = 0;
        qint64 fileAt = 0; ///< of its sealed bytes
        quint32 clear = 0;
        quint32 sealed = 0;
    };
    QByteArray id; ///< empty when the file does not begin as a sealed one
    QList<Frame> list;
    qint64 clearSize() const { return list.isEmpty() ? 0 : list.last().clearAt + list.last().clear; }
    qint64 fileSize() const; ///< where the next frame belongs
};

bool isSealed(QFile &file);
/// Reads the frames' heads. A frame that was torn when it was written, and all behind it, does not count.
Frames frames(QFile &file);
/// The same, and the last frames are opened too until one holds: for a file that may have been cut while it grew.
Frames wholeFrames(QFile &file, const Sealer &sealer);
/// Adds \p clear behind \p frames, with the head before the first; what was torn there is overwritten. Not synced yet.
/// StorageFull, StorageFailed.
Result<void> append(QFile &file, Frames &frames, const QByteArray &clear, const Sealer &sealer);
/// The clear bytes of \p file, which is open, seekable. A frame that does not open ends the reading with an error.
std::unique_ptr<QIODevice> reader(std::unique_ptr<QFile> file, const Sealer &sealer);

} // namespace sealedfile
} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/position.h"

#include <QDateTime>

#include <optional>

class QIODevice;

namespace markaz {

/// What a camera wrote into a photo beside its pixels (EXIF).
struct PhotoFacts
{
    QDateTime takenAt; ///< UTC; invalid where the photo does not say
    std::optional<Position> position;
};

/// Reads the EXIF of \p file, which is seekable, and leaves it anywhere. Only a JPEG has any: nothing is read of
/// another file. No more than 4 MiB of segments are walked through and 64 KiB looked into; EXIF that is broken, absent
/// or cannot be true gives no facts, and is never an error, because the photo is worth as much without.
///
/// 2026-11-28, decisions that the design leaves open:
/// - libexif reads it: 100 KiB of C with a fuzzer of its own, where Exiv2 brings XMP, network and exceptions along.
/// - A time without its offset (cameras without GPS) is one of the laptop's zone: Pakistan has one.
/// - 0, 0 is what receivers write that have not found themselves, and no position.
PhotoFacts readPhotoFacts(QIODevice &file);

} // namespace markaz

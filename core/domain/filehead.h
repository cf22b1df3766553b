// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

class QIODevice;

namespace markaz {

/// What the bytes of a file say it is, whatever its name says.
struct FileHead
{
    QString mediaType; ///< one of evidence::mediaTypes()
    int width = 0;     ///< of an image, in pixels
    int height = 0;
    qint64 pixels() const { return static_cast<qint64>(width) * height; }
};

/// Reads just so much of \p file, which is seekable, as tells its kind and an image's size; nothing is decoded, so an
/// image that lies about its size fills no memory, and no more than 4 MiB of a JPEG's segments are walked through.
/// InvalidValue for any other kind of file; Malformed for a JPEG, PNG or PDF whose head is broken or whose end is
/// missing (a copy that was cut off).
Result<FileHead> readFileHead(QIODevice &file);

} // namespace markaz

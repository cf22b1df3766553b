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
    int scans = 0; ///< of a JPEG, up to its end: how often a decoder walks through a progressive one
    qint64 pixels() const { return static_cast<qint64>(width) * height; }
};

/// What counts as the end of a file: its own, or any end mark of its kind where one may be looked for.
///
/// 2026-11-29: the laptop takes files by their own end (checkFile); the server and what shows a file go by any, as
/// laptops before did. What such a laptop has queued would else be refused for ever after an upgrade of the server.
enum class FileEnd { Own, Any };

/// Reads \p file, which is seekable, as far as tells its kind, an image's size and whether it is whole; nothing is
/// decoded, so an image that lies about its size fills no memory. A JPEG is walked through once, a block at a time, to
/// the end of its picture (the previews before it have ends of their own), with its frame within the first 4 MiB; a PNG
/// chunk by chunk; a PDF ends within its last 1,024 bytes, where readers look. What stands behind the end is not looked
/// at: cameras and mail programs put more there. Where that finds no end, FileEnd::Any is content with the mark of one
/// (FFD9, IEND, %%EOF) within the last 1 MiB. InvalidValue for any other kind of file; Malformed for a JPEG, PNG or PDF
/// whose head is broken or whose end is missing (a copy that was cut off).
Result<FileHead> readFileHead(QIODevice &file, FileEnd end);

} // namespace markaz

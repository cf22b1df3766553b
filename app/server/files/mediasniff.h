// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/files/filehandle.h"

namespace markaz::server {

/// What a file's first bytes say that it is.
struct Media
{
    QString type;      ///< one of evidence::mediaTypes(); empty = none of them
    qint64 pixels = 0; ///< width times height of a picture; 0 of anything else
};

/// Reads signatures and the size in a picture's header, by hand: the server links no picture library, and decodes
/// nothing that a client sent. A picture without a readable size is no picture. Reads at most the first 4 MiB of
/// segments.
Result<Media> sniffMedia(const FileHandle &file);

} // namespace markaz::server

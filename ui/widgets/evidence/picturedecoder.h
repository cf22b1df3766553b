// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/evidence.h"

#include <QImage>

class QIODevice;

namespace markaz::ui {

/// The one door to the decoders of pictures, for bytes that came from elsewhere. \p file is seekable. The picture fits
/// into \p within (a null size: as large as it is), turned as its camera was held.
///
/// Null for everything that is not a JPEG or PNG (FileEnd::Any): the other decoders of Qt (SVG, GIF, ICO, XPM, ...)
/// never see a byte. Null too for more than \p mostPixels, for a size that the decoder reads otherwise than
/// readFileHead(), for a JPEG of more scans than any camera writes, and for what cannot be decoded. In any thread.
QImage decodePicture(QIODevice &file, const QSize &within, qint64 mostPixels = evidence::kMaxPixels);

} // namespace markaz::ui

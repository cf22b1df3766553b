// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/evidence.h"

#include <QImage>

namespace markaz::ui {

/// The picture in \p store, as decodePicture() reads it. Null when it cannot be read. In any thread. Only pixels come:
/// what the file says of itself (EXIF, comments) is not in the image, so nothing that is made of it can carry it on.
QImage readPicture(const ContentStore &store, const QString &sha256, const QSize &within);

/// The same pixels without any words beside them.
QImage bare(QImage image);

/// \p image as a file of \p format ("JPG", "PNG"); empty when it cannot be one.
QByteArray encoded(const QImage &image, const char *format);

} // namespace markaz::ui

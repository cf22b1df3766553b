// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/pictures.h"

#include "ui/widgets/evidence/picturedecoder.h"

#include <QBuffer>
#include <QColorSpace>

namespace markaz::ui {

namespace {
constexpr int kJpegQuality = 90;
}

QImage readPicture(const ContentStore &store, const QString &sha256, const QSize &within)
{
    auto file = store.open(sha256);
    if (!file)
        return {};
    return bare(decodePicture(**file, within));
}

QImage bare(QImage image)
{
    if (image.isNull() || image.textKeys().isEmpty())
        return image;
    // QImage has no way to forget its words; another one on the same pixels has none.
    auto *held = new QImage(std::move(image));
    QImage plain(
        held->bits(), held->width(), held->height(), held->bytesPerLine(), held->format(),
        [](void *pixels) { delete static_cast<QImage *>(pixels); }, held);
    plain.setColorTable(held->colorTable());
    plain.setColorSpace(held->colorSpace());
    return plain;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const bool jpeg = qstrcmp(format, "JPG") == 0;
    return image.save(&buffer, format, jpeg ? kJpegQuality : -1) ? bytes : QByteArray();
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/picturedecoder.h"

#include "core/domain/filehead.h"

#include <QImageReader>

namespace markaz::ui {
namespace {

constexpr int kAllocationMiB = 192; ///< a PNG of 40 megapixels takes 160
constexpr int kMostScans = 100;     ///< libjpeg writes 10 into a progressive JPEG
constexpr qint64 kBlock = 64 * 1024;

/// Each scan, and an empty one has ten bytes, has the decoder walk through all of a progressive picture: a file of a
/// few megabytes could keep it busy for hours.
bool hasTooManyScans(QIODevice &file)
{
    QByteArray block;
    qsizetype at = 0;
    const auto next = [&] { // -1: no more
        if (at == block.size()) {
            block = file.read(std::min(kBlock, file.bytesAvailable()));
            at = 0;
        }
        return at < block.size() ? static_cast<uchar>(block.at(at++)) : -1;
    };
    int scans = 0;
    for (int byte = next(); byte >= 0; byte = next()) {
        if (byte != 0xff) // of a scan, and its FF are followed by 00
            continue;
        int marker = next();
        while (marker == 0xff) // padding
            marker = next();
        if (marker == 0xd9)
            return false;
        if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)) // those that stand alone
            continue;
        if (marker == 0xda && ++scans > kMostScans)
            return true;
        int left = next() << 8;
        left += next() - 2;
        while (left > 0 && next() >= 0)
            --left;
    }
    return false;
}

} // namespace

QImage decodePicture(QIODevice &file, const QSize &within, qint64 mostPixels)
{
    static const bool limited = (QImageReader::setAllocationLimit(kAllocationMiB), true);
    Q_UNUSED(limited);
    const auto head = readFileHead(file);
    if (!head || head->pixels() == 0 || head->pixels() > mostPixels || !file.seek(0))
        return {};
    const bool jpeg = head->mediaType == QLatin1String("image/jpeg");
    if (jpeg && (hasTooManyScans(file) || !file.seek(0)))
        return {};
    QImageReader reader(&file, jpeg ? "jpeg" : "png");
    reader.setAutoDetectImageFormat(false); // whatever else the bytes might be is not asked
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size != QSize(head->width, head->height))
        return {};
    QSize target = within;
    if (reader.transformation().testFlag(QImageIOHandler::TransformationRotate90)) // scaling comes before turning
        target.transpose();
    if (!target.isEmpty() && (size.width() > target.width() || size.height() > target.height()))
        reader.setScaledSize(size.scaled(target, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

} // namespace markaz::ui

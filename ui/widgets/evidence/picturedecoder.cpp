// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/picturedecoder.h"

#include "core/domain/filehead.h"

#include <QImageReader>

namespace markaz::ui {
namespace {

constexpr int kAllocationMiB = 192; ///< a PNG of 40 megapixels takes 160
/// libjpeg writes 10 into a progressive JPEG. Each scan, and an empty one has ten bytes, has the decoder walk through
/// all of a progressive picture: a file of a few megabytes could keep it busy for hours.
constexpr int kMostScans = 100;

} // namespace

QImage decodePicture(QIODevice &file, const QSize &within, qint64 mostPixels)
{
    static const bool limited = (QImageReader::setAllocationLimit(kAllocationMiB), true);
    Q_UNUSED(limited);
    const auto head = readFileHead(file, FileEnd::Any);
    if (!head || head->pixels() == 0 || head->pixels() > mostPixels || head->scans > kMostScans || !file.seek(0))
        return {};
    const bool jpeg = head->mediaType == QLatin1String("image/jpeg");
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

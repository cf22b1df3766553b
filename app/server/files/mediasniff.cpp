// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/files/mediasniff.h"

#include <QtEndian>

namespace markaz::server {
namespace {

constexpr qint64 kLookAt = 4 * 1024 * 1024; // a JPEG's size stands behind its previews and profiles

template <class Number>
Number bigEndian(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<Number>(bytes.constData() + at);
}

Result<Media> sniffPng(const FileHandle &file)
{
    auto head = file.read(8, 17); // IHDR is the first chunk: length, name, width, height
    if (!head)
        return head.error();
    if (head->size() < 17 || bigEndian<quint32>(*head, 0) != 13 || head->mid(4, 4) != "IHDR")
        return Media();
    const qint64 width = bigEndian<quint32>(*head, 8);
    const qint64 height = bigEndian<quint32>(*head, 12);
    if (width == 0 || height == 0 || width > 0x7fffffff || height > 0x7fffffff)
        return Media();
    return Media{QStringLiteral("image/png"), width * height};
}

/// A start of frame holds the size: SOF0 to SOF15, but DHT (C4), JPG (C8) and DAC (CC), which share the range.
bool startsFrame(uchar marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

Result<Media> sniffJpeg(const FileHandle &file)
{
    for (qint64 at = 2; at < kLookAt;) {
        auto head = file.read(at, 9); // FF, marker, length, precision, height, width
        if (!head)
            return head.error();
        if (head->size() < 9 || static_cast<uchar>(head->at(0)) != 0xff)
            return Media();
        const uchar marker = static_cast<uchar>(head->at(1));
        if (marker == 0xff) { // a fill byte
            ++at;
            continue;
        }
        const quint16 length = bigEndian<quint16>(*head, 2);
        if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xda) || length < 2)
            return Media(); // the picture's data, or its end, before its size
        if (startsFrame(marker)) {
            const qint64 height = bigEndian<quint16>(*head, 5);
            const qint64 width = bigEndian<quint16>(*head, 7);
            return width == 0 || height == 0 ? Media() : Media{QStringLiteral("image/jpeg"), width * height};
        }
        at += 2 + length;
    }
    return Media();
}

} // namespace

Result<Media> sniffMedia(const FileHandle &file)
{
    auto start = file.read(0, 8);
    if (!start)
        return start.error();
    if (start->startsWith("\xff\xd8\xff"))
        return sniffJpeg(file);
    if (*start == QByteArray("\x89PNG\r\n\x1a\n", 8))
        return sniffPng(file);
    if (start->startsWith("%PDF-"))
        return Media{QStringLiteral("application/pdf"), 0};
    return Media();
}

} // namespace markaz::server

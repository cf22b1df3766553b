// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filehead.h"

#include <QIODevice>
#include <QtEndian>

namespace markaz {
namespace {

constexpr qint64 kTail = 1024LL * 1024;
constexpr qint64 kLookAt = 4LL * 1024 * 1024; // a JPEG's size stands behind its previews and profiles
const QByteArray kPngMark("\x89PNG\r\n\x1a\n", 8);

Error broken(const QString &why)
{
    return makeError(ErrorCode::Malformed, why, QStringLiteral("file.broken"));
}

/// The mark that each format has at its end; cameras put more data behind it, so it need not be the very last.
bool hasEnd(QIODevice &file, const QByteArray &mark)
{
    const qint64 tail = std::min(kTail, file.size());
    return file.seek(file.size() - tail) && file.read(tail).contains(mark);
}

quint32 number(const QByteArray &bytes, int at, int length)
{
    return length == 2 ? qFromBigEndian<quint16>(bytes.constData() + at)
                       : qFromBigEndian<quint32>(bytes.constData() + at);
}

Result<FileHead> png(QIODevice &file)
{
    // The mark, then IHDR as the first chunk: length, "IHDR", width, height.
    if (file.size() < 24 || !file.seek(8))
        return broken(QStringLiteral("a PNG that is cut off"));
    const QByteArray chunk = file.read(16);
    if (chunk.size() != 16 || chunk.mid(4, 4) != "IHDR")
        return broken(QStringLiteral("a PNG without a header"));
    const quint32 width = number(chunk, 8, 4);
    const quint32 height = number(chunk, 12, 4);
    if (width == 0 || height == 0 || width > 0x7fffffff || height > 0x7fffffff)
        return broken(QStringLiteral("a PNG without a size"));
    if (!hasEnd(file, QByteArrayLiteral("IEND")))
        return broken(QStringLiteral("a PNG without an end"));
    return FileHead{QStringLiteral("image/png"), static_cast<int>(width), static_cast<int>(height)};
}

/// Start of frame: SOF0 to SOF15 without DHT, JPG and DAC, which lie between them.
bool isFrame(uchar marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

Result<FileHead> jpeg(QIODevice &file)
{
    qint64 at = 2;
    for (;;) {
        if (at >= kLookAt)
            return broken(QStringLiteral("a JPEG without a frame where one is due"));
        if (at >= file.size() || !file.seek(at))
            return broken(QStringLiteral("a JPEG that is cut off"));
        const QByteArray head = file.read(9); // FF, marker, length (2), precision, height (2), width (2)
        if (head.size() < 4 || static_cast<uchar>(head.at(0)) != 0xff)
            return broken(QStringLiteral("a JPEG without a frame"));
        const auto marker = static_cast<uchar>(head.at(1));
        if (marker == 0xff) { // padding
            ++at;
            continue;
        }
        if (isFrame(marker)) {
            if (head.size() < 9 || number(head, 5, 2) == 0 || number(head, 7, 2) == 0)
                return broken(QStringLiteral("a JPEG without a size"));
            if (!hasEnd(file, QByteArray("\xff\xd9", 2)))
                return broken(QStringLiteral("a JPEG without an end"));
            return FileHead{QStringLiteral("image/jpeg"), static_cast<int>(number(head, 7, 2)),
                            static_cast<int>(number(head, 5, 2))};
        }
        const quint32 length = number(head, 2, 2);
        if (length < 2 || marker == 0xda || marker == 0xd9) // pixels, or the end, before any frame
            return broken(QStringLiteral("a JPEG without a frame"));
        at += 2 + length;
    }
}

} // namespace

Result<FileHead> readFileHead(QIODevice &file)
{
    if (!file.seek(0))
        return broken(file.errorString());
    const QByteArray head = file.read(8);
    if (head.startsWith(QByteArray("\xff\xd8\xff", 3)))
        return jpeg(file);
    if (head == kPngMark)
        return png(file);
    if (head.startsWith("%PDF-")) {
        if (!hasEnd(file, QByteArrayLiteral("%%EOF")))
            return broken(QStringLiteral("a PDF without an end"));
        return FileHead{QStringLiteral("application/pdf"), 0, 0};
    }
    return makeError(ErrorCode::InvalidValue, QStringLiteral("neither JPEG, PNG nor PDF"), QStringLiteral("file.type"));
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filehead.h"

#include <QIODevice>

#include <algorithm>
#include <optional>

namespace markaz {
namespace {

constexpr qint64 kBlock = 64LL * 1024;
constexpr qint64 kPdfTail = 1024;             // where readers look for the end of a PDF
constexpr qint64 kAnyTail = 1024LL * 1024;    // where laptops before 2026-11-29 did, of every kind
constexpr qint64 kLookAt = 4LL * 1024 * 1024; // a JPEG's size stands behind its previews and profiles
const QByteArray kPngMark("\x89PNG\r\n\x1a\n", 8);

Error broken(const QString &why)
{
    return makeError(ErrorCode::Malformed, why, QStringLiteral("file.broken"));
}

/// Of a file whose head is good: no end of its own was found. readFileHead() makes Malformed of it.
Error endless(const QString &why)
{
    return makeError(ErrorCode::Incomplete, why);
}

/// A file from one place on, a block at a time: as cheap for a million short steps as for one long one.
class Bytes
{
public:
    Bytes(QIODevice &file, qint64 from)
        : m_file(file)
        , m_begin(from)
    {
    }
    qint64 at() const { return m_begin + m_at; }
    int next() ///< -1: no more
    {
        if (m_at == m_block.size() && !fill())
            return -1;
        return static_cast<uchar>(m_block.at(m_at++));
    }
    /// Big-endian; nothing where the file ends before.
    std::optional<quint32> number(int length)
    {
        quint32 value = 0;
        for (int i = 0; i < length; ++i) {
            const int byte = next();
            if (byte < 0)
                return std::nullopt;
            value = value << 8 | static_cast<quint32>(byte);
        }
        return value;
    }
    void skip(qint64 count)
    {
        const qint64 here = std::min<qint64>(count, m_block.size() - m_at);
        m_at += here;
        if (here == count)
            return;
        m_begin = at() + count - here;
        m_block.clear();
        m_at = 0;
    }
    /// Behind the next FF; false where there is none.
    bool toMark()
    {
        for (;;) {
            if (m_at == m_block.size() && !fill())
                return false;
            const qsizetype found = m_block.indexOf('\xff', m_at);
            m_at = found < 0 ? m_block.size() : found + 1;
            if (found >= 0)
                return true;
        }
    }

private:
    bool fill()
    {
        m_begin = at();
        m_at = 0;
        m_block = m_begin < m_file.size() && m_file.seek(m_begin) ? m_file.read(kBlock) : QByteArray();
        return !m_block.isEmpty();
    }

    QIODevice &m_file;
    qint64 m_begin; ///< where the block stands in the file
    QByteArray m_block;
    qsizetype m_at = 0;
};

Result<void> png(QIODevice &file, FileHead &head)
{
    // The mark, then chunks: length, type, content, checksum; IHDR with width and height first, IEND last.
    Bytes bytes(file, kPngMark.size());
    constexpr quint32 kHeader = 0x49484452;
    constexpr quint32 kEnd = 0x49454e44;
    for (bool first = true;; first = false) {
        const auto length = bytes.number(4);
        const auto type = bytes.number(4);
        if (!length || !type)
            return first ? broken(QStringLiteral("a PNG without a header"))
                         : endless(QStringLiteral("a PNG without an end"));
        if (first != (*type == kHeader))
            return broken(QStringLiteral("a PNG without a header"));
        if (*type == kEnd)
            return {};
        qint64 left = qint64(*length) + 4;
        if (first) {
            const auto width = bytes.number(4);
            const auto height = bytes.number(4);
            if (!width || !height || *length < 8 || *width == 0 || *height == 0 || *width > 0x7fffffff ||
                *height > 0x7fffffff)
                return broken(QStringLiteral("a PNG without a size"));
            head.width = static_cast<int>(*width);
            head.height = static_cast<int>(*height);
            left -= 8;
        }
        bytes.skip(left);
    }
}

/// Start of frame: SOF0 to SOF15 without DHT, JPG and DAC, which lie between them.
bool isFrame(int marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// Markers without a segment: what is stuffed into a scan, TEM, the restarts and another start.
bool standsAlone(int marker)
{
    return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

Result<void> jpeg(QIODevice &file, FileHead &head)
{
    Bytes bytes(file, 2);
    bool damaged = false; // behind the frame; decoders go on there, so all scans are counted
    for (;;) {
        const bool framed = head.width > 0;
        if (!framed && bytes.at() >= kLookAt)
            return broken(QStringLiteral("a JPEG without a frame where one is due"));
        // Before the frame one segment follows another; behind it there are scans, and decoders pass over the rest.
        if (framed ? !bytes.toMark() : bytes.next() != 0xff)
            return framed ? endless(QStringLiteral("a JPEG without an end"))
                          : broken(QStringLiteral("a JPEG without a frame"));
        int marker = bytes.next();
        while (marker == 0xff) // padding
            marker = bytes.next();
        if (framed && standsAlone(marker)) // also no more
            continue;
        if (marker == 0xd9 && head.scans > 0 && !damaged)
            return {};
        if (marker == 0xd9 && framed)
            return endless(QStringLiteral("a JPEG without a picture"));
        if (marker == 0xd9 || standsAlone(marker) || (marker == 0xda && !framed)) // the end, or pixels, too early
            return broken(QStringLiteral("a JPEG without a picture"));
        const auto length = bytes.number(2);
        if (!framed && (!length || *length < 2))
            return broken(QStringLiteral("a JPEG that is cut off"));
        damaged = damaged || !length || *length < 2;
        qint64 left = qint64(length.value_or(0)) - 2;
        if (isFrame(marker) && !framed) { // precision, height, width
            bytes.skip(1);
            const auto height = bytes.number(2);
            const auto width = bytes.number(2);
            if (!width || !height || left < 5 || *width == 0 || *height == 0)
                return broken(QStringLiteral("a JPEG without a size"));
            head.width = static_cast<int>(*width);
            head.height = static_cast<int>(*height);
            left -= 5;
        }
        head.scans += marker == 0xda ? 1 : 0;
        bytes.skip(std::max<qint64>(left, 0));
    }
}

/// 2026-11-29: that an end stands there, and not what it points to: readers find their way through a wrong table. A
/// file for the web has an end of its first page too, near its start, which points to 0.
Result<void> pdf(QIODevice &file)
{
    const qint64 tail = std::min(kPdfTail, file.size());
    const QByteArray last = file.seek(file.size() - tail) ? file.read(tail) : QByteArray();
    const qsizetype end = last.lastIndexOf("%%EOF");
    if (end < 0)
        return endless(QStringLiteral("a PDF without an end"));
    const QByteArray mark = QByteArrayLiteral("startxref");
    const qsizetype table = last.lastIndexOf(mark, end);
    if (table >= 0 && last.mid(table + mark.size(), end - table - mark.size()).trimmed() == "0")
        return endless(QStringLiteral("a PDF that is cut off behind its first page"));
    return {};
}

bool hasMark(QIODevice &file, const QByteArray &mark)
{
    const qint64 tail = std::min(kAnyTail, file.size());
    return file.seek(file.size() - tail) && file.read(tail).contains(mark);
}

} // namespace

Result<FileHead> readFileHead(QIODevice &file, FileEnd end)
{
    if (!file.seek(0))
        return broken(file.errorString());
    const QByteArray start = file.read(8);
    FileHead head;
    Result<void> walked;
    QByteArray mark;
    if (start.startsWith(QByteArray("\xff\xd8\xff", 3))) {
        head.mediaType = QStringLiteral("image/jpeg");
        mark = QByteArray("\xff\xd9", 2);
        walked = jpeg(file, head);
    } else if (start == kPngMark) {
        head.mediaType = QStringLiteral("image/png");
        mark = QByteArrayLiteral("IEND");
        walked = png(file, head);
    } else if (start.startsWith("%PDF-")) {
        head.mediaType = QStringLiteral("application/pdf");
        mark = QByteArrayLiteral("%%EOF");
        walked = pdf(file);
    } else {
        return makeError(ErrorCode::InvalidValue, QStringLiteral("neither JPEG, PNG nor PDF"),
                         QStringLiteral("file.type"));
    }
    if (walked)
        return head;
    if (walked.error().code != ErrorCode::Incomplete)
        return walked.error();
    return end == FileEnd::Any && hasMark(file, mark) ? Result<FileHead>(head) : broken(walked.error().detail);
}

} // namespace markaz

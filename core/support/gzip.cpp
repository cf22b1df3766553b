// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace markaz {
namespace {

constexpr int kGzipBits = 15 + 16; // zlib's flag for the gzip container
constexpr int kZlibBits = 15;

QByteArray deflateWith(const QByteArray &plain, int windowBits)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib could not be initialised");
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

Result<QByteArray> inflateWith(const QByteArray &packed, qsizetype maxBytes, int maxRatio, int windowBits)
{
    const qsizetype bound = std::min(maxBytes, packed.size() * qsizetype(maxRatio));
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        qFatal("zlib could not be initialised");
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray out;
    std::array<char, 16384> chunk{};
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(chunk.data(), static_cast<qsizetype>(chunk.size() - stream.avail_out));
        if (out.size() > bound) {
            inflateEnd(&stream);
            return makeError(ErrorCode::TooLarge, QStringLiteral("inflates to more than %1 bytes").arg(bound));
        }
        if (state == Z_BUF_ERROR || (state == Z_OK && stream.avail_in == 0 && stream.avail_out != 0))
            break; // truncated
    }
    const bool whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!whole)
        return makeError(ErrorCode::Malformed, QStringLiteral("not a complete compressed stream"));
    return out;
}

} // namespace

QByteArray gzip(const QByteArray &plain)
{
    return deflateWith(plain, kGzipBits);
}

Result<QByteArray> gunzip(const QByteArray &packed, qsizetype maxBytes, int maxRatio)
{
    return inflateWith(packed, maxBytes, maxRatio, kGzipBits);
}

QByteArray deflateZlib(const QByteArray &plain)
{
    return deflateWith(plain, kZlibBits);
}

Result<QByteArray> inflateZlib(const QByteArray &packed, qsizetype maxBytes, int maxRatio)
{
    return inflateWith(packed, maxBytes, maxRatio, kZlibBits);
}

} // namespace markaz

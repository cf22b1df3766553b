// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/strictzlib.h"

#include "core/support/gzip.h"

#include <zlib.h>

namespace markaz {
namespace {

/// The unused high bits of the last byte of deflated data, which a valid stream may hold anything in.
Result<int> paddingOf(const QByteArray &packed, qsizetype inflatedSize)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        qFatal("zlib could not be initialised");
    QByteArray out(inflatedSize + 1, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    // With Z_BLOCK, inflate stops at each block's end: data_type then holds the number of unused bits of the last byte
    // taken, plus 64 in the last block, plus 128 right after an end-of-block code.
    constexpr int kEnd = 64 + 128;
    int state = Z_OK;
    while (state == Z_OK && (stream.data_type & kEnd) != kEnd)
        state = inflate(&stream, Z_BLOCK);
    const bool atEnd = state == Z_OK && stream.total_in > 0;
    const int unused = stream.data_type & 7;
    const Bytef last = atEnd ? stream.next_in[-1] : Bytef(0);
    inflateEnd(&stream);
    if (!atEnd)
        return makeError(ErrorCode::Malformed, QStringLiteral("not a complete compressed stream"));
    return unused == 0 ? 0 : last >> (8 - unused);
}

} // namespace

Result<QByteArray> inflateStrict(const QByteArray &packed, qsizetype maxBytes)
{
    auto plain = inflateZlib(packed, maxBytes);
    if (!plain)
        return plain;
    const auto padding = paddingOf(packed, plain->size());
    if (!padding)
        return padding.error();
    if (*padding != 0)
        return makeError(ErrorCode::Malformed, QStringLiteral("bits follow the compressed stream"));
    return plain;
}

} // namespace markaz

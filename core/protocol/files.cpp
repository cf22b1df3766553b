// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/files.h"

#include <algorithm>

namespace markaz::protocol::files {
namespace {

Error malformed(const char *why)
{
    return makeError(ErrorCode::Malformed, QLatin1String(why));
}

/// Only what an encoder writes is read: no blanks, no missing padding, no stray bits.
Result<QByteArray> fromBase64(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).toBase64() != text)
        return malformed("no base64");
    return *decoded;
}

bool isKey(const QByteArray &key)
{
    return !key.isEmpty() && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127 && c != ','; });
}

} // namespace

QByteArray encodeMetadata(const Metadata &metadata)
{
    QByteArray text;
    for (auto it = metadata.begin(); it != metadata.end(); ++it) {
        if (!text.isEmpty())
            text += ',';
        text += it.key();
        if (!it.value().isEmpty())
            text += ' ' + it.value().toBase64();
    }
    return text;
}

Result<Metadata> decodeMetadata(const QByteArray &text)
{
    Metadata metadata;
    if (text.trimmed().isEmpty())
        return metadata;
    const QList<QByteArray> pairs = text.split(',');
    for (const QByteArray &pair : pairs) {
        const QByteArray trimmed = pair.trimmed();
        const qsizetype blank = trimmed.indexOf(' ');
        const QByteArray key = blank < 0 ? trimmed : trimmed.left(blank);
        if (!isKey(key) || metadata.contains(key))
            return malformed("a key of the metadata is empty, not ASCII or there twice");
        auto value = fromBase64(blank < 0 ? QByteArray() : trimmed.mid(blank + 1));
        if (!value)
            return value.error();
        metadata.insert(key, *value);
    }
    return metadata;
}

QByteArray encodeChecksum(const Checksum &checksum)
{
    return (checksum.algorithm == ChecksumAlgorithm::Sha1 ? "sha1 " : "sha256 ") + checksum.digest.toBase64();
}

Result<Checksum> decodeChecksum(const QByteArray &text)
{
    const qsizetype blank = text.indexOf(' ');
    if (blank < 1)
        return malformed("a checksum is ALGORITHM and DIGEST");
    const QByteArray name = text.left(blank);
    Checksum checksum;
    if (name == "sha1")
        checksum.algorithm = ChecksumAlgorithm::Sha1;
    else if (name != "sha256")
        return makeError(ErrorCode::InvalidValue, QStringLiteral("this checksum is not spoken here"));
    auto digest = fromBase64(text.mid(blank + 1));
    if (!digest)
        return digest.error();
    if (digest->size() != (checksum.algorithm == ChecksumAlgorithm::Sha1 ? 20 : 32))
        return malformed("the digest has another length");
    checksum.digest = *digest;
    return checksum;
}

} // namespace markaz::protocol::files

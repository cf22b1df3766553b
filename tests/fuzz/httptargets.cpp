// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/byterange.h"
#include "app/server/api/trustedproxies.h"
#include "app/server/http/requesthead.h"
#include "core/protocol/checkpoints.h"
#include "core/protocol/files.h"
#include "core/support/gzip.h"
#include "tests/fuzz/targets.h"

namespace markaz::fuzz {

using namespace markaz::server;

/// A head, whole and byte by byte, with what its target means; what stands behind it as a packed body.
void httpRequest(const QByteArray &bytes)
{
    const HttpLimits limits;
    HeadScanner atOnce;
    const HeadScanner::State state = atOnce.scan(bytes);
    HeadScanner slowly;
    HeadScanner::State slowState = HeadScanner::State::More;
    for (qsizetype n = 1; n <= bytes.size() && slowState == HeadScanner::State::More; ++n)
        slowState = slowly.scan(QByteArrayView(bytes).first(n));
    must(slowState == state && (state != HeadScanner::State::Complete || slowly.size() == atOnce.size()),
         "a head ends at the same byte however it comes");
    if (state != HeadScanner::State::Complete)
        return;
    const ParsedHead parsed = parseHead(QByteArrayView(bytes).first(atOnce.size()), limits);
    if (parsed.refusal) {
        must(parsed.refusal->status >= 400, "a refusal is one");
        return;
    }
    must(!(parsed.head.chunked && parsed.head.contentLength), "a body ends in one way");
    must(parsed.head.contentLength.value_or(0) >= 0 && parsed.head.contentLength.value_or(0) <= limits.bodyBytes,
         "a length is within its bounds");
    if (const auto target = parseTarget(parsed.head.target)) {
        const QStringList segments = target->path.split(QLatin1Char('/'));
        must(target->path.startsWith(QLatin1Char('/')) && !segments.contains(QLatin1String("..")) &&
                 !segments.contains(QLatin1String(".")) && !target->path.contains(QChar(0)) &&
                 !target->path.contains(QLatin1Char('\\')),
             "a path leads down");
    }
    if (const auto plain = gunzip(bytes.mid(atOnce.size()), limits.inflatedBytes, limits.inflateRatio))
        must(plain->size() <= limits.inflatedBytes, "what is inflated is within its bounds");
}

/// The fields that are read further: ranges, hops of proxies, what tus says of a file. One field a line.
void httpFields(const QByteArray &bytes)
{
    static const TrustedProxies proxies = *TrustedProxies::of({QStringLiteral("127.0.0.1"), QStringLiteral("::1")});
    constexpr qint64 kSize = 1000;
    const QList<QByteArray> lines = bytes.split('\n');
    for (const QByteArray &line : lines) {
        const auto range = rangeOf(line, kSize);
        if (const auto *part = std::get_if<ByteRange>(&range))
            must(part->first >= 0 && part->length > 0 && part->length <= kSize - part->first, "a range is within");
        ApiRequest request;
        request.remoteAddress = QStringLiteral("127.0.0.1");
        request.headers.insert("x-forwarded-for", line);
        must(!proxies.clientOf(request).isEmpty(), "somebody sent it");
        must(!proxies.isLocal(request), "what a proxy sent is not local");
        if (const auto metadata = protocol::files::decodeMetadata(line)) {
            const auto again = protocol::files::decodeMetadata(protocol::files::encodeMetadata(*metadata));
            must(again.ok() && *again == *metadata, "metadata come back");
        }
        if (const auto checksum = protocol::files::decodeChecksum(line))
            must(checksum->digest.size() == (checksum->algorithm == protocol::files::ChecksumAlgorithm::Sha1 ? 20 : 32),
                 "a digest has its length");
        if (const auto witness = protocol::readWitnessHeader(line))
            must(protocol::witnessHeader(*witness) == line, "a witness has one form");
    }
}

} // namespace markaz::fuzz

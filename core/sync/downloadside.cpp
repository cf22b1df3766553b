// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/downloadside.h"

#include <QRegularExpression>

namespace markaz {
namespace {

const QByteArray kRange = QByteArrayLiteral("range");
constexpr int kWhole = 200;
constexpr int kPartial = 206;
constexpr int kNotFound = 404;
constexpr int kNoSuchRange = 416;

/// The first byte that was asked for.
qint64 firstOf(const ServerCall &call)
{
    const QByteArray range = call.headers.value(kRange); // "bytes=65536-131071"
    return range.mid(range.indexOf('=') + 1).split('-').first().toLongLong();
}

/// "bytes 65536-131071/2000000" is the range that begins at \p first, as long as what came, of a file of \p size.
bool fits(const QByteArray &contentRange, qint64 first, qint64 length, qint64 size)
{
    static const QRegularExpression form(QStringLiteral("\\Abytes (\\d+)-(\\d+)/(\\d+)\\z"));
    const auto match = form.match(QString::fromLatin1(contentRange.trimmed()));
    return match.hasMatch() && match.captured(1).toLongLong() == first &&
           match.captured(2).toLongLong() == first + length - 1 && match.captured(3).toLongLong() == size;
}

} // namespace

Result<std::optional<ServerCall>> DownloadSide::next(const FileJob &job)
{
    if (m_parts.store.has(job.sha256))
        return std::optional<ServerCall>();
    qint64 have = m_parts.store.partialSize(job.sha256);
    if (have >= job.size) { // cut between the last piece and the check: checking costs little, fetching much
        if (have == job.size && m_parts.store.finish(job.sha256))
            return std::optional<ServerCall>();
        if (auto dropped = m_parts.store.dropPartial(job.sha256); !dropped)
            return dropped.error();
        have = 0;
    }
    ServerCall call;
    call.method = "GET";
    call.path = QStringLiteral("/api/v1/%1/%2").arg(protocol::files::kPath, job.sha256);
    call.expected = kPartial;
    call.alsoExpected = {kWhole};
    call.bytes = true;
    const qint64 last = std::min(job.size, have + m_chunk.bytes()) - 1;
    call.headers.insert(kRange, "bytes=" + QByteArray::number(have) + '-' + QByteArray::number(last));
    return std::optional<ServerCall>(call);
}

Result<FileStep> DownloadSide::take(const FileJob &job, const ServerCall &call, const ServerAnswer &answer,
                                    std::chrono::milliseconds took)
{
    if (answer.status == kNoSuchRange) {
        if (auto dropped = m_parts.store.dropPartial(job.sha256); !dropped)
            return dropped.error();
        return FileStep::of(FileStep::Kind::Stalled);
    }
    // Not there for this account, for now: the feed will say whether its record has left, or the file.
    if (answer.status == kNotFound)
        return FileStep::with(FileStep::Kind::Later, ErrorCode::NotFound, answer.problem->code);
    if (answer.problem)
        return stepOfProblem(answer);
    const QByteArray &bytes = answer.content;
    qint64 first = firstOf(call);
    if (answer.status == kWhole) {
        if (bytes.size() != job.size)
            return nonsense(QStringLiteral("%1 bytes for a file of %2").arg(bytes.size()).arg(job.size));
        if (auto dropped = m_parts.store.dropPartial(job.sha256); !dropped)
            return dropped.error();
        first = 0;
    } else if (bytes.isEmpty() ||
               !fits(answer.headers.value(QByteArrayLiteral("content-range")), first, bytes.size(), job.size)) {
        return nonsense(QStringLiteral("another range than the one that was asked for"));
    }
    m_chunk.moved(bytes.size(), took);
    return came(job, first, bytes);
}

Result<FileStep> DownloadSide::came(const FileJob &job, qint64 offset, const QByteArray &bytes)
{
    if (auto added = m_parts.store.append(job.sha256, offset, bytes); !added)
        return added.error();
    const qint64 have = offset + bytes.size();
    if (auto kept = m_parts.files.progress(job.id, have, {}); !kept)
        return kept.error();
    if (have < job.size)
        return FileStep::of(FileStep::Kind::Moved);
    auto whole = m_parts.store.finish(job.sha256);
    if (whole)
        return FileStep::of(FileStep::Kind::Done);
    if (whole.error().code != ErrorCode::Tampered)
        return whole.error();
    if (auto kept = m_parts.files.restart(job.id); !kept)
        return kept.error();
    return FileStep{FileStep::Kind::Later, {whole.error(), 0, {}}};
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/uploadside.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace markaz {
namespace {

namespace files = protocol::files;
const QString kFiles = QStringLiteral("/api/v1/") + files::kPath;
constexpr int kConflict = 409;
constexpr int kNotFound = 404;
constexpr int kGone = 410;

ServerCall tusCall(const QByteArray &method, const QString &path, int expected)
{
    ServerCall call;
    call.method = method;
    call.path = path;
    call.expected = expected;
    call.bytes = true;
    call.headers.insert(files::header::kTusResumable, files::kTusVersion);
    return call;
}

/// A number of bytes, or less than nothing.
qint64 bytesIn(const ServerAnswer &answer, const QByteArray &header)
{
    bool good = false;
    const qint64 bytes = answer.headers.value(header).trimmed().toLongLong(&good);
    return good ? bytes : -1;
}

/// Where an upload goes on: only ever below our own /files, whatever host the server names (it may stand behind a
/// proxy).
QString pathOf(const QByteArray &location)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(?:https?://[^/]+)?(?:/[^?#]*)?(/api/v1/files/[0-9A-Za-z-]{1,64})\\z"));
    return form.match(QString::fromLatin1(location.trimmed())).captured(1);
}

} // namespace

Result<ServerCall> UploadSide::next(const FileJob &job)
{
    if (!m_parts.store.has(job.sha256))
        return makeError(ErrorCode::NotFound, QStringLiteral("the file is not on this laptop"), job.sha256);
    if (job.url.isEmpty())
        return create(job);
    if (m_known != job.url)
        return [&] {
            ServerCall call = tusCall("HEAD", job.url, 200);
            call.alsoExpected = {204};
            return call;
        }();
    return patch(job);
}

Result<ServerCall> UploadSide::create(const FileJob &job)
{
    auto evidence = m_parts.records.require(Entity::Evidence, job.evidence);
    if (!evidence)
        return evidence.error();
    ServerCall call = tusCall("POST", kFiles, 201);
    call.alsoExpected = {200};
    call.headers.insert(files::header::kUploadLength, QByteArray::number(job.size));
    // 2026-11-24: no filename, though tus has a key for one: it is sealed in the record, and a header is not.
    call.headers.insert(
        files::header::kUploadMetadata,
        files::encodeMetadata({{files::metadata::kSha256, job.sha256.toLatin1()},
                               {files::metadata::kFileType,
                                evidence->fields.value(QStringLiteral("media_type")).toString().toLatin1()}}));
    return call;
}

Result<ServerCall> UploadSide::patch(const FileJob &job)
{
    auto piece = m_parts.store.read(job.sha256, job.done, std::min(m_chunk.bytes(), job.size - job.done));
    if (!piece)
        return piece.error();
    if (piece->isEmpty())
        return makeError(ErrorCode::NotFound, QStringLiteral("the file on this laptop is shorter than it was"),
                         job.sha256);
    ServerCall call = tusCall("PATCH", job.url, 204);
    call.headers.insert(QByteArrayLiteral("content-type"), files::kChunkType);
    call.headers.insert(files::header::kUploadOffset, QByteArray::number(job.done));
    call.headers.insert(files::header::kUploadChecksum,
                        files::encodeChecksum({files::ChecksumAlgorithm::Sha256,
                                               QCryptographicHash::hash(*piece, QCryptographicHash::Sha256)}));
    call.content = *piece;
    return call;
}

Result<FileStep> UploadSide::take(const FileJob &job, const ServerCall &call, const ServerAnswer &answer,
                                  std::chrono::milliseconds took)
{
    if (call.method == "POST")
        return created(job, answer);
    if (answer.status == kNotFound || answer.status == kGone) // expired, dropped, or the server was restored
        return beginAnew(job);
    return call.method == "HEAD" ? asked(job, answer) : patched(job, call, answer, took);
}

Result<FileStep> UploadSide::created(const FileJob &job, const ServerAnswer &answer)
{
    if (answer.problem && answer.status == kConflict && answer.problem->code == files::code::kUnrecorded)
        return FileStep::with(FileStep::Kind::Later, ErrorCode::Refused, answer.problem->code);
    if (answer.problem)
        return stepOfProblem(answer);
    const qint64 offset = bytesIn(answer, files::header::kUploadOffset);
    if (answer.status == 200) {
        if (offset != job.size)
            return nonsense(QStringLiteral("a file that is there, of %1 bytes").arg(offset));
        return FileStep::of(FileStep::Kind::Done);
    }
    const QString url = pathOf(answer.headers.value(files::header::kLocation));
    if (url.isEmpty())
        return nonsense(QStringLiteral("an upload without a place"));
    if (offset == job.size)
        return FileStep::of(FileStep::Kind::Done);
    return standsAt(job, std::max<qint64>(0, offset), url); // core tus gives no offset here
}

Result<FileStep> UploadSide::asked(const FileJob &job, const ServerAnswer &answer)
{
    if (answer.problem)
        return stepOfProblem(answer);
    const qint64 offset = bytesIn(answer, files::header::kUploadOffset);
    if (offset == job.size)
        return FileStep::of(FileStep::Kind::Done);
    return standsAt(job, offset, job.url);
}

Result<FileStep> UploadSide::patched(const FileJob &job, const ServerCall &call, const ServerAnswer &answer,
                                     std::chrono::milliseconds took)
{
    if (answer.status == kConflict) { // another offset than we think
        m_known.clear();
        return FileStep::of(FileStep::Kind::Stalled);
    }
    if (answer.status == files::kChecksumMismatch) {
        m_known.clear();
        m_chunk.failed();
        // A damaged piece was not taken and goes again; a damaged whole is gone on the server.
        if (answer.problem->code == files::code::kHash)
            return mismatch(job);
        return FileStep::of(FileStep::Kind::Stalled);
    }
    if (answer.problem) {
        m_known.clear();
        return stepOfProblem(answer);
    }
    const qint64 offset = bytesIn(answer, files::header::kUploadOffset);
    if (offset <= job.done || offset > job.done + call.content.size()) {
        m_known.clear();
        return nonsense(
            QStringLiteral("offset %1 after %2 bytes from %3").arg(offset).arg(call.content.size()).arg(job.done));
    }
    m_chunk.moved(offset - job.done, took);
    if (offset == job.size)
        return FileStep::of(FileStep::Kind::Done);
    if (auto kept = m_parts.files.progress(job.id, offset, job.url); !kept)
        return kept.error();
    return FileStep::of(FileStep::Kind::Moved);
}

/// The server knows nothing of the upload: it begins again from the first byte.
Result<FileStep> UploadSide::beginAnew(const FileJob &job)
{
    m_known.clear();
    if (auto kept = m_parts.files.restart(job.id); !kept)
        return kept.error();
    return FileStep::of(FileStep::Kind::Stalled);
}

/// What the server got is not what the name says. When it is this laptop's copy that has gone bad, sending it again
/// helps nobody.
Result<FileStep> UploadSide::mismatch(const FileJob &job)
{
    auto whole = m_parts.store.isWhole(job.sha256);
    if (!whole)
        return whole.error();
    if (!*whole)
        return FileStep::with(FileStep::Kind::Refused, ErrorCode::Tampered, QStringLiteral("damaged"));
    if (auto anew = beginAnew(job); !anew)
        return anew;
    return FileStep::with(FileStep::Kind::Later, ErrorCode::Malformed, files::code::kHash);
}

Result<FileStep> UploadSide::standsAt(const FileJob &job, qint64 offset, const QString &url)
{
    if (offset < 0 || offset > job.size)
        return nonsense(QStringLiteral("offset %1 of a file of %2 bytes").arg(offset).arg(job.size));
    if (auto kept = m_parts.files.standsAt(job.id, offset, url); !kept)
        return kept.error();
    m_known = url;
    return FileStep::of(FileStep::Kind::Stalled);
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The fake server's files: tus 1.0.0 and ranges, written from core/protocol/files.h and the specification of tus, with
// faults of their own.
#include "core/protocol/files.h"
#include "tests/support/sync/fakeserver.h"

#include <QCryptographicHash>

#include <utility>

namespace markaz::test {
namespace {

namespace files = protocol::files;
const QString kRoot = QStringLiteral("/api/v1/files");
constexpr QCryptographicHash::Algorithm kSha256 = QCryptographicHash::Sha256;

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, kSha256).toHex());
}

} // namespace

HttpResponse FakeServer::fileReply(const HttpRequest &request, int status, QHash<QByteArray, QByteArray> headers,
                                   const QByteArray &body)
{
    HttpResponse response = json(request, status, {}, "application/json");
    response.headers.remove(QByteArrayLiteral("content-type"));
    response.headers.insert(files::header::kTusResumable, files::kTusVersion);
    for (auto it = headers.begin(); it != headers.end(); ++it)
        response.headers.insert(it.key(), it.value());
    response.body = body;
    return response;
}

HttpResponse FakeServer::fileProblem(const HttpRequest &request, int status, const QString &code)
{
    HttpResponse response = problem(request, status, code);
    if (request.method == "HEAD")
        response.body.clear();
    return response;
}

/// A line of bytesPerSecond: the clock goes on by what \p bytes take.
void FakeServer::spend(qint64 bytes)
{
    if (bytesPerSecond > 0)
        m_clock.advance(bytes * 1000 / bytesPerSecond);
    bytesMoved += bytes;
}

HttpResponse FakeServer::fileAnswer(const HttpRequest &request, const Account &account)
{
    const QString id = request.path.mid(kRoot.size() + 1);
    if (request.method == "POST")
        return createUpload(request, account);
    if (request.method == "GET")
        return serveFile(request, account, id);
    auto upload = m_uploads.find(id);
    if (upload == m_uploads.end() || upload->account != account.actor.name)
        return fileProblem(request, 404, files::code::kNotThere);
    if (request.method == "PATCH")
        return appendTo(request, *upload);
    return fileReply(request, 200,
                     {{files::header::kUploadOffset, QByteArray::number(upload->bytes.size())},
                      {files::header::kUploadLength, QByteArray::number(upload->length)}});
}

HttpResponse FakeServer::createUpload(const HttpRequest &request, const Account &account)
{
    if (filesFull)
        return fileProblem(request, 507, files::code::kStorageFull);
    const auto metadata = files::decodeMetadata(request.headers.value(files::header::kUploadMetadata));
    if (!metadata || request.headers.value(files::header::kTusResumable) != files::kTusVersion)
        return fileProblem(request, 400, protocol::code::kMalformed);
    const QString sha256 = QString::fromLatin1(metadata->value(files::metadata::kSha256));
    bool recorded = false;
    for (const Record &evidence : all(Entity::Evidence))
        recorded = recorded ||
                   (evidence.fields.value(QStringLiteral("sha256")) == sha256 && sees(account, provinceOf(evidence)));
    if (!recorded)
        return fileProblem(request, 409, files::code::kUnrecorded);
    if (!refusesFile.isEmpty())
        return fileProblem(request, 415, refusesFile);
    const qint64 length = request.headers.value(files::header::kUploadLength).toLongLong();
    if (m_files.contains(sha256)) {
        received(sha256);
        return fileReply(request, 200,
                         {{files::header::kUploadOffset, QByteArray::number(length)},
                          {files::header::kLocation, (kRoot + QLatin1Char('/') + sha256).toLatin1()}});
    }
    for (auto it = m_uploads.begin(); it != m_uploads.end(); ++it) {
        if (it->account == account.actor.name && it->sha256 == sha256)
            return fileReply(request, 201,
                             {{files::header::kLocation, (kRoot + QLatin1Char('/') + it.key()).toLatin1()},
                              {files::header::kUploadOffset, QByteArray::number(it->bytes.size())}});
    }
    const QString id = m_ids.next();
    m_uploads.insert(id, {account.actor.name, sha256, length, {}});
    ++uploadsBegun;
    // Some servers name themselves, as their proxy is called.
    const QString location = QStringLiteral("https://proxy.example/markaz%1/%2").arg(kRoot, id);
    return fileReply(request, 201,
                     {{files::header::kLocation, location.toLatin1()}, {files::header::kUploadOffset, "0"}});
}

HttpResponse FakeServer::appendTo(const HttpRequest &request, Upload &upload)
{
    const qint64 offset = request.headers.value(files::header::kUploadOffset).toLongLong();
    if (offset != upload.bytes.size() || request.headers.value(QByteArrayLiteral("content-type")) != files::kChunkType)
        return fileProblem(request, 409, files::code::kOffset);
    const auto checksum = files::decodeChecksum(request.headers.value(files::header::kUploadChecksum));
    if (!checksum || checksum->digest != QCryptographicHash::hash(request.body, kSha256))
        return fileProblem(request, 460, files::code::kChecksum);
    spend(request.body.size());
    upload.bytes += request.body;
    m_pieces.append(request.body.size());
    const qint64 now = upload.bytes.size();
    if (now == upload.length) {
        const QString sha256 = upload.sha256;
        const QByteArray bytes = upload.bytes;
        if (hashOf(bytes) != sha256 || spoilsWhole) {
            spoilsWhole = false;
            m_uploads.removeIf([&sha256](const auto &it) { return it.value().sha256 == sha256; });
            return fileProblem(request, 460, files::code::kHash);
        }
        m_files.insert(sha256, bytes);
        received(sha256);
    }
    const qint64 said = now + std::exchange(liesAboutOffset, 0);
    return fileReply(request, 204, {{files::header::kUploadOffset, QByteArray::number(said)}});
}

HttpResponse FakeServer::serveFile(const HttpRequest &request, const Account &account, const QString &sha256)
{
    bool seen = false;
    for (const Record &evidence : all(Entity::Evidence))
        seen =
            seen || (evidence.fields.value(QStringLiteral("sha256")) == sha256 && sees(account, provinceOf(evidence)));
    if (!seen || !m_files.contains(sha256))
        return fileProblem(request, 404, files::code::kNotThere);
    const QByteArray &whole = m_files[sha256];
    const QByteArray range = request.headers.value(QByteArrayLiteral("range"));
    if (range.isEmpty() || ignoresRanges) {
        spend(whole.size());
        return fileReply(request, 200, {{QByteArrayLiteral("content-type"), "image/jpeg"}}, whole);
    }
    const QList<QByteArray> ends = range.mid(6).split('-');
    const qint64 first = ends.value(0).toLongLong();
    const qint64 last = std::min<qint64>(ends.value(1).toLongLong(), whole.size() - 1);
    if (first > last)
        return fileProblem(request, 416, QStringLiteral("range"));
    QByteArray piece = whole.mid(first, last - first + 1);
    if (spoilsDownload) {
        spoilsDownload = false;
        piece[0] = static_cast<char>(piece.at(0) ^ 1);
    }
    spend(piece.size());
    return fileReply(request, 206,
                     {{QByteArrayLiteral("content-type"), "image/jpeg"},
                      {QByteArrayLiteral("content-range"),
                       "bytes " + QByteArray::number(first + std::exchange(liesAboutRange, 0)) + '-' +
                           QByteArray::number(last) + '/' + QByteArray::number(whole.size())}},
                     piece);
}

void FakeServer::received(const QString &sha256)
{
    for (const Record &evidence : all(Entity::Evidence)) {
        if (evidence.fields.value(QStringLiteral("sha256")) == sha256 &&
            !evidence.fields.contains(QStringLiteral("received_at")))
            patch(Entity::Evidence, evidence.id, QStringLiteral("received_at"), toIso(m_clock.now()));
    }
}

void FakeServer::putFile(const QByteArray &bytes)
{
    m_files.insert(hashOf(bytes), bytes);
    received(hashOf(bytes));
}

void FakeServer::dropUploads()
{
    m_uploads.clear();
}

/// What comes of a request that was cut behind its \p cutAt th byte of body: those bytes arrive, their checksum cannot
/// be checked any more, and no answer gets back.
void FakeServer::cut(const HttpRequest &request)
{
    const QString id = request.path.mid(kRoot.size() + 1);
    if (auto upload = m_uploads.find(id);
        request.method == "PATCH" && upload != m_uploads.end() &&
        request.headers.value(files::header::kUploadOffset).toLongLong() == upload->bytes.size()) {
        const QByteArray part = request.body.left(std::min<qint64>(cutAt, request.body.size() - 1));
        spend(part.size());
        upload->bytes += part;
    }
}

} // namespace markaz::test

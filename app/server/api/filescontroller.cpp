// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/filescontroller.h"

#include "app/server/api/byterange.h"
#include "app/server/api/chunkreceiver.h"
#include "app/server/api/filereplies.h"
#include "app/server/api/replies.h"
#include "core/domain/evidence.h"
#include "core/domain/recordspec.h"
#include "core/protocol/files.h"
#include "core/protocol/messages.h"
#include "core/support/log.h"

#include <algorithm>

namespace markaz::server {
namespace {

namespace tus = protocol::files;

const QString kBase = QStringLiteral("/api/v1/files/");

/// Reads a range of a stored file while it is sent. The file stays readable when it is removed meanwhile.
class FileSource final : public BodySource
{
public:
    FileSource(FileHandle file, ByteRange range)
        : m_file(std::move(file))
        , m_range(range)
    {
    }
    qint64 size() const override { return m_range.length; }
    Result<QByteArray> read(qint64 atMost) override
    {
        auto piece = m_file.read(m_range.first + m_position, std::min(atMost, m_range.length - m_position));
        if (piece)
            m_position += piece->size();
        else
            qCWarning(lcServer) << "a file cannot be read:" << piece.error().detail;
        return piece;
    }

private:
    FileHandle m_file;
    ByteRange m_range;
    qint64 m_position = 0;
};

ApiResponse wrongMethod(const QByteArray &allowed)
{
    ApiResponse response = problemReply(
        requestProblem(405, QStringLiteral("method_not_allowed"), QStringLiteral("This address takes another method")));
    response.headers.insert(QByteArrayLiteral("Allow"), allowed);
    return response;
}

/// A field that is a number from 0 on, and nothing else.
Result<qint64> numberField(const ApiRequest &request, const QByteArray &name)
{
    const QByteArray text = request.header(name);
    const bool digits =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    if (!digits || !fits)
        return makeError(ErrorCode::Malformed, QStringLiteral("%1 is not a number").arg(QLatin1String(name)));
    return number;
}

std::optional<ApiResponse> otherTus(const ApiRequest &request)
{
    if (request.header(tus::header::kTusResumable) == tus::kTusVersion)
        return std::nullopt;
    ApiResponse response = fileProblem(412, tus::code::kTusVersion, QStringLiteral("Tus-Resumable: 1.0.0 is missing"));
    response.headers.insert(QByteArrayLiteral("Tus-Version"), tus::kTusVersion);
    return response;
}

QByteArray suffixOf(const QString &mediaType)
{
    return mediaType == QLatin1String("application/pdf") ? ".pdf"
           : mediaType == QLatin1String("image/png")     ? ".png"
                                                         : ".jpg";
}

} // namespace

ApiResponse FilesController::options()
{
    ApiResponse response = noContent();
    response.headers = {{QByteArrayLiteral("Tus-Version"), tus::kTusVersion},
                        {QByteArrayLiteral("Tus-Extension"), tus::kTusExtensions},
                        {QByteArrayLiteral("Tus-Max-Size"), QByteArray::number(evidence::kMaxBytes)},
                        {QByteArrayLiteral("Tus-Checksum-Algorithm"), tus::kChecksumAlgorithms}};
    return asTus(response);
}

QByteArray FilesController::methodOf(const ApiRequest &request)
{
    const QByteArray meant = request.header("x-http-method-override").toUpper();
    return request.method == "POST" && (meant == "PATCH" || meant == "DELETE") ? meant : request.method;
}

ApiResponse FilesController::handle(const ApiRequest &request, const QString &name)
{
    if (name.isEmpty())
        return methodOf(request) == "POST" ? asTus(create(request)) : wrongMethod(QByteArrayLiteral("OPTIONS, POST"));
    if (evidence::isSha256(name))
        return ofFile(request, name);
    if (isRecordId(name))
        return asTus(ofUpload(request, name));
    return fileProblem(404, tus::code::kNotThere, {});
}

ApiResponse FilesController::create(const ApiRequest &request)
{
    if (auto refused = otherTus(request))
        return *refused;
    if (!request.body.isEmpty())
        return fileProblem(makeError(ErrorCode::Malformed, QStringLiteral("creation-with-upload is not spoken here")));
    auto size = numberField(request, tus::header::kUploadLength);
    if (!size)
        return fileProblem(size.error());
    if (*size > evidence::kMaxBytes)
        return fileProblem(
            makeError(ErrorCode::TooLarge, QStringLiteral("a file has at most %1 bytes").arg(evidence::kMaxBytes)));
    auto metadata = tus::decodeMetadata(request.header(tus::header::kUploadMetadata));
    if (!metadata)
        return fileProblem(metadata.error());
    const FileClaim claim{QString::fromLatin1(metadata->value(tus::metadata::kSha256)), *size,
                          QString::fromLatin1(metadata->value(tus::metadata::kFileType))};
    if (!evidence::isSha256(claim.sha256))
        return fileProblem(makeError(ErrorCode::InvalidValue, QStringLiteral("no SHA-256 in lower-case hex"),
                                     QStringLiteral("sha256")));
    if (!evidence::mediaTypes().contains(claim.mediaType))
        return fileProblem(415, tus::code::kMediaType, QStringLiteral("filetype is none of the allowed ones"));
    auto begun = uploads().begin(claim);
    if (!begun)
        return fileProblem(begun.error());
    const bool there = begun->upload.id.isEmpty();
    ApiResponse response = uploadReply(there ? 200 : 201, *begun);
    response.headers.insert(QByteArrayLiteral("Upload-Length"), QByteArray::number(*size));
    response.headers.insert(QByteArrayLiteral("Location"),
                            (kBase + (there ? claim.sha256 : begun->upload.id)).toLatin1());
    return response;
}

ApiResponse FilesController::ofUpload(const ApiRequest &request, const QString &id)
{
    const QByteArray method = methodOf(request);
    if (method != "HEAD" && method != "PATCH" && method != "DELETE")
        return wrongMethod(QByteArrayLiteral("HEAD, PATCH, DELETE"));
    if (auto refused = otherTus(request))
        return *refused;
    if (method == "HEAD")
        return head(id);
    if (method == "DELETE") {
        auto ended = uploads().terminate(id);
        return ended ? noContent() : fileProblem(ended.error());
    }
    auto opened = open(request, id); // a PATCH without a body
    if (auto *refused = std::get_if<ApiResponse>(&opened))
        return *refused;
    return std::get<std::unique_ptr<BodyReceiver>>(opened)->whole();
}

ApiResponse FilesController::head(const QString &id)
{
    auto state = uploads().state(id);
    if (!state)
        return fileProblem(state.error());
    ApiResponse response = uploadReply(200, *state);
    response.headers.insert(QByteArrayLiteral("Upload-Length"), QByteArray::number(state->upload.size));
    response.headers.insert(QByteArrayLiteral("Upload-Metadata"),
                            tus::encodeMetadata({{tus::metadata::kSha256, state->upload.sha256.toLatin1()},
                                                 {tus::metadata::kFileType, state->upload.mediaType.toLatin1()}}));
    return response;
}

StreamedBodies::Opened FilesController::open(const ApiRequest &request, const QString &name)
{
    const auto refuse = [](ApiResponse response) -> StreamedBodies::Opened { return asTus(std::move(response)); };
    if (!isRecordId(name))
        return handle(request, name); // no upload: answered without its body
    if (auto refused = otherTus(request))
        return refuse(*refused);
    if (request.header("content-type").toLower() != tus::kChunkType)
        return refuse(
            fileProblem(415, tus::code::kMediaType, QStringLiteral("a chunk is application/offset+octet-stream")));
    auto offset = numberField(request, tus::header::kUploadOffset);
    if (!offset)
        return refuse(fileProblem(offset.error()));
    std::optional<tus::Checksum> checksum;
    if (const QByteArray text = request.header(tus::header::kUploadChecksum); !text.isEmpty()) {
        auto decoded = tus::decodeChecksum(text);
        if (!decoded)
            return refuse(fileProblem(decoded.error()));
        checksum = *decoded;
    }
    const auto elsewhere = [&](qint64 there) {
        ApiResponse response = fileProblem(409, tus::code::kOffset, QStringLiteral("it stands at %1").arg(there));
        response.headers.insert(QByteArrayLiteral("Upload-Offset"), QByteArray::number(there));
        return refuse(std::move(response));
    };
    auto upload = uploads().require(name);
    if (!upload)
        return refuse(fileProblem(upload.error()));
    if (upload->done)
        return elsewhere(upload->size);
    auto partial = m_context.files.makePartial(name);
    if (!partial) {
        const bool busy = partial.error().code == ErrorCode::StorageBusy;
        return refuse(busy ? fileProblem(423, tus::code::kLocked, {}) : fileProblem(partial.error()));
    }
    auto size = partial->size();
    if (!size)
        return refuse(fileProblem(size.error()));
    if (*size != *offset)
        return elsewhere(*size);
    const qint64 lacking = upload->size - *size;
    if (request.headers.contains("content-length")) {
        const qint64 announced = request.header("content-length").toLongLong();
        if (announced > lacking)
            return refuse(
                fileProblem(makeError(ErrorCode::TooLarge, QStringLiteral("more bytes than the upload lacks"))));
        if (auto room = m_context.files.roomFor(announced); !room)
            return refuse(fileProblem(room.error()));
    }
    return std::make_unique<ChunkReceiver>(
        m_context, m_who, *upload, std::make_unique<ChunkWriter>(std::move(*partial), *offset, lacking, checksum));
}

ApiResponse FilesController::ofFile(const ApiRequest &request, const QString &sha256)
{
    const QByteArray method = methodOf(request);
    if (method != "GET" && method != "HEAD" && method != "PATCH")
        return wrongMethod(QByteArrayLiteral("GET, HEAD"));
    auto file = visibleFile(m_store.database(), m_who.actor, sha256);
    if (!file)
        return fileProblem(file.error());
    if (!*file)
        return fileProblem(404, tus::code::kNotThere, {});
    const qint64 size = (*file)->size;
    if (method == "PATCH") { // of an upload that had nothing left to send
        ApiResponse response = fileProblem(409, tus::code::kOffset, QStringLiteral("the file is whole"));
        response.headers.insert(QByteArrayLiteral("Upload-Offset"), QByteArray::number(size));
        return asTus(response);
    }
    auto bytes = m_context.files.read(sha256);
    if (!bytes) {
        if (bytes.error().code != ErrorCode::NotFound)
            return errorReply(bytes.error());
        // After a restore without the files, until the laptops have sent theirs again.
        qCCritical(lcServer) << "a file that the store knows is not there:" << sha256;
        return fileProblem(404, tus::code::kNotThere, QStringLiteral("the server has lost its bytes"));
    }
    const QByteArray tag = '"' + sha256.toLatin1() + '"';
    const QByteArray ifRange = request.header("if-range");
    auto range = ifRange.isEmpty() || ifRange == tag ? rangeOf(request.header("range"), size)
                                                     : std::variant<WholeFile, ByteRange, NotSatisfiable>(WholeFile());
    ApiResponse response;
    if (std::holds_alternative<NotSatisfiable>(range)) {
        response = fileProblem(416, QStringLiteral("range"), QStringLiteral("the file has %1 bytes").arg(size));
        response.headers.insert(QByteArrayLiteral("Content-Range"), "bytes */" + QByteArray::number(size));
        return response;
    }
    const ByteRange *part = std::get_if<ByteRange>(&range);
    response.status = part != nullptr ? 206 : 200;
    response.mediaType = (*file)->mediaType.toLatin1();
    response.source = std::make_shared<FileSource>(std::move(*bytes), part != nullptr ? *part : ByteRange{0, size});
    if (part != nullptr)
        response.headers.insert(QByteArrayLiteral("Content-Range"),
                                "bytes " + QByteArray::number(part->first) + '-' +
                                    QByteArray::number(part->first + part->length - 1) + '/' +
                                    QByteArray::number(size));
    response.headers.insert(QByteArrayLiteral("ETag"), tag);
    response.headers.insert(QByteArrayLiteral("Accept-Ranges"), QByteArrayLiteral("bytes"));
    response.headers.insert(QByteArrayLiteral("Content-Disposition"), "attachment; filename=\"" +
                                                                          sha256.left(16).toLatin1() +
                                                                          suffixOf((*file)->mediaType) + '"');
    if (method != "HEAD")
        return response;
    response.headers.insert(QByteArrayLiteral("Upload-Offset"), QByteArray::number(size)); // for the tus client whose
    response.headers.insert(QByteArrayLiteral("Upload-Length"), QByteArray::number(size)); // Location this is
    return asTus(response);
}

} // namespace markaz::server

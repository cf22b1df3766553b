// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/filereplies.h"

#include "app/server/api/replies.h"
#include "core/protocol/files.h"

namespace markaz::server {
namespace {

namespace code = protocol::files::code;

struct Refused
{
    int status;
    const char *title;
};

std::optional<Refused> refusedFor(const QString &why)
{
    static const QHash<QString, Refused> all{
        {code::kUnrecorded, {409, "No record names this file yet"}},
        {code::kOffset, {409, "The upload stands elsewhere"}},
        {code::kLocked, {423, "Another request writes to this upload"}},
        {code::kChecksum, {protocol::files::kChecksumMismatch, "The chunk is damaged"}},
        {code::kHash, {protocol::files::kChecksumMismatch, "The file is damaged"}},
        {code::kMediaType, {415, "The file is not of an allowed type"}},
        {code::kImageTooLarge, {422, "The picture is too large"}},
        {code::kDiffers, {422, "The file is not as its record says"}},
        {code::kTusVersion, {412, "Only tus 1.0.0 is spoken here"}},
    };
    const auto found = all.constFind(why);
    return found == all.constEnd() ? std::nullopt : std::optional<Refused>(*found);
}

} // namespace

ApiResponse fileProblem(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return fileProblem(404, code::kNotThere, {});
    if (const auto refused = refusedFor(error.where); refused && error.code == ErrorCode::Refused)
        return problemReply(requestProblem(refused->status, error.where, QLatin1String(refused->title), error.detail));
    return errorReply(error);
}

ApiResponse fileProblem(int status, const QString &why, const QString &detail)
{
    const auto known = refusedFor(why);
    return problemReply(requestProblem(status, why,
                                       known           ? QLatin1String(known->title)
                                       : status == 404 ? QLatin1String("There is no such file")
                                                       : QLatin1String("The request is not acceptable"),
                                       detail));
}

ApiResponse uploadReply(int status, const UploadState &state)
{
    ApiResponse response;
    response.status = status;
    response.headers.insert(QByteArrayLiteral("Upload-Offset"), QByteArray::number(state.offset));
    if (const auto touched = fromIso(state.upload.touchedAt); touched && !state.upload.done)
        response.headers.insert(QByteArrayLiteral("Upload-Expires"),
                                httpDate(touched->addDays(protocol::files::kExpiryDays)));
    return response;
}

ApiResponse asTus(ApiResponse response)
{
    response.headers.insert(QByteArrayLiteral("Tus-Resumable"), protocol::files::kTusVersion);
    return response;
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

/// Files over the wire: tus 1.0.0 (https://tus.io/protocols/resumable-upload) with creation, checksum, expiration and
/// termination, for uploads; plain GET with ranges for downloads. Both ends read their words here.
///
/// How a file gets to the server:
///  1. The evidence record that names its hash is pushed first. A POST for a hash that no record names, or none that
///  the
///     caller may send, is 409 `unrecorded`: come again after the next push.
///  2. POST /files with Tus-Resumable, Upload-Length and Upload-Metadata (sha256, filetype; filename may come and is
///  not
///     kept: the record has it, sealed). 201 with Location (/api/v1/files/UUID), Upload-Offset: 0 and Upload-Expires.
///     A file that is there already: 200 with Upload-Offset = Upload-Length and Location /api/v1/files/SHA256; nothing
///     is left to do. An upload of the same file that this account began before: 201 again, with the Location and the
///     Upload-Offset of that one.
///  3. PATCH the Location with Upload-Offset, Content-Type application/offset+octet-stream and, if wanted,
///     Upload-Checksum; at most kMaxChunk bytes each. 204 with the new Upload-Offset, which is on the disk by then.
///     Whatever breaks: HEAD the Location, and go on from its Upload-Offset.
///  4. The PATCH that brings the last byte is answered once the whole is checked: 204. The server then sets received_at
///     on every record that names the hash and is this account's to attach to. (A record of another inspector waits
///     until he has sent the file himself: to know a hash is not to have the file.) Or 460 `hash_mismatch`,
///     415 `media_type` or 422 `image_too_large`: the bytes are dropped and the upload is gone (404).
/// The upload's Location answers HEAD for kExpiryDays, also when it is complete. 404 on it: begin anew with POST.
///
/// 2026-11-24: /files needs neither Markaz-Protocol nor Markaz-Nonce, so that any tus client works with nothing but its
/// Authorization; where they are sent they are checked and answered as everywhere.
namespace markaz::protocol::files {

inline const QString kPath = QStringLiteral("files"); ///< below the base path; files/UUID, files/SHA256
inline const QByteArray kTusVersion = QByteArrayLiteral("1.0.0");
inline const QByteArray kTusExtensions = QByteArrayLiteral("creation,checksum,expiration,termination");
inline const QByteArray kChecksumAlgorithms = QByteArrayLiteral("sha1,sha256");
inline const QByteArray kChunkType = QByteArrayLiteral("application/offset+octet-stream");

inline constexpr qint64 kFirstChunk = 64 * 1024;      ///< bytes; where an adapting client starts
inline constexpr qint64 kMaxChunk = 16 * 1024 * 1024; ///< bytes of one PATCH: 413 beyond
inline constexpr int kExpiryDays = 30;                ///< since the upload was last written to

/// Names of header fields in lower case, as both sides keep them.
namespace header {
inline const QByteArray kTusResumable = QByteArrayLiteral("tus-resumable");
inline const QByteArray kTusVersion = QByteArrayLiteral("tus-version");
inline const QByteArray kTusExtension = QByteArrayLiteral("tus-extension");
inline const QByteArray kTusMaxSize = QByteArrayLiteral("tus-max-size");
inline const QByteArray kTusChecksumAlgorithm = QByteArrayLiteral("tus-checksum-algorithm");
inline const QByteArray kUploadOffset = QByteArrayLiteral("upload-offset");
inline const QByteArray kUploadLength = QByteArrayLiteral("upload-length");
inline const QByteArray kUploadMetadata = QByteArrayLiteral("upload-metadata");
inline const QByteArray kUploadChecksum = QByteArrayLiteral("upload-checksum");
inline const QByteArray kUploadExpires = QByteArrayLiteral("upload-expires"); ///< RFC 9110 date
inline const QByteArray kLocation = QByteArrayLiteral("location");            ///< a path, or absolute
} // namespace header

/// Keys of Upload-Metadata; "filetype" and "filename" are what tus clients call them.
namespace metadata {
inline const QByteArray kSha256 = QByteArrayLiteral("sha256"); ///< lower-case hex, 64 characters
inline const QByteArray kFileType = QByteArrayLiteral("filetype");
inline const QByteArray kFileName = QByteArrayLiteral("filename");
} // namespace metadata

/// Statuses beyond HTTP's own.
inline constexpr int kChecksumMismatch = 460;

/// Codes of the problems, beside those in core/protocol/messages.h (unauthenticated, malformed, too_large, busy ...).
namespace code {
inline const QString kUnrecorded = QStringLiteral("unrecorded");         ///< 409: push the record, then come again
inline const QString kOffset = QStringLiteral("offset");                 ///< 409: HEAD says where to go on
inline const QString kLocked = QStringLiteral("locked");                 ///< 423: another request writes to it
inline const QString kChecksum = QStringLiteral("checksum_mismatch");    ///< 460: send this chunk again
inline const QString kHash = QStringLiteral("hash_mismatch");            ///< 460: the whole is not what was named
inline const QString kMediaType = QStringLiteral("media_type");          ///< 415: not allowed, or not what it says
inline const QString kImageTooLarge = QStringLiteral("image_too_large"); ///< 422: more than 40 megapixels
inline const QString kDiffers = QStringLiteral("differs");               ///< 422: size or type are not the record's
inline const QString kTusVersion = QStringLiteral("tus_version");        ///< 412
inline const QString kStorageFull = QStringLiteral("storage_full");      ///< 507: pause files, records go on
inline const QString kNotThere = QStringLiteral("not_found");            ///< 404: none, or none for this account
} // namespace code

using Metadata = QMap<QByteArray, QByteArray>;

/// "sha256 YWJj,filename bWlsbC5qcGc=": keys without blanks or commas, values in base64.
QByteArray encodeMetadata(const Metadata &metadata);
/// Malformed for a key that is empty, comes twice or holds other than printable ASCII, and for what is no strict
/// base64.
Result<Metadata> decodeMetadata(const QByteArray &text);

enum class ChecksumAlgorithm { Sha1, Sha256 };
struct Checksum
{
    ChecksumAlgorithm algorithm = ChecksumAlgorithm::Sha256;
    QByteArray digest; ///< raw: 20 or 32 bytes
};

/// "sha256 " and the digest in base64.
QByteArray encodeChecksum(const Checksum &checksum);
/// Malformed; InvalidValue for an algorithm that is not spoken here.
Result<Checksum> decodeChecksum(const QByteArray &text);

} // namespace markaz::protocol::files

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/files/chunkwriter.h"

#include "core/support/log.h"

namespace markaz::server {
namespace {

QCryptographicHash::Algorithm algorithmOf(const std::optional<protocol::files::Checksum> &checksum)
{
    return checksum && checksum->algorithm == protocol::files::ChecksumAlgorithm::Sha1 ? QCryptographicHash::Sha1
                                                                                       : QCryptographicHash::Sha256;
}

} // namespace

ChunkWriter::ChunkWriter(FileHandle partial, qint64 offset, qint64 room,
                         const std::optional<protocol::files::Checksum> &checksum)
    : m_partial(std::move(partial))
    , m_start(offset)
    , m_room(room)
    , m_checksum(checksum)
    , m_hash(algorithmOf(checksum))
{
}

ChunkWriter::~ChunkWriter()
{
    if (m_over)
        return;
    const Result<void> left = m_checksum ? takeBack() : m_partial.sync();
    if (!left)
        qCWarning(lcServer) << "a chunk that was cut off:" << left.error().detail;
}

Result<void> ChunkWriter::write(const QByteArray &bytes)
{
    if (m_written + bytes.size() > m_room) {
        if (auto back = takeBack(); !back)
            return back;
        return makeError(ErrorCode::TooLarge, QStringLiteral("more bytes than the upload lacks"));
    }
    auto written = m_partial.write(m_start + m_written, bytes);
    if (!written)
        return written;
    m_written += bytes.size();
    if (m_checksum)
        m_hash.addData(bytes);
    return {};
}

Result<qint64> ChunkWriter::finish()
{
    if (m_checksum && m_hash.result() != m_checksum->digest) {
        if (auto back = takeBack(); !back)
            return back.error();
        return makeError(ErrorCode::Refused, QStringLiteral("the chunk is not what its checksum says"),
                         protocol::files::code::kChecksum);
    }
    m_over = true;
    if (auto synced = m_partial.sync(); !synced)
        return synced.error();
    return m_start + m_written;
}

Result<void> ChunkWriter::takeBack()
{
    m_over = true;
    if (auto cut = m_partial.truncate(m_start); !cut)
        return cut;
    return m_partial.sync();
}

} // namespace markaz::server

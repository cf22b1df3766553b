// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/chunkreceiver.h"

#include "app/server/api/filereplies.h"
#include "core/support/log.h"

namespace markaz::server {

std::optional<ApiResponse> ChunkReceiver::take(const QByteArray &piece)
{
    auto written = m_writer->write(piece);
    if (written)
        return std::nullopt;
    if (written.error().code != ErrorCode::TooLarge)
        qCWarning(lcServer) << "a chunk could not be written:" << written.error().detail;
    m_writer.reset();
    return asTus(fileProblem(written.error()));
}

ApiResponse ChunkReceiver::whole()
{
    const std::unique_ptr<ChunkWriter> writer = std::move(m_writer);
    auto offset = writer->finish();
    if (!offset)
        return asTus(fileProblem(offset.error()));
    auto store = m_context.stores.ofThisThread();
    if (!store)
        return asTus(fileProblem(store.error()));
    Uploads uploads(**store, m_context.files, m_context.clock, m_who);
    auto done = *offset == m_upload.size ? uploads.complete(m_upload, writer->file()) : uploads.touched(m_upload);
    if (!done) {
        if (done.error().code == ErrorCode::Refused)
            m_context.metrics.uploaded(Metrics::Upload::Refused, m_upload.size);
        else
            qCWarning(lcServer) << "an upload could not go on:" << done.error().detail;
        return asTus(fileProblem(done.error()));
    }
    m_upload.done = *offset == m_upload.size;
    if (m_upload.done)
        m_context.metrics.uploaded(Metrics::Upload::Done, m_upload.size);
    return asTus(uploadReply(204, {m_upload, *offset}));
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"
#include "app/server/files/chunkwriter.h"
#include "app/server/files/uploads.h"

namespace markaz::server {

/// The body of one PATCH: goes to the end of its partial file, and completes the upload when it is the last. The file
/// is free again before an answer is given: whoever has it may send the next chunk at once.
class ChunkReceiver final : public BodyReceiver
{
public:
    ChunkReceiver(ApiContext &context, Uploads::Caller who, Upload upload, std::unique_ptr<ChunkWriter> writer)
        : m_context(context)
        , m_who(std::move(who))
        , m_upload(std::move(upload))
        , m_writer(std::move(writer))
    {
    }

    std::optional<ApiResponse> take(const QByteArray &piece) override;
    ApiResponse whole() override;

private:
    ApiContext &m_context;
    Uploads::Caller m_who;
    Upload m_upload;
    std::unique_ptr<ChunkWriter> m_writer;
};

} // namespace markaz::server

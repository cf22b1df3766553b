// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"
#include "app/server/files/uploads.h"

namespace markaz::server {

/// /files: uploads as tus 1.0.0 has them, downloads with ranges. core/protocol/files.h says what goes over the wire.
class FilesController
{
public:
    FilesController(ApiContext &context, Store &store, Uploads::Caller who)
        : m_context(context)
        , m_store(store)
        , m_who(std::move(who))
    {
    }

    /// What this server's tus can; for anybody.
    static ApiResponse options();
    /// The method that is meant: a POST may stand for a PATCH or a DELETE that some proxy does not let through.
    static QByteArray methodOf(const ApiRequest &request);

    /// \p name: what follows "/files/": a hash, an upload's id or nothing at all.
    ApiResponse handle(const ApiRequest &request, const QString &name);
    /// A PATCH with a body.
    StreamedBodies::Opened open(const ApiRequest &request, const QString &name);

private:
    ApiResponse create(const ApiRequest &request);
    ApiResponse ofUpload(const ApiRequest &request, const QString &id);
    ApiResponse ofFile(const ApiRequest &request, const QString &sha256);
    ApiResponse head(const QString &id);
    Uploads uploads() { return Uploads(m_store, m_context.files, m_context.clock, m_who); }

    ApiContext &m_context;
    Store &m_store;
    Uploads::Caller m_who;
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"

namespace markaz::server {

/// /public: what anybody may ask of a certificate. Nothing of an owner is in it.
class CertificateController
{
public:
    CertificateController(ApiContext &context, Store &store)
        : m_context(context)
        , m_store(store)
    {
    }

    ApiResponse certificate(const ApiRequest &request, const QString &number);
    ApiResponse keys();
    ApiResponse revocations();

private:
    ApiContext &m_context;
    Store &m_store;
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"

namespace markaz::server {

/// /session: sign-in, refresh, sign-out; and who stands behind a bearer token.
class SessionController
{
public:
    SessionController(ApiContext &context, Store &store)
        : m_context(context)
        , m_store(store)
    {
    }

    ApiResponse signIn(const ApiRequest &request);
    ApiResponse refresh(const ApiRequest &request);
    ApiResponse end(const SignedIn &who);
    /// Unauthenticated without a valid token.
    Result<SignedIn> caller(const ApiRequest &request);

private:
    ApiContext &m_context;
    Store &m_store;
};

} // namespace markaz::server

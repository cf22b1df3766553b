// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"

namespace markaz::server {

/// /session: sign-in, enrolment, refresh, password, sign-out, the last word of a revoked device; and who stands behind
/// a bearer token.
class SessionController
{
public:
    SessionController(ApiContext &context, Store &store)
        : m_context(context)
        , m_store(store)
    {
    }

    ApiResponse signIn(const ApiRequest &request);
    ApiResponse enrol(const ApiRequest &request);
    ApiResponse refresh(const ApiRequest &request);
    ApiResponse changePassword(const ApiRequest &request, const SignedIn &who);
    ApiResponse wiped(const ApiRequest &request, const SignedIn &who);
    ApiResponse end(const SignedIn &who);
    /// Unauthenticated without a valid token.
    Result<SignedIn> caller(const ApiRequest &request);

private:
    Origin originOf(const ApiRequest &request) const;
    /// Counts what failed.
    ApiResponse admitted(const Result<Admitted> &reply);
    ApiResponse counted(const Error &error);
    ApiContext &m_context;
    Store &m_store;
};

} // namespace markaz::server

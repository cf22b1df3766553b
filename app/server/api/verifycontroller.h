// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"

namespace markaz::server {

/// /verify/{number}: the public page. `?code=MKZ1:...` or a posted form checks a scanned code as well; `?lang=ur` is
/// the page in Urdu. 200 for a known number, 404 for an unknown one, 422 for a code that is refused; always a page, or,
/// for who accepts application/json and no page, the same in a few members (verifyJson).
class VerifyController
{
public:
    VerifyController(ApiContext &context, Store &store)
        : m_context(context)
        , m_store(store)
    {
    }

    ApiResponse page(const ApiRequest &request);
    /// What a browser gets whose form is turned away before it is read (\p status: 413); nothing where it is none of
    /// this page's, or a program's.
    static std::optional<ApiResponse> refused(const ApiRequest &request, int status);
    /// 429 for whoever asks the public addresses too often, as a page or as a problem.
    static ApiResponse tooMany(const ApiRequest &request, int seconds);

private:
    ApiContext &m_context;
    Store &m_store;
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"

namespace markaz::server {

/// /changes: push and pull.
class ChangesController
{
public:
    ChangesController(ApiContext &context, Store &store, SignedIn who)
        : m_context(context)
        , m_store(store)
        , m_who(std::move(who))
    {
    }

    ApiResponse push(const ApiRequest &request);
    ApiResponse pull(const ApiRequest &request);

private:
    Result<void> holdWitness(const ApiRequest &request);

    ApiContext &m_context;
    Store &m_store;
    SignedIn m_who;
};

} // namespace markaz::server

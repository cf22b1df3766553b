// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"

namespace markaz::server {

/// /audit: who did what, for those who may read it.
class AuditController
{
public:
    AuditController(Store &store, Actor who)
        : m_store(store)
        , m_who(std::move(who))
    {
    }

    ApiResponse list(const ApiRequest &request);

private:
    Store &m_store;
    Actor m_who;
};

} // namespace markaz::server

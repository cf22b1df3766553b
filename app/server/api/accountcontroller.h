// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"
#include "app/server/store/accountadmin.h"
#include "app/server/store/devices.h"

namespace markaz::server {

/// /accounts and /devices, for administrators.
class AccountController
{
public:
    AccountController(ApiContext &context, Store &store, const SignedIn &who)
        : m_context(context)
        , m_by{who.actor, who.device}
        , m_admin(store.database(), context.reference.gazetteer, context.clock, m_by)
        , m_devices(store.database(), context.clock)
    {
    }

    ApiResponse accounts() const;
    ApiResponse add(const ApiRequest &request);
    ApiResponse change(const ApiRequest &request, const QString &id);
    ApiResponse makeCode(const QString &id);
    ApiResponse devices(const ApiRequest &request) const;
    ApiResponse revoke(const ApiRequest &request, const QString &device);

private:
    ApiContext &m_context;
    Manager m_by;
    AccountAdmin m_admin;
    Devices m_devices;
};

} // namespace markaz::server

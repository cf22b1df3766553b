// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"

namespace markaz::server {

/// What whoever runs the server asks it. Needs no store: it answers when the store does not.
class OperationsController
{
public:
    explicit OperationsController(ApiContext &context)
        : m_context(context)
    {
    }

    /// 404 to all but this computer, whose way led by no proxy.
    ApiResponse metrics(const ApiRequest &request);
    /// resources/api/openapi.yaml.
    ApiResponse description();

private:
    Result<StoreFigures> storeFigures();
    ApiContext &m_context;
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"

#include <vector>

namespace markaz::server {

/// One request on its way to its controller.
struct Call
{
    ApiContext &context;
    Store *store; ///< null where the route needs none
    const ApiRequest &request;
    QString parameter; ///< what stands in the path for {...}; empty when there is none
    SignedIn who;      ///< behind Door::Account, Door::Leaving and Door::Files only
};

/// Who may knock where.
enum class Door {
    Public,   ///< anybody
    Protocol, ///< a client that speaks our protocol; 426 otherwise
    Account,  ///< the same, signed in; 401 otherwise, and 403 with the order from a device that is to be given up
    Leaving,  ///< the same, but such a device may knock too
    Files,    ///< signed in, with any tus client; our protocol counts only where it is named
};

/// One method of one address. This list is the only way in: what is not on it is answered with 404 or 405, and
/// resources/api/openapi.yaml must describe each of its lines.
struct Route
{
    QByteArray method;
    QString path; ///< "/api/v1/public/certificates/{number}": {...} stands for one segment
    Door door = Door::Public;
    enum class Needs { Store, Nothing } needs = Needs::Store;
    ApiResponse (*handle)(Call &) = nullptr;
};

const std::vector<Route> &routes();

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/routes.h"

#include "app/server/api/certificatecontroller.h"
#include "app/server/api/changescontroller.h"
#include "app/server/api/replies.h"
#include "app/server/api/sessioncontroller.h"
#include "app/server/api/verifycontroller.h"

namespace markaz::server {
namespace {

ApiResponse health(Call &call)
{
    const protocol::Health health{QStringLiteral("ok"), call.context.version, call.store.instanceId(),
                                  protocol::kOldestProtocol, protocol::kProtocol};
    return jsonReply(200, protocol::encode(health));
}
ApiResponse signIn(Call &call)
{
    return SessionController(call.context, call.store).signIn(call.request);
}
ApiResponse refresh(Call &call)
{
    return SessionController(call.context, call.store).refresh(call.request);
}
ApiResponse signOut(Call &call)
{
    return SessionController(call.context, call.store).end(call.who);
}
ApiResponse push(Call &call)
{
    return ChangesController(call.context, call.store, call.who).push(call.request);
}
ApiResponse pull(Call &call)
{
    return ChangesController(call.context, call.store, call.who).pull(call.request);
}
ApiResponse issuerKeys(Call &call)
{
    return CertificateController(call.context, call.store).keys();
}
ApiResponse certificate(Call &call)
{
    return CertificateController(call.context, call.store).certificate(call.parameter);
}
ApiResponse verify(Call &call)
{
    return VerifyController(call.context, call.store).page(call.request);
}

} // namespace

const std::vector<Route> &routes()
{
    static const std::vector<Route> all{
        {"GET", QStringLiteral("/api/v1/health"), Door::Public, health},
        {"POST", QStringLiteral("/api/v1/session"), Door::Protocol, signIn},
        {"DELETE", QStringLiteral("/api/v1/session"), Door::Account, signOut},
        {"POST", QStringLiteral("/api/v1/session/refresh"), Door::Protocol, refresh},
        {"GET", QStringLiteral("/api/v1/changes"), Door::Account, pull},
        {"POST", QStringLiteral("/api/v1/changes"), Door::Account, push},
        {"GET", QStringLiteral("/api/v1/public/keys"), Door::Public, issuerKeys},
        {"GET", QStringLiteral("/api/v1/public/certificates/{number}"), Door::Public, certificate},
        {"GET", QStringLiteral("/verify"), Door::Public, verify},
        {"POST", QStringLiteral("/verify"), Door::Public, verify},
        {"GET", QStringLiteral("/verify/{number}"), Door::Public, verify},
        {"POST", QStringLiteral("/verify/{number}"), Door::Public, verify},
    };
    return all;
}

} // namespace markaz::server

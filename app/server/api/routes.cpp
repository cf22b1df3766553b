// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/routes.h"

#include "app/server/api/accountcontroller.h"
#include "app/server/api/auditcontroller.h"
#include "app/server/api/centrescontroller.h"
#include "app/server/api/certificatecontroller.h"
#include "app/server/api/changescontroller.h"
#include "app/server/api/filescontroller.h"
#include "app/server/api/operationscontroller.h"
#include "app/server/api/replies.h"
#include "app/server/api/sessioncontroller.h"
#include "app/server/api/verifycontroller.h"

namespace markaz::server {
namespace {

ApiResponse health(Call &call)
{
    const protocol::Health health{QStringLiteral("ok"), call.context.version, call.store->instanceId(),
                                  protocol::kOldestProtocol, protocol::kProtocol};
    return jsonReply(200, protocol::encode(health));
}
ApiResponse metrics(Call &call)
{
    return OperationsController(call.context).metrics(call.request);
}
ApiResponse description(Call &call)
{
    return OperationsController(call.context).description();
}
ApiResponse signIn(Call &call)
{
    return SessionController(call.context, *call.store).signIn(call.request);
}
ApiResponse refresh(Call &call)
{
    return SessionController(call.context, *call.store).refresh(call.request);
}
ApiResponse signOut(Call &call)
{
    return SessionController(call.context, *call.store).end(call.who);
}
ApiResponse enrol(Call &call)
{
    return SessionController(call.context, *call.store).enrol(call.request);
}
ApiResponse changePassword(Call &call)
{
    return SessionController(call.context, *call.store).changePassword(call.request, call.who);
}
ApiResponse wiped(Call &call)
{
    return SessionController(call.context, *call.store).wiped(call.request, call.who);
}
AccountController administration(Call &call)
{
    return AccountController(call.context, *call.store, call.who);
}
ApiResponse accounts(Call &call)
{
    return administration(call).accounts();
}
ApiResponse addAccount(Call &call)
{
    return administration(call).add(call.request);
}
ApiResponse changeAccount(Call &call)
{
    return administration(call).change(call.request, call.parameter);
}
ApiResponse makeCode(Call &call)
{
    return administration(call).makeCode(call.parameter);
}
ApiResponse devices(Call &call)
{
    return administration(call).devices(call.request);
}
ApiResponse revokeDevice(Call &call)
{
    return administration(call).revoke(call.request, call.parameter);
}
ApiResponse push(Call &call)
{
    return ChangesController(call.context, *call.store, call.who).push(call.request);
}
ApiResponse pull(Call &call)
{
    return ChangesController(call.context, *call.store, call.who).pull(call.request);
}
ApiResponse audit(Call &call)
{
    return AuditController(*call.store, call.who.actor).list(call.request);
}
ApiResponse issuerKeys(Call &call)
{
    return CertificateController(call.context, *call.store).keys();
}
ApiResponse revocations(Call &call)
{
    return CertificateController(call.context, *call.store).revocations();
}
ApiResponse certificate(Call &call)
{
    return CertificateController(call.context, *call.store).certificate(call.request, call.parameter);
}
ApiResponse publicCentres(Call &call)
{
    return CentresController(call.context, *call.store).geoJson(call.request);
}
ApiResponse centresPage(Call &call)
{
    return CentresController(call.context, *call.store).page(call.request);
}
ApiResponse filesOptions(Call &)
{
    return FilesController::options();
}
ApiResponse files(Call &call)
{
    return FilesController(call.context, *call.store, {call.who.actor, call.who.device})
        .handle(call.request, call.parameter);
}
ApiResponse verify(Call &call)
{
    return VerifyController(call.context, *call.store).page(call.request);
}

} // namespace

const std::vector<Route> &routes()
{
    using Needs = Route::Needs;
    static const std::vector<Route> all{
        {"GET", QStringLiteral("/metrics"), Door::Public, Needs::Nothing, metrics},
        {"GET", QStringLiteral("/api/v1/openapi.yaml"), Door::Public, Needs::Nothing, description},
        {"GET", QStringLiteral("/api/v1/health"), Door::Public, Needs::Store, health},
        {"POST", QStringLiteral("/api/v1/session"), Door::Protocol, Needs::Store, signIn},
        {"DELETE", QStringLiteral("/api/v1/session"), Door::Account, Needs::Store, signOut},
        {"POST", QStringLiteral("/api/v1/session/refresh"), Door::Protocol, Needs::Store, refresh},
        {"POST", QStringLiteral("/api/v1/session/enrol"), Door::Protocol, Needs::Store, enrol},
        {"POST", QStringLiteral("/api/v1/session/password"), Door::Account, Needs::Store, changePassword},
        {"POST", QStringLiteral("/api/v1/session/wiped"), Door::Leaving, Needs::Store, wiped},
        {"GET", QStringLiteral("/api/v1/accounts"), Door::Account, Needs::Store, accounts},
        {"POST", QStringLiteral("/api/v1/accounts"), Door::Account, Needs::Store, addAccount},
        {"PATCH", QStringLiteral("/api/v1/accounts/{id}"), Door::Account, Needs::Store, changeAccount},
        {"POST", QStringLiteral("/api/v1/accounts/{id}/code"), Door::Account, Needs::Store, makeCode},
        {"GET", QStringLiteral("/api/v1/devices"), Door::Account, Needs::Store, devices},
        {"POST", QStringLiteral("/api/v1/devices/{id}/revoke"), Door::Account, Needs::Store, revokeDevice},
        {"GET", QStringLiteral("/api/v1/changes"), Door::Account, Needs::Store, pull},
        {"POST", QStringLiteral("/api/v1/changes"), Door::Leaving, Needs::Store, push},
        {"GET", QStringLiteral("/api/v1/audit"), Door::Account, Needs::Store, audit},
        {"OPTIONS", QStringLiteral("/api/v1/files"), Door::Public, Needs::Nothing, filesOptions},
        {"POST", QStringLiteral("/api/v1/files"), Door::Files, Needs::Store, files},
        {"OPTIONS", QStringLiteral("/api/v1/files/{name}"), Door::Public, Needs::Nothing, filesOptions},
        {"GET", QStringLiteral("/api/v1/files/{name}"), Door::Files, Needs::Store, files},
        {"HEAD", QStringLiteral("/api/v1/files/{name}"), Door::Files, Needs::Store, files},
        {"PATCH", QStringLiteral("/api/v1/files/{name}"), Door::Files, Needs::Store, files},
        {"POST", QStringLiteral("/api/v1/files/{name}"), Door::Files, Needs::Store, files},
        {"DELETE", QStringLiteral("/api/v1/files/{name}"), Door::Files, Needs::Store, files},
        {"GET", QStringLiteral("/api/v1/public/keys"), Door::Public, Needs::Store, issuerKeys},
        {"GET", QStringLiteral("/api/v1/public/revocations"), Door::Public, Needs::Store, revocations},
        {"GET", QStringLiteral("/api/v1/public/certificates/{number}"), Door::Public, Needs::Store, certificate},
        {"GET", QStringLiteral("/api/v1/public/centres"), Door::Public, Needs::Store, publicCentres},
        {"GET", QStringLiteral("/centres"), Door::Public, Needs::Store, centresPage},
        {"GET", QStringLiteral("/verify"), Door::Public, Needs::Store, verify},
        {"POST", QStringLiteral("/verify"), Door::Public, Needs::Store, verify},
        {"GET", QStringLiteral("/verify/{number}"), Door::Public, Needs::Store, verify},
        {"POST", QStringLiteral("/verify/{number}"), Door::Public, Needs::Store, verify},
    };
    return all;
}

} // namespace markaz::server

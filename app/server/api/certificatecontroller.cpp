// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/certificatecontroller.h"

#include "app/server/api/certificateview.h"
#include "app/server/api/replies.h"
#include "app/server/store/revocations.h"
#include "app/server/store/signedkeys.h"

namespace markaz::server {

ApiResponse CertificateController::certificate(const ApiRequest &request, const QString &number)
{
    auto view = viewCertificate(m_store, number, {m_context.clock.now(), m_context.proxies.isLocal(request)});
    if (!view)
        return errorReply(view.error());
    const bool inRegister = view->has_value() && (*view)->isInRegister();
    if (!inRegister) {
        protocol::Problem problem =
            problemOf(makeError(ErrorCode::NotFound, QStringLiteral("no certificate has this number")));
        problem.more.insert(QStringLiteral("state"),
                            token(view->has_value() ? (*view)->verdict : Verdict::UnknownNumber));
        return problemReply(problem);
    }
    const QJsonObject &fields = (*view)->fields;
    QJsonObject json;
    for (const char *name : {"number", "grade", "seats", "tier", "score_bp", "building_name", "building_place",
                             "valid_from", "valid_until", "state_at", "key_id", "payload", "issued_at", "sample"}) {
        if (const QJsonValue value = fields.value(QLatin1String(name)); !value.isUndefined())
            json.insert(QLatin1String(name), value);
    }
    json.insert(QStringLiteral("state"), token((*view)->verdict));
    json.insert(QStringLiteral("as_of"), toIso(m_context.clock.now()));
    return jsonReply(200, json);
}

ApiResponse CertificateController::keys()
{
    auto keys = signedKeys(m_store);
    if (!keys)
        return errorReply(keys.error());
    return *keys ? jsonReply(200, (*keys)->toJson())
                 : errorReply(makeError(ErrorCode::NotFound, QStringLiteral("no keys were signed yet")));
}

ApiResponse CertificateController::revocations()
{
    auto list = currentRevocations(m_store, m_context.key, m_context.clock);
    return list ? jsonReply(200, list->json) : errorReply(list.error());
}

} // namespace markaz::server

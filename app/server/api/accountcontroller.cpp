// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/accountcontroller.h"

#include "app/server/api/replies.h"
#include "core/domain/recordspec.h"

namespace markaz::server {
namespace {

constexpr qint64 kMaxBody = 16LL * 1024;

template <class T>
ApiResponse replyOf(int status, const Result<T> &result)
{
    if (!result)
        return errorReply(result.error());
    return jsonReply(status, protocol::encode(*result));
}

} // namespace

ApiResponse AccountController::accounts() const
{
    return replyOf(200, m_admin.list());
}

ApiResponse AccountController::add(const ApiRequest &request)
{
    if (auto allowed = m_by.mayAnywhere(Action::ManageAccounts); !allowed)
        return errorReply(allowed.error());
    auto json = protocol::parseBody(request.body, kMaxBody);
    if (!json)
        return errorReply(json.error());
    auto asked = protocol::decode<protocol::AccountRequest>(*json);
    return asked ? replyOf(201, m_admin.add(*asked)) : errorReply(asked.error());
}

ApiResponse AccountController::change(const ApiRequest &request, const QString &id)
{
    if (auto allowed = m_by.mayAnywhere(Action::ManageAccounts); !allowed)
        return errorReply(allowed.error());
    auto json = protocol::parseBody(request.body, kMaxBody);
    if (!json)
        return errorReply(json.error());
    auto asked = protocol::decode<protocol::AccountChange>(*json);
    return asked ? replyOf(200, m_admin.change(id, *asked)) : errorReply(asked.error());
}

ApiResponse AccountController::makeCode(const QString &id)
{
    ApiResponse response = replyOf(201, m_admin.makeCode(id));
    response.compress = false;
    return response;
}

ApiResponse AccountController::devices(const ApiRequest &request) const
{
    return replyOf(200, m_devices.list(m_by, request.query.queryItemValue(QStringLiteral("account"))));
}

ApiResponse AccountController::revoke(const ApiRequest &request, const QString &device)
{
    if (auto allowed = m_by.mayAnywhere(Action::ManageDevices); !allowed)
        return errorReply(allowed.error());
    auto json = protocol::parseBody(request.body, kMaxBody);
    if (!json)
        return errorReply(json.error());
    const QString account = json->value(QStringLiteral("account")).toString();
    if (!isRecordId(account))
        return errorReply(makeError(ErrorCode::InvalidValue, QStringLiteral("it says not whose device it is"),
                                    QStringLiteral("account")));
    auto revoked = m_devices.revoke(m_by, device, account, m_context.key);
    if (!revoked)
        return errorReply(revoked.error());
    QJsonObject reply = protocol::encode(revoked->device);
    if (revoked->already)
        reply.insert(QStringLiteral("already"), true);
    return jsonReply(200, reply);
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/accountrequests.h"

#include <QUrl>

namespace markaz {
namespace {

const QString kAccounts = QStringLiteral("/api/v1/accounts");
const QString kDevices = QStringLiteral("/api/v1/devices");

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

} // namespace

AdminRequest accountsRequest()
{
    return {"GET", kAccounts};
}

AdminRequest addAccountRequest(const protocol::AccountRequest &account)
{
    return {"POST", kAccounts, protocol::encode(account), 201};
}

AdminRequest changeAccountRequest(const QString &id, const protocol::AccountChange &change)
{
    return {"PATCH", kAccounts + QLatin1Char('/') + encoded(id), protocol::encode(change)};
}

AdminRequest codeRequest(const QString &accountId)
{
    return {"POST", QStringLiteral("%1/%2/code").arg(kAccounts, encoded(accountId)), QJsonObject(), 201};
}

AdminRequest devicesRequest(const QString &accountId)
{
    return {"GET", QStringLiteral("%1?account=%2").arg(kDevices, encoded(accountId))};
}

AdminRequest revokeRequest(const QString &deviceId, const QString &accountId)
{
    return {"POST", QStringLiteral("%1/%2/revoke").arg(kDevices, encoded(deviceId)),
            QJsonObject{{QStringLiteral("account"), accountId}}};
}

AdminRequest passwordRequest(const protocol::PasswordRequest &change)
{
    return {"POST", QStringLiteral("/api/v1/session/password"), protocol::encode(change), 204};
}

} // namespace markaz

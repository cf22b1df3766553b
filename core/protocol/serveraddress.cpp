// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/serveraddress.h"

#include <QRegularExpression>

namespace markaz {

bool isLoopback(const QString &host)
{
    static const QRegularExpression four(QStringLiteral("\\A127(\\.[0-9]{1,3}){3}\\z"));
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || host == QLatin1String("::1") ||
           four.match(host).hasMatch();
}

Result<void> checkServerUrl(const QUrl &url)
{
    const auto refuse = [&url](const QString &why) {
        return makeError(ErrorCode::InvalidValue,
                         QStringLiteral("%1: %2").arg(url.toDisplayString(QUrl::RemovePassword), why),
                         QStringLiteral("server"));
    };
    if (!url.isValid() || url.host().isEmpty())
        return refuse(QStringLiteral("not an address"));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refuse(QStringLiteral("an address has no user name, query or fragment"));
    if (url.scheme() == QLatin1String("https"))
        return {};
    if (url.scheme() != QLatin1String("http"))
        return refuse(QStringLiteral("neither https nor http"));
    if (!isLoopback(url.host()))
        return refuse(QStringLiteral("http without encryption is for this computer only"));
    return {};
}

QString serverPlace(const QUrl &url)
{
    return url.scheme() + QStringLiteral("://") + url.host(QUrl::FullyEncoded);
}

} // namespace markaz

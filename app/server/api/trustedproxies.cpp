// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/trustedproxies.h"

#include <arpa/inet.h>

#include <array>
#include <optional>

namespace markaz::server {
namespace {

/// One spelling for each address; nothing when it is none. An IPv4 address inside IPv6 is the IPv4 address.
std::optional<QString> oneSpelling(const QByteArray &text)
{
    std::array<char, INET6_ADDRSTRLEN> spelled{};
    in_addr four{};
    if (inet_pton(AF_INET, text.constData(), &four) == 1)
        return QLatin1String(inet_ntop(AF_INET, &four, spelled.data(), spelled.size())).toString();
    in6_addr six{};
    if (inet_pton(AF_INET6, text.constData(), &six) != 1)
        return std::nullopt;
    if (IN6_IS_ADDR_V4MAPPED(&six))
        return QLatin1String(inet_ntop(AF_INET, &six.s6_addr[12], spelled.data(), spelled.size())).toString();
    return QLatin1String(inet_ntop(AF_INET6, &six, spelled.data(), spelled.size())).toString();
}

} // namespace

Result<TrustedProxies> TrustedProxies::of(const QStringList &addresses)
{
    TrustedProxies proxies;
    for (const QString &address : addresses) {
        const auto spelled = oneSpelling(address.toLatin1());
        if (!spelled)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("no address in numbers"), address);
        proxies.m_addresses.insert(*spelled);
    }
    return proxies;
}

QString TrustedProxies::clientOf(const ApiRequest &request) const
{
    QString client = oneSpelling(request.remoteAddress.toLatin1()).value_or(request.remoteAddress);
    const QList<QByteArray> hops = request.header("x-forwarded-for").split(',');
    for (auto hop = hops.crbegin(); hop != hops.crend() && m_addresses.contains(client); ++hop) {
        const auto before = oneSpelling(hop->trimmed());
        if (!before)
            break; // what a proxy did not understand it cannot vouch for
        client = *before;
    }
    return client;
}

bool TrustedProxies::isLocal(const ApiRequest &request) const
{
    for (const char *field : {"x-forwarded-for", "forwarded", "x-real-ip", "via"}) {
        if (request.headers.contains(field))
            return false;
    }
    const QString peer = oneSpelling(request.remoteAddress.toLatin1()).value_or(QString());
    return peer == QLatin1String("::1") || peer.startsWith(QLatin1String("127."));
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/trustedproxies.h"

#include <gtest/gtest.h>

namespace markaz::server {
namespace {

ApiRequest from(const char *peer, const char *forwarded = nullptr)
{
    ApiRequest request;
    request.remoteAddress = QLatin1String(peer);
    if (forwarded != nullptr)
        request.headers.insert("x-forwarded-for", forwarded);
    return request;
}

TEST(TrustedProxies, lastHopThatIsNoneOfThem_isTheClient)
{
    const TrustedProxies proxies =
        TrustedProxies::of({QStringLiteral("127.0.0.1"), QStringLiteral("2001:db8::1")}).value();
    EXPECT_EQ(proxies.clientOf(from("127.0.0.1")), QStringLiteral("127.0.0.1"));
    EXPECT_EQ(proxies.clientOf(from("127.0.0.1", "192.0.2.5")), QStringLiteral("192.0.2.5"));
    EXPECT_EQ(proxies.clientOf(from("127.0.0.1", "10.9.9.9, 192.0.2.5")), QStringLiteral("192.0.2.5"));
    EXPECT_EQ(proxies.clientOf(from("127.0.0.1", "192.0.2.5, 2001:0db8::0001")), QStringLiteral("192.0.2.5"))
        << "one proxy behind the other";
    EXPECT_EQ(proxies.clientOf(from("::ffff:127.0.0.1", "192.0.2.5")), QStringLiteral("192.0.2.5"));
    EXPECT_EQ(proxies.clientOf(from("192.0.2.77", "192.0.2.5")), QStringLiteral("192.0.2.77")) << "nobody's proxy";
    EXPECT_EQ(proxies.clientOf(from("127.0.0.1", "192.0.2.5, unknown")), QStringLiteral("127.0.0.1"))
        << "a hop that is no address vouches for nothing before it";
    EXPECT_EQ(TrustedProxies().clientOf(from("127.0.0.1", "192.0.2.5")), QStringLiteral("127.0.0.1"));
}

TEST(TrustedProxies, whatIsNoAddress_isRefused)
{
    const auto proxies = TrustedProxies::of({QStringLiteral("127.0.0.1"), QStringLiteral("localhost")});
    ASSERT_FALSE(proxies);
    EXPECT_EQ(proxies.error().where, QStringLiteral("localhost"));
}

TEST(TrustedProxies, local_isThisComputerWithoutAProxy)
{
    EXPECT_TRUE(TrustedProxies().isLocal(from("127.0.0.1")));
    EXPECT_TRUE(TrustedProxies().isLocal(from("::1")));
    EXPECT_TRUE(TrustedProxies().isLocal(from("::ffff:127.0.0.1")));
    EXPECT_FALSE(TrustedProxies().isLocal(from("192.0.2.5")));
    EXPECT_FALSE(TrustedProxies().isLocal(from("127.0.0.1", "192.0.2.5")));
    EXPECT_FALSE(TrustedProxies().isLocal(from("127.0.0.1", "127.0.0.1"))) << "even one that claims to be here";
}

} // namespace
} // namespace markaz::server

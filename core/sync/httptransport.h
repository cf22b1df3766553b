// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/serveraddress.h"
#include "core/sync/serverpins.h"
#include "core/sync/transport.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>

class QNetworkReply;

namespace markaz {

/// True when a network interface other than loopback is up and has an address.
bool networkIsThere();

struct HttpLimits
{
    std::chrono::milliseconds silence; ///< without a byte either way
    std::chrono::milliseconds whole;   ///< the request with its answer
    qint64 replyBytes;                 ///< as it comes over the wire
};

/// Why the one that answered is not taken for the server: `where` of NotTrusted. Nothing of a request has left then.
/// Where a certificate was shown, `detail` ends with "SHA-256 " and its fingerprint, "AB:CD:...".
namespace nottrusted {
inline constexpr const char *kIssuer = "tls.issuer";     ///< nobody whom this computer knows vouches for it
inline constexpr const char *kName = "tls.name";         ///< its certificate is for another address
inline constexpr const char *kNotYetValid = "tls.early"; ///< by this computer's clock
inline constexpr const char *kExpired = "tls.expired";   ///< by this computer's clock
inline constexpr const char *kPin = "tls.pin";           ///< its key is none of the pinned ones
inline constexpr const char *kProtocol = "tls.protocol"; ///< it speaks nothing as new as TLS 1.2
inline constexpr const char *kOther = "tls.other";       ///< anything else; `detail` says what
} // namespace nottrusted

/// The transport over HTTP/1.1. TLS 1.2 or later; an error of TLS ends the request with NotTrusted, there is no way to
/// accept it. No redirect is followed, no cookie kept, nothing inflated. Lives in the thread that made it.
class HttpTransport final : public Transport
{
public:
    /// With a \p server that checkServerUrl() refuses, every send() answers with that error and nothing leaves.
    explicit HttpTransport(const QUrl &server, const ServerPins &pins = {});
    HttpTransport(const QUrl &server, const HttpLimits &limits, const ServerPins &pins = {});
    ~HttpTransport() override;

    void send(const HttpRequest &request, Reply reply) override;

private:
    void answerLater(Error error, Reply reply);
    void watch(QNetworkReply *network, Reply reply);

    QUrl m_server;
    HttpLimits m_limits;
    ServerPins m_pins;
    QNetworkAccessManager m_manager;
};

} // namespace markaz

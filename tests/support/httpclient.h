// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QUrl>

#include <utility>

namespace markaz::test {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

struct HttpReply
{
    int status = 0;
    HttpHeaders headers; ///< in the order in which they came
    QByteArray body;     ///< without chunk framing; still compressed when Content-Encoding says so

    QByteArray header(const QByteArray &name) const; ///< empty when there is none; case of \p name does not matter
    QJsonObject json() const;                        ///< gunzipped where needed; empty when the body is no JSON object
};

/// One TCP connection on which a test may send any bytes, good or malformed. Blocking, with bounds; needs no event
/// loop.
class HttpConnection
{
public:
    static Result<HttpConnection> open(const QUrl &server, int milliseconds = 5'000);
    ~HttpConnection();
    HttpConnection(HttpConnection &&other) noexcept { *this = std::move(other); }
    HttpConnection &operator=(HttpConnection &&other) noexcept;

    Result<void> send(const QByteArray &bytes);
    /// Reads one reply; Malformed when the bytes are none, NetworkUnreachable when the server closed first.
    enum class To { Head, AnyOther }; ///< a reply to HEAD has the length of a body that does not come
    Result<HttpReply> reply(int milliseconds = 15'000, To request = To::AnyOther);
    /// True when the server closes the connection, properly or by a reset, within the time; what it sends before is
    /// read and dropped.
    bool closedByServer(int milliseconds);
    void shutdownWriting(); ///< half-close: says that nothing more will be sent
    void reset();           ///< closes with a TCP reset, as a client that dies does

private:
    explicit HttpConnection(int socket)
        : m_socket(socket)
    {
    }
    int m_socket = -1;
    QByteArray m_rest; ///< bytes of the next reply
};

/// Well-formed requests to a Markaz server, one connection each.
class HttpClient
{
public:
    explicit HttpClient(QUrl server)
        : m_server(std::move(server))
    {
    }

    /// Sends Markaz-Protocol: 1, a fresh Markaz-Nonce and, after signIn(), the bearer token. \p headers of the same
    /// name replace them; an empty value leaves that header out.
    Result<HttpReply> request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                              const HttpHeaders &headers = {});
    Result<HttpReply> get(const QByteArray &target, const HttpHeaders &headers = {});
    Result<HttpReply> post(const QByteArray &target, const QJsonObject &json, const HttpHeaders &headers = {});
    /// POST /api/v1/session; keeps the token for the requests that follow. The reply as it came.
    Result<HttpReply> signIn(const QString &name, const QString &password,
                             const QString &deviceId = QStringLiteral("01900000-0000-7000-8000-000000000001"));
    void useToken(const QByteArray &token) { m_token = token; }
    const QByteArray &token() const { return m_token; }
    /// The bytes that request() sends.
    QByteArray bytesOf(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                       const HttpHeaders &headers);

private:
    QUrl m_server;
    QByteArray m_token;
    int m_requests = 0;
};

} // namespace markaz::test

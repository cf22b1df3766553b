// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"

#include "core/support/gzip.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace markaz::test {
namespace {

Error broken(const char *what)
{
    return makeError(ErrorCode::NetworkUnreachable,
                     QStringLiteral("%1: %2").arg(QLatin1String(what), QString::fromLocal8Bit(std::strerror(errno))));
}

/// Waits for \p events; false when the time is over.
bool ready(int socket, short events, qint64 milliseconds)
{
    pollfd entry{socket, events, 0};
    int got = 0;
    do {
        got = ::poll(&entry, 1, static_cast<int>(std::max<qint64>(milliseconds, 0)));
    } while (got < 0 && errno == EINTR);
    return got > 0;
}

/// Reads what is there: > 0 bytes, 0 when the other side has closed, < 0 on an error.
ssize_t readSome(int socket, QByteArray &into)
{
    std::array<char, 65536> chunk{};
    ssize_t got = 0;
    do {
        got = ::recv(socket, chunk.data(), chunk.size(), 0);
    } while (got < 0 && errno == EINTR);
    if (got > 0)
        into.append(chunk.data(), got);
    return got;
}

/// Takes the chunks out of \p raw; nothing when the last one has not come yet, Malformed when they are none.
Result<std::optional<QByteArray>> dechunked(const QByteArray &raw, qsizetype &used)
{
    QByteArray body;
    qsizetype at = 0;
    for (;;) {
        const qsizetype end = raw.indexOf("\r\n", at);
        if (end < 0)
            return std::optional<QByteArray>();
        bool isNumber = false;
        const qsizetype size = raw.mid(at, end - at).split(';').constFirst().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0)
            return makeError(ErrorCode::Malformed, QStringLiteral("a chunk without a size"));
        if (raw.size() < end + 2 + size + 2)
            return std::optional<QByteArray>();
        body += raw.mid(end + 2, size);
        at = end + 2 + size + 2;
        if (size == 0) {
            used = at;
            return std::optional<QByteArray>(body);
        }
    }
}

Result<HttpReply> parseHead(const QByteArray &head)
{
    HttpReply reply;
    QList<QByteArray> lines = head.split('\n');
    const QByteArray first = lines.takeFirst().trimmed();
    if (!first.startsWith("HTTP/1.1 ") || first.size() < 12)
        return makeError(ErrorCode::Malformed,
                         QStringLiteral("no HTTP reply: %1").arg(QString::fromLatin1(first.left(80))));
    reply.status = first.mid(9, 3).toInt();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            reply.headers.emplace_back(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
    }
    return reply;
}

} // namespace

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QJsonObject HttpReply::json() const
{
    if (header("Content-Encoding") != "gzip")
        return QJsonDocument::fromJson(body).object();
    constexpr qsizetype kMost = 64LL * 1024 * 1024;
    auto plain = gunzip(body, kMost, 1100);
    return plain ? QJsonDocument::fromJson(*plain).object() : QJsonObject();
}

Result<HttpConnection> HttpConnection::open(const QUrl &server, int milliseconds)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(server.port()));
    if (::inet_pton(AF_INET, server.host().toLatin1().constData(), &address.sin_addr) != 1)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not an IPv4 address: %1").arg(server.host()));
    HttpConnection connection(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (connection.m_socket < 0)
        return broken("socket");
    timeval bound{milliseconds / 1000, (milliseconds % 1000) * 1000};
    ::setsockopt(connection.m_socket, SOL_SOCKET, SO_SNDTIMEO, &bound, sizeof bound); // bounds connect as well
    if (::connect(connection.m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return broken("connect");
    return connection;
}

HttpConnection::~HttpConnection()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

HttpConnection &HttpConnection::operator=(HttpConnection &&other) noexcept
{
    std::swap(m_socket, other.m_socket);
    std::swap(m_rest, other.m_rest);
    return *this;
}

Result<void> HttpConnection::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t n =
            ::send(m_socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return broken("send");
        sent += n;
    }
    return {};
}

Result<HttpReply> HttpConnection::reply(int milliseconds, To request)
{
    QElapsedTimer timer;
    timer.start();
    bool open = true;
    for (;;) {
        const qsizetype headEnd = m_rest.indexOf("\r\n\r\n");
        if (headEnd >= 0) {
            auto parsed = parseHead(m_rest.left(headEnd));
            if (!parsed)
                return parsed;
            const QByteArray after = m_rest.mid(headEnd + 4);
            if (parsed->status >= 100 && parsed->status < 200) { // "100 Continue": the reply itself follows
                m_rest = after;
                continue;
            }
            qsizetype used = -1;
            if (request == To::Head || parsed->status == 204 || parsed->status == 304) {
                used = 0; // no body follows, whatever the head says of its length
            } else if (parsed->header("Transfer-Encoding").toLower() == "chunked") {
                auto body = dechunked(after, used);
                if (!body)
                    return body.error();
                if (body->has_value())
                    parsed->body = **body;
            } else if (const QByteArray length = parsed->header("Content-Length"); !length.isEmpty()) {
                if (after.size() >= length.toLongLong())
                    used = length.toLongLong();
                parsed->body = after.left(std::max<qsizetype>(used, 0));
            } else if (!open) { // without a length the body ends with the connection
                used = after.size();
                parsed->body = after;
            }
            if (used >= 0) {
                m_rest = after.mid(used);
                return parsed;
            }
        }
        if (!open)
            return makeError(ErrorCode::NetworkUnreachable,
                             QStringLiteral("the server closed before its reply was whole"));
        if (!ready(m_socket, POLLIN, milliseconds - timer.elapsed()))
            return makeError(ErrorCode::NetworkTimeout, QStringLiteral("no whole reply in %1 ms").arg(milliseconds));
        const ssize_t got = readSome(m_socket, m_rest);
        if (got < 0)
            return broken("recv");
        open = got > 0;
    }
}

bool HttpConnection::closedByServer(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    QByteArray dropped;
    while (ready(m_socket, POLLIN, milliseconds - timer.elapsed())) {
        if (readSome(m_socket, dropped) <= 0)
            return true;
    }
    return false;
}

void HttpConnection::shutdownWriting()
{
    ::shutdown(m_socket, SHUT_WR);
}

void HttpConnection::reset()
{
    const linger now{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(std::exchange(m_socket, -1));
}

QByteArray HttpClient::bytesOf(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                               const HttpHeaders &headers)
{
    HttpHeaders all{{"Host", m_server.authority().toLatin1()},
                    {"Markaz-Protocol", "1"},
                    {"Markaz-Nonce", "test-nonce-" + QByteArray::number(++m_requests)},
                    {"Connection", "close"}};
    if (!m_token.isEmpty())
        all.emplace_back("Authorization", "Bearer " + m_token);
    if (!body.isEmpty() || method == "POST") {
        all.emplace_back("Content-Type", "application/json");
        all.emplace_back("Content-Length", QByteArray::number(body.size()));
    }
    for (const auto &[name, value] : headers) {
        const auto same = [&name = name](const auto &entry) {
            return entry.first.compare(name, Qt::CaseInsensitive) == 0;
        };
        all.erase(std::remove_if(all.begin(), all.end(), same), all.end());
        if (!value.isEmpty())
            all.emplace_back(name, value);
    }
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\n";
    for (const auto &[name, value] : all)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + body;
}

Result<HttpReply> HttpClient::request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                                      const HttpHeaders &headers)
{
    auto connection = HttpConnection::open(m_server);
    if (!connection)
        return connection.error();
    if (auto sent = connection->send(bytesOf(method, target, body, headers)); !sent)
        return sent.error();
    return connection->reply(15'000, method == "HEAD" ? HttpConnection::To::Head : HttpConnection::To::AnyOther);
}

Result<HttpReply> HttpClient::get(const QByteArray &target, const HttpHeaders &headers)
{
    return request("GET", target, {}, headers);
}

Result<HttpReply> HttpClient::post(const QByteArray &target, const QJsonObject &json, const HttpHeaders &headers)
{
    return request("POST", target, QJsonDocument(json).toJson(QJsonDocument::Compact), headers);
}

Result<HttpReply> HttpClient::signIn(const QString &name, const QString &password, const QString &deviceId)
{
    auto reply = post("/api/v1/session",
                      {{QStringLiteral("username"), name},
                       {QStringLiteral("password"), password},
                       {QStringLiteral("device"), QJsonObject{{QStringLiteral("id"), deviceId},
                                                              {QStringLiteral("name"), QStringLiteral("test")}}}});
    if (reply && reply->status == 201)
        m_token = reply->json().value(QStringLiteral("access_token")).toString().toLatin1();
    return reply;
}

} // namespace markaz::test

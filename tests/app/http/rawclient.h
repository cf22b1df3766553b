// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <QByteArray>
#include <QHash>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace markaz::server::test {

/// A reply as a client reads it; status 0 = the connection closed before a whole one came.
struct Reply
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;
};

/// A client that sends exactly the bytes it is given and waits for events, never for time.
class RawClient
{
public:
    static constexpr int kPatience = 20000; ///< ms until a test that waits in vain fails

    explicit RawClient(quint16 port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    RawClient(RawClient &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
        , m_connected(other.m_connected)
        , m_received(std::move(other.m_received))
    {
    }
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;
    ~RawClient() { leave(); }

    bool connected() const { return m_connected; }

    /// Sends all of it or as much as the other side takes before it closes.
    void send(const QByteArray &bytes)
    {
        for (qsizetype done = 0; done < bytes.size();) {
            const ssize_t n = ::send(m_socket, bytes.constData() + done, size_t(bytes.size() - done), MSG_NOSIGNAL);
            if (n <= 0)
                return;
            done += n;
        }
    }
    void finishSending() { ::shutdown(m_socket, SHUT_WR); }
    void leave()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }
    /// Leaves with a reset instead of a farewell.
    void leaveRudely()
    {
        const linger now{1, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        leave();
    }

    /// Waits at most \p ms for bytes or the end; true when there is something.
    bool somethingCame(int ms)
    {
        pollfd waiting{m_socket, POLLIN, 0};
        return !m_received.isEmpty() || ::poll(&waiting, 1, ms) > 0;
    }

    /// The next reply, interim ones (100) too. \p toHead: replies to HEAD have no body.
    Reply reply(bool toHead = false)
    {
        Reply reply;
        qsizetype end = -1;
        while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
            if (!receive())
                return reply;
        }
        const QList<QByteArray> lines = m_received.left(end).split('\n');
        m_received.remove(0, end + 4);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            reply.headers.insert(lines[i].left(colon).toLower(), lines[i].mid(colon + 1).trimmed());
        }
        const int status = lines[0].mid(9, 3).toInt();
        const qsizetype length = toHead || status == 100 ? 0 : reply.headers.value("content-length").toLongLong();
        while (m_received.size() < length) {
            if (!receive())
                return reply;
        }
        reply.body = m_received.left(length);
        m_received.remove(0, length);
        reply.status = status;
        return reply;
    }

    Reply ask(const QByteArray &request)
    {
        send(request);
        return reply();
    }

    /// Reads until the other side closes and returns what came. Fails the test when it does not close.
    QByteArray untilClosed()
    {
        while (receive()) {
        }
        return std::exchange(m_received, {});
    }

private:
    /// Appends what came; false at the end of the connection.
    bool receive()
    {
        pollfd waiting{m_socket, POLLIN, 0};
        if (::poll(&waiting, 1, kPatience) <= 0) {
            ADD_FAILURE() << "the server neither answered nor closed";
            return false;
        }
        std::array<char, 65536> chunk{};
        const ssize_t n = ::recv(m_socket, chunk.data(), chunk.size(), 0);
        if (n > 0)
            m_received.append(chunk.data(), n);
        return n > 0;
    }

    int m_socket = -1;
    bool m_connected = false;
    QByteArray m_received;
};

} // namespace markaz::server::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <QByteArray>
#include <QCryptographicHash>
#include <QHash>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <optional>
#include <utility>

namespace markaz::server::test {

/// A reply as a client reads it; status 0 = the connection closed before a whole one came.
struct Reply
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;
};

/// How a client of a test speaks TLS; it believes any certificate.
struct TlsWish
{
    int version = TLS1_3_VERSION; ///< that one and no other
    const char *ciphers = nullptr;
};

/// A client that sends exactly the bytes it is given, over TLS where that is wanted, and waits for events, never for
/// time.
class RawClient
{
public:
    static constexpr int kPatience = 20000; ///< ms until a test that waits in vain fails

    explicit RawClient(quint16 port, std::optional<TlsWish> tls = {})
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        if (m_connected && tls)
            m_connected = startTls(*tls);
    }
    RawClient(RawClient &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
        , m_connected(other.m_connected)
        , m_tls(std::move(other.m_tls))
        , m_received(std::move(other.m_received))
    {
    }
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;
    ~RawClient() { leave(); }

    /// With TLS: and the handshake succeeded.
    bool connected() const { return m_connected; }
    /// The server's certificate, as SHA-256 of its public key; empty without TLS.
    QByteArray serverKeyHash() const
    {
        const X509 *certificate = m_tls ? SSL_get0_peer_certificate(m_tls.get()) : nullptr;
        if (certificate == nullptr)
            return {};
        unsigned char *der = nullptr;
        const int size = i2d_PUBKEY(X509_get0_pubkey(certificate), &der);
        const QByteArray key(reinterpret_cast<const char *>(der), size);
        OPENSSL_free(der);
        return QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    }

    /// Sends all of it or as much as the other side takes before it closes.
    void send(const QByteArray &bytes)
    {
        for (qsizetype done = 0; done < bytes.size();) {
            const char *rest = bytes.constData() + done;
            const ssize_t n = m_tls ? SSL_write(m_tls.get(), rest, int(bytes.size() - done))
                                    : ::send(m_socket, rest, size_t(bytes.size() - done), MSG_NOSIGNAL);
            if (n <= 0)
                return;
            done += n;
        }
    }
    void finishSending()
    {
        if (m_tls)
            SSL_shutdown(m_tls.get());
        ::shutdown(m_socket, SHUT_WR);
    }
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
    bool somethingCame(int ms) { return !m_received.isEmpty() || readable(ms); }

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
    bool startTls(const TlsWish &wish)
    {
        std::signal(SIGPIPE, SIG_IGN);               // OpenSSL writes without MSG_NOSIGNAL
        const timeval patience{kPatience / 1000, 0}; // the socket blocks inside OpenSSL
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
        SSL_CTX_set_security_level(context.get(), 0); // also what nobody should speak any more
        SSL_CTX_set_min_proto_version(context.get(), wish.version);
        SSL_CTX_set_max_proto_version(context.get(), wish.version);
        if (wish.ciphers != nullptr)
            SSL_CTX_set_cipher_list(context.get(), wish.ciphers);
        m_tls = {SSL_new(context.get()), SSL_free};
        SSL_set_fd(m_tls.get(), m_socket);
        const bool agreed = SSL_connect(m_tls.get()) == 1;
        ERR_clear_error();
        return agreed;
    }

    bool readable(int ms)
    {
        pollfd waiting{m_socket, POLLIN, 0};
        return (m_tls && SSL_pending(m_tls.get()) > 0) || ::poll(&waiting, 1, ms) > 0;
    }

    /// Appends what came; false at the end of the connection.
    bool receive()
    {
        if (!readable(kPatience)) {
            ADD_FAILURE() << "the server neither answered nor closed";
            return false;
        }
        std::array<char, 65536> chunk{};
        const ssize_t n = m_tls ? SSL_read(m_tls.get(), chunk.data(), int(chunk.size()))
                                : ::recv(m_socket, chunk.data(), chunk.size(), 0);
        ERR_clear_error();
        if (n > 0)
            m_received.append(chunk.data(), n);
        return n > 0;
    }

    int m_socket = -1;
    bool m_connected = false;
    std::unique_ptr<SSL, decltype(&SSL_free)> m_tls{nullptr, SSL_free};
    QByteArray m_received;
};

} // namespace markaz::server::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/tls/certificates.h"

#include <QUrl>

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <thread>

namespace markaz::test {

/// One that speaks TLS 1.1 and nothing newer, as no server of ours does. It serves one handshake.
class OldServer
{
public:
    explicit OldServer(const PairFiles &files)
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size), 0);
        ::listen(m_listener, 1);
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this, files] {
            const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_server_method()),
                                                                            SSL_CTX_free);
            SSL_CTX_set_security_level(context.get(), 0);
            SSL_CTX_set_max_proto_version(context.get(), TLS1_1_VERSION);
            SSL_CTX_use_certificate_chain_file(context.get(), files.chain.toLocal8Bit().constData());
            SSL_CTX_use_PrivateKey_file(context.get(), files.key.toLocal8Bit().constData(), SSL_FILETYPE_PEM);
            const int client = ::accept(m_listener, nullptr, nullptr);
            const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(context.get()), SSL_free);
            SSL_set_fd(tls.get(), client);
            m_agreed = SSL_accept(tls.get()) == 1;
            ::close(client);
        });
    }
    ~OldServer()
    {
        ::shutdown(m_listener, SHUT_RDWR); // where nobody came
        m_thread.join();
        ::close(m_listener);
    }
    QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port)); }

private:
    int m_listener = -1;
    quint16 m_port = 0;
    bool m_agreed = false;
    std::thread m_thread;
};

} // namespace markaz::test

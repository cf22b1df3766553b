// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace markaz::server {

/// The bytes of a connection, plain or through TLS. One deadline holds for whatever is under way, in both forms: it is
/// that of the socket below, so a handshake and a renewed read of a half record count against it too.
class Stream
{
public:
    using Tcp = boost::beast::tcp_stream;
    using executor_type = Tcp::executor_type;

    /// \p tls: null = plain.
    Stream(boost::asio::ip::tcp::socket socket, const std::shared_ptr<boost::asio::ssl::context> &tls)
        : m_tcp(std::move(socket))
    {
        boost::system::error_code ignored;
        this->socket().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
        if (tls)
            m_tls.emplace(m_tcp, *tls);
    }

    bool isTls() const { return m_tls.has_value(); }
    boost::asio::ip::tcp::socket &socket() { return m_tcp.socket(); }
    /// The other side's address, without its port. One that has left already has none; the first read will end it.
    std::string peer()
    {
        boost::system::error_code ignored;
        return socket().remote_endpoint(ignored).address().to_string();
    }
    executor_type get_executor() { return m_tcp.get_executor(); }
    void expires_at(std::chrono::steady_clock::time_point time) { m_tcp.expires_at(time); }
    void expires_after(std::chrono::milliseconds time) { m_tcp.expires_after(time); }
    void expires_never() { m_tcp.expires_never(); }
    void close() { m_tcp.close(); }

    template <class Done>
    void async_handshake(Done &&done)
    {
        m_tls->async_handshake(boost::asio::ssl::stream_base::server, std::forward<Done>(done));
    }
    template <class Buffers, class Done>
    auto async_read_some(const Buffers &buffers, Done &&done)
    {
        return m_tls ? m_tls->async_read_some(buffers, std::forward<Done>(done))
                     : m_tcp.async_read_some(buffers, std::forward<Done>(done));
    }
    template <class Buffers, class Done>
    auto async_write_some(const Buffers &buffers, Done &&done)
    {
        return m_tls ? m_tls->async_write_some(buffers, std::forward<Done>(done))
                     : m_tcp.async_write_some(buffers, std::forward<Done>(done));
    }

    /// Says that nothing more comes, then reads and drops what the other side still sends until it closes or the
    /// deadline has come: closing with unread bytes would reset the connection and could take the last reply from the
    /// client's hands. \p done keeps this alive until then.
    template <class Done>
    void async_farewell(Done done)
    {
        if (!m_tls)
            return dropRest(std::move(done));
        // Whether or not the other side says farewell too.
        m_tls->async_shutdown(
            [this, done = std::move(done)](boost::system::error_code) mutable { dropRest(std::move(done)); });
    }

private:
    template <class Done>
    void dropRest(Done done)
    {
        boost::system::error_code error;
        socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, error);
        if (error)
            return done();
        m_dropped.resize(4096);
        dropSome(std::move(done));
    }
    template <class Done>
    void dropSome(Done done)
    {
        m_tcp.async_read_some(boost::asio::buffer(m_dropped),
                              [this, done = std::move(done)](boost::system::error_code error, size_t) mutable {
                                  if (error)
                                      return done();
                                  dropSome(std::move(done));
                              });
    }

    Tcp m_tcp;
    std::vector<char> m_dropped;
    std::optional<boost::asio::ssl::stream<Tcp &>> m_tls;
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/connection.h"

#include "app/server/http/exchange.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace markaz::server {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace asio = boost::asio;
using asio::ip::tcp;
using SteadyClock = std::chrono::steady_clock;
using ErrorCodeOfBeast = beast::error_code;

constexpr size_t kReadSize = 4096;
constexpr size_t kBufferSlack = 64 * 1024; // what may lie in the buffer behind a head: pipelined requests, body pieces

/// One request at a time: head -> body -> worker -> reply -> next head. Each step is one asynchronous operation whose
/// completion starts the next, so the operations of a connection never overlap and replies keep the requests' order.
/// The operations hold the connection alive; m_ended makes late completions harmless.
class HttpConnection final : public Connection, public std::enable_shared_from_this<HttpConnection>
{
public:
    HttpConnection(tcp::socket socket, Front &front, Kind kind)
        : m_stream(std::move(socket))
        , m_front(front)
        , m_limits(front.options.limits)
        , m_kind(kind)
        , m_buffer(static_cast<size_t>(m_limits.headBytes) + kBufferSlack)
    {
        ErrorCodeOfBeast ignored; // a peer that has left already has no address; the first read will end it
        const tcp::endpoint peer = m_stream.socket().remote_endpoint(ignored);
        m_remoteAddress = QString::fromStdString(peer.address().to_string());
        m_stream.socket().set_option(tcp::no_delay(true), ignored);
    }

    Kind kind() const override { return m_kind; }

    void start() override
    {
        if (m_kind == Kind::TurnedAway)
            return turnAway({503, "busy", "too many connections"}, nullptr);
        m_deadline = SteadyClock::now() + m_limits.headTime;
        readHead();
    }

    void windUp() override
    {
        ErrorCodeOfBeast ignored;
        const bool begun = m_phase != Phase::Head || m_buffer.size() > 0 || m_stream.socket().available(ignored) > 0;
        if (!begun)
            end();
    }

    void abort() override { end(); }

private:
    enum class Phase { Head, Body, Working, Writing, Lingering };

    QByteArrayView buffered() const
    {
        return {static_cast<const char *>(m_buffer.data().data()), static_cast<qsizetype>(m_buffer.size())};
    }

    /// The moment by which the next byte must have moved: idleTime from now, but never so late that a trickle could
    /// hold the connection for ever.
    SteadyClock::time_point progressDeadline(size_t movedSoFar) const
    {
        const std::chrono::seconds earned(static_cast<qint64>(movedSoFar) / std::max(m_limits.slowestRate, 1));
        return std::min(SteadyClock::now() + m_limits.idleTime, m_phaseStart + m_limits.idleTime + earned);
    }

    void nextRequest()
    {
        m_phase = Phase::Head;
        m_scanner = HeadScanner();
        m_parser.reset();
        m_request = ApiRequest();
        m_head = RequestHead();
        if (m_front.stopping && m_buffer.size() == 0)
            return linger();
        m_deadline = SteadyClock::now() + (m_buffer.size() > 0 ? m_limits.headTime : m_limits.keepAlive);
        readHead();
    }

    void readHead()
    {
        switch (m_scanner.scan(buffered().first(std::min<qsizetype>(buffered().size(), m_limits.headBytes)))) {
        case HeadScanner::State::Malformed:
            return turnAway({400, "malformed", "this is no HTTP/1.1 request"}, nullptr);
        case HeadScanner::State::Complete:
            return headRead();
        case HeadScanner::State::More:
            break;
        }
        if (m_scanner.size() >= m_limits.headBytes) {
            const bool inTarget = !buffered().first(m_limits.headBytes).contains('\n');
            return turnAway(inTarget ? Refusal{414, "target_too_long", "the request target is too long"}
                                     : Refusal{431, "headers_too_large", "the header fields are too large"},
                            nullptr);
        }
        m_stream.expires_at(m_deadline);
        m_stream.async_read_some(
            m_buffer.prepare(kReadSize),
            [self = shared_from_this()](ErrorCodeOfBeast error, size_t count) { self->headBytesCame(error, count); });
    }

    void headBytesCame(ErrorCodeOfBeast error, size_t count)
    {
        if (m_ended || error)
            return end();         // left, reset, or out of time
        if (m_buffer.size() == 0) // from here on the head's own clock runs
            m_deadline = std::min(m_deadline, SteadyClock::now() + m_limits.headTime);
        m_buffer.commit(count);
        readHead();
    }

    void headRead()
    {
        ParsedHead parsed = parseHead(buffered().first(m_scanner.size()), m_limits);
        m_head = std::move(parsed.head);
        m_request.method = m_head.method;
        m_request.headers = m_head.headers;
        m_request.headers.remove("content-encoding");
        m_request.remoteAddress = m_remoteAddress;
        if (parsed.refusal)
            return turnAway(*parsed.refusal, &m_request);
        Result<RequestTarget> target = parseTarget(m_head.target);
        if (!target)
            return turnAway({400, "malformed", target.error().detail.toLatin1()}, &m_request);
        m_request.path = target->path;
        m_request.query = target->query;

        // The second reader: Beast parses the same head and must find the same body behind it.
        m_parser.emplace();
        m_parser->header_limit(static_cast<std::uint32_t>(m_limits.headBytes) + 1);
        m_parser->body_limit(static_cast<std::uint64_t>(m_limits.bodyBytes));
        ErrorCodeOfBeast error;
        const size_t used = m_parser->put(asio::buffer(m_buffer.data(), static_cast<size_t>(m_scanner.size())), error);
        if (error || !m_parser->is_header_done() || used != static_cast<size_t>(m_scanner.size()) || !sameFraming())
            return turnAway({400, "malformed", "this is no HTTP/1.1 request"}, &m_request);
        m_buffer.consume(used);
        m_phase = Phase::Body;
        m_phaseStart = SteadyClock::now();
        m_moved = 0;
        if (m_parser->is_done())
            return dispatch();
        m_parser->eager(true);
        if (m_head.expectsContinue && m_buffer.size() == 0)
            return sayContinue();
        readBody();
    }

    /// Both readers found the same body. Beast answers this only once it has a whole head.
    bool sameFraming() const
    {
        const auto length = m_parser->content_length();
        return m_parser->chunked() == m_head.chunked && length.has_value() == m_head.contentLength.has_value() &&
               (!length || *length == static_cast<std::uint64_t>(*m_head.contentLength));
    }

    void sayContinue()
    {
        static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        m_stream.expires_after(m_limits.idleTime);
        asio::async_write(m_stream, asio::buffer(kContinue),
                          [self = shared_from_this()](ErrorCodeOfBeast error, size_t) {
                              if (self->m_ended || error)
                                  return self->end();
                              self->readBody();
                          });
    }

    /// Feeds the parser with what has come and asks for more until the body is whole.
    void readBody()
    {
        while (m_buffer.size() > 0) {
            ErrorCodeOfBeast error;
            const size_t used = m_parser->put(m_buffer.data(), error);
            m_buffer.consume(used);
            m_moved += used;
            if (error == http::error::need_more)
                break;
            if (error == http::error::body_limit)
                return turnAway({413, "too_large", "the body is too large"}, &m_request);
            if (error)
                return turnAway({400, "malformed", "the chunks of the body cannot be read"}, &m_request);
            if (m_parser->is_done())
                return dispatch();
        }
        // Chunk extensions and trailers count too, or a small body could be wrapped in an endless one.
        if (m_moved > 2 * static_cast<size_t>(m_limits.bodyBytes) + kBufferSlack)
            return turnAway({413, "too_large", "the body is too large"}, &m_request);
        const size_t room = std::min(m_buffer.max_size() - m_buffer.size(), kBufferSlack);
        if (room == 0)
            return turnAway({400, "malformed", "the chunks of the body cannot be read"}, &m_request);
        m_stream.expires_at(progressDeadline(m_moved));
        m_stream.async_read_some(m_buffer.prepare(room),
                                 [self = shared_from_this()](ErrorCodeOfBeast error, size_t count) {
                                     if (self->m_ended || error)
                                         return self->end(); // left in the middle, or out of time
                                     self->m_buffer.commit(count);
                                     self->readBody();
                                 });
    }

    void dispatch()
    {
        m_phase = Phase::Working;
        m_stream.expires_never();
        const ReplyContext context = contextOf(m_head, !m_front.stopping);
        auto job = [self = shared_from_this(), context, request = m_request, body = std::move(m_parser->get().body()),
                    gzipBody = m_head.gzipBody]() mutable {
            request.body = QByteArray(body.data(), static_cast<qsizetype>(body.size()));
            body = {};
            Front &front = self->m_front;
            WireReply reply = exchange(front.options, front.handler, std::move(request), gzipBody, context);
            const auto executor = self->m_stream.get_executor();
            asio::post(executor, [self = std::move(self), reply = std::move(reply)]() mutable {
                if (!self->m_ended)
                    self->send(std::move(reply));
            });
        };
        if (m_front.pool.post(std::move(job)) == WorkerPool::Posted::Full)
            send(refuse(m_front.options, &m_request, {503, "busy", "too many requests are waiting"}, context));
    }

    /// Refuses and closes: after a refusal nobody can say where the next request would begin.
    void turnAway(const Refusal &refusal, const ApiRequest *request)
    {
        send(refuse(m_front.options, request, refusal, contextOf(m_head, false)));
    }

    void send(WireReply reply)
    {
        m_phase = Phase::Writing;
        m_phaseStart = SteadyClock::now();
        m_moved = 0;
        m_reply = std::move(reply);
        writeSome();
    }

    void writeSome()
    {
        const size_t headSize = static_cast<size_t>(m_reply.head.size());
        const size_t bodySize = static_cast<size_t>(m_reply.body.size());
        const size_t headDone = std::min(m_moved, headSize);
        const std::array<asio::const_buffer, 2> rest = {asio::buffer(m_reply.head.constData(), headSize) + headDone,
                                                        asio::buffer(m_reply.body.constData(), bodySize) +
                                                            (m_moved - headDone)};
        if (m_moved == headSize + bodySize)
            return m_reply.keepAlive ? nextRequest() : linger();
        m_stream.expires_at(progressDeadline(m_moved));
        m_stream.async_write_some(rest, [self = shared_from_this()](ErrorCodeOfBeast error, size_t count) {
            if (self->m_ended || error)
                return self->end();
            self->m_moved += count;
            self->writeSome();
        });
    }

    /// Closing with unread bytes would reset the connection and could take the reply from the client's hands, so what
    /// it still sends is read and dropped for a moment.
    void linger()
    {
        m_phase = Phase::Lingering;
        m_reply = {};
        m_buffer.clear();
        ErrorCodeOfBeast error;
        m_stream.socket().shutdown(tcp::socket::shutdown_send, error);
        if (error)
            return end();
        m_stream.expires_after(m_limits.lingerTime);
        dropSome();
    }

    void dropSome()
    {
        m_stream.async_read_some(m_buffer.prepare(kReadSize),
                                 [self = shared_from_this()](ErrorCodeOfBeast error, size_t) {
                                     if (self->m_ended || error)
                                         return self->end();
                                     self->dropSome();
                                 });
    }

    void end()
    {
        if (m_ended)
            return;
        m_ended = true;
        m_stream.close();
        m_front.ended(shared_from_this());
    }

    beast::tcp_stream m_stream;
    Front &m_front;
    const HttpLimits &m_limits;
    const Kind m_kind;
    QString m_remoteAddress;
    beast::flat_buffer m_buffer;
    HeadScanner m_scanner;
    RequestHead m_head;
    ApiRequest m_request;
    std::optional<http::request_parser<http::string_body>> m_parser;
    WireReply m_reply;
    Phase m_phase = Phase::Head;
    SteadyClock::time_point m_deadline;   ///< of the head being read
    SteadyClock::time_point m_phaseStart; ///< of the body or the reply under way
    size_t m_moved = 0;                   ///< bytes of the body or the reply under way
    bool m_ended = false;
};

} // namespace

std::shared_ptr<Connection> Connection::make(tcp::socket socket, Front &front, Kind kind)
{
    return std::make_shared<HttpConnection>(std::move(socket), front, kind);
}

} // namespace markaz::server

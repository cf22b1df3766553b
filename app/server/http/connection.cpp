// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/connection.h"

#include "app/server/http/exchange.h"
#include "app/server/http/patience.h"
#include "app/server/http/requestparser.h"
#include "app/server/http/stream.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

namespace markaz::server {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace asio = boost::asio;
using asio::ip::tcp;
using SteadyClock = std::chrono::steady_clock;
using ErrorCodeOfBeast = beast::error_code;

constexpr size_t kReadSize = 4096;
/// What may lie in the buffer behind a head: pipelined requests, body pieces.
constexpr size_t kBufferSlack = 64ULL * 1024;

/// One request at a time: head -> body -> worker -> reply -> next head. A streamed body goes to the worker piece by
/// piece, and so does a reply from a source: nothing is read or written while a piece is with a worker, so a connection
/// never holds more than one. Each step is one asynchronous operation whose completion starts the next, so the
/// operations of a connection never overlap and replies keep the requests' order. The operations hold the connection
/// alive; m_ended makes late completions harmless. A body that is not there with its head is waited for only once its
/// sender was admitted; one who is not gets the reply at once, and what still comes of the body is dropped.
class HttpConnection final : public Connection, public std::enable_shared_from_this<HttpConnection>
{
public:
    HttpConnection(tcp::socket socket, Front &front, Kind kind)
        : m_stream(std::move(socket), front.tls)
        , m_front(front)
        , m_limits(front.options.limits)
        , m_kind(kind)
        , m_headLimits(m_limits)
        , m_buffer(static_cast<size_t>(m_limits.headBytes) + kBufferSlack)
        , m_patience(m_limits)
    {
        m_headLimits.bodyBytes = std::max(m_limits.bodyBytes, m_limits.streamedBytes); // which applies, the path says
        m_remoteAddress = QString::fromStdString(m_stream.peer());
    }

    Kind kind() const override { return m_kind; }
    std::optional<Waiting> waiting() const override
    {
        if (m_phase == Phase::Body)
            return Waiting{Waiting::For::Body, m_patience.since(), m_held > 0 && !m_known};
        const bool waits = m_phase == Phase::Head || m_phase == Phase::Handshake || m_phase == Phase::Lingering;
        return waits ? std::optional(Waiting{Waiting::For::Head, m_waitingSince}) : std::nullopt;
    }

    void start() override
    {
        m_waitingSince = SteadyClock::now();
        m_deadline = m_waitingSince + m_limits.headTime;
        if (!m_stream.isTls())
            return begin();
        m_phase = Phase::Handshake;
        m_stream.expires_at(m_deadline);
        m_stream.async_handshake([self = shared_from_this()](ErrorCodeOfBeast error) {
            if (self->m_ended || error)
                return self->end();
            self->begin();
        });
    }

    void windUp() override
    {
        ErrorCodeOfBeast ignored;
        const bool atHead = m_phase == Phase::Head && m_buffer.size() == 0 && m_stream.socket().available(ignored) == 0;
        if (m_phase == Phase::Handshake || atHead)
            end();
    }

    void abort() override { end(); }

private:
    enum class Phase { Handshake, Head, Body, Working, Writing, Lingering };

    void begin()
    {
        if (m_kind == Kind::TurnedAway)
            return turnAway({503, "busy", "too many connections"}, nullptr);
        m_phase = Phase::Head;
        readHead();
    }

    QByteArrayView buffered() const
    {
        return {static_cast<const char *>(m_buffer.data().data()), static_cast<qsizetype>(m_buffer.size())};
    }

    void nextRequest()
    {
        m_phase = Phase::Head;
        m_scanner = HeadScanner();
        m_parser.reset();
        m_request = ApiRequest();
        m_head = RequestHead();
        m_streamed = m_known = m_dropsBody = false;
        if (m_front.stopping && m_buffer.size() == 0)
            return linger();
        m_waitingSince = SteadyClock::now();
        m_deadline = m_waitingSince + (m_buffer.size() > 0 ? m_limits.headTime : m_limits.keepAlive);
        readHead();
    }

    void readHead()
    {
        const auto is = m_scanner.scan(buffered().first(std::min<qsizetype>(buffered().size(), m_limits.headBytes)));
        if (is == HeadScanner::State::Malformed)
            return turnAway({400, "malformed", "this is no HTTP/1.1 request"}, nullptr);
        if (is == HeadScanner::State::Complete)
            return headRead();
        if (m_scanner.size() >= m_limits.headBytes)
            return turnAway(headTooLarge(buffered().first(m_limits.headBytes)), nullptr);
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
        ParsedHead parsed = parseHead(buffered().first(m_scanner.size()), m_headLimits);
        m_head = std::move(parsed.head);
        m_request = requestOf(m_head, m_remoteAddress);
        Result<RequestTarget> target = parseTarget(m_head.target);
        m_request.path = target ? target->path : QString(); // where a refusal may be a page
        m_request.query = target ? target->query : QUrlQuery();
        if (parsed.refusal)
            return turnAway(*parsed.refusal, &m_request);
        if (!target)
            return turnAway({400, "malformed", target.error().detail.toLatin1()}, &m_request);

        m_streamed = m_front.options.streamed.are && m_front.options.streamed.are(m_request);
        m_bodyLimit = m_streamed ? m_limits.streamedBytes : m_limits.bodyBytes;
        if (m_head.contentLength.value_or(0) > m_bodyLimit)
            return turnAway({413, "too_large", "the body is too large"}, &m_request);
        if (m_streamed && m_head.gzipBody)
            return turnAway({415, "unsupported_encoding", "this body may be plain only"}, &m_request);

        // The second reader: Beast parses the same head and must find the same body behind it.
        m_parser.emplace(m_limits.headBytes, m_bodyLimit);
        if (!m_parser->takeHead(buffered().first(m_scanner.size()), m_head))
            return turnAway({400, "malformed", "this is no HTTP/1.1 request"}, &m_request);
        m_buffer.consume(static_cast<size_t>(m_scanner.size()));
        if (m_parser->is_done())
            return dispatch();
        m_parser->eager(true);
        if (m_streamed)
            return openReceiver();
        const bool isHere = m_head.contentLength.value_or(m_bodyLimit + 1) <= buffered().size();
        if (m_front.options.admit && !isHere)
            return admit();
        bodyWanted();
    }

    void admit()
    {
        // Whoever waits for a word before sending a body may send none after this one: nobody knows what follows it.
        const bool goesOn = !m_head.expectsContinue && !m_front.stopping;
        const auto posted = onWorker(
            &WorkerPool::post,
            [&front = m_front, request = m_request, context = contextOf(m_head, goesOn)] {
                return admitBody(front.options, request, context);
            },
            [](HttpConnection &self, auto admitted) {
                if (auto *reply = std::get_if<WireReply>(&admitted))
                    return self.sendEarly(std::move(*reply));
                self.m_known = std::get<bool>(admitted);
                self.bodyWanted();
            });
        if (posted == WorkerPool::Posted::Full)
            turnAway({503, "busy", "too many requests are waiting"}, &m_request);
    }

    void bodyWanted()
    {
        m_phase = Phase::Body;
        m_patience.begin();
        m_moved = 0;
        m_bodyEnd = m_streamed ? SteadyClock::time_point::max() : SteadyClock::now() + m_limits.bodyTime;
        if (m_head.expectsContinue && m_buffer.size() == 0)
            return sayContinue();
        readBody();
    }

    /// Runs \p job on a worker and \p then with its result back here; nothing of it when the connection ended
    /// meanwhile. Full when the server is stopping.
    template <class Job, class Then>
    WorkerPool::Posted onWorker(WorkerPool::Posted (WorkerPool::*way)(WorkerPool::Job), Job job, Then then)
    {
        m_phase = Phase::Working;
        m_stream.expires_never();
        return (m_front.pool.*way)([self = shared_from_this(), job = std::move(job), then = std::move(then)]() mutable {
            auto result = job();
            const auto executor = self->m_stream.get_executor();
            asio::post(executor,
                       [self = std::move(self), then = std::move(then), result = std::move(result)]() mutable {
                           if (!self->m_ended)
                               then(*self, std::move(result));
                       });
        });
    }

    void openReceiver()
    {
        const ReplyContext context = contextOf(m_head, false);
        const auto posted = onWorker(
            &WorkerPool::post,
            [&front = m_front, request = m_request, context] { return openBody(front.options, request, context); },
            [](HttpConnection &self, auto opened) {
                if (auto *reply = std::get_if<WireReply>(&opened))
                    return self.sendEarly(std::move(*reply));
                self.m_receiver = std::get<std::shared_ptr<BodyReceiver>>(std::move(opened));
                self.bodyWanted();
            });
        if (posted == WorkerPool::Posted::Full)
            turnAway({503, "busy", "too many requests are waiting"}, &m_request);
    }

    /// Hands what has come of a streamed body to its receiver, and reads on when that has taken it.
    void handOver()
    {
        const bool last = m_parser->is_done();
        const ReplyContext context = contextOf(m_head, !m_front.stopping);
        const auto begun = SteadyClock::now();
        const auto posted = onWorker(
            &WorkerPool::resume,
            [&front = m_front, request = m_request, receiver = m_receiver, context, last,
             piece = std::exchange(m_parser->get().body(), QByteArray())] {
                return takePiece(front.options, request, *receiver, piece, last, context);
            },
            [begun](HttpConnection &self, std::optional<WireReply> reply) {
                if (reply) {
                    self.letReceiverGo();
                    return self.send(std::move(*reply));
                }
                self.m_phase = Phase::Body;
                self.m_patience.paused(SteadyClock::now() - begun);
                self.readBody();
            });
        if (posted == WorkerPool::Posted::Full)
            end();
    }

    /// On a worker: its destructor may wait for the disk. (A pool that is closed destroys it here.)
    void letReceiverGo()
    {
        if (m_receiver)
            static_cast<void>(m_front.pool.resume([receiver = std::exchange(m_receiver, nullptr)] {}));
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
            const size_t used = m_parser->takeBody(buffered(), error);
            m_buffer.consume(used);
            m_moved += used;
            m_patience.moved(used);
            if (m_dropsBody)
                m_parser->get().body() = QByteArray();
            if (error == http::error::need_more)
                break;
            if (error == http::error::body_limit)
                return refuseBody({413, "too_large", "the body is too large"});
            if (error)
                return refuseBody({400, "malformed", "the chunks of the body cannot be read"});
            if (m_parser->is_done())
                break;
        }
        if (m_dropsBody && m_parser->is_done())
            return m_reply.keepAlive ? nextRequest() : linger();
        if (!m_streamed && !hold(m_parser->get().body().size()))
            return turnAway({503, "busy", "too many bodies are being received"}, &m_request);
        if (m_streamed && (m_parser->is_done() || !m_parser->get().body().isEmpty()))
            return handOver();
        if (m_parser->is_done())
            return dispatch();
        // Chunk extensions and trailers count too, or a small body could be wrapped in an endless one.
        if (m_moved > 2 * static_cast<size_t>(m_bodyLimit) + kBufferSlack)
            return refuseBody({413, "too_large", "the body is too large"});
        const size_t room = std::min(m_buffer.max_size() - m_buffer.size(), kBufferSlack);
        if (room == 0)
            return refuseBody({400, "malformed", "the chunks of the body cannot be read"});
        m_stream.expires_at(std::min(m_patience.until(), m_bodyEnd));
        m_stream.async_read_some(m_buffer.prepare(room),
                                 [self = shared_from_this()](ErrorCodeOfBeast error, size_t count) {
                                     if (self->m_ended || error)
                                         return self->end(); // left in the middle, or out of time
                                     self->m_buffer.commit(count);
                                     self->readBody();
                                 });
    }

    void refuseBody(const Refusal &refusal) { m_dropsBody ? linger() : turnAway(refusal, &m_request); }

    /// Counts \p bytes as what this connection holds of its body, until its reply; false when all of them together
    /// would be too much, and nobody slower whom nobody knows can be let go for it.
    bool hold(qint64 bytes)
    {
        m_front.held += bytes - std::exchange(m_held, bytes);
        while (bytes > 0 && m_front.held > m_limits.heldBytes) {
            const std::shared_ptr<Connection> slowest = m_front.slowestUnknown();
            if (!slowest || slowest.get() == this)
                return false;
            slowest->abort();
        }
        return true;
    }

    void dispatch()
    {
        const ReplyContext context = contextOf(m_head, !m_front.stopping);
        ApiRequest request = m_request;
        request.body = std::exchange(m_parser->get().body(), QByteArray());
        const auto posted = onWorker(
            &WorkerPool::post,
            [&front = m_front, context, request = std::move(request), gzipBody = m_head.gzipBody]() mutable {
                return exchange(front.options, front.handler, std::move(request), gzipBody, context);
            },
            [](HttpConnection &self, WireReply reply) { self.send(std::move(reply)); });
        if (posted == WorkerPool::Posted::Full) {
            ++m_front.refused;
            send(refuse(m_front.options, &m_request, {503, "busy", "too many requests are waiting"}, context));
        }
    }

    /// Refuses and closes: after a refusal nobody can say where the next request would begin.
    void turnAway(const Refusal &refusal, const ApiRequest *request)
    {
        ++m_front.refused;
        send(refuse(m_front.options, request, refusal, contextOf(m_head, false)));
    }

    /// Before the body, of which no more is dropped than an ordinary one has.
    void sendEarly(WireReply reply)
    {
        m_dropsBody = !m_head.expectsContinue;
        m_streamed = false;
        m_bodyLimit = m_limits.bodyBytes;
        send(std::move(reply));
    }

    void send(WireReply reply)
    {
        if (m_parser)
            m_parser->get().body() = QByteArray();
        hold(0);
        m_phase = Phase::Writing;
        m_patience.begin();
        m_moved = 0;
        m_fetched = 0;
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
        if (m_moved == headSize + bodySize && m_reply.source)
            return fetchPiece();
        if (m_moved == headSize + bodySize)
            return m_dropsBody ? bodyWanted() : m_reply.keepAlive ? nextRequest() : linger();
        m_stream.expires_at(m_patience.until());
        m_stream.async_write_some(rest, [self = shared_from_this()](ErrorCodeOfBeast error, size_t count) {
            if (self->m_ended || error)
                return self->end();
            self->m_moved += count;
            self->m_patience.moved(count);
            self->writeSome();
        });
    }

    /// The next piece of a reply that comes from a source. One that fails or ends early cuts the connection: the client
    /// was promised more.
    void fetchPiece()
    {
        if (m_fetched == m_reply.source->size()) {
            m_reply = {{}, {}, {}, m_reply.keepAlive};
            m_moved = 0;
            return writeSome();
        }
        const auto posted = onWorker(
            &WorkerPool::resume, [source = m_reply.source] { return source->read(qint64(kBufferSlack)); },
            [](HttpConnection &self, Result<QByteArray> piece) {
                if (!piece || piece->isEmpty())
                    return self.end();
                self.m_fetched += piece->size();
                self.m_reply.head.clear();
                self.m_reply.body = std::move(*piece);
                self.m_phase = Phase::Writing;
                self.m_patience.begin();
                self.m_moved = 0;
                self.writeSome();
            });
        if (posted == WorkerPool::Posted::Full)
            end();
    }

    void linger()
    {
        m_phase = Phase::Lingering;
        m_waitingSince = SteadyClock::now();
        m_reply = {};
        m_buffer.clear();
        m_stream.expires_after(m_limits.lingerTime);
        m_stream.async_farewell([self = shared_from_this()] { self->end(); });
    }

    void end()
    {
        if (std::exchange(m_ended, true))
            return;
        hold(0);
        letReceiverGo();
        m_stream.close();
        m_front.ended(shared_from_this());
    }

    Stream m_stream;
    Front &m_front;
    const HttpLimits &m_limits;
    const Kind m_kind;
    HttpLimits m_headLimits; ///< with the greater of the two limits for bodies
    QString m_remoteAddress;
    beast::flat_buffer m_buffer;
    HeadScanner m_scanner;
    RequestHead m_head;
    ApiRequest m_request;
    std::optional<RequestParser> m_parser;
    std::shared_ptr<BodyReceiver> m_receiver;
    bool m_streamed = false;  ///< the body goes to m_receiver
    bool m_known = false;     ///< its sender was admitted as one who is signed in
    bool m_dropsBody = false; ///< the reply went out before it
    qint64 m_bodyLimit = 0;
    qint64 m_held = 0; ///< bytes of the body that count in Front::held
    WireReply m_reply;
    qint64 m_fetched = 0; ///< bytes that the reply's source has given
    Phase m_phase = Phase::Head;
    SteadyClock::time_point m_deadline;     ///< of the head being read
    SteadyClock::time_point m_waitingSince; ///< of the Phases Handshake, Head and Lingering
    SteadyClock::time_point m_bodyEnd;      ///< of a body being held
    Patience m_patience;                    ///< with the body or the reply under way
    size_t m_moved = 0;                     ///< bytes of the body or the reply under way
    bool m_ended = false;
};

} // namespace

std::shared_ptr<Connection> Connection::make(tcp::socket socket, Front &front, Kind kind)
{
    return std::make_shared<HttpConnection>(std::move(socket), front, kind);
}

} // namespace markaz::server

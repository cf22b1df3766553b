// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/connection.h"
#include "app/server/http/requesthead.h"
#include "core/support/gzip.h"
#include "tests/fuzz/targets.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace markaz::fuzz {
namespace {

using namespace markaz::server;
namespace asio = boost::asio;

/// A request as a handler gets it, and as a strict reader of RFC 9112 understands it.
struct Heard
{
    QByteArray method;
    QString path;
    QByteArray body;
    bool operator==(const Heard &) const = default;
};

ApiResponse taken()
{
    ApiResponse response;
    response.status = 204;
    return response;
}

HttpLimits smallLimits()
{
    HttpLimits limits;
    limits.headBytes = 2048;
    limits.targetBytes = 256;
    limits.headerFields = 16;
    limits.bodyBytes = 1024;
    limits.streamedBytes = 4096;
    limits.inflatedBytes = 4096;
    return limits;
}

/// One connection after the other of the real front, over a pair of sockets and on this thread alone, so that nothing
/// happens between two pieces that the pieces do not bring about.
class Session
{
public:
    Session()
        : m_front(options(), [this](const ApiRequest &request) {
            m_heard.append({request.method, request.path, request.body});
            return taken();
        })
    {
        m_front.ended = [this](const std::shared_ptr<Connection> &) { m_ended = true; };
    }

    struct Outcome
    {
        QList<Heard> heard;
        QList<int> statuses; ///< of the replies, refusals too
    };

    /// \p lengths: of the pieces, beginning anew at their end; none: \p stream comes in one.
    Outcome take(const QByteArray &stream, const QByteArray &lengths)
    {
        m_heard.clear();
        m_statuses.clear();
        m_ended = false;
        int ends[2];
        must(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) == 0, "there are sockets");
        m_client = ends[0];
        {
            const auto connection = Connection::make(asio::ip::tcp::socket(m_io, asio::ip::tcp::v4(), ends[1]), m_front,
                                                     Connection::Kind::Served);
            connection->start();
        }
        qsizetype at = 0;
        for (int piece = 0; at < stream.size() && !m_ended; ++piece) {
            const qsizetype wished =
                lengths.isEmpty() ? stream.size() : 1 + ((lengths.at(piece % lengths.size()) - ' ') & 0x3f);
            const ssize_t sent = ::send(m_client, stream.constData() + at,
                                        static_cast<size_t>(std::min(wished, stream.size() - at)), MSG_NOSIGNAL);
            must(sent > 0, "what is read by the other side makes room");
            at += sent;
            int unread = 1; // the next piece comes when this one was taken
            while (!m_ended && ::ioctl(m_client, SIOCOUTQ, &unread) == 0 && unread > 0)
                step();
        }
        ::shutdown(m_client, SHUT_WR);
        while (!m_ended)
            step();
        ::close(m_client);
        m_io.poll();
        must(m_front.held == 0, "a connection that has ended holds nothing");
        return {m_heard, m_statuses};
    }

private:
    /// Its body as it came, told to the session when it is whole.
    class Receiver final : public BodyReceiver
    {
    public:
        Receiver(Session &session, const ApiRequest &request)
            : m_session(session)
            , m_heard{request.method, request.path, {}}
        {
        }
        std::optional<ApiResponse> take(const QByteArray &piece) override
        {
            m_heard.body += piece;
            return std::nullopt;
        }
        ApiResponse whole() override
        {
            m_session.m_heard.append(m_heard);
            return taken();
        }

    private:
        Session &m_session;
        Heard m_heard;
    };

    HttpServer::Options options()
    {
        HttpServer::Options options;
        options.workerThreads = 0;
        options.limits = smallLimits();
        options.decorate = [this](const ApiRequest *, ApiResponse &response) { m_statuses.append(response.status); };
        options.streamed.are = [](const ApiRequest &request) { return request.path.startsWith(QLatin1String("/s")); };
        options.streamed.open = [this](const ApiRequest &request) -> StreamedBodies::Opened {
            return std::make_unique<Receiver>(*this, request);
        };
        return options;
    }

    void step()
    {
        m_io.run_one();
        char dropped[4096];
        while (::recv(m_client, dropped, sizeof dropped, 0) > 0)
            continue;
    }

    QList<Heard> m_heard;
    QList<int> m_statuses;
    bool m_ended = false;
    int m_client = -1;
    Front m_front; // outlives m_io, whose last queued steps hold connections
    asio::io_context m_io{1};
    asio::executor_work_guard<asio::io_context::executor_type> m_work{m_io.get_executor()};
};

/// The chunks of a body and the line that each begins with, to the letter of RFC 9112; nothing when they are broken or
/// end early. \p at moves behind the empty line.
std::optional<QByteArray> readChunks(const QByteArray &stream, qsizetype &at)
{
    QByteArray body;
    for (;;) {
        const qsizetype end = stream.indexOf("\r\n", at);
        if (end < 0)
            return std::nullopt;
        const QByteArray line = stream.mid(at, end - at);
        for (const char c : line) {
            if ((static_cast<uchar>(c) < 0x20 && c != '\t') || c == 0x7f)
                return std::nullopt;
        }
        qsizetype digits = 0;
        while (digits < line.size() && std::isxdigit(static_cast<uchar>(line.at(digits))) != 0)
            ++digits;
        bool isNumber = false;
        const qulonglong size = line.first(digits).toULongLong(&isNumber, 16);
        const QByteArray extension = line.mid(digits).trimmed();
        if (!isNumber || !(extension.isEmpty() || extension.startsWith(';')))
            return std::nullopt;
        at = end + 2;
        if (size == 0)
            break;
        if (size > static_cast<qulonglong>(stream.size()) || stream.mid(at + static_cast<qsizetype>(size), 2) != "\r\n")
            return std::nullopt;
        body += stream.mid(at, static_cast<qsizetype>(size));
        at += static_cast<qsizetype>(size) + 2;
    }
    // Trailers, down to the empty line.
    for (qsizetype end = stream.indexOf("\r\n", at); end >= 0; end = stream.indexOf("\r\n", at)) {
        const bool last = end == at;
        at = end + 2;
        if (last)
            return body;
    }
    return std::nullopt;
}

/// The requests of \p stream up to the first that is refused or broken. Limits are not its business.
QList<Heard> readStrictly(const QByteArray &stream)
{
    const HttpLimits limits = smallLimits();
    HttpLimits headLimits = limits;
    headLimits.bodyBytes = limits.streamedBytes;
    QList<Heard> requests;
    for (qsizetype at = 0; at < stream.size();) {
        HeadScanner scanner;
        if (scanner.scan(QByteArrayView(stream).sliced(at)) != HeadScanner::State::Complete)
            return requests;
        const ParsedHead parsed = parseHead(QByteArrayView(stream).sliced(at, scanner.size()), headLimits);
        const auto target = parseTarget(parsed.head.target);
        at += scanner.size();
        if (parsed.refusal || !target)
            return requests;
        std::optional<QByteArray> body = QByteArray();
        if (parsed.head.chunked)
            body = readChunks(stream, at);
        else if (const qint64 length = parsed.head.contentLength.value_or(0); length > stream.size() - at)
            body = std::nullopt;
        else {
            body = stream.mid(at, length);
            at += length;
        }
        if (!body)
            return requests;
        bool whole = true; // one that does not inflate is refused, and the connection goes on
        if (parsed.head.gzipBody) {
            const auto plain = gunzip(*body, limits.inflatedBytes, limits.inflateRatio);
            whole = plain.ok();
            body = plain ? *plain : QByteArray();
        }
        if (whole)
            requests.append({parsed.head.method, target->path, *body});
        if (!parsed.head.keepAlive)
            return requests;
    }
    return requests;
}

} // namespace

/// What one client sends on one connection: requests with bodies of every kind, one behind the other. The first line
/// gives the lengths of the pieces in which they come, a letter each (' ' = 1, '!' = 2, ...).
void chunked(const QByteArray &bytes)
{
    static Session session;
    const qsizetype line = bytes.indexOf('\n');
    const QByteArray stream = bytes.mid(line + 1).left(8 * 1024);
    const Session::Outcome whole = session.take(stream, {});
    const Session::Outcome cut = session.take(stream, bytes.left(std::max<qsizetype>(line, 0)));
    must(cut.heard == whole.heard && cut.statuses == whole.statuses, "requests are the same however they are cut");
    const QList<Heard> meant = readStrictly(stream);
    must(whole.heard.size() <= meant.size() && meant.first(whole.heard.size()) == whole.heard,
         "nothing is heard that a strict reader does not find there");
    must(whole.statuses.size() >= whole.heard.size() &&
             whole.statuses.size() <= meant.size() + 1 + stream.toLower().count("gzip"),
         "each request has its reply");
    for (const Heard &request : whole.heard)
        must(request.body.size() <= smallLimits().inflatedBytes, "a body is within its bounds");
}

} // namespace markaz::fuzz

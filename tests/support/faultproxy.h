// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <utility>

class QRandomGenerator;

namespace markaz::test {

/// What happens to one request and its reply.
struct WireFault
{
    enum class Kind {
        Pass,
        Hang,          ///< no answer, ever; the server has got the request where `at` is not 0
        CutRequest,    ///< both sides lose the connection when `at` bytes of the request have gone to the server
        CutReply,      ///< ... when `at` bytes of the reply have gone to the client
        LateRequest,   ///< the client loses the connection at once; the server gets the request `at` ms later
        DoubleRequest, ///< the server gets it twice, at once where `at` is odd; the client gets the later reply
        DoubleReply,   ///< the same reply comes twice on the connection
        StaleReply,    ///< the reply is an earlier one to the same method and path; passes where there is none
        DelayReply,    ///< the reply comes `at` ms late
        TruncateReply, ///< `at` bytes of the body come, as if that were the whole
        FlipReply,     ///< bit `at` of the reply is another (counted round and round)
        CutGzip,       ///< the body is gzip, and the second half of it is missing, as if that were the whole
        OtherInstance, ///< the reply of another Markaz server
        Replace,       ///< `bytes` instead of the reply; the server has not got the request
    };
    Kind kind = Kind::Pass;
    qint64 at = 0;
    QByteArray bytes{};
    std::function<void()> then{}; ///< called when a cut has been made, before the client learns of it

    /// One of those that a bad line or a bad gateway makes, drawn from \p random.
    static WireFault drawn(QRandomGenerator &random);
};
const char *nameOf(WireFault::Kind kind);

/// A request that is about to go to the server, and how large it is.
struct WireRequest
{
    QByteArray method;
    QByteArray path;  ///< without query
    int number = 0;   ///< 1, 2, ... as they came
    QByteArray bytes; ///< head and body
};

/// Whole replies as gateways and wrong addresses give them.
namespace wire {
QByteArray htmlPage();   ///< 200, text/html
QByteArray redirect();   ///< 302 to a page
QByteArray notFound();   ///< 404, text/html
QByteArray badGateway(); ///< 502, text/html
/// 503 as a Markaz server says it: with the request's nonce and with its \p instance.
QByteArray busy(const WireRequest &request, const QByteArray &instance, int retryAfterSeconds);
} // namespace wire

/// A wire between laptops and a server that breaks where a test wants it. It has an address of its own that stays,
/// while the server behind it may come and go. Runs in the test's event loop; every request has a connection of its own
/// to the server, so that a fault concerns it alone.
class FaultProxy
{
public:
    using Plan = std::function<WireFault(const WireRequest &)>;

    explicit FaultProxy(const QUrl &server);
    QUrl url() const;
    void leadTo(const QUrl &server) { m_server = server; }
    const QUrl &server() const { return m_server; }

    /// Asked of each request; an empty one lets everything pass.
    void setPlan(Plan plan) { m_plan = std::move(plan); }
    /// Lets everything pass for a while: setPlan() goes on with what this hands back.
    Plan takePlan() { return std::exchange(m_plan, {}); }
    /// The next request of \p method to \p path (and what is below it) meets \p fault, once. \p fault may look at it.
    void next(const QByteArray &method, const QByteArray &path, Plan fault);
    bool hasHappened() const { return !m_plan; } ///< what next() asked for

    int requests() const { return m_requests; }
    int faults() const { return m_faults; } ///< other than Pass
    /// Bytes of the last reply to a request of \p method; 0 = none yet.
    qint64 lastReplyBytes(const QByteArray &method) const { return m_lastBytes.value(method); }

private:
    friend class Wire;
    WireFault ask(const WireRequest &request);
    void accept();

    QTcpServer m_listener;
    QUrl m_server;
    Plan m_plan;
    QHash<QByteArray, QByteArray> m_replies; ///< the last one, by method and path
    QHash<QByteArray, qint64> m_lastBytes;   ///< by method
    int m_requests = 0;
    int m_faults = 0;
};

} // namespace markaz::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/feedreader.h"

#include "core/protocol/messages.h"

#include <QUrl>

#include <chrono>

namespace markaz::test {
namespace {

using protocol::FeedItem;
using protocol::FeedKind;

/// The watch's device is one of its own, so that its session is nobody else's.
const QString kDevice = QStringLiteral("01900000-0000-7000-8000-0000000000fe");

constexpr std::chrono::milliseconds kPause(20); ///< between polls, so that it is a reader and not a load

Error refusal(const HttpReply &reply)
{
    const QString code = reply.json().value(QStringLiteral("code")).toString();
    return makeError(ErrorCode::Refused, code.isEmpty() ? QString::number(reply.status) : code);
}

} // namespace

FeedReader::FeedReader(QUrl server, QString account, QString password)
    : m_server(std::move(server))
    , m_account(std::move(account))
    , m_password(std::move(password))
    , m_client(m_server)
{
}

void FeedReader::leadTo(const QUrl &server)
{
    if (server == m_server)
        return;
    const QByteArray token = m_client.token();
    m_server = server;
    m_client = HttpClient(server);
    m_client.useToken(token);
}

Result<HttpReply> FeedReader::get(const QByteArray &target)
{
    for (int attempt = 0;; ++attempt) {
        if (!m_client.token().isEmpty()) {
            auto reply = m_client.get(target);
            if (!reply || reply->status != 401 || attempt > 0)
                return reply;
        }
        m_client.useToken({});
        auto session = m_client.signIn(m_account, m_password, kDevice);
        if (!session)
            return session;
        if (session->status != 201)
            return refusal(*session);
    }
}

Result<protocol::PullReply> FeedReader::page(const QString &cursor, int limit)
{
    auto reply = get("/api/v1/changes?cursor=" + QUrl::toPercentEncoding(cursor) +
                     "&limit=" + QByteArray::number(limit) + "&kinds=" + QByteArray::number(protocol::kKinds));
    if (!reply)
        return reply.error();
    if (reply->status != 200)
        return refusal(*reply);
    return protocol::readPullReply(reply->body);
}

Result<QHash<QString, FeedItem>> FeedReader::everything()
{
    QHash<QString, FeedItem> all;
    QString cursor;
    for (;;) {
        auto one = page(cursor);
        if (!one)
            return one.error();
        for (const FeedItem &item : std::as_const(one->changes)) {
            if (item.kind == FeedKind::Put)
                all.insert(item.id, item);
            else
                all.remove(item.id);
        }
        if (!one->more)
            return all;
        cursor = one->cursor;
    }
}

Result<QByteArray> FeedReader::file(const QString &sha256)
{
    auto reply = get("/api/v1/files/" + sha256.toLatin1());
    if (!reply)
        return reply.error();
    if (reply->status != 200)
        return makeError(ErrorCode::Refused, QString::number(reply->status));
    return reply->body;
}

FeedWatch::FeedWatch(const QUrl &server, const QString &account, const QString &password)
    : m_reader(server, account, password)
{
}

FeedWatch::~FeedWatch()
{
    stop();
}

void FeedWatch::leadTo(const QUrl &server)
{
    const std::lock_guard lock(m_mutex);
    m_reader.leadTo(server);
}

void FeedWatch::start()
{
    m_stopping = false;
    m_thread = std::thread([this] {
        while (!m_stopping) {
            poll();
            std::unique_lock pause(m_pauseMutex);
            m_pause.wait_for(pause, kPause, [this] { return m_stopping.load(); });
        }
    });
}

void FeedWatch::stop()
{
    {
        const std::lock_guard pause(m_pauseMutex);
        m_stopping = true;
    }
    m_pause.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void FeedWatch::forget()
{
    const std::lock_guard lock(m_mutex);
    m_cursor.clear();
    m_history.clear();
    m_seq = 0;
    m_seen.clear();
    m_highest.clear();
}

void FeedWatch::poll()
{
    const std::lock_guard lock(m_mutex);
    for (bool more = true; more;) {
        const auto page = m_reader.page(m_cursor);
        if (!page && page.error().code == ErrorCode::Refused && page.error().detail == protocol::code::kHistoryChanged)
            m_violations.append(QStringLiteral("(d) the feed turned to another history by itself"));
        if (!page)
            return; // the server is away, or out of order: the next poll goes on from the same place
        take(*page);
        more = page->more;
    }
    ++m_polls;
}

void FeedWatch::take(const protocol::PullReply &page)
{
    if (!m_history.isEmpty() && page.history != m_history)
        m_violations.append(QStringLiteral("(d) the feed's history changed on the way"));
    m_history = page.history;
    m_cursor = page.cursor;
    for (const FeedItem &item : page.changes) {
        const QString name = token(item.entity) + QLatin1Char(' ') + item.id;
        if (item.seq <= m_seq)
            m_violations.append(
                QStringLiteral("(d) %1: number %2 came behind number %3").arg(name).arg(item.seq).arg(m_seq));
        m_seq = item.seq;
        m_seen.insert(item.id, item);
        if (item.kind != FeedKind::Put)
            continue;
        qint64 &highest = m_highest[item.id];
        if (item.rev < highest)
            m_violations.append(
                QStringLiteral("(d) %1: went back from revision %2 to %3").arg(name).arg(highest).arg(item.rev));
        highest = std::max(highest, item.rev);
    }
}

void FeedWatch::lookAtWhole()
{
    const auto whole = m_reader.everything();
    if (!whole) {
        m_violations.append(QStringLiteral("(d) the feed cannot be read: %1").arg(whole.error().detail));
        return;
    }
    for (const FeedItem &item : *whole) {
        const QString name = token(item.entity) + QLatin1Char(' ') + item.id;
        const auto seen = m_seen.constFind(item.id);
        if (seen == m_seen.constEnd() || seen->kind != FeedKind::Put || seen->seq < item.seq)
            m_violations.append(QStringLiteral("(d) %1: number %2 was passed over by a reader who followed the feed")
                                    .arg(name)
                                    .arg(item.seq));
        else if (seen->seq > item.seq || seen->rev > item.rev)
            m_violations.append(QStringLiteral("(d) %1: revision %2 was read, and now %3 stands")
                                    .arg(name)
                                    .arg(seen->rev)
                                    .arg(item.rev));
    }
    for (const FeedItem &item : std::as_const(m_seen)) {
        if (item.kind == FeedKind::Put && !whole->contains(item.id))
            m_violations.append(QStringLiteral("(d) %1 %2: revision %3 was read, and now it is gone without a word")
                                    .arg(token(item.entity), item.id)
                                    .arg(item.rev));
    }
}

QStringList FeedWatch::violations()
{
    poll();
    const std::lock_guard lock(m_mutex);
    lookAtWhole();
    return std::exchange(m_violations, {});
}

} // namespace markaz::test

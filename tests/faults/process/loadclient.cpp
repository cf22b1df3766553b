// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/loadclient.h"

#include "core/domain/buildingcode.h"
#include "core/protocol/messages.h"
#include "tests/integration/laptop.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QUrlQuery>

namespace markaz::test {
namespace {

constexpr int kBuildings = 12; ///< of each client; its edits go round among them
constexpr int kPage = 200;     ///< records
constexpr int kMostTries = 200;

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QString said(const Result<HttpReply> &reply)
{
    return reply ? QStringLiteral("HTTP %1 %2").arg(reply->status).arg(QString::fromUtf8(reply->body.left(200)))
                 : reply.error().detail;
}

} // namespace

LoadClient::LoadClient(LoadTarget target, int index, quint32 seed)
    : m_target(std::move(target))
    , m_index(index)
    , m_random(seed)
    , m_journal(m_target.journal)
    , m_requests(m_target.server)
{
}

LoadClient::~LoadClient()
{
    stop();
}

Result<void> LoadClient::signIn()
{
    const auto reply = m_requests.signIn(m_target.account, m_target.password, m_ids.next());
    if (!reply || reply->status != 201)
        return makeError(ErrorCode::Refused, said(reply));
    const auto session = protocol::decode<protocol::SessionReply>(reply->json());
    if (!session)
        return session.error();
    m_accountId = session->account.accountId;
    return {};
}

void LoadClient::start()
{
    m_stopping = false;
    m_ended = false;
    m_thread = std::thread([this] {
        run();
        m_ended = true;
    });
}

void LoadClient::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
}

void LoadClient::stop()
{
    finish();
    if (m_thread.joinable())
        m_thread.join();
}

void LoadClient::run()
{
    const auto stopping = [this] {
        const std::lock_guard lock(m_mutex);
        return m_stopping;
    };
    while (!stopping()) {
        pushUntilSettled(next());
        if (auto pulled = pull(); !pulled)
            m_told.failures.append(QStringLiteral("pull: ") + pulled.error().detail);
        pause(static_cast<int>(m_random.bounded(2 * m_target.thinks)));
    }
}

Change LoadClient::change(ChangeKind kind, Entity entity, const QString &id, const FieldChanges &fields)
{
    return {m_ids.next(), entity, id, kind, kind == ChangeKind::Create ? 0 : 1, 1, toIso(m_clock.now()), fields};
}

/// A building, the draft of its inspection, and then edits of the buildings and answers in the drafts.
Change LoadClient::next()
{
    const auto create = [this](QList<Record> &list, Entity entity, const QJsonObject &fields) {
        list.append({entity, m_ids.next(), 0, fields});
        return change(ChangeKind::Create, entity, list.last().id, differences(specOf(entity), {}, fields));
    };
    if (m_drafts.size() < m_buildings.size()) {
        const Standard &standard = Carried::get().standard;
        return create(m_drafts, Entity::Inspection,
                      {{QStringLiteral("building"), m_buildings.last().id},
                       {QStringLiteral("inspector"), m_accountId},
                       {QStringLiteral("kind"), QStringLiteral("initial")},
                       {QStringLiteral("standard"), standard.id()},
                       {QStringLiteral("standard_version"), standard.version()},
                       {QStringLiteral("standard_hash"), standard.hash()},
                       {QStringLiteral("revision"), 1},
                       {QStringLiteral("started_at"), toIso(m_clock.now())},
                       {QStringLiteral("state"), QStringLiteral("draft")}});
    }
    if (m_buildings.isEmpty() || (m_buildings.size() < kBuildings && m_random.bounded(10) == 0)) {
        const auto number = static_cast<int>(m_index * kBuildings + m_buildings.size() + 1);
        return create(m_buildings, Entity::Building,
                      {{QStringLiteral("code"), BuildingCode::make(m_target.city->prefix, number).value().toString()},
                       {QStringLiteral("name"), QStringLiteral("Sample building %1").arg(number)},
                       {QStringLiteral("address"), QStringLiteral("%1 Sample Road").arg(number)},
                       {QStringLiteral("city"), m_target.city->id},
                       {QStringLiteral("covered_area_sqft"), 4000},
                       {QStringLiteral("storeys"), 2}});
    }
    const int which = m_random.bounded(static_cast<int>(m_buildings.size()));
    const bool answers = m_random.bounded(4) > 0;
    Record &record = answers ? m_drafts[which] : m_buildings[which];
    const auto &items = Carried::get().standard.items();
    const QString path =
        answers ? QStringLiteral("answers.") + items.at(m_random.bounded(static_cast<int>(items.size()))).code
                : QStringLiteral("name");
    const QString text = QStringLiteral("Sample %1").arg(m_random.generate());
    const QJsonValue value =
        answers ? QJsonValue(QJsonObject{{QStringLiteral("value"), text}, {QStringLiteral("at"), toIso(m_clock.now())}})
                : QJsonValue(text);
    const FieldChanges step{{path, {valueAt(record.fields, path), value}}};
    setValueAt(record.fields, path, value);
    return change(ChangeKind::Patch, record.entity, record.id, step);
}

void LoadClient::pushUntilSettled(const Change &change)
{
    if (auto noted = m_journal.note({m_target.account, {}, change}); !noted)
        qFatal("%s", qPrintable(noted.error().detail));
    const QByteArray body = QJsonDocument(protocol::encode(protocol::PushRequest{m_ids.next(), {}, {change}}))
                                .toJson(QJsonDocument::Compact);
    for (int failed = 0;; ++failed) {
        QElapsedTimer timer;
        timer.start();
        const auto reply = exchange("POST", "/api/v1/changes", body);
        const Result<protocol::PushReply> pushed = reply && reply->status == 200
                                                       ? protocol::decode<protocol::PushReply>(reply->json())
                                                       : makeError(ErrorCode::Refused, said(reply));
        if (pushed && pushed->results.size() == 1 && pushed->results.first().outcome != Outcome::Retry) {
            m_told.pushes.append(since(timer));
            const Outcome outcome = pushed->results.first().outcome;
            if (outcome != Outcome::Applied && outcome != Outcome::Merged && outcome != Outcome::Duplicate)
                m_told.unsettled.append(change.opId + QLatin1Char(' ') + token(outcome) + QLatin1Char(' ') +
                                        pushed->results.first().message);
            ++m_settled;
            return;
        }
        m_told.failures.append(QStringLiteral("push: ") + (pushed ? QStringLiteral("retry") : pushed.error().detail));
        if (failed == kMostTries) {
            m_told.unsettled.append(change.opId + QStringLiteral(" given up: ") + m_told.failures.last());
            return;
        }
        // Before it may end it wants this one settled, and goes on asking at the same pace.
        const int wait = 200 + static_cast<int>(m_random.bounded(std::min(200 << std::min(failed, 4), 2'000)));
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, std::chrono::milliseconds(wait), [] { return false; });
    }
}

Result<void> LoadClient::pull()
{
    for (bool more = true; more;) {
        QElapsedTimer timer;
        timer.start();
        QUrlQuery query{{QStringLiteral("limit"), QString::number(kPage)}};
        if (!m_cursor.isEmpty())
            query.addQueryItem(QStringLiteral("cursor"), m_cursor);
        const auto reply = exchange("GET", "/api/v1/changes?" + query.toString(QUrl::FullyEncoded).toLatin1(), {});
        if (!reply || reply->status != 200)
            return makeError(ErrorCode::Refused, said(reply));
        auto page = protocol::readPullReply(reply->body);
        if (!page)
            return page.error();
        m_told.pulls.append(since(timer));
        m_told.rows += page->changes.size();
        for (const protocol::FeedItem &item : std::as_const(page->changes)) {
            if (item.kind == protocol::FeedKind::Put)
                m_told.records.insert(item.id, item.rev);
            else
                m_told.records.remove(item.id);
        }
        m_cursor = page->cursor;
        more = page->more;
    }
    return {};
}

Result<void> LoadClient::catchUp()
{
    return pull();
}

Result<HttpReply> LoadClient::exchange(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    if (!m_connection) {
        auto opened = HttpConnection::open(m_target.server);
        if (!opened)
            return opened.error();
        m_connection.emplace(std::move(opened).value());
    }
    const auto sent = m_connection->send(m_requests.bytesOf(method, target, body, {{"Connection", "keep-alive"}}));
    auto reply = sent ? m_connection->reply() : Result<HttpReply>(sent.error());
    if (!reply || reply->header("Connection").toLower() == "close")
        m_connection.reset();
    return reply;
}

void LoadClient::pause(int milliseconds)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_stopping; });
}

} // namespace markaz::test

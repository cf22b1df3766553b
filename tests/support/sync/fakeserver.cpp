// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/fakeserver.h"

#include "core/domain/merge.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <utility>

namespace markaz::test {
namespace {

using protocol::ChangeResult;
using protocol::FeedItem;
using protocol::FeedKind;

QString keyOf(Entity entity, const QString &id)
{
    return token(entity) + QLatin1Char('|') + id;
}

} // namespace

class FakeTransport final : public Transport
{
public:
    explicit FakeTransport(FakeServer &server)
        : m_server(server)
    {
    }
    void send(const HttpRequest &request, Reply reply) override
    {
        m_server.m_waiting.push_back({request, std::move(reply), m_alive});
    }

private:
    FakeServer &m_server;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

FakeServer::FakeServer(FixedClock &clock)
    : m_clock(clock)
    , m_ids(clock, 4242)
{
}

std::unique_ptr<Transport> FakeServer::connect()
{
    return std::make_unique<FakeTransport>(*this);
}

bool FakeServer::pumpOne()
{
    if (m_waiting.empty())
        return false;
    Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_requests.append(next.request);
    const auto armed = faultFor(next.request);
    if (armed == Fault::Late || armed == Fault::Slow) {
        const int behind = 1 + drawBelow(4);
        if (armed == Fault::Late) {
            m_underWay.push_back({next, {}, behind});
            if (!next.alive.expired())
                next.reply(makeError(ErrorCode::NetworkTimeout, QStringLiteral("fault")));
        } else {
            m_underWay.push_back({next, answer(next.request), behind});
        }
        return true;
    }
    // A request of a laptop that died meanwhile has arrived all the same.
    const std::optional<Result<HttpResponse>> reply =
        armed ? faulty(*armed, next.request) : std::optional<Result<HttpResponse>>(answer(next.request));
    if (reply && !next.alive.expired())
        next.reply(*reply);
    countDown();
    return true;
}

void FakeServer::countDown()
{
    // Whatever arrives may send the next request, but arms nothing here: taken out before it is heard.
    std::vector<UnderWay> due;
    for (size_t i = 0; i < m_underWay.size();) {
        if (--m_underWay[i].behind > 0) {
            ++i;
            continue;
        }
        due.push_back(std::move(m_underWay[i]));
        m_underWay.erase(m_underWay.begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (UnderWay &late : due)
        arrive(late);
}

void FakeServer::letArrive()
{
    std::vector<UnderWay> all = std::exchange(m_underWay, {});
    for (UnderWay &late : all)
        arrive(late);
    pump();
}

void FakeServer::arrive(UnderWay &late)
{
    if (!late.reply)
        answer(late.from.request);
    else if (!late.from.alive.expired())
        late.from.reply(*late.reply);
}

int FakeServer::drawBelow(qsizetype below)
{
    draw = draw * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((draw >> 33) % static_cast<quint64>(below));
}

void FakeServer::pump()
{
    for (int i = 0; pumpOne(); ++i) {
        if (i > 10'000)
            qFatal("a laptop that never stops asking");
    }
}

void FakeServer::addAccount(const Actor &actor, const QString &password)
{
    m_accounts.insert(actor.name, {password, actor, 1});
}

void FakeServer::setScope(const QString &accountId, const QStringList &provinces)
{
    for (Account &account : m_accounts) {
        if (account.actor.accountId != accountId)
            continue;
        for (const QString &province : std::as_const(account.actor.provinces)) {
            if (!provinces.contains(province))
                m_droppedFrom[account.actor.name].append(province);
        }
        account.actor.provinces = provinces;
        ++account.scope;
    }
}

void FakeServer::endSessions()
{
    m_access.clear();
    m_refresh.clear();
    m_ofWiped.clear();
}

const QString &FakeServer::codeOf401(const QString &token) const
{
    return m_ofWiped.contains(token) ? protocol::code::kOrderObeyed : protocol::code::kUnauthenticated;
}

void FakeServer::fault(Fault fault, int times, const QByteArray &method, const QString &pathPart)
{
    m_faults.append({fault, times, method, pathPart});
}

std::optional<Fault> FakeServer::faultFor(const HttpRequest &request)
{
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        ArmedFault &armed = m_faults[i];
        if ((!armed.method.isEmpty() && armed.method != request.method) || !request.path.contains(armed.pathPart))
            continue;
        const Fault fault = armed.fault;
        if (--armed.times == 0)
            m_faults.removeAt(i);
        return fault;
    }
    return {};
}

int FakeServer::requestCount(const QByteArray &method, const QString &pathPart) const
{
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(), [&](const HttpRequest &r) {
        return r.method == method && r.path.contains(pathPart);
    }));
}

FakeServer::Stored &FakeServer::store(const Record &record)
{
    Stored &stored = m_state.records[keyOf(record.entity, record.id)];
    const QString before = stored.record.id.isEmpty() ? QString() : provinceOf(stored.record);
    const qint64 rev = stored.record.rev;
    stored.record = record;
    stored.record.rev = rev + 1;
    stored.seq = ++m_state.seq;
    stored.deleted = false;
    if (!before.isEmpty() && before != provinceOf(record))
        stored.leftFrom = before;
    return stored;
}

void FakeServer::put(const Record &record)
{
    store(record);
}

void FakeServer::patch(Entity entity, const QString &id, const QString &path, const QJsonValue &value)
{
    Record changed = record(entity, id).value();
    setValueAt(changed.fields, path, value);
    store(changed);
}

void FakeServer::remove(Entity entity, const QString &id)
{
    Stored &stored = m_state.records[keyOf(entity, id)];
    ++stored.record.rev;
    stored.seq = ++m_state.seq;
    stored.deleted = true;
}

void FakeServer::restore(const State &state)
{
    m_state = state;
    history += QLatin1Char('+');
}

void FakeServer::forgetTombstones()
{
    m_oldest = m_state.seq;
    for (auto it = m_state.records.begin(); it != m_state.records.end();)
        it = it->deleted ? m_state.records.erase(it) : std::next(it);
}

std::optional<Record> FakeServer::record(Entity entity, const QString &id) const
{
    const auto found = m_state.records.constFind(keyOf(entity, id));
    if (found == m_state.records.constEnd() || found->deleted)
        return {};
    return found->record;
}

QList<Record> FakeServer::all(Entity entity) const
{
    QList<Record> list;
    for (const Stored &stored : m_state.records) {
        if (stored.record.entity == entity && !stored.deleted)
            list.append(stored.record);
    }
    return list;
}

QString FakeServer::provinceOf(const Record &record) const
{
    const auto linked = [this](Entity entity, const QJsonValue &id) {
        const auto found = m_state.records.constFind(keyOf(entity, id.toString()));
        return found == m_state.records.constEnd() ? QString() : provinceOf(found->record);
    };
    const QJsonObject &fields = record.fields;
    switch (record.entity) {
    case Entity::Owner:
        return fields.value(QStringLiteral("province")).toString();
    case Entity::Building:
        return provinceOfCity.value(fields.value(QStringLiteral("city")).toInt());
    case Entity::Assignment:
    case Entity::Inspection:
    case Entity::Certificate:
    case Entity::Finding:
    case Entity::Centre:
    case Entity::Loan:
        return linked(Entity::Building, fields.value(QStringLiteral("building")));
    case Entity::OccupancyReport:
        return linked(Entity::Centre, fields.value(QStringLiteral("centre")));
    case Entity::Evidence:
        if (fields.contains(QStringLiteral("loan")))
            return linked(Entity::Loan, fields.value(QStringLiteral("loan")));
        return linked(Entity::Inspection, fields.value(QStringLiteral("inspection")));
    case Entity::Review:
    case Entity::Decision:
        return linked(Entity::Inspection, fields.value(QStringLiteral("inspection")));
    case Entity::Conflict:
        return linked(parse<Entity>(fields.value(QStringLiteral("entity")).toString()).value(),
                      fields.value(QStringLiteral("record")));
    default:
        return {};
    }
}

bool FakeServer::sees(const Account &account, const QString &province) const
{
    return province.isEmpty() || account.actor.provinces.contains(province);
}

QHash<QString, QString> FakeServer::digest(const Account &account) const
{
    QHash<QString, QByteArray> sums;
    for (const Stored &stored : m_state.records) {
        const QString province = provinceOf(stored.record);
        if (!stored.deleted && !province.isEmpty() && sees(account, province))
            protocol::addToDigest(sums[province], stored.record.id, stored.record.rev);
    }
    QHash<QString, QString> digest;
    for (auto it = sums.begin(); it != sums.end(); ++it)
        digest.insert(it.key(), lieAboutDigest ? QStringLiteral("00") : QString::fromLatin1(it.value()));
    return digest;
}

ChangeResult FakeServer::settle(const Change &change, const Account &account)
{
    const QString hash = protocol::bodyHash(change);
    if (const auto known = m_state.ledger.constFind(change.opId); known != m_state.ledger.constEnd()) {
        ChangeResult result = known->second;
        if (known->first == hash)
            result.outcome = Outcome::Duplicate;
        else
            result = {change.opId, Outcome::Rejected, 0, {}, {}, protocol::code::kOpReuse, {}, {}};
        return result;
    }
    ChangeResult result = m_scripted.contains(change.id) ? m_scripted.take(change.id) : apply(change, account);
    result.opId = change.opId;
    if (result.outcome != Outcome::Held && result.outcome != Outcome::Retry) {
        m_state.ledger.insert(change.opId, {hash, result});
        ++m_applied[change.opId];
    }
    return result;
}

ChangeResult FakeServer::apply(const Change &change, const Account &account)
{
    const auto rejected = [](const QString &code, const QString &field) {
        return ChangeResult{{}, Outcome::Rejected, 0, {}, {}, code, field, {}};
    };
    std::optional<Record> before = record(change.entity, change.id);
    if (!before && change.kind != ChangeKind::Create)
        return {{}, Outcome::Held, 0, {}, {change.id}, protocol::code::kMissing, {}, {}};
    if (change.kind == ChangeKind::Delete) {
        remove(change.entity, change.id);
        return {{}, Outcome::Applied, before->rev + 1, {}, {}, {}, {}, {}};
    }
    Record after = before.value_or(Record{change.entity, change.id, 0, {}});
    const MergeResult merged = merge(specOf(change.entity), after.fields, change.fields);
    after.fields = merged.fields;
    if (auto checked = specOf(change.entity).check(after.fields); !checked)
        return rejected(protocol::code::kInvalid, checked.error().where);
    if (!sees(account, provinceOf(after)))
        return rejected(protocol::code::kScopeRevoked, {});
    const bool moved = before && before->rev != change.baseRev;
    const qint64 rev = merged.taken || !before ? store(after).record.rev : before->rev;
    if (merged.conflicts.isEmpty())
        return {{}, moved ? Outcome::Merged : Outcome::Applied, rev, {}, {}, {}, {}, {}};

    QJsonObject values;
    QStringList paths;
    for (const FieldConflict &conflict : merged.conflicts) {
        paths.append(conflict.path);
        values.insert(conflict.path, QJsonObject{{QStringLiteral("base"), conflict.base},
                                                 {QStringLiteral("server"), conflict.server},
                                                 {QStringLiteral("client"), conflict.client}});
    }
    store({Entity::Conflict,
           m_ids.next(),
           0,
           {{QStringLiteral("entity"), token(change.entity)},
            {QStringLiteral("record"), change.id},
            {QStringLiteral("author"), account.actor.accountId},
            {QStringLiteral("op_id"), change.opId},
            {QStringLiteral("made_at"), toIso(m_clock.now())},
            {QStringLiteral("fields"), values},
            {QStringLiteral("state"), QStringLiteral("open")}}});
    return {{}, Outcome::Conflict, rev, paths, {}, {}, {}, {}};
}

HttpResponse FakeServer::push(const HttpRequest &request, const Account &account, const QJsonObject &body)
{
    auto batch = protocol::decode<protocol::PushRequest>(body);
    if (!batch)
        return problem(request, 400, protocol::code::kMalformed);
    if (batch->changes.size() > bodyMost)
        return problem(request, 413, protocol::code::kTooLarge);
    if (checkHistoryOnPush && !batch->history.isEmpty() && batch->history != history)
        return problem(request, 409, protocol::code::kHistoryChanged);
    protocol::PushReply reply;
    reply.serverTime = toIso(m_clock.now());
    QHash<QString, ChangeResult> stopped; // no edit overtakes the one that it was made on
    for (const Change &change : std::as_const(batch->changes)) {
        ChangeResult result = stopped.value(change.id);
        if (stopped.contains(change.id))
            result.opId = change.opId;
        else
            result = settle(change, account);
        if (result.outcome == Outcome::Held || result.outcome == Outcome::Retry)
            stopped.insert(change.id, result);
        reply.results.append(result);
    }
    return json(request, 200, protocol::encode(reply), "application/json");
}

HttpResponse FakeServer::pull(const HttpRequest &request, const Account &account)
{
    const QUrlQuery query(QUrl(request.path).query(QUrl::FullyEncoded));
    const QString cursor = QUrl::fromPercentEncoding(query.queryItemValue(QStringLiteral("cursor")).toLatin1());
    const int limit = std::min(pageSize, query.queryItemValue(QStringLiteral("limit")).toInt());
    qint64 after = 0;
    if (!cursor.isEmpty()) { // "history:scope:seq"
        const QStringList parts = cursor.split(QLatin1Char(':'));
        after = parts.value(2).toLongLong();
        if (parts.value(0) != history && refusesOldHistoryOnPull)
            return problem(request, 409, protocol::code::kHistoryChanged, {{QStringLiteral("history"), history}});
        if (parts.value(0) != history)
            after = 0;
        else if (parts.value(1).toInt() != account.scope)
            return problem(
                request, 409, protocol::code::kScopeChanged,
                {{QStringLiteral("drop"), QJsonArray::fromStringList(m_droppedFrom.value(account.actor.name))},
                 {QStringLiteral("pull"), QJsonArray::fromStringList(account.actor.provinces)}});
        else if (after < m_oldest)
            return problem(request, 410, protocol::code::kResync);
    }
    QMap<qint64, const Stored *> feed;
    for (const Stored &stored : m_state.records)
        feed.insert(stored.seq, &stored);
    protocol::PullReply page;
    qint64 reached = after;
    for (auto it = feed.upperBound(after); it != feed.end(); ++it) {
        if (page.changes.size() == limit) {
            page.more = true;
            break;
        }
        reached = it.key();
        const Stored &stored = *it.value();
        const QString province = provinceOf(stored.record);
        FeedItem item{stored.seq,           FeedKind::Put,
                      stored.record.entity, stored.record.id,
                      stored.record.rev,    QJsonDocument(stored.record.fields).toJson(QJsonDocument::Compact)};
        if (stored.deleted)
            item.kind = FeedKind::Delete;
        else if (!sees(account, province))
            item.kind = FeedKind::Leave;
        if (item.kind == FeedKind::Leave && !account.actor.provinces.contains(stored.leftFrom))
            continue;
        if (item.kind != FeedKind::Put)
            item.data.clear();
        page.changes.append(item);
    }
    page.cursor = QStringLiteral("%1:%2:%3").arg(history).arg(account.scope).arg(reached);
    page.history = history;
    page.scopeVersion = QString::number(account.scope);
    page.serverTime = toIso(m_clock.now());
    if (!page.more)
        page.digest = digest(account);
    if (!page.more)
        page.checkpoint = checkpoint;
    return text(request, 200, protocol::write(page), "application/json");
}

HttpResponse FakeServer::farewell(const HttpRequest &request, const QJsonObject &body)
{
    if (request.path.endsWith(QLatin1String("/wiped"))) {
        acknowledgedOrder = body.value(QStringLiteral("revocation")).toString();
        const QStringList tokens = m_access.keys() + m_refresh.keys();
        endSessions();
        m_ofWiped = {tokens.begin(), tokens.end()};
        HttpResponse gone = json(request, 204, {}, "application/json");
        gone.body.clear();
        return gone;
    }
    if (request.method != "POST")
        return problem(request, 403, protocol::code::kDeviceRevoked,
                       {{QStringLiteral("revocation"), protocol::encode(*revocation)}});
    const auto batch = protocol::decode<protocol::PushRequest>(body);
    if (!batch || batch->changes.size() > bodyMost)
        return problem(request, batch ? 413 : 400, batch ? protocol::code::kTooLarge : protocol::code::kMalformed);
    protocol::PushReply reply;
    reply.serverTime = toIso(m_clock.now());
    for (const Change &change : batch->changes) {
        if (forgetsAResult && &change == &batch->changes.last())
            break;
        ChangeResult result{{}, Outcome::Rejected, 0, {}, {}, protocol::code::kDeviceRevoked, {}, {}};
        if (m_scripted.contains(change.id))
            result = m_scripted.take(change.id);
        result.opId = change.opId;
        if (result.outcome != Outcome::Retry)
            handedIn.append(change.opId);
        reply.results.append(result);
    }
    forgetsAResult = false;
    return json(request, 200, protocol::encode(reply), "application/json");
}

} // namespace markaz::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/session.h"

#include "core/protocol/accounts.h"
#include "core/storage/filerepository.h"
#include "core/storage/scoperepository.h"
#include "core/support/log.h"
#include "core/sync/leaving.h"
#include "core/sync/statenames.h"
#include "core/sync/syncpolicy.h"

#include <QJsonDocument>

namespace markaz {
namespace {

/// The server is part of the place: state::kSessionServer stands in clear, and altered or removed it opens no token.
QString tokenPlace(const QString &server)
{
    const QString place = QStringLiteral("sync_state|token_refresh|value");
    return server.isEmpty() ? place : place + QLatin1Char('|') + server; // empty: of before the server was kept
}
const QString kSessionPath = QStringLiteral("/api/v1/session");

} // namespace

Result<std::optional<Actor>> profileOwner(const SyncStateRepository &state)
{
    auto text = state.value(state::kAccount);
    if (!text)
        return text.error();
    if (text->isEmpty())
        return std::optional<Actor>();
    auto json = protocol::parseBody(text->toUtf8());
    if (!json)
        return json.error();
    auto actor = protocol::decode<Actor>(*json);
    if (!actor)
        return actor.error();
    return std::optional<Actor>(std::move(actor).value());
}

Result<std::optional<Actor>> signedInAccount(const SyncStateRepository &state)
{
    auto refresh = state.value(state::kRefreshToken);
    if (!refresh)
        return refresh.error();
    if (refresh->isEmpty())
        return std::optional<Actor>();
    return profileOwner(state);
}

Session::Session(ServerClient &client, SyncParts &parts, const Sealer &sealer, QString server)
    : m_client(client)
    , m_parts(parts)
    , m_sealer(sealer)
    , m_server(std::move(server))
    , m_calls(client, *this)
{
}

Result<void> Session::mayTakeOver(const QString &accountId, const QString &name) const
{
    auto owner = profileOwner(m_parts.state);
    if (!owner)
        return owner.error();
    if (!*owner)
        return {};
    const bool same =
        accountId.isEmpty() ? (*owner)->name.compare(name, Qt::CaseInsensitive) == 0 : (*owner)->accountId == accountId;
    if (same)
        return {};
    auto counts = m_parts.outbox.counts();
    if (!counts)
        return counts.error();
    auto files = FileRepository(m_parts.database).counts(FileDirection::Up);
    if (!files)
        return files.error();
    if (files->waiting + files->refused > 0)
        return makeError(ErrorCode::WrongState,
                         QStringLiteral("%1 files of %2 are not sent").arg(files->waiting).arg((*owner)->name),
                         QStringLiteral("file_queue"));
    if (counts->waiting == 0 && counts->dead == 0)
        return {};
    return makeError(
        ErrorCode::WrongState,
        QStringLiteral("%1 changes of %2 are not settled").arg(counts->waiting + counts->dead).arg((*owner)->name),
        QStringLiteral("outbox"));
}

/// This laptop's id, for a sign-in as \p username. Refused before a secret leaves, as far as the name can tell; by the
/// account's id once it is known.
Result<QString> Session::deviceFor(const QString &username)
{
    if (auto allowed = mayTakeOver({}, username); !allowed)
        return allowed.error();
    return deviceId();
}

void Session::signIn(const QString &username, const QString &password, const QString &deviceName, SignedIn reply)
{
    const QString name = username.trimmed();
    const auto device = deviceFor(name);
    if (!device)
        return reply(device.error());
    begin(kSessionPath, protocol::encode(protocol::SessionRequest{name, password, *device, deviceName}),
          std::move(reply));
}

void Session::enrol(const QString &username, const QString &code, const QString &password, const QString &deviceName,
                    SignedIn reply)
{
    const QString name = username.trimmed();
    const auto device = deviceFor(name);
    if (!device)
        return reply(makeError(device.error().code, device.error().detail, kCodeNotSent));
    begin(kSessionPath + QStringLiteral("/enrol"),
          protocol::encode(protocol::EnrolRequest{name, code, password, *device, deviceName}), std::move(reply));
}

void Session::begin(const QString &path, const QJsonObject &request, SignedIn reply)
{
    ++m_generation;
    m_client.call({"POST", path, request, {}, 201},
                  [this, generation = m_generation, reply = std::move(reply)](const Result<ServerAnswer> &answer) {
                      if (generation != m_generation)
                          return reply(makeError(ErrorCode::WrongState, QStringLiteral("another sign-in followed")));
                      if (!answer)
                          return reply(answer.error());
                      if (answer->problem)
                          return refused(*answer, reply);
                      auto session = decodeAnswer<protocol::SessionReply>(answer->body);
                      if (!session)
                          return reply(session.error());
                      reply(accept(*session));
                  });
}

/// Whoever is to give this laptop up knows the password: the order is obeyed with the tokens that came along, as with
/// those of a renewal. An order for an account whose records are not here has nothing to destroy.
void Session::refused(const ServerAnswer &answer, const SignedIn &reply)
{
    const protocol::Problem &problem = *answer.problem;
    const auto order = orderIn(problem);
    const auto owner = order ? profileOwner(m_parts.state) : Result<std::optional<Actor>>(std::nullopt);
    if (!owner)
        return reply(owner.error());
    if (*owner && (*owner)->accountId == order->account) {
        m_order = order;
        if (saysObeyed(problem)) {
            if (auto noted = m_parts.state.set(state::kObeyed, order->id); !noted)
                return reply(noted.error());
        }
        const QJsonObject tokens = problem.more.value(QStringLiteral("session")).toObject();
        const auto session = protocol::decode<protocol::SessionReply>(tokens);
        if (session && session->account.accountId == order->account) {
            auto transaction = Transaction::begin(m_parts.database);
            if (!transaction)
                return reply(transaction.error());
            if (auto kept = keep(*session); !kept)
                return reply(kept.error());
            if (auto committed = transaction->commit(); !committed)
                return reply(committed.error());
            m_accessToken = session->accessToken;
        }
    }
    reply(errorOf(problem, answer.retryAfter));
}

Result<Actor> Session::accept(const protocol::SessionReply &session)
{
    if (auto allowed = mayTakeOver(session.account.accountId, session.account.name); !allowed)
        return allowed.error();
    auto owner = profileOwner(m_parts.state);
    if (!owner)
        return owner.error();
    auto transaction = Transaction::begin(m_parts.database);
    if (!transaction)
        return transaction.error();
    if (*owner && (*owner)->accountId != session.account.accountId) {
        if (auto dropped = dropRecordsOfAnother(); !dropped)
            return dropped.error();
    }
    if (auto kept = keep(session); !kept)
        return kept.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    m_accessToken = session.accessToken;
    m_order = session.revocation;
    return session.account;
}

Result<void> Session::keep(const protocol::SessionReply &session)
{
    const QByteArray account = QJsonDocument(protocol::encode(session.account)).toJson(QJsonDocument::Compact);
    if (auto stored = m_parts.state.set(state::kAccount, QString::fromUtf8(account)); !stored)
        return stored;
    if (auto stored = m_parts.state.set(state::kSessionServer, m_server); !stored)
        return stored;
    const QByteArray sealed = m_sealer.seal(session.refreshToken.toUtf8(), tokenPlace(m_server));
    return m_parts.state.set(state::kRefreshToken, QString::fromLatin1(sealed.toBase64()));
}

Result<void> Session::dropRecordsOfAnother()
{
    auto all = ScopeRepository(m_parts.database).everything();
    if (!all)
        return all.error();
    for (const PlacedRecord &record : *all) {
        if (auto removed = m_parts.records.remove(record.entity, record.id); !removed)
            return removed;
    }
    if (auto cleared = FileRepository(m_parts.database).clear(); !cleared)
        return cleared;
    for (const QString &name :
         {state::kCursor, state::kScopeVersion, state::kPullAnew, state::kPullMore, state::kDigestMisses}) {
        if (auto cleared = m_parts.state.set(name, {}); !cleared)
            return cleared;
    }
    return {};
}

Result<QString> Session::refreshToken() const
{
    auto text = m_parts.state.value(state::kRefreshToken);
    if (!text || text->isEmpty())
        return text;
    auto server = m_parts.state.value(state::kSessionServer);
    if (!server)
        return server.error();
    if (!server->isEmpty() && *server != m_server)
        return makeError(ErrorCode::Unauthenticated, QStringLiteral("the session is one of %1").arg(*server));
    auto plain = m_sealer.open(QByteArray::fromBase64(text->toLatin1()), tokenPlace(*server));
    if (!plain)
        return plain.error();
    return QString::fromUtf8(*plain);
}

Result<QString> Session::deviceId()
{
    auto id = m_parts.state.value(state::kDeviceId);
    if (!id || !id->isEmpty())
        return id;
    const QString fresh = m_parts.ids.next();
    if (auto stored = m_parts.state.set(state::kDeviceId, fresh); !stored)
        return stored.error();
    return fresh;
}

Result<void> Session::signOut()
{
    if (auto forgotten = m_parts.state.set(state::kRefreshToken, {}); !forgotten)
        return forgotten;
    ++m_generation;
    if (m_accessToken.isEmpty())
        return {};
    m_client.call({"DELETE", kSessionPath, {}, m_accessToken, 204}, [](const Result<ServerAnswer> &answer) {
        if (!answer)
            qCInfo(lcSync) << "the server was not told of the sign-out:" << answer.error().detail;
    });
    m_accessToken.clear();
    return {};
}

void Session::accessToken(const QString &rejected, TokenSource::Reply reply)
{
    if (!m_accessToken.isEmpty() && m_accessToken != rejected)
        return reply({m_accessToken, ServerAnswer{}, false});
    m_asking.append(std::move(reply));
    if (m_asking.size() == 1)
        refresh();
}

void Session::refresh()
{
    m_accessToken.clear();
    auto token = refreshToken();
    if (!token)
        return refreshed(token.error());
    if (token->isEmpty())
        return refreshed(makeError(ErrorCode::Unauthenticated, QStringLiteral("nobody is signed in")));
    const QJsonObject body{{QStringLiteral("refresh_token"), *token}};
    m_client.call({"POST", kSessionPath + QStringLiteral("/refresh"), body, {}, 200},
                  [this, generation = m_generation](const Result<ServerAnswer> &answer) {
                      if (!answer || answer->problem)
                          return refreshed(answer);
                      if (generation != m_generation)
                          return refreshed(
                              makeError(ErrorCode::Unauthenticated, QStringLiteral("the session has changed")));
                      auto session = decodeAnswer<protocol::SessionReply>(answer->body);
                      if (!session)
                          return refreshed(session.error());
                      if (auto accepted = accept(*session); !accepted)
                          return refreshed(accepted.error());
                      refreshed(answer);
                  });
}

void Session::refreshed(const Result<ServerAnswer> &answer)
{
    const bool good = answer && !answer->problem;
    const auto asking = std::exchange(m_asking, {});
    for (const TokenSource::Reply &reply : asking)
        reply({good ? m_accessToken : QString(), answer, true});
}

void AuthorizedCalls::call(const ServerCall &call, const ServerClient::Reply &reply)
{
    const std::weak_ptr<bool> alive = m_alive;
    m_tokens.accessToken({}, [this, alive, call, reply](const TokenSource::Given &given) {
        if (!alive.expired())
            callWith(call, given, reply);
    });
}

void AuthorizedCalls::callWith(ServerCall call, const TokenSource::Given &given, const ServerClient::Reply &reply)
{
    if (given.token.isEmpty())
        return reply(given.refused);
    call.bearer = given.token;
    const std::weak_ptr<bool> alive = m_alive;
    m_client.call(call, [this, alive, call, fresh = given.fresh, reply](const Result<ServerAnswer> &answer) {
        if (alive.expired())
            return;
        if (!answer || answer->status != 401 || fresh)
            return reply(answer);
        m_tokens.accessToken(call.bearer, [this, alive, call, reply](const TokenSource::Given &other) {
            if (alive.expired())
                return;
            if (other.token.isEmpty())
                return reply(other.refused);
            ServerCall again = call;
            again.bearer = other.token;
            m_client.call(again, reply); // once, whatever the answer then is
        });
    });
}

} // namespace markaz

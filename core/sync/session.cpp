// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/session.h"

#include "core/storage/scoperepository.h"
#include "core/support/log.h"
#include "core/sync/statenames.h"
#include "core/sync/syncpolicy.h"

#include <QJsonDocument>

namespace markaz {
namespace {

const QString kTokenPlace = QStringLiteral("sync_state|token_refresh|value");
const QString kSessionPath = QStringLiteral("/api/v1/session");

Result<std::optional<Actor>> accountOf(const SyncStateRepository &state)
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

} // namespace

Result<std::optional<Actor>> signedInAccount(const SyncStateRepository &state)
{
    auto refresh = state.value(state::kRefreshToken);
    if (!refresh)
        return refresh.error();
    if (refresh->isEmpty())
        return std::optional<Actor>();
    return accountOf(state);
}

Session::Session(ServerClient &client, SyncParts &parts, const Sealer &sealer)
    : m_client(client)
    , m_parts(parts)
    , m_sealer(sealer)
{
}

Result<void> Session::mayTakeOver(const QString &accountId, const QString &name) const
{
    auto owner = accountOf(m_parts.state);
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
    if (counts->waiting == 0 && counts->dead == 0)
        return {};
    return makeError(
        ErrorCode::WrongState,
        QStringLiteral("%1 changes of %2 are not settled").arg(counts->waiting + counts->dead).arg((*owner)->name),
        QStringLiteral("outbox"));
}

void Session::signIn(const QString &username, const QString &password, const QString &deviceName, SignedIn reply)
{
    // Refused before the password leaves, as far as the name can tell; by the account's id once it is known.
    if (auto allowed = mayTakeOver({}, username.trimmed()); !allowed)
        return reply(allowed.error());
    auto device = deviceId();
    if (!device)
        return reply(device.error());
    ++m_generation;
    const protocol::SessionRequest request{username.trimmed(), password, *device, deviceName};
    m_client.call({"POST", kSessionPath, protocol::encode(request), {}, 201},
                  [this, generation = m_generation, reply = std::move(reply)](const Result<ServerAnswer> &answer) {
                      if (generation != m_generation)
                          return reply(makeError(ErrorCode::WrongState, QStringLiteral("another sign-in followed")));
                      if (!answer)
                          return reply(answer.error());
                      if (answer->problem)
                          return reply(errorOf(*answer->problem));
                      auto session = protocol::decode<protocol::SessionReply>(answer->body);
                      if (!session)
                          return reply(session.error());
                      reply(accept(*session));
                  });
}

Result<Actor> Session::accept(const protocol::SessionReply &session)
{
    if (auto allowed = mayTakeOver(session.account.accountId, session.account.name); !allowed)
        return allowed.error();
    auto owner = accountOf(m_parts.state);
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
    return session.account;
}

Result<void> Session::keep(const protocol::SessionReply &session)
{
    const QByteArray account = QJsonDocument(protocol::encode(session.account)).toJson(QJsonDocument::Compact);
    if (auto stored = m_parts.state.set(state::kAccount, QString::fromUtf8(account)); !stored)
        return stored;
    const QByteArray sealed = m_sealer.seal(session.refreshToken.toUtf8(), kTokenPlace);
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
    for (const QString &name : {state::kCursor, state::kScopeVersion, state::kPullAnew, state::kDigestMisses}) {
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
    auto plain = m_sealer.open(QByteArray::fromBase64(text->toLatin1()), kTokenPlace);
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

void Session::call(ServerCall call, ServerClient::Reply reply)
{
    if (m_accessToken.isEmpty()) {
        refresh([this, call, reply = std::move(reply)](const Result<ServerAnswer> &refreshed) mutable {
            if (!refreshed || refreshed->problem)
                return reply(refreshed);
            call.bearer = m_accessToken;
            m_client.call(call, std::move(reply));
        });
        return;
    }
    call.bearer = m_accessToken;
    m_client.call(call, [this, call, reply = std::move(reply)](const Result<ServerAnswer> &answer) {
        if (!answer || answer->status != 401)
            return reply(answer);
        m_accessToken.clear(); // so that call() refreshes first; it does so once, whatever the answer then is
        this->call(call, reply);
    });
}

void Session::refresh(ServerClient::Reply done)
{
    auto token = refreshToken();
    if (!token)
        return done(token.error());
    if (token->isEmpty())
        return done(makeError(ErrorCode::Unauthenticated, QStringLiteral("nobody is signed in")));
    const QJsonObject body{{QStringLiteral("refresh_token"), *token}};
    m_client.call({"POST", kSessionPath + QStringLiteral("/refresh"), body, {}, 200},
                  [this, generation = m_generation, done = std::move(done)](const Result<ServerAnswer> &answer) {
                      if (!answer || answer->problem)
                          return done(answer);
                      if (generation != m_generation)
                          return done(makeError(ErrorCode::Unauthenticated, QStringLiteral("the session has changed")));
                      auto session = protocol::decode<protocol::SessionReply>(answer->body);
                      if (!session)
                          return done(session.error());
                      if (auto accepted = accept(*session); !accepted)
                          return done(accepted.error());
                      done(answer);
                  });
}

} // namespace markaz

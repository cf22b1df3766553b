// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/trustdata.h"

#include "core/protocol/messages.h"
#include "core/support/clock.h"
#include "core/sync/serverclient.h"
#include "core/sync/statenames.h"
#include "core/sync/syncpolicy.h"

#include <QJsonDocument>

namespace markaz {
namespace {

QString textOf(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> storedJson(const SyncStateRepository &state, const QString &name)
{
    const auto text = state.value(name);
    if (!text)
        return text.error();
    if (text->isEmpty())
        return QJsonObject();
    return protocol::parseBody(text->toUtf8(), protocol::kMaxReply); // as it came
}

} // namespace

Result<std::optional<IssuerKeys>> TrustData::keys() const
{
    const auto json = storedJson(m_state, state::kIssuerKeys);
    if (!json)
        return json.error();
    if (!json->contains(QStringLiteral("signature"))) // none, or of before there were roots
        return std::optional<IssuerKeys>();
    auto keys = IssuerKeys::fromJson(*json);
    return keys ? Result<std::optional<IssuerKeys>>(*keys) : keys.error();
}

Result<std::optional<RevocationList>> TrustData::revocations() const
{
    const auto json = storedJson(m_state, state::kRevocationList);
    if (!json)
        return json.error();
    if (json->isEmpty())
        return std::optional<RevocationList>();
    auto list = RevocationList::fromJson(*json);
    return list ? Result<std::optional<RevocationList>>(*list) : list.error();
}

Result<QByteArray> TrustData::exported() const
{
    const auto known = keys();
    const auto list = revocations();
    if (!known || !list)
        return known ? list.error() : known.error();
    if (!*known)
        return makeError(ErrorCode::NotFound, QStringLiteral("no signed keys are known"), state::kIssuerKeys);
    QJsonObject json{{QStringLiteral("keys"), (*known)->toJson()}};
    if (*list)
        json.insert(QStringLiteral("revocations"), (*list)->toJson());
    return QJsonDocument(json).toJson();
}

Result<void> TrustData::learnKeys(const QByteArray &body)
{
    auto json = protocol::parseBody(body);
    if (!json)
        return inAnswer(json.error());
    const auto told = IssuerKeys::fromJson(*json);
    if (!told)
        return told.error();
    const auto known = keys();
    if (!known)
        return known.error();
    if (auto follows = *known ? mayFollow(**known, *told) : verifyIssuerKeys(*told); !follows)
        return follows;
    if (!*known) {
        const auto before = storedJson(m_state, state::kIssuerKeys);
        if (!before)
            return before.error();
        const auto set = before->isEmpty() ? Result<KeySet>(KeySet()) : KeySet::fromJson(*before);
        if (!set)
            return set.error();
        for (const PublicKey &key : set->keys()) {
            const IssuerKey *now = told->find(key.keyId);
            if (now != nullptr && now->key.bytes != key.bytes)
                return makeError(ErrorCode::Exists, QStringLiteral("another key has the id"), key.keyId);
        }
    }
    return m_state.set(state::kIssuerKeys, textOf(told->toJson()));
}

Result<void> TrustData::learnRevocations(const QByteArray &body)
{
    auto json = protocol::parseBody(body, protocol::kMaxReply);
    if (!json)
        return inAnswer(json.error());
    const auto told = RevocationList::fromJson(*json);
    if (!told)
        return told.error();
    const auto trusted = keys();
    if (!trusted)
        return trusted.error();
    if (!*trusted)
        return makeError(ErrorCode::NotFound, QStringLiteral("no signed keys are known"), told->keyId);
    if (auto holds = verifyRevocations(*told, **trusted); !holds)
        return holds;
    const auto known = revocations();
    if (!known)
        return known.error();
    if (*known && verifyRevocations(**known, **trusted)) { // else its number is one of whoever had the key
        if (auto follows = mayFollow(**known, *told); !follows)
            return follows;
    }
    return m_state.set(state::kRevocationList, textOf(told->toJson()));
}

Result<bool> TrustData::isDue(const QDateTime &now) const
{
    const auto text = m_state.value(state::kTrustAskedAt);
    if (!text)
        return text.error();
    const auto at = fromIso(*text);
    if (!at)
        return true;
    const qint64 ago = at->msecsTo(now);
    return ago < 0 ||
           ago >= std::chrono::milliseconds(syncpolicy::kTrustEvery).count(); // a clock that was set back, too
}

Result<void> TrustData::noteAsked(const QDateTime &now)
{
    return m_state.set(state::kTrustAskedAt, toIso(now));
}

} // namespace markaz

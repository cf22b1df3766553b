// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/witnesses.h"

#include "core/support/log.h"
#include "core/sync/statenames.h"
#include "core/sync/syncpolicy.h"

#include <QJsonDocument>

#include <algorithm>

namespace markaz {
namespace {

/// Whether \p seen and \p now cannot both be of one chain that only grows.
bool contradicts(const Checkpoint &seen, const Checkpoint &now)
{
    return now.n < seen.n || (now.n == seen.n && now.hash != seen.hash);
}

} // namespace

Result<Witnesses::Kept> Witnesses::read() const
{
    auto text = m_state.value(state::kWitnesses);
    if (!text)
        return text.error();
    Kept kept;
    if (text->isEmpty())
        return kept;
    const QJsonObject json = QJsonDocument::fromJson(text->toUtf8()).object();
    const QJsonArray seen = json.value(QStringLiteral("seen")).toArray();
    for (const auto &entry : seen) {
        auto checkpoint = protocol::decode<Checkpoint>(entry.toObject());
        if (!checkpoint)
            return makeError(ErrorCode::StorageCorrupt, checkpoint.error().detail, state::kWitnesses);
        kept.seen.append(*checkpoint);
    }
    if (json.contains(QStringLiteral("against"))) {
        auto against = protocol::decode<Checkpoint>(json.value(QStringLiteral("against")).toObject());
        if (!against)
            return makeError(ErrorCode::StorageCorrupt, against.error().detail, state::kWitnesses);
        kept.against = *against;
        kept.againstAt = json.value(QStringLiteral("against_at")).toString();
        kept.restored = json.value(QStringLiteral("restored")).toBool();
    }
    return kept;
}

Result<void> Witnesses::write(const Kept &kept)
{
    QJsonArray seen;
    for (const Checkpoint &checkpoint : kept.seen)
        seen.append(protocol::encode(checkpoint));
    QJsonObject json{{QStringLiteral("seen"), seen}};
    if (kept.against) {
        json.insert(QStringLiteral("against"), protocol::encode(*kept.against));
        json.insert(QStringLiteral("against_at"), kept.againstAt);
        json.insert(QStringLiteral("restored"), kept.restored);
    }
    return m_state.set(state::kWitnesses, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

Result<QByteArray> Witnesses::header() const
{
    auto kept = read();
    if (!kept)
        return kept.error();
    return kept->seen.isEmpty() ? QByteArray() : protocol::witnessHeader(kept->seen.last());
}

Result<void> Witnesses::take(const Checkpoint &checkpoint)
{
    auto kept = read();
    if (!kept)
        return kept.error();
    const bool sameHistory = !kept->seen.isEmpty() && kept->seen.last().history == checkpoint.history;
    if (sameHistory && (kept->seen.last() == checkpoint || (kept->against && !kept->restored)))
        return {}; // nothing new, or from a server that contradicted itself before
    const auto broken = std::find_if(kept->seen.crbegin(), kept->seen.crend(), [&](const Checkpoint &seen) {
        return (!sameHistory || seen.history == checkpoint.history) && contradicts(seen, checkpoint);
    });
    if (broken != kept->seen.crend()) {
        qCWarning(lcSync) << "the server's checkpoint of entry" << checkpoint.n << "contradicts the one of entry"
                          << broken->n;
        kept->against = checkpoint;
        kept->againstAt = toIso(m_clock.now());
        kept->restored = !sameHistory;
    } else if (!sameHistory) {
        kept->against.reset();
    }
    if (!sameHistory || broken == kept->seen.crend())
        kept->seen.append(checkpoint);
    while (kept->seen.size() > kMost)
        kept->seen.removeFirst();
    return write(*kept);
}

Result<Witnesses::Standing> Witnesses::standing() const
{
    auto kept = read();
    if (!kept)
        return kept.error();
    if (!kept->against)
        return Standing{};
    const auto since = fromIso(kept->againstAt);
    const bool old = since && since->addDays(syncpolicy::kTellRestoreDays) < m_clock.now();
    if (kept->restored && old)
        return Standing{};
    return Standing{kept->restored ? SyncSnapshot::Audit::Restored : SyncSnapshot::Audit::Contradicts,
                    since ? *since : QDateTime()};
}

Result<QByteArray> Witnesses::exported() const
{
    auto kept = read();
    auto instance = m_state.value(state::kInstance);
    if (!kept || !instance)
        return kept ? instance.error() : kept.error();
    protocol::Witnesses all{*instance, kept->seen};
    if (kept->against && !kept->seen.contains(*kept->against))
        all.checkpoints.append(*kept->against);
    return protocol::writeWitnesses(all);
}

} // namespace markaz

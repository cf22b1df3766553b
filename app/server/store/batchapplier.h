// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/reference.h"
#include "app/server/store/store.h"
#include "core/protocol/pushbody.h"
#include "core/security/signing.h"

namespace markaz::server {

/// One change of a batch as it came: readable, or settled before it could be read.
struct IncomingChange
{
    std::optional<Change> change;
    protocol::ChangeResult refusal; ///< used when there is no change
    /// With it, `change` has the fields that are no maps only: a new draft is judged by them.
    std::optional<protocol::DraftText> draft = std::nullopt;
    QByteArray unread = {}; ///< of one that could not be read: its JSON

    const QString &opId() const { return change ? change->opId : refusal.opId; }
    QString hash() const;
    Change whole() const { return draft ? protocol::wholeOf(*change, *draft) : *change; }
};

/// Who pushed a batch, and from where.
struct Author
{
    const Actor &actor;
    QString device;
    /// The device is to be given up: whatever was not taken before goes into quarantine, also what was rejected or
    /// cannot be read, and nothing waits for anything.
    bool revoked = false;
};

/// Applies a pushed batch: each change exactly once, in order, one bad change never in the way of the others.
///
/// 2026-11-24: the protocol asks for a transaction for each record. Here the whole batch is judged in memory, change by
/// change, a refused one leaving nothing behind, and written in one transaction with set-based SQL: several times as
/// fast, and the same to the client, whose reply comes after the commit. When the database itself refuses the batch's
/// write, each change gets a transaction of its own, so that the one it cannot take stands alone. What its fence keeps
/// out (writefence.h) goes into quarantine, as what the policy refuses does.
class BatchApplier
{
public:
    BatchApplier(Store &store, const Reference &reference, const SigningKey &key, const Clock &clock)
        : m_store(store)
        , m_reference(reference)
        , m_key(key)
        , m_clock(clock)
    {
    }

    virtual ~BatchApplier() = default;

    /// One result for each change, in order.
    Result<QList<protocol::ChangeResult>> apply(const Author &author, const QList<IncomingChange> &batch);

protected:
    /// Whom the policy judges. Tests of the fence let it judge somebody who may more.
    virtual Actor judgedAs(const Author &author) const { return author.actor; }

private:
    enum class Turn { WhenWriting, AtOnce, Refused }; ///< when the writers' lock is taken; Refused: and into quarantine
    Result<QList<protocol::ChangeResult>> attempt(const Author &author, const QList<IncomingChange> &batch, Turn turn);

    Store &m_store;
    const Reference &m_reference;
    const SigningKey &m_key;
    const Clock &m_clock;
};

} // namespace markaz::server

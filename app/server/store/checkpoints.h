// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"
#include "core/domain/checkpoint.h"
#include "core/security/signing.h"

#include <chrono>

namespace markaz::server {

/// The audit chain signed at its end, and what laptops kept of that. A hash chain alone shows a change only to whoever
/// has kept one of its hashes: it can be cut, or hashed anew from the changed entry on. So its end is signed every
/// hour, and each laptop keeps the newest ones and hands its newest back.
class Checkpoints
{
public:
    /// \p former: what the key's data folder signed with before (issuer.h).
    Checkpoints(Store &store, const SigningKey &key, const Clock &clock, QList<PublicKey> former = {})
        : m_store(store)
        , m_key(key)
        , m_clock(clock)
        , m_former(std::move(former))
    {
    }

    /// Signs the end of the chain. Nothing is made of an empty chain, of an end that is signed already, and while the
    /// newest checkpoint is younger than \p unlessWithin: several servers of one store ask every hour, one of them does
    /// it. Tampered with `where` = the entry when the chain does not follow from its newest checkpoint, or says of a
    /// backup that it was restored and that is not signed (restores.h).
    ///
    /// 2026-11-28: what does not hold is not signed: a signature would vouch for it. The log and verify-audit say so.
    Result<std::optional<Checkpoint>> make(std::chrono::seconds unlessWithin);

    enum class Witnessed {
        Holds,
        BeforeRestore, ///< of the history that a restored backup ended, and of what was lost with it
        Contradicts,   ///< the chain was cut or written anew
        Unknown,       ///< not signed by a key of this store
    };
    /// Holds \p witness, which \p account's \p device kept, against the chain. The first time that one contradicts, it
    /// is kept, audited (`witness_contradicts`) and logged.
    Result<Witnessed> hold(const Checkpoint &witness, const QString &account, const QString &device);

private:
    Result<bool> keep(const Checkpoint &witness, const QString &account, const QString &device);

    Store &m_store;
    const SigningKey &m_key;
    const Clock &m_clock;
    QList<PublicKey> m_former;
};

/// Of \p database, by entry.
Result<std::optional<Checkpoint>> newestCheckpoint(Database &database);
Result<QList<Checkpoint>> checkpoints(Database &database);
/// What contradicts the chain, by entry.
Result<QList<Checkpoint>> contradictions(Database &database);
Result<qint64> contradictionCount(Database &database);
/// The same as the chain tells it (`witness_contradicts`), without their signatures, which were checked before the
/// entry was written: whoever empties the table has not undone what laptops showed.
Result<QList<Checkpoint>> contradictionsInChain(Database &database);
/// The store's keys, \p own and \p former by their bytes in the data folder: whoever can write to the database could
/// put another there.
Result<KeySet> trustedKeys(Database &database, const PublicKey *own, const QList<PublicKey> &former = {});

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/restores.h"
#include "app/server/store/store.h"
#include "core/domain/checkpoint.h"
#include "core/security/signing.h"

namespace markaz::server {

/// One thing that is wrong with the chain, a checkpoint or a witness.
struct AuditFinding
{
    enum class Kind {
        Altered,       ///< the entry's text or hash is not what was written (or one before it is gone, all renumbered)
        Removed,       ///< first..last are missing
        Inserted,      ///< nobody wrote it here
        Reordered,     ///< it stands where another one belongs
        TailCut,       ///< first..last were signed and are missing at the end
        Rewritten,     ///< first..last hang together and are not what was signed
        BadSignature,  ///< of the checkpoint or witness of entry `first`
        UnknownKey,    ///< the same: it names a key that this store has not
        KeyReplaced,   ///< the database's public half of a key is not the data folder's, or not the signed set's
        KeysUntrusted, ///< the set of keys is not signed, or does not follow the one that the data folder knows
        KeysDiffer,    ///< it is not the set that entry `first`, the newest of its kind, tells of
        TakenDiffers,  ///< the list that was taken after a restore is not the one that entry `first` tells of
        NotAwaiting,   ///< entry `first` tells of a restore, none that anything was taken, and the store waits no more
        Unvouched,     ///< a backup is said to have been restored, and the data folder's key has not signed that
    };
    /// Laptop: a witness that one handed in. Pin: DATA/trusted-keys.json
    enum class Source { Chain, Checkpoint, Witness, Laptop, Pin };
    Kind kind = Kind::Altered;
    qint64 first = 0;
    qint64 last = 0;
    Source source = Source::Chain;
    QString detail = {}; ///< key id
};
QString token(AuditFinding::Kind kind);
QString token(AuditFinding::Source source);

struct AuditReport
{
    qint64 entries = 0;
    QList<Checkpoint> checkpoints;    ///< of the store, those that hold
    QList<Checkpoint> witnesses;      ///< of those that were given, those that hold
    QList<Checkpoint> beforeRestores; ///< of what was lost when a backup was restored: no contradiction
    QList<AuditFinding> findings;     ///< by their first entry; empty = all holds
};

/// Reads the whole chain against itself, the store's checkpoints and what witnesses kept.
class AuditCheck
{
public:
    /// \p own: this server's key as the data folder has it; null when it is not there.
    /// \p former: those that it had there before.
    AuditCheck(Store &store, const PublicKey *own, QList<PublicKey> former = {})
        : m_store(store)
        , m_own(own)
        , m_former(std::move(former))
    {
    }

    Result<AuditReport> run(const QList<Checkpoint> &witnesses);

private:
    struct Claim
    {
        Checkpoint checkpoint;
        AuditFinding::Source source = AuditFinding::Source::Checkpoint;
        bool met = false; ///< the chain has this hash at this entry
    };
    Result<void> gather(const QList<Checkpoint> &witnesses);
    Result<void> walk();
    Result<AuditFinding> whatHappened(const AuditEntry &entry, const QString &previous, const QString &beforePrevious);
    std::optional<AuditFinding> shifted(const AuditEntry &entry, qint64 broken) const;
    void compare();
    Result<void> compareKeys();
    Result<void> compareTaken();

    Store &m_store;
    const PublicKey *m_own;
    QList<PublicKey> m_former;
    QList<Claim> m_claims; ///< with signatures that hold, by entry
    QList<Restore> m_restores;
    std::optional<qint64> m_broken;
    AuditReport m_report;
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/checkpoints.h"
#include "core/storage/syncstaterepository.h"
#include "core/support/clock.h"
#include "core/sync/syncstatus.h"

namespace markaz {

/// What this laptop keeps of the server's audit chain: the checkpoints that it was given, the last kMost, in the order
/// of their coming. The newest goes back with each pull, for the server to hold against its chain; and a checkpoint
/// that goes back behind one that was seen, or says otherwise of the same entry, is told to the person.
///
/// 2026-11-28: the signatures are kept and not checked here: the checkpoint came from the server itself, and whoever
/// holds the two against each other later (verify-audit) has its keys. A server that contradicted itself gets the
/// witness from before again and again, and none that it gives from then on is taken, until its history changes.
class Witnesses
{
public:
    static constexpr qsizetype kMost = 100;

    Witnesses(const SyncStateRepository &state, const Clock &clock)
        : m_state(state)
        , m_clock(clock)
    {
    }

    /// The header's value: the newest; empty while there is none.
    Result<QByteArray> header() const;
    /// In the transaction of the page that brought \p checkpoint.
    Result<void> take(const Checkpoint &checkpoint);

    struct Standing
    {
        SyncSnapshot::Audit audit = SyncSnapshot::Audit::Quiet;
        QDateTime since; ///< when it was noticed
    };
    Result<Standing> standing() const;
    /// All of them, and the one that contradicts them, as a file for `markaz-server verify-audit`.
    Result<QByteArray> exported() const;

private:
    struct Kept
    {
        QList<Checkpoint> seen;
        std::optional<Checkpoint> against; ///< what contradicted them
        QString againstAt;
        bool restored = false; ///< it began another history, and was taken
    };
    Result<Kept> read() const;
    Result<void> write(const Kept &kept);

    SyncStateRepository m_state;
    const Clock &m_clock;
};

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/feedscope.h"
#include "app/server/store/store.h"
#include "core/protocol/messages.h"

#include <variant>

namespace markaz::server {

using PullOutcome = std::variant<protocol::PullReply, protocol::Problem>;

/// The pull side: each record once, at its latest number, within the caller's scope.
class Feed
{
public:
    static constexpr int kDefaultLimit = 500;
    static constexpr int kMaxLimit = 1000;
    static constexpr qint64 kPageBytes = 4 * 1024 * 1024; ///< a page ends beyond this, whatever its limit

    Feed(Store &store, const Clock &clock)
        : m_store(store)
        , m_clock(clock)
    {
    }
    virtual ~Feed() = default;
    Feed(const Feed &) = delete;
    Feed &operator=(const Feed &) = delete;

    /// A page, or the problem that stands for it: scope_changed and history_changed (409), resync (410), malformed
    /// (400). An empty cursor is the first sync. 2026-11-24: "digest" of the last page counts the records that have a
    /// province; accounts and policies have none.
    /// \p kinds: what kinds of record the caller's program knows; one that has learnt more pulls from nothing, as after
    /// a change of scope.
    Result<PullOutcome> pull(const Actor &actor, const QString &cursor, int limit, int kinds = protocol::kKinds);

    /// Drops what is older than 400 days of tombstones, departures and ledger entries; cursors from before are told to
    /// start anew.
    Result<void> forgetOld();

protected:
    /// The program's own scope of \p actor. PostgreSQL has another fence behind it (readfence.h), which the tests show
    /// by taking this one away.
    virtual std::unique_ptr<FeedScope> scopeOf(const Actor &actor, int kinds) const;

private:
    Store &m_store;
    const Clock &m_clock;
};

} // namespace markaz::server

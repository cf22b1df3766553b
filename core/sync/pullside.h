// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"
#include "core/sync/session.h"

#include <QSet>

namespace markaz {

/// The disk's side of a pull: applies the feed's pages and begins anew where the protocol says so. No network here.
class PullSide
{
public:
    enum class Applied {
        More,      ///< another page follows
        Last,      ///< the cache holds what the feed holds
        BeginAnew, ///< the server has another history: nothing of the page was taken, pull from the start
    };
    explicit PullSide(SyncParts &parts)
        : m_parts(parts)
    {
    }

    /// Path and query of the next page of at most \p most records. A pull anew that an earlier program left half done
    /// begins again.
    Result<QString> path(int most);
    /// Records, cursor and the rebase of pending changes in ONE transaction. \p changed counts the records that
    /// changed.
    Result<Applied> apply(const protocol::PullReply &page, int &changed);
    /// Forgets the place in the feed; what the next whole pull does not name leaves the cache at its end. Changes that
    /// wait stay. Records of the provinces in \p drop leave at once.
    Result<void> beginAnew(const QStringList &drop = {});
    /// True when the last page's \p digest asks for a pull anew: it has differed kDigestMisses times in a row, and the
    /// last such pull is a day old or more.
    Result<bool> digestAsksAnew(const QHash<QString, QString> &digest);

private:
    /// \p waits: the outbox may hold changes of the record.
    Result<void> applyItem(const protocol::FeedItem &item, bool waits);
    void noteNamed(const protocol::PullReply &page);
    Result<void> sweep();
    Result<void> forgetPlace();
    Result<void> changeHistory(const QString &history);
    Result<bool> digestHolds(const QHash<QString, QString> &digest) const;

    SyncParts &m_parts;
    /// While everything is pulled anew: the records that the feed named. Lost with the program, and then begun again.
    std::optional<QSet<QString>> m_named;
    QHash<QString, QString> m_held; ///< the last digest that held, as long as nothing changed since
};

} // namespace markaz

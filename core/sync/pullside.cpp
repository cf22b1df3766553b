// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pullside.h"

#include "core/storage/filerepository.h"
#include "core/storage/scoperepository.h"
#include "core/support/log.h"
#include "core/sync/statenames.h"
#include "core/sync/syncpolicy.h"
#include "core/sync/witnesses.h"

#include <QUrl>

namespace markaz {
namespace {

using protocol::FeedItem;
using protocol::FeedKind;

QString keyOf(Entity entity, const QString &id)
{
    return token(entity) + QLatin1Char('|') + id;
}

} // namespace

Result<QString> PullSide::path(int most)
{
    auto anew = m_parts.state.value(state::kPullAnew);
    if (!anew)
        return anew.error();
    if (!anew->isEmpty() && !m_named) {
        if (auto forgotten = m_parts.state.set(state::kCursor, {}); !forgotten)
            return forgotten.error();
        m_named.emplace();
    }
    auto cursor = m_parts.state.value(state::kCursor);
    if (!cursor)
        return cursor.error();
    // All at once: an encoded cursor has %3A in it, which a second arg() would take for its place.
    return QStringLiteral("/api/v1/changes?cursor=%1&kinds=%2&limit=%3")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(*cursor)), QString::number(protocol::kKinds),
             QString::number(most));
}

Result<PullSide::Applied> PullSide::apply(const protocol::PullReply &page, int &changed)
{
    auto history = m_parts.state.value(state::kHistory);
    auto cursor = m_parts.state.value(state::kCursor);
    if (!history || !cursor)
        return history ? cursor.error() : history.error();
    if (!history->isEmpty() && *history != page.history) {
        if (auto turned = changeHistory(page.history); !turned)
            return turned.error();
        return Applied::BeginAnew;
    }
    if (page.more && page.cursor == *cursor)
        return makeError(ErrorCode::Malformed, QStringLiteral("a page that leads to itself"));

    auto transaction = Transaction::begin(m_parts.database);
    if (!transaction)
        return transaction.error();
    auto waiting = m_parts.outbox.recordsWaiting();
    if (!waiting)
        return waiting.error();
    for (const FeedItem &item : page.changes) {
        if (auto applied = applyItem(item, waiting->contains(item.id)); !applied)
            return applied.error();
    }
    if (m_named)
        noteNamed(page);
    if (m_named && !page.more) {
        if (auto swept = sweep(); !swept)
            return swept.error();
    }
    for (const auto &[name, value] : {std::pair{state::kCursor, page.cursor}, std::pair{state::kHistory, page.history},
                                      std::pair{state::kScopeVersion, page.scopeVersion},
                                      std::pair{state::kPullMore, page.more ? QStringLiteral("1") : QString()}}) {
        if (auto stored = m_parts.state.set(name, value); !stored)
            return stored.error();
    }
    if (page.checkpoint) {
        if (auto taken = Witnesses(m_parts.state, m_parts.clock).take(*page.checkpoint); !taken)
            return taken.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    changed = static_cast<int>(page.changes.size());
    if (changed > 0)
        m_held.clear();
    if (!page.more)
        m_named.reset();
    return page.more ? Applied::More : Applied::Last;
}

Result<void> PullSide::applyItem(const FeedItem &item, bool waits)
{
    if (item.kind != FeedKind::Put) // changes of it that wait stay in the outbox: the server answers each of them
        return m_parts.records.remove(item.entity, item.id);
    if (!waits)
        return m_parts.records.putFromServer(item.entity, item.id, item.rev, item.data);
    auto pending = m_parts.outbox.pendingOf(item.entity, item.id);
    if (!pending)
        return pending.error();
    return m_parts.records.putFromServer({item.entity, item.id, item.rev, item.fields()}, *pending);
}

/// Before the page is committed: a page that is refused after this is asked for again, and names the same.
void PullSide::noteNamed(const protocol::PullReply &page)
{
    for (const FeedItem &item : page.changes) {
        if (item.kind == FeedKind::Put)
            m_named->insert(keyOf(item.entity, item.id));
        else
            m_named->remove(keyOf(item.entity, item.id));
    }
}

/// At the end of a pull anew: a record that the server does not name is no longer there, or no longer ours to see.
Result<void> PullSide::sweep()
{
    auto known = ScopeRepository(m_parts.database).known();
    if (!known)
        return known.error();
    for (const PlacedRecord &record : *known) {
        if (m_named->contains(keyOf(record.entity, record.id)))
            continue;
        if (auto removed = m_parts.records.remove(record.entity, record.id); !removed)
            return removed;
    }
    return m_parts.state.set(state::kPullAnew, {});
}

Result<void> PullSide::forgetPlace()
{
    m_named.reset();
    m_held.clear();
    if (auto forgotten = m_parts.state.set(state::kCursor, {}); !forgotten)
        return forgotten;
    return m_parts.state.set(state::kPullAnew, QStringLiteral("1"));
}

Result<void> PullSide::beginAnew(const QStringList &drop)
{
    auto transaction = Transaction::begin(m_parts.database);
    if (!transaction)
        return transaction.error();
    if (!drop.isEmpty()) {
        auto known = ScopeRepository(m_parts.database).known();
        if (!known)
            return known.error();
        for (const PlacedRecord &record : *known) {
            if (!drop.contains(record.province))
                continue;
            if (auto removed = m_parts.records.remove(record.entity, record.id); !removed)
                return removed;
        }
    }
    if (auto forgotten = forgetPlace(); !forgotten)
        return forgotten;
    return transaction->commit();
}

Result<void> PullSide::changeHistory(const QString &history)
{
    auto account = signedInAccount(m_parts.state);
    if (!account)
        return account.error();
    auto transaction = Transaction::begin(m_parts.database);
    if (!transaction)
        return transaction.error();
    if (*account) {
        auto again = m_parts.outbox.requeueAcknowledged((*account)->accountId,
                                                        m_parts.clock.now().addDays(-syncpolicy::kKeepDays));
        if (!again)
            return again.error();
        qCInfo(lcSync) << "the server has another history:" << *again << "acknowledged changes go again";
    }
    // Its files may be as old as its records: one question each tells.
    if (auto offered = FileRepository(m_parts.database).offerAgain(); !offered)
        return offered.error();
    if (auto stored = m_parts.state.set(state::kHistory, history); !stored)
        return stored;
    if (auto forgotten = forgetPlace(); !forgotten)
        return forgotten;
    return transaction->commit();
}

Result<bool> PullSide::digestHolds(const QHash<QString, QString> &digest) const
{
    auto known = ScopeRepository(m_parts.database).known();
    if (!known)
        return known.error();
    QHash<QString, QByteArray> ours;
    for (const PlacedRecord &record : *known) {
        if (digest.contains(record.province))
            protocol::addToDigest(ours[record.province], record.id, record.rev);
    }
    const QByteArray nothing(64, '0');
    bool holds = true;
    for (auto it = digest.begin(); it != digest.end(); ++it) {
        if (QString::fromLatin1(ours.value(it.key(), nothing)) != it.value()) {
            qCWarning(lcSync) << "the digest of" << it.key() << "differs from the server's";
            holds = false;
        }
    }
    return holds;
}

Result<bool> PullSide::digestAsksAnew(const QHash<QString, QString> &digest)
{
    if (digest.isEmpty() || digest == m_held)
        return false;
    auto holds = digestHolds(digest);
    if (!holds)
        return holds;
    if (*holds) {
        m_held = digest;
        if (auto cleared = m_parts.state.set(state::kDigestMisses, {}); !cleared)
            return cleared.error();
        return false;
    }
    auto before = m_parts.state.value(state::kDigestMisses);
    auto pulledAt = m_parts.state.value(state::kDigestPulledAt);
    if (!before || !pulledAt)
        return before ? pulledAt.error() : before.error();
    const int misses = before->toInt() + 1;
    // Where a whole pull did not mend it, another one a minute later will not either, and each costs the whole feed.
    const auto last = fromIso(*pulledAt);
    const bool rested =
        !last ||
        last->msecsTo(m_parts.clock.now()) >= std::chrono::milliseconds(syncpolicy::kDigestRepullEvery).count() ||
        *last > m_parts.clock.now();
    const bool anew = misses >= syncpolicy::kDigestMisses && rested;
    if (anew) {
        if (auto noted = m_parts.state.set(state::kDigestPulledAt, toIso(m_parts.clock.now())); !noted)
            return noted.error();
    }
    if (auto noted = m_parts.state.set(state::kDigestMisses, anew ? QString() : QString::number(misses)); !noted)
        return noted.error();
    return anew;
}

} // namespace markaz

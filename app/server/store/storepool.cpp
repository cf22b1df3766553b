// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/storepool.h"

#include "app/server/store/afterrestore.h"

namespace markaz::server {
namespace {

/// Whether \p store is still what it was when it was opened.
/// 2026-11-29: a PostgreSQL that was emptied and restored beneath a server that runs was served at once, with what had
/// been revoked after the backup good again.
Result<bool> isTheSame(Store &store)
{
    const auto history = metaOf(store.database(), QStringLiteral("history"));
    if (!history)
        return history.error();
    if (auto refused = refuseWhileAwaiting(store.database()); !refused)
        return refused.error();
    return *history == store.history();
}

} // namespace

Result<Store *> StorePool::ofThisThread()
{
    const std::thread::id self = std::this_thread::get_id();
    {
        std::unique_lock lock(m_mutex);
        if (const auto it = m_stores.find(self); it != m_stores.end()) {
            Store *const known = it->second.get(); // this thread's alone, and so looked at outside the lock
            lock.unlock();
            const auto same = isTheSame(*known);
            if (same && *same)
                return known;
            dropOfThisThread();
            if (!same && same.error().where == kAwaitsTrust)
                return same.error();
        }
    }
    auto store = Store::open(m_location); // outside the lock: a slow database must not hold up the other threads
    if (!store)
        return store.error();
    if (auto refused = refuseWhileAwaiting((*store)->database()); !refused)
        return refused.error();
    const std::lock_guard lock(m_mutex);
    return (m_stores[self] = std::move(*store)).get();
}

void StorePool::dropOfThisThread()
{
    std::unique_ptr<Store> dropped;
    const std::lock_guard lock(m_mutex);
    if (const auto it = m_stores.find(std::this_thread::get_id()); it != m_stores.end()) {
        dropped = std::move(it->second);
        m_stores.erase(it);
    }
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/storepool.h"

namespace markaz::server {

Result<Store *> StorePool::ofThisThread()
{
    const std::thread::id self = std::this_thread::get_id();
    {
        const std::lock_guard lock(m_mutex);
        if (const auto it = m_stores.find(self); it != m_stores.end())
            return it->second.get();
    }
    auto store = Store::open(m_location); // outside the lock: a slow database must not hold up the other threads
    if (!store)
        return store.error();
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

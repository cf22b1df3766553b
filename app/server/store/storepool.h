// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"

#include <map>
#include <mutex>
#include <thread>

namespace markaz::server {

/// A connection for each thread that asks, opened at its first request.
class StorePool
{
public:
    explicit StorePool(StoreLocation location)
        : m_location(std::move(location))
    {
    }

    /// WrongState with `where` = kAwaitsTrust (afterrestore.h) while the store waits: it was restored beneath the
    /// server. What was restored, and waits no longer, is opened anew.
    Result<Store *> ofThisThread();
    /// After a failure that may be the connection's: the next request opens a new one.
    void dropOfThisThread();

private:
    StoreLocation m_location;
    std::mutex m_mutex;
    std::map<std::thread::id, std::unique_ptr<Store>> m_stores;
};

} // namespace markaz::server

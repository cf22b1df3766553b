// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/workerpool.h"

#include <algorithm>
#include <limits>

namespace markaz::server {

WorkerPool::WorkerPool(int threads, int queue)
    : m_queueLimit(static_cast<size_t>(std::max(queue, 1)))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool()
{
    close();
}

WorkerPool::Posted WorkerPool::post(Job job)
{
    return take(std::move(job), m_queueLimit);
}

WorkerPool::Posted WorkerPool::resume(Job job)
{
    return take(std::move(job), std::numeric_limits<size_t>::max());
}

WorkerPool::Posted WorkerPool::take(Job job, size_t limit)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_jobs.size() >= limit)
            return Posted::Full;
        if (!m_threads.empty()) {
            m_jobs.push_back(std::move(job));
            m_wake.notify_one();
            return Posted::Taken;
        }
    }
    job(); // here
    return Posted::Taken;
}

size_t WorkerPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size();
}

void WorkerPool::close()
{
    std::deque<Job> forgotten; // their destructors run outside the lock
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        forgotten.swap(m_jobs);
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

void WorkerPool::work()
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_closed || !m_jobs.empty(); });
            if (m_closed)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace markaz::server

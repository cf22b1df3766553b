// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace markaz::server {

/// A fixed number of threads and a bounded queue: what does not fit is said at once, so that a slow database makes
/// clients wait their turn and never fills the memory.
class WorkerPool
{
public:
    using Job = std::function<void()>; ///< must not throw
    enum class Posted { Taken, Full };

    /// \p threads: none = each job runs at once, on the thread that posts it.
    WorkerPool(int threads, int queue);
    ~WorkerPool(); ///< close()
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// Full also once close() has been called.
    [[nodiscard]] Posted post(Job job);
    /// A further job of a request that is under way already: taken whatever waits, for the connections bound their
    /// number.
    [[nodiscard]] Posted resume(Job job);
    /// Jobs that no thread has begun.
    size_t waiting() const;
    /// Forgets the jobs that no thread has begun and waits for those that run.
    void close();

private:
    Posted take(Job job, size_t limit);
    void work();

    const size_t m_queueLimit;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_closed = false;
    std::vector<std::thread> m_threads;
};

} // namespace markaz::server

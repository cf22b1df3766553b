// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <semaphore>

namespace markaz::server {

/// Lets so many password hashes run at once in this process: each takes a tenth of a second and 64 MiB.
class HashGate
{
public:
    static constexpr int kAtOnce = 2;
    /// Nobody waits so long that all workers stand still.
    static constexpr std::chrono::milliseconds kPatience{3000};

    explicit HashGate(std::chrono::milliseconds patience)
        : m_patience(patience)
    {
    }

    using Semaphore = std::counting_semaphore<kAtOnce>;
    struct Leave
    {
        void operator()(Semaphore *gate) const { gate->release(); }
    };
    using Turn = std::unique_ptr<Semaphore, Leave>; ///< held while the hash runs

    /// Null when none came free in time.
    Turn enter() { return Turn(m_free.try_acquire_for(m_patience) ? &m_free : nullptr); }

private:
    Semaphore m_free{kAtOnce};
    std::chrono::milliseconds m_patience;
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httpserver.h"

#include <algorithm>

namespace markaz::server {

/// How long a client that has to bring or to take bytes is waited for: HttpLimits::idleTime, which runs all the time
/// and which each byte fills up again at slowestRate, never beyond the full.
///
/// 2026-11-28: before, the rate was that since the beginning. Whoever sent nearly all of a body at once could then stay
/// for half an hour with a byte now and then, and 128 of them kept every other body out.
class Patience
{
public:
    using Clock = std::chrono::steady_clock;

    explicit Patience(const HttpLimits &limits)
        : m_full(limits.idleTime)
        , m_rate(std::max(limits.slowestRate, 1))
    {
    }
    void begin() { m_until = Clock::now() + m_full; }
    void moved(size_t bytes)
    {
        const auto earned = std::chrono::milliseconds(static_cast<qint64>(bytes) * 1000 / m_rate);
        m_until = std::min(Clock::now() + m_full, m_until + earned);
    }
    /// The client is not to blame for what our disk took.
    void paused(Clock::duration time) { m_until += time; }
    Clock::time_point until() const { return m_until; }
    /// When it was last as full as now, had nothing moved since: of two clients, the earlier one did less, longer ago.
    Clock::time_point since() const { return m_until - m_full; }

private:
    Clock::duration m_full;
    qint64 m_rate;
    Clock::time_point m_until;
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/clock.h"

#include <QHash>
#include <QString>

#include <mutex>
#include <optional>

namespace markaz::server {

/// How often one address may ask what is answered to everybody: the page, the register and the signed lists. A bucket
/// of kAtOnce questions that fills by kEachSecond; an IPv6 address counts as its /64, as in Attempts. It is a process's
/// own and forgotten with it: it protects the machine and decides nothing.
class PublicRate
{
public:
    static constexpr int kAtOnce = 300; ///< an office of laptops behind one address asks for two lists each hour
    static constexpr int kEachSecond = 5;
    static constexpr qsizetype kMostAddresses =
        20'000; ///< remembered; beyond, those that have a full bucket are forgotten

    explicit PublicRate(const Clock &clock)
        : m_clock(clock)
    {
    }
    /// Seconds to wait; nothing when \p address may ask now, and that question is counted.
    std::optional<int> take(const QString &address);

private:
    struct Bucket
    {
        qint64 at = 0;   ///< milliseconds
        qint64 left = 0; ///< thousandths of a question
    };
    void forgetFull(qint64 now);

    const Clock &m_clock;
    std::mutex m_mutex;
    QHash<QString, Bucket> m_buckets;
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/publicrate.h"

#include "app/server/store/attempts.h"

#include <algorithm>

namespace markaz::server {
namespace {

constexpr qint64 kFull = PublicRate::kAtOnce * 1000LL; ///< in thousandths, as a millisecond fills kEachSecond of them

} // namespace

std::optional<int> PublicRate::take(const QString &address)
{
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() >= kMostAddresses)
        forgetFull(now);
    auto bucket = m_buckets.find(lineOf(address));
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(lineOf(address), {now, kFull});
    const qint64 passed = std::clamp<qint64>(now - bucket->at, 0, kFull); // a clock that was set back gives nothing
    bucket->left = std::min(kFull, bucket->left + passed * kEachSecond);
    bucket->at = now;
    if (bucket->left < 1000)
        return 1; // the next one has come by then
    bucket->left -= 1000;
    return std::nullopt;
}

/// Whoever fills the memory with addresses has taken one question with each: they are full again in a moment. Where
/// that is not enough, all begin anew.
void PublicRate::forgetFull(qint64 now)
{
    m_buckets.removeIf([now](const auto &entry) {
        const qint64 passed = std::clamp<qint64>(now - entry.value().at, 0, kFull);
        return entry.value().left + passed * kEachSecond >= kFull;
    });
    if (m_buckets.size() >= kMostAddresses)
        m_buckets.clear();
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"
#include "core/sync/syncstatus.h"

#include <chrono>
#include <functional>
#include <optional>

namespace markaz {

/// The manners of the client, each said here and nowhere else.
namespace syncpolicy {
using namespace std::chrono_literals;

inline constexpr std::chrono::milliseconds kBackoffFirst = 2s;
inline constexpr std::chrono::milliseconds kBackoffMost = 15min;
/// 2026-11-24: where the server itself says that it is busy. With kBackoffMost its clients came back a quarter of an
/// hour after it could work again; they are to have brought what they have within five minutes.
inline constexpr std::chrono::milliseconds kBusyMost = 4min;
inline constexpr std::chrono::milliseconds kRetryAfterMost = 1h; ///< a server that asks for more has made a mistake
inline constexpr std::chrono::milliseconds kPollEvery = 60s;     ///< for others' changes, while all is well
inline constexpr std::chrono::milliseconds kSoon = 300ms;        ///< gathers the changes of one gesture
inline constexpr std::chrono::milliseconds kSilence = 30s;       ///< without a byte, a request is given up
inline constexpr std::chrono::milliseconds kRequestMost = 5min;  ///< whole, however slowly it trickles
inline constexpr std::chrono::milliseconds kStopWithin = 15s;    ///< joins the worker
inline constexpr int kPullLimit = 500;                           ///< records a page
inline constexpr int kKeepDays = 90;                             ///< acknowledged rows
inline constexpr int kDigestMisses = 2;                          ///< in a row, then everything is pulled anew
inline constexpr std::chrono::hours kDigestRepullEvery{24};      ///< a digest that a fresh pull does not mend waits
inline constexpr std::chrono::hours kTrustEvery{1};              ///< keys and the list of revoked certificates
inline constexpr int kTellRestoreDays = 7;                       ///< that the server was restored
inline constexpr int kPullRestarts = 5;                          ///< in one run
inline constexpr qint64 kChunkLeast = 16 * 1024;                 ///< bytes of a file that go in one request
inline constexpr qint64 kChunkMost = 4 * 1024 * 1024;
inline constexpr std::chrono::milliseconds kChunkShortest = 2s; ///< a piece that goes faster makes the next one larger
inline constexpr std::chrono::milliseconds kChunkLongest = 5s;
inline constexpr int kFileStalls = 4; ///< answers in a row that bring a file no further, then it waits
} // namespace syncpolicy

/// Why a run ended early: the error, and the HTTP status where the real server answered (0: it did not).
struct SyncFailure
{
    Error error;
    int status = 0;
    std::optional<std::chrono::milliseconds> retryAfter; ///< as the server asked
};

/// Whether trying again by itself can help. Where it cannot (no session, an address that may not be used, a cache that
/// cannot be read) sync pauses until somebody acts; everything else is tried again, later and later.
bool worthRetry(const Error &error);
/// True for statuses that say "not now": too many requests, a server or its database out of order.
bool isTransient(int status);
/// What the pill says of \p failure.
SyncSnapshot::Trouble troubleOf(const SyncFailure &failure);
/// The Error of a problem that the server answered with: Unauthenticated for 401, else Refused with its code as detail.
Error errorOf(const protocol::Problem &problem);
/// The same for whoever waits before the screen: where the server asked to wait ("busy"), `where` is the seconds.
Error errorOf(const protocol::Problem &problem, std::optional<std::chrono::milliseconds> retryAfter);

/// The wait before the next try after \p failures in a row (0 = the first): see Backoff.
std::chrono::milliseconds fullJitter(int failures, double jitter,
                                     std::chrono::milliseconds most = syncpolicy::kBackoffMost);

/// Full jitter: the n-th wait lies anywhere between nothing and min(most, kBackoffFirst * 2^n), so that many
/// laptops that lost the same server do not come back together.
class Backoff
{
public:
    /// \p jitter gives numbers from 0 up to and without 1.
    explicit Backoff(std::function<double()> jitter)
        : m_jitter(std::move(jitter))
    {
    }
    /// \p failure: kBusyMost is the longest wait where the server itself answered "not now".
    std::chrono::milliseconds next(const SyncFailure &failure = {});
    void reset() { m_failures = 0; }

private:
    std::function<double()> m_jitter;
    int m_failures = 0;
};

} // namespace markaz

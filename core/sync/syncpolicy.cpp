// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncpolicy.h"

#include <algorithm>

namespace markaz {

bool worthRetry(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unauthenticated:
    case ErrorCode::InvalidValue:
    case ErrorCode::StorageCorrupt:
    case ErrorCode::StorageTooNew:
    case ErrorCode::Tampered:
        return false;
    default:
        return true;
    }
}

bool isTransient(int status)
{
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

SyncSnapshot::Trouble troubleOf(const SyncFailure &failure)
{
    using Trouble = SyncSnapshot::Trouble;
    if (failure.status == 426)
        return Trouble::ProgramTooOld;
    switch (failure.error.code) {
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::NetworkTimeout:
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge:
        return Trouble::NotReached;
    case ErrorCode::NotOurServer:
        return Trouble::NotOurServer;
    case ErrorCode::NotTrusted:
        return Trouble::NotTrusted;
    case ErrorCode::Unauthenticated:
        return Trouble::SignInNeeded;
    case ErrorCode::StorageBusy:
    case ErrorCode::StorageFull:
    case ErrorCode::StorageCorrupt:
    case ErrorCode::StorageFailed:
    case ErrorCode::StorageTooNew:
    case ErrorCode::Tampered:
        return Trouble::StorageFailed;
    default:
        return isTransient(failure.status) ? Trouble::NotReached : Trouble::ServerRefused;
    }
}

Error errorOf(const protocol::Problem &problem)
{
    if (problem.status == 401)
        return makeError(ErrorCode::Unauthenticated, problem.code);
    return makeError(ErrorCode::Refused, problem.code, problem.detail);
}

Error errorOf(const protocol::Problem &problem, std::optional<std::chrono::milliseconds> retryAfter)
{
    Error error = errorOf(problem);
    if (problem.code == protocol::code::kBusy && retryAfter)
        error.where = QString::number(std::chrono::ceil<std::chrono::seconds>(*retryAfter).count());
    return error;
}

std::chrono::milliseconds fullJitter(int failures, double jitter, std::chrono::milliseconds most)
{
    // 2^9 * 2 s is past the longest wait; a higher power would only overflow some day.
    const auto window = std::min(most, syncpolicy::kBackoffFirst * (1 << std::clamp(failures, 0, 9)));
    return std::chrono::milliseconds(static_cast<qint64>(jitter * static_cast<double>(window.count())));
}

std::chrono::milliseconds Backoff::next(const SyncFailure &failure)
{
    return fullJitter(m_failures++, m_jitter(),
                      isTransient(failure.status) ? syncpolicy::kBusyMost : syncpolicy::kBackoffMost);
}

} // namespace markaz

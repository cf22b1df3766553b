// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/filestep.h"

namespace markaz {
namespace {

constexpr int kUnauthorized = 401;
constexpr int kLocked = 423;

} // namespace

FileStep stepOfProblem(const ServerAnswer &answer)
{
    const SyncFailure failure{errorOf(*answer.problem), answer.status, answer.retryAfter};
    if (answer.status == kUnauthorized || isTransient(answer.status))
        return {FileStep::Kind::Pause, failure};
    if (answer.status == kLocked)
        return {FileStep::Kind::Later, failure};
    return {FileStep::Kind::Refused, failure};
}

Error nonsense(const QString &why)
{
    return makeError(ErrorCode::Malformed, why);
}

} // namespace markaz

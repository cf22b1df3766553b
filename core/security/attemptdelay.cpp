// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/attemptdelay.h"

#include <algorithm>

namespace markaz {

std::chrono::seconds attemptDelay(int failures)
{
    if (failures <= 0)
        return std::chrono::seconds(0);
    return std::min(std::chrono::seconds(qint64(1) << std::min(failures - 1, 30)), kLongestAttemptDelay);
}

std::chrono::seconds attemptWait(int failures, const QDateTime &lastFailure, const QDateTime &now)
{
    const std::chrono::milliseconds delay = attemptDelay(failures);
    if (!lastFailure.isValid())
        return std::chrono::seconds(0);
    const std::chrono::milliseconds left = delay - std::chrono::milliseconds(lastFailure.msecsTo(now));
    return std::chrono::ceil<std::chrono::seconds>(std::clamp(left, std::chrono::milliseconds(0), delay));
}

} // namespace markaz

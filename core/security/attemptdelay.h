// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace markaz {

inline constexpr std::chrono::seconds kLongestAttemptDelay{60};

/// How long the next try of a passphrase waits after so many failures in a row: 0, 1, 2, 4 ... seconds, a minute at
/// most.
std::chrono::seconds attemptDelay(int failures);
/// What is left of it at \p now, in whole seconds, rounded up. A clock that was set back makes the wait no longer than
/// the delay.
std::chrono::seconds attemptWait(int failures, const QDateTime &lastFailure, const QDateTime &now);

} // namespace markaz

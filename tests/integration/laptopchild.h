// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace markaz::test {

/// What the child process of a kill test does: answers an inspection of \p buildingId in \p profile and says "kept
/// CODE" on standard output once each answer is on disk. Returns the exit code.
int answerAsChild(const QString &profile, const QString &buildingId);

/// Sends what waits in \p profile to \p server and says "moved BYTES" on standard output whenever bytes of a file were
/// confirmed, until nothing waits. Returns the exit code.
int sendAsChild(const QString &profile, const QString &server);

} // namespace markaz::test

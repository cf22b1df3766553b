// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QProcess>

namespace markaz::test {

/// A user that a child process may become; PostgreSQL refuses to run as root.
struct RunAs
{
    uint uid = 0;
    uint gid = 0;
};

/// Makes \p process receive \p signalAtOurDeath when the test that started it dies, however it dies, and become \p user
/// where one is given. Call before start(), from a thread that outlives the process.
void bindToUs(QProcess &process, int signalAtOurDeath, std::optional<RunAs> user = {});

/// Runs a program to its end and hands back what it printed; an Error with its code and stderr when it fails, and
/// NetworkTimeout when it takes longer than \p milliseconds (it is then killed).
Result<QByteArray> runToEnd(const QString &program, const QStringList &arguments, const QByteArray &input = {},
                            int milliseconds = 60'000, std::optional<RunAs> user = {});

/// Waits until a line of \p process's output contains \p words; hands back that line. All that was read is appended to
/// \p seen. An Error when the process ends or the time is over before.
Result<QString> waitForLine(QProcess &process, const QByteArray &words, int milliseconds, QByteArray &seen);

} // namespace markaz::test

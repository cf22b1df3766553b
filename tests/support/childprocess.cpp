// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/childprocess.h"

#include <QElapsedTimer>

#include <csignal>
#include <grp.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace markaz::test {

void bindToUs(QProcess &process, int signalAtOurDeath, std::optional<RunAs> user)
{
    const pid_t parent = getpid();
    process.setChildProcessModifier([signalAtOurDeath, user, parent] {
        if (user && (setgroups(0, nullptr) != 0 || setgid(user->gid) != 0 || setuid(user->uid) != 0))
            _exit(126);
        // A shell's background job ignores SIGINT and SIGQUIT and would hand that down.
        std::signal(signalAtOurDeath, SIG_DFL);
        // After the change of user, which clears it.
        prctl(PR_SET_PDEATHSIG, signalAtOurDeath);
        if (getppid() != parent)
            _exit(126); // the test died between fork and here
    });
}

Result<QByteArray> runToEnd(const QString &program, const QStringList &arguments, const QByteArray &input,
                            int milliseconds, std::optional<RunAs> user)
{
    QProcess process;
    bindToUs(process, SIGKILL, user);
    if (user)
        process.setWorkingDirectory(QStringLiteral("/")); // the test's own folder may be closed to that user
    process.start(program, arguments);
    if (!process.waitForStarted())
        return makeError(ErrorCode::NotFound, process.errorString(), program);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(milliseconds)) {
        process.kill();
        process.waitForFinished();
        return makeError(ErrorCode::NetworkTimeout, QStringLiteral("still running after %1 ms").arg(milliseconds),
                         program);
    }
    const QByteArray errors = process.readAllStandardError();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return makeError(ErrorCode::Internal,
                         QStringLiteral("code %1: %2").arg(process.exitCode()).arg(QString::fromUtf8(errors).trimmed()),
                         program + QLatin1Char(' ') + arguments.join(QLatin1Char(' ')));
    }
    return process.readAllStandardOutput();
}

Result<QString> waitForLine(QProcess &process, const QByteArray &words, int milliseconds, QByteArray &seen)
{
    QElapsedTimer timer;
    timer.start();
    qsizetype from = 0;
    for (;;) {
        seen += process.readAll();
        for (qsizetype end = seen.indexOf('\n', from); end >= 0; end = seen.indexOf('\n', from)) {
            const QByteArray line = seen.mid(from, end - from);
            from = end + 1;
            if (line.contains(words))
                return QString::fromUtf8(line);
        }
        const qint64 left = milliseconds - timer.elapsed();
        if (left <= 0) {
            return makeError(ErrorCode::NetworkTimeout, QStringLiteral("\"%1\" was not said in %2 ms: %3")
                                                            .arg(QString::fromUtf8(words))
                                                            .arg(milliseconds)
                                                            .arg(QString::fromUtf8(seen)));
        }
        if (!process.waitForReadyRead(static_cast<int>(left)) && process.state() == QProcess::NotRunning) {
            seen += process.readAll();
            return makeError(ErrorCode::Internal, QStringLiteral("ended with code %1 before \"%2\": %3")
                                                      .arg(process.exitCode())
                                                      .arg(QString::fromUtf8(words), QString::fromUtf8(seen)));
        }
    }
}

} // namespace markaz::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QTemporaryFile>
#include <QUrl>

#include <memory>

namespace markaz::test {

/// Where a server keeps its records: exactly one of the two.
struct ServerStore
{
    QString dataDir;     ///< --data
    QString databaseUrl; ///< --database; with dataDir for the server's own files when both are given

    QStringList arguments() const;
};

/// The real markaz-server in a process of its own, on a free port of the loopback address. It is killed when the test
/// dies.
class ServerProcess
{
public:
    /// Returns when it says "listening on http(s)://ADDRESS:PORT"; an Error with its output when it does not within 30
    /// s.
    /// \p through: a program with its options that runs the one behind it in its own place, such as prlimit.
    static Result<std::unique_ptr<ServerProcess>> start(const ServerStore &store, const QStringList &more = {},
                                                        const QStringList &through = {});
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    const QUrl &url() const { return m_url; } ///< "http://127.0.0.1:PORT", or https
    quint16 port() const { return static_cast<quint16>(m_url.port()); }
    qint64 pid() const { return m_process->processId(); }
    bool running() const { return m_process->state() == QProcess::Running; }
    /// SIGTERM, then waits up to \p milliseconds; its exit code. An Error when it does not end (it is then killed) or
    /// dies of a signal.
    Result<int> terminate(int milliseconds = 20'000);
    /// kill -9, and waits for its end.
    void killNow();
    /// All that it has printed so far, stdout and stderr together.
    QByteArray output();

    /// `markaz-server account add` on a store; the server need not run.
    static Result<QByteArray> addAccount(const ServerStore &store, const QString &name, const QString &role,
                                         const QStringList &provinces, const QByteArray &password);
    /// Any other command of markaz-server, run to its end.
    static Result<QByteArray> command(const QStringList &arguments, const QByteArray &input = {},
                                      int milliseconds = 120'000);

private:
    ServerProcess() = default;
    std::unique_ptr<QProcess> m_process;
    /// Its log goes to a file: in a pipe that nobody reads, while a test waits for an answer, it would stop the server.
    QTemporaryFile m_log;
    QUrl m_url;
    QByteArray m_said;
};

} // namespace markaz::test

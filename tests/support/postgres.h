// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace markaz::test {

/// A real PostgreSQL 15 in a temporary folder, on a free port of the loopback address, with fsync on. Its destructor
/// stops it and removes the folder; it also stops when the test dies. The first one of a build folder runs initdb, the
/// others start from a copy of that. As root it runs as user postgres, or nobody where there is no such user.
class PostgresServer
{
public:
    static Result<std::unique_ptr<PostgresServer>> start();
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// "postgresql://markaz@127.0.0.1:PORT/markaz": an empty database that is there from the start.
    QString url() const { return url(QStringLiteral("markaz")); }
    QString url(const QString &database) const;
    /// Makes another database, empty or a copy of \p like, which nobody may be connected to, and hands back its url.
    Result<QString> createDatabase(const QString &name, const QString &like = QStringLiteral("template1"));
    /// Runs SQL in \p database through psql; what it prints, one row a line, cells separated by "|".
    Result<QByteArray> sql(const QString &text, const QString &database = QStringLiteral("markaz")) const;

    quint16 port() const { return m_port; }
    /// pg_ctl's "immediate": no shutdown checkpoint, so the next start recovers from the log. For tests of faults.
    Result<void> stopAtOnce();
    /// Starts again on the same folder and port.
    Result<void> startAgain();
    bool running() const { return m_process && m_process->state() == QProcess::Running; }
    /// What PostgreSQL has logged so far.
    QByteArray log();

private:
    PostgresServer() = default;
    Result<void> launch();
    void stop(int signal);

    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/markaz-postgres-XXXXXX")};
    std::optional<RunAs> m_user;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_log;
};

} // namespace markaz::test

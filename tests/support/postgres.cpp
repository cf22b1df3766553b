// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres.h"

#include "tests/support/paths.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QRandomGenerator>

#include <arpa/inet.h>
#include <csignal>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace markaz::test {
namespace {

const QString kBinaries = QStringLiteral("/usr/lib/postgresql/15/bin/");
constexpr int kStartMs = 60'000;
constexpr int kStopMs = 30'000;

Result<std::optional<RunAs>> ordinaryUser()
{
    if (geteuid() != 0)
        return std::optional<RunAs>();
    for (const char *name : {"postgres", "nobody"}) {
        if (const passwd *entry = getpwnam(name))
            return std::optional<RunAs>(RunAs{entry->pw_uid, entry->pw_gid});
    }
    return makeError(ErrorCode::NotFound, QStringLiteral("neither user postgres nor nobody is there"));
}

/// A port that was free a moment ago; launch() tries another when somebody was quicker. It lies below those that the
/// kernel gives to outgoing connections (from 32768): while the database is stopped, none of them takes it or meets
/// itself there.
quint16 freePort()
{
    constexpr int kTries = 50;
    for (int i = 0; i < kTries; ++i) {
        const auto port = static_cast<quint16>(QRandomGenerator::global()->bounded(20'000, 32'768));
        const int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        const bool bound = s >= 0 && ::bind(s, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
        if (s >= 0)
            ::close(s);
        if (bound)
            return port;
    }
    return 0;
}

Result<void> copyFolder(const QString &from, const QString &to, std::optional<RunAs> owner)
{
    // "from/." puts the content into `to`, which is there already.
    auto copied = runToEnd(QStringLiteral("cp"),
                           {QStringLiteral("-a"), QStringLiteral("--reflink=auto"), from + QStringLiteral("/."), to});
    if (!copied)
        return copied.error();
    if (owner) {
        auto owned = runToEnd(QStringLiteral("chown"),
                              {QStringLiteral("-R"), QStringLiteral("%1:%2").arg(owner->uid).arg(owner->gid), to});
        if (!owned)
            return owned.error();
    }
    return {};
}

/// An empty folder below \p parent that belongs to \p owner and nobody else may read.
Result<QString> privateFolder(const QTemporaryDir &parent, const QString &name, std::optional<RunAs> owner)
{
    QString path = parent.filePath(name);
    const QByteArray bytes = QFile::encodeName(path);
    const QByteArray above = QFile::encodeName(parent.path());
    bool made =
        QDir().mkpath(path) && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (owner) {
        made = made && ::chown(bytes.constData(), owner->uid, owner->gid) == 0 &&
               ::chown(above.constData(), owner->uid, owner->gid) == 0;
    }
    if (!made)
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the folder could not be made"), path);
    return path;
}

/// Runs initdb once for this build folder and hands back the folder to copy from.
Result<QString> initialised(std::optional<RunAs> user)
{
    QString ready = buildPath(QStringLiteral("postgres-template"));
    QLockFile lock(ready + QStringLiteral(".lock"));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(kStartMs))
        return makeError(ErrorCode::StorageBusy, QStringLiteral("another test does not finish initdb"), ready);
    if (QFileInfo::exists(ready))
        return ready;

    // Made in a temporary folder, because the build folder may be closed to that user.
    const QTemporaryDir workshop(QDir::tempPath() + QStringLiteral("/markaz-initdb-XXXXXX"));
    auto data = privateFolder(workshop, QStringLiteral("data"), user);
    if (!data)
        return data.error();
    auto made =
        runToEnd(kBinaries + QStringLiteral("initdb"),
                 {QStringLiteral("--pgdata"), *data, QStringLiteral("--username=markaz"),
                  QStringLiteral("--auth=trust"), QStringLiteral("--encoding=UTF8"), QStringLiteral("--locale=C.UTF-8"),
                  QStringLiteral("--wal-segsize=4"), QStringLiteral("--no-sync")},
                 {}, kStartMs, user);
    if (!made)
        return made.error();
    // Single-user mode: the database that url() names is then part of the copy.
    made = runToEnd(kBinaries + QStringLiteral("postgres"),
                    {QStringLiteral("--single"), QStringLiteral("-D"), *data, QStringLiteral("postgres")},
                    "CREATE DATABASE markaz;\n", kStartMs, user);
    if (!made)
        return made.error();

    const QString part = ready + QStringLiteral(".part");
    QDir(part).removeRecursively();
    QDir().mkpath(part);
    if (auto copied = copyFolder(*data, part, {}); !copied)
        return copied.error();
    if (!QDir().rename(part, ready))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the copy could not be renamed"), ready);
    return ready;
}

} // namespace

Result<std::unique_ptr<PostgresServer>> PostgresServer::start()
{
    auto user = ordinaryUser();
    if (!user)
        return user.error();
    auto from = initialised(*user);
    if (!from)
        return from.error();

    std::unique_ptr<PostgresServer> server(new PostgresServer);
    server->m_user = *user;
    auto data = privateFolder(server->m_folder, QStringLiteral("data"), *user);
    if (!data)
        return data.error();
    if (auto copied = copyFolder(*from, *data, *user); !copied)
        return copied.error();
    Result<void> launched;
    for (int attempt = 0; attempt < 5; ++attempt) {
        server->m_port = freePort();
        launched = server->launch();
        if (launched)
            return server;
    }
    return launched.error();
}

PostgresServer::~PostgresServer()
{
    stop(SIGQUIT);
}

Result<void> PostgresServer::launch()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setWorkingDirectory(m_folder.filePath(QStringLiteral("data")));
    bindToUs(*m_process, SIGQUIT, m_user);
    m_process->start(kBinaries + QStringLiteral("postgres"),
                     {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-h"),
                      QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-k"),
                      m_folder.filePath(QStringLiteral("data")), QStringLiteral("-c"), QStringLiteral("fsync=on"),
                      QStringLiteral("-c"), QStringLiteral("max_connections=60"), QStringLiteral("-c"),
                      QStringLiteral("timezone=UTC"), QStringLiteral("-c"), QStringLiteral("lc_messages=C"),
                      // Errors that a test provokes would fill the pipe, which nobody reads until log(), and stop it.
                      QStringLiteral("-c"), QStringLiteral("log_min_messages=log")});
    auto line = waitForLine(*m_process, "database system is ready to accept connections", kStartMs, m_log);
    if (!line) {
        stop(SIGQUIT);
        return line.error();
    }
    return {};
}

void PostgresServer::stop(int signal)
{
    if (!running())
        return;
    ::kill(static_cast<pid_t>(m_process->processId()), signal);
    if (!m_process->waitForFinished(kStopMs)) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

Result<void> PostgresServer::stopAtOnce()
{
    stop(SIGQUIT);
    return {};
}

Result<void> PostgresServer::startAgain()
{
    if (running())
        return makeError(ErrorCode::WrongState, QStringLiteral("PostgreSQL is running"));
    m_log.clear();
    return launch();
}

QString PostgresServer::url(const QString &database) const
{
    return QStringLiteral("postgresql://markaz@127.0.0.1:%1/%2").arg(m_port).arg(database);
}

Result<QString> PostgresServer::createDatabase(const QString &name, const QString &like)
{
    auto made = sql(QStringLiteral("CREATE DATABASE \"%1\" TEMPLATE \"%2\"").arg(name, like));
    if (!made)
        return made.error();
    return url(name);
}

Result<QByteArray> PostgresServer::sql(const QString &text, const QString &database) const
{
    return runToEnd(kBinaries + QStringLiteral("psql"),
                    {QStringLiteral("--no-psqlrc"), QStringLiteral("--quiet"), QStringLiteral("--tuples-only"),
                     QStringLiteral("--no-align"), QStringLiteral("--set=ON_ERROR_STOP=1"), url(database)},
                    text.toUtf8());
}

QByteArray PostgresServer::log()
{
    if (m_process)
        m_log += m_process->readAll();
    return m_log;
}

} // namespace markaz::test

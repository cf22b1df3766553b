// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"

#include "tests/support/paths.h"

#include <QRegularExpression>

#include <csignal>

namespace markaz::test {

QStringList ServerStore::arguments() const
{
    QStringList list;
    if (!dataDir.isEmpty())
        list << QStringLiteral("--data") << dataDir;
    if (!databaseUrl.isEmpty())
        list << QStringLiteral("--database") << databaseUrl;
    return list;
}

Result<std::unique_ptr<ServerProcess>> ServerProcess::start(const ServerStore &store, const QStringList &more,
                                                            const QStringList &through)
{
    std::unique_ptr<ServerProcess> server(new ServerProcess);
    server->m_process = std::make_unique<QProcess>();
    QProcess &process = *server->m_process;
    if (!server->m_log.open())
        return makeError(ErrorCode::StorageFailed, server->m_log.errorString());
    process.setStandardErrorFile(server->m_log.fileName());
    bindToUs(process, SIGKILL);
    QStringList words = through + QStringList{serverProgram(), QStringLiteral("serve")};
    if (!more.contains(QStringLiteral("--listen")))
        words += {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
    const QString program = words.takeFirst();
    process.start(program, words + store.arguments() + more);
    if (!process.waitForStarted())
        return makeError(ErrorCode::NotFound, process.errorString(), serverProgram());
    auto line = waitForLine(process, "listening on http", 30'000, server->m_said);
    if (!line)
        return makeError(line.error().code, line.error().detail + QString::fromUtf8(server->output()));
    static const QRegularExpression form(QStringLiteral("listening on (https?://[^\\s]+)"));
    server->m_url = QUrl(form.match(*line).captured(1));
    if (server->m_url.port() <= 0)
        return makeError(ErrorCode::Malformed, QStringLiteral("no port in: %1").arg(*line));
    return server;
}

ServerProcess::~ServerProcess()
{
    killNow();
}

Result<int> ServerProcess::terminate(int milliseconds)
{
    m_process->terminate();
    // Read while waiting, so that a full pipe never holds the server up.
    if (!m_process->waitForFinished(milliseconds)) {
        killNow();
        return makeError(
            ErrorCode::NetworkTimeout,
            QStringLiteral("the server did not end in %1 ms: %2").arg(milliseconds).arg(QString::fromUtf8(output())));
    }
    if (m_process->exitStatus() != QProcess::NormalExit)
        return makeError(ErrorCode::Internal,
                         QStringLiteral("the server crashed: %1").arg(QString::fromUtf8(output())));
    return m_process->exitCode();
}

void ServerProcess::killNow()
{
    if (!running())
        return;
    m_process->kill();
    m_process->waitForFinished();
}

QByteArray ServerProcess::output()
{
    m_said += m_process->readAll();
    QFile log(m_log.fileName());
    return log.open(QIODevice::ReadOnly) ? m_said + log.readAll() : m_said;
}

Result<QByteArray> ServerProcess::addAccount(const ServerStore &store, const QString &name, const QString &role,
                                             const QStringList &provinces, const QByteArray &password)
{
    return command(QStringList{QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--name"), name,
                               QStringLiteral("--role"), role, QStringLiteral("--provinces"),
                               provinces.join(QLatin1Char(',')), QStringLiteral("--password-stdin")} +
                       store.arguments(),
                   password + '\n');
}

Result<QByteArray> ServerProcess::command(const QStringList &arguments, const QByteArray &input, int milliseconds)
{
    return runToEnd(serverProgram(), arguments, input, milliseconds);
}

} // namespace markaz::test

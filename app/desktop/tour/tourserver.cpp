// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tourserver.h"

#include "core/storage/database.h"

#include <QRegularExpression>

namespace markaz::desktop {

TourServer::TourServer(QString program, QString data, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_data(std::move(data))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_process, &QProcess::readyRead, this, &TourServer::readOutput);
}

TourServer::~TourServer()
{
    if (!finished()) {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished(2'000);
    }
}

void TourServer::run(const QStringList &arguments)
{
    m_output.clear();
    m_url.clear();
    m_stopping = false;
    m_process.start(m_program, arguments, QIODevice::ReadOnly);
}

void TourServer::makeSample()
{
    run({QStringLiteral("sample"), QStringLiteral("--data"), m_data, QStringLiteral("--seed"), QStringLiteral("7"),
         QStringLiteral("--buildings"), QStringLiteral("160"), QStringLiteral("--inspections"), QStringLiteral("500")});
}

void TourServer::serve()
{
    run({QStringLiteral("serve"), QStringLiteral("--data"), m_data, QStringLiteral("--listen"),
         QStringLiteral("127.0.0.1:%1").arg(m_port)});
}

void TourServer::stop()
{
    m_stopping = true;
    m_url.clear();
    m_process.terminate();
}

void TourServer::readOutput()
{
    m_output.append(m_process.readAll());
    static const QRegularExpression line(QStringLiteral("listening on (http://[^\\s]+)"));
    const auto match = line.match(QString::fromUtf8(m_output));
    if (m_url.isEmpty() && !m_stopping && match.hasMatch()) {
        m_url = QUrl(match.captured(1));
        m_port = static_cast<quint16>(m_url.port()); // the next serve() takes the same one
    }
}

QString TourServer::trouble() const
{
    if (m_process.error() == QProcess::FailedToStart)
        return QStringLiteral("%1 could not be started: %2").arg(m_program, m_process.errorString());
    const bool ended = finished() && (m_process.exitStatus() == QProcess::CrashExit || m_process.exitCode() != 0);
    return ended ? QStringLiteral("the server ended with %1: %2")
                       .arg(m_process.exitCode())
                       .arg(QString::fromUtf8(m_output.right(2000)))
                 : QString();
}

QJsonObject TourServer::counts() const
{
    QJsonObject counts;
    auto database = Database::openSqlite(m_data + QStringLiteral("/markaz.sqlite"));
    if (!database)
        return counts;
    auto query = (*database)->run(QStringLiteral("SELECT entity, count(*) FROM record WHERE deleted = 0 "
                                                 "GROUP BY entity ORDER BY entity"));
    while (query && (*query)->next())
        counts.insert((*query)->value(0).toString(), (*query)->value(1).toLongLong());
    return counts;
}

QString TourServer::sampleAccounts() const
{
    return m_data + QStringLiteral("/sample-accounts.json");
}

} // namespace markaz::desktop

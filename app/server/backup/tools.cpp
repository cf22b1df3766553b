// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backup/tools.h"

#include <QHash>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>
#include <QUrlQuery>

#include <cerrno>
#include <cstring>

namespace markaz::server {

Result<QByteArray> runTool(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return makeError(ErrorCode::NotFound, QStringLiteral("the program %1 is not installed").arg(program), program);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(path, arguments);
    if (!process.waitForFinished(-1))
        return makeError(ErrorCode::StorageFailed, process.errorString(), program);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        const QString words = QString::fromUtf8(process.readAllStandardError()).simplified().left(400);
        const bool full = words.contains(QString::fromLocal8Bit(std::strerror(ENOSPC)));
        return makeError(full ? ErrorCode::StorageFull : ErrorCode::StorageFailed,
                         QStringLiteral("%1: %2").arg(program, words), program);
    }
    return process.readAllStandardOutput();
}

Result<QProcessEnvironment> postgresEnvironment(const QString &url)
{
    const QUrl parsed(url);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto set = [&environment](const char *name, const QString &value) {
        if (!value.isEmpty())
            environment.insert(QLatin1String(name), value);
    };
    set("PGDATABASE", parsed.path(QUrl::FullyDecoded).mid(1));
    set("PGUSER", parsed.userName(QUrl::FullyDecoded));
    set("PGPASSWORD", parsed.password(QUrl::FullyDecoded));
    set("PGHOST", parsed.host(QUrl::FullyDecoded));
    if (parsed.port() > 0)
        set("PGPORT", QString::number(parsed.port()));
    static const QHash<QString, const char *> names{{QStringLiteral("host"), "PGHOST"},
                                                    {QStringLiteral("port"), "PGPORT"},
                                                    {QStringLiteral("sslmode"), "PGSSLMODE"},
                                                    {QStringLiteral("sslrootcert"), "PGSSLROOTCERT"},
                                                    {QStringLiteral("connect_timeout"), "PGCONNECT_TIMEOUT"},
                                                    {QStringLiteral("application_name"), "PGAPPNAME"}};
    const auto items = QUrlQuery(parsed).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (!names.contains(name))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("%1 is no known part of the address").arg(name),
                             QStringLiteral("database"));
        set(names.value(name), value);
    }
    return environment;
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backup/manifest.h"

#include "core/domain/evidence.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace markaz::server {

QJsonObject encode(const Manifest &manifest)
{
    return {{QStringLiteral("format"), kBackupFormat},
            {QStringLiteral("database"),
             manifest.dialect == Dialect::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql")},
            {QStringLiteral("version"), manifest.version},
            {QStringLiteral("made_at"), manifest.madeAt},
            {QStringLiteral("instance"), manifest.instance},
            {QStringLiteral("history"), manifest.history},
            {QStringLiteral("records"), manifest.records},
            {QStringLiteral("database_sha256"), manifest.databaseSha256},
            {QStringLiteral("files"), QJsonArray::fromStringList(manifest.files)},
            {QStringLiteral("with_files"), manifest.withFiles}};
}

Result<Manifest> decodeManifest(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const int format = json.value(QStringLiteral("format")).toInt();
    if (format > kBackupFormat)
        return makeError(ErrorCode::StorageTooNew, QStringLiteral("backup of format %1").arg(format));
    Manifest manifest;
    const QString database = json.value(QStringLiteral("database")).toString();
    manifest.dialect = database == QLatin1String("sqlite") ? Dialect::Sqlite : Dialect::Postgres;
    manifest.version = json.value(QStringLiteral("version")).toString();
    manifest.madeAt = json.value(QStringLiteral("made_at")).toString();
    manifest.instance = json.value(QStringLiteral("instance")).toString();
    manifest.history = json.value(QStringLiteral("history")).toString();
    manifest.records = json.value(QStringLiteral("records")).toInteger();
    manifest.databaseSha256 = json.value(QStringLiteral("database_sha256")).toString();
    manifest.withFiles = json.value(QStringLiteral("with_files")).toBool();
    const QJsonArray files = json.value(QStringLiteral("files")).toArray();
    for (const auto &file : files)
        manifest.files.append(file.toString());
    const bool known = database == QLatin1String("sqlite") || database == QLatin1String("postgresql");
    if (format < 1 || !known || !evidence::isSha256(manifest.databaseSha256) ||
        !std::all_of(manifest.files.cbegin(), manifest.files.cend(), evidence::isSha256))
        return makeError(ErrorCode::Malformed, QStringLiteral("no manifest of a Markaz backup"));
    return manifest;
}

QString memberOf(const QString &sha256)
{
    return QStringLiteral("files/%1/%2/%3").arg(sha256.left(2), sha256.mid(2, 2), sha256);
}

Result<QString> sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace markaz::server

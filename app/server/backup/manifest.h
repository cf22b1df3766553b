// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QJsonObject>

namespace markaz::server {

inline constexpr int kBackupFormat = 1;

/// What a backup says of itself, its first member.
struct Manifest
{
    Dialect dialect = Dialect::Sqlite;
    QString version; ///< of the program that made it
    QString madeAt;
    QString instance;
    QString history;
    qint64 records = 0;
    QString databaseSha256; ///< of the member databaseName()
    QStringList files;      ///< sha256 of every file that the records name as come
    bool withFiles = true;  ///< whether they are in it

    QString databaseName() const
    {
        return dialect == Dialect::Sqlite ? QStringLiteral("database.sqlite") : QStringLiteral("database.dump");
    }
};

QJsonObject encode(const Manifest &manifest);
/// Malformed for what is no manifest, StorageTooNew for a later format.
Result<Manifest> decodeManifest(const QByteArray &json);

/// "files/ab/cd/<sha256>", as the store of files lays them.
QString memberOf(const QString &sha256);
/// Hex; StorageFailed when the file cannot be read.
Result<QString> sha256Of(const QString &path);

} // namespace markaz::server

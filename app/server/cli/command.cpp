// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/command.h"

#include "app/server/store/afterrestore.h"
#include "app/server/store/signedkeys.h"

#include "core/support/ownfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <cstdio>

namespace markaz::server {
namespace {

// 2026-11-24: a folder that is empty or new is given this mode; one that holds something is refused when it is open to
// others. It is not closed in silence, because it may be anybody's: --data may name a home or a folder that others use.

} // namespace

void declareStore(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("data"),
         QStringLiteral("Folder for the server's keys and, without --database, for its SQLite database. serve, "
                        "sample, import, restore and account add make it."),
         QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("database"),
                      QStringLiteral("PostgreSQL database to use: postgresql://user:password@host:port/name"),
                      QStringLiteral("URL")});
    parser.addOption({QStringLiteral("files"),
                      QStringLiteral("Folder for the files of inspections, on one disk: files/ holds what is whole, "
                                     "uploads/ what is under way. Default: the folder of --data."),
                      QStringLiteral("DIR")});
}

std::optional<StoreLocation> storeOf(const QCommandLineParser &parser, StoreUse use)
{
    StoreLocation location;
    location.dataFolder = parser.value(QStringLiteral("data"));
    location.databaseUrl = parser.value(QStringLiteral("database"));
    if (location.dataFolder.isEmpty() && location.databaseUrl.isEmpty()) {
        fail(QStringLiteral("Say where the data are: --data DIR, or --database postgresql://..."), kWrongUsage);
        return std::nullopt;
    }
    if (location.dataFolder.isEmpty()) {
        location.dataFolder =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/markaz-server");
    }
    location.dataFolder = QDir::cleanPath(QDir::current().absoluteFilePath(location.dataFolder));
    if (const QString files = parser.value(QStringLiteral("files")); !files.isEmpty())
        location.filesFolder = QDir::cleanPath(QDir::current().absoluteFilePath(files));
    if (use == StoreUse::MustBeThere && location.databaseUrl.isEmpty() && !QFileInfo::exists(sqlitePathIn(location))) {
        fail(QStringLiteral("There is no store in %1. Nothing was made there. Give the right folder with --data.")
                 .arg(location.dataFolder),
             kWrongUsage);
        return std::nullopt;
    }
    const QDir folder(location.dataFolder);
    if ((!folder.exists() || folder.isEmpty()) &&
        (!QDir().mkpath(location.dataFolder) || !QFile::setPermissions(location.dataFolder, kOwnFolder))) {
        fail(QStringLiteral("The folder %1 cannot be made and closed to others. Choose another one with --data.")
                 .arg(location.dataFolder));
        return std::nullopt;
    }
    if ((QFileInfo(location.dataFolder).permissions() & kOthers) != 0) {
        fail(QStringLiteral(
                 "Others may enter the folder %1, where the signing key and the records are kept. Nothing was "
                 "done. Close it with: chmod 700 '%1'")
                 .arg(location.dataFolder));
        return std::nullopt;
    }
    return location;
}

void say(const QString &line)
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

int fail(const QString &line, int code)
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stderr);
    std::fflush(stderr);
    return code;
}

QString sentenceOf(const Error &error)
{
    const QString place = error.where.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(error.where);
    const QString detail = QStringLiteral(" (%1)%2").arg(error.detail, place);
    if (error.where == kAwaitsTrust)
        return sentenceOfWaiting(error);
    if (error.where == kTakenList)
        return QStringLiteral("The list of revoked certificates that was taken after a restore stands in the database "
                              "no more as it was (%1). Somebody may have written to it. Nothing was changed. Run "
                              "\"markaz-server verify-audit\"; \"markaz-server keys take FILE\" with the same file "
                              "puts it back.")
            .arg(error.detail);
    if (error.where == kDamagedPin)
        return QStringLiteral(
                   "The set of keys that this data folder has seen cannot be read (%1). Without it nothing shows that "
                   "the keys in the database are this server's, so nothing was started or changed. Put back the one of "
                   "the newest backup (tar --extract --file BACKUP trusted-keys.json). If there is none, move the "
                   "damaged file aside, run \"markaz-server keys list\", and compare the root's numbers with those "
                   "that were noted or that a laptop shows, before you start the server.")
            .arg(error.detail);
    if (error.where == kUntrustedKeys)
        return QStringLiteral(
                   "The set of keys in the database is not the one that this data folder knows: %1. Somebody "
                   "may have written to the database, or an older copy of it was put in its place. Nothing "
                   "was started or changed. Run \"markaz-server verify-audit\"; \"markaz-server keys take "
                   "DATA/trusted-keys.json\" puts the known set back.")
            .arg(error.detail);
    switch (error.code) {
    case ErrorCode::StorageCorrupt:
        return QStringLiteral("The database is damaged. Nothing was changed. Restore it from a backup.") + detail;
    case ErrorCode::StorageFull:
        return QStringLiteral("The disk is full. Nothing was lost. Free some space and try again.") + detail;
    case ErrorCode::StorageBusy:
        return QStringLiteral("The database is busy with another program. Try again in a moment.") + detail;
    case ErrorCode::StorageTooNew:
        return QStringLiteral("The database was written by a newer markaz-server. Use that one.") + detail;
    case ErrorCode::StorageFailed:
        return QStringLiteral("The database cannot be used. Check its address, its rights and the disk.") + detail;
    case ErrorCode::NotAllowed:
        return QStringLiteral("The system does not allow that.") + detail;
    case ErrorCode::Exists:
        return QStringLiteral("That exists already.") + detail;
    case ErrorCode::InvalidValue:
        if (error.where == QLatin1String("database"))
            return QStringLiteral("--database takes postgresql://user:password@host:port/name, and %1. Nothing was "
                                  "changed.")
                .arg(error.detail);
        [[fallthrough]];
    case ErrorCode::Incomplete:
        return QStringLiteral("A value is not acceptable.") + detail;
    default:
        return QStringLiteral("That did not work.") + detail;
    }
}

} // namespace markaz::server

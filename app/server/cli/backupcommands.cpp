// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/backupcommands.h"

#include "app/server/backup/backup.h"
#include "app/server/store/signedkeys.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace markaz::server {
namespace {

/// The one FILE of the command line; nothing (and it was said) when there is none or more.
std::optional<QString> fileOf(const QCommandLineParser &parser, const char *command)
{
    const QStringList files = parser.positionalArguments();
    if (files.size() == 1)
        return files.first();
    fail(QStringLiteral("Say one file: markaz-server %1 FILE.").arg(QLatin1String(command)), kWrongUsage);
    return std::nullopt;
}

/// The folders that a restore would make on the way to \p folder, the innermost first.
QStringList missingFolders(const QString &folder)
{
    QStringList missing;
    if (folder.isEmpty())
        return missing;
    for (QString path = QDir::cleanPath(QDir::current().absoluteFilePath(folder)); !QFileInfo::exists(path);
         path = QFileInfo(path).path())
        missing.append(path);
    return missing;
}

QString wordsOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Exists:
        return QStringLiteral("There is a file %1 already. Nothing was done. Choose another name.").arg(error.where);
    case ErrorCode::NotFound:
        return QStringLiteral("%1 is missing: %2. Nothing was done.").arg(error.where, error.detail);
    case ErrorCode::WrongState:
        return QStringLiteral("%1 is not empty: %2. Nothing was done. Restore into a new folder and an empty database.")
            .arg(error.where, error.detail);
    case ErrorCode::NotTrusted:
        return QStringLiteral("%1 is of another store than this backup: %2. Nothing was done. Restore into a new "
                              "folder, or move that file away if this one was meant.")
            .arg(error.where, error.detail);
    case ErrorCode::Tampered:
        if (error.where == kDamagedPin)
            return sentenceOf(error);
        return QStringLiteral("The backup is damaged: %1 [%2]. Nothing was done. Take another one.")
            .arg(error.detail, error.where);
    case ErrorCode::Malformed:
        return QStringLiteral("This is no backup of Markaz: %1. Nothing was done.").arg(error.detail);
    case ErrorCode::InvalidValue:
        return QStringLiteral("This backup does not fit: %1. Nothing was done.").arg(error.detail);
    case ErrorCode::StorageFailed:
        if (error.where == QLatin1String("target"))
            return QStringLiteral("The folder for the backup cannot be written: %1. Nothing was done. Say a file in a "
                                  "folder that is there.")
                .arg(error.detail);
        return sentenceOf(error);
    default:
        return sentenceOf(error);
    }
}

} // namespace

QString BackupCommand::examples() const
{
    return QStringLiteral("  markaz-server backup /var/backups/markaz-2026-11-24.tar --data /var/lib/markaz\n"
                          "  markaz-server backup /var/backups/records.tar --data /var/lib/markaz --without-files\n\n"
                          "The file holds the records as they stand at one moment, the signing key and the files of "
                          "inspections. Keep it\n"
                          "where only you can read it. With --database it needs PostgreSQL's pg_dump.");
}

void BackupCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOption({QStringLiteral("without-files"),
                      QStringLiteral("Leaves the files of inspections out and lists them only; back up the folder "
                                     "files/ by itself, after this.")});
}

int BackupCommand::run(const QCommandLineParser &parser)
{
    const auto file = fileOf(parser, "backup");
    if (!file)
        return kWrongUsage;
    const auto location = storeOf(parser);
    if (!location)
        return kWrongUsage;
    const SystemClock clock;
    auto made = makeBackup(*location, *file, {!parser.isSet(QStringLiteral("without-files"))}, clock,
                           QCoreApplication::applicationVersion());
    if (!made)
        return fail(wordsOf(made.error()));
    say(QStringLiteral("%1 holds %2 records%3, %4 bytes.")
            .arg(*file)
            .arg(made->records)
            .arg(made->withFiles ? QStringLiteral(" and %1 files").arg(made->files.size())
                                 : QStringLiteral(" and the names of %1 files").arg(made->files.size()))
            .arg(QFileInfo(*file).size()));
    return kDone;
}

QString RestoreCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server restore /var/backups/markaz-2026-11-24.tar --data /var/lib/markaz-restored\n"
        "  markaz-server restore markaz.tar --data /var/lib/markaz --database postgresql://markaz@127.0.0.1/markaz\n\n"
        "The folder and the database must be empty. Each laptop asks for its password once, pulls everything anew and\n"
        "pushes again what it has known to be acknowledged for 90 days, so what was done after the backup comes back.\n"
        "One-time codes of before open nothing any more: make new ones.\n\n"
        "Then, before a server starts on it, \"markaz-server keys take\" with what a laptop wrote (markaz sync --trust "
        "FILE):\n"
        "keys that were changed and certificates that were ended after the backup are known to laptops alone.");
}

void RestoreCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
}

int RestoreCommand::run(const QCommandLineParser &parser)
{
    const auto file = fileOf(parser, "restore");
    if (!file)
        return kWrongUsage;
    const QStringList made =
        missingFolders(parser.value(QStringLiteral("files"))) + missingFolders(parser.value(QStringLiteral("data")));
    const auto location = storeOf(parser, StoreUse::MayBegin);
    if (!location)
        return kWrongUsage;
    const SystemClock clock;
    auto restored = restoreBackup(*file, *location, clock);
    if (!restored) {
        for (const QString &folder : made)
            QDir().rmdir(folder); // one that is not empty stays
        if (restored.error().where == QLatin1String("history"))
            return fail(QStringLiteral("The database was filled, but no new history could be begun (%1). Do not run a "
                                       "server on it: empty the database and restore again.")
                            .arg(restored.error().detail));
        return fail(wordsOf(restored.error()));
    }
    say(QStringLiteral("Restored %1 records as they stood at %2.")
            .arg(restored->manifest.records)
            .arg(restored->manifest.madeAt));
    say(QStringLiteral(
        "Everybody signs in anew. Accounts and devices that were closed since then are open again: close "
        "them before the laptops come."));
    say(QStringLiteral("No server starts on it yet. Let the laptop that synced last write what it knows (markaz sync "
                       "--trust FILE), then run \"markaz-server keys take FILE\"; or \"keys take --nothing-newer\", if "
                       "no key was changed and no certificate ended since."));
    if (!restored->missingFiles.isEmpty()) {
        say(QStringLiteral("Files of inspections that this backup only names: %1. Copy the folder files/ of the same "
                           "time to its place before you start the server.")
                .arg(restored->missingFiles.size()));
    }
    return kDone;
}

} // namespace markaz::server

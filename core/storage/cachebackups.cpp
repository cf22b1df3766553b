// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/cachebackups.h"

#include "core/support/ownfiles.h"

#include "core/support/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace markaz {
namespace {

const QString kForm = QStringLiteral("'cache-'yyyyMMdd'T'hhmmss'Z.db'");
const QString kPart = QStringLiteral(".part");

Result<void> renameOver(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the copy cannot be renamed"), to);
    return {};
}

void removeWithItsLogs(const QString &path)
{
    for (const QString &suffix :
         {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")})
        QFile::remove(path + suffix);
}

/// An empty file for its owner alone: VACUUM INTO accepts it, and the copy is never readable to others.
Result<void> makeEmpty(const QString &path)
{
    removeWithItsLogs(path); // of an attempt that was cut off
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnFile)) {
        const bool full = file.error() == QFileDevice::ResourceError;
        return makeError(full ? ErrorCode::StorageFull : ErrorCode::StorageFailed, file.errorString(), path);
    }
    return {};
}

/// Checks every page and index of the database \p path and leaves it as one file without a log.
Result<void> checkWhole(const QString &path)
{
    auto database = Database::openSqlite(path, Database::Check::None);
    if (!database)
        return database.error();
    if (auto sound = checkThoroughly(**database); !sound)
        return sound;
    return (*database)->runScript(QStringLiteral("PRAGMA journal_mode = DELETE"));
}

} // namespace

CacheBackups::CacheBackups(const QString &cachePath)
    : m_cachePath(cachePath)
    , m_folder(QFileInfo(cachePath).absolutePath() + QStringLiteral("/backups"))
{
}

QList<CacheBackup> CacheBackups::list() const
{
    QList<CacheBackup> copies;
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({QStringLiteral("cache-*.db")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &file : files) {
        QDateTime madeAt = QDateTime::fromString(file.fileName(), kForm);
        madeAt.setTimeSpec(Qt::UTC);
        if (madeAt.isValid())
            copies.append({file.absoluteFilePath(), madeAt, file.size()});
    }
    return copies;
}

Result<void> CacheBackups::copyTo(const QString &part) const
{
    if (auto empty = makeEmpty(part); !empty)
        return empty;
    {
        auto cache = Database::openSqlite(m_cachePath, Database::Check::None);
        if (!cache)
            return cache.error();
        if (auto copied = (*cache)->run(QStringLiteral("VACUUM INTO ?"), {part}); !copied)
            return copied.error();
    }
    if (auto sound = checkWhole(part); !sound)
        return sound;
    return fileToDisk(part);
}

Result<std::optional<CacheBackup>> CacheBackups::makeIfDue(const Clock &clock) const
{
    const QDateTime now = clock.now().toUTC();
    const QList<CacheBackup> before = list();
    // By the day and not by the hours since: after a clock that went ahead for a while, each day still gets its copy.
    for (const CacheBackup &copy : before) {
        if (copy.madeAt.date() == now.date())
            return std::optional<CacheBackup>();
    }
    if (!QDir(m_folder).exists() && (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, kOwnFolder)))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the folder cannot be made"), m_folder);
    const QString path = m_folder + QLatin1Char('/') + now.toString(kForm);
    if (auto copied = copyTo(path + kPart); !copied) {
        removeWithItsLogs(path + kPart);
        return copied.error();
    }
    if (auto renamed = renameOver(path + kPart, path); !renamed)
        return renamed.error();
    folderToDisk(m_folder); // before an older one goes
    prune();
    return std::optional(CacheBackup{path, now, QFileInfo(path).size()});
}

void CacheBackups::prune() const
{
    const QList<CacheBackup> copies = list();
    for (qsizetype i = kKept; i < copies.size(); ++i) {
        if (!QFile::remove(copies.at(i).path))
            qCWarning(lcStorage) << "an old copy of the cache cannot be removed:" << copies.at(i).path;
    }
}

Result<MovedAside> CacheBackups::restore(const CacheBackup &copy, const Clock &clock) const
{
    if (!QFileInfo(copy.path).isFile())
        return makeError(ErrorCode::NotFound, QStringLiteral("the copy is gone"), copy.path);
    const QString part = m_cachePath + kPart;
    removeWithItsLogs(part);
    if (!QFile::copy(copy.path, part))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the copy cannot be read, or the disk is full"),
                         part);
    if (auto sound = checkWhole(part); !sound) {
        removeWithItsLogs(part);
        return makeError(ErrorCode::StorageCorrupt, sound.error().detail, QStringLiteral("copy"));
    }
    if (auto synced = fileToDisk(part); !synced)
        return synced.error();
    auto moved =
        moveAside(m_cachePath, QStringLiteral("replaced"), QStringLiteral("an earlier copy takes its place"), clock);
    if (!moved)
        return moved;
    if (auto renamed = renameOver(part, m_cachePath); !renamed)
        return renamed.error();
    folderToDisk(QFileInfo(m_cachePath).absolutePath());
    return moved;
}

bool finishRestore(const QString &cachePath)
{
    const QString part = cachePath + kPart;
    if (QFileInfo::exists(cachePath) || !QFileInfo(part).isFile())
        return false;
    auto finished = checkWhole(part);
    if (finished)
        finished = fileToDisk(part);
    if (finished)
        finished = renameOver(part, cachePath);
    if (!finished) { // the copy that it was made of is still there, and can be restored again
        qCWarning(lcStorage) << "a restore that was cut off cannot be finished:" << finished.error().detail;
        return false;
    }
    folderToDisk(QFileInfo(cachePath).absolutePath());
    qCInfo(lcStorage) << "finished a restore that was cut off:" << cachePath;
    return true;
}

OpenMark::OpenMark(const QString &cachePath)
    : m_path(cachePath + QStringLiteral(".open"))
    , m_wasLeft(QFileInfo::exists(m_path))
{
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly, kOwnFile))
        qCWarning(lcStorage) << "whether this program ends by itself cannot be noted:" << file.errorString();
}

OpenMark::~OpenMark()
{
    if (m_opened || !m_wasLeft)
        QFile::remove(m_path);
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/files/contentstore.h"

#include "core/domain/evidence.h"
#include "core/domain/recordspec.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace markaz::server {
namespace {

Error nothing(const QString &name)
{
    return makeError(ErrorCode::NotFound, QStringLiteral("no name of a file"), name.left(80));
}

/// Makes \p folder in one that is there, and makes that outlive a power cut.
Result<void> makeFolder(const QString &folder, const QString &parent)
{
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) == 0)
        return syncFolder(parent);
    return errno == EEXIST ? Result<void>() : Result<void>(fileError(folder));
}

Result<void> unlinkFile(const QString &path)
{
    return ::unlink(QFile::encodeName(path).constData()) == 0 || errno == ENOENT ? Result<void>()
                                                                                 : Result<void>(fileError(path));
}

} // namespace

Result<ContentStore> ContentStore::open(const QString &root)
{
    if (!QDir().mkpath(root))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the folder for files cannot be made"), root);
    for (const char *name : {"/files", "/uploads"}) {
        if (auto made = makeFolder(root + QLatin1String(name), root); !made)
            return made.error();
        if (::access(QFile::encodeName(root + QLatin1String(name)).constData(), R_OK | W_OK | X_OK) != 0)
            return fileError(root + QLatin1String(name));
    }
    return ContentStore(root);
}

QString ContentStore::folderOf(const QString &sha256) const
{
    return QStringLiteral("%1/files/%2/%3").arg(m_root, sha256.left(2), sha256.mid(2, 2));
}

bool ContentStore::has(const QString &sha256) const
{
    return evidence::isSha256(sha256) && QFile::exists(folderOf(sha256) + QLatin1Char('/') + sha256);
}

Result<FileHandle> ContentStore::read(const QString &sha256) const
{
    if (!evidence::isSha256(sha256))
        return nothing(sha256);
    return FileHandle::open(folderOf(sha256) + QLatin1Char('/') + sha256, FileHandle::Mode::Read);
}

Result<void> ContentStore::roomFor(qint64 bytes) const
{
    const QStorageInfo disk(uploads());
    if (disk.isValid() && disk.bytesAvailable() < bytes + kReserve)
        return makeError(ErrorCode::StorageFull, QStringLiteral("the disk is nearly full"), m_root);
    return {};
}

Result<FileHandle> ContentStore::locked(const QString &id, FileHandle::Mode mode) const
{
    if (!isRecordId(id))
        return nothing(id);
    auto file = FileHandle::open(uploads() + QLatin1Char('/') + id, mode);
    if (!file)
        return file;
    if (auto locked = file->lock(); !locked)
        return locked.error();
    return file;
}

Result<FileHandle> ContentStore::makePartial(const QString &id) const
{
    return locked(id, FileHandle::Mode::Make);
}

Result<FileHandle> ContentStore::partial(const QString &id) const
{
    return locked(id, FileHandle::Mode::Write);
}

Result<void> ContentStore::keep(const QString &id, const QString &sha256) const
{
    if (!isRecordId(id) || !evidence::isSha256(sha256))
        return nothing(id);
    const QString folder = folderOf(sha256);
    const QString outer = folder.left(folder.size() - 3);
    if (auto made = makeFolder(outer, m_root + QStringLiteral("/files")); !made)
        return made;
    if (auto made = makeFolder(folder, outer); !made)
        return made;
    const QString from = uploads() + QLatin1Char('/') + id;
    if (std::rename(QFile::encodeName(from).constData(),
                    QFile::encodeName(folder + QLatin1Char('/') + sha256).constData()) != 0)
        return fileError(from);
    if (auto synced = syncFolder(folder); !synced)
        return synced;
    return syncFolder(uploads());
}

Result<void> ContentStore::removePartial(const QString &id) const
{
    return isRecordId(id) ? unlinkFile(uploads() + QLatin1Char('/') + id) : Result<void>(nothing(id));
}

Result<void> ContentStore::remove(const QString &sha256) const
{
    return evidence::isSha256(sha256) ? unlinkFile(folderOf(sha256) + QLatin1Char('/') + sha256)
                                      : Result<void>(nothing(sha256));
}

QStringList ContentStore::partials() const
{
    QStringList ids = QDir(uploads()).entryList(QDir::Files | QDir::NoSymLinks | QDir::Hidden);
    ids.removeIf([](const QString &name) { return !isRecordId(name); });
    return ids;
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/ownfiles.h"

#include "core/support/log.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace markaz {

Result<void> makeOwnFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    const QString above = QFileInfo(path).absolutePath();
    if (above != path) {
        if (auto made = makeOwnFolder(above); !made)
            return made;
    }
    if (!QDir().mkdir(path, kOwnFolder) && !QFileInfo(path).isDir())
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the folder cannot be made"), path);
    folderToDisk(above);
    return {};
}

Result<void> closeToOthers(const QString &folder)
{
    const auto close = [](const QFileInfo &info) -> Result<void> {
        const QFileDevice::Permissions own = info.isDir() ? kOwnFolder : kOwnFile;
        if (info.isSymLink() || !(info.permissions() & kOthers) || QFile::setPermissions(info.filePath(), own))
            return {};
        return makeError(ErrorCode::StorageFailed, QStringLiteral("others may read it and this cannot be changed"),
                         info.filePath());
    };
    if (auto closed = close(QFileInfo(folder)); !closed)
        return closed;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        all.next();
        if (auto closed = close(all.fileInfo()); !closed)
            return closed;
    }
    return {};
}

void folderToDisk(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0 || fsync(handle) != 0)
        qCWarning(lcStorage) << "the disk did not confirm the folder" << folder;
    if (handle >= 0)
        ::close(handle);
#else
    Q_UNUSED(folder)
#endif
}

Result<void> fileToDisk(const QString &path)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool confirmed = handle >= 0 && fsync(handle) == 0;
    if (handle >= 0)
        ::close(handle);
    if (!confirmed)
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the disk did not confirm the file"), path);
#else
    Q_UNUSED(path)
#endif
    return {};
}

} // namespace markaz

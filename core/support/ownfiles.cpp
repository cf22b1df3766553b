// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/ownfiles.h"

#include "core/support/log.h"

#include <QDir>
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

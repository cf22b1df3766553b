// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keyfile.h"

#include "core/support/ownfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace markaz {
namespace {

bool toDisk(const QTemporaryFile &file)
{
#ifdef Q_OS_UNIX
    return fsync(file.handle()) == 0;
#else
    Q_UNUSED(file)
    return true;
#endif
}

/// Gives the finished file its name unless that name is taken, in one step.
bool publish(QTemporaryFile &file, const QString &path)
{
#ifdef Q_OS_UNIX
    return link(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) == 0;
#else
    file.setAutoRemove(false);
    return file.rename(path);
#endif
}

} // namespace

// 2026-11-24: not QSaveFile, which replaces what is there: of two processes that start at once the second would
// destroy the key that the first has sealed with. link() refuses an existing name; QFile::rename() would not always,
// because it falls back to copying.
Result<void> writeNewKeyFile(const QString &path, const QByteArray &content)
{
    if (QFileInfo::exists(path))
        return makeError(ErrorCode::Exists, QStringLiteral("a key file is never overwritten"), path);
    QTemporaryFile file(path + QStringLiteral(".XXXXXX")); // created 0600
    if (!file.open() || !file.setPermissions(kOwnFile) || file.write(content) != content.size() || !file.flush() ||
        !toDisk(file))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    if (!publish(file, path)) {
        if (QFileInfo::exists(path))
            return makeError(ErrorCode::Exists, QStringLiteral("a key file is never overwritten"), path);
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the key file could not be given its name"), path);
    }
    return {};
}

Result<QByteArray> readKeyFile(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.exists())
        return makeError(ErrorCode::NotFound, QStringLiteral("there is no such key file"), path);
    if ((file.permissions() & kOthers) && !file.setPermissions(kOwnFile))
        return makeError(ErrorCode::StorageFailed, QStringLiteral("others may read it and this cannot be changed"),
                         path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    QByteArray content = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    if (content.size() > maxBytes)
        return makeError(ErrorCode::TooLarge, QStringLiteral("too long for a key file"), path);
    return content;
}

} // namespace markaz

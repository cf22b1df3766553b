// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keyfile.h"

#include "core/support/ownfiles.h"

#include <QDir>
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

/// Takes the place of what has that name, in one step.
bool replace(QTemporaryFile &file, const QString &path)
{
    const QString from = file.fileName();
#ifdef Q_OS_UNIX
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(path).constData()) != 0)
        return false;
#else
    if (!QFile::remove(path) || !QFile::rename(from, path))
        return false;
#endif
    file.setAutoRemove(false); // its old name is nobody's now
    return true;
}

Result<void> writeTemporary(QTemporaryFile &file, const QByteArray &content, const QString &path)
{
    if (!file.open() || !file.setPermissions(kOwnFile) || file.write(content) != content.size() || !file.flush() ||
        !toDisk(file)) // created 0600
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    return {};
}

QString besideForm(const QString &path)
{
    return path + QStringLiteral(".XXXXXX");
}

void removeRemains(const QString &path)
{
    const QFileInfo info(path);
    QDir folder = info.dir();
    const QStringList remains =
        folder.entryList({info.fileName() + QStringLiteral(".??????")}, QDir::Files | QDir::Hidden);
    for (const QString &name : remains)
        folder.remove(name);
}

} // namespace

// 2026-11-24: not QSaveFile, which replaces what is there: of two processes that start at once the second would
// destroy the key that the first has sealed with. link() refuses an existing name; QFile::rename() would not always,
// because it falls back to copying.
Result<void> writeNewKeyFile(const QString &path, const QByteArray &content)
{
    if (QFileInfo::exists(path))
        return makeError(ErrorCode::Exists, QStringLiteral("a key file is never overwritten"), path);
    QTemporaryFile file(besideForm(path));
    if (auto written = writeTemporary(file, content, path); !written)
        return written;
    if (!publish(file, path)) {
        if (QFileInfo::exists(path))
            return makeError(ErrorCode::Exists, QStringLiteral("a key file is never overwritten"), path);
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the key file could not be given its name"), path);
    }
    folderToDisk(QFileInfo(path).absolutePath());
    return {};
}

Result<void> replaceKeyFile(const QString &path, const QByteArray &content)
{
    removeRemains(path);
    {
        QTemporaryFile file(besideForm(path));
        if (auto written = writeTemporary(file, content, path); !written)
            return written;
        if (!replace(file, path))
            return makeError(ErrorCode::StorageFailed, QStringLiteral("the key file could not be replaced"), path);
    }
    folderToDisk(QFileInfo(path).absolutePath());
    return {};
}

// 2026-11-28: what a disk that moves its blocks (flash, copy on write) keeps of the old bytes is out of reach from
// here; README.md says so.
Result<void> replaceAndErase(const QString &path, const QByteArray &content)
{
    QFile old(path); // stays the old file when its name is another's
    if (!old.open(QIODevice::ReadWrite))
        return makeError(ErrorCode::StorageFailed, old.errorString(), path);
    if (auto replaced = replaceKeyFile(path, content); !replaced)
        return replaced;
    const QByteArray nothing(old.size(), '\0');
    bool erased = old.seek(0) && old.write(nothing) == nothing.size() && old.flush();
#ifdef Q_OS_UNIX
    erased = erased && fsync(old.handle()) == 0;
#endif
    if (!erased)
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the old key could not be overwritten"), path);
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

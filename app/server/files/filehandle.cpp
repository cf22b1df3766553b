// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/files/filehandle.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace markaz::server {

Error fileError(const QString &path)
{
    const int why = errno;
    const QString said = QString::fromLocal8Bit(std::strerror(why));
    switch (why) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return makeError(ErrorCode::StorageFull, said, path);
    case ENOENT:
        return makeError(ErrorCode::NotFound, said, path);
    case EWOULDBLOCK:
        return makeError(ErrorCode::StorageBusy, said, path);
    default:
        return makeError(ErrorCode::StorageFailed, said, path);
    }
}

Result<FileHandle> FileHandle::open(const QString &path, Mode mode)
{
    const int flags = mode == Mode::Read ? O_RDONLY : mode == Mode::Write ? O_RDWR : O_RDWR | O_CREAT;
    int descriptor = -1;
    do {
        descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
    } while (descriptor < 0 && errno == EINTR);
    if (descriptor < 0)
        return fileError(path);
    return FileHandle(descriptor, path);
}

FileHandle::~FileHandle()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> FileHandle::lock()
{
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0)
        return fileError(m_path);
    struct stat status
    {
    };
    if (::fstat(m_descriptor, &status) != 0)
        return fileError(m_path);
    if (status.st_nlink == 0)
        return makeError(ErrorCode::NotFound, QStringLiteral("removed meanwhile"), m_path);
    return {};
}

Result<qint64> FileHandle::size() const
{
    struct stat status
    {
    };
    if (::fstat(m_descriptor, &status) != 0)
        return fileError(m_path);
    return static_cast<qint64>(status.st_size);
}

Result<QByteArray> FileHandle::read(qint64 offset, qint64 atMost) const
{
    QByteArray bytes(atMost, Qt::Uninitialized);
    qint64 done = 0;
    while (done < atMost) {
        const ssize_t n =
            ::pread(m_descriptor, bytes.data() + done, static_cast<size_t>(atMost - done), off_t(offset + done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fileError(m_path);
        if (n == 0)
            break;
        done += n;
    }
    bytes.truncate(done);
    return bytes;
}

Result<void> FileHandle::write(qint64 offset, const QByteArray &bytes)
{
    for (qint64 done = 0; done < bytes.size();) {
        const ssize_t n = ::pwrite(m_descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done),
                                   off_t(offset + done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fileError(m_path);
        done += n;
    }
    return {};
}

Result<void> FileHandle::truncate(qint64 size)
{
    return ::ftruncate(m_descriptor, off_t(size)) == 0 ? Result<void>() : Result<void>(fileError(m_path));
}

Result<void> FileHandle::sync()
{
    return ::fsync(m_descriptor) == 0 ? Result<void>() : Result<void>(fileError(m_path));
}

Result<void> syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return fileError(folder);
    const bool synced = ::fsync(descriptor) == 0;
    Result<void> result = synced ? Result<void>() : Result<void>(fileError(folder));
    ::close(descriptor);
    return result;
}

} // namespace markaz::server

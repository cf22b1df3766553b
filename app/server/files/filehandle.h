// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QString>

#include <utility>

namespace markaz::server {

/// An open file. Errors: NotFound, StorageFull (the disk, a quota or a limit of the process), StorageBusy (another
/// holds its lock), StorageFailed; `where` = the path.
class FileHandle
{
public:
    enum class Mode {
        Read,
        Write, ///< and read; must be there
        Make,  ///< and read; made when it is not there, 0600
    };
    static Result<FileHandle> open(const QString &path, Mode mode);
    ~FileHandle();
    FileHandle(FileHandle &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_path(std::move(other.m_path))
    {
    }
    FileHandle &operator=(FileHandle &&) = delete;

    const QString &path() const { return m_path; }
    /// For this handle alone, over processes too, until it closes. NotFound when the file was removed meanwhile.
    Result<void> lock();
    Result<qint64> size() const;
    /// At most \p atMost bytes from \p offset; fewer only at the end.
    Result<QByteArray> read(qint64 offset, qint64 atMost) const;
    /// All of \p bytes at \p offset; what was written before an error stays.
    Result<void> write(qint64 offset, const QByteArray &bytes);
    Result<void> truncate(qint64 size);
    Result<void> sync();

private:
    FileHandle(int descriptor, QString path)
        : m_descriptor(descriptor)
        , m_path(std::move(path))
    {
    }
    int m_descriptor;
    QString m_path;
};

/// So that a name in \p folder that was made, changed or removed outlives a power cut.
Result<void> syncFolder(const QString &folder);
/// What errno says of \p path.
Error fileError(const QString &path);

} // namespace markaz::server

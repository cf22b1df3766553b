// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/cache.h"

#include <QDateTime>
#include <QList>

namespace markaz {

/// One copy of the laptop's cache, as it stood at a moment.
struct CacheBackup
{
    QString path;
    QDateTime madeAt; ///< UTC, to the second
    qint64 bytes = 0;
};

/// The daily copies of a cache, in the folder backups/ beside it: whole databases, each checked before it counts, the
/// newest seven kept. What is sealed stays sealed, and opens with the data key of the same profile. Holds no
/// connection; every call may be made from any thread, one at a time.
class CacheBackups
{
public:
    static constexpr int kKept = 7;

    explicit CacheBackups(const QString &cachePath);

    /// The newest first. A folder that is not there yet holds none.
    QList<CacheBackup> list() const;
    /// Makes the day's copy (UTC) when there is none; nothing when there is. While the cache is in use, without holding
    /// up its writers. Errors are the database's: then no copy was added and none removed.
    Result<std::optional<CacheBackup>> makeIfDue(const Clock &clock) const;
    /// Puts \p copy in the place of the cache, which nobody may have open. The copy is checked first and stays; the
    /// cache is moved aside as "<file>.replaced-20261124T090000Z", never deleted. NotFound or StorageCorrupt for a copy
    /// that is gone or damaged.
    Result<MovedAside> restore(const CacheBackup &copy, const Clock &clock) const;

private:
    Result<void> copyTo(const QString &part) const;
    void prune() const;

    QString m_cachePath;
    QString m_folder;
};

/// Finishes a restore() that was cut off between its two renames: the copy then lies beside the cache's place, and no
/// cache is in it. True when it did. openCache does it first.
bool finishRestore(const QString &cachePath);

/// A file beside the cache for as long as a program has it open. One that is found there was left by a program that did
/// not end by itself (killed, or the power failed), and the cache is worth a thorough look; it stays until that look
/// was taken.
class OpenMark
{
public:
    explicit OpenMark(const QString &cachePath);
    ~OpenMark();
    OpenMark(const OpenMark &) = delete;
    OpenMark &operator=(const OpenMark &) = delete;

    bool wasLeft() const { return m_wasLeft; }
    /// The cache has been opened, with the look that it was worth.
    void noteOpened() { m_opened = true; }

private:
    QString m_path;
    bool m_wasLeft = false;
    bool m_opened = false;
};

} // namespace markaz

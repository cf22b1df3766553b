// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace markaz::test {

/// What a disk does wrong.
enum class DiskFault {
    Full,    ///< no room: half of the write is done, SQLITE_FULL; a sync fails as an I/O error, as it does there
    IoError, ///< SQLITE_IOERR of a write, a sync, a truncation
    Busy,    ///< a lock that another process holds: SQLITE_BUSY
};

/// SQLite's own file system with a fault in it, the default of this process from the first call on. Counts what changes
/// the files of one database (for Busy: the locks that are asked for) and fails the n-th, or the n-th and all after it,
/// which is what a kill at that point leaves on the disk. Files of other databases are not touched. Nothing is ever
/// synced. One thread.
class FaultVfs
{
public:
    enum class Lasts { Once, FromThenOn };
    /// Before the first database is opened.
    static void install();
    /// Files whose path begins with \p prefix; counting begins anew.
    static void arm(const QString &prefix, DiskFault fault, quint32 n, Lasts lasts);
    /// Counts and fails nothing.
    static void count(const QString &prefix, DiskFault fault) { arm(prefix, fault, 0, Lasts::Once); }
    /// How many there were since arm().
    static quint32 counted();
    static bool failed();
    static void disarm();
};

} // namespace markaz::test

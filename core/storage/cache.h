// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

#include <optional>

namespace markaz {

/// What became of a cache file that could not be opened.
struct MovedAside
{
    QString from;
    QString to; ///< "<file>.damaged-20261124T090000Z"
    QString reason;
};

/// `where` of the StorageCorrupt that openCache gives when the damaged file could not be moved aside either.
inline constexpr QLatin1String kNotMovedAside("not_moved_aside");

struct OpenedCache
{
    std::unique_ptr<Database> database;
    std::optional<MovedAside> movedAside; ///< set when a damaged file was moved aside and a new cache begun
};

enum class Look { Quick, Thorough };
/// Reads every page and compares every index entry (PRAGMA integrity_check); StorageCorrupt with what does not fit.
Result<void> checkThoroughly(Database &database);

/// Opens the laptop's cache, migrated and with the gazetteer's cities in its table `city`. A damaged file is moved
/// aside, never deleted, with its -wal and -shm; the caller tells the user. A full disk, a newer file or a lock are
/// errors: nothing is moved. StorageCorrupt with `where` kNotMovedAside when the folder does not let it be moved.
/// \p look: Thorough where the last program did not end by itself (OpenMark).
Result<OpenedCache> openCache(const QString &path, const Gazetteer &gazetteer, const Clock &clock,
                              Look look = Look::Quick);

/// Gives the file and its logs another name: "<file>.<word>-20261124T090000Z". StorageCorrupt with `where`
/// kNotMovedAside when it cannot.
Result<MovedAside> moveAside(const QString &path, const QString &word, const QString &reason, const Clock &clock);

} // namespace markaz

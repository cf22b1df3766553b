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

/// Opens the laptop's cache, migrated and with the gazetteer's cities in its table `city`. A damaged file is moved
/// aside, never deleted, with its -wal and -shm; the caller tells the user. A full disk, a newer file or a lock are
/// errors: nothing is moved. StorageCorrupt with `where` kNotMovedAside when the folder does not let it be moved.
Result<OpenedCache> openCache(const QString &path, const Gazetteer &gazetteer, const Clock &clock);

} // namespace markaz

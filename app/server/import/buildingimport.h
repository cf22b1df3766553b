// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/import/csvreader.h"
#include "app/server/store/reference.h"
#include "app/server/store/store.h"
#include "core/support/idsource.h"

namespace markaz::server {

struct RefusedRow
{
    int line = 0;
    QString column; ///< empty when it is about the row
    QString why;
};

struct ImportReport
{
    int rows = 0;
    int buildings = 0; ///< written, or that would be
    int owners = 0;
    QList<RefusedRow> refused;
};

struct ImportOptions
{
    bool dryRun = false;
    bool allowSimilar = false; ///< takes rows that look like a building that is there
};

/// The columns that a file may have, by the names in its first line; the first four are needed.
const QStringList &buildingColumns();

/// Adds the good rows of a CSV file in one transaction and names the others with their lines; nothing in between.
/// Malformed, TooLarge or Incomplete when the file as a whole cannot be read: then nothing was added.
Result<ImportReport> importBuildings(Store &store, const Reference &reference, const QByteArray &csv,
                                     const ImportOptions &options, const Clock &clock, IdSource &ids);

} // namespace markaz::server

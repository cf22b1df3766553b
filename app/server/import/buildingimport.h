// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/reference.h"
#include "app/server/store/store.h"
#include "core/support/idsource.h"
#include "core/workflow/importrow.h"

#include <functional>

class QIODevice;

namespace markaz::server {

struct ImportReport
{
    int rows = 0;
    int buildings = 0; ///< written, or that would be
    int owners = 0;
    int refused = 0;
    CsvForm form; ///< as it was found
};

struct ImportOptions
{
    bool dryRun = false;
    bool allowSimilar = false; ///< takes rows that look like a building that is there
    /// nameKey() of a column's name -> importFields(), or empty: it is left out. Other columns are known by their
    /// names.
    QHash<QString, QString> columns = {};
};

/// Called with the names of the columns and no fault first, then for every row that is refused; an error ends it all.
using ToldOfRow = std::function<Result<void>(const std::optional<RowFault> &fault, const CsvRow &row)>;

/// Adds the good rows of a CSV file in one transaction and tells of the others; nothing in between. Each is judged as
/// if it were pushed by an officer of all provinces called "server", and stands in the audit as such; a code that the
/// file gives is taken or refused, and never replaced by another. Malformed, TooLarge, InvalidValue or Incomplete when
/// the file as a whole cannot be read: then nothing was added.
Result<ImportReport> importBuildings(Store &store, const Reference &reference, QIODevice &csv,
                                     const ImportOptions &options, const Clock &clock, IdSource &ids,
                                     const ToldOfRow &told);

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

namespace markaz {

/// Brings the cache's figures (sql/cache/0011_figures.sql) to what its records say, where the triggers have noted that
/// a record's part in them may have changed; nothing else costs anything. Within the caller's transaction, or in one of
/// its own. RecordRepository has it done before each commit, openCache after a migration, and whoever reads figures
/// before reading, for rows that were written by hand.
///
/// 2026-11-30: not triggers alone: an answer sheet of 80 answers taken apart in SQL, and 80 cells moved by it, take
/// twice the time of the record itself. Here the sheet is read once and a page of the feed moves each cell once.
Result<void> settleFigures(Database &database);

/// Counts everything anew from the records, whatever the cells hold.
Result<void> countFiguresAnew(Database &database);

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/cache.h"

namespace markaz::bench {

/// How much a cache holds for the dashboard's benchmark.
struct ProgrammeSize
{
    int centres = 5'000;       ///< certified buildings in operation
    int buildings = 25'000;    ///< in every city of the country
    int inspections = 100'000; ///< with 80 answers each, over three years
    int months = 3;            ///< that each centre has reported on
};

/// Fills the cache as the feed would, a page in a transaction. Every record is marked as sample.
Result<void> fillProgramme(Cache &cache, Workload &workload, const ProgrammeSize &size);

} // namespace markaz::bench

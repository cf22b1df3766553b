// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/sample/random.h"
#include "core/domain/answer.h"
#include "core/scoring/score.h"

namespace markaz::server::sample {

/// What an inspector would find in a building: whole, partly right or failing, item by item.
struct Findings
{
    quint64 character = 0; ///< of the building: the same items are weak at each visit
    double quality = 0;    ///< at this visit; what was mended stays mended as it rises
    int seats = 0;
    bool thorough = true; ///< false: an item or two were not inspected
};

/// A full set of plausible answers to a standard: every visible item that is not calculated. The inputs of calculated
/// items are chosen so that those come out as found.
QHash<QString, Answer> answersFor(const Standard &standard, const ScoringContext &context, const Findings &findings,
                                  Random random);

} // namespace markaz::server::sample

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/score.h"

namespace markaz {

/// What an answer earns by the item's own rule, before the rule for critical items.
struct Credit
{
    int bp = 0; ///< 0-10,000
    std::optional<Decimal> computed;
};

/// \p answer has passed item.checkAnswer and is neither "not applicable" nor "not inspected"; \p tier lies in 1 to 3.
Credit creditOf(const Item &item, const Answer &answer, int tier, const ScoringContext &context);

} // namespace markaz

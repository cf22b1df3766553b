// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/score.h"
#include "ui/widgets/verdictbar.h"

namespace markaz::ui {

/// The live verdict in words: "Tier 2: 78.4 of 75 – but exits unlocked (C-02) fails", with what it means.
VerdictContent verdictContent(const Standard &standard, const ScoreResult &score, int tier);

} // namespace markaz::ui

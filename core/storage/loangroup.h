// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"

namespace markaz {

/// Loans of the same state and terms.
struct LoanGroup
{
    LoanState state = LoanState::Draft;
    int policyVersion = 0;
    qint64 principalPaisa = 0;
    int markupBp = 0; ///< a year, the whole of it
    int tenorMonths = 0;
    int graceMonths = 0;
    int loans = 0;
};

} // namespace markaz

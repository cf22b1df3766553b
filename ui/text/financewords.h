// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/figurereader.h"

/// Words for loans, subsidies and scenarios.
namespace markaz::ui::financewords {

/// Why a file of figures is not taken: a sentence that names the figure by its path ("loans[3].grace_months").
QString reason(const FigureFault &fault);

} // namespace markaz::ui::financewords

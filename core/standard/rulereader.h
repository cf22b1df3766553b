// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/jsonnode.h"
#include "core/standard/rule.h"

namespace markaz {

/// The structured conditions and calculations of a standard file; forms as in rule.h. Item codes are noted in the log's
/// mentions, because the items they name may come later in the file.
std::shared_ptr<const Rule> readRule(const JsonNode &node);
std::shared_ptr<const Calculation> readCalculation(const JsonNode &node);

} // namespace markaz

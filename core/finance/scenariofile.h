// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/figurereader.h"
#include "core/finance/scenario.h"

#include <variant>

namespace markaz {

/// The scenario in a file, checked whole, or the first thing that is wrong with it. README.md says what the file holds:
/// amounts in paisa, shares and rates in basis points. A name that means nothing is wrong, too: a mistyped one would
/// leave out a figure that somebody meant.
std::variant<Scenario, FigureFault> readScenario(const QByteArray &json);

/// The file of it: readScenario() makes the same scenario of that.
QJsonObject toJson(const Scenario &scenario);

} // namespace markaz

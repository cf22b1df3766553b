// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/appeals.h"
#include "ui/text/sentences.h"
#include "ui/widgets/status.h"

#include <optional>

namespace markaz::ui::appealwords {

/// Who is to decide it: "You", "Another officer", "The appeal is not sent yet", "Your decision is not sent yet".
ChipContent turn(const OpenAppeal &appeal);
/// What is said of decisions that the server did not take (refusedDecisions()); nothing where there are none.
std::optional<Sentence> refused(const QList<std::pair<QString, QString>> &decisions);

} // namespace markaz::ui::appealwords

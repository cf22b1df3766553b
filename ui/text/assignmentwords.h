// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/sentences.h"
#include "ui/widgets/status.h"

#include <optional>

namespace markaz::ui {

/// What an assignment refuses: core/workflow/assignments.h and changeassignment.h name it.
std::optional<Sentence> assignmentSentence(const Error &error);
/// The same of one building of a selection, short: "Waits for a visit of this kind already".
QString whyNotAssigned(const Error &error);
/// Of a state; \p overdue: open and late.
ChipContent assignmentChip(const QString &state, bool overdue);
/// "1 building", "12 buildings".
QString buildingsCounted(qsizetype count);
/// "1 visit", "12 visits".
QString visitsCounted(qsizetype count);

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"

#include <optional>

namespace markaz {

/// An open follow-up shows its inspector the visit that it follows up when that was another inspector's: a copy in the
/// assignment's field "earlier_visit", which the server alone writes (app/server/store/rules/earliervisits.h).
/// 2026-11-29: a copy, and not the inspection itself with a second reader. What an assignment says goes and leaves with
/// the assignment, through one feed, one digest and one fence; of the other inspector's visit nobody reads more than
/// stands here: no notes, no files, no review, no score.
inline const QString kEarlierVisit = QStringLiteral("earlier_visit");
/// The ids of the visits that the assignment has shown its inspector so far; a follow-up that was begun offline may
/// rest on one that it shows no more.
inline const QString kShownVisits = QStringLiteral("shown_visits");

/// What is shown of \p inspection: {"id", "inspector", "kind", "standard", "standard_version", "standard_hash",
/// "revision", "started_at", "visit_outcome", "state", "answers"}, each as the inspection has it.
QJsonObject shownOf(const Record &inspection);
/// The visit that \p assignment shows, as far as it shows it; nothing when it shows none, or one that is no inspection.
std::optional<Inspection> shownBy(const Assignment &assignment);

} // namespace markaz

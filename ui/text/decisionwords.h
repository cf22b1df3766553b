// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/decisionlist.h"
#include "core/workflow/reviews.h"
#include "ui/services.h"
#include "ui/text/sentences.h"

#include <optional>

namespace markaz {
struct OutboxRow;
struct OwnPart;
} // namespace markaz

namespace markaz::ui {

/// That somebody may not judge what he took part in: core/workflow/reviews.h names it "separation".
std::optional<Sentence> decisionSentence(const Error &error);

namespace decisionwords {

/// "Inspection accepted", "Revision 2 returned", "Certificate issued", "Expired".
QString what(const DecisionEntry &entry);
/// Whose it was: a name; "by itself" of what nobody decided.
QString who(const Services &services, const DecisionEntry &entry);
/// "24 Nov 2026, 14:00", by Pakistan's clock.
QString when(const DecisionEntry &entry);
/// Its reason in quotation marks; that none was recorded, where somebody decided without.
QString why(const DecisionEntry &entry);
/// The comments of a review by item, each with its words; empty without.
QString comments(const DecisionEntry &entry);
/// All of it but the comments, in one line: "Inspection rejected by A. Khan, 24 Nov 2026, 14:00: “...”".
QString line(const Services &services, const DecisionEntry &entry);

/// Why the server did not take a review or a decision; empty for all others and for what the field's own words say.
QString rejection(const OutboxRow &row);
/// Why somebody may not judge \p inspection: \p part is what he carried out of it (ownPartIn()).
QString ownPart(const Inspection &inspection, const OwnPart &part);

} // namespace decisionwords
} // namespace markaz::ui

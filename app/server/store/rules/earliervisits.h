// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/rules/rulecontext.h"

namespace markaz::server {

// What a follow-up's inspector reads of the visit before it, when that was another inspector's: the newest accepted
// visit of the building that took place, as core/domain/earliervisit.h shows it, as long as the assignment is open and
// his. It comes when the assignment is made, handed to another inspector or becomes a follow-up, and when a visit is
// accepted meanwhile; it does not change any more once the follow-up was begun. It goes with the submit, with the
// assignment's end, and for an inspector who no longer has the assignment with the assignment.
//
// 2026-11-29: Accepted visits alone. A returned one is being mended by its own inspector, and a rejected one's answers
// do not stand. Follow-ups alone: a surveillance or complaint visit asks for everything anew, and is not to be led by
// what another found. An assignment of before this date shows nothing until it changes or a visit is accepted.

/// Brings what \p assignment shows up to date. True when something of it changed; the caller counts the revision.
Result<bool> showEarlierVisit(RuleContext &context, StoredRecord &assignment);
/// \p assignment shows nothing any more. True when it did.
bool hideEarlierVisit(StoredRecord &assignment);
/// \p assignment goes to another inspector, who was shown nothing of it yet.
void forgetShown(StoredRecord &assignment);
/// Whether \p assignment has ever shown the visit \p id to the inspector who has it.
bool hasShown(const StoredRecord &assignment, const QString &id);
/// The open follow-ups of the building of \p visit, which was just accepted, show it where it is theirs to show;
/// staged.
Result<void> showAccepted(RuleContext &context, const StoredRecord &visit);

} // namespace markaz::server

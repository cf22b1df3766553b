// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/rules/rulecontext.h"
#include "core/scoring/score.h"

namespace markaz::server {

/// Judges one change: form, what it depends on, the policy, the merge, the rules of its kind. What is to be written is
/// staged in the context's records; the caller keeps or drops it.
Settled judge(RuleContext &context, const Change &change);

// The rules of each kind of record, called with the merged and placed draft; they may stage further records.
Objection checkOwner(RuleContext &context, Draft &draft);
Objection checkBuilding(RuleContext &context, Draft &draft);
Objection checkAssignment(RuleContext &context, Draft &draft);
Objection checkInspection(RuleContext &context, Draft &draft);
Objection checkEvidence(RuleContext &context, Draft &draft);
Objection checkStandard(RuleContext &context, Draft &draft);
Objection checkReview(RuleContext &context, Draft &draft);
Objection checkDecision(RuleContext &context, Draft &draft);
Objection checkPolicy(RuleContext &context, Draft &draft);
Objection checkScenario(RuleContext &context, Draft &draft);
Objection checkDemand(RuleContext &context, Draft &draft);
Objection checkConflict(RuleContext &context, Draft &draft);
Objection checkFinding(RuleContext &context, Draft &draft);
Objection checkCentre(RuleContext &context, Draft &draft);
Objection checkOccupancy(RuleContext &context, Draft &draft);
Objection checkLoan(RuleContext &context, Draft &draft);
/// A draft alone goes.
Objection checkLoanRemoval(const Change &change, const StoredRecord &loan);
/// Objects while a loan names \p owner.
Objection checkOwnerIsFree(RuleContext &context, const Change &change, const StoredRecord &owner);
/// \p certificate was revoked: what was given of the subsidy of its building's loans is to be given back.
Result<void> clawBack(RuleContext &context, const Change &change, const StoredRecord &certificate,
                      const QString &officer, const QString &reason);
/// The revocation was undone, and with it what clawBack() did.
Result<void> liftClawBack(RuleContext &context, const Change &change, const StoredRecord &certificate,
                          const QString &officer, const QString &reason);
/// A month is taken back as it is recorded: where a certificate carries it.
Objection checkTakenBack(RuleContext &context, const Change &change, const StoredRecord &month);
/// Of a building that was there: a merge, its end, or any other change.
Objection checkMerge(RuleContext &context, Draft &draft);
/// Whether \p change merges a building into another one or takes that back.
bool isMergeStep(const Change &change);
/// The building that all of \p buildingId belongs to: the one that it was merged into, or itself.
Result<QString> wholeOf(RuleContext &context, const QString &buildingId);
/// The living records of \p entity of \p whole, which was merged into no other building, and of all that were merged
/// into it.
Result<QList<StoredRecord>> childrenOfAll(RuleContext &context, const QString &whole, Entity entity);
/// Objects, at \p field, when the building was merged into another one: nothing new begins there.
Objection checkNotMerged(RuleContext &context, const Change &change, const QString &buildingId, const char *field);
/// Objects when another building was merged into it: it has to stay where it is.
Objection checkNoneMergedInto(RuleContext &context, const Change &change, const StoredRecord &building);
/// The token of the step that \p change of a finding asks for; empty when it asks for none.
QString findingStepOf(const Change &change);
/// A score with the tier of the city that it was made for.
struct ClaimedScore
{
    ScoreResult result;
    int tier = 3;
};
/// The score of a submitted \p inspection as it claims it, made again of its answers; nothing when no published policy
/// gives what it claims.
Result<std::optional<ClaimedScore>> scoreAsClaimed(RuleContext &context, const StoredRecord &inspection);

/// What stands in the way of removing \p before; nothing when it may go.
Objection checkRemoval(RuleContext &context, const Change &change, const StoredRecord &before);
/// Whether \p before was edited since the author of the removal saw it. The server's own step counts for nothing.
bool editedSince(qint64 base, const StoredRecord &before);

/// The record that keeps both sides of \p conflicts of \p record, staged.
void raiseConflict(RuleContext &context, const Change &change, const StoredRecord &record, const QJsonObject &fields);

} // namespace markaz::server

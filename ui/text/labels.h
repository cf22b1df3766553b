// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/domain/tokens.h"
#include "core/scoring/score.h"

/// Shown words for stored tokens, in the language in use. A token that is not known is shown in its own letters with
/// spaces for underscores, so that a newer server's token never shows as nothing.
namespace markaz::ui::labels {

QString of(Role role);
QString of(Entity entity);
QString of(Verdict verdict);
QString of(CertificateState state);
QString of(Outcome outcome);
QString of(Severity severity);
QString of(FindingState state);
QString of(FindingStep step); ///< what a button says: "Mark as fixed"
QString overdue();
/// "Met", "50 %" (needs the credit), "Fails", "Missing", "Not applicable", "Not inspected", "Hidden".
QString of(ItemScore::Status status, int creditBp = 0);

/// Its name; with its buildings' prefix where two cities of a province bear one name: "Bahawalnagar (BWN)".
QString city(const Gazetteer &gazetteer, const City &city);
QString stage(const QString &token); ///< identified, assigned, inspected, under_review, certified, provisional,
                                     ///< refused, lapsed, not_known
/// The stage as an account of \p role can know it. An inspector's laptop holds the own visits alone: that it knows of
/// none does not make a building "identified", for another's visit may have refused it; unless it was registered here.
QString stageSeenBy(Role role, const QString &token, bool registeredHere = false);
QString tenure(const QString &token);                       ///< freehold, leasehold, government, waqf
QString condition(const QString &token);                    ///< good, fair, poor, dangerous
QString ownerKind(const QString &token);                    ///< individual, company, government, trust
QString visitKind(const QString &token);                    ///< initial, follow_up, surveillance, complaint
QString visitOfRevision(const QString &kind, int revision); ///< "Initial", "Initial, revision 2"
QString visitOutcome(const QString &token);    ///< done, no_entry, owner_absent, wrong_address, unsafe, not_ready
QString notSentYet();                          ///< what is submitted here and not taken by the server
QString inspectionState(const QString &token); ///< draft, submitted, returned, accepted, rejected
QString assignmentState(const QString &token); ///< open, done, cancelled
QString evidenceKind(const QString &token);    ///< photo, document, signature
QString signer(const QString &token);
QString reviewDecision(const QString &token); ///< accept, return, reject
QString decisionKind(const QString &token);   ///< issue, suspend, reinstate, revoke, renew
QString grade(const QString &token);          ///< full, provisional
QString positionSource(const QString &token); ///< gps, map, typed
QString instrument(const QString &token);     ///< tape, laser, lux_meter ...
QString repeatKind(const QString &token);     ///< exit, extinguisher, speed_test, room
QString province(const QString &iso);         ///< "PK-PB" -> "Punjab"
QString tier(int tier);                       ///< "Tier 2"
QString yes();
QString no();
QString notApplicable(); ///< "N/A"
/// The label of a record's field or of a path in it: "covered_area_sqft" -> "Covered area", "answers.C-02" -> "C-02".
QString field(const QString &path);

} // namespace markaz::ui::labels

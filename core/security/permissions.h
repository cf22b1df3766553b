// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/domain/certificatelifecycle.h"

#include <QStringList>

namespace markaz {

/// Everything that an account can ask to do. What is not granted in permissions.cpp is refused.
enum class Action {
    SeeReference, ///< standards, cities, provinces, the programme's policy
    SeeBuilding,
    SeeOwner,
    SeeAssignment,
    SeeInspection,
    SeeEvidence,
    SeeReview,
    SeeDecision,
    SeeCertificate,
    SeeConflict,
    SeeFinding,
    SeeAccount, ///< name and role, so that records can say who did what
    SeeDashboard,
    RegisterBuilding,
    EditBuilding,
    RemoveBuilding,
    MergeBuilding, ///< say that it is another one once more, or take that back
    RegisterOwner,
    EditOwner,
    RemoveOwner,
    Assign, ///< make, change and cancel an assignment; the server closes it when its inspection is submitted
    DraftInspection,
    DiscardDraft,
    SubmitInspection,
    AttachEvidence, ///< add and describe files of an inspection, and send their bytes
    RemoveEvidence,
    RaiseFinding,
    EditFinding, ///< its words, severity and day; the inspector as long as its inspection is a draft
    RemoveFinding,
    FixFinding,    ///< say that it was mended, or that it was not after all
    VerifyFinding, ///< an inspector: by a visit of his own (Subject::inspectorId is that visit's, else the finding's)
    WaiveFinding,  ///< give it up with a reason, or take that back
    ReviewInspection, ///< accept, return, reject
    IssueCertificate,
    SuspendCertificate,
    ReinstateCertificate,
    RevokeCertificate,
    RenewCertificate,
    ResolveConflict,
    ManageAccounts,
    ManageDevices,
    ManageStandards,
    EditReference,
    EditPolicy,
    ReadAudit,
    RecordAppeal, ///< an owner's, against a suspension or a revocation
    DecideAppeal, ///< allow or dismiss it; the server asks that it be another officer's decision (decisionrules)
    SeeCentre,
    SeeOccupancy,
    OpenCentre,
    EditCentre,
    RemoveCentre,    ///< one that was opened by mistake: nothing was reported of it
    RecordOccupancy, ///< report a month, correct it and take it back
    SeeLoan,
    RecordLoan, ///< its application, its steps, its money and its documents
    RemoveLoan, ///< one that is a draft
    SeeScenario,
    EditScenario, ///< save, rename, change and remove what the programme was tried with: each his own
};

const QList<Action> &allActions();
/// Stable lower-case token, for logs and the audit: "issue_certificate".
QString token(Action action);

/// What the action is about. An id that does not apply stays empty; an id that a rule needs and that is missing
/// refuses.
struct Subject
{
    /// Every province it touches: one for a record; both for a building that moves; those of the account that is
    /// managed or seen. ISO 3166-2.
    QStringList provinces;
    QString inspectorId; ///< who carried out the inspection in question (also of a review, decision or certificate)
    QString assigneeId;  ///< the inspector of the assignment in question
    QString authorId;    ///< whom the record names as its author: reviewer, deciding officer, author of a change
    /// Who carried out the revisions before the inspection, and the visits that it continues: they did part of it.
    QStringList earlierInspectorIds{};

    static Subject nationwide() { return {}; }
    static Subject in(const QString &province) { return Subject{{province}, {}, {}, {}, {}}; }
    Subject inspectedBy(const QString &accountId) const;
    Subject inspectedBefore(const QStringList &accountIds) const;
    Subject assignedTo(const QString &accountId) const;
    Subject authoredBy(const QString &accountId) const;
};

/// The one policy: what the laptop shows and allows, and what the server enforces on every request and every change.
/// Pure and default-deny. NotAllowed, with `where` naming the rule that refused: "role", "scope" (a province is not the
/// actor's), "own" (the record is another's) or "separation" (the actor carried out the inspection, or a revision of
/// it).
Result<void> may(const Actor &actor, Action action, const Subject &subject);

/// Whether the role alone opens the action to \p role for some subject: what a menu or a page may show at all.
bool roleGrants(Role role, Action action);

/// The step of a patch that merges a building into another one or takes that back.
inline const QString kMergeStep = QStringLiteral("merge");
/// The step of a change of evidence that is a loan's.
inline const QString kLoanStep = QStringLiteral("loan");
/// The action behind a change of a record. \p step is the decision's "kind" for Entity::Decision, the token of the
/// FindingStep of a patch that moves a finding's state, kMergeStep for one of a building, kLoanStep for a document of a
/// loan, otherwise ignored. NotAllowed
/// (`where` "role") for what no client may ever do: changing a review, writing a certificate.
Result<Action> actionFor(Entity entity, ChangeKind kind, const QString &step = {});
Action actionFor(FindingStep step);
/// Of an officer's decision; Expire is nobody's, and has none of its own.
Action actionFor(CertificateAction action);
/// The action of reading a record of \p entity.
Action seeing(Entity entity);

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/permissions.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace markaz {
namespace {

/// How the subject's provinces must lie to the actor's. No province at all meets neither All nor Any.
enum class Scope { Nationwide, All, Any };

/// What else must hold, as bits.
enum Condition : unsigned {
    None = 0,
    OwnInspection = 1,     ///< the actor is the inspector
    OwnAssignment = 2,     ///< the actor is the assignee
    AssigneeIfNamed = 4,   ///< with an assignment, the actor is its assignee
    OwnChange = 8,         ///< the actor is the author
    AuthorIfNamed = 16,    ///< nobody signs in another's name
    NotOwnInspection = 32, ///< separation of duties, of each revision; the inspector must be known
};

struct Grant
{
    Action action;
    Scope scope;
    unsigned conditions = None;
};

// One list a role, in the order of the table of roles in the domain notes. What stands in none of them is refused.
// 2026-11-28: findings are seen by every inspector of the province: whoever visits the building next looks whether they
// were mended. 2026-11-29: centres are seen by all of them, as domain.md has it, and what centres report of their
// members by none: that is the officers' and the auditors'. 2026-11-30: nor are loans, with whatever belongs to them.
constexpr std::array kInspector{
    Grant{Action::SeeReference, Scope::Nationwide},
    Grant{Action::SeeBuilding, Scope::All},
    Grant{Action::SeeOwner, Scope::All},
    Grant{Action::SeeCertificate, Scope::All},
    Grant{Action::SeeAssignment, Scope::All, OwnAssignment},
    Grant{Action::SeeInspection, Scope::All, OwnInspection},
    Grant{Action::SeeEvidence, Scope::All, OwnInspection},
    Grant{Action::SeeReview, Scope::All, OwnInspection},
    Grant{Action::SeeConflict, Scope::All, OwnChange},
    Grant{Action::SeeFinding, Scope::All},
    Grant{Action::SeeCentre, Scope::All},
    Grant{Action::SeeAccount, Scope::Any},
    Grant{Action::RegisterBuilding, Scope::All},
    Grant{Action::EditBuilding, Scope::All},
    Grant{Action::RegisterOwner, Scope::All},
    Grant{Action::EditOwner, Scope::All},
    Grant{Action::DraftInspection, Scope::All, OwnInspection | AssigneeIfNamed},
    Grant{Action::DiscardDraft, Scope::All, OwnInspection},
    Grant{Action::SubmitInspection, Scope::All, OwnInspection | AssigneeIfNamed},
    Grant{Action::AttachEvidence, Scope::All, OwnInspection},
    Grant{Action::RemoveEvidence, Scope::All, OwnInspection},
    Grant{Action::RaiseFinding, Scope::All, OwnInspection | AuthorIfNamed},
    Grant{Action::EditFinding, Scope::All, OwnInspection},
    Grant{Action::RemoveFinding, Scope::All, OwnInspection},
    Grant{Action::FixFinding, Scope::All},
    Grant{Action::VerifyFinding, Scope::All, OwnInspection},
    Grant{Action::ResolveConflict, Scope::All, OwnChange},
};

// 2026-11-24: one officer may both review an inspection and issue its certificate; the separation that the programme
// asks for is between the visit and these two. Issuer != reviewer would need two officers in every province.
// 2026-11-30: a visit is whoever carried out any part of it: a returned revision's inspector, and that of the visit
// whose answers a follow-up carries over, judges it no more than its own. What is decided of a certificate later
// (suspend, revoke, reinstate, an appeal) judges what has come about since, and domain.md separates the visit from its
// review and the certificate alone.
constexpr std::array kOfficer{
    Grant{Action::SeeReference, Scope::Nationwide},
    Grant{Action::SeeBuilding, Scope::All},
    Grant{Action::SeeOwner, Scope::All},
    Grant{Action::SeeAssignment, Scope::All},
    Grant{Action::SeeInspection, Scope::All},
    Grant{Action::SeeEvidence, Scope::All},
    Grant{Action::SeeReview, Scope::All},
    Grant{Action::SeeDecision, Scope::All},
    Grant{Action::SeeCertificate, Scope::All},
    Grant{Action::SeeConflict, Scope::All},
    Grant{Action::SeeFinding, Scope::All},
    Grant{Action::SeeCentre, Scope::All},
    Grant{Action::SeeOccupancy, Scope::All},
    Grant{Action::SeeLoan, Scope::All},
    Grant{Action::SeeAccount, Scope::Any},
    Grant{Action::SeeDashboard, Scope::All},
    Grant{Action::RegisterBuilding, Scope::All},
    Grant{Action::EditBuilding, Scope::All},
    Grant{Action::RemoveBuilding, Scope::All},
    Grant{Action::MergeBuilding, Scope::All},
    Grant{Action::RegisterOwner, Scope::All},
    Grant{Action::EditOwner, Scope::All},
    Grant{Action::RemoveOwner, Scope::All},
    Grant{Action::Assign, Scope::All},
    Grant{Action::EditFinding, Scope::All},
    Grant{Action::FixFinding, Scope::All},
    Grant{Action::VerifyFinding, Scope::All, NotOwnInspection},
    Grant{Action::WaiveFinding, Scope::All, NotOwnInspection},
    Grant{Action::ReviewInspection, Scope::All, NotOwnInspection | AuthorIfNamed},
    Grant{Action::IssueCertificate, Scope::All, NotOwnInspection | AuthorIfNamed},
    Grant{Action::RenewCertificate, Scope::All, NotOwnInspection | AuthorIfNamed},
    Grant{Action::SuspendCertificate, Scope::All, AuthorIfNamed},
    Grant{Action::ReinstateCertificate, Scope::All, AuthorIfNamed},
    Grant{Action::RevokeCertificate, Scope::All, AuthorIfNamed},
    Grant{Action::RecordAppeal, Scope::All, AuthorIfNamed},
    Grant{Action::DecideAppeal, Scope::All, AuthorIfNamed},
    Grant{Action::OpenCentre, Scope::All},
    Grant{Action::EditCentre, Scope::All},
    Grant{Action::RemoveCentre, Scope::All},
    Grant{Action::RecordOccupancy, Scope::All, AuthorIfNamed},
    Grant{Action::RecordLoan, Scope::All, AuthorIfNamed},
    Grant{Action::RemoveLoan, Scope::All},
    Grant{Action::SeeScenario, Scope::Nationwide},
    Grant{Action::EditScenario, Scope::Nationwide, OwnChange},
    Grant{Action::ResolveConflict, Scope::All},
};

// An administrator hands out no scope that is not his own, and sees no building, owner or inspection.
// 2026-11-28: he reads the audit beside the auditor: who signed in from where, and what was done to accounts and
// devices, is his to follow up. It names records by their ids only.
constexpr std::array kAdministrator{
    Grant{Action::SeeReference, Scope::Nationwide},    Grant{Action::SeeAccount, Scope::Any},
    Grant{Action::ManageAccounts, Scope::All},         Grant{Action::ManageDevices, Scope::All},
    Grant{Action::ManageStandards, Scope::Nationwide}, Grant{Action::EditReference, Scope::Nationwide, AuthorIfNamed},
    Grant{Action::EditPolicy, Scope::Nationwide},      Grant{Action::ReadAudit, Scope::Nationwide},
};

constexpr std::array kAuditor{
    Grant{Action::SeeReference, Scope::Nationwide},
    Grant{Action::SeeBuilding, Scope::All},
    Grant{Action::SeeOwner, Scope::All},
    Grant{Action::SeeAssignment, Scope::All},
    Grant{Action::SeeInspection, Scope::All},
    Grant{Action::SeeEvidence, Scope::All},
    Grant{Action::SeeReview, Scope::All},
    Grant{Action::SeeDecision, Scope::All},
    Grant{Action::SeeCertificate, Scope::All},
    Grant{Action::SeeConflict, Scope::All},
    Grant{Action::SeeFinding, Scope::All},
    Grant{Action::SeeCentre, Scope::All},
    Grant{Action::SeeOccupancy, Scope::All},
    Grant{Action::SeeLoan, Scope::All},
    Grant{Action::SeeScenario, Scope::Nationwide},
    Grant{Action::SeeAccount, Scope::Any},
    Grant{Action::SeeDashboard, Scope::All},
    Grant{Action::ReadAudit, Scope::Nationwide},
};

template <size_t N>
const Grant *findIn(const std::array<Grant, N> &grants, Action action)
{
    const auto found = std::find_if(grants.begin(), grants.end(), [&](const Grant &g) { return g.action == action; });
    return found == grants.end() ? nullptr : &*found;
}

const Grant *grantOf(Role role, Action action)
{
    switch (role) {
    case Role::Inspector:
        return findIn(kInspector, action);
    case Role::Officer:
        return findIn(kOfficer, action);
    case Role::Administrator:
        return findIn(kAdministrator, action);
    case Role::Auditor:
        return findIn(kAuditor, action);
    }
    return nullptr;
}

bool inScope(Scope scope, const QStringList &provinces, const QStringList &actors)
{
    const auto isActors = [&](const QString &province) { return actors.contains(province); };
    switch (scope) {
    case Scope::Nationwide:
        return true;
    case Scope::All:
        return !provinces.isEmpty() && std::all_of(provinces.begin(), provinces.end(), isActors);
    case Scope::Any:
        return std::any_of(provinces.begin(), provinces.end(), isActors);
    }
    return false;
}

Error refusal(Action action, const char *rule, const QString &why)
{
    return makeError(ErrorCode::NotAllowed, QStringLiteral("%1: %2").arg(token(action), why), QLatin1String(rule));
}

} // namespace

Subject Subject::inspectedBy(const QString &accountId) const
{
    Subject copy = *this;
    copy.inspectorId = accountId;
    return copy;
}

Subject Subject::inspectedBefore(const QStringList &accountIds) const
{
    Subject copy = *this;
    copy.earlierInspectorIds = accountIds;
    return copy;
}

Subject Subject::assignedTo(const QString &accountId) const
{
    Subject copy = *this;
    copy.assigneeId = accountId;
    return copy;
}

Subject Subject::authoredBy(const QString &accountId) const
{
    Subject copy = *this;
    copy.authorId = accountId;
    return copy;
}

Result<void> may(const Actor &actor, Action action, const Subject &subject)
{
    const Grant *grant = actor.accountId.isEmpty() ? nullptr : grantOf(actor.role, action);
    if (!grant)
        return refusal(action, "role", QStringLiteral("not for the role %1").arg(token(actor.role)));
    if (!inScope(grant->scope, subject.provinces, actor.provinces))
        return refusal(action, "scope", QStringLiteral("outside the account's provinces"));

    const auto asks = [&](Condition condition) { return (grant->conditions & condition) != 0; };
    const QString &self = actor.accountId;
    if (asks(NotOwnInspection)) {
        if (subject.inspectorId.isEmpty())
            return refusal(action, "separation", QStringLiteral("it is not known who carried out the inspection"));
        if (subject.inspectorId == self)
            return refusal(action, "separation", QStringLiteral("the actor carried out the inspection"));
        if (subject.earlierInspectorIds.contains(self))
            return refusal(action, "separation", QStringLiteral("the actor carried out an earlier part of it"));
    }
    if ((asks(OwnInspection) && subject.inspectorId != self) || (asks(OwnAssignment) && subject.assigneeId != self) ||
        (asks(AssigneeIfNamed) && !subject.assigneeId.isEmpty() && subject.assigneeId != self) ||
        (asks(OwnChange) && subject.authorId != self) ||
        (asks(AuthorIfNamed) && !subject.authorId.isEmpty() && subject.authorId != self))
        return refusal(action, "own", QStringLiteral("it is another account's"));
    return {};
}

bool roleGrants(Role role, Action action)
{
    return grantOf(role, action) != nullptr;
}

Action actionFor(FindingStep step)
{
    switch (step) {
    case FindingStep::Fix:
    case FindingStep::Reopen:
        return Action::FixFinding;
    case FindingStep::Verify:
        return Action::VerifyFinding;
    case FindingStep::Waive:
    case FindingStep::Restore:
        break;
    }
    return Action::WaiveFinding;
}

Action actionFor(CertificateAction action)
{
    switch (action) {
    case CertificateAction::IssueFull:
    case CertificateAction::IssueProvisional:
        return Action::IssueCertificate;
    case CertificateAction::Renew:
        return Action::RenewCertificate;
    case CertificateAction::Suspend:
        return Action::SuspendCertificate;
    case CertificateAction::Reinstate:
        return Action::ReinstateCertificate;
    case CertificateAction::Revoke:
        return Action::RevokeCertificate;
    case CertificateAction::Appeal:
        return Action::RecordAppeal;
    case CertificateAction::AllowAppeal:
    case CertificateAction::DismissAppeal:
    case CertificateAction::Expire: // nobody asks for it
        break;
    }
    return Action::DecideAppeal;
}

Result<Action> actionFor(Entity entity, ChangeKind kind, const QString &step)
{
    const auto one = [&](Action create, Action patch, Action remove) -> Result<Action> {
        switch (kind) {
        case ChangeKind::Create:
            return create;
        case ChangeKind::Patch:
            return patch;
        case ChangeKind::Delete:
            return remove;
        case ChangeKind::Submit:
            break;
        }
        return makeError(ErrorCode::NotAllowed, QStringLiteral("a %1 is not submitted").arg(token(entity)),
                         QStringLiteral("role"));
    };
    switch (entity) {
    case Entity::Owner:
        return one(Action::RegisterOwner, Action::EditOwner, Action::RemoveOwner);
    case Entity::Building:
        if (kind == ChangeKind::Patch && step == kMergeStep)
            return Action::MergeBuilding;
        return one(Action::RegisterBuilding, Action::EditBuilding, Action::RemoveBuilding);
    case Entity::Assignment:
        return one(Action::Assign, Action::Assign, Action::Assign);
    case Entity::Inspection:
        if (kind == ChangeKind::Submit)
            return Action::SubmitInspection;
        return one(Action::DraftInspection, Action::DraftInspection, Action::DiscardDraft);
    case Entity::Evidence:
        if (step == kLoanStep)
            return one(Action::RecordLoan, Action::RecordLoan, Action::RecordLoan);
        return one(Action::AttachEvidence, Action::AttachEvidence, Action::RemoveEvidence);
    case Entity::Review:
        if (kind == ChangeKind::Create)
            return Action::ReviewInspection;
        break;
    case Entity::Decision: {
        // The grade does not matter here; any will do.
        const auto decided = actionOfDecision(step, QStringLiteral("full"));
        if (kind == ChangeKind::Create && decided)
            return actionFor(*decided);
        break;
    }
    case Entity::Policy:
        if (kind == ChangeKind::Create) // a published version is never changed
            return Action::EditPolicy;
        break;
    case Entity::Standard:
        if (kind == ChangeKind::Create)
            return Action::ManageStandards;
        break;
    case Entity::Conflict:
        if (kind == ChangeKind::Patch)
            return Action::ResolveConflict;
        break;
    case Entity::Finding: {
        if (step.isEmpty())
            return one(Action::RaiseFinding, Action::EditFinding, Action::RemoveFinding);
        if (const auto known = parse<FindingStep>(step); known && kind == ChangeKind::Patch)
            return actionFor(*known);
        break;
    }
    case Entity::Centre:
        return one(Action::OpenCentre, Action::EditCentre, Action::RemoveCentre);
    case Entity::OccupancyReport:
        return one(Action::RecordOccupancy, Action::RecordOccupancy, Action::RecordOccupancy);
    case Entity::Loan:
        return one(Action::RecordLoan, Action::RecordLoan, Action::RemoveLoan);
    case Entity::Scenario:
        if (kind == ChangeKind::Create || kind == ChangeKind::Delete)
            return Action::EditScenario;
        break;
    case Entity::Demand:
        if (kind == ChangeKind::Create)
            return Action::EditReference;
        break;
    case Entity::Account:     // managed over calls of their own, not as records
    case Entity::Certificate: // made by the server alone
        break;
    }
    return makeError(ErrorCode::NotAllowed, QStringLiteral("no client may %1 a %2").arg(token(kind), token(entity)),
                     QStringLiteral("role"));
}

Action seeing(Entity entity)
{
    switch (entity) {
    case Entity::Owner:
        return Action::SeeOwner;
    case Entity::Building:
        return Action::SeeBuilding;
    case Entity::Assignment:
        return Action::SeeAssignment;
    case Entity::Inspection:
        return Action::SeeInspection;
    case Entity::Evidence:
        return Action::SeeEvidence;
    case Entity::Review:
        return Action::SeeReview;
    case Entity::Decision:
        return Action::SeeDecision;
    case Entity::Certificate:
        return Action::SeeCertificate;
    case Entity::Policy:
    case Entity::Standard:
    case Entity::Demand:
        return Action::SeeReference;
    case Entity::Scenario:
        return Action::SeeScenario;
    case Entity::Account:
        return Action::SeeAccount;
    case Entity::Conflict:
        return Action::SeeConflict;
    case Entity::Finding:
        return Action::SeeFinding;
    case Entity::Centre:
        return Action::SeeCentre;
    case Entity::OccupancyReport:
        return Action::SeeOccupancy;
    case Entity::Loan:
        return Action::SeeLoan;
    }
    return Action::ReadAudit; // not reached: the narrowest of them
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/permissions.h"

namespace markaz {
namespace {

const QList<std::pair<Action, QString>> &tokens()
{
    static const QList<std::pair<Action, QString>> all{
        {Action::SeeReference, QStringLiteral("see_reference")},
        {Action::SeeBuilding, QStringLiteral("see_building")},
        {Action::SeeOwner, QStringLiteral("see_owner")},
        {Action::SeeAssignment, QStringLiteral("see_assignment")},
        {Action::SeeInspection, QStringLiteral("see_inspection")},
        {Action::SeeEvidence, QStringLiteral("see_evidence")},
        {Action::SeeReview, QStringLiteral("see_review")},
        {Action::SeeDecision, QStringLiteral("see_decision")},
        {Action::SeeCertificate, QStringLiteral("see_certificate")},
        {Action::SeeConflict, QStringLiteral("see_conflict")},
        {Action::SeeFinding, QStringLiteral("see_finding")},
        {Action::SeeAccount, QStringLiteral("see_account")},
        {Action::SeeDashboard, QStringLiteral("see_dashboard")},
        {Action::RegisterBuilding, QStringLiteral("register_building")},
        {Action::EditBuilding, QStringLiteral("edit_building")},
        {Action::RemoveBuilding, QStringLiteral("remove_building")},
        {Action::MergeBuilding, QStringLiteral("merge_building")},
        {Action::RegisterOwner, QStringLiteral("register_owner")},
        {Action::EditOwner, QStringLiteral("edit_owner")},
        {Action::RemoveOwner, QStringLiteral("remove_owner")},
        {Action::Assign, QStringLiteral("assign")},
        {Action::DraftInspection, QStringLiteral("draft_inspection")},
        {Action::DiscardDraft, QStringLiteral("discard_draft")},
        {Action::SubmitInspection, QStringLiteral("submit_inspection")},
        {Action::AttachEvidence, QStringLiteral("attach_evidence")},
        {Action::RemoveEvidence, QStringLiteral("remove_evidence")},
        {Action::RaiseFinding, QStringLiteral("raise_finding")},
        {Action::EditFinding, QStringLiteral("edit_finding")},
        {Action::RemoveFinding, QStringLiteral("remove_finding")},
        {Action::FixFinding, QStringLiteral("fix_finding")},
        {Action::VerifyFinding, QStringLiteral("verify_finding")},
        {Action::WaiveFinding, QStringLiteral("waive_finding")},
        {Action::ReviewInspection, QStringLiteral("review_inspection")},
        {Action::IssueCertificate, QStringLiteral("issue_certificate")},
        {Action::SuspendCertificate, QStringLiteral("suspend_certificate")},
        {Action::ReinstateCertificate, QStringLiteral("reinstate_certificate")},
        {Action::RevokeCertificate, QStringLiteral("revoke_certificate")},
        {Action::RenewCertificate, QStringLiteral("renew_certificate")},
        {Action::RecordAppeal, QStringLiteral("record_appeal")},
        {Action::DecideAppeal, QStringLiteral("decide_appeal")},
        {Action::SeeCentre, QStringLiteral("see_centre")},
        {Action::SeeOccupancy, QStringLiteral("see_occupancy_report")},
        {Action::OpenCentre, QStringLiteral("open_centre")},
        {Action::EditCentre, QStringLiteral("edit_centre")},
        {Action::RemoveCentre, QStringLiteral("remove_centre")},
        {Action::RecordOccupancy, QStringLiteral("record_occupancy")},
        {Action::SeeLoan, QStringLiteral("see_loan")},
        {Action::RecordLoan, QStringLiteral("record_loan")},
        {Action::RemoveLoan, QStringLiteral("remove_loan")},
        {Action::SeeScenario, QStringLiteral("see_scenario")},
        {Action::EditScenario, QStringLiteral("edit_scenario")},
        {Action::ResolveConflict, QStringLiteral("resolve_conflict")},
        {Action::ManageAccounts, QStringLiteral("manage_accounts")},
        {Action::ManageDevices, QStringLiteral("manage_devices")},
        {Action::ManageStandards, QStringLiteral("manage_standards")},
        {Action::EditReference, QStringLiteral("edit_reference")},
        {Action::EditPolicy, QStringLiteral("edit_policy")},
        {Action::ReadAudit, QStringLiteral("read_audit")},
    };
    return all;
}

} // namespace

const QList<Action> &allActions()
{
    static const QList<Action> all = [] {
        QList<Action> list;
        for (const auto &entry : tokens())
            list.append(entry.first);
        return list;
    }();
    return all;
}

QString token(Action action)
{
    for (const auto &entry : tokens()) {
        if (entry.first == action)
            return entry.second;
    }
    return QStringLiteral("unknown");
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/decisionlist.h"

#include "core/storage/decisionrepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/inspectionsubject.h"
#include "core/workflow/reviews.h"

#include <algorithm>

namespace markaz {
namespace {

QDateTime instant(const Record &record, const char *field)
{
    const auto at = fromIso(record.fields.value(QLatin1String(field)).toString());
    return at ? *at : QDateTime();
}

QString textOf(const Record &record, const char *field)
{
    return record.fields.value(QLatin1String(field)).toString();
}

Result<void> addReviews(Workspace &workspace, const Inspection &inspection, QList<DecisionEntry> &list)
{
    const auto ids = InspectionRepository(workspace.database).reviewsOf(inspection.id());
    if (!ids)
        return ids.error();
    for (const QString &id : *ids) {
        const auto review = workspace.records.requireAs<Review>(id);
        if (!review)
            return review.error();
        list.append({DecisionEntry::Of::Inspection, review->decision(), review->reviewerId(),
                     instant(review->record(), "made_at"), review->reason(), review->comments(), inspection.revision(),
                     review->record().rev == 0});
    }
    return {};
}

Result<void> addDecisions(Workspace &workspace, const QStringList &ids, QList<DecisionEntry> &list)
{
    for (const QString &id : ids) {
        const auto decision = workspace.records.requireAs<Decision>(id);
        if (!decision)
            return decision.error();
        list.append({DecisionEntry::Of::Certificate,
                     decision->kind(),
                     decision->officerId(),
                     instant(decision->record(), "made_at"),
                     decision->reason(),
                     {},
                     1,
                     decision->record().rev == 0});
    }
    return {};
}

/// What the certificate says of itself, where no decision is here that says it, and what nobody decided.
void addItself(const Certificate &certificate, const QDateTime &now, QList<DecisionEntry> &list)
{
    const auto knows = [&list](std::initializer_list<CertificateAction> actions) {
        return std::any_of(list.cbegin(), list.cend(), [&actions](const DecisionEntry &entry) {
            return std::any_of(actions.begin(), actions.end(),
                               [&entry](CertificateAction action) { return decisionKind(action) == entry.what; });
        });
    };
    const auto add = [&list](const QString &what, const QString &by, const QDateTime &at, const QString &why,
                             bool whyElsewhere = false) {
        list.append({DecisionEntry::Of::Certificate, what, by, at, why, {}, 1, false, whyElsewhere});
    };
    using Do = CertificateAction;
    const Record &record = certificate.record();
    const QString by = textOf(record, "state_by");
    const QDateTime since = instant(record, "state_at");
    if (!knows({Do::IssueFull, Do::Renew})) // with no change since, its reason is that of its issue
        add(decisionKind(Do::IssueFull), certificate.issuedBy(), instant(record, "issued_at"),
            since.isValid() ? QString() : certificate.stateReason(), since.isValid());
    switch (stageOf(certificate, now)) {
    case CertificateStage::Suspended:
        if (!knows({Do::Suspend}))
            add(decisionKind(Do::Suspend), by, since, certificate.stateReason());
        break;
    case CertificateStage::Revoked:
        if (!knows({Do::Revoke}))
            add(decisionKind(Do::Revoke), by, since, certificate.stateReason());
        break;
    case CertificateStage::Issued:
        if (since.isValid() && !knows({Do::Reinstate, Do::AllowAppeal}))
            add(QStringLiteral("in_force"), by, since, certificate.stateReason()); // reinstated, or by an appeal
        break;
    case CertificateStage::Superseded:
        add(token(CertificateStage::Superseded), {}, since, {});
        break;
    case CertificateStage::Expired:
        add(token(CertificateAction::Expire), {}, programmeInstant(certificate.validUntil().addDays(1)), {});
        break;
    case CertificateStage::None:
        break;
    }
}

} // namespace

Result<QList<DecisionEntry>> decisionsAbout(Workspace &workspace, const std::optional<Inspection> &inspection,
                                            const std::optional<Certificate> &certificate)
{
    QList<DecisionEntry> list;
    if (inspection) {
        const auto behind = visitsBehind(workspace, *inspection);
        if (!behind)
            return behind.error();
        QList<Inspection> revisions{*inspection};
        for (const Inspection &visit : *behind) { // not of a visit that is only followed up
            if (revisions.last().revision() > 1)
                revisions.append(visit);
        }
        for (const Inspection &revision : std::as_const(revisions)) {
            if (auto added = addReviews(workspace, revision, list); !added)
                return added.error();
        }
    }
    const DecisionRepository decisions(workspace.database);
    const QString visit = certificate ? certificate->inspectionId() : inspection ? inspection->id() : QString();
    if (!visit.isEmpty()) {
        const auto issued = decisions.onInspection(visit);
        if (!issued)
            return issued.error();
        if (auto added = addDecisions(workspace, *issued, list); !added)
            return added.error();
    }
    if (certificate) {
        const auto since = decisions.onCertificate(certificate->id());
        if (!since)
            return since.error();
        if (auto added = addDecisions(workspace, *since, list); !added)
            return added.error();
        addItself(*certificate, workspace.clock.now(), list);
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const DecisionEntry &a, const DecisionEntry &b) { return a.at < b.at; });
    return list;
}

Result<std::optional<DecisionEntry>> reviewOf(Workspace &workspace, const Inspection &inspection)
{
    QList<DecisionEntry> reviews;
    if (auto added = addReviews(workspace, inspection, reviews); !added)
        return added.error();
    return reviews.isEmpty() ? std::optional<DecisionEntry>() : std::optional(reviews.last());
}

Result<QList<DecisionEntry>> decisionsAbout(Workspace &workspace, const Inspection &inspection)
{
    const auto found = CertificateRepository(workspace.database).ofInspection(inspection.id());
    if (!found)
        return found.error();
    if (!found->has_value())
        return decisionsAbout(workspace, inspection, std::nullopt);
    auto certificate = workspace.records.requireAs<Certificate>(**found);
    if (!certificate)
        return certificate.error();
    return decisionsAbout(workspace, inspection, std::optional(std::move(certificate).value()));
}

} // namespace markaz

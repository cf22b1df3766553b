// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/issuer.h"
#include "app/server/store/rules/certificates.h"
#include "app/server/store/rules/changerules.h"
#include "app/server/store/signedkeys.h"
#include "core/domain/decidedagainst.h"
#include "core/domain/seatsfound.h"
#include "core/domain/visitfiles.h"
#include "core/support/programmeday.h"

#include <algorithm>
#include <limits>

namespace markaz::server {
namespace {

protocol::ChangeResult refuse(const Draft &draft, const QString &code, const char *field, const QString &why)
{
    return rejected(draft.change, code, QLatin1String(field), why);
}

protocol::ChangeResult wrongState(const Draft &draft, const QString &why)
{
    return refuse(draft, protocol::code::kWrongState, "kind", why);
}

/// What decideOn() says against it.
protocol::ChangeResult undecided(const Draft &draft, const Error &error)
{
    return error.code == ErrorCode::Incomplete ? refuse(draft, protocol::code::kInvalid, "reason", error.detail)
                                               : wrongState(draft, error.detail);
}

/// What stands in the way of a certificate of \p building for the decision's inspection.
std::optional<protocol::ChangeResult> notCertifiable(const Draft &draft, const StoredRecord &inspection,
                                                     const StoredRecord &building)
{
    if (inspection.text("state") != QLatin1String("accepted"))
        return wrongState(draft, QStringLiteral("the inspection is not accepted"));
    const QJsonObject score = inspection.record.fields.value(QStringLiteral("score")).toObject();
    if (!score.value(QStringLiteral("complete")).toBool())
        return refuse(draft, protocol::code::kInvalid, "inspection", QStringLiteral("the inspection is not complete"));
    const auto verdict = parse<Verdict>(score.value(QStringLiteral("verdict")).toString());
    if (!verdict || *verdict == Verdict::Refused)
        return refuse(draft, protocol::code::kInvalid, "inspection", QStringLiteral("the verdict is refused"));
    const auto grade = issueAction(draft.after.text("grade"));
    if (!grade)
        return refuse(draft, protocol::code::kInvalid, "grade", grade.error().detail);
    if (!verdictAllows(*verdict, *grade))
        return refuse(draft, protocol::code::kInvalid, "grade",
                      QStringLiteral("the verdict allows a provisional certificate only"));
    if (auto seated =
            checkSeats(static_cast<int>(draft.after.number("seats")), building.record.fields, inspection.record.fields);
        !seated)
        return refuse(draft, protocol::code::kInvalid, "seats", seated.error().detail);
    return std::nullopt;
}

/// What has not come of the files that the inspection rests on (visitfiles.h), those of the returned revisions before
/// it among them.
Result<QStringList> awaitedFiles(RuleContext &context, const StoredRecord &inspection)
{
    QList<VisitFile> files;
    QStringList hashes;
    std::optional<StoredRecord> revision = inspection;
    while (revision) {
        auto evidence = context.records.children(revision->id(), Entity::Evidence);
        if (!evidence)
            return evidence.error();
        for (const StoredRecord &record : std::as_const(*evidence)) {
            files.append({revision->number("revision"), record.text("item"), record.text("kind"),
                          !record.text("received_at").isEmpty()});
            hashes.append(record.text("sha256"));
        }
        if (revision->number("revision") <= 1)
            break;
        auto previous = context.records.find(revision->text("previous"));
        if (!previous)
            return previous.error();
        revision = std::move(*previous);
    }
    const QList<bool> rests = restsOn(files, inspection.number("revision"));
    QStringList awaited;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (rests.at(i) && !files.at(i).received && !awaited.contains(hashes.at(i)))
            awaited.append(hashes.at(i));
    }
    return awaited;
}

/// The building's certificate that is in force; nothing when it has none.
Result<std::optional<StoredRecord>> inForce(RuleContext &context, const QString &building)
{
    auto certificates = context.records.children(building, Entity::Certificate);
    if (!certificates)
        return certificates.error();
    std::optional<StoredRecord> current;
    for (const StoredRecord &certificate : std::as_const(*certificates)) {
        if (isInForce(stageOf(certificate, programmeDay(context.now))))
            current = certificate;
    }
    return current;
}

/// Whether the visit behind a renewal was made before the one behind the certificate that it renews.
Result<bool> isOlder(RuleContext &context, const StoredRecord &inspection, const StoredRecord &certificate)
{
    auto behind = context.records.find(certificate.text("inspection"));
    if (!behind)
        return behind.error();
    return *behind && inspection.text("finished_at") < (*behind)->text("finished_at"); // one form, so they sort as text
}

/// A server whose key waits to be certified, or was ended while it runs: the decision waits, too.
protocol::ChangeResult notSigning(const RuleContext &context, const Draft &draft)
{
    protocol::ChangeResult later = settled(draft.change, Outcome::Retry, 0);
    later.code = protocol::code::kBusy;
    later.message = QStringLiteral("the root has not signed this server's key %1").arg(context.key.keyId());
    return later;
}

Objection issue(RuleContext &context, Draft &draft, CertificateAction action)
{
    const bool renewal = action == CertificateAction::Renew;
    const QString inspectionId = draft.after.text("inspection");
    auto inspection = context.records.find(inspectionId);
    if (!inspection)
        return inspection.error();
    if (!inspection->has_value())
        return objection(
            refuse(draft, protocol::code::kInvalid, "inspection", QStringLiteral("the inspection is missing")));
    auto building = context.records.find((*inspection)->text("building"));
    if (!building)
        return building.error();
    if (!building->has_value() || (*building)->deleted)
        return objection(
            refuse(draft, protocol::code::kInvalid, "inspection", QStringLiteral("its building was removed")));
    if (auto problem = notCertifiable(draft, **inspection, **building))
        return objection(*problem);
    if (auto objected = checkNotMerged(context, draft.change, (*building)->id(), "inspection");
        !objected || objected->has_value())
        return objected;
    auto certificates = context.records.children((*building)->id(), Entity::Certificate);
    if (!certificates)
        return certificates.error();
    for (const StoredRecord &certificate : std::as_const(*certificates)) {
        if (certificate.text("inspection") == inspectionId)
            return objection(refuse(draft, protocol::code::kExists, "inspection",
                                    QStringLiteral("this inspection has certificate %1").arg(certificate.ukey)));
    }
    auto current = inForce(context, (*building)->id());
    if (!current)
        return current.error();
    if (renewal && !*current)
        return objection(wrongState(draft, QStringLiteral("there is no certificate to renew")));
    if (!renewal && *current)
        return objection(refuse(draft, protocol::code::kExists, "inspection",
                                QStringLiteral("the building has certificate %1").arg((*current)->ukey)));
    const CertificateStage stage = renewal ? stageOf(**current, programmeDay(context.now)) : CertificateStage::None;
    const auto after = decideOn(stage, action, draft.after.text("reason"));
    if (!after)
        return objection(undecided(draft, after.error()));
    if (renewal) {
        auto older = isOlder(context, **inspection, **current);
        if (!older)
            return older.error();
        if (*older)
            return objection(refuse(draft, protocol::code::kInvalid, "inspection",
                                    QStringLiteral("the certificate rests on a later visit")));
    }

    auto awaited = awaitedFiles(context, **inspection);
    if (!awaited)
        return awaited.error();
    if (!awaited->isEmpty())
        return objection(held(draft.change, *awaited));

    auto signs = maySign(context.store, context.key, context.now);
    if (!signs)
        return signs.error();
    if (!*signs)
        return objection(notSigning(context, draft));
    // Its tier is the one that it was judged by, also where the policy has given the city another one since.
    const auto judged = scoreAsClaimed(context, **inspection);
    if (!judged)
        return judged.error();
    auto certificate =
        makeCertificate(context.database, context.reference, context.key,
                        {**building, **inspection, draft.after.text("officer"), draft.after.text("grade"),
                         static_cast<int>(draft.after.number("seats")), draft.after.text("reason"), context.now,
                         context.ids.next(), judged->has_value() ? std::optional((*judged)->tier) : std::nullopt});
    if (!certificate) {
        if (certificate.error().code == ErrorCode::InvalidValue)
            return objection(refuse(draft, protocol::code::kInvalid, "inspection", certificate.error().detail));
        return certificate.error();
    }
    context.records.stage(*certificate);
    note(context, draft.change, *certificate, renewal ? AuditAction::Renew : AuditAction::Issue);
    if (renewal) {
        StoredRecord old = **current;
        setStage(old, *after, QStringLiteral("renewed by %1").arg(certificate->ukey), context.now);
        context.records.stage(old);
        note(context, draft.change, old, AuditAction::Supersede);
    }
    return noObjection();
}

/// What the audit calls a decision on a certificate that there is.
AuditAction toldOf(CertificateAction action)
{
    switch (action) {
    case CertificateAction::Suspend:
        return AuditAction::Suspend;
    case CertificateAction::Reinstate:
        return AuditAction::Reinstate;
    case CertificateAction::Revoke:
        return AuditAction::Revoke;
    case CertificateAction::Appeal:
        return AuditAction::Appeal;
    case CertificateAction::AllowAppeal:
        return AuditAction::AllowAppeal;
    case CertificateAction::DismissAppeal:
        return AuditAction::DismissAppeal;
    case CertificateAction::IssueFull:
    case CertificateAction::IssueProvisional:
    case CertificateAction::Renew:
    case CertificateAction::Expire:
        break;
    }
    return AuditAction::Patch; // not reached: those are not decided here
}

/// Whether the appeal is against a decision of the officer who wants to decide it.
Result<bool> decidedAgainst(RuleContext &context, const StoredRecord &certificate, const Draft &draft)
{
    auto decisions = context.records.children(certificate.id(), Entity::Decision);
    if (!decisions)
        return decisions.error();
    const auto place = [](const StoredRecord &decision) { // what this batch brings has no place yet, and comes last
        return decision.seq == 0 ? std::numeric_limits<qint64>::max() : decision.seq;
    };
    std::stable_sort(decisions->begin(), decisions->end(),
                     [&](const auto &a, const auto &b) { return place(a) < place(b); });
    QList<DecisionMade> made;
    for (const StoredRecord &decision : std::as_const(*decisions)) {
        if (decision.id() != draft.after.id())
            made.append({decision.text("kind"), decision.text("officer")});
    }
    return markaz::decidedAgainst(draft.after.text("officer"), certificate.text("state_by"), made);
}

/// What stands in the way of an appeal, or of the decision about one.
Objection appealStandsAgainst(RuleContext &context, const Draft &draft, const StoredRecord &certificate,
                              CertificateAction action)
{
    const bool open = !certificate.text("appeal").isEmpty();
    if (action == CertificateAction::Appeal && open)
        return objection(
            refuse(draft, protocol::code::kExists, "certificate", QStringLiteral("an appeal is open already")));
    const CertificateTerms &terms = termsOf(action);
    if (terms.openAppeal && !open)
        return objection(wrongState(draft, QStringLiteral("no appeal is open")));
    if (!terms.other)
        return noObjection();
    auto own = decidedAgainst(context, certificate, draft);
    if (!own)
        return own.error();
    return *own ? objection(refuse(draft, protocol::code::kNotAllowed, "officer",
                                   QStringLiteral("the appeal is against this officer's own decision")))
                : noObjection();
}

/// A certificate that comes back into force must be its building's only one, and the building one of its own still.
Objection checkReturn(RuleContext &context, const Draft &draft, const StoredRecord &certificate)
{
    auto current = inForce(context, certificate.text("building"));
    if (!current)
        return current.error();
    if (*current && (*current)->id() != certificate.id())
        return objection(refuse(draft, protocol::code::kExists, "certificate",
                                QStringLiteral("the building has certificate %1").arg((*current)->ukey)));
    return checkNotMerged(context, draft.change, certificate.text("building"), "certificate");
}

/// "keys revoke" signs anew what is in force. A certificate that comes back into force afterwards, as an appeal against
/// its revocation is allowed, has a code that nobody believes: it gets another one, or the decision waits until this
/// server may sign.
Objection signReturned(RuleContext &context, const Draft &draft, StoredRecord &certificate)
{
    const auto set = signedKeys(context.store);
    const auto halves = issuerKeys(context.database);
    if (!set || !halves)
        return set ? halves.error() : set.error();
    const auto holds = verifyCertificate(certificate.text("payload"), set->value_or(IssuerKeys()));
    if (holds || holds.error().code != ErrorCode::NotTrusted)
        return noObjection();
    auto claims = verifyCertificate(certificate.text("payload"), *halves);
    if (!claims)
        return noObjection(); // not what this store made, and so it stays
    auto signs = maySign(context.store, context.key, context.now);
    if (!signs)
        return signs.error();
    if (!*signs)
        return objection(notSigning(context, draft));
    claims->claims.issuedAt = context.now.toUTC();
    auto payload = encodeCertificate(claims->claims, context.key);
    if (!payload)
        return payload.error();
    certificate.record.fields.insert(QStringLiteral("payload"), *payload);
    certificate.record.fields.insert(QStringLiteral("key_id"), context.key.keyId());
    note(context, draft.change, certificate, AuditAction::SignAnew);
    return noObjection();
}

Objection changeState(RuleContext &context, Draft &draft, CertificateAction action)
{
    auto found = context.records.find(draft.after.text("certificate"));
    if (!found)
        return found.error();
    if (!found->has_value())
        return objection(
            refuse(draft, protocol::code::kInvalid, "certificate", QStringLiteral("the certificate is missing")));
    if (!draft.after.text("inspection").isEmpty()) // it would belong to that, and not to its certificate
        return objection(refuse(draft, protocol::code::kInvalid, "inspection",
                                QStringLiteral("a decision about a certificate names no inspection")));
    StoredRecord certificate = **found;
    const QString reason = draft.after.text("reason");
    const CertificateStage stage = stageOf(certificate, programmeDay(context.now));
    const auto after = decideOn(stage, action, reason);
    if (!after)
        return objection(undecided(draft, after.error()));
    if (auto objected = appealStandsAgainst(context, draft, certificate, action); !objected || objected->has_value())
        return objected;
    if (isInForce(*after) && !isInForce(stage)) {
        if (auto objected = checkReturn(context, draft, certificate); !objected || objected->has_value())
            return objected;
        if (auto objected = signReturned(context, draft, certificate); !objected || objected->has_value())
            return objected;
    }
    if (action == CertificateAction::Appeal)
        setAppeal(certificate, draft.after.id());
    else if (*after == stage)
        setAppeal(certificate, {});
    else
        setStage(certificate, *after, reason, context.now, draft.after.text("officer"));
    context.records.stage(certificate);
    note(context, draft.change, certificate, toldOf(action));
    const auto follow = *after == CertificateStage::Revoked && stage != CertificateStage::Revoked   ? clawBack
                        : stage == CertificateStage::Revoked && *after != CertificateStage::Revoked ? liftClawBack
                                                                                                    : nullptr;
    if (follow != nullptr) {
        if (auto followed = follow(context, draft.change, certificate, draft.after.text("officer"), reason); !followed)
            return followed.error();
    }
    return noObjection();
}

} // namespace

Objection checkDecision(RuleContext &context, Draft &draft)
{
    if (!draft.fresh)
        return objection(wrongState(draft, QStringLiteral("a decision does not change")));
    const auto action = actionOfDecision(draft.after.text("kind"), draft.after.text("grade"));
    if (!action)
        return objection(rejected(draft.change, protocol::code::kInvalid, action.error().where, action.error().detail));
    if (termsOf(*action).inspection)
        return issue(context, draft, *action);
    return changeState(context, draft, *action);
}

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/rules/certificates.h"
#include "app/server/store/rules/changerules.h"
#include "core/domain/visitfiles.h"
#include "core/support/programmeday.h"

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

/// What stands in the way of a certificate for the decision's inspection.
std::optional<protocol::ChangeResult> notCertifiable(const Draft &draft, const StoredRecord &inspection)
{
    if (inspection.text("state") != QLatin1String("accepted"))
        return wrongState(draft, QStringLiteral("the inspection is not accepted"));
    const QJsonObject score = inspection.record.fields.value(QStringLiteral("score")).toObject();
    if (!score.value(QStringLiteral("complete")).toBool())
        return refuse(draft, protocol::code::kInvalid, "inspection", QStringLiteral("the inspection is not complete"));
    const QString verdict = score.value(QStringLiteral("verdict")).toString();
    if (verdict != QLatin1String("eligible") && verdict != QLatin1String("provisional"))
        return refuse(draft, protocol::code::kInvalid, "inspection", QStringLiteral("the verdict is refused"));
    const QString grade = draft.after.text("grade");
    if (grade.isEmpty())
        return refuse(draft, protocol::code::kInvalid, "grade", QStringLiteral("the grade is missing"));
    if (grade == QLatin1String("full") && verdict != QLatin1String("eligible"))
        return refuse(draft, protocol::code::kInvalid, "grade",
                      QStringLiteral("the verdict allows a provisional certificate only"));
    if (draft.after.number("seats") < 1)
        return refuse(draft, protocol::code::kInvalid, "seats", QStringLiteral("the number of seats is missing"));
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

Objection issue(RuleContext &context, Draft &draft, bool renewal)
{
    const QString inspectionId = draft.after.text("inspection");
    auto inspection = context.records.find(inspectionId);
    if (!inspection)
        return inspection.error();
    if (!inspection->has_value())
        return objection(
            refuse(draft, protocol::code::kInvalid, "inspection", QStringLiteral("the inspection is missing")));
    if (auto problem = notCertifiable(draft, **inspection))
        return objection(*problem);
    auto building = context.records.find((*inspection)->text("building"));
    if (!building)
        return building.error();
    if (!building->has_value() || (*building)->deleted)
        return objection(
            refuse(draft, protocol::code::kInvalid, "inspection", QStringLiteral("its building was removed")));
    if (auto objected = checkNotMerged(context, draft.change, (*building)->id(), "inspection");
        !objected || objected->has_value())
        return objected;
    auto certificates = context.records.children((*building)->id(), Entity::Certificate);
    if (!certificates)
        return certificates.error();
    std::optional<StoredRecord> current;
    for (const StoredRecord &certificate : std::as_const(*certificates)) {
        if (certificate.text("inspection") == inspectionId)
            return objection(refuse(draft, protocol::code::kExists, "inspection",
                                    QStringLiteral("this inspection has certificate %1").arg(certificate.ukey)));
        if (isInForce(certificate, programmeDay(context.now)))
            current = certificate;
    }
    if (current && !renewal)
        return objection(refuse(draft, protocol::code::kExists, "inspection",
                                QStringLiteral("the building has certificate %1").arg(current->ukey)));
    if (!current && renewal)
        return objection(wrongState(draft, QStringLiteral("there is no certificate to renew")));

    auto awaited = awaitedFiles(context, **inspection);
    if (!awaited)
        return awaited.error();
    if (!awaited->isEmpty())
        return objection(held(draft.change, *awaited));

    auto certificate =
        makeCertificate(context.database, context.reference, context.key,
                        {**building, **inspection, draft.after.text("officer"), draft.after.text("grade"),
                         static_cast<int>(draft.after.number("seats")), context.now, context.ids.next()});
    if (!certificate) {
        if (certificate.error().code == ErrorCode::InvalidValue)
            return objection(refuse(draft, protocol::code::kInvalid, "inspection", certificate.error().detail));
        return certificate.error();
    }
    context.records.stage(*certificate);
    note(context, draft.change, *certificate, renewal ? AuditAction::Renew : AuditAction::Issue);
    if (current) {
        StoredRecord old = *current;
        setCertificateState(old, QStringLiteral("superseded"), QStringLiteral("renewed by %1").arg(certificate->ukey),
                            context.now);
        context.records.stage(old);
        note(context, draft.change, old, AuditAction::Supersede);
    }
    return noObjection();
}

struct Step
{
    QStringList from;
    QString to;
    AuditAction told = AuditAction::Suspend;
};

Objection changeState(RuleContext &context, Draft &draft, const Step &step)
{
    auto found = context.records.find(draft.after.text("certificate"));
    if (!found)
        return found.error();
    if (!found->has_value())
        return objection(
            refuse(draft, protocol::code::kInvalid, "certificate", QStringLiteral("the certificate is missing")));
    if (draft.after.text("reason").trimmed().isEmpty())
        return objection(refuse(draft, protocol::code::kInvalid, "reason", QStringLiteral("a reason is missing")));
    StoredRecord certificate = **found;
    const QString state = certificate.text("state");
    if (!step.from.contains(state))
        return objection(wrongState(draft, QStringLiteral("the certificate is %1").arg(state)));
    if (!isInForce(certificate, programmeDay(context.now)))
        return objection(wrongState(draft, QStringLiteral("the certificate has expired")));
    setCertificateState(certificate, step.to, draft.after.text("reason"), context.now);
    context.records.stage(certificate);
    note(context, draft.change, certificate, step.told);
    return noObjection();
}

} // namespace

Objection checkDecision(RuleContext &context, Draft &draft)
{
    if (!draft.fresh)
        return objection(wrongState(draft, QStringLiteral("a decision does not change")));
    const QString kind = draft.after.text("kind");
    if (kind == QLatin1String("issue") || kind == QLatin1String("renew"))
        return issue(context, draft, kind == QLatin1String("renew"));
    const QString issued = QStringLiteral("issued");
    const QString suspended = QStringLiteral("suspended");
    static const QHash<QString, Step> steps{
        {QStringLiteral("suspend"), {{issued}, suspended, AuditAction::Suspend}},
        {QStringLiteral("reinstate"), {{suspended}, issued, AuditAction::Reinstate}},
        {QStringLiteral("revoke"), {{issued, suspended}, QStringLiteral("revoked"), AuditAction::Revoke}}};
    return changeState(context, draft, steps.value(kind));
}

} // namespace markaz::server

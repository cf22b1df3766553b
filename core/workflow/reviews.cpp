// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/reviews.h"

#include "core/storage/buildingrepository.h"
#include "core/storage/filerepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/inspectionsubject.h"

namespace markaz {
namespace {

Error wrongState(const QString &what, const QString &state)
{
    return makeError(ErrorCode::WrongState, QStringLiteral("the %1 is %2").arg(what, state), QStringLiteral("state"));
}

Error reasonMissing()
{
    return makeError(ErrorCode::Incomplete, QStringLiteral("a reason is needed"), QStringLiteral("reason"));
}

QJsonObject withoutBlanks(const QJsonObject &comments)
{
    QJsonObject kept;
    for (auto it = comments.begin(); it != comments.end(); ++it) {
        if (const QString words = it->toString().trimmed(); !words.isEmpty())
            kept.insert(it.key(), words);
    }
    return kept;
}

template <class T>
Result<T> commit(ChangeSet &changes, const Result<Record> &made)
{
    if (!made)
        return made.error();
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return T::from(made.value());
}

} // namespace

Result<Review> ReviewInspection::run(const Actor &actor, const QString &inspectionId, const QString &decision,
                                     const QString &reason, const QJsonObject &comments)
{
    const auto inspection = m_workspace.records.requireAs<Inspection>(inspectionId);
    if (!inspection)
        return inspection.error();
    auto subject = subjectOf(m_workspace, inspection->record());
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, Action::ReviewInspection, subject->authoredBy(actor.accountId)); !allowed)
        return allowed.error();
    if (inspection->state() != QLatin1String("submitted"))
        return wrongState(QStringLiteral("inspection"), inspection->state());

    static const QHash<QString, QString> states{{QStringLiteral("accept"), QStringLiteral("accepted")},
                                                {QStringLiteral("return"), QStringLiteral("returned")},
                                                {QStringLiteral("reject"), QStringLiteral("rejected")}};
    if (!states.contains(decision))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no such decision"), QStringLiteral("decision"));
    const QString words = reason.trimmed();
    const QJsonObject kept = withoutBlanks(comments);
    if (decision != QLatin1String("accept") && words.isEmpty() && kept.isEmpty())
        return reasonMissing();

    QJsonObject fields{{QStringLiteral("inspection"), inspectionId},
                       {QStringLiteral("reviewer"), actor.accountId},
                       {QStringLiteral("decision"), decision},
                       {QStringLiteral("made_at"), toIso(m_workspace.clock.now())}};
    if (!words.isEmpty())
        fields.insert(QStringLiteral("reason"), words);
    if (!kept.isEmpty())
        fields.insert(QStringLiteral("comments"), kept);
    markSample(fields, inspection->record());

    ChangeSet changes(m_workspace, actor);
    auto made = changes.create(Entity::Review, fields);
    if (!made)
        return made.error();
    QJsonObject shown = inspection->fields();
    shown.insert(QStringLiteral("state"), states.value(decision));
    if (!words.isEmpty())
        shown.insert(QStringLiteral("state_reason"), words.left(1000));
    if (auto foreseen = changes.foresee(inspection->record(), shown); !foreseen)
        return foreseen.error();
    return commit<Review>(changes, made);
}

Result<Decision> DecideCertificate::issue(const Actor &actor, const QString &inspectionId, const QString &grade,
                                          int seats, const QString &reason)
{
    const auto inspection = m_workspace.records.requireAs<Inspection>(inspectionId);
    if (!inspection)
        return inspection.error();
    auto subject = subjectOf(m_workspace, inspection->record());
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, Action::IssueCertificate, subject->authoredBy(actor.accountId)); !allowed)
        return allowed.error();
    if (inspection->state() != QLatin1String("accepted"))
        return wrongState(QStringLiteral("inspection"), inspection->state());
    const auto building = m_workspace.records.requireAs<Building>(inspection->buildingId());
    if (!building)
        return building.error();
    if (!building->fields().value(QStringLiteral("merged_into")).toString().isEmpty())
        return makeError(ErrorCode::WrongState, QStringLiteral("the building was merged into another one"),
                         QStringLiteral("merged"));
    const QJsonObject score = inspection->score();
    if (inspection->visitOutcome() != QLatin1String("done") || !score.value(QStringLiteral("complete")).toBool())
        return makeError(ErrorCode::WrongState, QStringLiteral("the inspection is not complete"),
                         QStringLiteral("score"));
    const auto verdict = parse<Verdict>(score.value(QStringLiteral("verdict")).toString());
    if (!verdict || *verdict == Verdict::Refused)
        return makeError(ErrorCode::WrongState, QStringLiteral("the verdict is refused"), QStringLiteral("verdict"));
    const auto files = FileRepository(m_workspace.database).countOfVisit(inspectionId);
    if (!files)
        return files.error();
    if (!files->complete())
        return makeError(ErrorCode::Incomplete,
                         QStringLiteral("%1 of %2 files are on the server").arg(files->received).arg(files->all),
                         QStringLiteral("evidence"));
    const bool provisional = grade == QLatin1String("provisional");
    if (!provisional && (grade != QLatin1String("full") || *verdict != Verdict::Eligible))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the verdict does not allow this grade"),
                         QStringLiteral("grade"));

    const CertificateRepository certificates(m_workspace.database);
    for (const auto &found : {certificates.ofInspection(inspectionId), certificates.issueDecisionOf(inspectionId)}) {
        if (!found)
            return found.error();
        if (found.value())
            return makeError(ErrorCode::Exists, QStringLiteral("it is decided already"), QStringLiteral("inspection"));
    }

    QJsonObject fields{{QStringLiteral("kind"), QStringLiteral("issue")},
                       {QStringLiteral("inspection"), inspectionId},
                       {QStringLiteral("officer"), actor.accountId},
                       {QStringLiteral("grade"), grade},
                       {QStringLiteral("seats"), seats},
                       {QStringLiteral("made_at"), toIso(m_workspace.clock.now())}};
    if (const QString words = reason.trimmed(); !words.isEmpty())
        fields.insert(QStringLiteral("reason"), words);
    markSample(fields, inspection->record());
    ChangeSet changes(m_workspace, actor);
    return commit<Decision>(changes, changes.create(Entity::Decision, fields));
}

Result<Decision> DecideCertificate::changeState(const Actor &actor, const QString &certificateId, const QString &kind,
                                                const QString &reason)
{
    struct Step
    {
        Action action;
        QStringList from; ///< states that it may be taken from
    };
    static const QHash<QString, Step> steps{
        {QStringLiteral("suspend"), {Action::SuspendCertificate, {QStringLiteral("issued")}}},
        {QStringLiteral("reinstate"), {Action::ReinstateCertificate, {QStringLiteral("suspended")}}},
        {QStringLiteral("revoke"),
         {Action::RevokeCertificate, {QStringLiteral("issued"), QStringLiteral("suspended")}}}};
    const auto step = steps.constFind(kind);
    if (step == steps.constEnd())
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no such decision"), QStringLiteral("kind"));
    const auto certificate = m_workspace.records.requireAs<Certificate>(certificateId);
    if (!certificate)
        return certificate.error();
    const auto province = BuildingRepository(m_workspace.database).provinceOf(certificate->buildingId());
    if (!province)
        return province.error();
    if (auto allowed = may(actor, step->action, Subject::in(*province).authoredBy(actor.accountId)); !allowed)
        return allowed.error();
    if (!step->from.contains(certificate->state()))
        return wrongState(QStringLiteral("certificate"), certificate->state());
    if (certificate->validUntil() < programmeDay(m_workspace.clock.now()))
        return wrongState(QStringLiteral("certificate"), QStringLiteral("expired"));
    const QString words = reason.trimmed();
    if (words.isEmpty())
        return reasonMissing();
    const auto waiting = CertificateRepository(m_workspace.database).waitingDecisionOn(certificateId);
    if (!waiting)
        return waiting.error();
    if (waiting.value())
        return makeError(ErrorCode::Exists, QStringLiteral("a decision waits for the server"),
                         QStringLiteral("certificate"));

    QJsonObject fields{{QStringLiteral("kind"), kind},
                       {QStringLiteral("certificate"), certificateId},
                       {QStringLiteral("officer"), actor.accountId},
                       {QStringLiteral("reason"), words},
                       {QStringLiteral("made_at"), toIso(m_workspace.clock.now())}};
    markSample(fields, certificate->record());
    ChangeSet changes(m_workspace, actor);
    return commit<Decision>(changes, changes.create(Entity::Decision, fields));
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/reviews.h"

#include "core/domain/reviewwords.h"
#include "core/domain/seatsfound.h"
#include "core/storage/buildingrepository.h"
#include "core/storage/filerepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/appeals.h"
#include "core/workflow/inspectionsubject.h"

#include <algorithm>

namespace markaz {
namespace {

Error wrongState(const QString &what, const QString &state)
{
    return makeError(ErrorCode::WrongState, QStringLiteral("the %1 is %2").arg(what, state), QStringLiteral("state"));
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

QString fieldOf(const Certificate &certificate, const char *name)
{
    return certificate.fields().value(QLatin1String(name)).toString();
}

/// What an appeal, or the decision about one, needs beside the state; \p against: decidedAgainst() of who decides.
Result<void> appealStands(const Certificate &certificate, CertificateAction action, bool against)
{
    const bool open = hasOpenAppeal(certificate);
    if (action == CertificateAction::Appeal && open)
        return makeError(ErrorCode::Exists, QStringLiteral("an appeal is open already"), QStringLiteral("appeal"));
    if (termsOf(action).openAppeal && !open)
        return makeError(ErrorCode::WrongState, QStringLiteral("no appeal is open"), QStringLiteral("appeal"));
    if (termsOf(action).other && against)
        return makeError(ErrorCode::NotAllowed, QStringLiteral("the appeal is against the actor's own decision"),
                         QStringLiteral("separation"));
    return {};
}

/// Whether the building has a certificate in force where one is to be renewed, and none where one is to be issued.
Result<void> fitsTheBuilding(Workspace &workspace, CertificateAction what, const Inspection &inspection,
                             const QString &reason)
{
    const auto current = certificateInForce(workspace, inspection.buildingId());
    if (!current)
        return current.error();
    if (what != CertificateAction::Renew) {
        if (*current)
            return makeError(ErrorCode::Exists,
                             QStringLiteral("the building has certificate %1").arg((*current)->number()),
                             QStringLiteral("certificate"));
        const auto decided = decideOn(CertificateStage::None, what, reason);
        return decided ? Result<void>() : Result<void>(decided.error());
    }
    const CertificateStage stage = *current ? stageOf(**current, workspace.clock.now()) : CertificateStage::None;
    if (auto decided = decideOn(stage, what, reason); !decided)
        return decided.error();
    const auto behind = workspace.records.requireAs<Inspection>((*current)->inspectionId());
    if (behind && inspection.finishedAt() < behind->finishedAt())
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the certificate rests on a later visit"),
                         QStringLiteral("inspection"));
    return {};
}

} // namespace

CertificateStage stageOf(const Certificate &certificate, const QDateTime &now)
{
    const auto state = parse<CertificateState>(certificate.state());
    return state ? stageAt(*state, certificate.validUntil(), programmeDay(now)) : CertificateStage::None;
}

Result<std::optional<Certificate>> certificateInForce(Workspace &workspace, const QString &buildingId)
{
    const auto found = CertificateRepository(workspace.database).currentOf(buildingId);
    if (!found)
        return found.error();
    if (!found->has_value())
        return std::optional<Certificate>();
    auto certificate = workspace.records.requireAs<Certificate>(**found);
    if (!certificate)
        return certificate.error();
    const bool own = certificate->buildingId() == buildingId; // not of a building that was merged into it
    return own && isInForce(stageOf(*certificate, workspace.clock.now())) ? std::optional<Certificate>(*certificate)
                                                                          : std::nullopt;
}

Result<std::optional<QString>> renewalVisit(Workspace &workspace, const Certificate &certificate)
{
    if (!certificateAfter(stageOf(certificate, workspace.clock.now()), CertificateAction::Renew))
        return std::optional<QString>();
    const auto visits = InspectionRepository(workspace.database).ofBuilding(certificate.buildingId());
    if (!visits)
        return visits.error();
    const CertificateRepository certificates(workspace.database);
    const auto behind = workspace.records.requireAs<Inspection>(certificate.inspectionId());
    std::optional<InspectionRow> newest;
    for (const InspectionRow &visit : *visits) {
        const auto verdict = parse<Verdict>(visit.verdict);
        const bool carries = visit.buildingId == certificate.buildingId() && visit.id != certificate.inspectionId() &&
                             visit.state == QLatin1String("accepted") && verdict && *verdict != Verdict::Refused;
        if (!carries || (newest && newest->finishedAt >= visit.finishedAt) ||
            (behind && toIso(visit.finishedAt) < behind->finishedAt()))
            continue;
        const auto has = certificates.ofInspection(visit.id);
        const auto asked = certificates.issueAsked(visit.id);
        if (!has || !asked)
            return has ? asked.error() : has.error();
        if (!has->has_value() && !*asked)
            newest = visit;
    }
    return newest ? std::optional<QString>(newest->id) : std::nullopt;
}

Result<std::optional<OwnPart>> ownPartIn(Workspace &workspace, const Inspection &inspection, const QString &accountId)
{
    if (inspection.inspectorId() == accountId)
        return std::optional(OwnPart{inspection});
    const auto visits = visitsBehind(workspace, inspection);
    if (!visits)
        return visits.error();
    bool revision = inspection.revision() > 1;
    for (const Inspection &visit : *visits) {
        if (visit.inspectorId() == accountId)
            return std::optional(OwnPart{visit, revision});
        revision = revision && visit.revision() > 1;
    }
    return std::optional<OwnPart>();
}

bool hasOpenAppeal(const Certificate &certificate)
{
    return !fieldOf(certificate, "appeal").isEmpty();
}

QList<CertificateAction> decisionsOn(const Actor &actor, const Certificate &certificate, bool against,
                                     const QDateTime &now)
{
    QList<CertificateAction> decisions;
    const CertificateStage stage = stageOf(certificate, now);
    for (const CertificateAction action : certificateActions()) {
        const CertificateTerms &terms = termsOf(action);
        if (terms.by == actor.role && !terms.inspection && certificateAfter(stage, action) &&
            appealStands(certificate, action, against))
            decisions.append(action);
    }
    return decisions;
}

Result<Review> ReviewInspection::run(const Actor &actor, const QString &inspectionId, const QString &decision,
                                     const QString &reason, const QJsonObject &comments)
{
    const auto inspection = m_workspace.records.requireAs<Inspection>(inspectionId);
    if (!inspection)
        return inspection.error();
    auto subject = judgedSubjectOf(m_workspace, *inspection);
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, Action::ReviewInspection, subject->authoredBy(actor.accountId)); !allowed)
        return allowed.error();
    if (inspection->state() != QLatin1String("submitted"))
        return wrongState(QStringLiteral("inspection"), inspection->state());

    static const QHash<QString, QString> states{{QStringLiteral("accept"), QStringLiteral("accepted")},
                                                {QStringLiteral("return"), QStringLiteral("returned")},
                                                {QStringLiteral("reject"), QStringLiteral("rejected")}};
    if (auto explained = checkReviewWords(decision, reason, comments); !explained)
        return explained.error();
    const QString words = reason.trimmed();
    const QJsonObject kept = withoutBlanks(comments);

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
    const auto action = issueAction(grade);
    return certify(actor, action ? *action : CertificateAction::IssueFull, inspectionId, grade, seats, reason);
}

Result<Decision> DecideCertificate::renew(const Actor &actor, const QString &inspectionId, const QString &grade,
                                          int seats, const QString &reason)
{
    return certify(actor, CertificateAction::Renew, inspectionId, grade, seats, reason);
}

Result<Decision> DecideCertificate::certify(const Actor &actor, CertificateAction what, const QString &inspectionId,
                                            const QString &grade, int seats, const QString &reason)
{
    const auto inspection = m_workspace.records.requireAs<Inspection>(inspectionId);
    if (!inspection)
        return inspection.error();
    auto subject = judgedSubjectOf(m_workspace, *inspection);
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, actionFor(what), subject->authoredBy(actor.accountId)); !allowed)
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
    const auto issued = issueAction(grade);
    if (!issued || !verdictAllows(*verdict, *issued))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the verdict does not allow this grade"),
                         QStringLiteral("grade"));
    if (auto seated = checkSeats(seats, building->fields(), inspection->fields()); !seated)
        return seated.error();

    const CertificateRepository certificates(m_workspace.database);
    for (const auto &found : {certificates.ofInspection(inspectionId), certificates.issueDecisionOf(inspectionId)}) {
        if (!found)
            return found.error();
        if (found.value())
            return makeError(ErrorCode::Exists, QStringLiteral("it is decided already"), QStringLiteral("inspection"));
    }
    if (auto fits = fitsTheBuilding(m_workspace, what, *inspection, reason); !fits)
        return fits.error();

    QJsonObject fields{{QStringLiteral("kind"), decisionKind(what)},
                       {QStringLiteral("inspection"), inspectionId},
                       {QStringLiteral("officer"), actor.accountId},
                       {QStringLiteral("grade"), grade},
                       {QStringLiteral("seats"), seats},
                       {QStringLiteral("reason"), reason.trimmed()},
                       {QStringLiteral("made_at"), toIso(m_workspace.clock.now())}};
    markSample(fields, inspection->record());
    ChangeSet changes(m_workspace, actor);
    return commit<Decision>(changes, changes.create(Entity::Decision, fields));
}

Result<Decision> DecideCertificate::changeState(const Actor &actor, const QString &certificateId, const QString &kind,
                                                const QString &reason)
{
    const auto action = actionOfDecision(kind);
    if (!action || termsOf(*action).inspection)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no such decision"), QStringLiteral("kind"));
    const auto certificate = m_workspace.records.requireAs<Certificate>(certificateId);
    if (!certificate)
        return certificate.error();
    const auto province = BuildingRepository(m_workspace.database).provinceOf(certificate->buildingId());
    if (!province)
        return province.error();
    if (auto allowed = may(actor, actionFor(*action), Subject::in(*province).authoredBy(actor.accountId)); !allowed)
        return allowed.error();
    const QString words = reason.trimmed();
    if (auto decided = decideOn(stageOf(*certificate, m_workspace.clock.now()), *action, words); !decided)
        return decided.error();
    const auto against =
        termsOf(*action).other ? decidedAgainst(m_workspace, *certificate, actor.accountId) : Result<bool>(false);
    if (!against)
        return against.error();
    if (auto stands = appealStands(*certificate, *action, *against); !stands)
        return stands.error();
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

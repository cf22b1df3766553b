// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/evidence.h"
#include "core/standard/draftanswer.h"
#include "core/support/programmeday.h"
#include "core/workflow/askedevidence.h"
#include "core/workflow/evidence.h"
#include "core/workflow/findings.h"
#include "core/workflow/inspectionsubject.h"
#include "core/workflow/policies.h"
#include "core/workflow/visitreport.h"

namespace markaz {
namespace {

const QString kDone = QStringLiteral("done");
const QString kIncomplete = QStringLiteral("incomplete");

/// Why an answer that is there cannot stay; nothing when it can.
std::optional<QString> faultOf(const Item &item, const QJsonValue &json)
{
    const auto answer = Answer::fromJson(json);
    if (!answer)
        return QStringLiteral("invalid");
    if (answer->state() != Answer::State::Answered && answer->reason().trimmed().isEmpty())
        return QStringLiteral("reason_missing");
    if (!item.checkAnswer(*answer))
        return checkDraftAnswer(item, *answer) ? kIncomplete : QStringLiteral("invalid");
    return std::nullopt;
}

QList<Problem> problemsIn(const Standard &standard, const QJsonObject &answers, const ScoreResult &result,
                          const QHash<QString, AskedEvidence> &lacking)
{
    QList<Problem> problems;
    for (const Item &item : standard.items()) {
        const auto add = [&](Problem::Severity severity, const QString &kind) {
            problems.append({severity, item.section, item.code, kind});
        };
        // A hidden item's answer is kept and sent, so it must be one that the server takes; rows that nobody asks for
        // any more need not be whole.
        const bool hidden = result.items.value(item.code).status == ItemScore::Status::Hidden;
        if (const QJsonValue json = answers.value(item.code); !json.isUndefined()) {
            if (const auto fault = faultOf(item, json); fault && !(hidden && *fault == kIncomplete)) {
                add(Problem::Severity::MustSolve, *fault);
                continue;
            }
        }
        if (const AskedEvidence files = lacking.value(item.code); files != AskedEvidence()) {
            if (files.photos > 0) {
                add(Problem::Severity::Check, QStringLiteral("photo_missing"));
                problems.last().photos = files.photos;
            }
            if (files.document)
                add(Problem::Severity::Check, QStringLiteral("document_missing"));
        }
        if (result.notInspected.contains(item.code)) {
            add(Problem::Severity::Check, QStringLiteral("not_inspected"));
        } else if (result.missing.contains(item.code)) {
            // Nobody answers a calculated item. What it is made of may rightly be not inspected, and is in this list
            // itself.
            if (item.type == ItemType::Calculated)
                add(Problem::Severity::Check, QStringLiteral("not_computed"));
            else
                add(Problem::Severity::MustSolve, QStringLiteral("missing"));
        }
    }
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        if (standard.item(it.key()) == nullptr)
            problems.append({Problem::Severity::MustSolve, {}, it.key(), QStringLiteral("invalid")});
    }
    return problems;
}

/// Only the answers that are in order; the others are in the list of problems.
QHash<QString, Answer> soundAnswers(const Standard &standard, const QJsonObject &answers)
{
    QHash<QString, Answer> sound;
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        const Item *item = standard.item(it.key());
        if (item != nullptr && !faultOf(*item, it.value()))
            sound.insert(it.key(), Answer::fromJson(it.value()).value());
    }
    return sound;
}

/// What was submitted is shown as it was scored. 2026-12-01: a later version of the policy may give its city another
/// tier, or the programme another figure; where the terms of today do not give its score, those of the versions that
/// are here do. An inspection whose building was corrected since fits none, and keeps the terms of today.
Result<void> scoreAsSubmitted(const Workspace &workspace, const StandardCatalogue &standards,
                              InspectionContext &context)
{
    const QJsonObject claimed = context.inspection.score();
    const Standard *standard = standards.find(context.inspection.standardHash());
    if (context.inspection.isDraft() || claimed.isEmpty() || standard == nullptr)
        return {};
    const QHash<QString, Answer> answers = soundAnswers(*standard, context.inspection.answers());
    const auto gives = [&](const ScoringContext &terms) {
        return score(*standard, answers, terms).summary() == claimed;
    };
    if (gives(context.scoring))
        return {};
    const auto versions = policyVersions(workspace);
    if (!versions)
        return versions.error();
    QList<QJsonObject> tried;
    for (const PolicyVersion &version : *versions) {
        ScoringContext terms = context.scoring;
        terms.programme = version.body.figures.programmeFacts();
        if (tried.contains(terms.programme))
            continue;
        tried.append(terms.programme);
        for (terms.tier = 1; terms.tier <= 3; ++terms.tier) {
            if (gives(terms)) {
                context.scoring = terms;
                return {};
            }
        }
    }
    return {};
}

} // namespace

Result<const Standard *> standardOf(const StandardCatalogue &standards, const Inspection &inspection)
{
    if (const Standard *known = standards.find(inspection.standardHash()); known != nullptr)
        return known;
    return makeError(ErrorCode::WrongState,
                     QStringLiteral("version %1 of the standard is not known here").arg(inspection.standardVersion()),
                     QStringLiteral("standard_hash"));
}

Result<InspectionContext> SubmitInspection::context(const QString &inspectionId) const
{
    auto inspection = m_workspace.records.requireAs<Inspection>(inspectionId);
    if (!inspection)
        return inspection.error();
    auto building = m_workspace.records.requireAs<Building>(inspection->buildingId());
    if (!building)
        return building.error();
    const City *city = m_gazetteer.city(building->cityId());
    ScoringContext scoring{city == nullptr ? 3 : city->tier, visitDay(inspection->fields()), building->fields(),
                           m_programme};
    InspectionContext found{std::move(inspection).value(), std::move(building).value(), std::move(scoring)};
    if (auto settled = scoreAsSubmitted(m_workspace, m_standards, found); !settled)
        return settled.error();
    return found;
}

Result<ScoreResult> SubmitInspection::scoreOf(const QString &inspectionId) const
{
    const auto found = context(inspectionId);
    if (!found)
        return found.error();
    const auto standard = standardOf(m_standards, found->inspection);
    if (!standard)
        return standard.error();
    return score(**standard, soundAnswers(**standard, found->inspection.answers()), found->scoring);
}

Result<QList<Problem>> SubmitInspection::problems(const QString &inspectionId) const
{
    const auto result = scoreOf(inspectionId);
    if (!result)
        return result.error();
    const auto inspection = m_workspace.records.requireAs<Inspection>(inspectionId);
    if (!inspection)
        return inspection.error();
    const auto standard = standardOf(m_standards, *inspection);
    if (!standard)
        return standard.error();
    const auto lacking = missingEvidence(m_workspace, **standard, *inspection, *result);
    if (!lacking)
        return lacking.error();
    QList<Problem> problems = problemsIn(**standard, inspection->answers(), *result, *lacking);
    if (!inspection->isDraft())
        return problems;
    for (const QString &signer : evidence::signers()) {
        const auto signature = EvidenceList(m_workspace).signatureOf(inspectionId, signer);
        if (!signature)
            return signature.error();
        if (!signature->has_value())
            problems.append({Problem::Severity::Check, {}, {}, QStringLiteral("unsigned_%1").arg(signer)});
    }
    return problems;
}

Result<Inspection> SubmitInspection::run(const Actor &actor, const QString &inspectionId, const QString &visitOutcome,
                                         const VisitReport &report, const QStringList &mended)
{
    const auto inspection = draftFor(m_workspace, actor, Action::SubmitInspection, inspectionId);
    if (!inspection)
        return inspection.error();
    if (visitOutcome.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("the visit's outcome is missing"),
                         QStringLiteral("visit_outcome"));

    QJsonObject after = inspection->fields();
    after.remove(QStringLiteral("score"));
    if (visitOutcome == kDone) {
        const auto result = scoreOf(inspectionId);
        if (!result)
            return result.error();
        const auto standard = standardOf(m_standards, *inspection);
        if (!standard)
            return standard.error();
        for (const Problem &problem : problemsIn(**standard, inspection->answers(), *result, {})) {
            if (problem.severity == Problem::Severity::MustSolve)
                return makeError(ErrorCode::Incomplete, problem.kind, problem.item);
        }
        after.insert(QStringLiteral("score"), result->summary());
        setVisitReport(after, {}); // it was made after all
    } else {
        if (report.note.trimmed().isEmpty())
            return makeError(ErrorCode::Incomplete, QStringLiteral("what was found is missing"),
                             QStringLiteral("visit_note"));
        if (report.nextVisit.isValid() && report.nextVisit < programmeDay(m_workspace.clock.now()))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("lies in the past"), QStringLiteral("next_visit"));
        setVisitReport(after, report);
    }
    after.insert(QStringLiteral("state"), QStringLiteral("submitted"));
    after.insert(QStringLiteral("visit_outcome"), visitOutcome);
    after.insert(QStringLiteral("finished_at"), toIso(m_workspace.clock.now()));

    ChangeSet changes(m_workspace, actor);
    auto submitted = changes.update(inspection->record(), after, ChangeKind::Submit);
    if (!submitted)
        return submitted.error();
    auto handedIn = Inspection::from(std::move(submitted).value());
    if (!handedIn)
        return handedIn;
    for (const QString &id : mended) {
        const auto finding = m_workspace.records.requireAs<Finding>(id);
        if (!finding)
            return finding.error();
        const auto verified =
            MoveFinding(m_workspace, *this).stage(changes, actor, *finding, FindingStep::Verify, {}, *handedIn);
        if (!verified)
            return verified.error();
    }
    if (!inspection->assignmentId().isEmpty()) {
        const auto assignment = m_workspace.records.find(Entity::Assignment, inspection->assignmentId());
        if (!assignment)
            return assignment.error();
        if (assignment.value() && assignment.value()->fields.value(QStringLiteral("state")) == QLatin1String("open")) {
            // 2026-11-24: foreseen, not owed: an inspector may not change an assignment; the server closes it when it
            // takes the submission.
            QJsonObject closed = assignment.value()->fields;
            closed.insert(QStringLiteral("state"), kDone);
            if (auto shown = changes.foresee(*assignment.value(), closed); !shown)
                return shown.error();
        }
    }
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return handedIn;
}

} // namespace markaz

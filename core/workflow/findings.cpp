// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/findings.h"

#include "core/storage/buildingrepository.h"
#include "core/storage/findingrepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/inspectionsubject.h"

namespace markaz {
namespace {

Error wrongState(const QString &what, const QString &state)
{
    return makeError(ErrorCode::WrongState, QStringLiteral("the %1 is %2").arg(what, state), QStringLiteral("state"));
}

Result<void> checkEntry(const FindingEntry &entry)
{
    if (entry.description.trimmed().isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("what was found is missing"),
                         QStringLiteral("description"));
    if (!entry.due.isValid())
        return makeError(ErrorCode::Incomplete, QStringLiteral("the day is missing"), QStringLiteral("due"));
    return {};
}

void enter(QJsonObject &fields, const FindingEntry &entry)
{
    fields.insert(QStringLiteral("severity"), token(entry.severity));
    fields.insert(QStringLiteral("description"), entry.description.trimmed());
    fields.insert(QStringLiteral("due"), entry.due.toString(Qt::ISODate));
    const QString responsible = entry.responsible.trimmed();
    setValueAt(fields, QStringLiteral("responsible"),
               responsible.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(responsible));
}

template <class T>
Result<T> committed(ChangeSet &changes, const Result<Record> &made)
{
    if (!made)
        return made.error();
    if (auto done = changes.commit(); !done)
        return done.error();
    return T::from(made.value());
}

} // namespace

FindingEntry RaiseFinding::proposal(const Item &item, bool partial) const
{
    FindingEntry entry;
    entry.severity = findingproposal::severity(item.critical, partial);
    entry.due = findingproposal::due(entry.severity, programmeDay(m_workspace.clock.now()));
    return entry;
}

Result<Finding> RaiseFinding::run(const Actor &actor, const QString &inspectionId, const QString &itemCode,
                                  const FindingEntry &entry)
{
    const auto inspection = m_workspace.records.requireAs<Inspection>(inspectionId);
    if (!inspection)
        return inspection.error();
    const auto subject = subjectOf(m_workspace, inspection->record());
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, Action::RaiseFinding, subject->authoredBy(actor.accountId)); !allowed)
        return allowed.error();
    if (!inspection->isDraft())
        return wrongState(QStringLiteral("inspection"), inspection->state());
    const auto standard = standardOf(m_standards, *inspection);
    if (!standard)
        return standard.error();
    if ((*standard)->item(itemCode) == nullptr)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the standard has no such item"), itemCode);
    if (auto checked = checkEntry(entry); !checked)
        return checked.error();
    if (entry.due < programmeDay(m_workspace.clock.now()))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the day has passed"), QStringLiteral("due"));
    const FindingRepository findings(m_workspace.database);
    const auto there = findings.ofItem(inspection->buildingId(), itemCode, inspectionId);
    if (!there)
        return there.error();
    const auto rows = findings.rows(*there);
    if (!rows)
        return rows.error();
    for (const FindingRow &row : *rows) {
        if (row.inspectionId == inspectionId && isUnsettled(row.state))
            return makeError(ErrorCode::Exists, QStringLiteral("the item has a finding already"),
                             QStringLiteral("finding"));
    }
    QJsonObject fields{
        {QStringLiteral("inspection"), inspectionId}, {QStringLiteral("building"), inspection->buildingId()},
        {QStringLiteral("item"), itemCode},           {QStringLiteral("state"), token(FindingState::Open)},
        {QStringLiteral("author"), actor.accountId},  {QStringLiteral("made_at"), toIso(m_workspace.clock.now())}};
    enter(fields, entry);
    markSample(fields, inspection->record());
    ChangeSet changes(m_workspace, actor);
    return committed<Finding>(changes, changes.create(Entity::Finding, fields));
}

Result<void> RaiseFinding::remove(const Actor &actor, const QString &findingId)
{
    const auto finding = m_workspace.records.requireAs<Finding>(findingId);
    if (!finding)
        return finding.error();
    if (auto allowed = mayTakeBack(m_workspace, actor, *finding); !allowed)
        return allowed;
    ChangeSet changes(m_workspace, actor);
    changes.remove(finding->record());
    return changes.commit();
}

Result<void> mayTakeBack(const Workspace &workspace, const Actor &actor, const Finding &finding)
{
    const auto subject = subjectIn(workspace, finding.buildingId(), finding.inspectionId());
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, Action::RemoveFinding, *subject); !allowed)
        return allowed;
    const auto visit = workspace.records.requireAs<Inspection>(finding.inspectionId());
    if (!visit)
        return visit.error();
    if (!visit->isDraft())
        return wrongState(QStringLiteral("inspection"), visit->state());
    if (finding.state() != FindingState::Open)
        return wrongState(QStringLiteral("finding"), token(finding.state()));
    return {};
}

Result<void> EditFinding::allowed(const Actor &actor, const Finding &finding) const
{
    const auto subject = subjectIn(m_workspace, finding.buildingId(), finding.inspectionId());
    if (!subject)
        return subject.error();
    if (auto granted = may(actor, Action::EditFinding, *subject); !granted)
        return granted;
    if (!isUnsettled(finding.state()))
        return wrongState(QStringLiteral("finding"), token(finding.state()));
    if (actor.role == Role::Officer)
        return {};
    const auto visit = m_workspace.records.requireAs<Inspection>(finding.inspectionId());
    if (!visit)
        return visit.error();
    return visit->isDraft() ? Result<void>() : wrongState(QStringLiteral("inspection"), visit->state());
}

Result<Finding> EditFinding::run(const Actor &actor, const QString &findingId, const FindingEntry &entry,
                                 const std::optional<FindingEntry> &seen)
{
    const auto finding = m_workspace.records.requireAs<Finding>(findingId);
    if (!finding)
        return finding.error();
    if (auto granted = allowed(actor, *finding); !granted)
        return granted.error();
    if (auto checked = checkEntry(entry); !checked)
        return checked.error();
    Record before = finding->record();
    if (seen)
        enter(before.fields, *seen);
    const QString words = before.fields.value(QStringLiteral("description")).toString();
    if (actor.role == Role::Officer && entry.description.trimmed() != words)
        return makeError(ErrorCode::NotAllowed, QStringLiteral("what was found is the inspector's to say"),
                         QStringLiteral("description"));
    QJsonObject fields = before.fields;
    enter(fields, entry);
    ChangeSet changes(m_workspace, actor);
    if (auto edited = committed<Finding>(changes, changes.update(before, fields)); !edited)
        return edited;
    return m_workspace.records.requireAs<Finding>(findingId); // with what was not changed as it stands
}

Result<bool> MoveFinding::meets(const Inspection &visit, const Finding &finding) const
{
    if (!looksAt(visit.fields(), finding.fields()))
        return false;
    const auto result = m_scores.scoreOf(visit.id());
    if (!result && result.error().code == ErrorCode::WrongState) // of a version that is not known here
        return false;
    if (!result)
        return result.error();
    return result->items.value(finding.item()).status == ItemScore::Status::Met;
}

Result<std::optional<QString>> MoveFinding::visitThatMeets(const Actor &actor, const Finding &finding) const
{
    const InspectionRepository inspections(m_workspace.database);
    const auto whole = BuildingRepository(m_workspace.database).wholeOf(finding.buildingId());
    if (!whole)
        return whole.error();
    auto visits = inspections.handedIn(*whole, actor.accountId);
    if (visits && *whole != finding.buildingId()) { // it was merged since: visits of the other one come first
        const auto before = inspections.handedIn(finding.buildingId(), actor.accountId);
        if (!before)
            return before.error();
        visits->append(*before);
    }
    if (!visits)
        return visits.error();
    for (const QString &id : *visits) {
        const auto visit = m_workspace.records.requireAs<Inspection>(id);
        if (!visit)
            return visit.error();
        if (visit->kind() != QLatin1String("follow_up"))
            continue;
        const auto met = meets(*visit, finding);
        if (!met)
            return met.error();
        if (*met)
            return std::optional<QString>(id);
    }
    return std::optional<QString>();
}

Result<QList<Finding>> MoveFinding::metBy(const QString &visitId) const
{
    const auto visit = m_workspace.records.requireAs<Inspection>(visitId);
    if (!visit)
        return visit.error();
    QList<Finding> met;
    if (visit->kind() != QLatin1String("follow_up"))
        return met;
    const auto ids = FindingRepository(m_workspace.database).unsettledOf(visit->buildingId());
    if (!ids)
        return ids.error();
    for (const QString &id : *ids) {
        auto finding = m_workspace.records.requireAs<Finding>(id);
        if (!finding)
            return finding.error();
        const auto here = meets(*visit, *finding);
        if (!here)
            return here.error();
        if (*here && finding->inspectionId() != visitId)
            met.append(std::move(finding).value());
    }
    return met;
}

Result<Subject> MoveFinding::subjectOf(const Actor &actor, const Finding &finding, FindingStep step,
                                       const QString &visitId) const
{
    const bool byVisit = isByVisit(actor, step);
    auto subject = subjectIn(m_workspace, finding.buildingId(), byVisit ? visitId : finding.inspectionId());
    // A visit that this laptop has not is the finding's author's all the same: nobody else raises one in it.
    if (subject && !byVisit && subject->inspectorId.isEmpty())
        subject->inspectorId = finding.authorId();
    return subject;
}

Result<QList<FindingStep>> MoveFinding::possible(const Actor &actor, const Finding &finding) const
{
    QList<FindingStep> steps;
    for (FindingStep step : allValues<FindingStep>()) {
        const bool both = step == FindingStep::Verify && finding.state() == FindingState::Open;
        if (!both && !findingAfter(finding.state(), step))
            continue;
        QString visit;
        if (isByVisit(actor, step)) {
            const auto meeting = visitThatMeets(actor, finding);
            if (!meeting)
                return meeting.error();
            visit = meeting->value_or(QString());
        }
        if (both && visit.isEmpty()) // an officer takes one step after the other
            continue;
        const auto subject = subjectOf(actor, finding, step, visit);
        if (!subject)
            return subject.error();
        if (may(actor, actionFor(step), *subject))
            steps.append(step);
    }
    return steps;
}

Result<Finding> MoveFinding::run(const Actor &actor, const QString &findingId, FindingStep step, const QString &reason,
                                 const QString &visitId)
{
    const auto finding = m_workspace.records.requireAs<Finding>(findingId);
    if (!finding)
        return finding.error();
    QString visit = visitId;
    if (isByVisit(actor, step) && visit.isEmpty()) {
        const auto meeting = visitThatMeets(actor, *finding);
        if (!meeting)
            return meeting.error();
        visit = meeting->value_or(QString());
    }
    std::optional<Inspection> seenBy;
    if (step == FindingStep::Verify && !visit.isEmpty()) {
        auto record = m_workspace.records.requireAs<Inspection>(visit);
        if (!record)
            return record.error();
        seenBy = std::move(record).value();
    }
    ChangeSet changes(m_workspace, actor);
    return committed<Finding>(changes, stage(changes, actor, *finding, step, reason.trimmed(), seenBy));
}

Result<Record> MoveFinding::stage(ChangeSet &changes, const Actor &actor, const Finding &finding, FindingStep step,
                                  const QString &reason, const std::optional<Inspection> &visit) const
{
    const auto subject = subjectOf(actor, finding, step, visit ? visit->id() : QString());
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, actionFor(step), *subject); !allowed)
        return allowed.error();
    if (visit) {
        const bool handedIn =
            visit->state() == QLatin1String("submitted") || visit->state() == QLatin1String("accepted");
        const BuildingRepository buildings(m_workspace.database);
        const auto seen = buildings.wholeOf(visit->buildingId());
        const auto asked = buildings.wholeOf(finding.buildingId());
        if (!seen || !asked)
            return seen ? asked.error() : seen.error();
        if (!handedIn || visit->kind() != QLatin1String("follow_up") || *seen != *asked)
            return wrongState(QStringLiteral("visit"), visit->state());
        const auto met = meets(*visit, finding);
        if (!met)
            return met.error();
        if (!*met)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("the item is not met in that visit"),
                             QStringLiteral("follow_up"));
    }
    if (needsReason(step) && reason.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("a reason is needed"), QStringLiteral("state_reason"));

    Record record = finding.record();
    FindingState state = finding.state();
    QList<FindingStep> steps{step};
    if (step == FindingStep::Verify && state == FindingState::Open && visit)
        steps.prepend(FindingStep::Fix); // the visit has seen both
    for (const FindingStep next : std::as_const(steps)) {
        const auto to = findingAfter(state, next);
        if (!to)
            return wrongState(QStringLiteral("finding"), token(state));
        QJsonObject fields = record.fields;
        fields.insert(QStringLiteral("state"), token(*to));
        const auto set = [&fields](const char *name, const QString &value) {
            setValueAt(fields, QLatin1String(name), value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value));
        };
        set("state_reason", reason);
        set("follow_up", next == FindingStep::Verify && visit ? visit->id() : QString());
        auto moved = changes.update(record, fields);
        if (!moved)
            return moved.error();
        record = std::move(moved).value();
        state = *to;
    }
    return record;
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/inspectionsubject.h"

#include "core/storage/buildingrepository.h"

#include <QSet>

namespace markaz {

Result<Subject> subjectOf(const Workspace &workspace, const Record &inspection)
{
    const auto field = [&inspection](const char *name) {
        return inspection.fields.value(QLatin1String(name)).toString();
    };
    const auto province = BuildingRepository(workspace.database).provinceOf(field("building"));
    if (!province)
        return province.error();
    Subject subject = Subject::in(*province).inspectedBy(field("inspector"));
    if (const QString assignmentId = field("assignment"); !assignmentId.isEmpty()) {
        const auto assignment = workspace.records.find(Entity::Assignment, assignmentId);
        if (!assignment)
            return assignment.error();
        // An assignment that has left this laptop cannot be asked; the server asks it.
        if (assignment.value())
            subject.assigneeId = assignment.value()->fields.value(QStringLiteral("inspector")).toString();
    }
    return subject;
}

Result<QList<Inspection>> visitsBehind(const Workspace &workspace, const Inspection &inspection)
{
    QList<Inspection> visits;
    QSet<QString> met{inspection.id()}; // a record that names itself ends the way
    QString next = inspection.previousId();
    while (!next.isEmpty() && !met.contains(next)) {
        met.insert(next);
        auto record = workspace.records.find(Entity::Inspection, next);
        if (!record)
            return record.error();
        if (!record->has_value())
            break;
        auto visit = Inspection::from(std::move(**record));
        if (!visit)
            return visit.error();
        next = visit->previousId();
        visits.append(std::move(visit).value());
    }
    return visits;
}

Result<Subject> judgedSubjectOf(const Workspace &workspace, const Inspection &inspection)
{
    const auto subject = subjectOf(workspace, inspection.record());
    if (!subject)
        return subject.error();
    const auto visits = visitsBehind(workspace, inspection);
    if (!visits)
        return visits.error();
    QStringList inspectors;
    for (const Inspection &visit : *visits)
        inspectors.append(visit.inspectorId());
    return subject->inspectedBefore(inspectors);
}

bool isByVisit(const Actor &actor, FindingStep step)
{
    return step == FindingStep::Verify && actor.role == Role::Inspector;
}

Result<Subject> subjectIn(const Workspace &workspace, const QString &buildingId, const QString &visitId)
{
    const auto province = BuildingRepository(workspace.database).provinceOf(buildingId);
    if (!province)
        return province.error();
    const Subject subject = Subject::in(*province);
    if (visitId.isEmpty())
        return subject;
    const auto visit = workspace.records.find(Entity::Inspection, visitId);
    if (!visit)
        return visit.error();
    return *visit ? subject.inspectedBy((*visit)->fields.value(QStringLiteral("inspector")).toString()) : subject;
}

void markSample(QJsonObject &fields, const Record &parent)
{
    if (parent.fields.value(QStringLiteral("sample")).toBool())
        fields.insert(QStringLiteral("sample"), true);
}

Result<Inspection> draftFor(const Workspace &workspace, const Actor &actor, Action action, const QString &id)
{
    auto inspection = workspace.records.requireAs<Inspection>(id);
    if (!inspection)
        return inspection.error();
    const auto subject = subjectOf(workspace, inspection->record());
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, action, *subject); !allowed)
        return allowed.error();
    if (!inspection->isDraft())
        return makeError(ErrorCode::WrongState, QStringLiteral("the inspection is %1").arg(inspection->state()),
                         QStringLiteral("state"));
    return inspection;
}

} // namespace markaz

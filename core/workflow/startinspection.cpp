// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/inspectionrepository.h"
#include "core/workflow/inspections.h"
#include "core/workflow/inspectionsubject.h"

namespace markaz {
namespace {

Result<Inspection> created(ChangeSet &changes, const QJsonObject &fields)
{
    auto made = changes.create(Entity::Inspection, fields);
    if (!made)
        return made.error();
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return Inspection::from(std::move(made).value());
}

} // namespace

Result<Inspection> StartInspection::run(const Actor &actor, const QString &buildingId, const QString &kind,
                                        const QString &assignmentId, const QJsonObject &from)
{
    const auto building = m_workspace.records.require(Entity::Building, buildingId);
    if (!building)
        return building.error();
    const Standard &standard = m_standards.newest();
    QJsonObject fields{{QStringLiteral("building"), buildingId},
                       {QStringLiteral("inspector"), actor.accountId},
                       {QStringLiteral("kind"), kind},
                       {QStringLiteral("standard"), standard.id()},
                       {QStringLiteral("standard_version"), standard.version()},
                       {QStringLiteral("standard_hash"), standard.hash()},
                       {QStringLiteral("revision"), 1},
                       {QStringLiteral("started_at"), toIso(m_workspace.clock.now())},
                       {QStringLiteral("state"), QStringLiteral("draft")}};
    if (!assignmentId.isEmpty())
        fields.insert(QStringLiteral("assignment"), assignmentId);
    for (auto it = from.begin(); it != from.end(); ++it)
        fields.insert(it.key(), it.value());
    markSample(fields, *building);

    const auto subject = subjectOf(m_workspace, Record{Entity::Inspection, {}, 0, fields});
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, Action::DraftInspection, *subject); !allowed)
        return allowed.error();

    const auto open =
        InspectionRepository(m_workspace.database).draftFor(buildingId, actor.accountId, kind, assignmentId);
    if (!open)
        return open.error();
    if (open.value())
        return m_workspace.records.requireAs<Inspection>(*open.value());

    if (assignmentId.isEmpty() && !building->fields.value(QStringLiteral("merged_into")).toString().isEmpty())
        return makeError(ErrorCode::WrongState, QStringLiteral("the building was merged into another one"),
                         QStringLiteral("merged"));
    if (!assignmentId.isEmpty()) {
        const auto assignment = m_workspace.records.requireAs<Assignment>(assignmentId);
        if (!assignment)
            return assignment.error();
        if (assignment->buildingId() != buildingId)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("the assignment is of another building"),
                             QStringLiteral("assignment"));
        if (assignment->state() != QLatin1String("open"))
            return makeError(ErrorCode::WrongState, QStringLiteral("the assignment is closed"),
                             QStringLiteral("assignment"));
    }
    ChangeSet changes(m_workspace, actor);
    return created(changes, fields);
}

Result<Inspection> StartInspection::reopen(const Actor &actor, const QString &returnedId)
{
    const auto returned = m_workspace.records.requireAs<Inspection>(returnedId);
    if (!returned)
        return returned.error();
    const auto subject = subjectOf(m_workspace, returned->record());
    if (!subject)
        return subject.error();
    if (auto allowed = may(actor, Action::DraftInspection, *subject); !allowed)
        return allowed.error();
    if (returned->state() != QLatin1String("returned"))
        return makeError(ErrorCode::WrongState, QStringLiteral("the inspection is %1").arg(returned->state()),
                         QStringLiteral("state"));

    const InspectionRepository inspections(m_workspace.database);
    const auto next = inspections.nextRevisionOf(returnedId);
    if (!next)
        return next.error();
    if (next.value())
        return m_workspace.records.requireAs<Inspection>(*next.value());

    QJsonObject fields = returned->fields();
    for (const char *gone : {"finished_at", "score", "visit_outcome", "visit_note", "visit_met", "next_visit",
                             "state_reason", "received_at"})
        fields.remove(QLatin1String(gone));
    fields.insert(QStringLiteral("previous"), returnedId);
    fields.insert(QStringLiteral("revision"), returned->revision() + 1);
    fields.insert(QStringLiteral("started_at"), toIso(m_workspace.clock.now()));
    fields.insert(QStringLiteral("state"), QStringLiteral("draft"));
    ChangeSet changes(m_workspace, actor);
    return created(changes, fields);
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/changeassignment.h"

#include "core/security/permissions.h"
#include "core/storage/assignmentrepository.h"
#include "core/storage/buildingrepository.h"

namespace markaz {
namespace {

Result<Assignment> committed(Workspace &workspace, ChangeSet &changes, const Result<Record> &staged)
{
    if (!staged)
        return staged.error();
    if (auto done = changes.commit(); !done)
        return done.error();
    return workspace.records.requireAs<Assignment>(staged->id);
}

} // namespace

Result<void> ChangeAssignment::allowed(const Actor &actor, const Assignment &assignment) const
{
    const auto province = BuildingRepository(m_workspace.database).provinceOf(assignment.buildingId());
    if (!province)
        return province.error();
    if (auto granted = may(actor, Action::Assign, Subject::in(*province).assignedTo(assignment.inspectorId()));
        !granted)
        return granted;
    if (assignment.state() != QLatin1String("open"))
        return makeError(ErrorCode::WrongState, QStringLiteral("the assignment is %1").arg(assignment.state()),
                         QStringLiteral("state"));
    return {};
}

Result<Assignment> ChangeAssignment::run(const Actor &actor, const QString &id, const AssignmentEntry &entry,
                                         const std::optional<AssignmentEntry> &seen)
{
    const auto assignment = m_workspace.records.requireAs<Assignment>(id);
    if (!assignment)
        return assignment.error();
    if (auto granted = allowed(actor, *assignment); !granted)
        return granted.error();
    const AssignmentEntry shown = seen.value_or(entryOf(*assignment));
    // Whom the officer left as he was shown is not written: who has the visit by now keeps it.
    const QString sent = entry.inspectorId == shown.inspectorId ? assignment->inspectorId() : entry.inspectorId;
    const auto inspector = inspectorToSend(m_workspace, sent);
    if (!inspector)
        return inspector.error();
    if (entry.due != shown.due || !entry.due.isValid()) {
        if (auto day = checkDue(m_workspace, entry.due); !day)
            return day.error();
    }
    const auto province = BuildingRepository(m_workspace.database).provinceOf(assignment->buildingId());
    if (!province)
        return province.error();
    if (!inspector->provinces.contains(*province))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("the inspector does not work in this province"),
                         QStringLiteral("assign.province"));
    if (sent != assignment->inspectorId()) {
        const auto begun = AssignmentRepository(m_workspace.database).isBegun(id);
        const auto before = scopeOf(m_workspace, assignment->inspectorId());
        if (!begun || !before)
            return begun ? before.error() : begun.error();
        if (*begun && before->active)
            return makeError(ErrorCode::WrongState, QStringLiteral("the visit was begun"),
                             QStringLiteral("assign.begun"));
    }
    Record before = assignment->record();
    enter(before.fields, shown);
    QJsonObject fields = before.fields;
    enter(fields, entry);
    ChangeSet changes(m_workspace, actor);
    return committed(m_workspace, changes, changes.update(before, fields));
}

Result<Assignment> ChangeAssignment::cancel(const Actor &actor, const QString &id, const QString &reason)
{
    const auto assignment = m_workspace.records.requireAs<Assignment>(id);
    if (!assignment)
        return assignment.error();
    if (auto granted = allowed(actor, *assignment); !granted)
        return granted.error();
    if (reason.trimmed().isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("a reason is needed"), QStringLiteral("state_reason"));
    QJsonObject fields = assignment->fields();
    fields.insert(QStringLiteral("state"), QStringLiteral("cancelled"));
    fields.insert(QStringLiteral("state_reason"), reason.trimmed());
    ChangeSet changes(m_workspace, actor);
    return committed(m_workspace, changes, changes.update(assignment->record(), fields));
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who is to visit what, and by when.
#include "core/storage/assignmentrepository.h"
#include "core/support/programmeday.h"
#include "ui/desk.h"
#include "ui/deskpages.h"
#include "ui/pages/assignments/assignmentspage.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"

namespace markaz::ui {

void Desk::addAssignments()
{
    m_assignments = new AssignmentsPage(m_services);
    m_frame.addPage({page::kAssignments, [] { return tr("Assignments"); }, QStringLiteral("view-calendar"), true, {}},
                    m_assignments);
    connect(m_assignments, &AssignmentsPage::assignRequested, this, [this] {
        m_frame.showPage(page::kBuildings);
        m_buildings->assign();
    });
    connect(m_assignments, &AssignmentsPage::buildingRequested, this, [this](const QString &id) {
        m_frame.showPage(page::kBuildings);
        m_buildings->showBuilding(id);
    });
}

/// The counter is for who can send somebody else.
void Desk::refreshAssignments()
{
    if (m_assignments == nullptr || m_services.actor.role != Role::Officer)
        return;
    const auto overdue =
        AssignmentRepository(m_services.workspace.database).overdue(programmeDay(m_services.workspace.clock.now()));
    if (!overdue)
        return say(overdue.error());
    m_frame.rail()->setCounter(page::kAssignments, *overdue);
}

void Desk::resumeAssign(const QJsonObject &unfinished)
{
    if (unfinished.contains(QStringLiteral("assignment"))) {
        m_frame.showPage(page::kAssignments);
        return m_assignments->resumeChange(unfinished);
    }
    m_frame.showPage(page::kBuildings);
    m_buildings->resumeAssign(unfinished);
}

void Desk::openAssignment(const QString &id)
{
    if (m_assignments == nullptr)
        return;
    m_frame.showPage(page::kAssignments);
    m_assignments->showAssignment(id);
}

} // namespace markaz::ui

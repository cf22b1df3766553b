// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be mended, and the visits that look whether it was.
#include "core/support/programmeday.h"
#include "ui/desk.h"

#include "core/storage/findingrepository.h"
#include "core/workflow/followup.h"
#include "ui/deskpages.h"
#include "ui/pages/findings/findingspage.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"

namespace markaz::ui {

void Desk::addFindings()
{
    m_findings = new FindingsPage(m_services);
    m_frame.addPage({page::kFindings, [] { return tr("Findings"); }, QStringLiteral("triangle"), true, {}}, m_findings);
    connect(m_findings, &FindingsPage::inspectionRequested, this, &Desk::openInspection);
}

/// The counter is for those who see to it that something is mended.
void Desk::refreshFindings()
{
    if (m_findings == nullptr || m_services.actor.role == Role::Auditor)
        return;
    const auto overdue =
        FindingRepository(m_services.workspace.database).overdue(programmeDay(m_services.workspace.clock.now()));
    if (!overdue)
        return say(overdue.error());
    m_frame.rail()->setCounter(page::kFindings, *overdue);
}

void Desk::openFinding(const QString &id)
{
    if (m_findings == nullptr)
        return;
    m_frame.showPage(page::kFindings);
    m_findings->showFinding(id);
}

/// A follow-up takes over what it can; every other visit begins with nothing.
Result<Inspection> Desk::startedBy(const QString &buildingId, const QString &kind, const QString &assignmentId)
{
    if (kind == QLatin1String("follow_up"))
        return FollowUp(m_services.workspace, m_services.standards, m_services.gazetteer, m_services.programme)
            .start(m_services.actor, buildingId, assignmentId);
    return StartInspection(m_services.workspace, m_services.standards)
        .run(m_services.actor, buildingId, kind, assignmentId);
}

void Desk::startInspection(const QString &buildingId, const QString &kind, const QString &assignmentId)
{
    const auto draft = startedBy(buildingId, kind, assignmentId);
    if (!draft)
        return say(draft.error());
    openInspection(draft->id());
}

} // namespace markaz::ui

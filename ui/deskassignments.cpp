// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who is to visit what, and by when.
#include "core/storage/assignmentrepository.h"
#include "core/support/programmeday.h"
#include "ui/desk.h"
#include "ui/deskpages.h"
#include "ui/pages/assignments/assignmentspage.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/text/format.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/messagebar.h"

namespace markaz::ui {
namespace {

const QString kLost = QStringLiteral("assignLost");        ///< the message
const QString kAssignLost = QStringLiteral("assign_lost"); ///< of what is unfinished, and its members
const QString kWhy = QStringLiteral("why");
const QString kWords = QStringLiteral("instructions"); ///< as AssignSheet::unfinishedIn names them
const QString kClosed = QStringLiteral("closed");
const QString kGone = QStringLiteral("gone");
const QString kNotTheirs = QStringLiteral("not_theirs");
const QString kNoOfficer = QStringLiteral("no_officer");

} // namespace

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

/// Whether the sheet is open again. If it is not, the person is told why, and what became of the words.
bool Desk::resumeAssign(const QJsonObject &unfinished)
{
    const bool change = unfinished.contains(QStringLiteral("assignment"));
    m_frame.showPage(change ? page::kAssignments : page::kBuildings);
    const auto opened = change ? m_assignments->resumeChange(unfinished) : m_buildings->resumeAssign(unfinished);
    if (opened)
        return true;
    QString why;
    switch (opened.error().code) {
    case ErrorCode::WrongState:
        why = kClosed;
        break;
    case ErrorCode::NotFound:
        why = kGone;
        break;
    case ErrorCode::NotAllowed:
        why = change ? kNotTheirs : kNoOfficer;
        break;
    default: { // it may be there the next time
        m_carried.insert(QStringLiteral("assign"), unfinished);
        Sentence sentence = sentences::of(opened.error());
        sentence.safe = tr("What you were typing is kept.");
        m_frame.messages()->post(kLost, {Status::Warn, sentence, {}, {}, true});
        return false;
    }
    }
    sayAssignLost({{kWhy, why}, {kWords, unfinished.value(kWords).toString().trimmed()}});
    return false;
}

/// Words that were typed for what is over stand in this message alone: it comes back until the person closes it.
void Desk::sayAssignLost(const QJsonObject &lost)
{
    const QString why = lost.value(kWhy).toString();
    const QString words = lost.value(kWords).toString();
    Sentence sentence;
    if (why == kClosed)
        sentence.fact = tr("The assignment that you were changing was closed meanwhile.");
    else if (why == kGone)
        sentence.fact = tr("The assignment that you were changing is not on this laptop any more.");
    else if (why == kNotTheirs)
        sentence.fact = tr("You may not change this assignment any more.");
    else
        sentence.fact = tr("Your account may not assign buildings any more.");
    sentence.safe = words.isEmpty() ? tr("What you had entered is not saved.")
                                    : tr("Your instructions are not saved: %1").arg(format::words(words));
    if (why == kClosed || why == kGone)
        sentence.next = tr("Assign the building again if somebody still has to go there.");
    m_frame.messages()->post(kLost, {Status::Warn, sentence, {}, {}, true});
    if (words.isEmpty())
        return;
    m_carried.insert(kAssignLost, lost);
    connect(m_frame.messages()->bar(kLost), &MessageBar::closed, this, [this] {
        m_carried.remove(kAssignLost);
        Q_EMIT unfinishedChanged();
    });
}

void Desk::openAssignment(const QString &id)
{
    if (m_assignments == nullptr)
        return;
    m_frame.showPage(page::kAssignments);
    m_assignments->showAssignment(id);
}

} // namespace markaz::ui

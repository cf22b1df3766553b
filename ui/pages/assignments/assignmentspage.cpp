// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assignments/assignmentspage.h"

#include "core/workflow/changeassignment.h"
#include "ui/pages/assignments/assignmentdetail.h"
#include "ui/pages/assignments/duecalendar.h"
#include "ui/text/assignmentwords.h"
#include "ui/text/format.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

#include <utility>

namespace markaz::ui {
namespace {

const QString kCalendar = QStringLiteral("calendar");
const QString kList = QStringLiteral("list");
const QString kLoad = QStringLiteral("load");
const QString kFailed = QStringLiteral("failed");

} // namespace

AssignmentsPage::AssignmentsPage(const Services &services, QWidget *parent)
    : ListPage(tr("Assignments"), parent)
    , m_services(services)
    , m_model(services)
{
    setObjectName(QStringLiteral("assignmentsPage"));
    build();
    connect(&m_model, &AssignmentsModel::reloaded, this, &AssignmentsPage::reloaded);
    connect(&m_model, &AssignmentsModel::failed, this,
            [this](const Error &error) { messages()->post(kLoad, Message::of(error)); });
    connect(m_calendar, &DueCalendar::dayChosen, this, [this] {
        closeDetail(); // it was of another day
        applyFilter();
    });
    connect(m_calendar, &DueCalendar::spanChanged, this, &AssignmentsPage::refreshCalendar);
    connect(m_detail, &AssignmentDetail::closed, this, &AssignmentsPage::closeDetail);
    connect(m_detail, &AssignmentDetail::buildingRequested, this, &AssignmentsPage::buildingRequested);
    connect(m_detail, &AssignmentDetail::failed, this,
            [this](const Error &error) { messages()->post(kFailed, Message::of(error)); });
    connect(m_detail, &AssignmentDetail::saved, this, [this] {
        messages()->withdraw(kFailed);
        m_services.sync.syncNow();
    });
}

bool AssignmentsPage::isCalendar() const
{
    return m_view->current() == kCalendar;
}

void AssignmentsPage::showCalendar(bool calendar)
{
    m_view->setCurrent(calendar ? kCalendar : kList);
    m_calendar->setVisible(calendar);
    m_dayTitle->setVisible(calendar);
    applyFilter();
}

void AssignmentsPage::applyFilter()
{
    AssignmentFilter filter;
    filter.text = m_filter->words();
    filter.inspectors = m_inspector->chosen();
    filter.states = m_state->chosen();
    filter.kinds = m_kind->chosen();
    if (isCalendar()) {
        m_calendar->setToday(m_model.today());
        filter.due = m_calendar->day();
    }
    m_model.setFilter(filter);
}

void AssignmentsPage::reloaded()
{
    messages()->withdraw(kLoad);
    m_filter->setCount(
        tr("%1 of %2 assignments").arg(format::number(m_model.rowCount()), format::number(m_model.total())));
    refreshCalendar();
    refreshEmpty();
    showWorkload();
    offerInspectors();
    if (m_selected.isEmpty())
        return;
    // The list was made anew: the selection follows the assignment, not the row.
    if (const int row = m_model.rowOf(m_selected); row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    m_detail->showAssignment(m_selected);
}

void AssignmentsPage::refreshCalendar()
{
    if (!isCalendar())
        return;
    m_calendar->setToday(m_model.today());
    const auto due = m_model.dueByDay(m_calendar->first(), m_calendar->last());
    if (!due) {
        messages()->post(kLoad, Message::of(due.error()));
        return;
    }
    m_calendar->setDue(*due);
    const QDate day = m_calendar->day();
    const QString counted = DueMonthModel::words(due->value(day), day < m_model.today());
    m_dayTitle->setText(tr("%1, %2", "a day, and what is due on it")
                            .arg(format::longDate(day), counted.isEmpty() ? tr("nothing due") : counted));
    alignLeading(m_dayTitle);
}

void AssignmentsPage::refreshEmpty()
{
    const bool assigns = m_services.actor.role == Role::Officer;
    if (m_model.total() == 0)
        m_empty->setContent(QStringLiteral("view-calendar"),
                            assigns ? tr("Nothing is assigned yet. Choose buildings, then an inspector for them.")
                                    : tr("Nothing is assigned yet."),
                            assigns ? tr("Choose buildings") : QString());
    else if (isCalendar())
        m_empty->setContent(QStringLiteral("view-calendar"), tr("No assignment is due on this day."));
    else
        m_empty->setContent(QStringLiteral("view-filter"), tr("No assignment matches. Clear the filters to see all."),
                            tr("Clear the filters"));
    m_stack->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
}

void AssignmentsPage::showWorkload()
{
    const QStringList chosen = m_inspector->chosen();
    m_workload.setLoads(m_model.loads());
    const int row = chosen.size() == 1 ? m_workload.rowOf(chosen.first()) : -1;
    m_loads->setCurrentIndex(row < 0 ? QModelIndex() : m_workload.index(row, 0));
    int open = 0;
    for (const InspectorLoad &load : m_model.loads())
        open += load.open;
    m_loadCard->setNote(visitsCounted(open));
}

void AssignmentsPage::offerInspectors()
{
    QList<FilterOption> options;
    QStringList offered;
    for (const InspectorLoad &load : m_model.loads()) {
        options.append({load.id, WorkloadModel::nameOf(load)});
        offered << load.id << options.last().text;
    }
    if (offered == m_offered) // its menu may be open
        return;
    m_offered = offered;
    m_inspector->setOptions(options);
}

/// A row of the workload filters by its inspector; the same once more takes that away.
void AssignmentsPage::toggleInspector(const QModelIndex &index)
{
    const QString id = index.data(WorkloadModel::IdRole).toString();
    m_inspector->setChosen(m_inspector->chosen() == QStringList{id} ? QStringList() : QStringList{id});
    applyFilter();
}

void AssignmentsPage::currentChanged()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    m_selected = current.data(AssignmentsModel::IdRole).toString();
    messages()->withdraw(kFailed);
    m_detail->showAssignment(m_selected);
    m_side->setCurrentWidget(m_detail);
}

void AssignmentsPage::closeDetail()
{
    m_selected.clear();
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_side->setCurrentWidget(m_loadCard);
}

Result<void> AssignmentsPage::resumeChange(const QJsonObject &unfinished)
{
    const QString id = unfinished.value(QStringLiteral("assignment")).toString();
    const auto assignment = m_services.workspace.records.requireAs<Assignment>(id);
    if (!assignment)
        return assignment.error();
    showAssignment(id);
    if (auto allowed = ChangeAssignment(m_services.workspace).allowed(m_services.actor, *assignment); !allowed)
        return allowed;
    if (m_selected != id) { // the list could not be read
        m_selected = id;
        m_detail->showAssignment(id);
        m_side->setCurrentWidget(m_detail);
    }
    return m_detail->resumeChange(unfinished);
}

void AssignmentsPage::showAssignment(const QString &id)
{
    activate();
    if (m_model.rowOf(id) < 0) {
        showCalendar(false);
        m_filter->clear();
    }
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtCenter);
}

void AssignmentsPage::activate()
{
    if (!std::exchange(m_read, true))
        applyFilter();
    m_model.setActive(true);
}

void AssignmentsPage::showEvent(QShowEvent *event)
{
    activate();
    ListPage::showEvent(event);
}

void AssignmentsPage::hideEvent(QHideEvent *event)
{
    m_model.setActive(false);
    ListPage::hideEvent(event);
}

} // namespace markaz::ui

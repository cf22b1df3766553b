// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in assignmentspage.cpp.
#include "core/workflow/preferences.h"
#include "ui/pages/assignments/assignmentdetail.h"
#include "ui/pages/assignments/assignmentspage.h"
#include "ui/pages/assignments/duecalendar.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kSideWidth = 376;
const QString kViewKey = QStringLiteral("assignments_view");
const QString kCalendar = QStringLiteral("calendar");
const QString kList = QStringLiteral("list");

} // namespace

void AssignmentsPage::build()
{
    buildViewSwitch();
    if (m_services.actor.role == Role::Officer) {
        auto *assign = new QPushButton(tr("Assign…"), this);
        assign->setObjectName(QStringLiteral("assignNew"));
        assign->setProperty("role", QStringLiteral("primary"));
        assign->setIcon(icon(QStringLiteral("person"), Colour::OnAccent));
        assign->setToolTip(tr("Choose buildings in the table or on the map, then an inspector for them"));
        header()->addAction(assign);
        connect(assign, &QPushButton::clicked, this, &AssignmentsPage::assignRequested);
    }
    buildFilters();
    body()->addWidget(m_filter);
    body()->addSpacing(12);
    buildTable();
    auto *main = new QVBoxLayout;
    main->setSpacing(8);
    main->addWidget(m_calendar);
    main->addWidget(m_dayTitle);
    main->addWidget(m_stack, 1);
    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    panes->addLayout(main, 1);
    panes->addWidget(buildSide());
    body()->addLayout(panes, 1);
    m_calendar->setVisible(isCalendar());
    m_dayTitle->setVisible(isCalendar());
}

void AssignmentsPage::buildViewSwitch()
{
    m_view = new SegmentedControl(this);
    m_view->setObjectName(QStringLiteral("assignmentsView"));
    m_view->setSegments({{kList, tr("List"), QStringLiteral("view-list-details")},
                         {kCalendar, tr("Calendar"), QStringLiteral("view-calendar")}});
    const auto kept = Preferences(m_services.workspace).value(kViewKey); // unreadable: as if never chosen
    m_view->setCurrent(kept && kept->toString() == kCalendar ? kCalendar : kList);
    header()->addAction(m_view);
    connect(m_view, &SegmentedControl::chosen, this, [this](const QString &id) {
        showCalendar(id == kCalendar);
        if (auto set = Preferences(m_services.workspace).set(kViewKey, id); !set)
            messages()->post(kViewKey, Message::of(set.error()));
    });
}

void AssignmentsPage::buildFilters()
{
    m_filter = new FilterBar(tr("Building or inspector"), tr("Filter by building or inspector"), this);
    m_filter->field()->setObjectName(QStringLiteral("assignmentsSearch"));
    m_inspector = m_filter->addChip(tr("Inspector"));
    m_inspector->setObjectName(QStringLiteral("assignmentsInspector"));
    QList<FilterOption> states{{kOverdue, labels::overdue()}};
    for (const QString &state : specOf(Entity::Assignment).find(QStringLiteral("state"))->tokens)
        states.append({state, labels::assignmentState(state)});
    m_state = m_filter->addChip(tr("State"), states);
    m_state->setObjectName(QStringLiteral("assignmentsState"));
    QList<FilterOption> kinds;
    for (const QString &kind : specOf(Entity::Assignment).find(QStringLiteral("kind"))->tokens)
        kinds.append({kind, labels::visitKind(kind)});
    m_kind = m_filter->addChip(tr("Kind"), kinds);
    m_kind->setObjectName(QStringLiteral("assignmentsKind"));
    connect(m_filter, &FilterBar::changed, this, &AssignmentsPage::applyFilter);
}

void AssignmentsPage::buildTable()
{
    m_calendar = new DueCalendar(this);
    m_dayTitle = plainLabel(this);
    m_dayTitle->setObjectName(QStringLiteral("calendarDay"));
    m_dayTitle->setFont(currentTheme().font(Type::SectionTitle));
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("assignmentsTable"));
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Assignments"));
    m_table->setWidths({88, 0, 168, isUrdu() ? 120 : 104, isUrdu() ? 120 : 104, 116});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AssignmentsPage::currentChanged);
    m_empty = new EmptyPage(this);
    connect(m_empty, &EmptyPage::activated, this, [this] {
        if (m_model.total() == 0)
            Q_EMIT assignRequested();
        else
            m_filter->clear();
    });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
}

QWidget *AssignmentsPage::buildSide()
{
    m_loadCard = new Card(this);
    m_loadCard->setTitle(tr("Workload"));
    m_loadCard->setTitleIcon(QStringLiteral("person"));
    m_loadCard->setHeadLine(true);
    m_loadCard->body()->setContentsMargins(0, 0, 0, 0);
    m_loads = new TableView(m_loadCard);
    m_loads->setObjectName(QStringLiteral("workloadTable"));
    m_loads->setFrameShape(QFrame::NoFrame);
    m_loads->setModel(&m_workload);
    m_loads->setAccessibleName(tr("Inspectors and what waits for them; Enter shows the visits of one"));
    m_loads->setWidths({0, 52, 76, 84});
    m_loadCard->body()->addWidget(m_loads);
    connect(m_loads, &QTableView::clicked, this, &AssignmentsPage::toggleInspector);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
        auto *pressed = new QShortcut(QKeySequence(key), m_loads);
        pressed->setContext(Qt::WidgetShortcut);
        connect(pressed, &QShortcut::activated, this, [this] { toggleInspector(m_loads->currentIndex()); });
    }
    m_detail = new AssignmentDetail(m_services, this);
    m_side = new QStackedWidget(this);
    m_side->setFixedWidth(kSideWidth);
    m_side->addWidget(m_loadCard);
    m_side->addWidget(m_detail);
    return m_side;
}

} // namespace markaz::ui

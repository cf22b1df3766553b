// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/work/workpage.h"

#include "core/support/programmeday.h"
#include "ui/pages/work/visitlist.h"
#include "ui/pages/work/workside.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/syncwords.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kSideWidth = 384;

} // namespace

WorkPage::WorkPage(const Services &services, QWidget *parent)
    : ListPage(tr("My work"), parent)
    , m_services(services)
    , m_repository(services.workspace.database)
{
    setObjectName(QStringLiteral("workPage"));
    auto *add = new QPushButton(tr("Register a building"), this);
    add->setIcon(icon(QStringLiteral("list-add")));
    add->setToolTip(tr("Registers a building (Ctrl+N)"));
    header()->addAction(add);
    connect(add, &QPushButton::clicked, this, &WorkPage::newBuildingRequested);
    auto *key = new QShortcut(QKeySequence(QStringLiteral("Ctrl+N")), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &WorkPage::newBuildingRequested);

    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    panes->addWidget(buildVisits(), 3); // where the window is narrow both give way
    m_side = new WorkSide(services, this);
    m_sidePane = scrolling(m_side, this);
    m_sidePane->setMaximumWidth(kSideWidth);
    panes->addWidget(m_sidePane, 2);
    body()->addLayout(panes, 1);
    connect(m_side, &WorkSide::inspectionRequested, this, &WorkPage::inspectionRequested);
    connect(m_side, &WorkSide::reopenRequested, this, &WorkPage::reopenRequested);
    connect(m_side, &WorkSide::failed, this,
            [this](const Error &error) { messages()->post(QStringLiteral("load"), Message::of(error)); });

    ChangeNotifier &notifier = services.workspace.notifier;
    connect(&notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (isVisible() && (entity == Entity::Inspection || entity == Entity::Assignment || entity == Entity::Review))
            reload();
    });
    connect(&notifier, &ChangeNotifier::manyChanged, this, &WorkPage::reload);
    connect(&services.sync, &SyncStatus::runFinished, this, [this] { // a submission may have left this laptop
        if (isVisible())
            reload();
    });
    connect(&services.sync, &SyncStatus::changed, this, &WorkPage::refreshSync);
    refreshSync();
    reload();
}

QWidget *WorkPage::buildVisits()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_visits = new VisitList(pane);
    connect(m_visits, &VisitList::startRequested, this, [this](const QString &assignmentId, const QString &draftId) {
        if (draftId.isEmpty())
            Q_EMIT startRequested(assignmentId);
        else
            Q_EMIT inspectionRequested(draftId);
    });
    column->addWidget(m_visits, 1);
    m_empty = new EmptyPage(pane);
    m_empty->setContent(QStringLiteral("view-task"),
                        tr("No visit is assigned to you. Ask your officer, or register a building."),
                        tr("Register a building"));
    connect(m_empty, &EmptyPage::activated, this, &WorkPage::newBuildingRequested);
    column->addWidget(m_empty, 1);

    m_actions = new QWidget(pane);
    auto *line = new QHBoxLayout(m_actions);
    line->setContentsMargins(0, 0, 0, 4);
    auto *hints = new KeyHintRow(m_actions);
    hints->setHints({{QStringLiteral("Enter"), tr("start or continue")},
                     {QStringLiteral("↑ ↓"), tr("choose a visit")},
                     {QStringLiteral("Ctrl+N"), tr("register a building")}}); // Ctrl+K stands in the search's field
    line->addWidget(hints, 1);
    auto *notPossible = new QPushButton(tr("Visit could not be made…"), m_actions);
    notPossible->setObjectName(QStringLiteral("visitNotPossible"));
    notPossible->setProperty("keyHint", QStringLiteral("O"));
    notPossible->setToolTip(tr("Locked, nobody there, wrong address, unsafe or not ready: a short form (O)"));
    line->addWidget(notPossible);
    connect(notPossible, &QPushButton::clicked, this, &WorkPage::notPossible);
    connect(m_visits, &VisitList::notPossibleRequested, this, &WorkPage::notPossible);
    column->addWidget(m_actions);
    return pane;
}

void WorkPage::showEvent(QShowEvent *event)
{
    reload();
    ListPage::showEvent(event);
}

void WorkPage::reload()
{
    messages()->withdraw(QStringLiteral("load"));
    fillVisits();
    m_side->reload();
    // It does not scroll sideways: where the window is narrow the visits give way first.
    const int bar = m_sidePane->verticalScrollBar()->sizeHint().width();
    m_sidePane->setMinimumWidth(std::min(m_side->layout()->minimumSize().width() + bar, kSideWidth));
}

void WorkPage::fillVisits()
{
    const QDate today = programmeDay(m_services.workspace.clock.now());
    const auto visits = m_repository.openAssignments(m_services.actor.accountId);
    if (!visits) {
        messages()->post(QStringLiteral("load"), Message::of(visits.error()));
        return;
    }
    m_visits->setVisits(*visits, today);
    const QWidgetList ofVisits{m_visits, m_actions};
    if (visits->isEmpty())
        exchange(ofVisits, {m_empty}, m_empty->button());
    else
        exchange({m_empty}, ofVisits, m_visits); // one key starts

    QStringList where{format::longDate(today)};
    QStringList cities;
    for (const AssignmentRow &visit : *visits) {
        const QString city = labels::cityName(visit.cityId, visit.city);
        if (visit.due <= today && !cities.contains(city))
            cities.append(city);
    }
    if (!cities.isEmpty() && cities.size() <= 3)
        where.append(cities);
    header()->setSub(format::list(where));
    if (const int due = m_visits->visits()->dueCount(); due != m_due) {
        m_due = due;
        Q_EMIT dueChanged(due);
    }
}

/// What is hidden hands the keyboard to the next in Qt's chain, which is a button that does something else: whoever had
/// it there has it in what takes the place.
void WorkPage::exchange(const QWidgetList &gone, const QWidgetList &shown, QWidget *first)
{
    for (QWidget *part : shown)
        part->show();
    setFocusProxy(first);
    const QWidget *keyboard = window()->focusWidget();
    for (QWidget *part : gone) {
        if (keyboard != nullptr && (part == keyboard || part->isAncestorOf(keyboard)))
            first->setFocus(Qt::OtherFocusReason);
        part->hide();
    }
}

void WorkPage::refreshSync()
{
    const SyncSnapshot snapshot = m_services.sync.snapshot();
    const Sentence trouble = troubleSentence(snapshot);
    if (trouble.fact.isEmpty()) {
        messages()->withdraw(QStringLiteral("sync"));
        return;
    }
    messages()->post(QStringLiteral("sync"),
                     {Status::Warn, trouble, tr("Show what waits"), QStringLiteral("off"), false},
                     [this] { Q_EMIT syncRequested(); });
}

void WorkPage::notPossible()
{
    if (const AssignmentRow *visit = m_visits->chosen())
        Q_EMIT notPossibleRequested(visit->id, visit->draftId);
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centres/centrespage.h"

#include "ui/pages/centres/centresheet.h"
#include "ui/text/centrewords.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr qsizetype kFewReminders = 3;
constexpr qsizetype kMostReminders = 50; ///< in the card; beyond them the filter is the better list

QString token(CentreClock clock)
{
    switch (clock) {
    case CentreClock::InForce:
        return QStringLiteral("in_force");
    case CentreClock::Expiring:
        return QStringLiteral("expiring");
    case CentreClock::Surveillance:
        return QStringLiteral("surveillance");
    case CentreClock::TooManySeats:
        return QStringLiteral("too_many_seats");
    case CentreClock::Closed:
        return QStringLiteral("closed");
    case CentreClock::Lapsed:
        break;
    }
    return QStringLiteral("lapsed");
}

const QList<CentreClock> kClocks{CentreClock::InForce,      CentreClock::Expiring, CentreClock::Surveillance,
                                 CentreClock::TooManySeats, CentreClock::Lapsed,   CentreClock::Closed};

/// Of the button that opens its centre.
QString nameOf(const CentreReminder &reminder)
{
    return QStringLiteral("reminder.%1.%2").arg(reminder.centre.id).arg(static_cast<int>(reminder.matter));
}

} // namespace

CentresPage::CentresPage(const Services &services, QWidget *parent)
    : ListPage(tr("Centres"), parent)
    , m_services(services)
    , m_model(services)
    , m_decides(opensCentres(services.actor.role))
{
    setObjectName(QStringLiteral("centresPage"));
    build();
    connect(&m_model, &CentresModel::reloaded, this, &CentresPage::reloaded);
    connect(&m_model, &CentresModel::failed, this,
            [this](const Error &error) { messages()->post(QStringLiteral("load"), Message::of(error)); });
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(CentresModel::Name, Qt::AscendingOrder);
}

void CentresPage::build()
{
    if (m_decides) {
        auto *import = new QPushButton(tr("Import months…"), this);
        import->setObjectName(QStringLiteral("importMonths"));
        import->setIcon(icon(QStringLiteral("document-import")));
        connect(import, &QPushButton::clicked, this, &CentresPage::importRequested);
        header()->addAction(import);
        auto *open = new QPushButton(tr("Open a centre…"), this);
        open->setObjectName(QStringLiteral("openCentre"));
        open->setProperty("role", QStringLiteral("primary"));
        open->setIcon(icon(QStringLiteral("list-add"), Colour::OnAccent));
        connect(open, &QPushButton::clicked, this, [this] { openCentre(); });
        header()->addAction(open);
    }
    m_reminders = new Card(this);
    m_reminders->setObjectName(QStringLiteral("centreReminders"));
    m_reminders->setTitle(tr("What is due"));
    m_reminders->setTitleIcon(QStringLiteral("clock"), Status::Warn);
    m_reminders->body()->setSpacing(2);
    m_reminders->hide();
    body()->addWidget(m_reminders);
    buildFilters();
    body()->addSpacing(8);
    body()->addWidget(m_filter);
    body()->addSpacing(12);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("centresTable"));
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Centres"));
    m_table->setWidths({0, 232, 80, 152, 160, isUrdu() ? 216 : 200});
    connect(m_table, &TableView::opened, this,
            [this](const QModelIndex &index) { Q_EMIT centreRequested(index.data(CentresModel::IdRole).toString()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            m_selected = row.data(CentresModel::IdRole).toString();
    });
    m_empty = new EmptyPage(this);
    connect(m_empty, &EmptyPage::activated, this, [this] {
        if (m_model.total() == 0)
            openCentre();
        else
            m_filter->clear();
    });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
}

void CentresPage::buildFilters()
{
    m_filter = new FilterBar(tr("Name, code of the building, or city"),
                             tr("Filter by name, code of the building or city"), this);
    m_filter->field()->setObjectName(QStringLiteral("centresSearch"));
    const bool visits = knowsVisits(m_services.actor.role);
    QList<FilterOption> options{{token(CentreClock::InForce), tr("In force")},
                                {token(CentreClock::Expiring), tr("Ends within 60 days")}};
    if (visits)
        options.append({token(CentreClock::Surveillance), tr("Surveillance due")});
    options += QList<FilterOption>{{token(CentreClock::TooManySeats), tr("More seats than certified")},
                                   {token(CentreClock::Lapsed), tr("Not in force")},
                                   {token(CentreClock::Closed), tr("Closed")}};
    m_clock = m_filter->addChip(tr("Certificate"), options);
    m_clock->setObjectName(QStringLiteral("centresClock"));
    connect(m_filter, &FilterBar::changed, this, [this] {
        QList<CentreClock> clocks;
        for (const CentreClock clock : kClocks) {
            if (m_clock->chosen().contains(token(clock)))
                clocks.append(clock);
        }
        m_model.setFilter(m_filter->words(), clocks);
    });
}

void CentresPage::reloaded()
{
    messages()->withdraw(QStringLiteral("load"));
    m_filter->setCount(tr("%1 of %2 centres").arg(format::number(m_model.rowCount()), format::number(m_model.total())));
    m_filter->setVisible(m_model.total() > 0);
    if (m_model.total() > 0)
        m_empty->setContent(QStringLiteral("view-filter"), tr("No centre matches. Clear the filters to see all."),
                            tr("Clear the filters"));
    else if (m_decides)
        m_empty->setContent(
            QStringLiteral("computer-laptop"),
            tr("No centre is open yet. Open one in a building whose certificate is in force; its months "
               "are recorded here."),
            tr("Open a centre…"));
    else
        m_empty->setContent(
            QStringLiteral("computer-laptop"),
            tr("No centre is open yet. Officers open them in buildings whose certificate is in force."));
    m_stack->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    if (const int row = m_model.rowOf(m_selected); row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    fillReminders();
}

void CentresPage::fillReminders()
{
    const QDate today = programmeDay(m_services.workspace.clock.now());
    // Of visits an inspector's laptop has the own alone: what is due it cannot tell.
    const QList<CentreReminder> reminders =
        knowsVisits(m_services.actor.role) ? m_model.reminders() : QList<CentreReminder>();
    const auto overdue = std::count_if(reminders.begin(), reminders.end(),
                                       [&today](const CentreReminder &reminder) { return reminder.isOverdue(today); });
    m_reminders->setVisible(!reminders.isEmpty());
    m_reminders->setNote(
        tr("%1 overdue, %2 within 60 days").arg(format::number(overdue), format::number(reminders.size() - overdue)));
    const qsizetype shown = std::min(m_allReminders ? kMostReminders : kFewReminders, reminders.size());
    QStringList state{QString::number(reminders.size()), today.toString(Qt::ISODate)};
    for (const CentreReminder &reminder : reminders.mid(0, shown))
        state += {nameOf(reminder), reminder.centre.name, QString::number(reminder.centre.cityId),
                  centrewords::reminder(reminder, today)};
    if (state == m_reminderState) // a key in the filter changes nothing of them
        return;
    m_reminderState = state;
    const QWidget *focused = m_reminders->focusWidget();
    const QString stood = focused != nullptr && focused->hasFocus() ? focused->objectName() : QString();
    clear(m_reminders->body());
    // Shown at once, for what is not seen takes no keyboard.
    const auto add = [this](QWidget *row, Qt::Alignment alignment = {}) {
        m_reminders->body()->addWidget(row, 0, alignment);
        row->show();
    };
    QWidget *next = nullptr; // whoever stood on one of them with the keyboard stands there again
    for (const CentreReminder &reminder : reminders.mid(0, shown)) {
        QPushButton *name = nullptr;
        add(reminderRow(reminder, name));
        if (!stood.isEmpty() && (next == nullptr || name->objectName() == stood))
            next = name;
    }
    if (m_allReminders && reminders.size() > shown)
        add(plainLabel(tr("and %1 more: the filter “Certificate” below shows them in the table")
                           .arg(format::number(reminders.size() - shown)),
                       m_reminders));
    if (reminders.size() > kFewReminders) {
        auto *more = new QPushButton(m_allReminders ? tr("Show fewer")
                                     : reminders.size() <= kMostReminders
                                         ? tr("Show all %1").arg(format::number(reminders.size()))
                                         : tr("Show the first %1").arg(format::number(kMostReminders)),
                                     m_reminders);
        more->setObjectName(QStringLiteral("allReminders"));
        more->setProperty("role", QStringLiteral("link"));
        connect(more, &QPushButton::clicked, this, [this] {
            m_allReminders = !m_allReminders;
            fillReminders();
        });
        add(more, Qt::AlignLeading);
        if (stood == more->objectName())
            next = more;
    }
    if (next != nullptr)
        next->setFocus(Qt::OtherFocusReason);
}

QWidget *CentresPage::reminderRow(const CentreReminder &reminder, QPushButton *&name)
{
    const QDate today = programmeDay(m_services.workspace.clock.now());
    const QString words = centrewords::reminder(reminder, today);
    auto *row = new QWidget(m_reminders);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    const bool overdue = reminder.isOverdue(today);
    line->addWidget(new StatusChip({centrewords::status(reminder, today),
                                    overdue ? QStringLiteral("octagon-cross") : QStringLiteral("clock"),
                                    overdue ? tr("Overdue") : tr("Soon")},
                                   row));
    name = new QPushButton(
        format::list({reminder.centre.name, labels::cityName(reminder.centre.cityId, reminder.centre.city)})
            .replace(QLatin1Char('&'), QStringLiteral("&&")),
        row);
    name->setObjectName(nameOf(reminder));
    name->setProperty("role", QStringLiteral("link"));
    name->setAccessibleName(format::list({reminder.centre.name, words}));
    const QString id = reminder.centre.id;
    connect(name, &QPushButton::clicked, this, [this, id] { Q_EMIT centreRequested(id); });
    line->addWidget(name);
    auto *what = plainLabel(words, row);
    what->setWordWrap(true);
    line->addWidget(what, 1);
    return row;
}

void CentresPage::openCentre(const QString &buildingId)
{
    sheetFor(buildingId);
}

void CentresPage::resume(const QJsonObject &unfinished)
{
    sheetFor({})->resume(unfinished);
}

CentreSheet *CentresPage::sheetFor(const QString &buildingId)
{
    auto *sheet = new CentreSheet(m_services, buildingId, this);
    connect(sheet, &CentreSheet::saved, this, &CentresPage::centreRequested);
    return sheet;
}

void CentresPage::showEvent(QShowEvent *event)
{
    m_model.setActive(true);
    ListPage::showEvent(event);
}

void CentresPage::hideEvent(QHideEvent *event)
{
    m_model.setActive(false);
    ListPage::hideEvent(event);
}

} // namespace markaz::ui

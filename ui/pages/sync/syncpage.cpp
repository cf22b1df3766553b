// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/syncpage.h"

#include "ui/pages/sync/cachecopiescard.h"
#include "ui/text/format.h"
#include "ui/text/syncwords.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/fileprogress.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kWaiting = QStringLiteral("waiting");
const QString kRejected = QStringLiteral("rejected");
const QString kHistory = QStringLiteral("history");

} // namespace

SyncPage::SyncPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_waiting(services.workspace, OutboxModel::Show::Waiting)
    , m_rejected(services.workspace, OutboxModel::Show::Rejected)
    , m_history(services.workspace, OutboxModel::Show::History)
    , m_shown(kWaiting)
{
    setObjectName(QStringLiteral("syncPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Plain, this);
    m_header->setTitle(tr("Sync"));
    m_sync = new QPushButton(tr("Sync now"), this);
    m_sync->setObjectName(QStringLiteral("syncNow"));
    m_sync->setProperty("role", QStringLiteral("primary"));
    m_sync->setIcon(icon(QStringLiteral("view-refresh"), Colour::OnAccent));
    m_header->addAction(m_sync);
    column->addWidget(m_header);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(16, 0, 16, 0);
    body->setSpacing(0);
    column->addLayout(body, 1);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(0, 0, 0, 12);
    body->addWidget(m_messages);
    auto *files = new FileProgress(services, this);
    connect(files, &FileProgress::failed, this,
            [this](const Error &error) { m_messages->post(QStringLiteral("files"), Message::of(error)); });
    body->addWidget(files);
    auto *bar = new QHBoxLayout;
    m_tabs = new SegmentedControl(this);
    m_tabs->setAccessibleName(tr("What to show"));
    bar->addWidget(m_tabs);
    bar->addStretch();
    body->addLayout(bar);
    body->addSpacing(12);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("outboxTable"));
    m_table->setAccessibleName(tr("Changes"));
    m_empty = new EmptyPage(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    body->addWidget(m_stack, 1);
    auto *copies = new CacheCopiesCard(services, this);
    body->addSpacing(12);
    body->addWidget(copies);
    connect(copies, &CacheCopiesCard::restoreRequested, this, &SyncPage::restoreRequested);

    connect(m_sync, &QPushButton::clicked, this, [this] { m_services.sync.syncNow(); });
    connect(m_tabs, &SegmentedControl::chosen, this, &SyncPage::choose);
    connect(m_empty, &EmptyPage::activated, this, [this] { m_services.sync.syncNow(); });
    connect(&m_services.sync, &SyncStatus::changed, this, [this] {
        if (isVisible())
            reload();
    });
    for (OutboxModel *model : {&m_waiting, &m_rejected, &m_history})
        connect(model, &OutboxModel::failed, this,
                [this](const Error &error) { m_messages->post(QStringLiteral("load"), Message::of(error)); });
    choose(kWaiting);
}

OutboxModel *SyncPage::current()
{
    return m_shown == kRejected ? &m_rejected : (m_shown == kHistory ? &m_history : &m_waiting);
}

void SyncPage::choose(const QString &id)
{
    m_shown = id;
    m_table->setModel(current());
    const int widths[] = {160, 300, 0, 130, 240};
    for (int i = 0; i < OutboxModel::ColumnCount; ++i) {
        if (i == OutboxModel::What)
            m_table->horizontalHeader()->setSectionResizeMode(i, QHeaderView::Stretch);
        else
            m_table->setColumnWidth(i, widths[i]);
    }
    reload();
}

void SyncPage::reload()
{
    for (OutboxModel *model : {&m_waiting, &m_rejected, &m_history})
        model->reload();
    refresh();
}

void SyncPage::refresh()
{
    const SyncSnapshot s = m_services.sync.snapshot();
    m_header->setSub(
        s.lastContact.isValid()
            ? tr("Last contact %1, server %2").arg(format::dateTime(s.lastContact), format::isolate(s.server))
            : tr("No contact yet, server %1").arg(format::isolate(s.server)));
    m_tabs->setSegments({{kWaiting, tr("Waiting %1").arg(m_waiting.rowCount()), {}},
                         {kRejected, tr("Rejected %1").arg(m_rejected.rowCount()), {}},
                         {kHistory, tr("History"), {}}});
    m_tabs->setCurrent(m_shown);
    const Sentence trouble = troubleSentence(s);
    if (trouble.fact.isEmpty()) {
        m_messages->withdraw(QStringLiteral("trouble"));
    } else {
        const bool signIn = s.trouble == SyncSnapshot::Trouble::SignInNeeded;
        m_messages->post(QStringLiteral("trouble"),
                         {Status::Warn, trouble, signIn ? tr("Sign in") : QString(), QStringLiteral("off"), false},
                         [this] { Q_EMIT signInRequested(); });
    }
    if (s.conflicts > 0) {
        m_messages->post(
            QStringLiteral("conflicts"),
            {Status::Bad,
             {s.conflicts == 1 ? tr("In 1 record somebody else changed the same fields.")
                               : tr("In %1 records somebody else changed the same fields.").arg(s.conflicts),
              tr("Both values are kept; the server’s value stays in force."),
              tr("Open the record and enter the right value again.")},
             {},
             QStringLiteral("conflict"),
             false});
    } else {
        m_messages->withdraw(QStringLiteral("conflicts"));
    }
    const bool rejected = m_shown == kRejected;
    const bool empty = current()->rowCount() == 0;
    m_empty->setContent(rejected ? QStringLiteral("check-ring") : QStringLiteral("view-refresh"),
                        rejected ? tr("The server has rejected nothing.")
                                 : (m_shown == kHistory
                                        ? tr("Nothing has been sent from this laptop yet.")
                                        : tr("Nothing waits. Every change on this laptop is on the server.")),
                        m_shown == kWaiting ? tr("Sync now") : QString());
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_table);
}

void SyncPage::showEvent(QShowEvent *event)
{
    reload();
    QWidget::showEvent(event);
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/syncpage.h"

#include "core/workflow/outboxexport.h"
#include "ui/pages/sync/cachecopiescard.h"
#include "ui/pages/sync/conflictpane.h"
#include "ui/pages/sync/rejectedpane.h"
#include "ui/text/format.h"
#include "ui/text/syncwords.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/fileprogress.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kWaiting = QStringLiteral("waiting");
const QString kConflicts = QStringLiteral("conflicts");
const QString kRejected = QStringLiteral("rejected");
const QString kHistory = QStringLiteral("history");
const QString kTrouble = QStringLiteral("trouble");
const QString kAudit = QStringLiteral("audit");
const QString kExport = QStringLiteral("export");
constexpr qsizetype kErrorsKept = 3;

} // namespace

SyncPage::SyncPage(const Services &services, QWidget *parent)
    : ListPage(tr("Sync"), parent)
    , m_services(services)
    , m_waiting(services, OutboxModel::Show::Waiting)
    , m_history(services, OutboxModel::Show::History)
    , m_shown(kWaiting)
{
    setObjectName(QStringLiteral("syncPage"));
    build();
    connect(m_sync, &QPushButton::clicked, this, [this] { m_services.sync.syncNow(); });
    connect(m_export, &QPushButton::clicked, this, &SyncPage::chooseExportPath);
    connect(m_tabs, &SegmentedControl::chosen, this, &SyncPage::choose);
    connect(m_empty, &EmptyPage::activated, this, [this] { m_services.sync.syncNow(); });
    connect(&m_services.sync, &SyncStatus::changed, this, [this] {
        noteTrouble();
        if (isVisible())
            reload();
    });
    connect(&m_services.sync, &SyncStatus::runFinished, this, &SyncPage::noteAgain);
    const auto told = [this](const Error &error) { messages()->post(QStringLiteral("load"), Message::of(error)); };
    for (OutboxModel *model : {&m_waiting, &m_history})
        connect(model, &OutboxModel::failed, this, told);
    connect(m_conflicts, &ConflictPane::failed, this, told);
    connect(m_rejected, &RejectedPane::failed, this, told);
    connect(m_conflicts, &ConflictPane::settled, this, &SyncPage::reload);
    connect(m_rejected, &RejectedPane::settled, this, &SyncPage::reload);
    connect(m_conflicts, &ConflictPane::recordRequested, this, &SyncPage::recordRequested);
    connect(m_rejected, &RejectedPane::recordRequested, this, &SyncPage::recordRequested);
    noteTrouble();
    choose(kWaiting);
}

void SyncPage::build()
{
    auto *verify = new QPushButton(tr("Verify a certificate…"), this);
    verify->setObjectName(QStringLiteral("verifyCertificate"));
    verify->setIcon(icon(QStringLiteral("ribbon")));
    header()->addAction(verify);
    connect(verify, &QPushButton::clicked, this, &SyncPage::verifyRequested);
    m_export = new QPushButton(tr("Export"), this);
    m_export->setObjectName(QStringLiteral("exportOutbox"));
    m_export->setIcon(icon(QStringLiteral("document-export")));
    m_export->setToolTip(tr("Everything that waits, was rejected or given up, as a file for support. It holds what you "
                            "entered in clear."));
    header()->addAction(m_export);
    m_sync = new QPushButton(tr("Sync now"), this);
    m_sync->setObjectName(QStringLiteral("syncNow"));
    m_sync->setProperty("role", QStringLiteral("primary"));
    m_sync->setIcon(icon(QStringLiteral("view-refresh"), Colour::OnAccent));
    header()->addAction(m_sync);
    auto *files = new FileProgress(m_services, this);
    connect(files, &FileProgress::failed, this,
            [this](const Error &error) { messages()->post(QStringLiteral("files"), Message::of(error)); });
    body()->addWidget(files);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(16);
    m_tabs = new SegmentedControl(this);
    m_tabs->setAccessibleName(tr("What to show"));
    bar->addWidget(m_tabs);
    m_now = plainLabel(this);
    m_now->setObjectName(QStringLiteral("engineNow"));
    m_now->setProperty("tone", QStringLiteral("muted"));
    m_now->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_now->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    bar->addWidget(m_now, 1);
    body()->addLayout(bar);
    body()->addSpacing(12);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("outboxTable"));
    m_table->setAccessibleName(tr("Changes"));
    m_conflicts = new ConflictPane(m_services, this);
    m_rejected = new RejectedPane(m_services, this);
    m_empty = new EmptyPage(this);
    m_stack = new QStackedWidget(this);
    for (QWidget *page : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_conflicts),
                          static_cast<QWidget *>(m_rejected), static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(page);
    body()->addWidget(m_stack, 1);
    m_copies = new CacheCopiesCard(m_services, this);
    connect(m_copies, &CacheCopiesCard::restoreRequested, this, &SyncPage::restoreRequested);
    body()->addSpacing(12);
    body()->addWidget(m_copies);
    m_errorsLabel = plainLabel(this);
    m_errorsLabel->setObjectName(QStringLiteral("lastErrors"));
    m_errorsLabel->setProperty("type", QStringLiteral("secondary"));
    m_errorsLabel->setWordWrap(true);
    m_errorsLabel->setContentsMargins(0, 8, 0, 0);
    m_errorsLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->addWidget(m_errorsLabel);
}

void SyncPage::choose(const QString &tab)
{
    m_shown = tab;
    m_copies->setVisible(tab == kWaiting || tab == kHistory); // the others need the height
    if (tab == kWaiting || tab == kHistory) {
        m_table->setModel(tab == kWaiting ? &m_waiting : &m_history);
        if (tab == kWaiting)
            m_table->setWidths({150, 0, 200, 132, 320});
        else // "Sent and merged" whole; few have a reason
            m_table->setWidths({150, 0, 240, 184, 220});
    }
    reload();
}

QVariantMap SyncPage::place() const
{
    return {{QStringLiteral("tab"), m_shown}, {QStringLiteral("choices"), m_conflicts->choices()}};
}

void SyncPage::returnTo(const QVariantMap &place)
{
    if (const QString tab = place.value(QStringLiteral("tab")).toString(); !tab.isEmpty())
        choose(tab);
    m_conflicts->takeChoices(place.value(QStringLiteral("choices")).toMap());
}

void SyncPage::reload()
{
    messages()->withdraw(QStringLiteral("load"));
    m_waiting.reload();
    m_history.reload();
    m_conflicts->reload();
    m_rejected->reload();
    refresh();
}

void SyncPage::refreshTabs()
{
    m_tabs->setSegments({{kWaiting, tr("Waiting %1").arg(m_waiting.changes()), {}},
                         {kConflicts, tr("Conflicts %1").arg(m_conflicts->count()), {}},
                         {kRejected, tr("Rejected %1").arg(m_rejected->count()), {}},
                         {kHistory, tr("History"), {}}});
    m_tabs->setCurrent(m_shown);
}

void SyncPage::refresh()
{
    const SyncSnapshot s = m_services.sync.snapshot();
    header()->setSub(
        s.lastContact.isValid()
            ? tr("Last contact %1, server %2").arg(format::dateTime(s.lastContact), format::isolate(s.server))
            : tr("No contact yet, server %1").arg(format::isolate(s.server)));
    refreshTabs();
    m_now->setText(engineWords(s));
    m_errorsLabel->setText(m_errors.isEmpty() ? QString()
                                              : tr("Last errors: %1").arg(m_errors.join(QStringLiteral("  •  "))));
    m_errorsLabel->setVisible(!m_errors.isEmpty());
    const Sentence trouble = troubleSentence(s);
    if (trouble.fact.isEmpty()) {
        messages()->withdraw(kTrouble);
    } else {
        const bool signIn = s.trouble == SyncSnapshot::Trouble::SignInNeeded;
        messages()->post(kTrouble,
                         {Status::Warn, trouble, signIn ? tr("Sign in") : QString(), QStringLiteral("off"), false},
                         [this] { Q_EMIT signInRequested(); });
    }
    if (const Sentence audit = auditSentence(s); audit.fact.isEmpty())
        messages()->withdraw(kAudit);
    else
        messages()->post(kAudit, {s.audit == SyncSnapshot::Audit::Contradicts ? Status::Bad : Status::Info,
                                  audit,
                                  {},
                                  {},
                                  s.audit == SyncSnapshot::Audit::Restored});
    struct Tab
    {
        QString id;
        QWidget *page;
        bool empty;
        QString icon;
        QString words;
    };
    const Tab tabs[] = {{kWaiting, m_table, m_waiting.rowCount() == 0, QStringLiteral("view-refresh"),
                         s.files.waitingUp > 0      ? tr("No change waits; files are still to be sent.")
                         : m_rejected->count() == 0 ? tr("Nothing waits. Every change on this laptop is on the server.")
                                                    : tr("Nothing waits but what was rejected.")},
                        {kConflicts, m_conflicts, m_conflicts->count() == 0, QStringLiteral("check-ring"),
                         tr("No conflict waits for a decision.")},
                        {kRejected, m_rejected, m_rejected->count() == 0, QStringLiteral("check-ring"),
                         tr("The server has rejected nothing.")},
                        {kHistory, m_table, m_history.rowCount() == 0, QStringLiteral("view-refresh"),
                         tr("Nothing has been sent from this laptop yet.")}};
    for (const Tab &tab : tabs) {
        if (tab.id != m_shown)
            continue;
        m_empty->setContent(tab.icon, tab.words, tab.id == kWaiting ? tr("Sync now") : QString());
        m_stack->setCurrentWidget(tab.empty ? m_empty : tab.page);
    }
}

/// Keeps what went wrong last, also when it mends by itself before anybody looks.
void SyncPage::noteTrouble()
{
    const SyncSnapshot s = m_services.sync.snapshot();
    if (s.trouble == m_lastTrouble)
        return;
    m_lastTrouble = s.trouble;
    const QString fact = troubleSentence(s).fact;
    if (fact.isEmpty())
        return;
    m_errors.prepend(QStringLiteral("%1 %2").arg(
        format::time(s.troubleSince.isValid() ? s.troubleSince : m_services.workspace.clock.now()), fact));
    while (m_errors.size() > kErrorsKept)
        m_errors.removeLast();
}

/// The same trouble met again by another run: its time is that of the last one.
void SyncPage::noteAgain()
{
    const QString fact = troubleSentence(m_services.sync.snapshot()).fact;
    if (fact.isEmpty() || m_errors.isEmpty())
        return;
    m_errors.first() = QStringLiteral("%1 %2").arg(format::time(m_services.workspace.clock.now()), fact);
    if (isVisible())
        refresh();
}

void SyncPage::chooseExportPath()
{
    askWhereToSave(this, tr("Export the changes"), tr("JSON files (*.json)"), QStringLiteral("markaz-changes.json"),
                   [this](const QString &path) { exportTo(path); });
}

void SyncPage::exportTo(const QString &path)
{
    const auto written = ExportOutbox(m_services.workspace).run(m_services.actor, path);
    if (!written) {
        Message message = Message::ofWriting(written.error(), path);
        message.sentence.safe = tr("The changes are kept on this laptop.");
        messages()->post(kExport, message);
        return;
    }
    messages()->post(kExport, {Status::Ok,
                               {*written == 1 ? tr("1 change is written to %1.").arg(path)
                                              : tr("%1 changes are written to %2.").arg(*written).arg(path),
                                tr("The file holds what you entered in clear."), tr("Hand it to nobody but support.")},
                               {},
                               {},
                               true});
}

void SyncPage::showEvent(QShowEvent *event)
{
    reload();
    ListPage::showEvent(event);
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/standards/standardspage.h"

#include "core/workflow/standards.h"
#include "ui/pages/standards/standardpreview.h"
#include "ui/text/differencewords.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/text/sentences.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/draggedfile.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr qint64 kMostBytes = 16 * 1024 * 1024;
const QString kChecked = QStringLiteral("checked");
const QString kFaults = QStringLiteral("faults");
const QString kPreview = QStringLiteral("preview");
const QString kNotes = QStringLiteral("notes");
const QString kChanges = QStringLiteral("changes");
const QString kPublished = QStringLiteral("published");
const QString kWaiting = QStringLiteral("waiting");

Result<StandardReading> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return makeError(ErrorCode::TooLarge, QStringLiteral("more than %1 bytes").arg(kMostBytes), path);
    return readStandardFile(bytes);
}

} // namespace

StandardsPage::StandardsPage(const Services &services, QWidget *parent)
    : ListPage(tr("Standards"), parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("standardsPage"));
    m_pool.setMaxThreadCount(1);
    setAcceptDrops(true);
    build();
    showInUse();
    const ChangeNotifier *notifier = &m_services.workspace.notifier;
    connect(notifier, &ChangeNotifier::manyChanged, this, [this] { // the server's word, or a version of somebody else's
        sayWaiting();
        if (m_services.standards.newest().hash() == m_against)
            return;
        if (m_path.isEmpty())
            showInUse();
        else if (m_reading.standard)
            offerPublishing();
    });
    connect(notifier, &ChangeNotifier::outboxChanged, this, &StandardsPage::sayWaiting);
}

StandardsPage::~StandardsPage()
{
    m_pool.waitForDone();
}

void StandardsPage::build()
{
    m_inUse = new QPushButton(tr("The standard in force"), this);
    m_inUse->setObjectName(QStringLiteral("standardInUse"));
    header()->addAction(m_inUse);
    m_check = new QPushButton(tr("Check a file…"), this);
    m_check->setObjectName(QStringLiteral("checkStandard"));
    m_check->setIcon(icon(QStringLiteral("document-open")));
    m_check->setProperty("role", QStringLiteral("primary"));
    m_check->setToolTip(
        tr("A new version as an XLSForm workbook (XLSX) or as JSON; it can be dropped here too. Checking publishes "
           "nothing."));
    header()->addAction(m_check);
    connect(m_inUse, &QPushButton::clicked, this, &StandardsPage::showInUse);
    connect(m_check, &QPushButton::clicked, this, &StandardsPage::choosePath);

    auto *bar = new QHBoxLayout;
    m_views = new SegmentedControl(this);
    m_views->setObjectName(QStringLiteral("standardViews"));
    m_views->setAccessibleName(tr("What to show of the file"));
    connect(m_views, &SegmentedControl::chosen, this, &StandardsPage::showView);
    bar->addWidget(m_views);
    bar->addStretch();
    m_publish = new AskTwice(QStringLiteral("publishStandard"), QStringLiteral("keepUnpublished"), this);
    connect(m_publish, &AskTwice::confirmed, this, &StandardsPage::publish);
    body()->addLayout(bar);
    body()->addSpacing(8);

    const auto table = [this](const char *name, const QString &words, QAbstractItemModel &model,
                              const QList<int> &widths = {110, 70, 170, 0}) {
        auto *view = new TableView(this);
        view->setObjectName(QLatin1String(name));
        view->setAccessibleName(words);
        view->setModel(&model);
        view->setWidths(widths);
        return view;
    };
    m_faultsTable = table("standardFaults", tr("What is wrong with the file"), m_faults);
    m_notesTable = table("standardNotes", tr("What was left out of the file"), m_notes);
    m_changesTable = table("standardChanges", tr("What the new version changes"), m_changes, {130, 80, 420, 0});
    m_preview = new StandardPreview(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_preview);
    m_stack->addWidget(m_faultsTable);
    m_stack->addWidget(m_notesTable);
    m_stack->addWidget(m_changesTable);
    body()->addWidget(m_stack, 1);
    body()->addWidget(m_publish);
}

QString StandardsPage::describe(const Standard &standard) const
{
    const auto critical =
        std::count_if(standard.items().begin(), standard.items().end(), [](const Item &item) { return item.critical; });
    return tr("%1, version %2: %3 items, %4 of them critical")
        .arg(standard.title().in(isUrdu()), format::number(standard.version()), format::number(standard.items().size()),
             format::number(critical));
}

void StandardsPage::showInUse()
{
    m_path.clear();
    m_reading = {};
    messages()->withdraw(kChecked);
    m_against = m_services.standards.newest().hash();
    header()->setSub(describe(m_services.standards.newest()));
    m_preview->setStandard(m_services.standards.newest());
    m_views->hide();
    m_inUse->hide();
    m_publish->hide();
    m_stack->setCurrentWidget(m_preview);
    sayWaiting();
}

void StandardsPage::choosePath()
{
    auto *dialog =
        new QFileDialog(this, tr("Check a standard"), QString(), tr("Standards (*.xlsx *.xlsm *.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StandardsPage::checkFile);
    dialog->open();
}

void StandardsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_reads && !draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void StandardsPage::dropEvent(QDropEvent *event)
{
    if (const QString path = draggedFile(event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        checkFile(path);
    }
}

void StandardsPage::checkFile(const QString &path)
{
    if (m_reads)
        return;
    m_reads = true;
    m_check->setEnabled(false);
    header()->setSub(tr("Reading %1.").arg(format::code(QFileInfo(path).fileName())));
    m_pool.start([path, page = QPointer<StandardsPage>(this)] {
        // The destructor waits for this, so the page is there as long as it runs; its events are gone when it is.
        QMetaObject::invokeMethod(
            page.data(), [page, path, reading = readFile(path)] { page->take(path, reading); }, Qt::QueuedConnection);
    });
}

void StandardsPage::take(const QString &path, const Result<StandardReading> &reading)
{
    m_reads = false;
    m_check->setEnabled(true);
    const QString name = format::code(QFileInfo(path).fileName());
    if (!reading) {
        showInUse();
        const bool large = reading.error().code == ErrorCode::TooLarge;
        messages()->post(kChecked, {Status::Bad,
                                    {tr("%1 was not read.").arg(name),
                                     large ? tr("It is larger than 16 MiB.") : tr("The file cannot be opened."),
                                     tr("Nothing was changed. Choose another file.")},
                                    {},
                                    {},
                                    true});
        Q_EMIT checked();
        return;
    }
    m_path = path;
    m_reading = *reading;
    m_faults.setFaults(m_reading.faults);
    m_notes.setFaults(m_reading.notes);
    for (const auto &[table, model] : {std::pair(m_faultsTable, &m_faults), std::pair(m_notesTable, &m_notes)}) {
        table->setColumnHidden(FaultsModel::Sheet, model->inJson()); // a JSON file has neither sheets nor rows
        table->setColumnHidden(FaultsModel::Row, model->inJson());
    }
    const QString faults = m_reading.more ? format::number(m_reading.faults.size()) + QLatin1Char('+')
                                          : format::number(m_reading.faults.size());
    QList<Segment> segments;
    if (m_reading.standard) {
        m_preview->setStandard(*m_reading.standard);
        header()->setSub(describe(*m_reading.standard));
        segments.append({kPreview, tr("As inspectors will see it"), {}});
        const QString whyNot = offerPublishing();
        const auto rows = differenceRows(m_services.standards.newest(), *m_reading.standard);
        m_changes.setRows(rows);
        segments.append({kChanges, tr("Changes %1").arg(format::number(rows.size())), {}});
        messages()->post(kChecked,
                         {Status::Ok,
                          {tr("%1 is sound.").arg(name), tr("Nothing was published."),
                           whyNot.isEmpty() ? tr("Look through it and at what changes, then publish it.") : whyNot},
                          {},
                          {},
                          true});
    } else {
        header()->setSub(name);
        segments.append({kFaults, tr("Faults %1").arg(faults), {}});
        const bool one = m_reading.faults.size() == 1 && !m_reading.more;
        messages()->post(kChecked, {Status::Bad,
                                    {one ? tr("%1 is not sound: 1 fault.").arg(name)
                                         : tr("%1 is not sound: %2 faults.").arg(name, faults),
                                     tr("Nothing was published."),
                                     m_faults.inJson() ? tr("Mend what is named below and check the file again.")
                                                       : tr("Mend the cells below and check the file again.")},
                                    {},
                                    {},
                                    true});
    }
    if (!m_reading.notes.isEmpty())
        segments.append({kNotes, tr("Left out %1").arg(format::number(m_reading.notes.size())), {}});
    m_publish->setVisible(m_reading.standard.has_value());
    m_views->setSegments(segments);
    m_views->setCurrent(segments.first().id);
    m_views->show();
    m_inUse->show();
    showView(segments.first().id);
    Q_EMIT checked();
}

void StandardsPage::showView(const QString &id)
{
    m_stack->setCurrentWidget(id == kFaults    ? static_cast<QWidget *>(m_faultsTable)
                              : id == kNotes   ? static_cast<QWidget *>(m_notesTable)
                              : id == kChanges ? static_cast<QWidget *>(m_changesTable)
                                               : static_cast<QWidget *>(m_preview));
}

/// Says on the button what publishing would do; why it cannot be done, when it cannot.
QString StandardsPage::offerPublishing()
{
    m_against = m_services.standards.newest().hash();
    const Standard &standard = *m_reading.standard;
    const QString version = format::number(standard.version());
    m_publish->setWords(tr("Publish version %1").arg(version), tr("Publish it for good"),
                        tr("%1. Every laptop fetches it, and a published version is never changed.")
                            .arg(differencewords::counts(differenceBetween(m_services.standards.newest(), standard))));
    const auto allowed =
        PublishStandard(m_services.workspace, m_services.standards).check(m_services.actor, standard, m_reading.json);
    QString refusal = allowed ? QString() : whyNot(allowed.error());
    m_publish->setReady(allowed.ok(), refusal);
    return refusal;
}

QString StandardsPage::whyNot(const Error &error) const
{
    const QString newest = format::number(m_services.standards.newest().version());
    if (error.code == ErrorCode::Exists && error.where == QLatin1String("hash"))
        return tr("This very version is published already.");
    if (error.code == ErrorCode::Exists && error.where == QLatin1String("waiting"))
        return tr("Another version waits for the server's word.");
    if (error.code == ErrorCode::Exists)
        return tr("This number is taken by a version with another content. Give the file a number above %1.")
            .arg(newest);
    if (error.code == ErrorCode::WrongState)
        return tr("Version %1 is in force. Give the file a number above it.").arg(newest);
    if (error.code == ErrorCode::InvalidValue)
        return tr("This is another standard: a new version keeps the id %1.")
            .arg(format::code(m_services.standards.newest().id()));
    if (error.code == ErrorCode::TooLarge)
        return tr("It is too large to travel to the laptops.");
    return sentences::of(error).plain();
}

void StandardsPage::publish()
{
    if (!m_reading.standard)
        return;
    const auto published = PublishStandard(m_services.workspace, m_services.standards)
                               .run(m_services.actor, *m_reading.standard, m_reading.json);
    if (!published) {
        offerPublishing();
        messages()->post(
            kChecked,
            {Status::Bad, {tr("The version was not published."), whyNot(published.error()), {}}, {}, {}, true});
        return;
    }
    m_sent = m_reading.standard->version();
    showInUse();
}

/// A version that was published here and that the server has not taken yet, or did not take.
void StandardsPage::sayWaiting()
{
    const auto version = PublishStandard(m_services.workspace, m_services.standards).waiting();
    if (!version || !*version) {
        messages()->withdraw(kWaiting);
        if (m_sent != 0 && m_services.standards.newest().version() == m_sent) {
            messages()->post(
                kPublished,
                {Status::Ok, {tr("Version %1 is published.").arg(format::number(m_sent)), {}, {}}, {}, {}, true});
            m_sent = 0;
        }
        return;
    }
    messages()->post(
        kWaiting,
        {Status::Info,
         {tr("Version %1 waits on this laptop for the server's word.").arg(format::number(**version)),
          tr("Nothing is made with it before."), tr("Sync sends it. If it stays here, the Sync page says why.")},
         {},
         {},
         false});
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditpage.h"

#include "core/domain/auditaction.h"
#include "ui/text/auditwords.h"
#include "ui/text/format.h"
#include "ui/text/sentences.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kLoad = QStringLiteral("load");
const QString kChanged = QStringLiteral("changed");
const QString kExport = QStringLiteral("export");

} // namespace

AuditPage::AuditPage(const Services &services, QWidget *parent)
    : ListPage(tr("Audit"), parent)
    , m_services(services)
    , m_model(services)
    , m_exporter(*services.administration)
{
    setObjectName(QStringLiteral("auditPage"));
    build();
    connectAll();
    refresh();
}

void AuditPage::build()
{
    m_export = new QPushButton(tr("Export"), this);
    m_export->setObjectName(QStringLiteral("exportAudit"));
    m_export->setIcon(icon(QStringLiteral("document-export")));
    m_export->setToolTip(tr("Every entry that fits the filters, as a CSV file."));
    header()->addAction(m_export);
    m_reload = new QPushButton(tr("Look again"), this);
    m_reload->setObjectName(QStringLiteral("reloadAudit"));
    m_reload->setIcon(icon(QStringLiteral("view-refresh")));
    header()->addAction(m_reload);
    buildFilters();
    m_chain = plainLabel(this);
    m_chain->setObjectName(QStringLiteral("auditChain"));
    m_chain->setProperty("type", QStringLiteral("secondary"));
    m_chain->setProperty("tone", QStringLiteral("muted"));
    m_chain->setWordWrap(true);
    body()->addWidget(m_chain);
    body()->addSpacing(8);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("Audit entries"));
    m_table->setModel(&m_model);
    m_table->setWidths({150, 190, 230, 0, 90});
    m_empty = new EmptyPage(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
}

void AuditPage::buildFilters()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    const auto line = [this](const char *name, const QString &words) {
        auto *field = new QLineEdit(this);
        field->setObjectName(QLatin1String(name));
        field->setPlaceholderText(words);
        field->setAccessibleName(words);
        field->setClearButtonEnabled(true);
        return field;
    };
    m_who = line("auditWho", tr("Account name"));
    m_record = line("auditRecord", tr("Record id"));
    m_what = new FilterChip(tr("What"), this);
    m_what->setObjectName(QStringLiteral("auditWhat"));
    m_what->setMultiple(false);
    QList<FilterOption> options;
    for (const AuditAction action : auditActions())
        options.append({token(action), auditwords::action(token(action))});
    m_what->setOptions(options);
    m_kind = new FilterChip(tr("Kind"), this);
    m_kind->setObjectName(QStringLiteral("auditKind"));
    m_kind->setToolTip(tr("The kind of record that an entry is about."));
    m_kind->setMultiple(false);
    options.clear();
    for (const QString &kind : auditKinds())
        options.append({kind, auditwords::entity(kind)});
    m_kind->setOptions(options);
    m_from = new DateField(this);
    m_from->setObjectName(QStringLiteral("auditFrom"));
    m_from->line()->setAccessibleName(tr("From this day"));
    m_to = new DateField(this);
    m_to->setObjectName(QStringLiteral("auditTo"));
    m_to->line()->setAccessibleName(tr("To this day"));
    bar->addWidget(m_who, 2);
    bar->addWidget(m_what);
    bar->addWidget(m_kind);
    bar->addWidget(m_record, 3);
    bar->addWidget(plainLabel(tr("From"), this));
    bar->addWidget(m_from);
    bar->addWidget(plainLabel(tr("to"), this));
    bar->addWidget(m_to);
    body()->addLayout(bar);
    m_dates = plainLabel(this);
    m_dates->setObjectName(QStringLiteral("auditDates"));
    m_dates->setWordWrap(true);
    m_dates->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
    m_dates->hide();
    body()->addWidget(m_dates);
    body()->addSpacing(8);
}

/// What is wrong with the days between which is looked; empty when nothing is.
QString AuditPage::datesTrouble() const
{
    QStringList unreadable;
    for (const DateField *field : {m_from, m_to}) {
        if (!field->text().isEmpty() && !field->date().isValid())
            unreadable.append(tr("“%1”").arg(format::words(field->text())));
    }
    if (!unreadable.isEmpty())
        return tr("%1 cannot be read as a date: write it like 14/3/2027 or 2027-03-14. Until then it does not count.")
            .arg(unreadable.join(tr(" and ")));
    if (m_from->date().isValid() && m_to->date().isValid() && m_from->date() > m_to->date())
        return tr("The first day comes after the last one, so no entry can fit. Change one of them.");
    return {};
}

void AuditPage::connectAll()
{
    connect(m_reload, &QPushButton::clicked, this, &AuditPage::askAnew);
    connect(m_export, &QPushButton::clicked, this, &AuditPage::chooseExportPath);
    connect(m_empty, &EmptyPage::activated, this, &AuditPage::askAnew);
    for (QLineEdit *field : {m_who, m_record})
        connect(field, &QLineEdit::editingFinished, this, [this] { refresh(); });
    for (FilterChip *chip : {m_what, m_kind})
        connect(chip, &FilterChip::chosenChanged, this, [this] { refresh(); });
    for (DateField *field : {m_from, m_to})
        connect(field, &DateField::edited, this, [this] { refresh(); });
    for (const DateField *field : {m_from, m_to}) // also what cannot be read, which is not sent
        connect(field->line(), &QLineEdit::editingFinished, this, [this] { refresh(); });
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        if (const QString id = index.data(AuditModel::IdRole).toString(); !id.isEmpty()) {
            m_record->setText(id);
            refresh();
        }
    });
    connect(&m_model, &AuditModel::changed, this, [this] {
        if (m_model.isAsking())
            m_failure.reset();
        refresh();
    });
    connect(&m_model, &AuditModel::failed, this, &AuditPage::noteFailure);
    connect(&m_exporter, &AuditExport::failed, this, &AuditPage::noteExport);
    connect(&m_exporter, &AuditExport::written, this, [this](qint64 entries) {
        messages()->post(kExport,
                         {Status::Ok,
                          {tr("%1 entries are written to %2.").arg(format::number(entries), m_exporter.path()), {}, {}},
                          {},
                          {},
                          true});
        refresh();
    });
}

AuditQuery AuditPage::wanted() const
{
    AuditQuery query;
    query.actor = m_who->text().trimmed();
    query.action = m_what->chosen().value(0);
    query.entity = m_kind->chosen().value(0);
    query.id = m_record->text().trimmed();
    if (m_from->date().isValid())
        query.from = m_from->date().startOfDay();
    if (m_to->date().isValid())
        query.to = m_to->date().addDays(1).startOfDay();
    return query;
}

void AuditPage::askAnew()
{
    m_asked = true;
    messages()->withdraw(kLoad);
    m_model.ask(wanted());
}

void AuditPage::refresh()
{
    const QString trouble = datesTrouble();
    m_dates->setText(trouble);
    m_dates->setVisible(!trouble.isEmpty());
    if (m_asked && !(wanted() == m_model.query()))
        return askAnew();
    m_export->setEnabled(trouble.isEmpty() && !m_exporter.isRunning());
    m_reload->setEnabled(!m_model.isAsking());
    const int rows = m_model.rowCount();
    header()->setSub(m_model.isAsking()                                        ? tr("Asking the server.")
                     : m_failure && m_failure->where == QLatin1String("actor") ? tr("Not asked: nobody is called that.")
                     : m_failure         ? tr("Not asked: the server does not answer.")
                     : m_model.isWhole() ? tr("%1 entries").arg(format::number(rows))
                                         : tr("%1 entries, more below").arg(format::number(rows)));
    refreshChain();
    if (rows > 0)
        return m_stack->setCurrentWidget(m_table);
    m_empty->setContent(QStringLiteral("eye"),
                        m_failure && m_failure->where == QLatin1String("actor") ? tr("Nobody is called that.")
                        : m_failure          ? tr("The audit is kept on the server and needs a connection.")
                        : m_model.isAsking() ? tr("Asking the server.")
                                             : tr("No entry fits."),
                        m_model.isAsking() ? QString() : tr("Look again"));
    m_stack->setCurrentWidget(m_empty);
}

void AuditPage::refreshChain()
{
    const AuditChain &chain = m_model.chain();
    m_chain->setVisible(chain.entries > 0);
    QString words = chain.signedAt == 0
                        ? tr("The chain has %1 entries and no checkpoint yet.").arg(format::number(chain.entries))
                        : tr("The chain has %1 entries; the last checkpoint is at entry %2, %3.")
                              .arg(format::number(chain.entries), format::number(chain.signedAt),
                                   format::dateTime(chain.signedTime));
    if (chain.contradictions == 0) {
        messages()->withdraw(kChanged);
        words += QLatin1Char(' ') + tr("No laptop contradicts it.");
    } else {
        messages()->post(kChanged,
                         {Status::Bad,
                          {tr("The audit was changed."),
                           chain.contradictions == 1
                               ? tr("1 checkpoint that a laptop keeps contradicts it.")
                               : tr("%1 checkpoints that laptops keep contradict it.").arg(chain.contradictions),
                           tr("Let the server's operator run markaz-server verify-audit.")},
                          {},
                          {},
                          false});
    }
    m_chain->setText(words);
}

void AuditPage::noteFailure(const Error &error)
{
    m_failure = error;
    Message message = Message::of(error);
    if (error.where == QLatin1String("actor"))
        message.sentence = {
            tr("No account, or more than one, is called “%1”.").arg(format::words(m_who->text().trimmed())),
            {},
            tr("Write the account's name, such as a.khan, or the whole name that is shown.")};
    message.status = Status::Warn;
    messages()->post(kLoad, message);
}

void AuditPage::noteExport(const Error &error)
{
    const QString path = m_exporter.path();
    Message message = Message::ofWriting(error, path);
    if (error.where != path) // of the server, while the file was being written
        message.sentence = {tr("%1 was not written.").arg(format::isolate(path)),
                            tr("What stood there before is as it was."), message.sentence.plain()};
    messages()->post(kExport, message);
    refresh();
}

void AuditPage::chooseExportPath()
{
    askWhereToSave(this, tr("Export the audit"), tr("CSV files (*.csv)"), QStringLiteral("markaz-audit.csv"),
                   [this](const QString &path) { exportTo(path); });
}

void AuditPage::exportTo(const QString &path)
{
    m_exporter.start(m_model.query(), path);
    refresh();
}

void AuditPage::showEvent(QShowEvent *event)
{
    ListPage::showEvent(event);
    if (!m_asked)
        askAnew();
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/importpage.h"

#include "core/domain/namekey.h"
#include "core/support/programmeday.h"
#include "core/workflow/preferences.h"
#include "ui/text/format.h"
#include "ui/text/importwords.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/draggedfile.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/tableview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace markaz::ui {
namespace {

const QString kMessage = QStringLiteral("import");

} // namespace

ImportPage::ImportPage(const Services &services, QWidget *parent)
    : ImportPage(services, ImportMatter::buildings(), parent)
{
}

ImportPage::ImportPage(const Services &services, const ImportMatter &matter, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_matter(matter)
    , m_job(services, matter)
{
    setObjectName(QStringLiteral("importPage"));
    setAcceptDrops(true);
    build();
    connect(&m_job, &ImportJob::progressed, this, [this](qint64 done, qint64 total) {
        const QString far = tr("%1 of %2").arg(format::bytes(done), format::bytes(total));
        m_progress->setProgress(total > 0 ? QStringLiteral("%1, %2").arg(m_working, far) : m_working, done, total);
    });
    connect(&m_job, &ImportJob::previewed, this, &ImportPage::showPreview);
    connect(&m_job, &ImportJob::checked, this, &ImportPage::showCheck);
    connect(&m_job, &ImportJob::failed, this, &ImportPage::fail);
    connect(&m_job, &ImportJob::faultsSaved, this, [this](qint64 rows, const QString &path) {
        idle();
        m_messages->post(
            kMessage,
            {Status::Ok,
             {tr("Rows written to %1: %2.").arg(format::code(QFileInfo(path).fileName()), format::number(rows)),
              tr("Each stands there as it is in the file, behind its line and the reason."),
              tr("The file may hold personal data: keep it where only those who may read it "
                 "can.")},
             {},
             {},
             true});
        Q_EMIT settled();
    });
    connect(&m_job, &ImportJob::imported, this, [this](qint64 count) {
        m_registered = count;
        idle();
        openNew();
        Q_EMIT imported(count);
        Q_EMIT settled();
    });
    openNew();
}

void ImportPage::openNew()
{
    m_job.cancel();
    m_path.clear();
    m_preview = {};
    m_check = {};
    if (m_matter.asksAbout) {
        m_asOf->setDate({});
        m_source->clear();
    }
    m_messages->withdraw(kMessage);
    m_stack->setCurrentWidget(m_choose);
    refresh();
}

void ImportPage::choosePath()
{
    auto *dialog = new QFileDialog(this, m_matter.title, QString(), tr("CSV files (*.csv *.txt *.tsv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::takeFile);
    dialog->open();
}

void ImportPage::takeFile(const QString &path)
{
    if (m_job.isRunning())
        return;
    openNew();
    m_path = path;
    working(tr("Reading %1").arg(format::code(QFileInfo(path).fileName())));
    m_job.preview(path, std::nullopt);
}

void ImportPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_job.isRunning() && !draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent *event)
{
    if (const QString path = draggedFile(event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        takeFile(path);
    }
}

void ImportPage::showPreview(const ImportPreview &preview)
{
    idle();
    m_preview = preview;
    m_rows.setRows(preview.names, preview.rows);
    m_encoding->setCurrentIndex(m_encoding->findData(static_cast<int>(preview.form.encoding)));
    m_separator->setCurrentIndex(m_separator->findData(preview.form.separator));
    fillColumns();
    m_stack->setCurrentWidget(m_columnsView);
    refresh();
    if (!m_fields.isEmpty())
        m_fields.first()->setFocus(Qt::OtherFocusReason);
    Q_EMIT settled();
}

/// The person says that the file is written otherwise.
void ImportPage::formChosen()
{
    const CsvForm form{static_cast<CsvEncoding>(m_encoding->currentData().toInt()),
                       m_separator->currentData().toChar()};
    if (m_job.isRunning() || form == m_preview.form)
        return;
    m_messages->withdraw(kMessage);
    working(tr("Reading %1").arg(format::code(QFileInfo(m_path).fileName())));
    m_job.preview(m_path, form);
}

ImportFile ImportPage::file() const
{
    ImportFile file{m_path, m_preview.form, {}};
    for (const QComboBox *field : m_fields)
        file.fields.append(field->currentData().toString());
    if (m_matter.asksAbout)
        file.about = {{QStringLiteral("as_of"), m_asOf->date().toString(Qt::ISODate)},
                      {QStringLiteral("source"), m_source->text().trimmed()}};
    return file;
}

QString ImportPage::missing() const
{
    const auto usable = m_matter.usable(file().fields);
    if (usable && m_matter.asksAbout) {
        if (!m_asOf->date().isValid())
            return tr("Say of which day the figures are");
        if (m_asOf->date() > programmeDay(m_services.workspace.clock.now()))
            return tr("The figures are of a day that has not come yet");
        return m_source->text().trimmed().isEmpty() ? tr("Say who counted: the source") : QString();
    }
    if (usable)
        return {};
    const QString field = importwords::field(usable.error().where);
    return usable.error().code == ErrorCode::Incomplete ? tr("No column holds “%1” yet").arg(field)
                                                        : tr("Two columns are to be “%1”").arg(field);
}

void ImportPage::fieldsChosen()
{
    m_messages->withdraw(kMessage);
    refresh();
}

void ImportPage::next()
{
    m_messages->withdraw(kMessage);
    if (m_stack->currentWidget() == m_columnsView) {
        remember();
        working(tr("Checking the rows"));
        m_job.check(file());
        return;
    }
    setRegistering(true);
    working(m_matter.working);
    m_job.import(file(), m_check.count, m_alsoAlike->isChecked());
}

void ImportPage::showCheck(const ImportCheck &check)
{
    idle();
    m_check = check;
    m_faults.setFaults(check.faults);
    const ImportCount &count = check.count;
    QStringList words{tr("Rows: %1. Good: %2. May be there already: %3. Refused: %4.")
                          .arg(format::number(count.rows), format::number(count.good), format::number(count.alike),
                               format::number(count.refused))};
    if (const qint64 more = count.alike + count.refused - check.faults.size(); more > 0)
        words.append(
            tr("The list shows the first %1; the saved file has all.").arg(format::number(check.faults.size())));
    if (m_matter.sums)
        words.append(m_matter.sums(m_services.workspace, count));
    m_figures->setText(words.join(QLatin1Char(' ')));
    m_alsoAlike->setChecked(false);
    m_alsoAlike->setVisible(count.alike > 0);
    m_saveFaults->setVisible(count.alike + count.refused > 0);
    m_faultsTable->setVisible(count.alike + count.refused > 0);
    m_stack->setCurrentWidget(m_resultView);
    refresh();
    Q_EMIT settled();
}

void ImportPage::chooseWhereToSave()
{
    askWhereToSave(this, tr("Save the rows that are not good"), tr("CSV (*.csv)"),
                   QFileInfo(m_path).completeBaseName() + QStringLiteral("-errors.csv"), [this](const QString &path) {
                       if (m_job.isRunning())
                           return;
                       m_messages->withdraw(kMessage);
                       working(tr("Writing the rows that are not good"));
                       m_job.saveFaults(file(), path);
                   });
}

void ImportPage::fail(const Error &error, const QString &written)
{
    idle();
    const bool cancelled = error.code == ErrorCode::WrongState && error.where == QLatin1String("cancelled");
    m_messages->post(
        kMessage,
        {cancelled ? Status::Info : Status::Bad, importwords::whole(error, m_matter.kind, written), {}, {}, true});
    if (error.code == ErrorCode::WrongState && !cancelled)
        m_stack->setCurrentWidget(m_columnsView); // to be checked again
    refresh();
    Q_EMIT settled();
}

void ImportPage::working(const QString &words)
{
    m_working = words;
    m_progress->setProgress(words, 0, 0);
    m_progress->show();
    refresh();
}

void ImportPage::idle()
{
    m_working.clear();
    m_progress->hide();
    setRegistering(false);
    refresh();
}

void ImportPage::setRegistering(bool registering)
{
    if (m_registering == registering)
        return;
    m_registering = registering;
    Q_EMIT registeringChanged(registering);
}

qint64 ImportPage::stopRegistering()
{
    m_registered = 0;
    if (m_registering) {
        m_job.cancel();
        m_job.wait();
    }
    return m_registered;
}

void ImportPage::refresh()
{
    const bool works = !m_working.isEmpty();
    const QWidget *shown = m_stack->currentWidget();
    m_header->setSub(m_path.isEmpty() ? m_matter.sub : format::code(QFileInfo(m_path).fileName()));
    m_stack->setEnabled(!works);
    m_footer->setVisible(shown != m_choose);
    m_other->setText(shown == m_resultView ? tr("Back to the columns") : tr("Another file…"));
    m_other->setEnabled(!works);
    if (shown == m_resultView) {
        const qint64 wanted = m_check.count.good + (m_alsoAlike->isChecked() ? m_check.count.alike : 0);
        m_next->setText(m_matter.act(wanted));
        m_next->setEnabled(!works && wanted > 0);
        m_footWords->setText(m_registering
                                 ? tr("Other pages wait until this is done. Cancel leaves everything as it was.")
                             : wanted > 0 ? tr("All of them or none; refused rows are left out. They are saved on this "
                                               "laptop and sent later.")
                                          : tr("No row can be registered. Mend the file and choose it again."));
        return;
    }
    const QString lacks = shown == m_columnsView ? missing() : QString();
    m_next->setText(tr("Check the rows"));
    m_next->setEnabled(!works && lacks.isEmpty());
    m_footWords->setText(lacks.isEmpty() ? tr("Nothing is registered yet.") : lacks + QLatin1Char('.'));
}

QHash<QString, QString> ImportPage::remembered() const
{
    QHash<QString, QString> fields;
    const auto kept = Preferences(m_services.workspace).value(m_matter.columns);
    const QJsonObject all = kept ? kept->toObject() : QJsonObject(); // what cannot be read is guessed
    for (auto it = all.begin(); it != all.end(); ++it)
        fields.insert(it.key(), it->toString());
    return fields;
}

void ImportPage::remember()
{
    Preferences preferences(m_services.workspace);
    const auto kept = preferences.value(m_matter.columns);
    QJsonObject all = kept ? kept->toObject() : QJsonObject();
    const ImportFile chosen = file();
    for (qsizetype i = 0; i < chosen.fields.size(); ++i)
        all.insert(nameKey(m_preview.names.value(i)), chosen.fields.at(i));
    if (auto set = preferences.set(m_matter.columns, all); !set)
        m_messages->post(kMessage, Message::of(set.error()));
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/monthlysheet.h"

#include "core/support/programmeday.h"
#include "ui/pages/dashboard/monthlydocument.h"
#include "ui/pages/dashboard/monthlyjob.h"
#include "ui/text/calendarwords.h"
#include "ui/text/format.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/savedialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kKey = QStringLiteral("report");

} // namespace

MonthlySheet::MonthlySheet(const Services &services, QWidget *page)
    : Sheet(Room::Middle, page)
    , m_services(services)
    , m_job(new MonthlyJob(services, this))
    , m_month(new QComboBox(this))
    , m_progress(new JobProgress(this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_save(new QPushButton(tr("Save as PDF…"), this))
{
    setObjectName(QStringLiteral("monthlySheet"));
    setTitle(tr("Monthly report"));
    auto *about = plainLabel(this);
    about->setWordWrap(true);
    about->setText(
        tr("One PDF for the ministry: each province of your account with its figures, charts and the "
           "certificates that expire next. It counts what the server had taken by the month’s end, as the last "
           "sync brought it, in the language in use."));
    body()->addWidget(about);
    auto *row = new QHBoxLayout;
    auto *label = plainLabel(this);
    label->setText(tr("Month"));
    label->setBuddy(m_month);
    m_month->setObjectName(QStringLiteral("reportMonth"));
    m_month->setAccessibleName(tr("Month"));
    const QList<QDate> months = reportMonths(m_services.policy, programmeDay(m_services.workspace.clock.now()));
    for (const QDate &month : months)
        m_month->addItem(month == months.first() ? tr("%1, until today").arg(format::longMonth(month))
                                                 : format::longMonth(month),
                         month);
    if (months.size() > 1)
        m_month->setCurrentIndex(1); // the last one that is over
    row->addWidget(label);
    row->addWidget(m_month);
    row->addStretch();
    body()->addLayout(row);
    body()->addWidget(m_progress);
    m_close->setObjectName(QStringLiteral("closeReport"));
    m_save->setObjectName(QStringLiteral("saveReport"));
    m_save->setProperty("role", QStringLiteral("primary"));
    foot()->addStretch();
    foot()->addWidget(m_close);
    foot()->addWidget(m_save);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &MonthlySheet::askWhere);
    connect(m_progress, &JobProgress::cancelled, m_job, &MonthlyJob::cancel);
    connect(m_job, &MonthlyJob::progressed, this, [this](int done, int all) {
        m_progress->setProgress(tr("Counting and writing %1").arg(m_month->currentText()), done, all);
    });
    connect(m_job, &MonthlyJob::written, this, [this](const QString &path) {
        refresh();
        messages()->post(
            kKey,
            {Status::Ok,
             {tr("The report is saved as %1.").arg(format::isolate(path)), {}, tr("Whoever has the file can read it.")},
             {},
             {},
             true});
        m_close->setFocus(Qt::OtherFocusReason);
    });
    connect(m_job, &MonthlyJob::failed, this, [this](const Error &error, const QString &path) {
        refresh();
        const bool stopped = error.where == QLatin1String("cancelled");
        messages()->post(
            kKey,
            {stopped ? Status::Info : Status::Bad, monthlySentence(error, m_services.policy, path), {}, {}, true});
        m_save->setFocus(Qt::OtherFocusReason);
    });
    refresh();
    present(m_month);
}

void MonthlySheet::leave()
{
    if (m_job->isRunning())
        m_job->cancel();
    else
        close();
}

void MonthlySheet::refresh()
{
    const bool runs = m_job->isRunning();
    m_month->setEnabled(!runs);
    m_save->setEnabled(!runs && m_month->count() > 0);
    m_close->setEnabled(!runs);
    m_progress->setVisible(runs);
}

void MonthlySheet::askWhere()
{
    askWhereToSave(this, tr("Save the report"), tr("PDF files (*.pdf)"),
                   monthlyFileName(m_month->currentData().toDate()), [this](const QString &path) { start(path); })
        ->setObjectName(QStringLiteral("saveReportDialog"));
}

void MonthlySheet::start(const QString &path)
{
    messages()->withdraw(kKey);
    m_progress->setProgress(tr("Counting and writing %1").arg(m_month->currentText()), 0, 1);
    m_job->start(m_month->currentData().toDate(), path);
    refresh();
    m_progress->cancelButton()->setFocus(Qt::OtherFocusReason);
}

} // namespace markaz::ui

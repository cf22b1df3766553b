// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/importjob.h"

#include "core/support/csvwriter.h"
#include "core/support/ownfiles.h"
#include "core/support/wholefile.h"
#include "core/workflow/ownworkspace.h"
#include "ui/text/importwords.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QSaveFile>

namespace markaz::ui {
namespace {

constexpr int kPreviewRows = 20;
constexpr qsizetype kMostFaults = 1000;
constexpr int kPulseMs = 100;

Result<ImportPreview> read(const QString &path, const std::optional<CsvForm> &form)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    auto reader = CsvReader::open(file, {}, form);
    if (!reader)
        return reader.error();
    ImportPreview preview{reader->form(), {}, {}};
    while (preview.rows.size() < kPreviewRows) {
        auto row = reader->next();
        if (!row)
            return row.error();
        if (!row->has_value())
            break;
        if (preview.names.isEmpty())
            preview.names = (*row)->cells;
        else
            preview.rows.append((*row)->cells);
    }
    if (preview.rows.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("the file has no rows"), QStringLiteral("file"));
    return preview;
}

Error unwritable(const QSaveFile &file)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return makeError(full ? ErrorCode::StorageFull : ErrorCode::StorageFailed, file.errorString(), file.fileName());
}

} // namespace

ImportJob::ImportJob(const Services &services, const ImportMatter &matter, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_matter(matter)
{
    m_pool.setMaxThreadCount(1);
    m_pulse.setInterval(kPulseMs);
    connect(&m_pulse, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_progress.done, m_progress.total); });
}

ImportJob::~ImportJob()
{
    cancel();
    m_pool.waitForDone();
}

void ImportJob::wait()
{
    m_pool.waitForDone();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

/// Runs \p work in the thread, and what it hands back in this one.
void ImportJob::start(const std::function<std::function<void()>()> &work)
{
    if (m_runs)
        return;
    m_runs = true;
    m_progress.done = 0;
    m_progress.total = 0;
    m_progress.cancelled = false;
    m_pulse.start();
    m_pool.start([work, job = QPointer<ImportJob>(this)] {
        // The destructor waits for this, so the job is there as long as it runs; its events are gone when it is.
        QMetaObject::invokeMethod(
            job.data(),
            [job, tell = work()] {
                job->m_runs = false;
                job->m_pulse.stop();
                tell();
            },
            Qt::QueuedConnection);
    });
}

void ImportJob::withWorkspace(const std::function<std::function<void()>(FileImport &import)> &work)
{
    start([this, work, path = m_services.workspace.database.location(), &sealer = m_services.workspace.records.sealer(),
           &clock = m_services.workspace.clock, make = m_matter.make,
           &gazetteer = m_services.gazetteer]() -> std::function<void()> {
        auto own = OwnWorkspace::open(path, sealer, clock);
        if (!own)
            return [this, error = own.error()] { Q_EMIT failed(error); };
        const auto import = make((*own)->workspace(), gazetteer, m_progress);
        return work(*import);
    });
}

void ImportJob::preview(const QString &path, const std::optional<CsvForm> &form)
{
    start([this, path, form]() -> std::function<void()> {
        return [this, preview = read(path, form)] {
            if (preview)
                Q_EMIT previewed(*preview);
            else
                Q_EMIT failed(preview.error());
        };
    });
}

void ImportJob::check(const ImportFile &file)
{
    withWorkspace([this, file, actor = m_services.actor](FileImport &import) -> std::function<void()> {
        ImportCheck check;
        const auto count = import.check(actor, file, [&check](const RowFault &fault, const CsvRow &) -> Result<void> {
            if (check.faults.size() < kMostFaults)
                check.faults.append(fault);
            return {};
        });
        if (!count)
            return [this, error = count.error()] { Q_EMIT failed(error); };
        check.count = *count;
        return [this, check] { Q_EMIT checked(check); };
    });
}

void ImportJob::saveFaults(const ImportFile &file, const QString &path)
{
    const QStringList heads{tr("Line"), tr("Column"), tr("Reason")};
    withWorkspace([this, file, path, heads, actor = m_services.actor](FileImport &import) -> std::function<void()> {
        const auto unsaved = [this, path](const Error &error) {
            return [this, error, path] { Q_EMIT failed(error, path); };
        };
        QSaveFile target(path);
        if (!target.open(QIODevice::WriteOnly) || !target.setPermissions(kOwnFile))
            return unsaved(unwritable(target));
        const auto preview = read(file.path, file.form);
        if (!preview)
            return unsaved(preview.error());
        qint64 rows = 0;
        const bool written = target.write("\xEF\xBB\xBF" + csvRow(heads + preview->names)) >= 0;
        const auto count = import.check(actor, file, [&](const RowFault &fault, const CsvRow &row) -> Result<void> {
            const QStringList first{QString::number(fault.line),
                                    fault.field.isEmpty() ? QString() : importwords::field(fault.field),
                                    importwords::reason(fault)};
            ++rows;
            if (target.write(csvRow(first + row.cells, {0})) < 0)
                return unwritable(target);
            return {};
        });
        if (!count)
            return unsaved(count.error());
        if (!written)
            return unsaved(unwritable(target));
        if (auto whole = commitWhole(target); !whole)
            return unsaved(whole.error());
        return [this, rows, path] { Q_EMIT faultsSaved(rows, path); };
    });
}

void ImportJob::import(const ImportFile &file, const ImportCount &checked, bool alsoAlike)
{
    withWorkspace(
        [this, file, checked, alsoAlike, actor = m_services.actor](FileImport &import) -> std::function<void()> {
            const auto registered = import.run(actor, file, checked, alsoAlike);
            return [this, registered] {
                if (!registered) {
                    Q_EMIT failed(registered.error());
                    return;
                }
                Q_EMIT m_services.workspace.notifier.manyChanged();
                Q_EMIT m_services.workspace.notifier.outboxChanged();
                Q_EMIT imported(*registered);
            };
        });
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/buildings/importmatter.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace markaz::ui {

/// The beginning of a file, to choose what its columns mean.
struct ImportPreview
{
    CsvForm form;
    QStringList names;
    QList<QStringList> rows;
};

/// What a check found: the first thousand rows that are not good, by their lines.
struct ImportCheck
{
    ImportCount count;
    QList<RowFault> faults;
};

/// Reads, checks and imports a file in a thread of its own, with a connection of its own. One thing at a time; letting
/// it go stops what it does, and nothing of that is kept.
class ImportJob final : public QObject
{
    Q_OBJECT
public:
    ImportJob(const Services &services, const ImportMatter &matter, QObject *parent = nullptr);
    ~ImportJob() override;

    /// \p form: as the person says; none: to be found.
    void preview(const QString &path, const std::optional<CsvForm> &form);
    void check(const ImportFile &file);
    /// Every row that is not good, with its reason, to the CSV file \p path.
    void saveFaults(const ImportFile &file, const QString &path);
    void import(const ImportFile &file, const ImportCount &checked, bool alsoAlike);
    void cancel() { m_progress.cancelled = true; }
    /// Waits until what goes on has let go of the database, and tells what became of it before this returns: a wish
    /// to stop may come too late.
    void wait();
    bool isRunning() const { return m_runs; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total); ///< bytes
    void previewed(const markaz::ui::ImportPreview &preview);
    void checked(const markaz::ui::ImportCheck &check);
    void faultsSaved(qint64 rows, const QString &path);
    void imported(qint64 count);
    /// \p written is the file that was to hold the faults; empty for anything else that was asked.
    void failed(const markaz::Error &error, const QString &written = {});

private:
    void start(const std::function<std::function<void()>()> &work);
    void withWorkspace(const std::function<std::function<void()>(FileImport &import)> &work);

    Services m_services;
    ImportMatter m_matter;
    ImportProgress m_progress;
    bool m_runs = false;
    QTimer m_pulse;
    QThreadPool m_pool;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/monthlyfacts.h"
#include "ui/services.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace markaz::ui {

/// Counts a month and writes its report in a thread of its own, with a connection of its own; the words between the two
/// are made in the ui's thread, in the language in use. One at a time; letting it go stops it, and nothing is written.
class MonthlyJob final : public QObject
{
    Q_OBJECT
public:
    explicit MonthlyJob(const Services &services, QObject *parent = nullptr);
    ~MonthlyJob() override;

    void start(const QDate &month, const QString &path);
    void cancel() { m_cancelled = true; }
    bool isRunning() const { return m_runs; }

Q_SIGNALS:
    void progressed(int done, int all);
    void written(const QString &path);
    void failed(const markaz::Error &error, const QString &path);

private:
    void write(const MonthlyFacts &facts, const QString &path);
    void end(const Result<void> &how, const QString &path);

    Services m_services;
    std::atomic<bool> m_cancelled = false;
    bool m_runs = false;
    QThreadPool m_pool;
};

} // namespace markaz::ui

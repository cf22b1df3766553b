// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/monthlyjob.h"

#include "core/workflow/ownworkspace.h"
#include "ui/pages/dashboard/monthlydocument.h"

namespace markaz::ui {

MonthlyJob::MonthlyJob(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_pool.setMaxThreadCount(1);
}

MonthlyJob::~MonthlyJob()
{
    cancel();
    m_pool.waitForDone();
}

void MonthlyJob::start(const QDate &month, const QString &path)
{
    if (m_runs)
        return;
    m_runs = true;
    m_cancelled = false;
    m_pool.start([this, month, path, cache = m_services.workspace.database.location(),
                  &sealer = m_services.workspace.records.sealer(), &clock = m_services.workspace.clock,
                  &gazetteer = m_services.gazetteer, policy = m_services.policy, actor = m_services.actor] {
        const auto own = OwnWorkspace::open(cache, sealer, clock);
        const auto goesOn = [this](int done, int all) {
            QMetaObject::invokeMethod(
                this, [this, done, all] { Q_EMIT progressed(done, all); }, Qt::QueuedConnection);
            return !m_cancelled;
        };
        const auto facts = own ? monthlyFacts((*own)->workspace(), actor, gazetteer, policy, month, goesOn)
                               : Result<MonthlyFacts>(own.error());
        // The destructor waits for this, so the job is there as long as it runs; its events are gone when it is.
        QMetaObject::invokeMethod(
            this,
            [this, facts, path] {
                if (facts)
                    write(*facts, path);
                else
                    end(facts.error(), path);
            },
            Qt::QueuedConnection);
    });
}

void MonthlyJob::write(const MonthlyFacts &facts, const QString &path)
{
    const MonthlyDocument document = monthlyDocument(facts, m_services.actor, m_services.workspace.clock.now(),
                                                     m_services.gazetteer, m_services.standards);
    m_pool.start([this, document, path] {
        const auto done = writeMonthlyPdf(document, path, [this] { return !m_cancelled; });
        QMetaObject::invokeMethod(
            this, [this, done, path] { end(done, path); }, Qt::QueuedConnection);
    });
}

void MonthlyJob::end(const Result<void> &how, const QString &path)
{
    m_runs = false;
    if (how)
        Q_EMIT written(path);
    else
        Q_EMIT failed(how.error(), path);
}

} // namespace markaz::ui

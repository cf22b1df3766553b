// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scenario/scenariojob.h"

namespace markaz::ui {
namespace {

QList<int> tenorsOf(const Scenario &scenario)
{
    QList<int> tenors;
    for (int tenor = 24; tenor <= 84; tenor += 6)
        tenors.append(tenor);
    // One that lies outside has a point of its own.
    const int own = scenario.loans.first().terms.tenorMonths;
    if (own < tenors.first())
        tenors.prepend(own);
    if (own > tenors.last())
        tenors.append(own);
    return tenors;
}

} // namespace

ScenarioJob::ScenarioJob(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

ScenarioJob::~ScenarioJob()
{
    ++m_latest;
    m_pool.clear();
    m_pool.waitForDone();
}

void ScenarioJob::forget()
{
    ++m_latest;
    m_pool.clear();
    m_runs = false;
}

void ScenarioJob::ask(const Scenario &scenario)
{
    const quint64 number = ++m_latest;
    m_pool.clear(); // what waits behind the one that runs
    m_runs = true;
    m_pool.start([this, scenario, number] {
        const auto goesOn = [this, number] { return m_latest == number; };
        Answer answer;
        if (scenario.uncertainty && goesOn()) {
            if (auto run = ScenarioRun::open(scenario)) {
                if (auto bands = tryOut(*run))
                    answer.bands = std::move(bands).value();
            }
        }
        if (auto points = overTenors(scenario, tenorsOf(scenario), scenario.uncertainty.has_value(), goesOn))
            answer.points = std::move(points).value();
        if (!goesOn())
            return;
        // The destructor waits for this, so the job is there as long as it runs.
        QMetaObject::invokeMethod(
            this,
            [this, answer, number] {
                if (m_latest != number)
                    return;
                m_runs = false;
                Q_EMIT answered(answer);
            },
            Qt::QueuedConnection);
    });
}

} // namespace markaz::ui

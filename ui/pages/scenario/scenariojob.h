// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/tenors.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace markaz::ui {

/// What takes longer than a slider's step: the bands of a scenario, and its owners above break-even over the tenors. In
/// a thread of its own; a newer question supersedes the one that runs, and only the last one is answered.
class ScenarioJob final : public QObject
{
    Q_OBJECT
public:
    explicit ScenarioJob(QObject *parent = nullptr);
    ~ScenarioJob() override;

    struct Answer
    {
        std::optional<ScenarioBands> bands; ///< where the scenario has ranges
        QList<TenorPoint> points;
    };
    /// \p scenario is a checked one.
    void ask(const Scenario &scenario);
    void forget(); ///< what is asked needs no answer any more
    bool isRunning() const { return m_runs; }

Q_SIGNALS:
    void answered(const markaz::ui::ScenarioJob::Answer &answer);

private:
    std::atomic<quint64> m_latest = 0;
    bool m_runs = false;
    QThreadPool m_pool;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace markaz::desktop {

/// Says when nobody has touched the program for a while: no key, no mouse, no pen, no finger. Goes by the clock on the
/// wall, so that the hours of a sleep count too; a clock that was set back begins the time anew.
class IdleWatch final : public QObject
{
    Q_OBJECT
public:
    /// Hears every event of \p application.
    IdleWatch(QObject &application, const Clock &clock, QObject *parent = nullptr);
    void setLimit(std::chrono::minutes limit) { m_limit = limit; }
    /// Somebody is there, as far as this is concerned.
    void touch();
    /// Looks at the clock; comes by itself every ten seconds.
    void look();

Q_SIGNALS:
    /// Once, until somebody touches the program.
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Clock &m_clock;
    std::chrono::minutes m_limit{15};
    QDateTime m_touched;
    bool m_said = false;
    QTimer m_timer;
};

} // namespace markaz::desktop

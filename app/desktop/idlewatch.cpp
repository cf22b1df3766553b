// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/idlewatch.h"

#include <QEvent>

namespace markaz::desktop {

IdleWatch::IdleWatch(QObject &application, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_touched(clock.now())
{
    application.installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    m_timer.start(std::chrono::seconds(10));
}

void IdleWatch::touch()
{
    m_touched = m_clock.now();
    m_said = false;
}

void IdleWatch::look()
{
    const QDateTime now = m_clock.now();
    if (now < m_touched)
        m_touched = now;
    if (m_said || std::chrono::milliseconds(m_touched.msecsTo(now)) < m_limit)
        return;
    m_said = true;
    Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::NativeGesture:
        // 2026-11-28: the first touch after a sleep may come before the next look; the hours before it count all the
        // same.
        look();
        if (!m_said)
            touch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace markaz::desktop

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/afterpress.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

namespace markaz::ui {

bool AfterPress::isHeld()
{
    return QGuiApplication::mouseButtons() != Qt::NoButton || QApplication::activePopupWidget() != nullptr;
}

void AfterPress::run(const QString &key, std::function<void()> what)
{
    const auto same =
        std::find_if(m_waiting.begin(), m_waiting.end(), [&](const auto &one) { return one.first == key; });
    if (same != m_waiting.end())
        m_waiting.erase(same);
    if (!isHeld()) {
        what();
        return;
    }
    m_waiting.append({key, std::move(what)});
    if (m_waiting.size() == 1)
        qApp->installEventFilter(this);
}

bool AfterPress::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
    case QEvent::Hide: // of a popup
    case QEvent::KeyPress:
    case QEvent::WindowDeactivate:
        // Not before the event has reached the control.
        QMetaObject::invokeMethod(this, &AfterPress::goOn, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void AfterPress::goOn()
{
    if (m_waiting.isEmpty() || isHeld())
        return;
    qApp->removeEventFilter(this);
    const auto all = std::exchange(m_waiting, {});
    for (const auto &[key, what] : all)
        what();
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>

#include <functional>
#include <utility>

namespace markaz::ui {

/// Says when a person does something with keyboard, mouse or input method, before it has its effect, for as long as it
/// lives. Whatever stands in fields may be another a moment later.
class InputWatch final : public QObject
{
public:
    explicit InputWatch(std::function<void()> done, QObject *parent = nullptr)
        : QObject(parent)
        , m_done(std::move(done))
    {
        qApp->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::InputMethod:
        case QEvent::MouseButtonRelease:
        case QEvent::Wheel:
        case QEvent::Drop:
            if (watched->isWidgetType()) // its window hears of it first
                m_done();
            break;
        default:
            break;
        }
        return false;
    }

private:
    std::function<void()> m_done;
};

} // namespace markaz::ui

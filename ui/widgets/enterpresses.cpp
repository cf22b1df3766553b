// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/enterpresses.h"

#include <QKeyEvent>
#include <QPushButton>

namespace markaz::ui {

bool EnterPresses::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if ((key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter) ||
        (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    auto *button = qobject_cast<QPushButton *>(watched);
    if (button == nullptr || !button->isEnabled())
        return false;
    if (!key->isAutoRepeat()) // what it presses may give the keyboard to another button, such as one that confirms
        button->click();
    return true;
}

} // namespace markaz::ui

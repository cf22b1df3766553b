// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace markaz::ui {

/// Enter presses the button that has the keyboard, as Space does, on every page; Qt does so in dialogs alone. No other
/// button hears of it, and holding the key presses once. applyTheme installs it once.
class EnterPresses final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace markaz::ui

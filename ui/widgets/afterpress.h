// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <utility>

namespace markaz::ui {

/// What moves widgets waits here until no button of the mouse and no finger is down and no popup is open: the release
/// then meets the very control that was pressed, whatever the press has changed.
class AfterPress final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// At once when nothing is pressed; else after the release was handled. A later one of the same \p key replaces the
    /// earlier.
    void run(const QString &key, std::function<void()> what);
    static bool isHeld();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void goOn();

    QList<std::pair<QString, std::function<void()>>> m_waiting;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace markaz::ui {

/// Lets the wheel scroll the page instead of changing the value under the pointer: nobody may change an answer by
/// scrolling past it.
class WheelGuard final : public QObject
{
    Q_OBJECT
public:
    static void protect(QWidget *control);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using QObject::QObject;
};

} // namespace markaz::ui

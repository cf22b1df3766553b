// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QWidget>

namespace markaz::ui::test {

/// Drags \p what over \p widget and lets it go there. Whether it was taken.
inline bool drop(QWidget &widget, const QMimeData &what)
{
    const QPoint at = widget.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &what, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(&widget, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent dropped(at, Qt::CopyAction, &what, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&widget, &dropped);
    return dropped.isAccepted();
}

} // namespace markaz::ui::test

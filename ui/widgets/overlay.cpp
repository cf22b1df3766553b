// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/overlay.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace markaz::ui {

Overlay::Overlay(QWidget *page)
    : QFrame(page->window())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("noFocusRing", true);
    parentWidget()->installEventFilter(this);
    setGeometry(parentWidget()->rect());
}

bool Overlay::event(QEvent *event)
{
    // Esc is a shortcut of some pages below, which would hear it first.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    event->accept(); // the page below must not hear the keys
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTheme().colour(Colour::Window));
}

bool Overlay::focusNextPrevChild(bool next)
{
    QWidget *from = focusWidget() == nullptr ? this : focusWidget();
    for (QWidget *widget = next ? from->nextInFocusChain() : from->previousInFocusChain(); widget != from;
         widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain()) {
        if (isAncestorOf(widget) && widget->isEnabled() && widget->isVisibleTo(this) &&
            (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return true;
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QFrame::eventFilter(watched, event);
}

} // namespace markaz::ui

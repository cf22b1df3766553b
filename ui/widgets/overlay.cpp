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
    , m_page(page)
    , m_before(page->window()->focusWidget())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("noFocusRing", true);
    parentWidget()->installEventFilter(this);
    setGeometry(parentWidget()->rect());
    connect(page, &QObject::destroyed, this, [this] { delete this; }); // not later: perhaps its session goes next
}

bool Overlay::event(QEvent *event)
{
    // Esc is a shortcut of some pages below, and Ctrl+K of the window: they would hear it first.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || (key->key() == Qt::Key_K && key->modifiers() == Qt::ControlModifier)) {
            event->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

/// Gives the keyboard back: left to Qt, it would stay in here and be gone with this.
void Overlay::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    const QWidget *now = parentWidget()->focusWidget();
    if (!isHidden() || (now != nullptr && now != this && !isAncestorOf(now)))
        return;
    const auto takes = [](const QWidget *widget) {
        return widget->isVisible() && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus;
    };
    QWidget *next = m_before;
    if (next == nullptr || !takes(next)) { // taken off, or busy: then the page that hears the keys around it
        next = m_page;
        while (next != nullptr && !takes(next))
            next = next->parentWidget();
    }
    if (next != nullptr)
        next->setFocus(Qt::OtherFocusReason);
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
    if (isHidden())
        return false;
    QWidget *from = focusWidget() == nullptr ? this : focusWidget();
    for (QWidget *widget = next ? from->nextInFocusChain() : from->previousInFocusChain(); widget != from;
         widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain()) {
        // The line within a number field hands the keyboard back to its field, and Tab would never leave it.
        if (isAncestorOf(widget) && widget->isEnabled() && widget->isVisibleTo(this) && !widget->focusProxy() &&
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

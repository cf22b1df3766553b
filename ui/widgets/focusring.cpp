// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focusring.h"

#include "ui/widgets/stylepaint.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

namespace markaz::ui {
namespace {

constexpr int kOut = 4; // 2 px of ground, then 2 px of ring

// The control whose frame the ring goes around; nullptr for what shows its focus itself.
QWidget *ringed(QWidget *focus)
{
    if (!focus || focus->isWindow() || focus->focusPolicy() == Qt::NoFocus || focus->property("noFocusRing").toBool() ||
        qobject_cast<QAbstractItemView *>(focus) || qobject_cast<QMenu *>(focus))
        return nullptr;
    QWidget *parent = focus->parentWidget();
    if (qobject_cast<QLineEdit *>(focus) &&
        (qobject_cast<QAbstractSpinBox *>(parent) || qobject_cast<QComboBox *>(parent)))
        return parent;
    return focus;
}

} // namespace

FocusRing::FocusRing(QWidget *window)
    : QWidget(window)
{
    setObjectName(QStringLiteral("focusRing"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void FocusRing::follow(QWidget *target)
{
    for (const auto &widget : std::as_const(m_watched)) {
        if (widget)
            widget->removeEventFilter(this);
    }
    m_watched.clear();
    m_target = target;
    for (QWidget *w = target; w; w = w->parentWidget()) {
        w->installEventFilter(this);
        m_watched.append(w);
        if (w->isWindow())
            break;
    }
    place();
}

void FocusRing::place()
{
    if (!m_target || !m_target->isVisibleTo(window()) || m_target->window() != window()) {
        hide();
        return;
    }
    QRect where(m_target->mapTo(window(), QPoint(0, 0)), m_target->size());
    where.adjust(-kOut, -kOut, kOut, kOut);
    setGeometry(where);
    // What has been scrolled out of sight shows no ring over its neighbours.
    QRect seen = window()->rect();
    for (QWidget *w = m_target->parentWidget(); w && !w->isWindow(); w = w->parentWidget()) {
        if (const auto *area = qobject_cast<QAbstractScrollArea *>(w->parentWidget()); area && area->viewport() == w)
            seen &= QRect(w->mapTo(window(), QPoint(0, 0)), w->size());
    }
    seen &= where;
    if (seen.isEmpty()) {
        hide();
        return;
    }
    if (seen == where)
        clearMask();
    else
        setMask(seen.translated(-where.topLeft()));
    raise();
    show();
}

bool FocusRing::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::ParentChange:
    case QEvent::ZOrderChange:
        place();
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool round = m_target && m_target->property("pill").toBool();
    stylepaint::ring(painter, rect(), round ? height() / 2.0 : 9);
}

FocusRingKeeper::FocusRingKeeper(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { move(now); });
}

void FocusRingKeeper::move(QWidget *now)
{
    QWidget *target = ringed(now);
    if (m_ring && (!target || m_ring->window() != target->window()))
        m_ring->follow(nullptr);
    if (!target)
        return;
    QWidget *window = target->window();
    m_ring = window->findChild<FocusRing *>(QStringLiteral("focusRing"), Qt::FindDirectChildrenOnly);
    if (!m_ring)
        m_ring = new FocusRing(window);
    m_ring->follow(target);
}

} // namespace markaz::ui

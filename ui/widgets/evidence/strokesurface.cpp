// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/strokesurface.h"

#include <QMouseEvent>
#include <QTabletEvent>
#include <QTouchEvent>

namespace markaz::ui {

StrokeSurface::StrokeSurface(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
}

bool StrokeSurface::begin(Source source, const QPointF &at)
{
    if (m_source != Source::None)
        return false;
    m_source = source;
    setFocus(Qt::MouseFocusReason);
    strokeBegan(at);
    return true;
}

void StrokeSurface::end(Source source, const QPointF &at)
{
    if (m_source != source)
        return;
    m_source = Source::None;
    strokeEnded(at);
}

bool StrokeSurface::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        return touch(static_cast<QTouchEvent &>(*event));
    case QEvent::TouchCancel:
        if (m_source == Source::Finger) {
            m_source = Source::None;
            strokeCancelled();
        }
        return true;
    default:
        return QWidget::event(event);
    }
}

bool StrokeSurface::touch(QTouchEvent &event)
{
    event.accept(); // or Qt would make a mouse of it as well
    for (const QEventPoint &point : event.points()) {
        if (point.state() == QEventPoint::Pressed && begin(Source::Finger, point.position()))
            m_finger = point.id();
        else if (m_source != Source::Finger || point.id() != m_finger)
            continue;
        else if (point.state() == QEventPoint::Updated)
            strokeMoved(point.position());
        else if (point.state() == QEventPoint::Released)
            end(Source::Finger, point.position());
    }
    return true;
}

void StrokeSurface::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        begin(Source::Mouse, event->position());
}

void StrokeSurface::mouseMoveEvent(QMouseEvent *event)
{
    if (m_source == Source::Mouse)
        strokeMoved(event->position());
}

void StrokeSurface::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        end(Source::Mouse, event->position());
}

void StrokeSurface::tabletEvent(QTabletEvent *event)
{
    event->accept(); // or Qt would make a mouse of it as well
    if (event->type() == QEvent::TabletPress)
        begin(Source::Pen, event->position());
    else if (event->type() == QEvent::TabletMove && m_source == Source::Pen)
        strokeMoved(event->position());
    else if (event->type() == QEvent::TabletRelease)
        end(Source::Pen, event->position());
}

} // namespace markaz::ui

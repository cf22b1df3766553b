// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/hotspots.h"

#include "ui/widgets/theme.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWidget>

#include <algorithm>

namespace markaz::ui {

HotSpots::HotSpots(QWidget *canvas, QWidget *focused)
    : QObject(focused)
    , m_canvas(canvas)
    , m_focused(focused)
{
    focused->setFocusPolicy(Qt::StrongFocus);
    canvas->setMouseTracking(true);
    canvas->installEventFilter(this);
    if (focused != canvas)
        focused->installEventFilter(this);
}

void HotSpots::set(const QList<HotSpot> &spots)
{
    m_spots = spots;
    if (m_current >= spots.size())
        m_current = spots.isEmpty() ? -1 : 0;
    QStringList words;
    for (const HotSpot &spot : spots)
        words.append(spot.words);
    m_focused->setAccessibleDescription(words.join(QStringLiteral("; ")));
    m_canvas->update();
}

void HotSpots::setName(const QString &name)
{
    m_name = name;
    m_focused->setAccessibleName(name);
}

int HotSpots::at(const QPointF &position) const
{
    // The last one lies on top.
    for (qsizetype i = m_spots.size() - 1; i >= 0; --i) {
        if (m_spots.at(i).area.contains(position))
            return static_cast<int>(i);
    }
    return -1;
}

void HotSpots::moveTo(int index)
{
    if (m_spots.isEmpty())
        return;
    m_current = std::clamp(index, 0, static_cast<int>(m_spots.size()) - 1);
    const HotSpot &spot = m_spots.at(m_current);
    // A change of the focused widget's name is what a screen reader reads out.
    m_focused->setAccessibleName(m_name + QStringLiteral(": ") + spot.words);
    QToolTip::showText(m_canvas->mapToGlobal(spot.area.center().toPoint()), spot.words, m_canvas);
    m_canvas->update();
}

bool HotSpots::key(int key)
{
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        moveTo(m_current + 1);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Up:
        moveTo(m_current - 1);
        return true;
    case Qt::Key_Home:
        moveTo(0);
        return true;
    case Qt::Key_End:
        moveTo(static_cast<int>(m_spots.size()) - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            Q_EMIT activated(m_current);
        return m_current >= 0;
    default:
        return false;
    }
}

bool HotSpots::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_focused) {
        switch (event->type()) {
        case QEvent::KeyPress:
            return key(static_cast<QKeyEvent *>(event)->key());
        case QEvent::FocusIn:
            if (static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason)
                moveTo(std::max(m_current, 0));
            break;
        case QEvent::FocusOut: // whoever comes back goes on where the keyboard was
            m_focused->setAccessibleName(m_name);
            m_canvas->update();
            break;
        default:
            break;
        }
    }
    if (watched != m_canvas)
        return false;
    switch (event->type()) {
    case QEvent::MouseMove:
        m_canvas->setCursor(at(static_cast<QMouseEvent *>(event)->position()) >= 0 ? Qt::PointingHandCursor
                                                                                   : Qt::ArrowCursor);
        break;
    case QEvent::MouseButtonPress:
        m_pressed = at(static_cast<QMouseEvent *>(event)->position());
        break;
    case QEvent::MouseButtonRelease: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int released = at(mouse->position());
        if (mouse->button() == Qt::LeftButton && released >= 0 && released == m_pressed)
            Q_EMIT activated(released);
        m_pressed = -1;
        break;
    }
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = at(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), m_spots.at(index).words, m_canvas, m_spots.at(index).area.toRect());
        else
            QToolTip::hideText();
        return true;
    }
    default:
        break;
    }
    return false;
}

void HotSpots::paint(QPainter &painter) const
{
    if (m_current < 0 || !m_focused->hasFocus())
        return;
    painter.setPen(QPen(currentTheme().colour(Colour::Focus), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(m_spots.at(m_current).area.adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace markaz::ui

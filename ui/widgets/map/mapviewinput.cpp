// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of the map.
#include "ui/text/format.h"
#include "ui/widgets/map/mapview.h"

#include <QApplication>
#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace markaz::ui {
namespace {

constexpr int kPan = 80; // px of one press of an arrow

} // namespace

bool MapView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QGraphicsView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const ClusterItem *item = clusterAt(help->pos());
    if (item != nullptr && m_words)
        QToolTip::showText(help->globalPos(), format::plainToolTip(m_words(item->cluster(), item->place())),
                           viewport());
    else
        QToolTip::hideText();
    return true;
}

void MapView::wheelEvent(QWheelEvent *event)
{
    // A notch of a wheel is 120; touchpads send less at once and go as far.
    if (event->angleDelta().y() != 0)
        zoomBy(std::exp2(event->angleDelta().y() / 240.0), event->position());
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->pos();
    m_dragged = event->pos();
    m_drags = false;
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed || !(event->buttons() & Qt::LeftButton)) {
        const bool opens = clusterAt(event->pos()) != nullptr || provinceAt(event->pos()) != nullptr;
        viewport()->setCursor(opens ? Qt::PointingHandCursor : Qt::OpenHandCursor);
        return;
    }
    if (!m_drags && (event->pos() - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_drags = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    const QPoint by = m_dragged - event->pos();
    m_dragged = event->pos();
    pan(by.x(), by.y());
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    viewport()->setCursor(Qt::OpenHandCursor);
    if (std::exchange(m_drags, false))
        return;
    if (const ClusterItem *item = clusterAt(event->pos()))
        activate(MapCluster(item->cluster()), QString(item->place()), false); // the item goes when the map comes nearer
    else if (const ProvinceItem *province = provinceAt(event->pos()))
        Q_EMIT provinceActivated(province->code());
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    // Its first click has done what a click does; no second click follows.
    m_pressed.reset();
    if (event->button() == Qt::LeftButton && clusterAt(event->pos()) == nullptr)
        zoomBy(2, event->position());
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_Home:
        showWholeCountry();
        return;
    case Qt::Key_Left:
        pan(-kPan, 0);
        return;
    case Qt::Key_Right:
        pan(kPan, 0);
        return;
    case Qt::Key_Up:
        pan(0, -kPan);
        return;
    case Qt::Key_Down:
        pan(0, kPan);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current != nullptr) {
            activate(MapCluster(m_current->cluster()), QString(m_current->place()), true);
            return;
        }
        break;
    default:
        break;
    }
    event->ignore();
}

QList<ClusterItem *> MapView::inSight() const
{
    QList<ClusterItem *> seen;
    const QRectF area(viewport()->rect());
    for (ClusterItem *item : m_items) {
        if (area.contains(onScreen(item->pos())))
            seen.append(item);
    }
    return seen;
}

QString MapView::currentWords() const
{
    return m_current != nullptr && m_words ? m_words(m_current->cluster(), m_current->place()) : QString();
}

void MapView::setCurrent(ClusterItem *item)
{
    if (m_current != nullptr)
        m_current->setCurrent(false);
    m_current = item;
    if (m_current != nullptr)
        m_current->setCurrent(true);
    sayCurrent();
}

void MapView::sayCurrent()
{
    // A change of the focused widget's name is what a screen reader reads out.
    const QString words = currentWords();
    setAccessibleName(words.isEmpty() ? m_name : m_name + QStringLiteral(": ") + words);
}

void MapView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    const auto seen = inSight();
    if (seen.isEmpty() || m_current != nullptr)
        return;
    if (event->reason() == Qt::TabFocusReason)
        setCurrent(seen.first());
    else if (event->reason() == Qt::BacktabFocusReason)
        setCurrent(seen.last());
}

void MapView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        setCurrent(nullptr);
}

bool MapView::focusNextPrevChild(bool next)
{
    const auto seen = inSight();
    const qsizetype at = m_current == nullptr ? (next ? -1 : seen.size()) : seen.indexOf(m_current);
    const qsizetype to =
        m_current != nullptr && at < 0 ? 0 : at + (next ? 1 : -1); // panned out of sight: from the first
    if (to >= 0 && to < seen.size()) {
        setCurrent(seen.at(to));
        return true;
    }
    return QWidget::focusNextPrevChild(next); // NOLINT(bugprone-parent-virtual-call): not among the items, as above
}

} // namespace markaz::ui

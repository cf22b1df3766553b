// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace markaz::ui {

FlowLayout::FlowLayout(QWidget *parent, int horizontalGap, int verticalGap)
    : QLayout(parent)
    , m_horizontalGap(horizontalGap)
    , m_verticalGap(verticalGap)
{
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < m_items.size() ? m_items.at(index) : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins m = contentsMargins();
    return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? m_horizontalGap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins m = contentsMargins();
    return QSize(width, height) + QSize(m.left() + m.right(), m.top() + m.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    const QMargins m = contentsMargins();
    const QRect area = rect.marginsRemoved(m);
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = area.y();
    int height = 0;
    qsizetype i = 0;
    while (i < m_items.size()) {
        // One row: as many as fit, each centred in the height of the tallest.
        qsizetype end = i;
        int width = 0;
        height = 0;
        while (end < m_items.size()) {
            const QSize hint = m_items.at(end)->isEmpty() ? QSize(0, 0) : m_items.at(end)->sizeHint();
            const int next = width + hint.width() + (width > 0 && hint.width() > 0 ? m_horizontalGap : 0);
            if (end > i && next > area.width())
                break;
            width = next;
            height = std::max(height, hint.height());
            ++end;
        }
        int x = area.x();
        for (; i < end; ++i) {
            if (m_items.at(i)->isEmpty())
                continue;
            const QSize hint = m_items.at(i)->sizeHint();
            if (apply) {
                const QRect place(x, y + (height - hint.height()) / 2, std::min(hint.width(), area.width()),
                                  hint.height());
                m_items.at(i)->setGeometry(QStyle::visualRect(direction, area, place));
            }
            x += hint.width() + m_horizontalGap;
        }
        y += height + (i < m_items.size() ? m_verticalGap : 0);
    }
    return y - rect.y() + m.bottom();
}

} // namespace markaz::ui

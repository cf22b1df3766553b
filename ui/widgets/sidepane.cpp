// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidepane.h"

#include <QEvent>
#include <QLayout>
#include <QStyle>

#include <algorithm>

namespace markaz::ui {

SidePane::SidePane(QWidget *main, int leastMain, QWidget *side, int sideWidth, QWidget *parent)
    : QWidget(parent)
    , m_main(main)
    , m_side(side)
    , m_leastMain(leastMain)
    , m_sideWidth(sideWidth)
{
    m_main->setParent(this);
    m_side->setParent(this);
    m_side->hide();
}

void SidePane::setSideShown(bool shown)
{
    m_shown = shown;
    updateGeometry();
    arrange();
}

QSize SidePane::sizeHint() const
{
    return m_main->sizeHint().expandedTo(minimumSizeHint());
}

QSize SidePane::minimumSizeHint() const
{
    const QSize least = m_main->minimumSize().expandedTo(m_main->minimumSizeHint());
    if (!m_shown)
        return least;
    const QSize side = m_side->minimumSizeHint();
    const QLayout *inside = m_side->layout();
    const int high =
        inside != nullptr && inside->hasHeightForWidth() ? inside->minimumHeightForWidth(m_sideWidth) : side.height();
    return {std::max(least.width(), side.width()), std::max(least.height(), high)};
}

void SidePane::arrange()
{
    const bool covered = isMainCovered();
    const bool focused = covered && m_main->hasFocus();
    const QRect all = rect();
    const int wide = m_shown && !covered ? m_sideWidth : 0;
    if (!covered)
        m_main->setGeometry(QStyle::visualRect(layoutDirection(), all, all.adjusted(0, 0, -wide, 0)));
    if (m_shown)
        m_side->setGeometry(covered ? all
                                    : QStyle::visualRect(layoutDirection(), all,
                                                         QRect(all.right() + 1 - wide, all.top(), wide, all.height())));
    m_side->setVisible(m_shown);
    m_main->setVisible(!covered);
    if (focused) // what was hidden cannot keep the keyboard
        m_side->setFocus(Qt::OtherFocusReason);
    Q_EMIT arranged();
}

bool SidePane::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) { // one of the parts needs more, or less
        updateGeometry();
        return true;
    }
    return QWidget::event(event);
}

void SidePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SidePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/monthlyflow.h"

#include <QPainter>

#include <algorithm>

namespace markaz {

using namespace pageparts;

namespace {

constexpr qreal kRunningTop = 30; ///< of the words at the head of a further page

bool hasRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
}

} // namespace

TextStyle MonthlyFlow::styleOf(const QString &words, const Voice &voice, Side side) const
{
    const bool fromRight = m_urdu == (side == Side::Leading);
    const Qt::Alignment align = side == Side::Middle ? Qt::AlignHCenter : fromRight ? Qt::AlignRight : Qt::AlignLeft;
    // A figure or an English name within an Urdu page is set from the left, in its own script.
    return {voice.size, line(voice), voice.weight, voice.color, align, m_urdu && hasRightToLeft(words)};
}

bool MonthlyFlow::isAtTop() const
{
    return qFuzzyCompare(m_y, kTop);
}

void MonthlyFlow::newPage()
{
    ++m_page;
    m_y = kTop;
    if (m_running.isEmpty())
        return;
    m_marks.append({m_page, kRunningTop, [this, head = m_running](QPainter &painter, qreal y) {
                        write(painter, head, kSmall, 0, y - (m_urdu ? 6 : 0), kInner, Side::Trailing);
                    }});
}

void MonthlyFlow::need(qreal height)
{
    if (!isAtTop() && m_y + height > kHeight - kBottom)
        newPage();
}

qreal MonthlyFlow::heightOf(const QString &words, const Voice &voice, qreal width) const
{
    return TextBlock(words, styleOf(words, voice, Side::Leading), width).height();
}

void MonthlyFlow::put(qreal height, const std::function<void(QPainter &, qreal)> &draw)
{
    need(height);
    m_marks.append({m_page, m_y, draw});
    m_y += height;
}

void MonthlyFlow::paragraph(const QString &words, const Voice &voice, qreal above)
{
    if (words.isEmpty())
        return;
    if (!isAtTop())
        m_y += above;
    put(heightOf(words, voice, kInner),
        [this, words, voice](QPainter &painter, qreal y) { write(painter, words, voice, 0, y, kInner); });
}

void MonthlyFlow::write(QPainter &painter, const QString &text, const Voice &voice, qreal from, qreal top, qreal width,
                        Side side) const
{
    TextBlock(text, styleOf(text, voice, side), width).draw(painter, box(from, top, width, 0).topLeft());
}

QRectF MonthlyFlow::box(qreal from, qreal top, qreal width, qreal height) const
{
    return {m_urdu ? kWidth - kSide - from - width : kSide + from, top, width, height};
}

qreal MonthlyFlow::at(qreal from) const
{
    return m_urdu ? kWidth - kSide - from : kSide + from;
}

void MonthlyFlow::paint(QPainter &painter, int page) const
{
    for (const Mark &mark : m_marks) {
        if (mark.page == page)
            mark.draw(painter, mark.y);
    }
}

} // namespace markaz

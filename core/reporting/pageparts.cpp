// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/pageparts.h"

#include "core/reporting/textblock.h"

#include <QPainter>

namespace markaz::pageparts {

void drawSampleTag(QPainter &painter, const QRectF &box, const QString &words, const QString &wordsUr)
{
    static const QColor ground(0xFF, 0xF0, 0xD1); // as on the public page
    static const QColor line(0xDD, 0xAF, 0x5A);
    static const QColor ink(0x74, 0x42, 0x00);
    painter.setPen(QPen(line, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 3, 3);
    painter.setBrush(Qt::NoBrush);
    const QRectF room = box.adjusted(8, 0, -8, 0);
    const auto place = [&](const QString &text, const TextStyle &style) {
        const TextBlock block(text, style, room.width());
        block.draw(painter, {room.left(), room.center().y() - block.ink().center().y()});
    };
    place(words, {12, 18, QFont::Bold, ink, Qt::AlignLeft, false});
    place(wordsUr, {11.5, 28, QFont::Bold, ink, Qt::AlignRight, true});
}

void drawSampleMark(QPainter &painter, bool urdu)
{
    constexpr qreal kTag = 124;
    drawSampleTag(painter, {urdu ? kWidth - kSide - kTag : kSide, 27, kTag, 24}, QStringLiteral("SAMPLE"),
                  QStringLiteral("نمونہ"));
    static const QColor kWatermark(0xE9, 0xEF, 0xEC);
    painter.save();
    painter.translate(kWidth / 2, kHeight / 2);
    painter.rotate(-28);
    const TextStyle style{132, 160, QFont::Bold, kWatermark, Qt::AlignHCenter, false};
    TextBlock(QStringLiteral("SAMPLE"), style, 800).draw(painter, QPointF(-400, -80));
    painter.restore();
}

void drawFoot(QPainter &painter, const QString &words, const QString &number, bool urdu)
{
    const qreal y = kHeight - kBottom + 16;
    painter.setPen(QPen(kLine, 0.6));
    painter.drawLine(QPointF(kSide, y), QPointF(kWidth - kSide, y));
    TextStyle style{11, urdu ? 26.0 : 18.0, QFont::Normal, kText2, Qt::AlignLeft, urdu};
    const auto place = [&](const QString &text, Qt::Alignment align) {
        style.align = align;
        TextBlock(text, style, kInner).draw(painter, QPointF(kSide, y + 6));
    };
    place(words, urdu ? Qt::AlignRight : Qt::AlignLeft);
    place(number, urdu ? Qt::AlignLeft : Qt::AlignRight);
}

} // namespace markaz::pageparts

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/pageparts.h"

#include "core/reporting/textblock.h"

#include <QPainter>

namespace markaz::pageparts {

void drawSampleMark(QPainter &painter)
{
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

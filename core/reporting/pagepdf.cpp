// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/pagepdf.h"

#include "core/reporting/pageparts.h"
#include "core/reporting/pdffile.h"
#include "core/reporting/textblock.h"

#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace markaz {

using namespace pageparts;

namespace {

// On its side a page is as wide as it was high.
constexpr qreal kWide = kHeight;
constexpr qreal kHigh = kWidth;
constexpr qreal kMargin = 36;
constexpr qreal kRoom = kWide - 2 * kMargin;
constexpr qreal kFootRoom = 26;

qreal put(QPainter &painter, const QString &words, const TextStyle &style, qreal y)
{
    if (words.isEmpty())
        return 0;
    const TextBlock block(words, style, kRoom);
    block.draw(painter, QPointF(kMargin, y));
    return block.height();
}

void paint(const PagePdf &page, QPainter &painter)
{
    const Qt::Alignment leading = page.urdu ? Qt::AlignRight : Qt::AlignLeft;
    const qreal line = page.urdu ? 26 : 18;
    qreal y = kMargin;
    y += put(painter, page.title, {18, page.urdu ? 38.0 : 26.0, QFont::DemiBold, kText, leading, page.urdu}, y);
    for (const QString &words : page.lines)
        y += put(painter, words, {11, line, QFont::Normal, kText2, leading, page.urdu}, y);
    y += 8;
    const qreal bottom = kHigh - kMargin - kFootRoom;
    if (page.draw && !page.size.isEmpty()) {
        const qreal scale = std::min({kRoom / page.size.width(), (bottom - y) / page.size.height(), 1.0});
        painter.save();
        painter.translate(kMargin + (kRoom - page.size.width() * scale) / 2, y);
        painter.scale(scale, scale);
        page.draw(painter);
        painter.restore();
    }
    if (page.sample) {
        painter.save();
        painter.translate(kWide - kMargin, kMargin);
        const TextStyle mark{15, 20, QFont::Bold, kText2, page.urdu ? Qt::AlignLeft : Qt::AlignRight, false};
        const TextBlock block(QStringLiteral("SAMPLE"), mark, 120);
        block.draw(painter, QPointF(page.urdu ? -kRoom : -120, 0));
        painter.restore();
    }
    put(painter, page.foot, {11, line, QFont::Normal, kText2, leading, page.urdu}, kHigh - kMargin - line);
}

} // namespace

Result<void> writePagePdf(const PagePdf &page, const QString &path)
{
    return writePdf(
        path, page.title,
        [&page](QPainter &painter, QPdfWriter &) {
            paint(page, painter);
            return Result<void>();
        },
        QPageLayout::Landscape);
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

/// What the pages of every report have in common. In units of 1/96 inch, as on the certificate: A4 is 794 x 1123. For
/// this room's sources.
namespace markaz::pageparts {

inline constexpr qreal kWidth = 794;
inline constexpr qreal kHeight = 1123;
inline constexpr qreal kSide = 56;
inline constexpr qreal kTop = 56;
inline constexpr qreal kBottom = 72; ///< the foot stands in it
inline constexpr qreal kInner = kWidth - 2 * kSide;

inline const QColor kAccent(0x0B, 0x5D, 0x3B);
inline const QColor kText(0x14, 0x20, 0x1A);
inline const QColor kText2(0x43, 0x51, 0x4A);
inline const QColor kLine(0xD2, 0xDA, 0xD5);
inline const QColor kHead(0xF7, 0xF9, 0xF8);

/// SAMPLE across the page, paler than any ink, and for whoever overlooks that, in words at its top, at the leading
/// side.
void drawSampleMark(QPainter &painter, bool urdu);
/// Those words, in both languages whoever reads: \p words at the left of \p box, \p wordsUr at its right.
void drawSampleTag(QPainter &painter, const QRectF &box, const QString &words, const QString &wordsUr);
/// The line at the foot of a page with \p words below it at the leading side and \p number at the other.
void drawFoot(QPainter &painter, const QString &words, const QString &number, bool urdu);

} // namespace markaz::pageparts

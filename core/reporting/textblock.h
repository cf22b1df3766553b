// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>

class QPainter;
class QTextLayout;

namespace markaz {

/// How a paragraph is set. Sizes and line heights are units of the page (1/96 inch).
struct TextStyle
{
    qreal size = 13;
    qreal line = 20; ///< fixed: a font's own line height is not used (Nastaliq's is 2.5 em)
    QFont::Weight weight = QFont::Normal;
    QColor color = Qt::black;
    Qt::Alignment align = Qt::AlignLeft; ///< AlignLeft, AlignRight or AlignHCenter, on the page and whatever the script
    bool urdu = false;                   ///< Noto Nastaliq Urdu, right to left; Latin letters and digits in Noto Sans

    TextStyle scaled(qreal factor) const;
};

/// A paragraph laid out to a width. Layout is made ten times as large as the page and scaled down, so that it is the
/// same on every device.
class TextBlock
{
public:
    TextBlock(const QString &text, const TextStyle &style, qreal width);
    TextBlock(TextBlock &&other) noexcept;
    ~TextBlock();

    qreal height() const { return m_height; }
    int lines() const;
    qreal firstBaseline() const; ///< below the top
    /// The ink itself, from the top left corner: Nastaliq leaves much of its line empty, and not evenly.
    QRectF ink() const;
    /// Whether a word was too long for the width and had to be broken.
    bool brokeAWord() const { return m_brokeAWord; }
    void draw(QPainter &painter, const QPointF &topLeft) const;

private:
    std::unique_ptr<QTextLayout> m_layout;
    QColor m_color;
    qreal m_height = 0;
    bool m_brokeAWord = false;
};

/// True when the first letter with a direction is of a right-to-left script.
bool isRightToLeft(const QString &text);
/// Latin digits and letters within Urdu, so that their order and their place in the sentence hold (U+2066 ... U+2069).
QString isolated(const QString &text);

} // namespace markaz

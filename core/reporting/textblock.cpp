// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/textblock.h"

#include "core/reporting/urdufont.h"

#include <QGlyphRun>
#include <QPainter>
#include <QPainterPath>
#include <QRawFont>
#include <QRegularExpression>
#include <QTextLayout>

#include <algorithm>

namespace markaz {
namespace {

constexpr qreal kFine = 10;
constexpr qreal kLatinInUrdu = 0.9; // Noto Sans looks larger than Nastaliq of the same size

bool containsRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
}

QFont fontOf(const TextStyle &style, bool nastaliq, bool rightToLeft)
{
    const QString sans = QStringLiteral("Noto Sans");
    const QString urdu = urduFontFamily();
    QFont font;
    font.setFamilies(nastaliq ? QStringList{urdu, sans} : QStringList{sans, urdu});
    const qreal size = style.urdu && !nastaliq ? style.size * kLatinInUrdu : style.size;
    font.setPixelSize(qMax(1, qRound(size * kFine)));
    font.setWeight(style.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any spacing turns ligatures off; this one is far too small to be seen. Whoever searches or copies the text of the
    // PDF gets "Office" and not "O\uFB03ce". Nastaliq is never spaced.
    if (!nastaliq && !rightToLeft)
        font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

} // namespace

TextStyle TextStyle::scaled(qreal factor) const
{
    TextStyle copy = *this;
    copy.size *= factor;
    copy.line *= factor;
    return copy;
}

TextBlock::TextBlock(const QString &text, const TextStyle &style, qreal width)
    : m_layout(std::make_unique<QTextLayout>(text, fontOf(style, style.urdu, containsRightToLeft(text))))
    , m_color(style.color)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(style.urdu ? Qt::RightToLeft : Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    // AlignLeft means the leading side unless it is absolute.
    option.setAlignment(style.align | Qt::AlignAbsolute);
    m_layout->setTextOption(option);

    if (style.urdu) {
        // With the spaces around them: Nastaliq's own are too narrow beside a figure.
        static const QRegularExpression latin(QStringLiteral(" ?\\x{2066}?[A-Za-z0-9][A-Za-z0-9.:/-]*\\x{2069}? ?"));
        QList<QTextLayout::FormatRange> ranges;
        for (auto it = latin.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(match.capturedStart());
            range.length = static_cast<int>(match.capturedLength());
            range.format.setFont(fontOf(style, false, false));
            ranges.append(range);
        }
        m_layout->setFormats(ranges);
    }

    m_layout->beginLayout();
    qreal y = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width * kFine);
        // Each line is centred in its fixed height; a font that is taller reaches over its neighbours' empty room.
        line.setPosition(QPointF(0, y + (style.line * kFine - line.height()) / 2));
        y += style.line * kFine;
        const int end = line.textStart() + line.textLength();
        if (end < text.size() && !text.at(end - 1).isSpace() && text.at(end - 1).isLetterOrNumber() &&
            text.at(end).isLetterOrNumber())
            m_brokeAWord = true;
    }
    m_layout->endLayout();
    m_height = y / kFine;
}

TextBlock::TextBlock(TextBlock &&other) noexcept = default;
TextBlock::~TextBlock() = default;

int TextBlock::lines() const
{
    return m_layout->lineCount();
}

qreal TextBlock::firstBaseline() const
{
    if (m_layout->lineCount() == 0)
        return 0;
    const QTextLine line = m_layout->lineAt(0);
    return (line.y() + line.ascent()) / kFine;
}

QRectF TextBlock::ink() const
{
    QRectF all;
    const QList<QGlyphRun> runs = m_layout->glyphRuns();
    for (const QGlyphRun &run : runs) {
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        for (qsizetype i = 0; i < glyphs.size(); ++i) // outlines: QGlyphRun's own box is larger than the ink
            all |= run.rawFont().pathForGlyph(glyphs[i]).boundingRect().translated(positions[i]);
    }
    return {all.topLeft() / kFine, all.size() / kFine};
}

void TextBlock::draw(QPainter &painter, const QPointF &topLeft) const
{
    painter.save();
    painter.translate(topLeft);
    painter.scale(1 / kFine, 1 / kFine);
    painter.setPen(m_color);
    m_layout->draw(&painter, QPointF(0, 0));
    painter.restore();
}

bool isRightToLeft(const QString &text)
{
    return text.isRightToLeft();
}

QString isolated(const QString &text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

} // namespace markaz

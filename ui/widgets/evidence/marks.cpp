// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/marks.h"

#include "ui/widgets/theme.h"

#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace markaz::ui {
namespace {

constexpr double kSlip = 0.012;     ///< of the picture
constexpr double kLine = 1.0 / 260; ///< of its diagonal
constexpr double kLetters = 1.0 / 26;
constexpr double kHead = 5;        ///< an arrow's head, in widths of its line
constexpr double kSpread = 0.45;   ///< of the head, in radians
constexpr double kHaloTimes = 2.2; ///< a white edge keeps the mark apart from any ground

QPainterPath arrow(const QLineF &line, double width)
{
    QPainterPath path(line.p1());
    path.lineTo(line.p2());
    const double back = std::atan2(line.y1() - line.y2(), line.x1() - line.x2());
    const double length = std::min(kHead * width, line.length() / 2);
    for (const double side : {kSpread, -kSpread}) {
        path.moveTo(line.p2());
        path.lineTo(line.p2() + QPointF(std::cos(back + side), std::sin(back + side)) * length);
    }
    return path;
}

/// Words are placed by where they begin, and are not cut: at the edge they move in, and what is wider than the picture
/// becomes smaller. \p edge is what the white around them takes.
QPainterPath inside(const QPainterPath &words, const QRectF &picture, double edge)
{
    const QRectF room = picture.adjusted(edge, edge, -edge, -edge);
    const QRectF box = words.boundingRect();
    if (box.isEmpty() || room.isEmpty())
        return words;
    const double times = std::min({1.0, room.width() / box.width(), room.height() / box.height()});
    const QSizeF size = box.size() * times;
    const QPointF to(std::clamp(box.x(), room.left(), std::max(room.left(), room.right() - size.width())),
                     std::clamp(box.y(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    return QTransform::fromTranslate(to.x(), to.y()).scale(times, times).translate(-box.x(), -box.y()).map(words);
}

QPainterPath pathOf(const Mark &mark, const QRectF &picture, double diagonal)
{
    const auto at = [&picture](const QPointF &part) {
        return QPointF(picture.x() + part.x() * picture.width(), picture.y() + part.y() * picture.height());
    };
    QPainterPath path;
    switch (mark.kind) {
    case Mark::Kind::Arrow:
        return arrow(QLineF(at(mark.from), at(mark.to)), diagonal * kLine);
    case Mark::Kind::Circle:
        path.addEllipse(QRectF(at(mark.from), at(mark.to)).normalized());
        return path;
    case Mark::Kind::Text: {
        QFont font = currentTheme().font(Type::Body);
        font.setPixelSize(std::max(8, static_cast<int>(std::lround(diagonal * kLetters))));
        font.setWeight(QFont::Bold);
        path.setFillRule(Qt::WindingFill); // the strokes of Nastaliq lie over each other
        path.addText(at(mark.from), font, mark.text);
        return inside(path, picture, std::max(2.0, diagonal * kLine));
    }
    case Mark::Kind::Crop:
        break;
    }
    return path;
}

} // namespace

QColor inkOf(MarkColour colour)
{
    // look.md's solids: bad and info of the light theme, warn of the dark one, which is the brighter.
    switch (colour) {
    case MarkColour::Red:
        return Theme(ColourScheme::Light, Language::English).status(Status::Bad).solid;
    case MarkColour::Yellow:
        return Theme(ColourScheme::Dark, Language::English).status(Status::Warn).solid;
    case MarkColour::Blue:
        break;
    }
    return Theme(ColourScheme::Light, Language::English).status(Status::Info).solid;
}

bool Mark::isSlip() const
{
    if (kind == Kind::Text)
        return text.trimmed().isEmpty();
    const QPointF size = to - from;
    return kind == Kind::Arrow ? std::hypot(size.x(), size.y()) < kSlip
                               : std::min(std::abs(size.x()), std::abs(size.y())) < kSlip;
}

void MarkHistory::add(const Mark &mark)
{
    m_marks.resize(m_count); // what was undone is gone
    m_marks.append(mark);
    m_count = m_marks.size();
}

void MarkHistory::undo()
{
    m_count = std::max<qsizetype>(0, m_count - 1);
}

void MarkHistory::redo()
{
    m_count = std::min(m_marks.size(), m_count + 1);
}

void paintMarks(QPainter &painter, const QRectF &picture, const QList<Mark> &marks)
{
    const double diagonal = std::hypot(picture.width(), picture.height());
    const double width = std::max(2.0, diagonal * kLine);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Mark &mark : marks) {
        const QPainterPath path = pathOf(mark, picture, diagonal);
        const bool words = mark.kind == Mark::Kind::Text;
        const QColor ink = inkOf(mark.colour);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(
            QPen(Qt::white, words ? width * 1.2 : width * kHaloTimes, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
        if (words)
            painter.fillPath(path, ink);
        else
            painter.strokePath(path, QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.restore();
}

QRectF cropOf(const QList<Mark> &marks)
{
    const QRectF whole(0, 0, 1, 1);
    for (auto mark = marks.crbegin(); mark != marks.crend(); ++mark) {
        if (mark->kind == Mark::Kind::Crop)
            return QRectF(mark->from, mark->to).normalized() & whole;
    }
    return whole;
}

QImage marked(QImage original, const QList<Mark> &marks)
{
    if (original.isNull())
        return original;
    if (original.format() != QImage::Format_RGB32) {
        QImage opaque(original.size(), QImage::Format_RGB32); // what is transparent stands on white, as it is shown
        if (opaque.isNull())
            return opaque;
        opaque.fill(Qt::white);
        QPainter(&opaque).drawImage(0, 0, original);
        original = opaque;
    }
    {
        QPainter painter(&original);
        paintMarks(painter, QRectF(QPointF(), QSizeF(original.size())), marks);
    }
    const QRectF part = cropOf(marks);
    const QRect cut = QRectF(part.x() * original.width(), part.y() * original.height(), part.width() * original.width(),
                             part.height() * original.height())
                          .toAlignedRect() &
                      original.rect();
    return cut == original.rect() ? original : original.copy(cut);
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QString>

class QPainter;

namespace markaz::ui {

/// The colours of marks: the same in every theme, because they become pixels of evidence.
enum class MarkColour { Red, Yellow, Blue };
QColor inkOf(MarkColour colour);

/// One mark on a photo, as a vector: points in parts of the picture's width and height, so that it stands at the same
/// place on the screen's small picture and on the original.
struct Mark
{
    enum class Kind { Arrow, Circle, Text, Crop };
    Kind kind = Kind::Arrow;
    QPointF from; ///< an arrow's tail, the corner of a circle's or a crop's rectangle, where words begin
    QPointF to;   ///< an arrow's head, the opposite corner
    QString text = {};
    MarkColour colour = MarkColour::Red;

    /// So small that it was a slip of the hand.
    bool isSlip() const;
};

/// What was drawn, with the way back and forth again.
class MarkHistory
{
public:
    QList<Mark> shown() const { return m_marks.first(m_count); }
    void add(const Mark &mark);
    bool canUndo() const { return m_count > 0; }
    bool canRedo() const { return m_count < m_marks.size(); }
    void undo();
    void redo();

private:
    QList<Mark> m_marks;
    qsizetype m_count = 0;
};

/// Draws them all but crops over the picture that fills \p picture; widths and letters go with its size.
void paintMarks(QPainter &painter, const QRectF &picture, const QList<Mark> &marks);
/// The part of the picture that the last crop leaves; all of it where there is none.
QRectF cropOf(const QList<Mark> &marks);
/// \p original with the marks in its pixels, cut to the crop.
QImage marked(QImage original, const QList<Mark> &marks);

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/markscanvas.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr double kStep = 0.01;
constexpr double kLargeStep = 0.1;
constexpr int kCross = 14;

} // namespace

MarksCanvas::MarksCanvas(QWidget *parent)
    : StrokeSurface(parent)
{
    setObjectName(QStringLiteral("marksCanvas"));
    setAccessibleName(tr("Photo to mark"));
    setAccessibleDescription(tr("Arrows move the cross, Space begins and ends a mark, Esc gives it up"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(240, 180);
}

void MarksCanvas::setImage(const QImage &image)
{
    m_image = image;
    m_unreadable = image.isNull();
    if (m_unreadable)
        setAccessibleDescription(tr("This picture cannot be read. The file itself is kept as it is."));
    update();
}

void MarksCanvas::setTool(Mark::Kind tool)
{
    m_tool = tool;
    m_begun.reset();
    update();
}

void MarksCanvas::undo()
{
    m_history.undo();
    update();
    Q_EMIT changed();
}

void MarksCanvas::redo()
{
    m_history.redo();
    update();
    Q_EMIT changed();
}

QRectF MarksCanvas::pictureRect() const
{
    if (m_image.isNull())
        return {};
    const QSizeF size = QSizeF(m_image.size()).scaled(QSizeF(rect().size()), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

QPointF MarksCanvas::partAt(const QPointF &at) const
{
    const QRectF picture = pictureRect();
    if (picture.isEmpty())
        return {};
    return {std::clamp((at.x() - picture.x()) / picture.width(), 0.0, 1.0),
            std::clamp((at.y() - picture.y()) / picture.height(), 0.0, 1.0)};
}

void MarksCanvas::begin(const QPointF &part)
{
    if (!m_image.isNull())
        m_begun = Mark{m_tool, part, part, m_words.trimmed(), m_colour};
    update();
}

void MarksCanvas::end(const QPointF &part)
{
    if (!m_begun)
        return;
    Mark mark = *m_begun;
    m_begun.reset();
    mark.to = part;
    if (mark.kind == Mark::Kind::Text)
        mark.from = part; // words go where the hand lets them go
    update();
    if (mark.kind == Mark::Kind::Text && mark.text.isEmpty()) {
        m_cross = part;
        Q_EMIT wordsNeeded();
        return;
    }
    if (mark.isSlip())
        return;
    m_history.add(mark);
    Q_EMIT changed();
}

void MarksCanvas::placeWords()
{
    m_byKeys = true;
    if (m_tool != Mark::Kind::Text || m_words.trimmed().isEmpty())
        return update();
    begin(m_cross);
    end(m_cross);
}

void MarksCanvas::strokeBegan(const QPointF &at)
{
    m_byKeys = false;
    begin(partAt(at));
}

void MarksCanvas::strokeMoved(const QPointF &at)
{
    if (m_begun)
        m_begun->to = partAt(at);
    update();
}

void MarksCanvas::strokeEnded(const QPointF &at)
{
    end(partAt(at));
}

void MarksCanvas::strokeCancelled()
{
    m_begun.reset();
    update();
}

void MarksCanvas::keyPressEvent(QKeyEvent *event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? kLargeStep : kStep;
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Left:
        by = {-step, 0};
        break;
    case Qt::Key_Right:
        by = {step, 0};
        break;
    case Qt::Key_Up:
        by = {0, -step};
        break;
    case Qt::Key_Down:
        by = {0, step};
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_byKeys = true;
        if (m_begun || m_tool == Mark::Kind::Text) {
            if (!m_begun)
                begin(m_cross);
            end(m_cross);
        } else {
            begin(m_cross);
        }
        return;
    case Qt::Key_Escape:
        if (m_begun) {
            strokeCancelled();
            return;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_byKeys = true;
    m_cross = {std::clamp(m_cross.x() + by.x(), 0.0, 1.0), std::clamp(m_cross.y() + by.y(), 0.0, 1.0)};
    if (m_begun)
        m_begun->to = m_cross;
    update();
}

void MarksCanvas::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    const QRectF picture = pictureRect();
    if (picture.isEmpty()) {
        painter.setPen(theme.colour(Colour::Text2));
        painter.setFont(theme.font(Type::Body));
        drawWords(painter, rect(), Qt::AlignCenter, m_unreadable ? accessibleDescription() : tr("Opening the picture"));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(picture, m_image);
    QList<Mark> marks = m_history.shown();
    if (m_begun) {
        if (m_begun->kind == Mark::Kind::Text)
            m_begun->from = m_begun->to;
        marks.append(*m_begun);
    }
    painter.setClipRect(picture);
    paintMarks(painter, picture, marks);
    const QRectF part = cropOf(marks);
    const QRectF kept(picture.x() + part.x() * picture.width(), picture.y() + part.y() * picture.height(),
                      part.width() * picture.width(), part.height() * picture.height());
    if (part != QRectF(0, 0, 1, 1)) {
        QPainterPath outside;
        outside.addRect(picture);
        outside.addRect(kept);
        painter.fillPath(outside, QColor(0, 0, 0, 150));
        painter.setPen(QPen(Qt::white, 1, Qt::DashLine));
        painter.drawRect(kept);
    }
    painter.setClipping(false);
    if (hasFocus() && m_byKeys) {
        const QPointF at(picture.x() + m_cross.x() * picture.width(), picture.y() + m_cross.y() * picture.height());
        for (const auto &[colour, width] :
             {std::pair{QColor(Qt::white), 4}, std::pair{theme.colour(Colour::Focus), 2}}) {
            painter.setPen(QPen(colour, width));
            painter.drawLine(at - QPointF(kCross, 0), at + QPointF(kCross, 0));
            painter.drawLine(at - QPointF(0, kCross), at + QPointF(0, kCross));
        }
    }
}

} // namespace markaz::ui

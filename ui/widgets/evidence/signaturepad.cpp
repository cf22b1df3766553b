// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/signaturepad.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace markaz::ui {
namespace {

constexpr QSizeF kShape{640, 220};
constexpr double kPen = 1.0 / 220; ///< of the paper's width
constexpr double kLeastInk = 0.08; ///< of its width, along the strokes
constexpr QSize kPicture{1280, 440};

/// Through the middles of a hand's points, which is what a pen does between them.
QPainterPath smooth(const QPolygonF &points)
{
    QPainterPath path(points.first());
    if (points.size() == 1) {
        path.lineTo(points.first() + QPointF(0.01, 0));
        return path;
    }
    for (qsizetype i = 1; i + 1 < points.size(); ++i)
        path.quadTo(points[i], (points[i] + points[i + 1]) / 2);
    path.lineTo(points.last());
    return path;
}

} // namespace

SignaturePad::SignaturePad(QWidget *parent)
    : StrokeSurface(parent)
{
    setObjectName(QStringLiteral("signaturePad"));
    setAccessibleName(tr("Paper to sign on"));
    setAccessibleDescription(tr("Sign with the mouse, a pen or a finger"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("noFocusRing", true); // the paper's edge shows it
}

bool SignaturePad::isSigned() const
{
    double ink = 0;
    for (const QPolygonF &stroke : m_strokes) {
        for (qsizetype i = 1; i < stroke.size(); ++i)
            ink += std::hypot(stroke[i].x() - stroke[i - 1].x(),
                              (stroke[i].y() - stroke[i - 1].y()) * kShape.height() / kShape.width());
    }
    return ink >= kLeastInk;
}

void SignaturePad::undo()
{
    if (!m_strokes.isEmpty())
        m_strokes.removeLast();
    update();
    Q_EMIT changed();
}

void SignaturePad::clear()
{
    m_strokes.clear();
    update();
    Q_EMIT changed();
}

QRectF SignaturePad::paper() const
{
    const QSizeF size = kShape.scaled(QSizeF(rect().size()), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

void SignaturePad::add(const QPointF &at)
{
    const QRectF sheet = paper();
    m_strokes.last().append(QPointF(std::clamp((at.x() - sheet.x()) / sheet.width(), 0.0, 1.0),
                                    std::clamp((at.y() - sheet.y()) / sheet.height(), 0.0, 1.0)));
    update();
}

void SignaturePad::strokeBegan(const QPointF &at)
{
    m_strokes.append(QPolygonF());
    add(at);
}

void SignaturePad::strokeMoved(const QPointF &at)
{
    add(at);
}

void SignaturePad::strokeEnded(const QPointF &at)
{
    add(at);
    Q_EMIT changed();
}

void SignaturePad::strokeCancelled()
{
    undo();
}

void SignaturePad::paintInk(QPainter &painter, const QRectF &paper) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme(ColourScheme::Light, Language::English).colour(Colour::Text), paper.width() * kPen,
                        Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &stroke : m_strokes) {
        QPolygonF points;
        for (const QPointF &part : stroke)
            points.append(QPointF(paper.x() + part.x() * paper.width(), paper.y() + part.y() * paper.height()));
        painter.drawPath(smooth(points));
    }
}

QImage SignaturePad::picture() const
{
    QImage image(kPicture, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintInk(painter, QRectF(QPointF(), QSizeF(kPicture)));
    return image;
}

void SignaturePad::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF sheet = paper();
    painter.fillRect(sheet, Qt::white); // paper is white in every theme, and ink is dark
    painter.setPen(QPen(currentTheme().colour(hasFocus() ? Colour::Focus : Colour::Strong), hasFocus() ? 2 : 1));
    painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(QPen(Theme().colour(Colour::Line), 1));
    const double line = sheet.y() + sheet.height() * 0.78;
    painter.drawLine(QPointF(sheet.x() + 24, line), QPointF(sheet.right() - 24, line));
    paintInk(painter, sheet);
}

} // namespace markaz::ui

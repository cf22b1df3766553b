// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/evidence/strokesurface.h"

#include <QImage>
#include <QList>
#include <QPolygonF>

namespace markaz::ui {

/// White paper with a line to sign on. Strokes are kept as vectors, in parts of the paper, so that the picture of them
/// is as fine as it has to be whatever the screen was.
class SignaturePad final : public StrokeSurface
{
    Q_OBJECT
public:
    explicit SignaturePad(QWidget *parent = nullptr);
    /// Enough ink that somebody may have signed.
    bool isSigned() const;
    int strokes() const { return static_cast<int>(m_strokes.size()); }
    void undo(); ///< takes the last stroke back
    void clear();
    /// The signature on white, 1280 pixels wide.
    QImage picture() const;
    QSize sizeHint() const override { return {684, 235}; }
    QSize minimumSizeHint() const override { return {320, 110}; }

Q_SIGNALS:
    void changed();

protected:
    void strokeBegan(const QPointF &at) override;
    void strokeMoved(const QPointF &at) override;
    void strokeEnded(const QPointF &at) override;
    void strokeCancelled() override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintInk(QPainter &painter, const QRectF &paper) const;
    QRectF paper() const; ///< always of the same shape, within the widget
    void add(const QPointF &at);

    QList<QPolygonF> m_strokes;
};

} // namespace markaz::ui

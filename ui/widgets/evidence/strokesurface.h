// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTouchEvent;

namespace markaz::ui {

/// A surface that is drawn on: mouse, pen and finger alike give one stroke after the other, in the widget's own
/// coordinates. A second finger on it counts for nothing.
class StrokeSurface : public QWidget
{
    Q_OBJECT
public:
    explicit StrokeSurface(QWidget *parent = nullptr);

protected:
    virtual void strokeBegan(const QPointF &at) = 0;
    virtual void strokeMoved(const QPointF &at) = 0;
    virtual void strokeEnded(const QPointF &at) = 0;
    /// The system took the finger away (a palm, a gesture): what was begun is not meant.
    virtual void strokeCancelled() = 0;
    bool isStroking() const { return m_source != Source::None; }

    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;

private:
    enum class Source { None, Mouse, Pen, Finger };
    bool begin(Source source, const QPointF &at);
    void end(Source source, const QPointF &at);
    bool touch(QTouchEvent &event);

    Source m_source = Source::None;
    int m_finger = -1;
};

} // namespace markaz::ui

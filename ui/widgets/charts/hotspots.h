// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QRectF>
#include <QString>

class QPainter;
class QWidget;

namespace markaz::ui {

/// A part of a chart that stands for a figure.
struct HotSpot
{
    QRectF area;   ///< in the canvas's pixels
    QString words; ///< the figure in words, with its unit
};

/// Makes the parts of a painted chart usable: the words as tool tip, a click opens, arrows walk from part to part,
/// Enter opens. The words of all parts are the accessible description of the widget that has the keyboard.
class HotSpots final : public QObject
{
    Q_OBJECT
public:
    /// \p canvas is painted on and gets the mouse; \p focused has the keyboard (of a scroll area the area itself).
    HotSpots(QWidget *canvas, QWidget *focused);
    void set(const QList<HotSpot> &spots);
    const QList<HotSpot> &spots() const { return m_spots; }
    int at(const QPointF &position) const;    ///< -1 = none
    int current() const { return m_current; } ///< that of the keyboard; -1 = none
    void setName(const QString &name);        ///< accessible name of the chart
    /// The mark of the keyboard's place; painted last.
    void paint(QPainter &painter) const;

Q_SIGNALS:
    void activated(int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool key(int key);
    void moveTo(int index);
    QWidget *m_canvas;
    QWidget *m_focused;
    QString m_name;
    QList<HotSpot> m_spots;
    int m_current = -1;
    int m_pressed = -1;
};

} // namespace markaz::ui

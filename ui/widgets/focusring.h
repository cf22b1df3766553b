// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace markaz::ui {

/// The 2 px ring, 2 px outside the widget that has the keyboard. It lies over its window, lets the mouse through and
/// follows the widget; views and widgets with the property noFocusRing show their focus themselves.
class FocusRing : public QWidget
{
    Q_OBJECT
public:
    explicit FocusRing(QWidget *window);
    /// Shows the ring around \p target; nullptr hides it.
    void follow(QWidget *target);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    QPointer<QWidget> m_target;
    QList<QPointer<QWidget>> m_watched;
};

/// Gives every window of the application its ring; called by applyTheme once.
class FocusRingKeeper : public QObject
{
    Q_OBJECT
public:
    explicit FocusRingKeeper(QObject *parent);

private:
    void move(QWidget *now);
    QPointer<FocusRing> m_ring;
};

} // namespace markaz::ui

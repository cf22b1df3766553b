// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

namespace markaz::ui {

/// Something that is done in between, over the pages of a window and as large as it: looking at a photo, marking it,
/// signing, taking a photo. The keyboard stays in it, Esc asks to leave it. It goes when it is closed, and the keyboard
/// is then where it was before; it goes at once with the page that it was opened from, whose work it does.
class Overlay : public QFrame
{
    Q_OBJECT
public:
    /// Lies over the window of \p page, which opens it.
    explicit Overlay(QWidget *page);

protected:
    bool event(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    virtual void leave() { close(); } ///< Esc
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QWidget> m_page;
    QPointer<QWidget> m_before; ///< what had the keyboard
};

} // namespace markaz::ui

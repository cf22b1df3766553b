// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace markaz::ui {

/// Something that is done in between, over the pages of a window and as large as it: marking a photo, signing, taking a
/// photo. The keyboard stays in it, Esc asks to leave it, and it goes when it is closed.
class Overlay : public QFrame
{
    Q_OBJECT
public:
    /// Lies over the window of \p page.
    explicit Overlay(QWidget *page);

protected:
    bool event(QEvent *event) override;
    virtual void leave() { close(); } ///< Esc
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace markaz::ui

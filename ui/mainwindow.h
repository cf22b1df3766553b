// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

namespace markaz::ui {

class MainFrame;

/// The window: it hosts the frame and nothing else.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    MainFrame *frame() const { return m_frame; }

protected:
    void changeEvent(QEvent *event) override;

private:
    MainFrame *m_frame;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/icons.h"

#include <QEvent>

namespace markaz::ui {

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_frame(new MainFrame(this))
{
    setCentralWidget(m_frame);
    setWindowTitle(tr("Markaz"));
    setWindowIcon(icon(QStringLiteral("logo"), Colour::AccentText));
    resize(1366, 690);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setWindowTitle(tr("Markaz"));
    QMainWindow::changeEvent(event);
}

} // namespace markaz::ui

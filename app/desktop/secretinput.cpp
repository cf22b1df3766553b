// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/secretinput.h"

#include <termios.h>
#include <unistd.h>

namespace markaz::desktop {

QString SecretInput::line(const QString &prompt)
{
    if (isatty(STDIN_FILENO) == 0)
        return m_input.readLine();
    QTextStream err(stderr);
    err << prompt << Qt::flush;
    termios shown{};
    const bool hides = tcgetattr(STDIN_FILENO, &shown) == 0;
    if (hides) {
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    QString typed = m_input.readLine();
    if (hides)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    err << '\n';
    return typed;
}

} // namespace markaz::desktop

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that this laptop expects of its server: seen and set where the server's address is, and from the desk.
#include "app/desktop/desktopapp.h"

#include "ui/mainwindow.h"
#include "ui/pages/door/serverkeysheet.h"
#include "ui/pages/signinpage.h"

namespace markaz::desktop {

void DesktopApp::showServerKeys(const QString &server)
{
    ui::ServerKeySheet::State state{server, m_settings.pins};
    if (m_desk && m_session->sync().snapshot().trouble == SyncSnapshot::Trouble::NotTrusted) {
        state.notTrusted = m_session->sync().snapshot().reason;
        state.met = m_session->sync().snapshot().detail;
    } else if (!m_desk && m_distrust) {
        state.notTrusted = m_distrust->where;
        state.met = m_distrust->detail;
    }
    auto *sheet = new ui::ServerKeySheet(
        state, [](const QString &pin) { return ServerPins::of({pin}).ok(); }, m_window->centralWidget());
    connect(sheet, &ui::ServerKeySheet::chosen, this, &DesktopApp::takePins, Qt::QueuedConnection);
}

/// They hold from the next request on: the desk's session is opened anew with them, a sign-in opens its own.
void DesktopApp::takePins(const QStringList &pins)
{
    m_settings.pins = pins;
    m_distrust.reset();
    if (auto saved = m_profile->save(m_settings); !saved)
        return say(saved.error());
    const bool desk = m_desk != nullptr;
    if (desk) {
        keepUnfinished();
        dropPage();
        proceed(takeKey());
    }
    tell(QStringLiteral("pins"), {ui::Status::Ok,
                                  {pins.isEmpty() ? tr("This laptop expects no key of its server any more.")
                                                  : tr("This laptop expects these keys of its server from now on."),
                                   {},
                                   desk ? QString() : tr("Sign in now.")},
                                  {},
                                  {},
                                  true});
}

} // namespace markaz::desktop

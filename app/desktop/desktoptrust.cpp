// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that this laptop expects of its server: seen where the server's address is, and set there until somebody
// works on this laptop; then from the desk.
// 2026-11-29: whoever stands before a locked laptop comes to the sign-in page without a secret, and the pins are those
// of the whole profile. So from the first data key on, also one that was set aside, they are changed behind a
// passphrase alone, the first ones too: a wrong one would keep the laptop from its server. Pins that cannot be read
// open no desk, and let no server in either: there a readable one may take their place. Whoever can write desktop.json
// is not held.
#include "app/desktop/desktopapp.h"

#include "ui/mainwindow.h"
#include "ui/pages/door/serverkeysheet.h"
#include "ui/pages/signinpage.h"

#include <utility>

namespace markaz::desktop {

ui::ServerKeySheet::May DesktopApp::mayWithPins() const
{
    using May = ui::ServerKeySheet::May;
    if (m_desk)
        return May::Ask;
    if (!m_profile->holdsAccounts())
        return May::Change;
    return ServerPins::of(m_settings.pins).ok() ? May::Look : May::ChangePin;
}

void DesktopApp::showServerKeys(const QString &server)
{
    const auto look = [this, server] {
        ui::ServerKeySheet::State state{server, m_settings.pins, {}, {}, mayWithPins()};
        if (m_desk && m_session->sync().snapshot().trouble == SyncSnapshot::Trouble::NotTrusted) {
            state.notTrusted = m_session->sync().snapshot().reason;
            state.met = m_session->sync().snapshot().detail;
        } else if (!m_desk && m_distrust && m_distrust->server == server) {
            state.notTrusted = m_distrust->error.where;
            state.met = m_distrust->error.detail;
        }
        return state;
    };
    const ui::ServerKeySheet::State state = look();
    auto *sheet = new ui::ServerKeySheet(
        state, [](const QString &pin) { return ServerPins::of({pin}).ok(); }, m_window->centralWidget());
    connect(
        sheet, &ui::ServerKeySheet::chosen, this,
        [this, look, state](const QStringList &pins) {
            // A sync went on behind the sheet. What the server shows by now is looked at before anything is taken:
            // going without a pin may have been offered while it still showed the right key.
            const ui::ServerKeySheet::State now = look();
            if (now.notTrusted.isEmpty() || (now.notTrusted == state.notTrusted && now.met == state.met))
                return takePins(pins);
            tell(QStringLiteral("pins"), {ui::Status::Warn,
                                          {tr("The server has shown another certificate meanwhile."),
                                           tr("The keys that this laptop expects are as they were."),
                                           tr("Look at what it shows now, and set the keys again.")},
                                          {},
                                          {},
                                          true});
            showServerKeys(state.server);
        },
        Qt::QueuedConnection);
}

/// They hold from the next request on: the desk's session is opened anew with them, a sign-in opens its own.
void DesktopApp::takePins(const QStringList &pins)
{
    if (mayWithPins() == ui::ServerKeySheet::May::Look) // it was locked in the same moment
        return;
    Profile::Settings next = m_settings;
    next.pins = pins;
    if (auto saved = m_profile->save(next); !saved)
        return say(saved.error());
    m_settings = std::move(next);
    m_distrust.reset();
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

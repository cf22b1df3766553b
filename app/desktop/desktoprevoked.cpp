// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A laptop that the server orders to be given up: its records are closed, what waits is handed in, its key destroyed.
#include "app/desktop/desktopapp.h"

#include "core/support/log.h"
#include "ui/pages/signinpage.h"

namespace markaz::desktop {
namespace {

const QString kRevoked = QStringLiteral("revoked");

/// What app/server/README.md promises of a revoked laptop, and no more.
QString handedIn()
{
    return DesktopApp::tr("Changes that waited were handed in to the server, up to 10,000 and 32 MiB; your "
                          "administrator can have them looked up.");
}

} // namespace

/// The session stays, for sync alone: what waits is handed in behind the page.
void DesktopApp::giveUp()
{
    if (!m_session || m_givingUp)
        return;
    m_givingUp = true;
    m_pending.reset();
    showSignIn();
    m_signIn->setAccount({});
    tell(kRevoked, {ui::Status::Bad,
                    {tr("An administrator has revoked this laptop for the account %1.").arg(m_account),
                     tr("Changes that were not sent yet are handed in to the server, up to 10,000 and 32 MiB, and kept "
                        "there; your administrator can have them looked up. Photographs that were not sent are given "
                        "up with this laptop’s records."),
                     tr("Leave the laptop online for a moment, and ask your administrator for a one-time code.")},
                    {},
                    {},
                    false});
}

void DesktopApp::destroyRecords()
{
    if (!m_session || !m_session->isRevoked())
        return;
    const QString account = m_account;
    closeSession();
    if (m_lock->keyringRemembers())
        forgetInKeyring();
    const auto destroyed = m_lock->destroy();
    m_lock.reset();
    m_account.clear();
    Profile::noteRevoked(m_settings, account);
    saveSettings();
    showSignIn();
    if (!destroyed) {
        qCWarning(lcUi) << destroyed.error().detail << destroyed.error().where;
        tell(kRevoked,
             {ui::Status::Bad,
              {tr("The records of the revoked account %1 could not be removed from this laptop.").arg(account),
               handedIn(),
               tr("Give the laptop to your administrator, and name this folder: %1").arg(destroyed.error().where)},
              {},
              {},
              false});
        return;
    }
    tellRevoked(account);
}

/// Also at the next start: whoever comes then asks why there is nothing to unlock.
void DesktopApp::tellRevoked(const QString &account)
{
    tell(kRevoked, {ui::Status::Bad,
                    {tr("This laptop was revoked for the account %1, and its records here are destroyed.").arg(account),
                     handedIn() + QLatin1Char(' ') + tr("Photographs that were not sent are gone."),
                     tr("Ask your administrator for a one-time code to begin anew.")},
                    {},
                    {},
                    false});
}

} // namespace markaz::desktop

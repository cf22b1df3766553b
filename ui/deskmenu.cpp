// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The account's menu.
#include "ui/desk.h"

#include "ui/deskpages.h"
#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/topbar.h"
#include "ui/widgets/messagebar.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>
#include <array>

namespace markaz::ui {

void Desk::fillAccountMenu(const QList<OtherAccount> &others)
{
    AccountButton *button = m_frame.topBar()->account();
    auto *menu = new QMenu(button);
    for (const OtherAccount &other : others) {
        if (other.name == m_services.actor.name)
            continue;
        QAction *action = menu->addAction(tr("Work as %1").arg(other.words));
        action->setObjectName(QStringLiteral("switch.") + other.name);
        connect(action, &QAction::triggered, this, [this, name = other.name] { Q_EMIT switchRequested(name); });
    }
    if (!others.isEmpty())
        menu->addSeparator();
    const bool urdu = isUrdu();
    connect(menu->addAction(urdu ? QStringLiteral("English") : QStringLiteral("اردو")), &QAction::triggered, this,
            [this, urdu] {
                keepPlace();
                Q_EMIT languageRequested(urdu ? Language::English : Language::Urdu);
            });
    const bool dark = currentTheme().dark();
    connect(menu->addAction(dark ? tr("Light colours") : tr("Dark colours")), &QAction::triggered, this, [this, dark] {
        keepPlace();
        Q_EMIT schemeRequested(dark ? ColourScheme::Light : ColourScheme::Dark);
    });
    menu->addSeparator();
    addLockMenu(menu);
    QAction *out = menu->addAction(tr("Sign out"));
    out->setObjectName(QStringLiteral("signOut"));
    connect(out, &QAction::triggered, this, &Desk::askSignOut);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
}

/// At once where one can sign in again; without the server one could not, and the laptop is shut until it answers.
void Desk::askSignOut()
{
    using Trouble = SyncSnapshot::Trouble;
    static constexpr std::array kAway{Trouble::Offline, Trouble::NotReached, Trouble::NotOurServer,
                                      Trouble::NotTrusted};
    if (std::find(kAway.begin(), kAway.end(), m_services.sync.snapshot().trouble) == kAway.end()) {
        Q_EMIT signOutRequested();
        return;
    }
    m_frame.messages()->post(QStringLiteral("signOut"),
                             {Status::Warn,
                              {tr("The server does not answer now, and without it you cannot sign in again."),
                               tr("What you entered stays on this laptop, and nobody can open it until then."),
                               tr("To keep others out while you are away, lock instead.")},
                              tr("Sign out all the same"),
                              {},
                              true},
                             [this] { Q_EMIT signOutRequested(); });
}

void Desk::addLockMenu(QMenu *menu)
{
    QAction *lock = menu->addAction(tr("Lock now"));
    lock->setObjectName(QStringLiteral("lockNow"));
    lock->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    m_frame.addAction(lock); // a menu alone hears no key while it is closed
    connect(lock, &QAction::triggered, this, &Desk::lockRequested);
    QMenu *after = menu->addMenu(tr("Lock when unused for"));
    after->setObjectName(QStringLiteral("lockAfter"));
    m_lockAfter = new QActionGroup(this);
    for (int minutes : {5, 15, 30, 60}) {
        QAction *choice = after->addAction(tr("%1 minutes").arg(minutes));
        choice->setCheckable(true);
        choice->setData(minutes);
        m_lockAfter->addAction(choice);
    }
    connect(m_lockAfter, &QActionGroup::triggered, this,
            [this](const QAction *choice) { Q_EMIT lockAfterRequested(choice->data().toInt()); });
    QAction *passphrase = menu->addAction(tr("Passphrase of this laptop"));
    passphrase->setObjectName(QStringLiteral("changePassphrase"));
    connect(passphrase, &QAction::triggered, this,
            [this] { showPage(QStringLiteral("passphrase"), m_frame.current()); });
    QAction *keys = menu->addAction(tr("Keys of the server"));
    keys->setObjectName(QStringLiteral("serverKeys"));
    connect(keys, &QAction::triggered, this, &Desk::serverKeysRequested);
    if (m_services.administration == nullptr)
        return;
    QAction *password = menu->addAction(tr("Password of your account"));
    password->setObjectName(QStringLiteral("changePassword"));
    connect(password, &QAction::triggered, this, [this] { showPage(page::kPassword, m_frame.current()); });
}

void Desk::setLockAfter(int minutes)
{
    const auto choices = m_lockAfter->actions();
    for (QAction *choice : choices)
        choice->setChecked(choice->data().toInt() == minutes);
}

} // namespace markaz::ui

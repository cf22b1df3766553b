// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/door/choosepassphrasepage.h"

#include "ui/pages/door/passphraseform.h"
#include "ui/text/format.h"
#include "ui/text/unlockwords.h"
#include "ui/widgets/card.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

ChoosePassphrasePage::ChoosePassphrasePage(const QString &account, bool recordsAreHere, QWidget *parent)
    : DoorPage(tr("Choose this laptop’s passphrase"),
               recordsAreHere
                   ? tr("%1 has records on this laptop that anybody could read who gets hold of it. From now "
                        "on they are sealed with a passphrase of yours.")
                         .arg(format::isolate(account))
                   : tr("It seals what %1 keeps on this laptop: owners, notes and what waits to be sent. You "
                        "will type it at each start; it needs no network.")
                         .arg(format::isolate(account)),
               parent)
{
    setObjectName(QStringLiteral("choosePassphrasePage"));
    m_form = new PassphraseForm(PassphraseForm::Kind::First, tr("Use this passphrase"), card());
    auto *back = new QPushButton(tr("Back to signing in"), card());
    back->setObjectName(QStringLiteral("backToSignIn"));
    m_form->addButton(back);
    card()->body()->addWidget(m_form);
    setFocusProxy(m_form);
    setHint(tr("It is not your account’s password, and it never leaves this laptop. Nobody can recover it, neither the "
               "programme nor the server: without it, what was not sent from here is lost."));
    connect(back, &QPushButton::clicked, this, &ChoosePassphrasePage::backRequested);
    connect(m_form, &PassphraseForm::submitted, this,
            [this](const QString &, const QString &passphrase) { Q_EMIT chosen(passphrase); });
}

void ChoosePassphrasePage::setPassword(const QString &password)
{
    m_form->setPassword(password);
}

void ChoosePassphrasePage::setBusy(bool busy)
{
    m_form->setBusy(busy);
}

void ChoosePassphrasePage::showError(const Error &error)
{
    Message message{Status::Bad, unlockSentence(error), {}, {}, false};
    messages()->post(QStringLiteral("error"), message);
}

} // namespace markaz::ui

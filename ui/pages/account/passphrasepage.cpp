// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/passphrasepage.h"

#include "ui/pages/door/passphraseform.h"
#include "ui/text/unlockwords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kKey = QStringLiteral("passphrase");

} // namespace

PassphrasePage::PassphrasePage(QWidget *parent)
    : ListPage(tr("Passphrase of this laptop"), parent)
{
    setObjectName(QStringLiteral("passphrasePage"));
    header()->setSub(tr("It seals your records on this laptop and never leaves it"));
    auto *card = new Card(this);
    card->setTitle(tr("Change the passphrase"));
    m_form = new PassphraseForm(PassphraseForm::Kind::Change, tr("Change it"), card);
    card->body()->addWidget(m_form);
    auto *words =
        plainLabel(tr("Nothing is sealed anew: only the key is. Nobody can recover the new passphrase."), card);
    words->setWordWrap(true);
    card->body()->addWidget(words);
    auto *keyring = new Card(this);
    keyring->setTitle(tr("Keyring of this computer"));
    m_keyring = plainLabel(keyring);
    m_keyring->setWordWrap(true);
    m_forget = new QPushButton(tr("Ask for the passphrase at each start"), keyring);
    m_forget->setObjectName(QStringLiteral("forgetInKeyring"));
    keyring->body()->addWidget(m_keyring);
    keyring->body()->addWidget(m_forget, 0, Qt::AlignLeading);
    keyring->body()->addStretch();
    body()->addLayout(besideEachOther(card, keyring), 1);
    connect(m_form, &PassphraseForm::submitted, this, [this](const QString &current, const QString &next) {
        messages()->withdraw(kKey);
        m_form->setBusy(true);
        Q_EMIT changeRequested(current, next);
    });
    connect(m_forget, &QPushButton::clicked, this, &PassphrasePage::forgetInKeyringRequested);
    setKeyring(false);
}

void PassphrasePage::showEvent(QShowEvent *event)
{
    m_form->clear();
    ListPage::showEvent(event);
}

void PassphrasePage::setKeyring(bool remembers)
{
    m_keyring->setText(
        remembers ? tr("It remembers the passphrase: Markaz opens at the start for whoever is signed in to this "
                       "computer as you. After it was locked, Markaz asks all the same.")
                  : tr("It does not remember the passphrase. You can let it on the page that unlocks Markaz."));
    m_forget->setVisible(remembers);
}

void PassphrasePage::done(const Result<void> &how, std::chrono::seconds wait)
{
    m_form->setBusy(false);
    if (!how) {
        Message message{Status::Bad, unlockSentence(how.error()), {}, {}, true};
        if (wait.count() > 0)
            message.sentence.next = waitWords(wait);
        messages()->post(kKey, message);
        if (how.error().code == ErrorCode::Unauthenticated)
            m_form->askAgain();
        return;
    }
    m_form->clear();
    messages()->post(kKey,
                     {Status::Ok,
                      {tr("The passphrase of this laptop is changed."), tr("The old one opens nothing any more."), {}},
                      {},
                      {},
                      true});
}

} // namespace markaz::ui

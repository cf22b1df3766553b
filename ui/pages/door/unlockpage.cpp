// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/door/unlockpage.h"

#include "ui/text/format.h"
#include "ui/text/unlockwords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

UnlockPage::UnlockPage(const QString &account, QWidget *parent)
    : DoorPage(tr("Unlock Markaz"),
               tr("What %1 has on this laptop is sealed with its passphrase. No network is needed.")
                   .arg(format::isolate(account)),
               parent)
{
    setObjectName(QStringLiteral("unlockPage"));
    QVBoxLayout *form = card()->body();
    m_passphrase = addSecretField(form, tr("Passphrase of this laptop"), QStringLiteral("passphrase"), card());
    m_keyring = new QCheckBox(tr("Unlock with this computer’s keyring at the start"), card());
    m_keyring->setObjectName(QStringLiteral("useKeyring"));
    m_keyring->setToolTip(tr("Then whoever is signed in to this computer as you opens Markaz without the passphrase."));
    form->addWidget(m_keyring);
    m_waitWords = plainLabel(card());
    m_waitWords->setObjectName(QStringLiteral("waitWords"));
    form->addWidget(m_waitWords);
    auto *buttons = new QHBoxLayout;
    auto *another = new QPushButton(tr("Sign in as another"), card());
    another->setObjectName(QStringLiteral("signInAsAnother"));
    another->setAutoDefault(false);
    m_unlock = new QPushButton(tr("Unlock"), card());
    m_unlock->setObjectName(QStringLiteral("unlock"));
    m_unlock->setProperty("role", QStringLiteral("primary"));
    m_unlock->setDefault(true);
    buttons->addWidget(another);
    buttons->addStretch();
    buttons->addWidget(m_unlock);
    form->addSpacing(8);
    form->addLayout(buttons);
    buildForgotten();
    setFocusProxy(m_passphrase);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &UnlockPage::submit);
    connect(m_passphrase, &QLineEdit::textChanged, this, &UnlockPage::refresh);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::submit);
    connect(another, &QPushButton::clicked, this, &UnlockPage::anotherRequested);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, [this] { setWait(m_wait - std::chrono::seconds(1)); });
    refresh();
}

void UnlockPage::buildForgotten()
{
    m_forgotten = new QPushButton(tr("I have forgotten the passphrase"), this);
    m_forgotten->setObjectName(QStringLiteral("forgotten"));
    m_forgotten->setProperty("role", QStringLiteral("link"));
    m_forgotten->setAutoDefault(false);
    auto *line = new QWidget(this);
    auto *leading = new QHBoxLayout(line);
    leading->setContentsMargins(0, 0, 0, 0);
    leading->addWidget(m_forgotten);
    leading->addStretch();
    addBelow(line);
    m_question = new QWidget(this);
    auto *box = new QVBoxLayout(m_question);
    box->setContentsMargins(0, 0, 0, 0);
    auto *words = plainLabel(
        tr("Nobody can recover it. You may begin anew on this laptop: with a network, your account’s "
           "password and a one-time code from your administrator you get back what the server has. Without a "
           "code this laptop stays empty. What was not sent from here stays sealed in a folder that is kept "
           "beside, in case you remember."),
        m_question);
    words->setWordWrap(true);
    box->addWidget(words);
    auto *row = new QHBoxLayout;
    auto *keep = new QPushButton(tr("Try once more"), m_question);
    auto *anew = new QPushButton(tr("Begin anew on this laptop"), m_question);
    anew->setObjectName(QStringLiteral("beginAnew"));
    anew->setProperty("role", QStringLiteral("danger"));
    row->addWidget(keep);
    row->addWidget(anew);
    row->addStretch();
    box->addLayout(row);
    m_question->hide();
    addBelow(m_question);
    const auto ask = [this](bool asks) {
        messages()->withdraw(QStringLiteral("error"));
        messages()->withdraw(QStringLiteral("locked"));
        m_question->setVisible(asks);
        m_forgotten->parentWidget()->setVisible(!asks);
    };
    connect(m_forgotten, &QPushButton::clicked, this, [ask] { ask(true); });
    connect(keep, &QPushButton::clicked, this, [this, ask] {
        ask(false);
        m_passphrase->setFocus(Qt::OtherFocusReason);
    });
    connect(anew, &QPushButton::clicked, this, &UnlockPage::beginAnewRequested);
}

void UnlockPage::showEvent(QShowEvent *event)
{
    DoorPage::showEvent(event);
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::setPassphrase(const QString &passphrase)
{
    m_passphrase->setText(passphrase);
}

void UnlockPage::setKeyring(bool remembers)
{
    m_keyring->setChecked(remembers);
}

void UnlockPage::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void UnlockPage::setWait(std::chrono::seconds wait)
{
    m_wait = std::max(wait, std::chrono::seconds(0));
    if (m_wait.count() > 0)
        m_tick.start();
    else
        m_tick.stop();
    refresh();
}

void UnlockPage::refresh()
{
    m_unlock->setText(m_busy ? tr("Unlocking …") : tr("Unlock"));
    m_unlock->setEnabled(!m_busy && m_wait.count() == 0 && !m_passphrase->text().isEmpty());
    m_waitWords->setText(waitWords(m_wait));
    m_waitWords->setVisible(m_wait.count() > 0);
}

void UnlockPage::submit()
{
    if (!m_unlock->isEnabled())
        return;
    messages()->withdraw(QStringLiteral("error"));
    Q_EMIT unlockRequested(m_passphrase->text(), m_keyring->isChecked());
}

void UnlockPage::showError(const Error &error)
{
    messages()->withdraw(QStringLiteral("locked")); // said once; now something else matters
    messages()->post(QStringLiteral("error"), {Status::Bad, unlockSentence(error), {}, {}, false});
    if (error.code == ErrorCode::Unauthenticated) {
        m_passphrase->selectAll();
        m_passphrase->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace markaz::ui

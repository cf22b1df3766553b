// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/passwordpage.h"

#include "core/sync/accountrequests.h"
#include "ui/pages/door/passphraseform.h"
#include "ui/text/accountwords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kKey = QStringLiteral("password");

} // namespace

PasswordPage::PasswordPage(Administration &administration, QWidget *parent)
    : ListPage(tr("Password of your account"), parent)
    , m_administration(administration)
{
    setObjectName(QStringLiteral("passwordPage"));
    header()->setSub(tr("With it you sign in to the server; changing it needs a connection"));
    auto *card = new Card(this);
    card->setTitle(tr("Change the password"));
    m_form = new PassphraseForm(PassphraseForm::Kind::Password, tr("Change it"), card);
    card->body()->addWidget(m_form);
    auto *about = new Card(this);
    about->setTitle(tr("What it changes"));
    const QStringList facts{
        tr("You stay signed in on this laptop. Wherever else your account is signed in, that ends: sign in there with "
           "the new password. What waits to be sent there stays."),
        tr("The passphrase of this laptop stays as it is: it never leaves the laptop, and has a page of its own.")};
    for (const QString &fact : facts) {
        auto *words = plainLabel(fact, about);
        words->setWordWrap(true);
        about->body()->addWidget(words);
    }
    about->body()->addStretch();
    body()->addLayout(besideEachOther(card, about), 1);
    connect(m_form, &PassphraseForm::submitted, this, &PasswordPage::change);
}

void PasswordPage::showEvent(QShowEvent *event)
{
    m_form->clear();
    ListPage::showEvent(event);
}

void PasswordPage::change(const QString &present, const QString &next)
{
    messages()->withdraw(kKey);
    if (m_isPassphrase && m_isPassphrase(next)) {
        messages()->post(
            kKey, {Status::Bad,
                   {tr("This is the passphrase of this laptop."), tr("The password of your account is as it was."),
                    tr("Choose another: whoever learns the one must not have the other.")},
                   {},
                   {},
                   true});
        return;
    }
    m_form->setBusy(true);
    m_administration.ask(passwordRequest({present, next}), this,
                         [this, next](const Result<QJsonObject> &how) { done(how, next); });
}

void PasswordPage::done(const Result<QJsonObject> &how, const QString &next)
{
    m_form->setBusy(false);
    if (!how) {
        messages()->post(kKey, {Status::Bad, accountwords::passwordRefusal(how.error()), {}, {}, true});
        m_form->askAgain();
        return;
    }
    m_form->clear();
    Q_EMIT changed(next);
    messages()->post(kKey, {Status::Ok,
                            {tr("The password of your account is changed."),
                             tr("You stay signed in here; your sessions on other laptops have ended."),
                             tr("Sign in there with the new password.")},
                            {},
                            {},
                            true});
}

} // namespace markaz::ui

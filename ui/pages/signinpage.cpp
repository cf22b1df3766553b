// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/signinpage.h"

#include "ui/text/sentences.h"
#include "ui/widgets/card.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

SignInPage::SignInPage(QWidget *parent)
    : DoorPage(tr("Sign in to Markaz"), tr("You need a network for this once. After it, inspections work without one."),
               parent)
{
    setObjectName(QStringLiteral("signInPage"));
    QVBoxLayout *form = card()->body();
    m_server = addField(form, tr("Server address"), QStringLiteral("serverAddress"), card());
    m_server->setPlaceholderText(QStringLiteral("https://markaz.example.gov.pk"));
    m_server->setLayoutDirection(Qt::LeftToRight);
    m_name = addField(form, tr("Account"), QStringLiteral("accountName"), card());
    m_name->setMaxLength(60);
    m_password = addSecretField(form, tr("Password"), QStringLiteral("password"), card());
    m_notice = plainLabel(card());
    m_notice->setWordWrap(true);
    form->addWidget(m_notice);
    auto *buttons = new QHBoxLayout;
    m_offline = new QPushButton(tr("Go on without a network"), card());
    m_offline->setObjectName(QStringLiteral("goOnOffline"));
    m_signIn = new QPushButton(tr("Sign in"), card());
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_signIn->setProperty("role", QStringLiteral("primary"));
    m_signIn->setDefault(true);
    buttons->addWidget(m_offline);
    buttons->addStretch();
    buttons->addWidget(m_signIn);
    form->addSpacing(8);
    form->addLayout(buttons);
    setHint(tr("Only https is accepted, but for a server on this laptop. If the server’s certificate cannot "
               "be checked, Markaz stops and says why."));

    for (QLineEdit *edit : {m_server, m_name, m_password}) {
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
        connect(edit, &QLineEdit::textChanged, this, &SignInPage::refresh);
    }
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_offline, &QPushButton::clicked, this, &SignInPage::continueOffline);
    setNotice({});
    setMayContinueOffline(false);
    refresh();
}

void SignInPage::setServer(const QString &server)
{
    m_server->setText(server);
}

void SignInPage::setAccount(const QString &name)
{
    m_name->setText(name);
    if (!name.isEmpty())
        m_password->setFocus(Qt::OtherFocusReason);
}

void SignInPage::setNotice(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void SignInPage::setMayContinueOffline(bool may)
{
    m_offline->setVisible(may);
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void SignInPage::refresh()
{
    m_signIn->setText(m_busy ? tr("Signing in …") : tr("Sign in"));
    m_signIn->setEnabled(!m_busy && !m_server->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty() &&
                         !m_password->text().isEmpty());
}

void SignInPage::submit()
{
    if (!m_signIn->isEnabled())
        return;
    messages()->withdraw(QStringLiteral("error"));
    Q_EMIT signInRequested(m_server->text().trimmed(), m_name->text().trimmed(), m_password->text());
}

void SignInPage::showError(const Error &error)
{
    Message message = Message::of(error);
    message.closable = false;
    if (error.code == ErrorCode::Unauthenticated) // here nobody has a session that could have ended
        message.sentence = {tr("The name or the password is wrong."), tr("What is on this laptop stays as it is."),
                            tr("Type both again; capitals count.")};
    messages()->post(QStringLiteral("error"), message);
    if (error.code == ErrorCode::Unauthenticated) {
        m_password->selectAll();
        m_password->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/signinpage.h"

#include "core/domain/enrolmentcode.h"
#include "core/protocol/accounts.h"
#include "ui/text/codewords.h"
#include "ui/text/sentences.h"
#include "ui/text/unlockwords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/codes/codepicker.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

const QString kError = QStringLiteral("error");
const QString kQrText = QStringLiteral("markaz-enrol:");

QVBoxLayout *formIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    return column;
}

} // namespace

SignInPage::SignInPage(QWidget *parent)
    : DoorPage({}, {}, parent)
{
    setObjectName(QStringLiteral("signInPage"));
    buildServerField();
    auto *who = new QHBoxLayout;
    who->setSpacing(12);
    auto *account = new QVBoxLayout;
    account->setSpacing(8);
    m_name = addField(account, tr("Account"), QStringLiteral("accountName"), card());
    m_name->setMaxLength(60);
    account->addStretch();
    who->addLayout(account, 2);
    buildCodeField();
    who->addWidget(m_codeField, 3);
    card()->body()->addLayout(who);
    m_passwordForm = new QWidget(card());
    m_password = addSecretField(formIn(m_passwordForm), tr("Password"), QStringLiteral("password"), m_passwordForm);
    card()->body()->addWidget(m_passwordForm);
    buildChosenForm();
    m_notice = plainLabel(card());
    m_notice->setWordWrap(true);
    card()->body()->addWidget(m_notice);
    buildButtons();

    for (QLineEdit *edit : {m_server, m_name, m_password, m_code, m_chosen, m_again}) {
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
        connect(edit, &QLineEdit::textChanged, this, &SignInPage::refresh);
        m_picker->watch(edit);
    }
    connect(m_code, &QLineEdit::textChanged, this, &SignInPage::readCode);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_offline, &QPushButton::clicked, this, &SignInPage::continueOffline);
    connect(m_otherForm, &QPushButton::clicked, this, [this] {
        messages()->withdraw(kError); // it is about the form that goes
        setWithCode(!m_withCode);
        (m_name->text().isEmpty() ? m_name : m_withCode ? m_code : m_password)->setFocus(Qt::OtherFocusReason);
    });
    setFocusProxy(m_name);
    setNotice({});
    setMayContinueOffline(false);
    setWithCode(false);
}

void SignInPage::buildServerField()
{
    auto *head = new QHBoxLayout; // the words and the link: there is no line to spare below
    auto *label = plainLabel(tr("Server address"), card());
    label->setFont(currentTheme().font(Type::CaptionStrong));
    auto *keys = new QPushButton(tr("Keys of the server"), card());
    keys->setObjectName(QStringLiteral("serverKeys"));
    keys->setProperty("role", QStringLiteral("link"));
    keys->setAutoDefault(false);
    head->addWidget(label);
    head->addStretch();
    head->addWidget(keys);
    m_server = new QLineEdit(card());
    m_server->setObjectName(QStringLiteral("serverAddress"));
    m_server->setAccessibleName(label->text());
    m_server->setPlaceholderText(QStringLiteral("https://markaz.example.gov.pk"));
    m_server->setLayoutDirection(Qt::LeftToRight);
    label->setBuddy(m_server);
    card()->body()->addLayout(head);
    card()->body()->addWidget(m_server);
    connect(keys, &QPushButton::clicked, this, [this] { Q_EMIT serverKeysRequested(m_server->text().trimmed()); });
}

void SignInPage::buildCodeField()
{
    m_codeField = new QWidget(card());
    QVBoxLayout *column = formIn(m_codeField);
    m_code = addField(column, tr("One-time code"), QStringLiteral("oneTimeCode"), m_codeField);
    m_code->setPlaceholderText(tr("or the text of its QR code"));
    m_code->setLayoutDirection(Qt::LeftToRight);
    m_code->setMaxLength(1000);
    m_picker = new CodePicker(this, m_codeField);
    column->addWidget(m_picker);
    connect(m_picker, &CodePicker::begun, this, [this] { messages()->withdraw(kError); });
    connect(m_picker, &CodePicker::codeRead, this, &SignInPage::takeCode);
    connect(m_picker, &CodePicker::failed, this, [this](const Error &error) { refuseCode(codewords::failure(error)); });
}

void SignInPage::buildChosenForm()
{
    m_chosenForm = new QWidget(card());
    QVBoxLayout *column = formIn(m_chosenForm);
    auto *passwords = new QHBoxLayout;
    passwords->setSpacing(12);
    const auto put = [&](const QString &label, const char *name) {
        auto *half = new QVBoxLayout;
        half->setSpacing(8);
        passwords->addLayout(half, 1);
        return addSecretField(half, label, QLatin1String(name), m_chosenForm);
    };
    m_chosen = put(tr("New password"), "chosenPassword");
    m_again = put(tr("Once more"), "chosenAgain");
    column->addLayout(passwords);
    m_missing = plainLabel(m_chosenForm);
    m_missing->setObjectName(QStringLiteral("enrolMissing"));
    m_missing->setWordWrap(true);
    column->addWidget(m_missing);
    card()->body()->addWidget(m_chosenForm);
}

void SignInPage::buildButtons()
{
    auto *buttons = new QHBoxLayout;
    m_offline = new QPushButton(tr("Go on without a network"), card());
    m_offline->setObjectName(QStringLiteral("goOnOffline"));
    m_signIn = new QPushButton(card());
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_signIn->setProperty("role", QStringLiteral("primary"));
    m_signIn->setDefault(true);
    m_otherForm = new QPushButton(card());
    m_otherForm->setObjectName(QStringLiteral("otherForm"));
    m_otherForm->setProperty("role", QStringLiteral("link"));
    m_otherForm->setAutoDefault(false);
    buttons->addWidget(m_offline);
    buttons->addWidget(m_otherForm);
    buttons->addStretch();
    buttons->addWidget(m_signIn);
    card()->body()->addSpacing(8);
    card()->body()->addLayout(buttons);
}

void SignInPage::setServer(const QString &server)
{
    m_server->setText(server);
}

void SignInPage::setAccount(const QString &name)
{
    m_name->setText(name);
    setFocusProxy(name.isEmpty() ? m_name : m_password);
    if (!name.isEmpty())
        m_password->setFocus(Qt::OtherFocusReason);
}

void SignInPage::setCode(const QString &code)
{
    setWithCode(true);
    m_code->setText(code);
}

void SignInPage::setPassword(const QString &password)
{
    if (!m_withCode)
        return m_password->setText(password);
    m_chosen->setText(password);
    m_again->setText(password);
}

void SignInPage::setWithCode(bool withCode)
{
    m_withCode = withCode;
    m_passwordForm->setVisible(!withCode);
    m_codeField->setVisible(withCode);
    m_chosenForm->setVisible(withCode);
    m_offline->setVisible(m_mayContinueOffline && !withCode);
    if (withCode) {
        setTitle(tr("Set up this laptop"),
                 tr("You need a network and the one-time code that your administrator gave you."));
        setHint({}); // beside a long message there is no room for one
    } else {
        setTitle(tr("Sign in to Markaz"),
                 tr("You need a network for this once. After it, inspections work without one."));
        setHint(tr("Only https is accepted, but for a server on this laptop. If the server’s certificate cannot "
                   "be checked, Markaz stops and says why."));
    }
    m_otherForm->setText(withCode ? tr("Sign in with a password") : tr("I have a one-time code"));
    refresh();
}

void SignInPage::setNotice(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void SignInPage::setMayContinueOffline(bool may)
{
    m_mayContinueOffline = may;
    m_offline->setVisible(may && !m_withCode);
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void SignInPage::readCode(const QString &typed)
{
    const auto enrolment = protocol::readEnrolment(typed.trimmed());
    if (!enrolment)
        return;
    m_server->setText(enrolment->server);
    m_name->setText(enrolment->account);
    m_code->setText(enrolment->code);
    m_chosen->setFocus(Qt::OtherFocusReason);
}

void SignInPage::takeCode(const QString &text)
{
    const auto enrolment = protocol::readEnrolment(text);
    if (!enrolment && enrolment.error().where != QLatin1String("server")) // of that the form says what is wrong
        return refuseCode(codewords::notAnEnrolment(text));
    m_code->setText(text); // as if it had been typed
}

void SignInPage::refuseCode(const Sentence &why)
{
    messages()->post(kError, {Status::Warn, why, {}, {}, true});
}

void SignInPage::setCamera(Camera *camera)
{
    m_picker->setCamera(camera);
}

QString SignInPage::missing() const
{
    const QString code = m_code->text().trimmed();
    const auto enrolment = protocol::readEnrolment(code);
    if (!enrolment && enrolment.error().where == QLatin1String("server"))
        return tr("This QR code names a server that no laptop goes to: its address is neither https nor on this "
                  "laptop. Ask your administrator for a code with the server’s https address.");
    if (code.startsWith(kQrText))
        return tr("This is not the whole text of a QR code. Scan it again, or type the code.");
    if (!code.isEmpty() && !readEnrolmentCode(code))
        return tr("The code is not whole yet: it has %1 letters and digits.").arg(kEnrolmentCharacters);
    return passphraseTrouble(m_chosen->text(), m_again->text());
}

void SignInPage::refresh()
{
    const QString lacks = missing();
    m_missing->setText(lacks.isEmpty() ? tr("This becomes the password of your account.") : lacks);
    if (m_withCode)
        m_signIn->setText(m_busy ? tr("Setting up …") : tr("Set up this laptop"));
    else
        m_signIn->setText(m_busy ? tr("Signing in …") : tr("Sign in"));
    const bool whole =
        m_withCode ? lacks.isEmpty() && !m_code->text().trimmed().isEmpty() : !m_password->text().isEmpty();
    m_signIn->setEnabled(!m_busy && !m_server->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty() &&
                         whole);
    m_otherForm->setEnabled(!m_busy);
}

void SignInPage::submit()
{
    if (!m_signIn->isEnabled())
        return;
    messages()->withdraw(kError);
    const QString server = m_server->text().trimmed();
    const QString name = m_name->text().trimmed();
    if (m_withCode)
        Q_EMIT enrolRequested(server, name, m_code->text().trimmed(), m_chosen->text());
    else
        Q_EMIT signInRequested(server, name, m_password->text());
}

void SignInPage::showError(const Error &error)
{
    Message message = Message::of(error);
    message.closable = false;
    // Here nobody has a session that could have ended.
    const bool wrong = error.code == ErrorCode::Unauthenticated;
    if (wrong && m_withCode)
        message.sentence = {
            tr("The name or the code is wrong, or the code was used or is too old."),
            tr("What is on this laptop stays as it is."),
            tr("Compare what you typed with what you were given. If you have set up this laptop with it "
               "before, sign in with your password. Otherwise ask your administrator for a new code.")};
    else if (wrong)
        message.sentence = {tr("The name or the password is wrong."), tr("What is on this laptop stays as it is."),
                            tr("Type both again; capitals count.")};
    const bool away = error.code == ErrorCode::NetworkUnreachable || error.code == ErrorCode::NetworkTimeout;
    if (away) { // nobody can go on working here, and on a new laptop there is no work that waits
        message.sentence.safe = tr("What is on this laptop stays as it is.");
        message.sentence.next = tr("Look at the server address and at the network, then try again.");
    }
    if (error.code == ErrorCode::InvalidValue && error.where == QLatin1String("server"))
        message.sentence.next =
            tr("Write it as https://markaz.example.gov.pk; http goes to a server on this laptop alone.");
    if (error.code == ErrorCode::InvalidValue && error.where == QLatin1String("account_name"))
        message.sentence.next = tr("It has small letters, digits, dots, hyphens and underscores, such as a.khan.");
    const bool unknown = error.code == ErrorCode::Refused && error.detail == QLatin1String("device_unknown");
    if (unknown)
        setWithCode(true);
    if (error.code == ErrorCode::NotTrusted)
        setHint({}); // the message says more of it, and is long
    messages()->post(kError, message);
    if (error.where == QLatin1String("account_name"))
        return m_name->setFocus(Qt::OtherFocusReason);
    if (error.where == QLatin1String("server")) // it is the address that is wrong
        return m_server->setFocus(Qt::OtherFocusReason);
    if (!wrong && !unknown) // what was typed may be right: it goes again as it is
        return (m_withCode ? m_chosen : m_password)->setFocus(Qt::OtherFocusReason);
    QLineEdit *again = m_withCode ? m_code : m_password;
    again->selectAll();
    again->setFocus(Qt::OtherFocusReason);
}

} // namespace markaz::ui

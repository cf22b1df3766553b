// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/door/passphraseform.h"

#include "ui/pages/door/doorpage.h"
#include "ui/text/unlockwords.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

PassphraseForm::PassphraseForm(Kind kind, const QString &button, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    QList<QLineEdit *> fields;
    const bool password = kind == Kind::Password;
    if (kind != Kind::First) {
        m_current =
            addSecretField(column, password ? tr("Present password") : tr("Present passphrase"),
                           password ? QStringLiteral("currentPassword") : QStringLiteral("currentPassphrase"), this);
        fields.append(m_current);
    }
    m_passphrase = addSecretField(column,
                                  password               ? tr("New password")
                                  : kind == Kind::Change ? tr("New passphrase")
                                                         : tr("Passphrase"),
                                  password ? QStringLiteral("newPassword") : QStringLiteral("newPassphrase"), this);
    m_again = addSecretField(column, tr("Once more"),
                             password ? QStringLiteral("passwordAgain") : QStringLiteral("passphraseAgain"), this);
    fields << m_passphrase << m_again;
    m_complete = password ? tr("If it is ever lost, an administrator gives you a one-time code for another.")
                          : tr("Keep it where only you find it: nobody can recover it.");
    m_missing = plainLabel(this);
    m_missing->setObjectName(password ? QStringLiteral("passwordMissing") : QStringLiteral("passphraseMissing"));
    m_missing->setWordWrap(true);
    column->addWidget(m_missing);
    auto *buttons = new QHBoxLayout;
    buttons->setObjectName(QStringLiteral("buttons"));
    m_submit = new QPushButton(button, this);
    m_submit->setObjectName(password ? QStringLiteral("takePassword") : QStringLiteral("takePassphrase"));
    m_submit->setProperty("role", QStringLiteral("primary"));
    buttons->addStretch();
    buttons->addWidget(m_submit);
    column->addSpacing(8);
    column->addLayout(buttons);
    for (QLineEdit *edit : std::as_const(fields)) {
        connect(edit, &QLineEdit::textChanged, this, &PassphraseForm::refresh);
        connect(edit, &QLineEdit::returnPressed, this, &PassphraseForm::submit);
    }
    connect(m_submit, &QPushButton::clicked, this, &PassphraseForm::submit);
    setFocusProxy(fields.first());
    refresh();
}

void PassphraseForm::addButton(QPushButton *button)
{
    findChild<QHBoxLayout *>(QStringLiteral("buttons"))->insertWidget(0, button);
}

void PassphraseForm::setPassword(const QString &password)
{
    m_password = password;
    refresh();
}

void PassphraseForm::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void PassphraseForm::clear()
{
    for (QLineEdit *edit : {m_current, m_passphrase, m_again}) {
        if (edit != nullptr)
            edit->clear();
    }
    focusProxy()->setFocus(Qt::OtherFocusReason);
}

void PassphraseForm::askAgain()
{
    if (m_current == nullptr)
        return;
    m_current->selectAll();
    m_current->setFocus(Qt::OtherFocusReason);
}

void PassphraseForm::refresh()
{
    const QString missing = passphraseTrouble(m_passphrase->text(), m_again->text(), m_password);
    m_missing->setText(missing.isEmpty() ? m_complete : missing);
    m_submit->setEnabled(!m_busy && missing.isEmpty() && (m_current == nullptr || !m_current->text().isEmpty()));
}

void PassphraseForm::submit()
{
    if (m_submit->isEnabled())
        Q_EMIT submitted(m_current != nullptr ? m_current->text() : QString(), m_passphrase->text());
}

} // namespace markaz::ui

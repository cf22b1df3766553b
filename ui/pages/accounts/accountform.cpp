// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/accounts/accountform.h"

#include "ui/text/labels.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

// As the record has them. 2026-11-29: what is longer is said and not cut: a name that was pasted in part would be
// another name.
constexpr int kMostName = 60;
constexpr int kMostShown = 120;

} // namespace

AccountForm::AccountForm(const QStringList &provinces, QWidget *parent)
    : Card(parent)
{
    setObjectName(QStringLiteral("accountForm"));
    build(provinces);
}

void AccountForm::build(const QStringList &provinces)
{
    body()->setSpacing(6);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("accountName"));
    m_name->setLayoutDirection(Qt::LeftToRight);
    m_name->setPlaceholderText(QStringLiteral("a.khan"));
    body()->addWidget(labelled(tr("Name to sign in with"), m_name));
    m_shown = new QLineEdit(this);
    m_shown->setObjectName(QStringLiteral("accountShownName"));
    m_shown->setPlaceholderText(tr("As it stands on records"));
    body()->addWidget(labelled(tr("Name that is shown"), m_shown));
    m_role = new QComboBox(this);
    m_role->setObjectName(QStringLiteral("accountRole"));
    WheelGuard::protect(m_role);
    for (const markaz::Role role :
         {markaz::Role::Inspector, markaz::Role::Officer, markaz::Role::Administrator, markaz::Role::Auditor})
        m_role->addItem(labels::of(role), static_cast<int>(role));
    body()->addWidget(labelled(tr("Role"), m_role));
    auto *scope = plainLabel(tr("Provinces"), this);
    scope->setFont(currentTheme().font(Type::CaptionStrong));
    body()->addWidget(scope);
    QStringList sorted = provinces;
    std::sort(sorted.begin(), sorted.end(),
              [](const QString &a, const QString &b) { return labels::province(a) < labels::province(b); });
    for (const QString &code : std::as_const(sorted)) {
        auto *box = new QCheckBox(labels::province(code), this);
        box->setObjectName(code);
        connect(box, &QCheckBox::toggled, this, &AccountForm::refresh);
        m_provinces.insert(code, box);
        body()->addWidget(box);
    }
    m_missing = plainLabel(this);
    m_missing->setObjectName(QStringLiteral("accountMissing"));
    m_missing->setProperty("type", QStringLiteral("secondary"));
    m_missing->setWordWrap(true);
    body()->addWidget(m_missing);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("saveAccount"));
    m_save->setProperty("role", QStringLiteral("primary"));
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    body()->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &AccountForm::cancelled);
    connect(m_save, &QPushButton::clicked, this, &AccountForm::save);
    connect(m_name, &QLineEdit::textChanged, this, &AccountForm::refresh);
    connect(m_name, &QLineEdit::returnPressed, this, &AccountForm::save);
    connect(m_shown, &QLineEdit::textChanged, this, &AccountForm::refresh);
    connect(m_shown, &QLineEdit::returnPressed, this, &AccountForm::save);
    connect(m_role, &QComboBox::currentIndexChanged, this, &AccountForm::refresh);
}

void AccountForm::openNew()
{
    openExisting({}, false);
    if (m_provinces.size() == 1)
        m_provinces.cbegin().value()->setChecked(true);
    m_name->setFocus(Qt::OtherFocusReason);
}

void AccountForm::openExisting(const protocol::AccountEntry &entry, bool own)
{
    m_before = entry;
    m_own = own;
    m_busy = false;
    const bool fresh = entry.account.accountId.isEmpty();
    setTitle(fresh ? tr("New account") : tr("Change the account"));
    m_save->setText(fresh ? tr("Add the account") : tr("Save the changes"));
    m_name->setText(entry.account.name);
    m_name->setReadOnly(!fresh);
    m_shown->setText(entry.account.displayName);
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(fresh ? markaz::Role::Inspector : entry.account.role)));
    m_role->setEnabled(!own);
    for (auto it = m_provinces.cbegin(); it != m_provinces.cend(); ++it) {
        it.value()->setChecked(entry.account.provinces.contains(it.key()));
        it.value()->setEnabled(!own);
    }
    refresh();
    if (!fresh)
        m_shown->setFocus(Qt::OtherFocusReason);
}

void AccountForm::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

QStringList AccountForm::chosenProvinces() const
{
    QStringList codes;
    for (auto it = m_provinces.cbegin(); it != m_provinces.cend(); ++it) {
        if (it.value()->isChecked())
            codes.append(it.key());
    }
    codes.sort();
    return codes;
}

void AccountForm::refresh()
{
    const bool named = !m_name->text().trimmed().isEmpty();
    const bool placed = !chosenProvinces().isEmpty();
    const bool longName = m_name->text().trimmed().size() > kMostName;
    const bool longShown = m_shown->text().trimmed().size() > kMostShown;
    setStyled(m_name, "invalid", longName);
    setStyled(m_shown, "invalid", longShown);
    m_missing->setText(m_busy     ? tr("Asking the server.")
                       : !named   ? tr("A name to sign in with is missing.")
                       : longName ? tr("The name to sign in with has %1 characters: at most %2 are taken.")
                                        .arg(m_name->text().trimmed().size())
                                        .arg(kMostName)
                       : longShown ? tr("The name that is shown has %1 characters: at most %2 are taken.")
                                         .arg(m_shown->text().trimmed().size())
                                         .arg(kMostShown)
                       : !placed ? tr("No province is marked.")
                       : m_own   ? tr("Of your own account only the shown name can be changed here.")
                                 : QStringLiteral(" ")); // its line stays, or the buttons would move under the mouse
    m_save->setEnabled(!m_busy && named && placed && !longName && !longShown);
}

void AccountForm::save()
{
    if (!m_save->isEnabled())
        return;
    const auto role = static_cast<markaz::Role>(m_role->currentData().toInt());
    const QString shown = m_shown->text().trimmed();
    if (m_before.account.accountId.isEmpty()) {
        Q_EMIT addRequested({m_name->text().trimmed(), shown, role, chosenProvinces()});
        return;
    }
    protocol::AccountChange change;
    if (shown != m_before.account.displayName)
        change.displayName = shown.isEmpty() ? m_before.account.name : shown;
    if (role != m_before.account.role)
        change.role = role;
    QStringList before = m_before.account.provinces;
    before.sort();
    if (chosenProvinces() != before)
        change.provinces = chosenProvinces();
    if (!change.displayName && !change.role && !change.provinces) {
        Q_EMIT cancelled(); // nothing differs
        return;
    }
    Q_EMIT changeRequested(m_before.account.accountId, change);
}

} // namespace markaz::ui

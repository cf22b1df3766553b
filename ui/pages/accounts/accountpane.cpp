// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/accounts/accountpane.h"

#include "ui/models/accountsmodel.h"
#include "ui/text/accountwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

/// What the head has for name and chip: without margins, gaps and the scroll bar.
constexpr int kTitleRoom = AccountPane::kWidth - 72;

} // namespace

AccountPane::AccountPane(QWidget *parent)
    : Card(parent)
{
    setObjectName(QStringLiteral("accountPane"));
    body()->setSpacing(8);
    m_chip = new StatusChip(this);
    head()->addWidget(m_chip);
    m_facts = plainLabel(this);
    m_facts->setObjectName(QStringLiteral("accountFacts"));
    m_facts->setWordWrap(true);
    body()->addWidget(m_facts);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    const auto button = [this, buttons](const char *name) {
        auto *made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        buttons->addWidget(made);
        return made;
    };
    m_code = button("makeCode");
    m_edit = button("editAccount");
    m_edit->setText(tr("Change"));
    buttons->addStretch();
    body()->addLayout(buttons);
    m_close = new AskTwice(QStringLiteral("closeAccount"), QStringLiteral("keepAccount"), this);
    body()->addWidget(m_close);
    m_code->setText(tr("New code"));
    m_code->setToolTip(tr("A one-time code, with which this person sets up a laptop and chooses a new password."));
    connect(m_code, &QPushButton::clicked, this, &AccountPane::codeRequested);
    connect(m_edit, &QPushButton::clicked, this, &AccountPane::editRequested);
    connect(m_close, &AskTwice::confirmed, this, [this] { Q_EMIT activeRequested(!m_entry.active); });
}

void AccountPane::setAccount(const protocol::AccountEntry &entry, bool own)
{
    m_entry = entry;
    m_own = own;
    m_close->setRole(entry.active ? QStringLiteral("danger") : QString());
    if (entry.active)
        m_close->setWords(tr("Close the account"), tr("Close it now"),
                          tr("Its sessions end at once and nobody signs in with it. What it did stays, and it can be "
                             "opened again."));
    else
        m_close->setWords(tr("Open it again"));
    refresh();
}

void AccountPane::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void AccountPane::refresh()
{
    m_chip->setContent(accountChip(m_entry));
    // A name may be of any length, and what stands below has to stay in reach.
    const QString person = accountwords::person(m_entry.account);
    setTitle(elided(person, currentTheme().font(Type::SectionTitle), kTitleRoom - m_chip->sizeHint().width()));
    setAccessibleName(person);
    setToolTip(format::plainToolTip(person));
    QStringList facts{labels::of(m_entry.account.role), accountwords::provinces(m_entry.account.provinces),
                      tr("Made %1").arg(format::dateTime(m_entry.createdAt)),
                      m_entry.lastContact.isEmpty() ? tr("Never heard of yet")
                                                    : tr("Last contact %1").arg(format::dateTime(m_entry.lastContact))};
    facts.append(m_entry.enrolment == protocol::Enrolment::Code
                     ? tr("A new laptop needs a one-time code")
                     : tr("Its password alone opens a new laptop; with the first one-time code that ends"));
    if (!m_entry.codeExpiresAt.isEmpty())
        facts.append(tr("A code is good until %1").arg(format::dateTime(m_entry.codeExpiresAt)));
    m_facts->setText(facts.join(QLatin1Char('\n')));
    m_code->setEnabled(!m_busy && m_entry.active);
    m_edit->setEnabled(!m_busy);
    m_close->setReady(!m_busy && !m_own, m_own ? tr("Nobody closes their own account.") : QString());
}

} // namespace markaz::ui

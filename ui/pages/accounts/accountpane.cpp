// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/accounts/accountpane.h"

#include "ui/models/accountsmodel.h"
#include "ui/text/accountwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

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
    m_warning = plainLabel(this);
    m_warning->setWordWrap(true);
    body()->addWidget(m_warning);
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
    m_close = button("closeAccount");
    buttons->addStretch();
    body()->addLayout(buttons);
    m_code->setText(tr("New code"));
    m_code->setToolTip(tr("A one-time code, with which this person sets up a laptop and chooses a new password."));
    connect(m_code, &QPushButton::clicked, this, &AccountPane::codeRequested);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (!m_asked) {
            Q_EMIT editRequested();
            return;
        }
        m_asked = false; // "Leave it"
        refresh();
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_entry.active && !m_asked) {
            m_asked = true;
            refresh();
            return;
        }
        m_asked = false;
        Q_EMIT activeRequested(!m_entry.active);
    });
}

void AccountPane::setAccount(const protocol::AccountEntry &entry, bool own)
{
    m_entry = entry;
    m_own = own;
    m_asked = false;
    refresh();
}

void AccountPane::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void AccountPane::refresh()
{
    setTitle(accountwords::person(m_entry.account));
    m_chip->setContent(accountChip(m_entry));
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
    m_warning->setText(m_asked ? tr("Its sessions end at once and nobody signs in with it. What it did stays, and it "
                                    "can be opened again.")
                               : QString());
    m_warning->setVisible(m_asked);
    m_code->setEnabled(!m_busy && m_entry.active && !m_asked);
    m_edit->setText(m_asked ? tr("Leave it") : tr("Change"));
    m_edit->setEnabled(!m_busy);
    m_close->setText(!m_entry.active ? tr("Open it again") : m_asked ? tr("Close it now") : tr("Close the account"));
    m_close->setProperty("role", m_entry.active ? QStringLiteral("danger") : QString());
    m_close->setEnabled(!m_busy && !m_own);
    m_close->setToolTip(m_own ? tr("Nobody closes their own account.") : QString());
}

} // namespace markaz::ui

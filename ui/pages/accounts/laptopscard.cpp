// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/accounts/laptopscard.h"

#include "ui/models/accountsmodel.h"
#include "ui/text/accountwords.h"
#include "ui/text/format.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace markaz::ui {

LaptopsCard::LaptopsCard(QWidget *parent)
    : Card(parent)
{
    setObjectName(QStringLiteral("laptopsCard"));
    setTitle(tr("Laptops"));
    m_words = plainLabel(this);
    m_words->setProperty("type", QStringLiteral("secondary"));
    m_words->setWordWrap(true);
    body()->addWidget(m_words);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(12);
    body()->addLayout(m_rows);
}

void LaptopsCard::setLaptops(const QList<protocol::DeviceEntry> &laptops)
{
    m_words->setText(tr("This account was signed in on no laptop yet."));
    m_words->setVisible(laptops.isEmpty());
    clear(m_rows);
    for (const protocol::DeviceEntry &laptop : laptops)
        m_rows->addWidget(rowOf(laptop));
}

void LaptopsCard::setNothingKnown(const QString &words)
{
    setLaptops({});
    m_words->setText(words);
}

QWidget *LaptopsCard::rowOf(const protocol::DeviceEntry &laptop)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    auto *name = plainLabel(laptop.name, box);
    alignLeading(name);
    name->setFont(currentTheme().font(Type::CaptionStrong));
    name->setWordWrap(true);
    head->addWidget(name, 1);
    head->addWidget(new StatusChip(deviceChip(laptop), box));
    column->addLayout(head);
    auto *which = plainLabel(
        tr("Id ends in %1, set up %2").arg(accountwords::shortId(laptop.id), format::dateTime(laptop.firstSeen)), box);
    which->setToolTip(format::plainToolTip(laptop.id));
    which->setWordWrap(true);
    column->addWidget(which);
    QString since = tr("Last contact %1").arg(format::dateTime(laptop.lastContact));
    if (!laptop.wipedAt.isEmpty())
        since = tr("Revoked %1, obeyed %2").arg(format::dateTime(laptop.revokedAt), format::dateTime(laptop.wipedAt));
    else if (!laptop.revokedAt.isEmpty())
        since = tr("Revoked %1. It obeys when it next comes online.").arg(format::dateTime(laptop.revokedAt));
    auto *when = plainLabel(since, box);
    when->setProperty("type", QStringLiteral("secondary"));
    when->setWordWrap(true);
    column->addWidget(when);
    if (laptop.state != protocol::DeviceState::Active)
        return box;
    auto *revoke = new AskTwice(QStringLiteral("revoke-") + laptop.id, QStringLiteral("keep-") + laptop.id, box);
    revoke->setRole(QStringLiteral("danger"));
    revoke->setWords(
        tr("Revoke this laptop"), tr("Revoke it now"),
        tr("Its sessions end now. When it comes online, what it has not sent is kept on the server in quarantine, "
           "which whoever runs the server reads with “markaz-server quarantine”, and its records can never be opened "
           "again. Nothing takes this back."));
    connect(revoke, &AskTwice::confirmed, this, [this, id = laptop.id] { Q_EMIT revokeRequested(id); });
    column->addWidget(revoke);
    return box;
}

} // namespace markaz::ui

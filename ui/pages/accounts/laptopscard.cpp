// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/accounts/laptopscard.h"

#include "ui/models/accountsmodel.h"
#include "ui/text/format.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
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
    m_laptops = laptops;
    m_asked.clear();
    m_words->setText(tr("This account was signed in on no laptop yet."));
    m_words->setVisible(laptops.isEmpty());
    refresh();
}

void LaptopsCard::setNothingKnown(const QString &words)
{
    setLaptops({});
    m_words->setText(words);
}

void LaptopsCard::refresh()
{
    clear(m_rows);
    for (const protocol::DeviceEntry &laptop : std::as_const(m_laptops))
        m_rows->addWidget(rowOf(laptop));
}

QWidget *LaptopsCard::rowOf(const protocol::DeviceEntry &laptop)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    auto *name = plainLabel(format::isolate(laptop.name), box);
    name->setFont(currentTheme().font(Type::CaptionStrong));
    name->setWordWrap(true);
    head->addWidget(name, 1);
    head->addWidget(new StatusChip(deviceChip(laptop), box));
    column->addLayout(head);
    QString since = tr("Last contact %1, first seen %2")
                        .arg(format::dateTime(laptop.lastContact), format::dateTime(laptop.firstSeen));
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
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *revoke = new QPushButton(box);
    revoke->setObjectName(QStringLiteral("revoke-") + laptop.id);
    revoke->setProperty("role", QStringLiteral("danger"));
    if (m_asked == laptop.id) {
        auto *warning = plainLabel(tr("Its sessions end now. When it comes online, what it has not sent is kept on the "
                                      "server for you to look at, and its records can never be opened again. Nothing "
                                      "takes this back."),
                                   box);
        warning->setWordWrap(true);
        column->addWidget(warning);
        auto *leave = new QPushButton(tr("Leave it"), box);
        connect(leave, &QPushButton::clicked, this, [this] {
            m_asked.clear();
            refresh();
        });
        buttons->addWidget(leave);
        revoke->setText(tr("Revoke it now"));
        connect(revoke, &QPushButton::clicked, this, [this, id = laptop.id] {
            m_asked.clear();
            Q_EMIT revokeRequested(id);
        });
    } else {
        revoke->setText(tr("Revoke this laptop"));
        connect(revoke, &QPushButton::clicked, this, [this, id = laptop.id] {
            m_asked = id;
            refresh();
        });
    }
    buttons->addWidget(revoke);
    column->addLayout(buttons);
    return box;
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet.h"

#include "ui/widgets/card.h"
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kWidth = 720; ///< of a form, where there is room
constexpr int kSpacing = 8;

} // namespace

Sheet::Sheet(Room room, QWidget *page)
    : Overlay(page)
    , m_card(new Card(this))
    , m_messages(new MessageArea(m_card))
    , m_body(new QVBoxLayout)
    , m_foot(new QHBoxLayout)
{
    m_card->setHeadLine(true);
    m_body->setSpacing(kSpacing);
    m_foot->setSpacing(kSpacing);
    m_card->body()->setSpacing(kSpacing);
    m_card->body()->addWidget(m_messages);
    m_card->body()->addLayout(m_body, 1);
    m_card->body()->addLayout(m_foot);
    auto *column = new QVBoxLayout(this);
    if (room == Room::Whole) {
        column->addWidget(m_card);
        return;
    }
    m_card->setMaximumWidth(kWidth);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_card, kWidth);
    middle->addStretch(1);
    column->addStretch(1);
    column->addLayout(middle);
    column->addStretch(1);
}

void Sheet::setTitle(const QString &title)
{
    m_card->setTitle(title);
    setAccessibleName(title);
}

void Sheet::present(QWidget *first)
{
    show();
    raise();
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace markaz::ui

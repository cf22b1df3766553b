// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listpage.h"

#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"

#include <QVBoxLayout>

namespace markaz::ui {

ListPage::ListPage(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(PageHeader::Kind::Plain, this))
    , m_messages(new MessageArea(this))
    , m_body(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(0);
    m_header->setTitle(title);
    column->addWidget(m_header);
    m_body->setContentsMargins(16, 0, 16, 0);
    m_body->setSpacing(0);
    column->addLayout(m_body, 1);
    m_messages->setContentsMargins(0, 0, 0, 12);
    m_body->addWidget(m_messages);
}

} // namespace markaz::ui

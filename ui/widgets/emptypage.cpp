// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptypage.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_icon(plainLabel(this))
    , m_sentence(plainLabel(this))
    , m_button(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addStretch(2);
    m_icon->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("tone", QStringLiteral("muted"));
    m_sentence->setMaximumWidth(440);
    m_sentence->setMinimumWidth(240);
    m_button->setProperty("role", QStringLiteral("primary"));
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_sentence, 4);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyPage::activated);
    m_button->hide();
}

void EmptyPage::setContent(const QString &iconName, const QString &sentence, const QString &buttonText)
{
    m_iconName = iconName;
    m_sentence->setText(sentence);
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    setAccessibleName(sentence);
    refresh();
}

void EmptyPage::refresh()
{
    m_icon->setPixmap(icon(m_iconName, Colour::Text3).pixmap(QSize(48, 48), devicePixelRatioF()));
}

void EmptyPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace markaz::ui

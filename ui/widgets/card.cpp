// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace markaz::ui {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_headWidget(new QWidget(this))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
    , m_icon(plainLabel(m_headWidget))
    , m_title(plainLabel(m_headWidget))
    , m_note(plainLabel(m_headWidget))
{
    setProperty("card", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout(m_headWidget);
    head->setContentsMargins(16, 0, 16, 0);
    head->setSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_title);
    head->addWidget(m_note);
    head->addStretch(1);
    head->addLayout(m_head);
    m_head->setSpacing(8);
    m_headWidget->setFixedHeight(40);
    m_headWidget->hide();
    m_icon->setFixedWidth(16);
    m_icon->hide();
    m_title->setProperty("type", QStringLiteral("section-title"));
    m_note->setProperty("tone", QStringLiteral("muted"));
    m_note->hide();
    // The line boxes of Nastaliq are taller than the head; its words are not.
    m_title->setFixedHeight(38);
    m_note->setFixedHeight(38);
    m_body->setContentsMargins(16, 12, 16, 12);
    m_body->setSpacing(8);
    layout->addWidget(m_headWidget);
    layout->addLayout(m_body, 1);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    showHead();
}

void Card::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Card::setTitleIcon(const QString &name, std::optional<Status> status)
{
    m_iconName = name;
    m_iconStatus = status;
    showHead();
}

void Card::setHeadLine(bool line)
{
    m_line = line;
    update();
}

void Card::showHead()
{
    m_headWidget->setVisible(!m_title->text().isEmpty());
    m_icon->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty()) {
        const QIcon shape = m_iconStatus ? icon(m_iconName, *m_iconStatus) : icon(m_iconName);
        m_icon->setPixmap(shape.pixmap(QSize(16, 16), devicePixelRatioF()));
    }
}

void Card::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange)
        showHead();
    QFrame::changeEvent(event);
}

void Card::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (m_line && m_headWidget->isVisibleTo(this)) {
        QPainter painter(this);
        painter.fillRect(QRect(1, m_headWidget->geometry().bottom(), width() - 2, 1),
                         currentTheme().colour(Colour::Line));
    }
}

} // namespace markaz::ui

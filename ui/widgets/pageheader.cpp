// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageheader.h"

#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {

PageHeader::PageHeader(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_beside(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
    , m_back(new QToolButton(this))
    , m_code(plainLabel(this))
    , m_title(new ElidedLabel(this))
    , m_sub(new ElidedLabel(this))
    , m_chip(new StatusChip(this))
{
    setFixedHeight(56);
    auto *layout = new QHBoxLayout(this);
    const bool docked = kind == Kind::Docked;
    layout->setContentsMargins(docked ? 8 : 16, 0, 16, docked ? 1 : 0);
    layout->setSpacing(12);
    m_back->setAutoRaise(true);
    m_back->setIcon(icon(QStringLiteral("go-previous")));
    m_back->setIconSize({22, 22});
    m_back->setVisible(docked);
    m_code->setProperty("type", QStringLiteral("code"));
    m_code->hide();
    m_chip->hide();
    m_title->setProperty("type", docked ? QStringLiteral("card-title") : QStringLiteral("page-title"));
    m_sub->setProperty("type", docked ? QStringLiteral("secondary") : QString());
    m_sub->setProperty("tone", QStringLiteral("muted"));
    m_sub->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_back, &QToolButton::clicked, this, &PageHeader::backRequested);
    if (docked) {
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        auto *first = new QHBoxLayout;
        first->setSpacing(8);
        first->addWidget(m_code);
        first->addWidget(m_title);
        first->addWidget(m_chip);
        first->addStretch(1);
        words->addStretch(1);
        words->addLayout(first);
        words->addWidget(m_sub);
        words->addStretch(1);
        layout->addWidget(m_back);
        layout->addLayout(m_beside);
        layout->addLayout(words, 1);
    } else {
        layout->addWidget(m_code);
        layout->addWidget(m_title);
        layout->addWidget(m_chip);
        layout->addLayout(m_beside);
        layout->addWidget(m_sub, 1);
    }
    layout->addLayout(m_actions);
    m_actions->setSpacing(12);
    refresh();
}

void PageHeader::refresh()
{
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("Back"));
    // Rows of fixed height: a label of Nastaliq would ask for two and a half times its size and push the page down.
    alignLeading(m_sub);
    const bool docked = m_kind == Kind::Docked;
    const int first = !docked ? 54 : isUrdu() ? 32 : 24;
    m_title->setFixedHeight(first);
    m_code->setFixedHeight(first);
    m_sub->setFixedHeight(!docked ? 54 : isUrdu() ? 24 : 18);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setCode(const QString &code)
{
    m_code->setText(format::code(code));
    m_code->setVisible(!code.isEmpty());
}

void PageHeader::setSub(const QString &sub)
{
    m_sub->setText(sub);
    m_sub->setToolTip(format::plainToolTip(sub));
}

void PageHeader::setSub(const QStringList &parts)
{
    setSub(parts.join(QStringLiteral("  •  ")));
}

void PageHeader::setChip(const std::optional<ChipContent> &chip)
{
    m_chip->setVisible(chip.has_value());
    if (chip)
        m_chip->setContent(*chip);
}

void PageHeader::addBeside(QWidget *control)
{
    m_beside->addWidget(control);
}

void PageHeader::addAction(QWidget *control)
{
    m_actions->addWidget(control);
}

void PageHeader::paintEvent(QPaintEvent *)
{
    if (m_kind != Kind::Docked)
        return;
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Colour::Line));
}

void PageHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace markaz::ui

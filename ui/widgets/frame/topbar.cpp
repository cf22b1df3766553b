// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame/topbar.h"

#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/parts.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>

namespace markaz::ui {

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_sample(plainLabel(this))
    , m_pill(new SyncPill(this))
    , m_account(new AccountButton(this))
{
    setFixedHeight(48);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 12, 1);
    layout->setSpacing(12);
    m_search->setMaximumWidth(344);
    m_search->setMinimumWidth(120);
    const QAction *find =
        m_search->addAction(icon(QStringLiteral("edit-find"), Colour::Text2), QLineEdit::LeadingPosition);
    connect(find, &QAction::triggered, m_search, [this] {
        m_search->setFocus(Qt::MouseFocusReason);
        m_search->selectAll();
    });
    auto *inside = new QHBoxLayout(m_search);
    inside->setContentsMargins(8, 0, 8, 0);
    auto *hint = new KeyHint(QStringLiteral("Ctrl+K"), m_search);
    inside->addStretch(1);
    inside->addWidget(hint);
    m_hintWidth = hint->sizeHint().width() + 8;
    connect(m_search, &QLineEdit::textChanged, hint, [this, hint](const QString &text) {
        hint->setVisible(text.isEmpty());
        makeRoom();
    });
    m_sample->setProperty("status", QStringLiteral("warn"));
    m_sample->setProperty("type", QStringLiteral("tag"));
    m_sample->hide();
    m_pill->hide();
    layout->addWidget(m_search, 3);
    layout->addStretch(1);
    layout->addWidget(m_sample);
    layout->addWidget(m_pill);
    layout->addWidget(m_account);
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    key->setContext(Qt::WindowShortcut);
    connect(key, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_pill, &SyncPill::clicked, this, &TopBar::syncRequested);
    retranslate();
}

void TopBar::setSample(bool sample)
{
    m_sample->setVisible(sample);
}

void TopBar::makeRoom()
{
    // The key's box lies inside the field: the placeholder ends before it.
    const int room = m_search->text().isEmpty() ? m_hintWidth : 0;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_search->setTextMargins(mirrored ? room : 0, 0, mirrored ? 0 : room, 0);
}

void TopBar::retranslate()
{
    makeRoom();
    m_search->actions().constFirst()->setText(tr("Search")); // for screen readers it is a button
    m_search->setPlaceholderText(tr("Buildings, owners, findings, commands"));
    m_search->setAccessibleName(tr("Search buildings, owners, inspections, findings, certificates and commands"));
    m_sample->setText(tr("SAMPLE DATA"));
    m_sample->setToolTip(tr("These records are invented. They are never sent to a real server."));
    m_sample->setFixedHeight(isUrdu() ? 26 : 20);
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Colour::Line));
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/asktwice.h"

#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace markaz::ui {
namespace {

/// Lets a double click press once: its second press would answer what nobody has read.
class OncePressed final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        return event->type() == QEvent::MouseButtonDblClick || QObject::eventFilter(watched, event);
    }
};

} // namespace

AskTwice::AskTwice(const QString &action, const QString &cancel, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_words = plainLabel(this);
    m_words->setWordWrap(true);
    m_cancel = new QPushButton(tr("Leave it"), this);
    m_cancel->setObjectName(cancel);
    m_action = new QPushButton(this);
    m_action->setObjectName(action);
    m_action->installEventFilter(new OncePressed(m_action));
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);
    m_buttons->addWidget(m_action);
    column->addWidget(m_words);
    column->addLayout(m_buttons);
    connect(m_cancel, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (!m_asked && !m_warning.isEmpty())
            return ask(true);
        ask(false);
        Q_EMIT confirmed();
    });
    ask(false);
}

void AskTwice::setWords(const QString &first, const QString &now, const QString &warning)
{
    m_first = first;
    m_now = now;
    m_warning = warning;
    ask(false);
}

void AskTwice::setStaying(const QString &words)
{
    m_cancel->setText(words);
}

void AskTwice::setRole(const QString &role)
{
    setStyled(m_action, "role", role);
}

void AskTwice::setReady(bool ready, const QString &whyNot)
{
    m_action->setEnabled(ready);
    m_action->setToolTip(ready ? QString() : whyNot);
}

void AskTwice::setBeside(QPushButton *button)
{
    m_beside = button;
    m_buttons->insertWidget(1, button); // behind the stretch
    button->setVisible(!m_asked);
}

void AskTwice::press()
{
    if (m_warning.isEmpty())
        Q_EMIT confirmed();
    else
        ask(true);
}

void AskTwice::ask(bool asked)
{
    const bool was = std::exchange(m_asked, asked);
    m_words->setText(asked ? m_warning : QString());
    m_words->setVisible(asked);
    m_cancel->setVisible(asked);
    if (m_beside != nullptr)
        m_beside->setVisible(!asked);
    m_action->setText(asked ? m_now : m_first);
    if (was != asked)
        Q_EMIT asking(asked);
    if (asked)
        m_cancel->setFocus(Qt::OtherFocusReason); // what changes nothing is what a hasty Enter does
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/submitfooter.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace markaz::ui {

SubmitFooter::SubmitFooter(const QString &meaning, const QString &buttonWords, QWidget *parent)
    : QFrame(parent)
    , m_meaning(meaning)
    , m_icon(plainLabel(this))
    , m_words(richLabel({}, this))
    , m_button(new QPushButton(buttonWords, this))
{
    setProperty("bar", QStringLiteral("bottom"));
    setMinimumHeight(64);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    m_words->setWordWrap(true);
    m_button->setProperty("role", QStringLiteral("primary"));
    m_button->setIcon(icon(QStringLiteral("object-locked"), Colour::OnAccent));
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    row->addWidget(m_button);
    setInTheWay({});
}

void SubmitFooter::setInTheWay(const QString &words)
{
    const bool ready = words.isEmpty();
    m_button->setEnabled(ready);
    m_icon->setPixmap(
        icon(ready ? QStringLiteral("check-ring") : QStringLiteral("octagon-cross"), ready ? Status::Ok : Status::Bad)
            .pixmap(18, 18));
    const QString meaning = m_meaning.toHtmlEscaped();
    m_words->setText(ready ? meaning : QStringLiteral("<b>%1</b>. %2").arg(words.toHtmlEscaped(), meaning));
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/accounts/codecard.h"

#include "core/reporting/qrcode.h"
#include "ui/text/accountwords.h"
#include "ui/text/format.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

CodeCard::CodeCard(QWidget *parent)
    : Card(parent)
{
    setObjectName(QStringLiteral("codeCard"));
    setTitle(tr("One-time code"));
    body()->setSpacing(8);
    m_words = plainLabel(this);
    m_words->setWordWrap(true);
    m_code = plainLabel(this);
    m_code->setObjectName(QStringLiteral("oneTimeCode"));
    m_code->setFont(currentTheme().font(Type::PageTitle));
    m_code->setLayoutDirection(Qt::LeftToRight);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setWordWrap(true);
    m_picture = new QLabel(this);
    m_picture->setObjectName(QStringLiteral("codePicture"));
    m_picture->setAccessibleName(tr("The code as a picture, for Markaz to read"));
    m_until = plainLabel(this);
    m_until->setProperty("type", QStringLiteral("secondary"));
    m_until->setWordWrap(true);
    auto *done = new QPushButton(tr("It is noted"), this);
    done->setObjectName(QStringLiteral("codeNoted"));
    for (QWidget *part : {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_code),
                          static_cast<QWidget *>(m_picture), static_cast<QWidget *>(m_until)})
        body()->addWidget(part);
    body()->addWidget(done, 0, Qt::AlignTrailing);
    connect(done, &QPushButton::clicked, this, &CodeCard::forget);
    hide();
}

void CodeCard::show(const QString &server, const Actor &account, const protocol::CodeReply &code)
{
    m_words->setText(tr("Give this to %1 in person or by telephone. With it and the name they set up one laptop and "
                        "choose a new password.")
                         .arg(accountwords::person(account)));
    m_code->setText(code.code);
    m_until->setText(tr("It is shown only now, works once, and until %1. An older code of this account is void.")
                         .arg(format::dateTime(code.expiresAt)));
    const auto text = protocol::writeEnrolment({server, account.name, code.code});
    const auto picture = text ? QrCode::of(*text) : Result<QrCode>(text.error());
    m_picture->setVisible(picture.ok()); // the text is enough
    if (picture)
        m_picture->setPixmap(QPixmap::fromImage(picture->image(4)));
    show();
    m_code->setFocus(Qt::OtherFocusReason);
}

void CodeCard::forget()
{
    m_code->clear();
    m_picture->setPixmap({});
    hide();
}

} // namespace markaz::ui

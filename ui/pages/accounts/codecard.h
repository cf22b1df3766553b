// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/accounts.h"
#include "ui/widgets/card.h"

class QLabel;

namespace markaz::ui {

/// A one-time code as text and as a QR code. It is on no disk: when the card closes, it is gone.
class CodeCard final : public Card
{
    Q_OBJECT
public:
    explicit CodeCard(QWidget *parent = nullptr);
    void show(const QString &server, const Actor &account, const protocol::CodeReply &code);
    using Card::show;
    void forget();

private:
    QLabel *m_words;
    QLabel *m_code;
    QLabel *m_picture;
    QLabel *m_until;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/accounts.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace markaz::ui {

class AskTwice;
class StatusChip;

/// One account: what is known of it and what an administrator may do with it.
class AccountPane final : public Card
{
    Q_OBJECT
public:
    static constexpr int kWidth = 376; ///< of the column that it stands in

    explicit AccountPane(QWidget *parent = nullptr);
    /// \p own: the administrator's own account, which nobody closes from within.
    void setAccount(const protocol::AccountEntry &entry, bool own);
    void setBusy(bool busy);

Q_SIGNALS:
    void codeRequested();
    void editRequested();
    void activeRequested(bool active);

private:
    void refresh();

    protocol::AccountEntry m_entry;
    bool m_own = false;
    bool m_busy = false;
    StatusChip *m_chip;
    QLabel *m_facts;
    QPushButton *m_code;
    QPushButton *m_edit;
    AskTwice *m_close;
};

} // namespace markaz::ui

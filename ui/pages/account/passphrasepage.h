// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"
#include "ui/widgets/listpage.h"

#include <chrono>

class QLabel;
class QPushButton;

namespace markaz::ui {

class Card;
class PassphraseForm;

/// Another passphrase for this laptop, and whether the computer's keyring remembers it. app/desktop does what it asks
/// for and answers with done() and setKeyring().
class PassphrasePage final : public ListPage
{
    Q_OBJECT
public:
    explicit PassphrasePage(QWidget *parent = nullptr);
    void setKeyring(bool remembers);
    /// How a change went, and how long the next try waits.
    void done(const Result<void> &how, std::chrono::seconds wait);

Q_SIGNALS:
    void changeRequested(const QString &current, const QString &next);
    void forgetInKeyringRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    PassphraseForm *m_form;
    QLabel *m_keyring;
    QPushButton *m_forget;
};

} // namespace markaz::ui

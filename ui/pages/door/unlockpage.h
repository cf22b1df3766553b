// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/pages/door/doorpage.h"

#include <QTimer>

#include <chrono>

class QCheckBox;
class QLabel;
class QPushButton;

namespace markaz::ui {

/// Opens what one account has on this laptop with its passphrase; needs no network. Emits what was entered; app/desktop
/// does the rest and answers with showError() and setWait().
class UnlockPage final : public DoorPage
{
    Q_OBJECT
public:
    explicit UnlockPage(const QString &account, QWidget *parent = nullptr);
    /// Typed already: the sample's.
    void setPassphrase(const QString &passphrase);
    void setKeyring(bool remembers);
    void setBusy(bool busy);
    /// No try before that; counts down by itself.
    void setWait(std::chrono::seconds wait);
    void showError(const Error &error);

Q_SIGNALS:
    /// \p keyring: the computer's keyring is to remember it.
    void unlockRequested(const QString &passphrase, bool keyring);
    void anotherRequested(); ///< sign in as somebody else
    /// The passphrase is lost: what is here is to be set aside, and this account begins anew. Asked twice.
    void beginAnewRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildForgotten();
    void submit();
    void refresh();

    QLineEdit *m_passphrase;
    QCheckBox *m_keyring;
    QLabel *m_waitWords;
    QPushButton *m_unlock;
    QPushButton *m_forgotten;
    QWidget *m_question;
    QTimer m_tick;
    std::chrono::seconds m_wait{0};
    bool m_busy = false;
};

} // namespace markaz::ui

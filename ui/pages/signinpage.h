// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/pages/door/doorpage.h"

class QPushButton;

namespace markaz::ui {

/// Who works on this laptop, and with which server. Emits what was entered; app/desktop does the rest and answers with
/// setBusy() and showError().
class SignInPage final : public DoorPage
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget *parent = nullptr);
    void setServer(const QString &server);
    void setAccount(const QString &name);
    /// A line about the profile: "12 changes of Sana wait on this laptop"; empty hides it.
    void setNotice(const QString &notice);
    void setBusy(bool busy);
    void showError(const Error &error);
    /// Whether "go on without signing in" is offered: this profile knows an account already.
    void setMayContinueOffline(bool may);

Q_SIGNALS:
    void signInRequested(const QString &server, const QString &name, const QString &password);
    void continueOffline();

private:
    void submit();
    void refresh();

    QLabel *m_notice;
    QLineEdit *m_server;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QPushButton *m_signIn;
    QPushButton *m_offline;
    bool m_busy = false;
};

} // namespace markaz::ui

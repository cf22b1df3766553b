// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/pages/door/doorpage.h"

class QPushButton;

namespace markaz::ui {

class Camera;
class CodePicker;

/// Who works on this laptop, and with which server: an account signs in with its password, or is set up here with a
/// one-time code. Emits what was entered; app/desktop does the rest and answers with setBusy() and showError().
class SignInPage final : public DoorPage
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget *parent = nullptr);
    void setServer(const QString &server);
    void setAccount(const QString &name);
    /// It may read the QR code, and outlives the page; nullptr: there is none.
    void setCamera(Camera *camera);
    /// Shows the form of the one-time code, with this one in it.
    void setCode(const QString &code);
    /// Typed already, in the form that shows.
    void setPassword(const QString &password);
    bool asksForCode() const { return m_withCode; }
    /// A line about the profile: "12 changes of Sana wait on this laptop"; empty hides it.
    void setNotice(const QString &notice);
    void setBusy(bool busy);
    /// A laptop that is unknown to the account gets the form of the one-time code.
    void showError(const Error &error);
    /// Whether "go on without signing in" is offered: this profile knows an account already.
    void setMayContinueOffline(bool may);

Q_SIGNALS:
    void signInRequested(const QString &server, const QString &name, const QString &password);
    /// \p password becomes the account's.
    void enrolRequested(const QString &server, const QString &name, const QString &code, const QString &password);
    void continueOffline();
    /// The server's pins are to be seen or set.
    void serverKeysRequested(const QString &server);

private:
    void buildServerField();
    void buildCodeField();
    void buildChosenForm();
    void buildButtons();
    void setWithCode(bool withCode);
    void readCode(const QString &typed);
    void takeCode(const QString &text); ///< out of a picture
    void refuseCode(const Sentence &why);
    QString missing() const; ///< of the form of the code; empty = nothing
    void submit();
    void refresh();

    QLabel *m_notice;
    QLineEdit *m_server;
    QLineEdit *m_name;
    QWidget *m_passwordForm;
    QLineEdit *m_password;
    QWidget *m_codeField; ///< beside the account
    QLineEdit *m_code;
    CodePicker *m_picker;
    QWidget *m_chosenForm; ///< the password that is chosen
    QLineEdit *m_chosen;
    QLineEdit *m_again;
    QLabel *m_missing;
    QPushButton *m_signIn;
    QPushButton *m_offline;
    QPushButton *m_otherForm;
    bool m_withCode = false;
    bool m_mayContinueOffline = false;
    bool m_busy = false;
};

} // namespace markaz::ui

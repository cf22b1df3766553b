// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace markaz::ui {

/// A new passphrase, typed twice; with the present one first where there is one. Says what is still missing. The
/// account's password is changed with the same form: one rule holds for both.
class PassphraseForm final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind {
        First,    ///< of this laptop
        Change,   ///< of this laptop
        Password, ///< of the account, another one
    };
    explicit PassphraseForm(Kind kind, const QString &button, QWidget *parent = nullptr);
    /// The account's password, which must not be the passphrase too.
    void setPassword(const QString &password);
    void setBusy(bool busy);
    void clear(); ///< every field, and the keyboard goes to the first
    /// The present passphrase was wrong: its field is to be typed again.
    void askAgain();
    /// A button at the leading side of the form's own.
    void addButton(QPushButton *button);

Q_SIGNALS:
    /// \p current is empty for the first one.
    void submitted(const QString &current, const QString &passphrase);

private:
    void refresh();
    void submit();

    QLineEdit *m_current = nullptr;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    QLabel *m_missing;
    QString m_password; ///< not to be chosen
    QString m_complete; ///< what is said when nothing is missing
    QPushButton *m_submit;
    bool m_busy = false;
};

} // namespace markaz::ui

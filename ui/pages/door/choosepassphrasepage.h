// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/pages/door/doorpage.h"

namespace markaz::ui {

class PassphraseForm;

/// The first passphrase of an account on this laptop, with what it is for.
class ChoosePassphrasePage final : public DoorPage
{
    Q_OBJECT
public:
    /// \p recordsAreHere: they were kept without a passphrase so far.
    explicit ChoosePassphrasePage(const QString &account, bool recordsAreHere, QWidget *parent = nullptr);
    /// The account's password, which must not be the passphrase too.
    void setPassword(const QString &password);
    void setBusy(bool busy);
    void showError(const Error &error);

Q_SIGNALS:
    void chosen(const QString &passphrase);
    void backRequested(); ///< to the sign-in page

private:
    PassphraseForm *m_form;
};

} // namespace markaz::ui

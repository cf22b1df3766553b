// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/administration.h"
#include "ui/widgets/listpage.h"

#include <functional>
#include <utility>

namespace markaz::ui {

class PassphraseForm;

/// Another password for the account: asked of the server, which keeps it.
/// One that is known to be the laptop's passphrase is refused.
class PasswordPage final : public ListPage
{
    Q_OBJECT
public:
    explicit PasswordPage(Administration &administration, QWidget *parent = nullptr);

    void setIsPassphrase(std::function<bool(const QString &)> is) { m_isPassphrase = std::move(is); }

Q_SIGNALS:
    void changed(const QString &password); ///< the server has taken it

protected:
    void showEvent(QShowEvent *event) override;

private:
    void change(const QString &present, const QString &next);
    void done(const Result<QJsonObject> &how, const QString &next);

    Administration &m_administration;
    std::function<bool(const QString &)> m_isPassphrase;
    PassphraseForm *m_form;
};

} // namespace markaz::ui

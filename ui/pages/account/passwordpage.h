// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/administration.h"
#include "ui/widgets/listpage.h"

namespace markaz::ui {

class PassphraseForm;

/// Another password for the account: asked of the server, which keeps it.
class PasswordPage final : public ListPage
{
    Q_OBJECT
public:
    explicit PasswordPage(Administration &administration, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void change(const QString &present, const QString &next);
    void done(const Result<QJsonObject> &how);

    Administration &m_administration;
    PassphraseForm *m_form;
};

} // namespace markaz::ui

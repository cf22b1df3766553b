// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/accounts.h"
#include "ui/widgets/card.h"

#include <QHash>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace markaz::ui {

/// A new account, or what may be changed of one. The server checks; what can be seen to be missing is said here.
class AccountForm final : public Card
{
    Q_OBJECT
public:
    /// \p provinces: those that the administrator may hand out.
    explicit AccountForm(const QStringList &provinces, QWidget *parent = nullptr);
    void openNew();
    /// \p own: the administrator's own account, of which only the shown name may be changed.
    void openExisting(const protocol::AccountEntry &entry, bool own);
    void setBusy(bool busy);

Q_SIGNALS:
    void addRequested(const markaz::protocol::AccountRequest &account);
    void changeRequested(const QString &id, const markaz::protocol::AccountChange &change);
    void cancelled();

private:
    void build(const QStringList &provinces);
    void save();
    void refresh();
    QStringList chosenProvinces() const;

    protocol::AccountEntry m_before; ///< without an id: a new one
    bool m_own = false;
    bool m_busy = false;
    QLineEdit *m_name;
    QLineEdit *m_shown;
    QComboBox *m_role;
    QHash<QString, QCheckBox *> m_provinces;
    QLabel *m_missing;
    QPushButton *m_save;
};

} // namespace markaz::ui

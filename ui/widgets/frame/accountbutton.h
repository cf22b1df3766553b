// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace markaz::ui {

/// Initials, name and what the account is; its menu is the caller's (setMenu).
class AccountButton : public QToolButton
{
    Q_OBJECT
public:
    explicit AccountButton(QWidget *parent = nullptr);
    void setAccount(const QString &name, const QString &roleAndScope);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_name;
    QString m_sub;
};

} // namespace markaz::ui

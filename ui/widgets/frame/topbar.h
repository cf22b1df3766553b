// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/frame/syncpill.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace markaz::ui {

class AccountButton;

/// 48 px: search over everything (Ctrl+K), the sample mark, the sync pill, the account.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);
    void setSample(bool sample); ///< whenever the sample database is open
    SyncPill *syncPill() const { return m_pill; }
    AccountButton *account() const { return m_account; }
    QLineEdit *search() const { return m_search; }

Q_SIGNALS:
    void syncRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void makeRoom();
    int m_hintWidth = 0;
    QLineEdit *m_search;
    QLabel *m_sample;
    SyncPill *m_pill;
    AccountButton *m_account;
};

} // namespace markaz::ui

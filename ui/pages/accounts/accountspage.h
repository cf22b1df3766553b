// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/accountrequests.h"
#include "ui/models/accountsmodel.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace markaz::ui {

class AccountForm;
class AccountPane;
class CodeCard;
class EmptyPage;
class LaptopsCard;
class TableView;

/// Accounts and their laptops, for administrators: the server's own list, asked for when the page is opened. Needs a
/// connection and says so; nothing of it is kept on the laptop.
class AccountsPage final : public ListPage
{
    Q_OBJECT
public:
    /// \p services must have an administration.
    explicit AccountsPage(const Services &services, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override; ///< a code on the screen is forgotten

private:
    using Entry = protocol::AccountEntry;
    void build();
    QWidget *buildSide();
    void connectSide();
    void askAll();
    void askLaptops();
    void choose(const QString &id);
    void edit(bool fresh);
    void closeForm();
    /// Asks; on success \p then gets the answer, on failure the page says why.
    void ask(const AdminRequest &request, const std::function<void(const QJsonObject &)> &then);
    void changed(const QJsonObject &reply, const QString &words);
    void refresh();
    void refuse(const Error &error);
    void say(const QString &fact, const QString &next = {});
    bool isOwn(const QString &id) const { return id == m_services.actor.accountId; }

    Services m_services;
    AccountsModel m_model;
    QString m_chosen;
    bool m_asked = false;
    int m_asking = 0;
    bool m_failed = false;
    QLineEdit *m_search;
    QPushButton *m_add;
    QPushButton *m_reload;
    TableView *m_table;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
    QScrollArea *m_side;
    AccountForm *m_form;
    AccountPane *m_pane;
    CodeCard *m_code;
    LaptopsCard *m_laptops;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/loansmodel.h"
#include "ui/widgets/listpage.h"

class QStackedWidget;

namespace markaz::ui {

class EmptyPage;
class FilterBar;
class FilterChip;
class TableView;

/// The loans of the scope, the one that moved last first. One is recorded from its building.
class LoansPage final : public ListPage
{
    Q_OBJECT
public:
    explicit LoansPage(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void loanRequested(const QString &id);
    void buildingsRequested();             ///< where a loan begins
    void pageRequested(const QString &id); ///< another page of the programme

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void reloaded();

    Services m_services;
    LoansModel m_model;
    QString m_selected;
    FilterBar *m_filter;
    FilterChip *m_state;
    TableView *m_table;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
};

} // namespace markaz::ui

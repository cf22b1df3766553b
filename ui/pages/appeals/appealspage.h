// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/appealsmodel.h"
#include "ui/widgets/listpage.h"

class QStackedWidget;

namespace markaz::ui {

class EmptyPage;
class FilterBar;
class FilterChip;
class TableView;

/// Open appeals against suspensions and revocations, the oldest first, and what the server did not take of decisions
/// about certificates. An appeal is recorded and decided on its certificate's page.
class AppealsPage final : public ListPage
{
    Q_OBJECT
public:
    explicit AppealsPage(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void certificateRequested(const QString &id);
    void syncRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildFilters();
    void reloaded();
    void tellRefused();

    Services m_services;
    AppealsModel m_model;
    QString m_selected; ///< certificate
    FilterBar *m_filter;
    FilterChip *m_against;
    FilterChip *m_turn;
    TableView *m_table;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
};

} // namespace markaz::ui

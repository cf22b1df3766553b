// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/centresmodel.h"
#include "ui/widgets/listpage.h"

class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class Card;
class CentreSheet;
class EmptyPage;
class FilterBar;
class FilterChip;
class TableView;

/// The centres of the scope: what asks for somebody on top, the overdue first, and the table below.
class CentresPage final : public ListPage
{
    Q_OBJECT
public:
    explicit CentresPage(const Services &services, QWidget *parent = nullptr);
    /// The form that opens a centre; \p buildingId: where, when that is known.
    void openCentre(const QString &buildingId = {});
    /// Opens it again with what CentreSheet::unfinishedIn() kept.
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void centreRequested(const QString &id);
    void importRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    CentreSheet *sheetFor(const QString &buildingId);
    void build();
    void buildFilters();
    void reloaded();
    void fillReminders();
    QWidget *reminderRow(const CentreReminder &reminder, QPushButton *&name);

    Services m_services;
    CentresModel m_model;
    bool m_decides;              ///< the account opens centres
    QStringList m_reminderState; ///< what the reminders on show say
    bool m_allReminders = false;
    QString m_selected;
    Card *m_reminders;
    FilterBar *m_filter;
    FilterChip *m_clock;
    TableView *m_table;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
};

} // namespace markaz::ui

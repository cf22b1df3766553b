// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/assignmentsmodel.h"
#include "ui/models/workloadmodel.h"
#include "ui/widgets/listpage.h"

class QLabel;
class QStackedWidget;

namespace markaz::ui {

class AssignmentDetail;
class Card;
class DueCalendar;
class EmptyPage;
class FilterBar;
class FilterChip;
class SegmentedControl;
class TableView;

/// The visits that inspectors are to make, the overdue first; as a list, or under a calendar the chosen day's. Beside
/// them the inspectors' workload, whose rows filter the list, or the chosen assignment.
class AssignmentsPage final : public ListPage
{
    Q_OBJECT
public:
    explicit AssignmentsPage(const Services &services, QWidget *parent = nullptr);
    /// Selects the assignment; takes the filter and the calendar away when they hide it.
    void showAssignment(const QString &id);
    void showCalendar(bool calendar); ///< or the list
    /// Shows the assignment that was being changed, with what was entered (AssignSheet::unfinishedIn). No sheet opens
    /// where it is gone (NotFound), closed (WrongState), no longer the actor's to change (NotAllowed), or not to be
    /// read.
    Result<void> resumeChange(const QJsonObject &unfinished);

Q_SIGNALS:
    void buildingRequested(const QString &buildingId);
    void assignRequested(); ///< where the buildings are chosen

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildFilters(); // assignmentspagebuild.cpp
    void buildViewSwitch();
    void buildTable();
    QWidget *buildSide();
    void applyFilter();
    void reloaded();
    void refreshCalendar();
    void refreshEmpty();
    void offerInspectors();
    void showWorkload();
    void currentChanged();
    void closeDetail();
    void toggleInspector(const QModelIndex &index);
    void activate();
    bool isCalendar() const;

    Services m_services;
    AssignmentsModel m_model;
    WorkloadModel m_workload;
    QString m_selected;
    QStringList m_offered; ///< of the inspectors' chip
    bool m_read = false;   ///< the list was asked for once
    FilterBar *m_filter;
    FilterChip *m_inspector;
    FilterChip *m_state;
    FilterChip *m_kind;
    SegmentedControl *m_view;
    DueCalendar *m_calendar;
    QLabel *m_dayTitle;
    TableView *m_table;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    QStackedWidget *m_side;
    Card *m_loadCard;
    TableView *m_loads;
    AssignmentDetail *m_detail;
};

} // namespace markaz::ui

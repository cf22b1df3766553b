// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/inspectionrepository.h"
#include "ui/services.h"

#include "ui/widgets/listpage.h"

class QScrollArea;

namespace markaz::ui {

class EmptyPage;
class VisitList;
class WorkSide;

/// The inspector's first page: visits that are overdue, due today and this week; returned inspections with the
/// reviewer's words; drafts with their progress and problems; what was sent and waits for review. Keys: arrows choose a
/// visit, Enter starts it, O reports that it could not be made, Ctrl+N registers a building.
class WorkPage final : public ListPage
{
    Q_OBJECT
public:
    explicit WorkPage(const Services &services, QWidget *parent = nullptr);
    int dueCount() const { return m_due; } ///< overdue and today, for the rail's counter
    VisitList *visits() const { return m_visits; }

Q_SIGNALS:
    void startRequested(const QString &assignmentId);
    void inspectionRequested(const QString &inspectionId);
    void reopenRequested(const QString &returnedId);
    /// The chosen visit could not be made; \p draftId empty: nothing was begun.
    void notPossibleRequested(const QString &assignmentId, const QString &draftId);
    void newBuildingRequested();
    void syncRequested();
    void dueChanged(int due);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void reload();
    QWidget *buildVisits();
    void fillVisits();
    void exchange(const QWidgetList &gone, const QWidgetList &shown, QWidget *first);
    void refreshSync();
    void notPossible();

    Services m_services;
    InspectionRepository m_repository;
    VisitList *m_visits;
    EmptyPage *m_empty;
    QWidget *m_actions; ///< what can be done with the chosen visit
    WorkSide *m_side;
    QScrollArea *m_sidePane;
    int m_due = 0;
};

} // namespace markaz::ui

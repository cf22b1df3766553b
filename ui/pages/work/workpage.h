// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/inspectionrepository.h"
#include "ui/services.h"

#include "ui/widgets/listpage.h"

class QVBoxLayout;

namespace markaz::ui {

/// The inspector's first page: visits that are overdue, due today and this week; returned inspections with the
/// reviewer's words; drafts with their progress; what was sent and waits for review.
class WorkPage final : public ListPage
{
    Q_OBJECT
public:
    explicit WorkPage(const Services &services, QWidget *parent = nullptr);
    int dueCount() const { return m_due; } ///< overdue and today, for the rail's counter

Q_SIGNALS:
    void startRequested(const QString &assignmentId);
    void inspectionRequested(const QString &inspectionId);
    void reopenRequested(const QString &returnedId);
    void newBuildingRequested();
    void dueChanged(int due);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void reload();
    void fillVisits(const QList<AssignmentRow> &rows);
    void fillSide();
    QWidget *visitRow(const AssignmentRow &row, const QDate &today);

    Services m_services;
    InspectionRepository m_repository;
    QVBoxLayout *m_visits;
    QVBoxLayout *m_side;
    int m_due = 0;
};

} // namespace markaz::ui

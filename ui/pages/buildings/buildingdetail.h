// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "ui/services.h"

#include <QFrame>

class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace markaz::ui {

class BuildingTabs;
class StatusChip;

/// One building: all that belongs to it, and what may be done next.
class BuildingDetail final : public QFrame
{
    Q_OBJECT
public:
    explicit BuildingDetail(const Services &services, QWidget *parent = nullptr);
    void showBuilding(const QString &id);

Q_SIGNALS:
    void closed();
    void editRequested(const QString &id);
    void inspectRequested(const QString &buildingId);
    void followUpRequested(const QString &buildingId);
    void inspectionRequested(const QString &inspectionId);
    void findingRequested(const QString &findingId);
    void certificateRequested(const QString &certificateId);
    void centreRequested(const QString &centreId);
    void loanRequested(const QString &loanId);
    void newLoanRequested(const QString &buildingId);
    void buildingRequested(const QString &buildingId);

private:
    void build();
    void refreshFollowUp();
    void showMerge(const Building &building);
    void openMerge();

    Services m_services;
    QString m_id;
    QLabel *m_code;
    StatusChip *m_stage;
    QLabel *m_name;
    QLabel *m_place;
    BuildingTabs *m_tabs;
    QPushButton *m_inspect;
    QPushButton *m_followUp;
    QPushButton *m_edit;
    QWidget *m_merged; ///< which one it was merged into, and which were merged into it
    QPushButton *m_merge;
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "ui/services.h"

#include <QFrame>

class QFormLayout;
class QLabel;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace markaz::ui {

class StatusChip;

/// One building: profile, owner, inspections, certificate, and what may be done next.
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
    void certificateRequested(const QString &certificateId);
    void buildingRequested(const QString &buildingId);

private:
    void build();
    void fillProfile(const Building &building);
    void fillOwner(const QString &ownerId);
    void fillInspections();
    void fillCertificate();
    void refreshFollowUp();
    void showMerge(const Building &building);
    void openMerge();

    Services m_services;
    QString m_id;
    QLabel *m_code;
    StatusChip *m_stage;
    QLabel *m_name;
    QLabel *m_place;
    QTabWidget *m_tabs;
    QWidget *m_profile;
    QWidget *m_owner;
    QWidget *m_inspections;
    QWidget *m_certificate;
    QPushButton *m_inspect;
    QPushButton *m_followUp;
    QPushButton *m_edit;
    QWidget *m_merged; ///< which one it was merged into, and which were merged into it
    QPushButton *m_merge;
};

} // namespace markaz::ui

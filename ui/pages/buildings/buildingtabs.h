// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "ui/services.h"
#include "ui/widgets/status.h"

#include <QTabWidget>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace markaz::ui {

class EvidenceModel;
class PhotoStrip;
class Thumbnails;

/// All that belongs to one building, and to what was merged into it: profile, owner, visits (who is to go, who was
/// there, what was found), photos, certificates and loans.
class BuildingTabs final : public QTabWidget
{
    Q_OBJECT
public:
    explicit BuildingTabs(const Services &services, QWidget *parent = nullptr);
    /// Waits for the thumbnails that are being made.
    ~BuildingTabs() override;
    void showBuilding(const Building &building);

Q_SIGNALS:
    void inspectionRequested(const QString &inspectionId);
    void findingRequested(const QString &findingId);
    void certificateRequested(const QString &certificateId);
    void centreRequested(const QString &centreId);
    void loanRequested(const QString &loanId);
    void newLoanRequested(const QString &buildingId);

private:
    enum class Tab { Profile, Owner, Visits, Photos, Certificates, Loans };

    QVBoxLayout *addPage(const QString &name);
    void setName(Tab tab, const QString &name);
    void addPhotos();
    void countPhotos();
    void fillProfile(const Building &building);
    void fillOwner(const QString &ownerId);
    void fillVisits();
    void fillAssignments(QVBoxLayout *column);
    void fillInspections(QVBoxLayout *column);
    void fillFindings(QVBoxLayout *column);
    void fillCertificates();
    void addCentre();
    void fillLoans();
    QString ofMerged(const QString &buildingId, const QString &code) const;

    Services m_services;
    QString m_id;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<EvidenceModel> m_photos;
    PhotoStrip *m_strip;
    QLabel *m_noPhotos;
    QVBoxLayout *m_profile;
    QVBoxLayout *m_owner;
    QVBoxLayout *m_visits;
    QVBoxLayout *m_certificates;
    QVBoxLayout *m_loans = nullptr; ///< for who sees loans
};

} // namespace markaz::ui

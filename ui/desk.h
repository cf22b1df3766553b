// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/workflow/cachecopies.h"
#include "core/workflow/verifycode.h"
#include "ui/models/searchmodel.h"
#include "ui/services.h"
#include "ui/text/language.h"
#include "ui/widgets/theme.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <optional>

class QActionGroup;
class QMenu;

namespace markaz::ui {

class AssignmentsPage;
class BuildingForm;
class BuildingsPage;
class CentrePage;
class AppealsPage;
class CentresPage;
class CertificatePage;
class FindingsPage;
class ImportPage;
class InspectionPage;
class InspectionsPage;
class DemandPage;
class LoanPage;
class LoanSheet;
class LoansPage;
class PolicyPage;
class ScenarioPage;
class MainFrame;
class PassphrasePage;
class PasswordPage;
class ReviewPage;
class SearchPopup;
class SubmitPage;
class SyncPage;
class VerifyPage;
class VisitPage;
class WorkPage;
struct Message;

/// An account that may be switched to with one click: the sample's accounts.
struct OtherAccount
{
    QString name;
    QString words; ///< "Regional officer, Punjab"
};

/// One signed-in account's desk: makes the pages that its role may see, puts them into the frame and leads from one to
/// the next. Lives as long as the pages do.
class Desk final : public QObject
{
    Q_OBJECT
public:
    Desk(MainFrame &frame, const Services &services, const QList<OtherAccount> &others, QObject *parent = nullptr);

    void startInspection(const QString &buildingId, const QString &kind, const QString &assignmentId);
    void openInspection(const QString &inspectionId);
    /// The short form of a visit that could not be made; \p draftId empty: a draft is begun for it.
    void openVisit(const QString &assignmentId, const QString &draftId);

    /// What certificates are verified by; without, none can be.
    void setCertificateTrust(CertificateTrustSource source);
    /// Whether a text is known to be the laptop's passphrase: the account's password must not become the same.
    void setIsPassphrase(std::function<bool(const QString &)> is);
    /// Minutes without use until the program locks itself: what the menu marks.
    void setLockAfter(int minutes);
    void setKeyring(bool remembers);
    /// How a change of the passphrase went, and how long the next try waits.
    void passphraseChanged(const Result<void> &how, std::chrono::seconds wait);

    /// Which page shows, with what is typed in it and is no record yet; resume() puts both back on another desk of the
    /// same account. What this desk has no page for stays in it, for one that has.
    QJsonObject unfinished() const;
    void resume(const QJsonObject &unfinished);
    /// The same for what could not be had in time: nothing is shown of it now, and it stays for the next desk.
    void carry(const QJsonObject &unfinished);
    /// Stops what holds the database, so that the rest can be kept; resume() says what became of it.
    void stopWork();

Q_SIGNALS:
    /// What unfinished() says may be another now, some moments ago: keep it, and a kill or a dead battery leads back
    /// to the place.
    void unfinishedChanged();
    /// A copy of the cache is to take its place: the program closes the session for that.
    void restoreRequested(const markaz::CacheBackup &backup);
    void signInRequested();
    void signOutRequested();
    /// The server's pins are to be seen or set.
    void serverKeysRequested();
    void lockRequested();
    void lockAfterRequested(int minutes);
    void passwordChanged(const QString &password);
    void passphraseChangeRequested(const QString &current, const QString &next);
    void forgetInKeyringRequested();
    void switchRequested(const QString &accountName);
    void languageRequested(markaz::ui::Language language);
    void schemeRequested(markaz::ui::ColourScheme scheme);

private:
    void addPages();
    void addLists();
    void addAssignments(); // deskassignments.cpp
    void refreshAssignments();
    void openAssignment(const QString &id);
    bool resumeAssign(const QJsonObject &unfinished);
    void sayAssignLost(const QJsonObject &lost);
    void addFindings(); // deskfindings.cpp
    void refreshFindings();
    void openFinding(const QString &id);
    void addAppeals(); // deskappeals.cpp
    void refreshAppeals();
    void openDecision(const QString &id);
    void addCentres(); // deskcentres.cpp
    void refreshCentres();
    void openCentre(const QString &id);
    bool resumeCentre(const QJsonObject &unfinished); ///< whether a form of theirs is back
    void addLoans();                                  // deskloans.cpp
    void openLoan(const QString &id);
    LoanSheet *recordLoan(const QString &buildingId);
    QJsonObject unfinishedLoan() const;
    bool resumeLoan(const QJsonObject &unfinished); ///< whether a form of theirs is back
    void addMonthImport();
    void addProgramme(); // deskprogramme.cpp, with the next three
    void addDemandImport();
    Message countedMessage(qint64 cities) const;
    QList<ImportPage *> imports() const;
    void goOn(const QString &id, const QString &from);
    void askSignOut();
    Result<Inspection> startedBy(const QString &buildingId, const QString &kind, const QString &assignmentId);
    void addDashboard();
    void addAdministration();
    void addSync();
    void addClosedPages();                             ///< in the place of those that show others' records
    bool closedToReading(const QString &inspectionId); ///< says why
    void addOfficerPages();
    void connectBuildings();
    void connectImport();
    void connectChecklist();
    void connectSubmit();
    void saySubmitted();
    void connectOfficer();
    void fillAccountMenu(const QList<OtherAccount> &others); // deskmenu.cpp
    void addLockMenu(QMenu *menu);
    void addSearch(); // desksearch.cpp
    void search(const QString &text);
    QList<SearchCommand> commands(const QString &text);
    void openFound(Entity entity, const QString &id);
    void refreshSync();
    void refreshCounters();
    void refreshSample();
    void keepPlace();
    void watchPlace();
    void returnToPlace();
    void openRecord(Entity entity, const QString &id); ///< the page where it is mended
    void openReview(const QString &inspectionId);
    void openCertificate(const QString &inspectionId);
    void say(const Error &error);
    void tellFiles();
    Message importedMessage(qint64 buildings) const;
    Message recordedMessage(qint64 months) const; ///< 0: the import was stopped
    void showPage(const QString &id, const QString &from);
    void sayFormWaits();
    void goBack(const QString &from);

    MainFrame &m_frame;
    Services m_services;
    QHash<QString, QString> m_cameFrom; ///< page -> the page that it was opened from
    WorkPage *m_work = nullptr;
    BuildingsPage *m_buildings = nullptr;
    BuildingForm *m_form = nullptr;
    ImportPage *m_import = nullptr;
    std::optional<qint64> m_importStopped; ///< with so many buildings registered
    std::optional<qint64> m_monthsStopped; ///< with so many months recorded
    std::optional<qint64> m_demandStopped; ///< with so many cities taken
    QJsonObject m_carried;                 ///< of what was unfinished: what is not on this desk
    QJsonObject m_told;                    ///< unfinished() as unfinishedChanged() said it last
    InspectionsPage *m_inspections = nullptr;
    AssignmentsPage *m_assignments = nullptr;
    FindingsPage *m_findings = nullptr;
    AppealsPage *m_appeals = nullptr;
    CentresPage *m_centres = nullptr;
    CentrePage *m_centre = nullptr;
    ImportPage *m_monthImport = nullptr;
    LoansPage *m_loans = nullptr;
    LoanPage *m_loan = nullptr;
    ScenarioPage *m_scenario = nullptr; ///< where the role sees scenarios
    PolicyPage *m_policy = nullptr;
    DemandPage *m_demand = nullptr;
    ImportPage *m_demandImport = nullptr;
    InspectionPage *m_inspection = nullptr;
    SubmitPage *m_submit = nullptr;
    VisitPage *m_visit = nullptr;
    ReviewPage *m_review = nullptr;
    CertificatePage *m_certificate = nullptr;
    SyncPage *m_sync = nullptr;
    VerifyPage *m_verify = nullptr;
    SearchPopup *m_search = nullptr;
    PassphrasePage *m_passphrase = nullptr;
    PasswordPage *m_password = nullptr; ///< where there is a way to the server
    QActionGroup *m_lockAfter = nullptr;
};

} // namespace markaz::ui

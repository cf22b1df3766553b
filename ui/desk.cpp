// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk.h"

#include "core/storage/buildingrepository.h"
#include "core/storage/inspectionrepository.h"
#include "ui/deskpages.h"
#include "ui/pages/account/passphrasepage.h"
#include "ui/pages/account/passwordpage.h"
#include "ui/pages/accounts/accountspage.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/buildings/importpage.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/standards/standardspage.h"
#include "ui/pages/sync/syncpage.h"
#include "ui/pages/verify/verifypage.h"
#include "ui/pages/work/closedpage.h"
#include "ui/pages/work/inspectionspage.h"
#include "ui/pages/work/visitpage.h"
#include "ui/pages/work/workpage.h"
#include "ui/text/contactwords.h"
#include "ui/text/labels.h"
#include "ui/text/syncwords.h"
#include "ui/widgets/evidence/attachqueue.h"
#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/topbar.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace markaz::ui {
Desk::Desk(MainFrame &frame, const Services &services, const QList<OtherAccount> &others, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_services(services)
{
    addPages();
    fillAccountMenu(others);
    TopBar *bar = m_frame.topBar();
    QStringList provinces;
    for (const QString &province : m_services.actor.provinces)
        provinces.append(labels::province(province));
    const QString scope = provinces.size() == m_services.gazetteer.provinces().size()
                              ? tr("all provinces")
                              : provinces.join(QStringLiteral(", "));
    bar->account()->setAccount(m_services.actor.displayName,
                               QStringLiteral("%1, %2").arg(labels::of(m_services.actor.role), scope));
    connect(bar, &TopBar::syncRequested, this, [this] { m_frame.showPage(page::kSync); });
    addSearch();
    connect(&m_services.sync, &SyncStatus::changed, this, &Desk::refreshSync);
    connect(&m_services.workspace.notifier, &ChangeNotifier::manyChanged, this, &Desk::refreshCounters);
    connect(&m_services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Review || entity == Entity::Inspection || entity == Entity::Finding ||
            entity == Entity::Assignment)
            refreshCounters();
        if (entity == Entity::Decision || entity == Entity::Certificate)
            refreshAppeals();
        if (entity == Entity::Centre || entity == Entity::Certificate || entity == Entity::Building)
            refreshCentres(); // a decision on a certificate, and a merge, say what is overdue as the centre itself does
        if (entity == Entity::Review) // what came back of it is a record now
            m_frame.messages()->withdraw(QStringLiteral("resumed"));
    });
    // The frame's messages of the desk speak of the page that was left; what the program posts there stays.
    connect(&m_frame, &MainFrame::pageShown, this, [this] {
        for (const char *key : {"submitted", "desk", "resumed"})
            m_frame.messages()->withdraw(QLatin1String(key));
    });
    connect(&m_services.workspace.notifier, &ChangeNotifier::manyChanged, this, &Desk::refreshSample);
    // Behind the pages, which tell what they show.
    connect(&m_services.attaching, &AttachQueue::failed, this, &Desk::tellFiles, Qt::QueuedConnection);
    refreshSync();
    refreshCounters();
    refreshSample();
    const QStringList first{page::kWork, page::kBuildings, page::kAccounts, page::kSync};
    m_frame.showPage(
        *std::find_if(first.cbegin(), first.cend(), [this](const QString &id) { return m_frame.page(id) != nullptr; }));
    returnToPlace();
    watchPlace();
    tellFiles();
}

/// Files that were not attached where the person has gone on meanwhile.
void Desk::tellFiles()
{
    const QList<AttachFailure> failures = m_services.attaching.takeFailures();
    for (const AttachFailure &failure : failures)
        m_frame.messages()->post(QStringLiteral("files.%1.%2").arg(failure.place.inspection, failure.place.item),
                                 {Status::Bad, failure.sentence(true), {}, {}, true});
}

void Desk::addPages()
{
    const bool inspector = m_services.actor.role == Role::Inspector;
    const bool officer = m_services.actor.role == Role::Officer;
    const bool closed = m_services.reading != Reading::Open;
    const bool records = m_services.actor.role != Role::Administrator; // who sees no building and no inspection
    if (closed && records)
        addClosedPages();
    if (inspector && !closed) {
        m_work = new WorkPage(m_services);
        m_frame.addPage({page::kWork, [] { return tr("My work"); }, QStringLiteral("view-task"), false, {}}, m_work);
    }
    if (!closed && records)
        addLists();
    if (officer && !closed)
        addOfficerPages();
    addAdministration();
    addSync();

    // Pages that are opened from another have no entry of their own on the rail.
    m_inspection = new InspectionPage(m_services);
    m_frame.addPage({page::kInspection, {}, {}, true, page::kInspections}, m_inspection);
    m_certificate = new CertificatePage(m_services);
    m_frame.addPage({page::kCertificate, {}, {}, true, page::kBuildings}, m_certificate);
    if (inspector || officer) {
        m_form = new BuildingForm(m_services);
        m_frame.addPage({page::kForm, {}, {}, false, page::kBuildings}, m_form);
    }
    if (inspector) {
        m_submit = new SubmitPage(m_services);
        m_frame.addPage({page::kSubmit, {}, {}, true, page::kInspections}, m_submit);
        m_visit = new VisitPage(m_services);
        m_frame.addPage({page::kVisit, {}, {}, true, page::kInspections}, m_visit);
    }
    m_passphrase = new PassphrasePage;
    m_frame.addPage({page::kPassphrase, {}, {}, false, page::kSync}, m_passphrase);
    connect(m_passphrase, &PassphrasePage::changeRequested, this, &Desk::passphraseChangeRequested);
    connect(m_passphrase, &PassphrasePage::forgetInKeyringRequested, this, &Desk::forgetInKeyringRequested);
    if (m_services.administration != nullptr) {
        m_password = new PasswordPage(*m_services.administration);
        m_frame.addPage({page::kPassword, {}, {}, false, page::kSync}, m_password);
        connect(m_password, &PasswordPage::changed, this, &Desk::passwordChanged);
    }
    connectBuildings();
    connectChecklist();
    connectOfficer();
}

void Desk::addLists()
{
    m_buildings = new BuildingsPage(m_services);
    m_frame.addPage({page::kBuildings, [] { return tr("Buildings"); }, QStringLiteral("building"), true, {}},
                    m_buildings);
    if (m_services.actor.role == Role::Inspector || m_services.actor.role == Role::Officer) {
        m_import = new ImportPage(m_services);
        m_frame.addPage({page::kImport, {}, {}, false, page::kBuildings}, m_import);
    }
    m_inspections = new InspectionsPage(m_services);
    m_frame.addPage(
        {page::kInspections, [] { return tr("Inspections"); }, QStringLiteral("document-edit-verify"), false, {}},
        m_inspections);
    if (m_services.actor.role != Role::Inspector) // whose own stand in My work
        addAssignments();
    addFindings();
    if (m_services.actor.role != Role::Inspector) // who sees no decisions
        addAppeals();
    addCentres();
    if (m_services.actor.role != Role::Inspector) {
        addDashboard();
        addLoans();
        addProgramme();
    }
}

void Desk::addClosedPages()
{
    const bool inspector = m_services.actor.role == Role::Inspector;
    const auto add = [this](const QString &id, const QString &iconName, const std::function<QString()> &title,
                            ClosedPage::Shows shows) {
        auto *closed = new ClosedPage(title(), shows, m_services);
        m_frame.addPage({id, title, iconName, false, {}}, closed);
        connect(closed, &ClosedPage::inspectionRequested, this, &Desk::openInspection);
        connect(closed, &ClosedPage::buildingRequested, this, [this](const QString &buildingId) {
            showPage(page::kForm, page::kWork);
            m_form->openExisting(buildingId); // behind it: it has the keyboard then
        });
    };
    if (inspector)
        add(
            page::kWork, QStringLiteral("view-task"), [] { return tr("My work"); }, ClosedPage::Shows::OwnDrafts);
    add(
        page::kBuildings, QStringLiteral("building"), [] { return tr("Buildings"); }, ClosedPage::Shows::Nothing);
    add(
        page::kInspections, QStringLiteral("document-edit-verify"), [] { return tr("Inspections"); },
        ClosedPage::Shows::Nothing);
    if (!inspector)
        add(
            page::kAssignments, QStringLiteral("view-calendar"), [] { return tr("Assignments"); },
            ClosedPage::Shows::Nothing);
    add(
        page::kFindings, QStringLiteral("triangle"), [] { return tr("Findings"); }, ClosedPage::Shows::Nothing);
    if (!inspector)
        add(
            page::kAppeals, QStringLiteral("conflict"), [] { return tr("Appeals"); }, ClosedPage::Shows::Nothing);
    add(
        page::kCentres, QStringLiteral("computer-laptop"), [] { return tr("Centres"); }, ClosedPage::Shows::Nothing);
    if (!inspector)
        add(
            page::kDashboard, QStringLiteral("view-statistics"), [] { return tr("Dashboard"); },
            ClosedPage::Shows::Nothing);
    if (!inspector)
        add(
            page::kLoans, QStringLiteral("office-chart-line-forecast"), [] { return tr("Programme"); },
            ClosedPage::Shows::Nothing);
}

void Desk::addAdministration()
{
    const bool administrator = m_services.actor.role == Role::Administrator;
    const bool server = m_services.administration != nullptr; // there is a way to it
    if (administrator && server)
        m_frame.addPage({page::kAccounts, [] { return tr("Accounts"); }, QStringLiteral("person"), true, {}},
                        new AccountsPage(m_services));
    if (administrator)
        m_frame.addPage(
            {page::kStandards, [] { return tr("Standards"); }, QStringLiteral("document-properties"), false, {}},
            new StandardsPage(m_services));
    if (administrator)
        addProgramme();
    if (server && (administrator || m_services.actor.role == Role::Auditor))
        m_frame.addPage({page::kAudit, [] { return tr("Audit"); }, QStringLiteral("eye"), false, {}},
                        new AuditPage(m_services));
}

void Desk::addSync()
{
    m_sync = new SyncPage(m_services);
    m_frame.addPage({page::kSync, [] { return tr("Sync"); }, QStringLiteral("view-refresh"), false, {}}, m_sync);
    connect(m_sync, &SyncPage::signInRequested, this, &Desk::signInRequested);
    connect(m_sync, &SyncPage::restoreRequested, this, &Desk::restoreRequested);
    connect(m_sync, &SyncPage::recordRequested, this, &Desk::openRecord);
    m_verify = new VerifyPage(m_services);
    m_frame.addPage({page::kVerify, {}, {}, false, page::kSync}, m_verify);
    connect(m_sync, &SyncPage::verifyRequested, this, [this] { showPage(page::kVerify, page::kSync); });
    connect(m_verify, &VerifyPage::backRequested, this, [this] { goBack(page::kVerify); });
}

void Desk::setCertificateTrust(CertificateTrustSource source)
{
    m_verify->setTrust(std::move(source));
}

void Desk::addOfficerPages()
{
    m_review = new ReviewPage(m_services);
    m_frame.addPage({page::kReview, {}, {}, true, page::kInspections}, m_review);
}

void Desk::showPage(const QString &id, const QString &from)
{
    if (id != from)
        m_cameFrom.insert(id, from);
    m_frame.showPage(id);
}

void Desk::goBack(const QString &from)
{
    m_frame.showPage(m_cameFrom.value(from, m_frame.page(page::kWork) != nullptr ? page::kWork : page::kBuildings));
}

void Desk::refreshSync()
{
    const SyncSnapshot snapshot = m_services.sync.snapshot();
    m_frame.topBar()->syncPill()->setContent(pillContent(snapshot));
    m_frame.rail()->setCounter(page::kSync, snapshot.waiting + snapshot.rejected + snapshot.conflicts +
                                                snapshot.files.waitingUp + snapshot.files.refused);
    if (snapshot.waiting == 0)
        m_frame.messages()->withdraw(QStringLiteral("submitted")); // it says that something waits
}

void Desk::refreshCounters()
{
    refreshFindings();
    refreshAssignments();
    refreshAppeals();
    refreshCentres();
    if (m_services.actor.role != Role::Officer)
        return;
    InspectionRepository repository(m_services.workspace.database);
    const auto waiting = repository.list({QStringLiteral("submitted")}, {}, 1000);
    if (!waiting) {
        say(waiting.error());
        return;
    }
    m_frame.rail()->setCounter(page::kInspections, static_cast<int>(waiting->size()));
}

/// The badge follows the data, however this profile was opened.
void Desk::refreshSample()
{
    if (!m_services.sampleData) {
        const auto held = BuildingRepository(m_services.workspace.database).holdsSample();
        if (!held)
            return say(held.error());
        m_services.sampleData = *held;
    }
    m_frame.topBar()->setSample(m_services.sampleData);
}

void Desk::openVisit(const QString &assignmentId, const QString &draftId)
{
    QString id = draftId;
    if (id.isEmpty()) {
        const auto assignment = m_services.workspace.records.requireAs<Assignment>(assignmentId);
        if (!assignment)
            return say(assignment.error());
        const auto draft = startedBy(assignment->buildingId(), assignment->kind(), assignmentId);
        if (!draft)
            return say(draft.error());
        id = draft->id();
    }
    m_visit->open(id, draftId.isEmpty());
    showPage(page::kVisit, m_frame.current());
}

bool Desk::closedToReading(const QString &inspectionId)
{
    if (m_services.reading == Reading::Open)
        return false;
    const auto inspection = m_services.workspace.records.requireAs<Inspection>(inspectionId);
    if (inspection && staysOpen(m_services.actor, *inspection))
        return false;
    m_frame.messages()->post(QStringLiteral("desk"), {Status::Warn, closedSentence(m_services.reading), {}, {}, true});
    return true;
}

void Desk::openInspection(const QString &inspectionId)
{
    if (closedToReading(inspectionId))
        return;
    if (m_services.actor.role == Role::Officer) {
        openReview(inspectionId);
        return;
    }
    m_inspection->open(inspectionId);
    showPage(page::kInspection, m_frame.current());
}

void Desk::openReview(const QString &inspectionId)
{
    if (m_review == nullptr) {
        m_inspection->open(inspectionId);
        showPage(page::kInspection, m_frame.current());
        return;
    }
    m_review->open(inspectionId);
    showPage(page::kReview, m_frame.current());
}

void Desk::openCertificate(const QString &inspectionId)
{
    if (closedToReading(inspectionId))
        return;
    m_certificate->openForInspection(inspectionId);
    showPage(page::kCertificate, m_frame.current());
}

void Desk::openRecord(Entity entity, const QString &id)
{
    if (entity == Entity::Inspection)
        return openInspection(id);
    if (entity == Entity::Building && m_form != nullptr) {
        showPage(page::kForm, page::kSync);
        return m_form->openExisting(id);
    }
    if (entity == Entity::Finding)
        return openFinding(id);
    if (entity == Entity::Assignment)
        return openAssignment(id);
    if (entity == Entity::Centre)
        return openCentre(id);
    if (entity == Entity::Loan)
        return openLoan(id);
    if (entity == Entity::OccupancyReport) {
        const auto month = m_services.workspace.records.require(entity, id);
        return month ? openCentre(month->fields.value(QStringLiteral("centre")).toString()) : say(month.error());
    }
    if (entity == Entity::Decision)
        return openDecision(id);
    // A review has no page of its own: it is made where its inspection is.
    const auto record = m_services.workspace.records.require(entity, id);
    if (!record)
        return say(record.error());
    if (const QString loan = record->fields.value(QStringLiteral("loan")).toString(); !loan.isEmpty())
        return openLoan(loan);
    openInspection(record->fields.value(QStringLiteral("inspection")).toString());
}

void Desk::setKeyring(bool remembers)
{
    m_passphrase->setKeyring(remembers);
}

void Desk::setIsPassphrase(std::function<bool(const QString &)> is)
{
    if (m_password != nullptr)
        m_password->setIsPassphrase(std::move(is));
}

void Desk::passphraseChanged(const Result<void> &how, std::chrono::seconds wait)
{
    m_passphrase->done(how, wait);
}

void Desk::say(const Error &error)
{
    m_frame.messages()->post(QStringLiteral("desk"), Message::of(error));
}

} // namespace markaz::ui

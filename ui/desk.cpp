// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk.h"

#include "core/storage/buildingrepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/workflow/inspections.h"
#include "ui/deskpages.h"
#include "ui/pages/account/passphrasepage.h"
#include "ui/pages/account/passwordpage.h"
#include "ui/pages/accounts/accountspage.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/sync/syncpage.h"
#include "ui/pages/work/closedpage.h"
#include "ui/pages/work/inspectionspage.h"
#include "ui/pages/work/workpage.h"
#include "ui/text/contactwords.h"
#include "ui/text/labels.h"
#include "ui/text/syncwords.h"
#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/topbar.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>

#include <algorithm>

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
    bar->search()->setVisible(m_services.actor.role != Role::Administrator); // who has no records to search
    connect(bar, &TopBar::searchSubmitted, this, [this](const QString &text) {
        m_frame.showPage(page::kBuildings);
        if (m_buildings != nullptr)
            m_buildings->setSearch(text.trimmed());
    });
    connect(&m_services.sync, &SyncStatus::changed, this, &Desk::refreshSync);
    connect(&m_services.workspace.notifier, &ChangeNotifier::manyChanged, this, &Desk::refreshCounters);
    connect(&m_services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Review || entity == Entity::Inspection)
            refreshCounters();
    });
    // The frame's messages of the desk speak of the page that was left; what the program posts there stays.
    connect(&m_frame, &MainFrame::pageShown, this, [this] {
        for (const char *key : {"submitted", "desk"})
            m_frame.messages()->withdraw(QLatin1String(key));
    });
    connect(&m_services.workspace.notifier, &ChangeNotifier::manyChanged, this, &Desk::refreshSample);
    refreshSync();
    refreshCounters();
    refreshSample();
    const QStringList first{page::kWork, page::kBuildings, page::kAccounts, page::kSync};
    m_frame.showPage(
        *std::find_if(first.cbegin(), first.cend(), [this](const QString &id) { return m_frame.page(id) != nullptr; }));
    returnToPlace();
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
    m_sync = new SyncPage(m_services);
    m_frame.addPage({page::kSync, [] { return tr("Sync"); }, QStringLiteral("view-refresh"), false, {}}, m_sync);
    connect(m_sync, &SyncPage::signInRequested, this, &Desk::signInRequested);
    connect(m_sync, &SyncPage::restoreRequested, this, &Desk::restoreRequested);
    connect(m_sync, &SyncPage::recordRequested, this, &Desk::openRecord);

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
    }
    m_passphrase = new PassphrasePage;
    m_frame.addPage({page::kPassphrase, {}, {}, false, page::kSync}, m_passphrase);
    connect(m_passphrase, &PassphrasePage::changeRequested, this, &Desk::passphraseChangeRequested);
    connect(m_passphrase, &PassphrasePage::forgetInKeyringRequested, this, &Desk::forgetInKeyringRequested);
    if (m_services.administration != nullptr)
        m_frame.addPage({page::kPassword, {}, {}, false, page::kSync}, new PasswordPage(*m_services.administration));
    connectBuildings();
    connectChecklist();
    connectOfficer();
}

void Desk::addLists()
{
    m_buildings = new BuildingsPage(m_services);
    m_frame.addPage({page::kBuildings, [] { return tr("Buildings"); }, QStringLiteral("building"), true, {}},
                    m_buildings);
    m_inspections = new InspectionsPage(m_services);
    m_frame.addPage(
        {page::kInspections, [] { return tr("Inspections"); }, QStringLiteral("document-edit-verify"), false, {}},
        m_inspections);
    if (m_services.actor.role != Role::Inspector)
        addDashboard();
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
            m_form->openExisting(buildingId);
            showPage(page::kForm, page::kWork);
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
            page::kDashboard, QStringLiteral("view-statistics"), [] { return tr("Dashboard"); },
            ClosedPage::Shows::Nothing);
}

void Desk::addDashboard()
{
    auto *dashboard = new DashboardPage(m_services);
    m_frame.addPage({page::kDashboard, [] { return tr("Dashboard"); }, QStringLiteral("view-statistics"), false, {}},
                    dashboard);
    connect(dashboard, &DashboardPage::buildingsRequested, this, [this](const BuildingFilter &filter) {
        m_buildings->setFilter(filter);
        m_frame.showPage(page::kBuildings);
    });
    connect(dashboard, &DashboardPage::inspectionsRequested, this, [this] { m_frame.showPage(page::kInspections); });
}

void Desk::addAdministration()
{
    const Role role = m_services.actor.role;
    if (m_services.administration == nullptr || (role != Role::Auditor && role != Role::Administrator))
        return;
    if (role == Role::Administrator)
        m_frame.addPage({page::kAccounts, [] { return tr("Accounts"); }, QStringLiteral("person"), false, {}},
                        new AccountsPage(m_services));
    m_frame.addPage({page::kAudit, [] { return tr("Audit"); }, QStringLiteral("eye"), false, {}},
                    new AuditPage(m_services));
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

void Desk::connectBuildings()
{
    const auto newBuilding = [this] {
        m_form->openNew();
        showPage(page::kForm, m_frame.current());
    };
    if (m_buildings != nullptr) {
        connect(m_buildings, &BuildingsPage::newBuildingRequested, this, newBuilding);
        connect(m_buildings, &BuildingsPage::editRequested, this, [this](const QString &id) {
            m_form->openExisting(id);
            showPage(page::kForm, page::kBuildings);
        });
        connect(m_buildings, &BuildingsPage::inspectRequested, this,
                [this](const QString &id) { startInspection(id, QStringLiteral("initial"), {}); });
        connect(m_buildings, &BuildingsPage::inspectionRequested, this, &Desk::openInspection);
        connect(m_buildings, &BuildingsPage::certificateRequested, this, [this](const QString &id) {
            m_certificate->openCertificate(id);
            showPage(page::kCertificate, page::kBuildings);
        });
    }
    if (m_form != nullptr) {
        connect(m_form, &BuildingForm::cancelled, this, [this] { goBack(page::kForm); });
        const auto show = [this](const QString &id) {
            if (m_buildings == nullptr)
                return goBack(page::kForm);
            m_frame.showPage(page::kBuildings);
            m_buildings->showBuilding(id);
        };
        connect(m_form, &BuildingForm::saved, this, [this, show](const QString &id) {
            if (m_cameFrom.value(page::kForm) == page::kSync) // to send it again
                return goBack(page::kForm);
            show(id);
        });
        connect(m_form, &BuildingForm::showExisting, this, show);
    }
    if (m_work != nullptr) {
        connect(m_work, &WorkPage::newBuildingRequested, this, newBuilding);
        connect(m_work, &WorkPage::inspectionRequested, this, &Desk::openInspection);
        connect(m_work, &WorkPage::dueChanged, this, [this](int due) { m_frame.rail()->setCounter(page::kWork, due); });
        m_frame.rail()->setCounter(page::kWork, m_work->dueCount());
        connect(m_work, &WorkPage::startRequested, this, [this](const QString &assignmentId) {
            const auto assignment = m_services.workspace.records.requireAs<Assignment>(assignmentId);
            if (!assignment) {
                say(assignment.error());
                return;
            }
            startInspection(assignment->buildingId(), assignment->kind(), assignmentId);
        });
        connect(m_work, &WorkPage::reopenRequested, this, [this](const QString &returnedId) {
            auto draft =
                StartInspection(m_services.workspace, m_services.standard).reopen(m_services.actor, returnedId);
            if (!draft) {
                say(draft.error());
                return;
            }
            openInspection(draft->id());
        });
    }
}

void Desk::connectChecklist()
{
    if (m_inspections != nullptr) {
        connect(m_inspections, &InspectionsPage::inspectionRequested, this, &Desk::openInspection);
        connect(m_inspections, &InspectionsPage::reviewRequested, this, &Desk::openReview);
        connect(m_inspections, &InspectionsPage::buildingsRequested, this,
                [this] { m_frame.showPage(page::kBuildings); });
    }
    connect(m_inspection, &InspectionPage::backRequested, this, [this] { goBack(page::kInspection); });
    if (m_submit == nullptr)
        return;
    connect(m_inspection, &InspectionPage::reviewRequested, this, [this](const QString &id) {
        m_submit->open(id);
        m_frame.showPage(page::kSubmit);
    });
    connect(m_submit, &SubmitPage::backRequested, this, [this] { m_frame.showPage(page::kInspection); });
    connect(m_submit, &SubmitPage::goToItem, this, [this](const QString &code) {
        m_frame.showPage(page::kInspection);
        m_inspection->goToItem(code);
    });
    connect(m_submit, &SubmitPage::submitted, this, [this](const QString &id) {
        m_inspection->open(id); // now read only
        goBack(page::kInspection);
        m_frame.messages()->post(
            QStringLiteral("submitted"),
            {Status::Ok,
             {tr("The inspection is submitted and fixed."), tr("It waits on this laptop until the server has it."), {}},
             {},
             {},
             true});
        m_services.sync.syncNow();
    });
}

void Desk::connectOfficer()
{
    connect(m_certificate, &CertificatePage::backRequested, this, [this] { goBack(page::kCertificate); });
    if (m_review == nullptr)
        return;
    connect(m_review, &ReviewPage::backRequested, this, [this] { goBack(page::kReview); });
    connect(m_review, &ReviewPage::accepted, this, [this](const QString &id) {
        m_services.sync.syncNow();
        openCertificate(id);
    });
    connect(m_review, &ReviewPage::certificateRequested, this, &Desk::openCertificate);
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

void Desk::startInspection(const QString &buildingId, const QString &kind, const QString &assignmentId)
{
    auto draft = StartInspection(m_services.workspace, m_services.standard)
                     .run(m_services.actor, buildingId, kind, assignmentId);
    if (!draft) {
        say(draft.error());
        return;
    }
    openInspection(draft->id());
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
        m_form->openExisting(id);
        return showPage(page::kForm, page::kSync);
    }
    // A review or a decision has no page of its own: it is made where its inspection is.
    const auto record = m_services.workspace.records.require(entity, id);
    if (!record)
        return say(record.error());
    const QString inspection = record->fields.value(QStringLiteral("inspection")).toString();
    if (entity == Entity::Decision)
        openCertificate(inspection);
    else
        openInspection(inspection);
}

void Desk::setKeyring(bool remembers)
{
    m_passphrase->setKeyring(remembers);
}

void Desk::passphraseChanged(const Result<void> &how, std::chrono::seconds wait)
{
    m_passphrase->done(how, wait);
}

QJsonObject Desk::unfinished()
{
    const QString current = m_frame.current();
    QJsonObject all{{QStringLiteral("page"), current}};
    if (current == page::kForm)
        all.insert(QStringLiteral("form"), m_form->unfinished());
    if (current == page::kInspection || current == page::kSubmit)
        all.insert(QStringLiteral("inspection"), m_inspection->inspectionId());
    if (m_review != nullptr) // its comments stay while the officer looks at something else
        all.insert(QStringLiteral("review"), m_review->unfinished());
    return all;
}

void Desk::resume(const QJsonObject &unfinished)
{
    const QString shown = unfinished.value(QStringLiteral("page")).toString();
    const QJsonObject form = unfinished.value(QStringLiteral("form")).toObject();
    const QJsonObject review = unfinished.value(QStringLiteral("review")).toObject();
    const QString inspection = unfinished.value(QStringLiteral("inspection")).toString();
    if (m_review != nullptr && !review.isEmpty())
        m_review->resume(review);
    if (m_form != nullptr && !form.isEmpty()) {
        m_form->resume(form);
        showPage(page::kForm, page::kBuildings);
    } else if (!inspection.isEmpty()) {
        openInspection(inspection);
    } else if (shown != page::kForm && shown != page::kCertificate && (shown != page::kReview || !review.isEmpty())) {
        m_frame.showPage(shown); // what this account does not have changes nothing
    }
    if (!form.isEmpty() || (!review.isEmpty() && shown == page::kReview))
        m_frame.messages()->post(QStringLiteral("resumed"),
                                 {Status::Info,
                                  {tr("What you were typing is back."), tr("It is not saved as a record yet."), {}},
                                  {},
                                  {},
                                  true});
}

void Desk::say(const Error &error)
{
    m_frame.messages()->post(QStringLiteral("desk"), Message::of(error));
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How one page leads to another; what the pages are stands in desk.cpp.
#include "core/workflow/inspections.h"
#include "ui/desk.h"
#include "ui/deskpages.h"
#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/buildings/importpage.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/work/inspectionspage.h"
#include "ui/pages/work/visitpage.h"
#include "ui/pages/work/workpage.h"
#include "ui/text/format.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/messagebar.h"

namespace markaz::ui {
namespace {

const QString kFormWaits = QStringLiteral("formWaits");

} // namespace

/// That what was typed in the form, which was left, is still there.
void Desk::sayFormWaits()
{
    m_frame.messages()->post(
        kFormWaits,
        {Status::Info,
         {tr("What you were typing of a building waits in its form."), tr("It is not saved as a record yet."), {}},
         tr("Go on typing"),
         {},
         true},
        [this] {
            showPage(page::kForm, m_frame.current());
            m_form->goOn();
        });
}

void Desk::connectBuildings()
{
    const auto newBuilding = [this] {
        showPage(page::kForm, m_frame.current());
        m_form->openNew(); // behind it: it has the keyboard then
    };
    if (m_buildings != nullptr) {
        connect(m_buildings, &BuildingsPage::newBuildingRequested, this, newBuilding);
        connect(m_buildings, &BuildingsPage::editRequested, this, [this](const QString &id) {
            showPage(page::kForm, page::kBuildings);
            m_form->openExisting(id);
        });
        connect(m_buildings, &BuildingsPage::followUpRequested, this,
                [this](const QString &id) { startInspection(id, QStringLiteral("follow_up"), {}); });
        connect(m_buildings, &BuildingsPage::inspectRequested, this,
                [this](const QString &id) { startInspection(id, QStringLiteral("initial"), {}); });
        connect(m_buildings, &BuildingsPage::inspectionRequested, this, &Desk::openInspection);
        connect(m_buildings, &BuildingsPage::findingRequested, this, &Desk::openFinding);
        connect(m_buildings, &BuildingsPage::certificateRequested, this, [this](const QString &id) {
            m_certificate->openCertificate(id);
            showPage(page::kCertificate, page::kBuildings);
        });
    }
    if (m_import != nullptr)
        connectImport();
    if (m_form != nullptr) {
        connect(m_form, &BuildingForm::cancelled, this, [this] { goBack(page::kForm); });
        connect(m_form, &BuildingForm::left, this, [this] { goBack(page::kForm); });
        connect(&m_frame, &MainFrame::pageShown, this, [this, before = QString()](const QString &now) mutable {
            if (now == page::kForm)
                m_frame.messages()->withdraw(kFormWaits);
            else if (before == page::kForm && !m_form->unfinished().isEmpty())
                sayFormWaits();
            before = now;
        });
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
        connect(m_work, &WorkPage::notPossibleRequested, this, &Desk::openVisit);
        connect(m_work, &WorkPage::syncRequested, this, [this] { m_frame.showPage(page::kSync); });
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
                StartInspection(m_services.workspace, m_services.standards).reopen(m_services.actor, returnedId);
            if (!draft) {
                say(draft.error());
                return;
            }
            openInspection(draft->id());
        });
    }
}

void Desk::connectImport()
{
    connect(m_buildings, &BuildingsPage::importRequested, this, [this] {
        m_import->openNew();
        showPage(page::kImport, page::kBuildings);
    });
    connect(m_import, &ImportPage::backRequested, this, [this] { goBack(page::kImport); });
    connect(m_import, &ImportPage::registeringChanged, &m_frame, &MainFrame::setStaying);
    connect(m_import, &ImportPage::imported, this, [this](qint64 buildings) {
        m_frame.showPage(page::kBuildings);
        m_buildings->messages()->post(QStringLiteral("imported"), importedMessage(buildings));
        m_services.sync.syncNow();
    });
}

Message Desk::importedMessage(qint64 buildings) const
{
    return {Status::Ok,
            {tr("Buildings registered from the file: %1.").arg(format::number(buildings)),
             tr("They wait on this laptop until the server has them."),
             {}},
            {},
            {},
            true};
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
    connect(m_inspection, &InspectionPage::findingRequested, this, &Desk::openFinding);
    connect(m_inspection, &InspectionPage::revisionRequested, this, [this](const QString &id) {
        if (!closedToReading(id))
            m_inspection->open(id); // Back leads to where the first of the two was opened
    });
    if (m_submit != nullptr)
        connectSubmit();
}

void Desk::connectSubmit()
{
    connect(m_inspection, &InspectionPage::reviewRequested, this, [this](const QString &id) {
        m_submit->open(id, m_inspection->unfinished().keys());
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
        saySubmitted();
    });
    connect(m_submit, &SubmitPage::notPossibleRequested, this, [this](const QString &id) { openVisit({}, id); });
    connect(m_visit, &VisitPage::backRequested, this, [this] { goBack(page::kVisit); });
    connect(m_visit, &VisitPage::submitted, this, [this] {
        m_frame.showPage(page::kWork);
        saySubmitted();
    });
}

void Desk::saySubmitted()
{
    m_frame.messages()->post(
        QStringLiteral("submitted"),
        {Status::Ok,
         {tr("The inspection is submitted and fixed."), tr("It waits on this laptop until the server has it."), {}},
         {},
         {},
         true});
    m_services.sync.syncNow();
}

void Desk::connectOfficer()
{
    connect(m_certificate, &CertificatePage::backRequested, this, [this] { goBack(page::kCertificate); });
    connect(m_certificate, &CertificatePage::centreRequested, this, &Desk::openCentre);
    if (m_review == nullptr)
        return;
    connect(m_review, &ReviewPage::backRequested, this, [this] { goBack(page::kReview); });
    connect(m_review, &ReviewPage::accepted, this, [this](const QString &id) {
        m_services.sync.syncNow();
        openCertificate(id);
    });
    connect(m_review, &ReviewPage::certificateRequested, this, &Desk::openCertificate);
}

} // namespace markaz::ui

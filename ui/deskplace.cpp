// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person stands, over a change of language or colours, a lock, and the end of the program.
#include "ui/desk.h"

#include "ui/deskpages.h"
#include "ui/pages/assignments/assignsheet.h"
#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/buildings/importpage.h"
#include "ui/pages/centres/centrepage.h"
#include "ui/pages/centres/centresheet.h"
#include "ui/pages/centres/monthsheet.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/findings/findingspage.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/loans/loanpage.h"
#include "ui/pages/policy/policypage.h"
#include "ui/pages/policy/policysheet.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/scenario/scenariopage.h"
#include "ui/pages/sync/syncpage.h"
#include "ui/pages/verify/verifypage.h"
#include "ui/pages/work/visitpage.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/inputwatch.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QJsonArray>
#include <QTimer>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr const char *kPlace = "markaz.place";             ///< of the application: outlives a desk
const QString kFormsAside = QStringLiteral("forms_aside"); ///< of what is unfinished: forms of buildings that were left

} // namespace

/// Another language and other colours make every page anew: what the person was at is taken up again by the next desk
/// of the same account; what is typed in forms comes with unfinished(). A signature that is half done is not kept.
void Desk::keepPlace()
{
    QVariantMap place{{QStringLiteral("account"), m_services.actor.accountId},
                      {QStringLiteral("page"), m_frame.current()},
                      {QStringLiteral("inspection"), m_inspection->inspectionId()},
                      {QStringLiteral("item"), m_inspection->currentItem()},
                      {QStringLiteral("sync"), m_sync->place()},
                      {QStringLiteral("verify"), m_verify->code()}};
    if (m_review != nullptr)
        place.insert(QStringLiteral("review"), m_review->inspectionId());
    if (m_centre != nullptr)
        place.insert(QStringLiteral("centre"), m_centre->centreId());
    if (m_loan != nullptr)
        place.insert(QStringLiteral("loan"), m_loan->loanId());
    QVariantMap cameFrom;
    for (auto it = m_cameFrom.cbegin(); it != m_cameFrom.cend(); ++it)
        cameFrom.insert(it.key(), it.value());
    place.insert(QStringLiteral("cameFrom"), cameFrom);
    qApp->setProperty(kPlace, place);
}

void Desk::returnToPlace()
{
    const QVariantMap place = qApp->property(kPlace).toMap();
    qApp->setProperty(kPlace, {}); // once
    if (place.value(QStringLiteral("account")).toString() != m_services.actor.accountId)
        return;
    const auto said = [&place](const char *key) { return place.value(QLatin1String(key)).toString(); };
    const QVariantMap cameFrom = place.value(QStringLiteral("cameFrom")).toMap();
    for (auto it = cameFrom.cbegin(); it != cameFrom.cend(); ++it)
        m_cameFrom.insert(it.key(), it.value().toString());
    QString id = said("page");
    if (id == page::kSubmit)
        id = page::kInspection;
    if (id == page::kMonthImport)
        id = page::kCentres;
    if (id == page::kDemandImport)
        id = page::kDemand;
    if (id == page::kFigureRows) // what was asked is the dashboard's
        id = page::kDashboard;
    if (id == page::kForm || id == page::kImport || id == page::kCertificate || id == page::kPassphrase ||
        id == page::kPassword)
        id = m_cameFrom.value(id, page::kBuildings);
    if (id == page::kInspection && !said("inspection").isEmpty() && !closedToReading(said("inspection"))) {
        m_inspection->open(said("inspection"));
        m_inspection->goToItem(said("item"));
    } else if (id == page::kReview && m_review != nullptr) {
        m_review->open(said("review"));
    } else if (id == page::kCentre && m_centre != nullptr && !said("centre").isEmpty()) {
        m_centre->open(said("centre"));
    } else if (id == page::kLoan && m_loan != nullptr && !said("loan").isEmpty()) {
        m_loan->open(said("loan"));
    }
    if (!said("verify").isEmpty())
        m_verify->verify(said("verify"));
    m_sync->returnTo(place.value(QStringLiteral("sync")).toMap());
    m_frame.showPage(id);
}

QJsonObject Desk::unfinished() const
{
    const QString current = m_frame.current();
    QJsonObject all = m_carried;
    const auto typed = [&all](const QString &key, const QJsonObject &words) {
        if (!words.isEmpty())
            all.insert(key, words);
    };
    all.insert(QStringLiteral("page"), current);
    if (m_form != nullptr) {
        QJsonArray aside = m_form->putAside();
        const QJsonObject form = m_form->unfinished();
        if (current == page::kForm)
            typed(QStringLiteral("form"), form);
        else if (!form.isEmpty())
            aside.append(form);
        if (!aside.isEmpty())
            all.insert(kFormsAside, aside);
    }
    if (current == page::kInspection || current == page::kSubmit) {
        all.insert(QStringLiteral("inspection"), m_inspection->inspectionId());
        all.insert(QStringLiteral("item"), m_inspection->currentItem());
    }
    // Of each draft, whichever page is shown.
    QJsonObject checklists = m_carried.value(QStringLiteral("checklists")).toObject();
    const QJsonObject typedInDrafts = m_inspection->typed();
    for (auto it = typedInDrafts.begin(); it != typedInDrafts.end(); ++it)
        checklists.insert(it.key(), it.value());
    typed(QStringLiteral("checklists"), checklists);
    if (m_findings != nullptr)
        typed(QStringLiteral("finding_forms"), m_findings->unfinished());
    if (current == page::kVisit)
        all.insert(QStringLiteral("visit"), m_visit->inspectionId());
    if (m_visit != nullptr)
        typed(QStringLiteral("outcomes"), m_visit->unfinished());
    if (m_review != nullptr) // its comments stay while the officer looks at something else
        typed(QStringLiteral("review"), m_review->unfinished());
    typed(QStringLiteral("certificate"), m_certificate->unfinished());
    typed(QStringLiteral("assign"), AssignSheet::unfinishedIn(*m_frame.window()));
    typed(QStringLiteral("centre_form"), CentreSheet::unfinishedIn(*m_frame.window()));
    if (m_scenario != nullptr) // stays while the officer looks at something else
        typed(QStringLiteral("scenario"), m_scenario->unfinished());
    typed(QStringLiteral("policy_form"), PolicySheet::unfinishedIn(*m_frame.window()));
    typed(QStringLiteral("month_form"), MonthSheet::unfinishedIn(*m_frame.window()));
    const QJsonObject loans = unfinishedLoan();
    for (auto it = loans.begin(); it != loans.end(); ++it)
        all.insert(it.key(), it.value());
    if (m_importStopped)
        all.insert(QStringLiteral("import_stopped"), *m_importStopped);
    if (m_monthsStopped)
        all.insert(QStringLiteral("months_stopped"), *m_monthsStopped);
    if (m_demandStopped)
        all.insert(QStringLiteral("demand_stopped"), *m_demandStopped);
    if (current == page::kCentre)
        all.insert(QStringLiteral("centre"), m_centre->centreId());
    return all;
}

void Desk::carry(const QJsonObject &unfinished)
{
    m_carried = unfinished;
}

void Desk::stopWork()
{
    if (m_import != nullptr && m_import->isRegistering())
        m_importStopped = m_import->stopRegistering();
    if (m_monthImport != nullptr && m_monthImport->isRegistering())
        m_monthsStopped = m_monthImport->stopRegistering();
    if (m_demandImport != nullptr && m_demandImport->isRegistering())
        m_demandStopped = m_demandImport->stopRegistering();
}

void Desk::resume(const QJsonObject &unfinished)
{
    const QString shown = unfinished.value(QStringLiteral("page")).toString();
    const QJsonObject form = unfinished.value(QStringLiteral("form")).toObject();
    const QJsonObject review = unfinished.value(QStringLiteral("review")).toObject();
    const QString inspection = unfinished.value(QStringLiteral("inspection")).toString();
    const QString visit = unfinished.value(QStringLiteral("visit")).toString();
    if (m_review != nullptr && !review.isEmpty())
        m_review->resume(review);
    const QJsonObject paper = unfinished.value(QStringLiteral("certificate")).toObject();
    const bool deciding = !paper.isEmpty() && m_services.reading == Reading::Open;
    if (deciding)
        m_certificate->resume(paper);
    if (m_visit != nullptr)
        m_visit->resume(unfinished.value(QStringLiteral("outcomes")).toObject());
    QJsonObject checklists = unfinished.value(QStringLiteral("checklists")).toObject();
    const QJsonValue findings = unfinished.value(QStringLiteral("findings")); // of a program of before
    if (!findings.toObject().isEmpty() && !checklists.contains(inspection))
        checklists.insert(inspection, QJsonObject{{QStringLiteral("findings"), findings}});
    m_inspection->resume(checklists);
    const QJsonObject findingForms = unfinished.value(QStringLiteral("finding_forms")).toObject();
    if (m_findings != nullptr)
        m_findings->resume(findingForms);
    m_carried = {};
    const auto carried = [this, &unfinished](const QString &key) { m_carried.insert(key, unfinished.value(key)); };
    if (m_review == nullptr && !review.isEmpty()) // reading is closed
        carried(QStringLiteral("review"));
    if (!deciding && !paper.isEmpty())
        carried(QStringLiteral("certificate"));
    const QJsonArray aside = unfinished.value(kFormsAside).toArray();
    if (m_form != nullptr)
        m_form->setPutAside(aside);
    if (m_findings == nullptr && !findingForms.isEmpty())
        carried(QStringLiteral("finding_forms"));
    if (m_form != nullptr && !form.isEmpty()) {
        showPage(page::kForm, page::kBuildings);
        m_form->resume(form); // behind it: it has the keyboard then
    } else if (!inspection.isEmpty() && closedToReading(inspection)) {
        if (checklists.contains(inspection)) { // the page keeps its words
            for (const char *key : {"inspection", "item"})
                carried(QLatin1String(key));
        }
    } else if (!inspection.isEmpty()) {
        openInspection(inspection);
        m_inspection->goToItem(unfinished.value(QStringLiteral("item")).toString());
    } else if (m_visit != nullptr && !visit.isEmpty()) {
        openVisit({}, visit);
    } else if (shown == page::kCentre) {
        openCentre(unfinished.value(QStringLiteral("centre")).toString());
    } else if (shown == page::kLoan) {
        openLoan(unfinished.value(QStringLiteral("loan")).toString());
    } else if (shown != page::kForm && shown != page::kImport && shown != page::kMonthImport &&
               shown != page::kDemandImport && (shown != page::kCertificate || deciding) &&
               (shown != page::kReview || !review.isEmpty())) {
        m_frame.showPage(shown == page::kFigureRows ? page::kDashboard
                                                    : shown); // what this account does not have changes nothing
    }
    const QJsonObject assign = unfinished.value(QStringLiteral("assign")).toObject();
    if (!assign.isEmpty() && m_assignments == nullptr)
        carried(QStringLiteral("assign"));
    const QJsonObject lost = unfinished.value(QStringLiteral("assign_lost")).toObject();
    if (!lost.isEmpty() && m_assignments == nullptr)
        carried(QStringLiteral("assign_lost"));
    else if (!lost.isEmpty())
        sayAssignLost(lost);
    const bool assigning = !assign.isEmpty() && m_assignments != nullptr && resumeAssign(assign);
    const QJsonValue registered = unfinished.value(QStringLiteral("import_stopped"));
    if (registered.toInteger() > 0)
        m_frame.messages()->post(QStringLiteral("importStopped"), importedMessage(registered.toInteger()));
    else if (!registered.isUndefined())
        m_frame.messages()->post(
            QStringLiteral("importStopped"),
            {Status::Warn,
             {tr("Registering the buildings of the file was stopped."),
              tr("None of them is registered; everything else is as it was."), tr("Import the file again.")},
             {},
             {},
             true});
    const QJsonValue recorded = unfinished.value(QStringLiteral("months_stopped"));
    if (!recorded.isUndefined())
        m_frame.messages()->post(QStringLiteral("importStopped"), recordedMessage(recorded.toInteger()));
    const QJsonValue counted = unfinished.value(QStringLiteral("demand_stopped"));
    if (!counted.isUndefined())
        m_frame.messages()->post(QStringLiteral("importStopped"), countedMessage(counted.toInteger()));
    const bool reporting = resumeCentre(unfinished);
    const bool lending = resumeLoan(unfinished);
    const QJsonObject tried = unfinished.value(QStringLiteral("scenario")).toObject();
    if (m_scenario != nullptr && !tried.isEmpty())
        m_scenario->resume(tried);
    else if (!tried.isEmpty())
        carried(QStringLiteral("scenario"));
    const QJsonObject policy = unfinished.value(QStringLiteral("policy_form")).toObject();
    const bool ruling = !policy.isEmpty() && m_policy != nullptr;
    if (ruling) {
        m_frame.showPage(page::kPolicy);
        m_policy->resume(policy);
    } else if (!policy.isEmpty()) {
        carried(QStringLiteral("policy_form"));
    }
    if (m_form != nullptr && form.isEmpty() && !aside.isEmpty())
        sayFormWaits();
    if (!form.isEmpty() || assigning || reporting || lending || ruling ||
        (!review.isEmpty() && shown == page::kReview) || (deciding && shown == page::kCertificate))
        m_frame.messages()->post(QStringLiteral("resumed"),
                                 {Status::Info,
                                  {tr("What you were typing is back."), tr("It is not saved as a record yet."), {}},
                                  {},
                                  {},
                                  true});
}

void Desk::watchPlace()
{
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(500);
    connect(pause, &QTimer::timeout, this, &Desk::unfinishedChanged);
    // What is typed is written down at most so often while it is typed, and only where it makes a difference.
    auto *typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(500);
    const auto waits = [this] { // for the database
        const QList<ImportPage *> all = imports();
        return std::any_of(all.begin(), all.end(), [](const ImportPage *import) { return import->isRegistering(); });
    };
    connect(typing, &QTimer::timeout, this, [this, waits] {
        if (!waits() && unfinished() != m_told)
            Q_EMIT unfinishedChanged();
    });
    connect(this, &Desk::unfinishedChanged, this, [this, pause] {
        m_told = unfinished();
        pause->stop(); // it is written down: nobody waits for it twice
    });
    // The item of a checklist is written down at once, when the event that led to it is through: a program that is
    // killed at any moment opens there again.
    auto *now = new QTimer(this);
    now->setSingleShot(true);
    now->setInterval(0);
    connect(now, &QTimer::timeout, this, [this] {
        if (unfinished() != m_told) // or the timer of the typing came first, in the same turn
            Q_EMIT unfinishedChanged();
    });
    const auto moved = [waits, pause] {
        // Never begun anew: whoever goes from page to page faster than this would never be written down.
        if (!waits() && !pause->isActive())
            pause->start();
    };
    const auto typed = [waits, typing] {
        if (!waits() && !typing->isActive())
            typing->start();
    };
    new InputWatch(typed, this);
    if (m_form != nullptr)
        connect(m_form, &BuildingForm::positionGiven, typing, typed); // when nobody's hand is on anything
    const QList<ImportPage *> all = imports();
    for (const ImportPage *import : all) {
        connect(import, &ImportPage::registeringChanged, pause, [pause, moved](bool registering) {
            pause->stop();
            if (!registering)
                moved();
        });
    }
    connect(&m_frame, &MainFrame::pageShown, pause, moved);
    connect(m_inspection, &InspectionPage::currentItemChanged, now, [waits, now] {
        if (!waits())
            now->start();
    });
    connect(qApp, &QApplication::focusChanged, pause, moved); // a field of a form was left
    if (m_visit != nullptr)
        connect(m_visit, &VisitPage::unfinishedChanged, pause, moved);
}

} // namespace markaz::ui

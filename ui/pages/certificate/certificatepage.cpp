// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/certificate/certificatepage.h"

#include "core/domain/certificateterms.h"
#include "core/domain/seatsfound.h"
#include "core/storage/centrerepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/evidence.h"
#include "core/workflow/inspections.h"
#include "core/workflow/reviews.h"
#include "ui/pages/certificate/certificatepreview.h"
#include "ui/text/decisionwords.h"
#include "ui/text/filewords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/savedialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace markaz::ui {
namespace {

const QString kInspection = QStringLiteral("inspection"); // of what is unfinished
const QString kGrade = QStringLiteral("grade");
const QString kSeats = QStringLiteral("seats");
const QString kIssueReason = QStringLiteral("issue_reason");
const QString kReason = QStringLiteral("reason");

} // namespace

void CertificatePage::openForInspection(const QString &inspectionId)
{
    m_messages->withdraw(kErrorKey);
    m_messages->withdraw(kSavedKey);
    if (inspectionId != std::exchange(m_inspectionId, inspectionId)) { // who comes back finds what he typed
        m_seats->setValue(m_seats->minimum());
        m_grade->clear();
        m_reason->clear();
        m_issueReason->clear();
    }
    hideRefusals();
    reload();
}

QJsonObject CertificatePage::unfinished() const
{
    if (m_inspectionId.isEmpty() || m_asked || (m_reason->text().isEmpty() && m_issueReason->text().isEmpty()))
        return {};
    return {{kInspection, m_inspectionId},
            {kGrade, m_grade->currentData().toString()},
            {kSeats, m_seats->value()},
            {kIssueReason, m_issueReason->text()},
            {kReason, m_reason->text()}};
}

void CertificatePage::resume(const QJsonObject &unfinished)
{
    openForInspection(unfinished.value(kInspection).toString());
    if (m_asked) // it was decided meanwhile
        return;
    m_grade->setCurrentIndex(std::max(0, m_grade->findData(unfinished.value(kGrade).toString())));
    m_seats->setValue(unfinished.value(kSeats).toInt());
    m_issueReason->setText(unfinished.value(kIssueReason).toString());
    m_reason->setText(unfinished.value(kReason).toString());
}

void CertificatePage::openCertificate(const QString &certificateId)
{
    auto certificate = m_services.workspace.records.requireAs<Certificate>(certificateId);
    if (!certificate) {
        say(certificate.error());
        return;
    }
    openForInspection(certificate->inspectionId());
}

void CertificatePage::say(const Error &error)
{
    m_messages->post(kErrorKey, Message::of(error));
}

void CertificatePage::reload()
{
    if (m_inspectionId.isEmpty())
        return;
    m_certificate.reset();
    CertificateRepository repository(m_services.workspace.database);
    const auto found = repository.ofInspection(m_inspectionId);
    const auto asked = repository.issueAsked(m_inspectionId);
    if (!found || !asked) {
        say(found ? asked.error() : found.error());
        return;
    }
    m_asked = *asked;
    m_renewal.reset();
    if (found->has_value()) {
        auto certificate = m_services.workspace.records.requireAs<Certificate>(**found);
        if (!certificate) {
            say(certificate.error());
            return;
        }
        m_certificate = std::move(certificate).value();
        auto renewal = renewalVisit(m_services.workspace, *m_certificate);
        if (!renewal) {
            say(renewal.error());
            return;
        }
        m_renewal = *renewal;
    }
    fillDecision();
    fillState();
    fillList();
    if (!m_revoke->isAsking() || m_revoke->isHidden() || !m_certificate) // what comes back later asks anew
        refreshAsking();
}

void CertificatePage::fillDecision()
{
    SubmitInspection inspections(m_services.workspace, m_services.standards, m_services.gazetteer,
                                 m_services.programme);
    auto context = inspections.context(m_inspectionId);
    auto score = inspections.scoreOf(m_inspectionId);
    const auto files = EvidenceList(m_services.workspace).countOf(m_inspectionId);
    if (!files) {
        say(files.error());
        return;
    }
    const bool officer = m_services.actor.role == termsOf(CertificateAction::IssueFull).by;
    m_issueBox->setVisible(!m_certificate && officer);
    if (!context || !score) {
        if (m_certificate) {
            m_header->setCode(m_certificate->number());
            m_header->setTitle(m_certificate->buildingName());
            m_header->setSub(m_certificate->buildingPlace());
        } else {
            say(context ? score.error() : context.error());
        }
        return;
    }
    m_header->setCode(context->building.code().toString());
    m_header->setTitle(context->building.name());
    m_header->setSub(m_certificate ? tr("Certificate %1").arg(format::code(m_certificate->number()))
                                   : tr("Certificate decision"));
    if (m_certificate)
        return;
    auto renewed = certificateInForce(m_services.workspace, context->building.id());
    if (!renewed) {
        say(renewed.error());
        return;
    }
    m_renewed = *renewed;
    const bool doubted =
        m_renewed && !certificateAfter(stageOf(*m_renewed, m_services.workspace.clock.now()), CertificateAction::Renew);
    const QString number = m_renewed ? format::code(m_renewed->number()) : QString();
    m_issueTitle->setText(m_renewed ? tr("Renew certificate %1").arg(number) : tr("Issue a certificate"));
    m_issue->setText(m_renewed ? tr("Renew the certificate") : tr("Issue the certificate"));

    const auto part = ownPartIn(m_services.workspace, context->inspection, m_services.actor.accountId);
    if (!part) {
        say(part.error());
        return;
    }
    const bool own = part->has_value();
    const bool accepted = context->inspection.state() == QLatin1String("accepted");
    const bool possible = accepted && score->complete() && score->verdict != Verdict::Refused && !own && !doubted;
    m_verdict->setText(
        tr("Score %1, pass mark %2: %3")
            .arg(format::score(score->totalBp), format::score(score->passBp), labels::of(score->verdict).toLower()));
    const QString chosen = m_grade->currentData().toString(); // a sync in the middle must not choose another one
    m_grade->clear();
    if (verdictAllows(score->verdict, CertificateAction::IssueFull))
        m_grade->addItem(tr("Full, %1 months").arg(kFullMonths), QStringLiteral("full"));
    m_grade->addItem(tr("Provisional, %1 days").arg(kProvisionalDays), QStringLiteral("provisional"));
    m_grade->setCurrentIndex(std::max(0, m_grade->findData(chosen)));
    const int planned = seatsFound(context->building.fields(), context->inspection.fields());
    if (m_seats->value() == m_seats->minimum() && planned > 0)
        m_seats->setValue(planned);
    m_found = planned;
    m_seatsHint->setText(tr("Planned %1; fire-safe occupancy %2 at 50 sq ft a person")
                             .arg(format::number(planned), format::number(context->building.coveredAreaSqft() / 50)));
    m_issue->setEnabled(possible && !m_asked && files->complete());
    for (QWidget *field :
         {static_cast<QWidget *>(m_grade), static_cast<QWidget *>(m_seats), static_cast<QWidget *>(m_issueReason)})
        field->setEnabled(possible && !m_asked);
    QString words;
    if (!officer)
        words = tr("A regional officer decides about the certificate.");
    else if (m_asked)
        words =
            tr("The decision is saved on this laptop. The server makes and signs the certificate when it arrives; it "
               "then shows here.");
    else if (own)
        words = decisionwords::ownPart(context->inspection, **part);
    else if (!accepted)
        words = tr("The inspection has to be accepted first.");
    else if (doubted)
        words = tr("Certificate %1 of this building is suspended: reinstate or revoke it first.").arg(number);
    else if (!possible)
        words = tr("No certificate is possible: %1.")
                    .arg(score->complete() ? labels::of(score->verdict).toLower() : tr("items were not inspected"));
    else if (!files->complete())
        words = tr("%1. The certificate can be issued when all of them are there; the inspector’s laptop sends them by "
                   "itself.")
                    .arg(evidenceWords(*files));
    else if (m_renewed)
        words = tr("Certificate %1 is valid until %2. The new one takes its place on the day on which the server signs "
                   "it, and that one counts no longer.")
                    .arg(number, format::date(m_renewed->validUntil()));
    else
        words = tr("Decide the grade and the seats. The server makes the number and signs the certificate.");
    m_leftWords->setText(words);
}

void CertificatePage::fillState()
{
    m_stateBox->setVisible(m_certificate.has_value());
    const auto printed = document();
    m_left->setCurrentIndex(printed ? 1 : 0);
    m_preview->setDocument(printed);
    m_save->setEnabled(printed.has_value());
    if (m_certificate && !printed)
        m_leftWords->setText(tr("The inspection behind this certificate is not on this laptop, so it cannot be printed "
                                "here. An officer of the province can print it."));
    if (!m_certificate) {
        m_header->setChip(std::nullopt);
        return;
    }
    const CertificateStage stage = stageOf(*m_certificate, m_services.workspace.clock.now());
    const auto state = storedState(stage);
    if (state)
        m_header->setChip(chips::certificate(*state, m_certificate->grade()));
    QStringList lines{QStringLiteral("%1, %2").arg(state ? labels::of(*state) : m_certificate->state(),
                                                   labels::grade(m_certificate->grade())),
                      tr("%1 to %2, %3")
                          .arg(format::date(m_certificate->validFrom()), format::date(m_certificate->validUntil()),
                               format::seats(m_certificate->seats()))};
    if (const QDate due = m_certificate->surveillanceDue(); isInForce(stage) && due.isValid())
        lines.append(tr("Surveillance visit due on %1").arg(format::date(due)));
    if (stage == CertificateStage::Suspended || stage == CertificateStage::Revoked)
        lines.append(tr("Reason: %1").arg(format::words(m_certificate->stateReason())));
    m_state->setText(lines.join(QLatin1Char('\n')));
    const auto centre = CentreRepository(m_services.workspace.database).centreOf(m_certificate->buildingId());
    if (!centre)
        say(centre.error());
    m_centre = centre ? centre->value_or(QString()) : QString();
    m_toCentre->setVisible(!m_centre.isEmpty() && m_services.reading == Reading::Open); // else there is no such page
    fillDecisions();
}

std::optional<CertificateDocument> CertificatePage::document() const
{
    if (!m_certificate)
        return std::nullopt;
    const Certificate &c = *m_certificate;
    RecordRepository &records = m_services.workspace.records;
    const auto inspection = records.requireAs<Inspection>(c.inspectionId());
    const auto building = records.requireAs<Building>(c.buildingId());
    if (!inspection || !building)
        return std::nullopt;
    const City *city = m_services.gazetteer.city(building->cityId());
    const Province *province = city == nullptr ? nullptr : m_services.gazetteer.province(city->province);
    CertificateDocument d;
    d.number = c.number();
    d.buildingCode = building->code().toString();
    d.buildingName = c.buildingName();
    d.address = c.buildingPlace();
    d.grade = c.grade();
    d.seats = c.seats();
    d.tier = c.tier();
    d.scoreBp = c.scoreBp();
    const Standard &standard = versionOf(m_services, *inspection);
    d.passBp = standard.tier(c.tier()).passBp;
    d.inspectedOn =
        fromIso(inspection->finishedAt()) ? programmeDay(fromIso(inspection->finishedAt()).value()) : QDate();
    d.validFrom = c.validFrom();
    d.validUntil = c.validUntil();
    d.surveillanceDue = c.surveillanceDue();
    d.standardTitle = standard.title().en;
    d.standardTitleUr = standard.title().ur;
    d.standardVersion = inspection->standardVersion();
    d.standardHash = inspection->standardHash();
    const auto officer = records.requireAs<Account>(c.issuedBy());
    d.officerName = officer ? officer->displayName() : QString();
    d.officerArea = province == nullptr ? QString() : province->nameEn;
    d.officerAreaUr = province == nullptr ? QString() : province->nameUr;
    d.keyId = c.keyId();
    d.code = c.payload();
    const QString server = m_services.sync.snapshot().server;
    d.verifyAddress = server + QStringLiteral("/verify/") + c.number();
    d.sample = c.sample();
    return d;
}

bool CertificatePage::savePdf(const QString &path)
{
    const auto doc = document();
    if (!doc)
        return false;
    if (auto written = writeCertificatePdf(*doc, path); !written) {
        m_messages->post(kErrorKey, Message::ofWriting(written.error(), path));
        return false;
    }
    m_messages->post(
        kSavedKey,
        {Status::Ok, {tr("The certificate is saved as %1.").arg(format::isolate(path)), {}, {}}, {}, {}, true});
    return true;
}

void CertificatePage::choosePath()
{
    if (!m_certificate)
        return; // it could not be read again, and the page says why
    askWhereToSave(this, tr("Save the certificate"), tr("PDF files (*.pdf)"),
                   m_certificate->number() + QStringLiteral(".pdf"), [this](const QString &path) { savePdf(path); });
}

} // namespace markaz::ui

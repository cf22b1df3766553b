// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided on the page, and what was: who may, with which words.
#include "core/domain/seatsfound.h"
#include "core/support/programmeday.h"
#include "core/workflow/appeals.h"
#include "core/workflow/reviews.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/text/decisionwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {

void CertificatePage::fillDecisions()
{
    const auto against = decidedAgainst(m_services.workspace, *m_certificate, m_services.actor.accountId);
    if (!against)
        say(against.error());
    const auto allowed =
        decisionsOn(m_services.actor, *m_certificate, !against || *against, m_services.workspace.clock.now());
    for (const auto &[action, button] : m_decisions)
        button->setVisible(allowed.contains(action));
    m_reason->setVisible(!allowed.isEmpty());
    if (allowed.isEmpty())
        m_missing->hide();
    m_appeal->setVisible(hasOpenAppeal(*m_certificate));
    if (hasOpenAppeal(*m_certificate)) {
        const auto appeal = m_services.workspace.records.requireAs<Decision>(
            m_certificate->fields().value(QStringLiteral("appeal")).toString());
        const bool officer = m_services.actor.role == termsOf(CertificateAction::DismissAppeal).by;
        const bool own = officer && against && *against;
        QString words = appeal ? tr("An appeal is open: %1").arg(format::words(appeal->reason()))
                               : tr("An appeal is open."); // an inspector sees no decisions
        if (own)
            words += QLatin1Char('\n') + tr("It is against your own decision, so another officer decides about it.");
        m_appeal->setText(words);
    }
    const bool renewable = m_renewal && m_services.actor.role == termsOf(CertificateAction::Renew).by;
    m_renew->setVisible(renewable);
    if (renewable) {
        const auto visit = m_services.workspace.records.requireAs<Inspection>(*m_renewal);
        m_renew->setText(
            tr("Renew with the visit of %1").arg(visit ? format::date(programmeDay(visit->finishedAt())) : QString()));
    }
}

void CertificatePage::hideRefusals()
{
    for (QLabel *refusal : {m_seatsRefused, m_issueMissing, m_missing})
        refusal->hide();
}

/// Says at the field what is wrong with it, and takes the keyboard there; false where the error is of no field.
bool CertificatePage::refusedAtField(const Error &error)
{
    if (error.where == QLatin1String("reason")) {
        m_issueMissing->setText(tr("Write here why. Nothing is decided without a reason."));
        m_issueMissing->show();
        m_issueReason->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (error.where != QLatin1String("seats"))
        return false;
    m_seatsRefused->setText(
        m_found > 0 && m_seats->value() > m_found
            ? tr("The building has %1: a certificate speaks of no more.").arg(format::seats(m_found))
            : tr("Enter how many seats the certificate is for."));
    m_seatsRefused->show();
    m_seats->setFocus(Qt::OtherFocusReason);
    return true;
}

/// A revocation is asked for twice, once its reason is there; without one it is told at once what is missing.
void CertificatePage::refreshAsking()
{
    const QString number = m_certificate ? format::code(m_certificate->number()) : QString();
    m_revoke->setWords(tr("Revoke"), tr("Revoke it"),
                       m_reason->text().trimmed().isEmpty()
                           ? QString()
                           : tr("Certificate %1 is revoked, for this reason. Only an appeal that is allowed brings it "
                                "back.")
                                 .arg(number));
}

void CertificatePage::issue()
{
    DecideCertificate decide(m_services.workspace);
    const QString grade = m_grade->currentData().toString();
    const QString reason = m_issueReason->text().trimmed();
    const int seats = m_seats->value();
    hideRefusals();
    auto decision = m_renewed ? decide.renew(m_services.actor, m_inspectionId, grade, seats, reason)
                              : decide.issue(m_services.actor, m_inspectionId, grade, seats, reason);
    if (!decision) {
        if (!refusedAtField(decision.error()))
            say(decision.error());
        return;
    }
    m_messages->withdraw(kErrorKey);
    m_issueReason->clear(); // it was of this decision
    m_services.sync.syncNow();
    reload();
}

void CertificatePage::changeState(CertificateAction action)
{
    const QString kind = decisionKind(action);
    auto decision = DecideCertificate(m_services.workspace)
                        .changeState(m_services.actor, certificateId(), kind, m_reason->text().trimmed());
    if (!decision) {
        if (decision.error().code != ErrorCode::Incomplete) {
            say(decision.error());
            return;
        }
        m_missing->setText(tr("Write here why. Nothing is decided without a reason."));
        m_missing->show();
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_messages->withdraw(kErrorKey);
    m_reason->clear(); // it was of this decision
    m_messages->post(kSavedKey, {Status::Info,
                                 {tr("The decision “%1” is saved on this laptop.").arg(labels::decisionKind(kind)),
                                  tr("It takes effect when it reaches the server."),
                                  {}},
                                 {},
                                 {},
                                 true});
    m_services.sync.syncNow();
}

/// Everything that was decided, the latest first.
void CertificatePage::fillList()
{
    clear(m_list);
    const auto found = m_services.workspace.records.find(Entity::Inspection, m_inspectionId);
    if (!found) {
        say(found.error());
        return;
    }
    std::optional<Inspection> inspection;
    if (*found) { // else another inspector's
        auto read = Inspection::from(**found);
        if (!read) {
            say(read.error());
            return;
        }
        inspection = std::move(read).value();
    }
    auto decisions = decisionsAbout(m_services.workspace, inspection, m_certificate);
    if (!decisions) {
        say(decisions.error());
        return;
    }
    std::reverse(decisions->begin(), decisions->end());
    m_listTitle->setVisible(!decisions->isEmpty());
    for (const DecisionEntry &entry : std::as_const(*decisions))
        m_list->addWidget(listed(entry));
}

QWidget *CertificatePage::listed(const DecisionEntry &entry)
{
    auto *row = new QWidget(m_listTitle->parentWidget());
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(2);
    const auto line = [&](const QString &words, Type type) {
        if (words.isEmpty())
            return;
        auto *label = plainLabel(words, row);
        label->setWordWrap(true);
        label->setFont(currentTheme().font(type));
        alignLeading(label);
        column->addWidget(label);
    };
    line(decisionwords::what(entry), Type::CaptionStrong);
    line(format::list({decisionwords::who(m_services, entry), decisionwords::when(entry)}), Type::Caption);
    line(decisionwords::why(entry), Type::Body);
    line(decisionwords::comments(entry), Type::Caption);
    if (entry.waits)
        line(tr("It has not reached the server yet."), Type::Caption);
    return row;
}

} // namespace markaz::ui

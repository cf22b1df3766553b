// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Open appeals, and what is decided about certificates.
#include "ui/desk.h"

#include "core/workflow/appeals.h"
#include "ui/deskpages.h"
#include "ui/pages/appeals/appealspage.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"

#include <algorithm>

namespace markaz::ui {

void Desk::addAppeals()
{
    m_appeals = new AppealsPage(m_services);
    m_frame.addPage({page::kAppeals, [] { return tr("Appeals"); }, QStringLiteral("conflict"), false, {}}, m_appeals);
    connect(m_appeals, &AppealsPage::certificateRequested, this, [this](const QString &id) {
        m_certificate->openCertificate(id);
        goOn(page::kCertificate, page::kAppeals);
    });
    connect(m_appeals, &AppealsPage::syncRequested, this, [this] { m_frame.showPage(page::kSync); });
}

/// The counter is for who decides them: those that wait for this officer.
void Desk::refreshAppeals()
{
    if (m_appeals == nullptr || m_services.actor.role != Role::Officer)
        return;
    const auto appeals = openAppeals(m_services.workspace, m_services.actor);
    if (!appeals)
        return say(appeals.error());
    m_frame.rail()->setCounter(page::kAppeals,
                               static_cast<int>(std::count_if(appeals->cbegin(), appeals->cend(),
                                                              [](const OpenAppeal &one) { return one.decides; })));
}

/// It is made where its certificate is; one that asks for a certificate, where its inspection is.
void Desk::openDecision(const QString &id)
{
    const auto decision = m_services.workspace.records.requireAs<Decision>(id);
    if (!decision)
        return say(decision.error());
    const auto field = [&decision](const char *name) {
        return decision->fields().value(QLatin1String(name)).toString();
    };
    QString inspection = field("inspection");
    if (const QString on = field("certificate"); !on.isEmpty()) {
        const auto certificate = m_services.workspace.records.requireAs<Certificate>(on);
        if (!certificate)
            return say(certificate.error());
        inspection = certificate->inspectionId();
    }
    openCertificate(inspection);
}

} // namespace markaz::ui

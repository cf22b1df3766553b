// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Centres and what they report.
#include "core/support/programmeday.h"
#include "ui/desk.h"
#include "ui/deskpages.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/buildings/importpage.h"
#include "ui/pages/centres/centrepage.h"
#include "ui/pages/centres/centrespage.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/text/format.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/messagebar.h"

namespace markaz::ui {

void Desk::addCentres()
{
    m_centres = new CentresPage(m_services);
    m_frame.addPage({page::kCentres, [] { return tr("Centres"); }, QStringLiteral("computer-laptop"), true, {}},
                    m_centres);
    m_centre = new CentrePage(m_services);
    m_frame.addPage({page::kCentre, {}, {}, true, page::kCentres}, m_centre);
    if (m_services.actor.role == Role::Officer)
        addMonthImport();
    connect(m_centres, &CentresPage::centreRequested, this, &Desk::openCentre);
    connect(m_centre, &CentrePage::backRequested, this, [this] { goBack(page::kCentre); });
    connect(m_centre, &CentrePage::certificateRequested, this, [this](const QString &id) {
        m_certificate->openCertificate(id);
        goOn(page::kCertificate, page::kCentre);
    });
    if (m_buildings != nullptr)
        connect(m_buildings, &BuildingsPage::centreRequested, this, &Desk::openCentre);
    connect(m_centre, &CentrePage::buildingRequested, this, [this](const QString &id) {
        m_frame.showPage(page::kBuildings);
        m_buildings->showBuilding(id);
    });
}

void Desk::addMonthImport()
{
    m_monthImport = new ImportPage(m_services, ImportMatter::ofMonths());
    m_monthImport->setObjectName(QStringLiteral("monthImportPage"));
    m_frame.addPage({page::kMonthImport, {}, {}, false, page::kCentres}, m_monthImport);
    connect(m_centres, &CentresPage::importRequested, this, [this] {
        m_monthImport->openNew();
        showPage(page::kMonthImport, page::kCentres);
    });
    connect(m_monthImport, &ImportPage::backRequested, this, [this] { goBack(page::kMonthImport); });
    connect(m_monthImport, &ImportPage::registeringChanged, &m_frame, &MainFrame::setStaying);
    connect(m_monthImport, &ImportPage::imported, this, [this](qint64 months) {
        m_frame.showPage(page::kCentres);
        m_centres->messages()->post(QStringLiteral("imported"), recordedMessage(months));
        m_services.sync.syncNow();
    });
}

Message Desk::recordedMessage(qint64 months) const
{
    if (months == 0)
        return {Status::Warn,
                {tr("Recording the months of the file was stopped."),
                 tr("None of them is recorded; everything else is as it was."), tr("Import the file again.")},
                {},
                {},
                true};
    return {Status::Ok,
            {tr("Months recorded from the file: %1.").arg(format::number(months)),
             tr("They wait on this laptop until the server has them."),
             {}},
            {},
            {},
            true};
}

/// The counter is for who sends somebody or renews.
void Desk::refreshCentres()
{
    if (m_centres == nullptr || m_services.actor.role != Role::Officer)
        return;
    const QDate today = programmeDay(m_services.workspace.clock.now());
    const auto overdue = CentreRepository(m_services.workspace.database).overdue(today);
    if (!overdue)
        return say(overdue.error());
    m_frame.rail()->setCounter(page::kCentres, *overdue);
}

void Desk::openCentre(const QString &id)
{
    if (m_centre == nullptr)
        return;
    m_centre->open(id);
    goOn(page::kCentre, m_frame.current());
}

/// What was being entered of a centre or of a month, back where it was.
bool Desk::resumeCentre(const QJsonObject &unfinished)
{
    const QJsonObject centre = unfinished.value(QStringLiteral("centre_form")).toObject();
    const QJsonObject month = unfinished.value(QStringLiteral("month_form")).toObject();
    if (centre.isEmpty() && month.isEmpty())
        return false;
    if (m_centre == nullptr) { // reading is closed
        for (const char *key : {"centre_form", "month_form"}) {
            if (unfinished.contains(QLatin1String(key)))
                m_carried.insert(QLatin1String(key), unfinished.value(QLatin1String(key)));
        }
        return false;
    }
    const bool opening = month.isEmpty() && !centre.contains(QStringLiteral("centre"));
    if (opening) {
        m_frame.showPage(page::kCentres);
        m_centres->resume(centre);
        return true;
    }
    openCentre((month.isEmpty() ? centre : month).value(QStringLiteral("centre")).toString());
    const auto back = month.isEmpty() ? m_centre->resumeChange(centre) : m_centre->resumeMonth(month);
    if (!back)
        say(back.error());
    return back.ok();
}

/// A centre and its certificate lead to each other: whoever goes to and fro still comes back to where he began.
void Desk::goOn(const QString &id, const QString &from)
{
    if (m_cameFrom.value(from) == id)
        m_frame.showPage(id);
    else
        showPage(id, from);
}

} // namespace markaz::ui

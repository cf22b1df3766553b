// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the programme beside its loans: what may be tried with it, where the next centres are needed, and its
// policy.
#include "ui/desk.h"
#include "ui/deskpages.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/buildings/importpage.h"
#include "ui/pages/demand/demandpage.h"
#include "ui/pages/loans/loanspage.h"
#include "ui/pages/policy/policypage.h"
#include "ui/pages/scenario/scenariopage.h"
#include "ui/text/format.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/programmetabs.h"

namespace markaz::ui {

/// The first of them stands on the rail.
void Desk::addProgramme()
{
    const QString first = programmePages(m_services.actor.role).first();
    const auto add = [this, &first](const QString &id, QWidget *page) {
        if (id == first)
            m_frame.addPage(
                {id, [] { return tr("Programme"); }, QStringLiteral("office-chart-line-forecast"), true, {}}, page);
        else
            m_frame.addPage({id, {}, {}, true, first}, page);
    };
    const auto turn = [this](const QString &id) { m_frame.showPage(id); };
    if (programmePages(m_services.actor.role).contains(page::kScenario)) {
        m_scenario = new ScenarioPage(m_services);
        add(page::kScenario, m_scenario);
        connect(m_scenario, &ScenarioPage::pageRequested, this, turn);
    }
    m_policy = new PolicyPage(m_services);
    add(page::kPolicy, m_policy);
    m_demand = new DemandPage(m_services);
    add(page::kDemand, m_demand);
    connect(m_policy, &PolicyPage::pageRequested, this, turn);
    connect(m_demand, &DemandPage::pageRequested, this, turn);
    if (m_loans != nullptr)
        connect(m_loans, &LoansPage::pageRequested, this, turn);
    connect(m_demand, &DemandPage::buildingRequested, this, [this](const QString &id) {
        m_frame.showPage(page::kBuildings);
        m_buildings->showBuilding(id);
    });
    if (m_services.actor.role == Role::Administrator)
        addDemandImport();
}

void Desk::addDemandImport()
{
    m_demandImport = new ImportPage(m_services, ImportMatter::ofDemand());
    m_demandImport->setObjectName(QStringLiteral("demandImportPage"));
    m_frame.addPage({page::kDemandImport, {}, {}, false, page::kPolicy}, m_demandImport);
    connect(m_demand, &DemandPage::importRequested, this, [this] {
        m_demandImport->openNew();
        showPage(page::kDemandImport, page::kDemand);
    });
    connect(m_demandImport, &ImportPage::backRequested, this, [this] { goBack(page::kDemandImport); });
    connect(m_demandImport, &ImportPage::registeringChanged, &m_frame, &MainFrame::setStaying);
    connect(m_demandImport, &ImportPage::imported, this, [this](qint64 cities) {
        m_frame.showPage(page::kDemand);
        m_demand->messages()->post(QStringLiteral("imported"), countedMessage(cities));
        m_services.sync.syncNow();
    });
}

Message Desk::countedMessage(qint64 cities) const
{
    if (cities == 0)
        return {Status::Warn,
                {tr("Taking the cities of the file was stopped."), tr("The numbers from before still count."),
                 tr("Import the file again.")},
                {},
                {},
                true};
    return {Status::Ok,
            {tr("Registered freelancers taken from the file: %1 cities.").arg(format::number(cities)),
             tr("They wait on this laptop until the server has them."),
             {}},
            {},
            {},
            true};
}

/// Every page that imports a file and is there.
QList<ImportPage *> Desk::imports() const
{
    QList<ImportPage *> all{m_import, m_monthImport, m_demandImport};
    all.removeAll(nullptr);
    return all;
}

} // namespace markaz::ui

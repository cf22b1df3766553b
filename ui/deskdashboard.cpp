// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard, and the rows behind its figures.
#include "ui/desk.h"
#include "ui/deskpages.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/pages/dashboard/figurerowspage.h"
#include "ui/widgets/frame/mainframe.h"

namespace markaz::ui {

void Desk::addDashboard()
{
    auto *dashboard = new DashboardPage(m_services);
    m_frame.addPage({page::kDashboard, [] { return tr("Dashboard"); }, QStringLiteral("view-statistics"), false, {}},
                    dashboard);
    auto *rows = new FigureRowsPage(m_services);
    m_frame.addPage({page::kFigureRows, {}, {}, false, page::kDashboard}, rows);
    connect(dashboard, &DashboardPage::buildingsRequested, this, [this](const BuildingFilter &filter) {
        m_buildings->setFilter(filter);
        m_frame.showPage(page::kBuildings);
    });
    connect(dashboard, &DashboardPage::rowsRequested, this,
            [this, rows](const FigureAsked &asked, const QString &title, const QStringList &filter) {
                rows->open(asked, title, filter);
                showPage(page::kFigureRows, page::kDashboard);
            });
    connect(rows, &FigureRowsPage::backRequested, this, [this] { goBack(page::kFigureRows); });
    connect(rows, &FigureRowsPage::buildingRequested, this, [this](const QString &id) {
        m_frame.showPage(page::kBuildings);
        m_buildings->showBuilding(id);
    });
    connect(rows, &FigureRowsPage::inspectionRequested, this, &Desk::openInspection);
    connect(rows, &FigureRowsPage::centreRequested, this, &Desk::openCentre);
    connect(rows, &FigureRowsPage::loanRequested, this, &Desk::openLoan);
    connect(rows, &FigureRowsPage::certificateRequested, this, [this](const QString &id) {
        m_certificate->openCertificate(id);
        showPage(page::kCertificate, page::kFigureRows);
    });
}

} // namespace markaz::ui

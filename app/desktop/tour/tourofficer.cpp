// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of the tour: the officer reviews, the server certifies, the dashboard counts.
#include "app/desktop/tour/tourrun.h"
#include "core/storage/dashboardrepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/support/programmeday.h"
#include "ui/mainwindow.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/work/inspectionspage.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTest>

namespace markaz::desktop {
namespace {

int certified(AccountSession &session, const QDate &today)
{
    DashboardFilter filter;
    filter.from = today.addYears(-5);
    filter.to = today;
    const auto figures = DashboardRepository(session.workspace().database).figures(filter);
    return figures ? figures->certified : -1;
}

} // namespace

Result<void> TourRun::openInspectionForReview()
{
    auto *table = qobject_cast<QTableView *>(page("inspectionsTable"));
    for (int row = 0; table != nullptr && row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, 0);
        if (index.data(ui::InspectionsModel::IdRole).toString() == m_inspectionId) {
            table->setCurrentIndex(index);
            table->setFocus();
            QTest::keyClick(table, Qt::Key_Return);
            return {};
        }
    }
    return makeError(ErrorCode::NotFound, QStringLiteral("the inspection is not in the officer's list"),
                     m_inspectionId);
}

void TourRun::planOfficer()
{
    add(
        QStringLiteral("The officer takes over, one click away"),
        [this] { return switchTo(QStringLiteral("sample.officer")); },
        [this] {
            return m_desktop->session() != nullptr && page("reviewPage") != nullptr && synced() &&
                   m_desktop->session()->workspace().records.find(Entity::Inspection, m_inspectionId).ok() &&
                   m_desktop->session()->workspace().records.find(Entity::Inspection, m_inspectionId)->has_value();
        },
        QStringLiteral("officer-buildings"), 120);
    add(
        QStringLiteral("The dashboard before"),
        [this]() -> Result<void> {
            m_summary.insert(QStringLiteral("certified_before"),
                             certified(*m_desktop->session(), programmeDay(m_clock.now())));
            return m_hand->openPage(QStringLiteral("Dashboard"));
        },
        {}, QStringLiteral("dashboard-before"));
    add(
        QStringLiteral("The inspection waits for review"),
        [this] { return m_hand->openPage(QStringLiteral("Inspections")); }, {}, QStringLiteral("inspections"));
    add(
        QStringLiteral("The officer reads it"), [this] { return openInspectionForReview(); },
        [this] {
            auto *review = qobject_cast<ui::ReviewPage *>(page("reviewPage"));
            return review->isVisible() && review->inspectionId() == m_inspectionId && filesAreHere();
        },
        QStringLiteral("review"));
    add(
        QStringLiteral("The officer says why it is accepted, and is asked once more"),
        [this]() -> Result<void> {
            const auto typed = m_hand->type(QStringLiteral("reviewReason"),
                                            QStringLiteral("Complete, and the photo shows the place (sample)"));
            return typed ? m_hand->click(QStringLiteral("acceptInspection")) : typed;
        },
        [this] { return page("doNotAccept")->isVisible(); }, QStringLiteral("review-asked"));
    add(
        QStringLiteral("The officer accepts it"), [this] { return m_hand->click(QStringLiteral("acceptInspection")); },
        [this] { return page("certificatePage")->isVisible() && synced(); }, QStringLiteral("certificate-decision"));
    add(
        QStringLiteral("The officer issues the certificate; the server signs it"),
        [this]() -> Result<void> {
            if (!filesOf().complete())
                return makeError(ErrorCode::Incomplete, QStringLiteral("the photo is not on the server"));
            const auto typed = m_hand->type(QStringLiteral("issueReason"),
                                            QStringLiteral("The building meets the standard of its tier (sample)"));
            return typed ? m_hand->click(QStringLiteral("issueCertificate")) : typed;
        },
        [this] {
            return !qobject_cast<ui::CertificatePage *>(page("certificatePage"))->certificateId().isEmpty() && synced();
        },
        QStringLiteral("certificate"), 120);
    add(QStringLiteral("The certificate is saved as PDF"), [this]() -> Result<void> {
        auto *certificate = qobject_cast<ui::CertificatePage *>(page("certificatePage"));
        m_certificateId = certificate->certificateId();
        if (!certificate->savePdf(m_options.folder + QStringLiteral("/certificate.pdf")))
            return makeError(ErrorCode::StorageFailed, QStringLiteral("the PDF was not written"));
        return {};
    });
    add(
        QStringLiteral("The dashboard counts it"),
        [this]() -> Result<void> {
            const int after = certified(*m_desktop->session(), programmeDay(m_clock.now()));
            m_summary.insert(QStringLiteral("certified_after"), after);
            const int before = m_summary.value(QStringLiteral("certified_before")).toInt();
            if (after != before + 1)
                return makeError(ErrorCode::WrongState,
                                 QStringLiteral("certified before %1, after %2").arg(before).arg(after));
            return m_hand->openPage(QStringLiteral("Dashboard"));
        },
        {}, QStringLiteral("dashboard-after"));
    planPages();
    add(
        QStringLiteral("Anybody can verify the certificate"),
        [this]() -> Result<void> {
            const auto certificate = m_desktop->session()->workspace().records.requireAs<Certificate>(m_certificateId);
            if (!certificate)
                return certificate.error();
            QUrl url = m_server.url();
            url.setPath(QStringLiteral("/verify/") + certificate->number());
            QNetworkReply *reply = m_network.get(QNetworkRequest(url));
            connect(reply, &QNetworkReply::finished, this, [this, reply] {
                m_verifyPage = reply->readAll();
                reply->deleteLater();
            });
            return {};
        },
        [this] { return !m_verifyPage.isEmpty(); });
    add(QStringLiteral("The verify page says that it is valid"), [this] { return checkVerifyPage(); });
}

Result<void> TourRun::checkVerifyPage()
{
    QFile file(m_options.folder + QStringLiteral("/verify.html"));
    if (!file.open(QIODevice::WriteOnly) || file.write(m_verifyPage) != m_verifyPage.size())
        return makeError(ErrorCode::StorageFailed, file.errorString(), file.fileName());
    if (!m_verifyPage.contains("Valid certificate"))
        return makeError(ErrorCode::WrongState, QStringLiteral("the page does not say that it is valid"),
                         file.fileName());
    return {};
}

void TourRun::planEnd()
{
    add(
        QStringLiteral("The inspector sees the certified centre"),
        [this] { return switchTo(QStringLiteral("sample.inspector")); },
        [this] {
            if (m_desktop->session() == nullptr || page("workPage") == nullptr || !synced())
                return false;
            const auto certificate =
                m_desktop->session()->workspace().records.find(Entity::Certificate, m_certificateId);
            return certificate && certificate->has_value();
        },
        QStringLiteral("inspector-after"), 120);
    add(
        QStringLiteral("The server stops and everything is counted"),
        [this] {
            noteLaptop("laptop_after");
            m_server.stop();
            return Result<void>();
        },
        [this] { return m_server.finished(); });
    add(QStringLiteral("The summary is written"), [this]() -> Result<void> {
        RecordRepository &records = m_desktop->session()->workspace().records;
        const auto building = records.requireAs<Building>(m_buildingId);
        const auto certificate = records.requireAs<Certificate>(m_certificateId);
        const auto inspection = records.requireAs<Inspection>(m_inspectionId);
        if (!building || !certificate || !inspection)
            return !building ? building.error() : (!certificate ? certificate.error() : inspection.error());
        if (inspection->state() != QLatin1String("accepted"))
            return makeError(ErrorCode::WrongState, QStringLiteral("the inspection is %1").arg(inspection->state()));
        m_summary.insert(QStringLiteral("sample"), true);
        m_summary.insert(QStringLiteral("building"), QJsonObject{{QStringLiteral("id"), m_buildingId},
                                                                 {QStringLiteral("code"), building->code().toString()},
                                                                 {QStringLiteral("name"), building->name()}});
        m_summary.insert(QStringLiteral("inspection_id"), m_inspectionId);
        m_summary.insert(QStringLiteral("outcome"), inspection->state());
        m_summary.insert(QStringLiteral("certificate_number"), certificate->number());
        m_summary.insert(QStringLiteral("certificate_payload"), certificate->payload());
        m_summary.insert(QStringLiteral("grade"), certificate->grade());
        m_summary.insert(QStringLiteral("server_after"), m_server.counts());
        m_summary.insert(QStringLiteral("profile"), m_options.folder + QStringLiteral("/profile"));
        m_summary.insert(QStringLiteral("server_data"), m_options.folder + QStringLiteral("/server_data"));
        const int gained =
            m_summary.value(QStringLiteral("server_after")).toObject().value(QStringLiteral("certificate")).toInt() -
            m_summary.value(QStringLiteral("server_before")).toObject().value(QStringLiteral("certificate")).toInt();
        if (gained != 1)
            return makeError(ErrorCode::WrongState, QStringLiteral("the server has %1 certificates more").arg(gained));
        return writeSummary();
    });
}

} // namespace markaz::desktop

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centres/centrepage.h"

#include "core/storage/loanrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/centres.h"
#include "core/workflow/loancarried.h"
#include "core/workflow/loans.h"
#include "core/workflow/policies.h"
#include "ui/models/centresmodel.h"
#include "ui/pages/centres/centresheet.h"
#include "ui/pages/centres/monthsheet.h"
#include "ui/pages/centres/monthviews.h"
#include "ui/pages/loans/breakevencard.h"
#include "ui/text/centrewords.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/policywords.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/charts/chartlegend.h"
#include "ui/widgets/charts/monthschart.h"
#include "ui/widgets/factrow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

const QString kError = QStringLiteral("error");
const QString kLapsed = QStringLiteral("lapsed");

} // namespace

CentrePage::CentrePage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("centrePage"));
    build();
    connect(m_edit, &QPushButton::clicked, this, [this] {
        const auto centre = m_services.workspace.records.requireAs<Centre>(m_id);
        if (!centre)
            return say(centre.error());
        change(*centre);
    });
    connect(&services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        static const QSet<Entity> shown{
            Entity::Centre,     Entity::OccupancyReport, Entity::Certificate, Entity::Building,
            Entity::Inspection, Entity::Assignment,      Entity::Policy,      Entity::Loan};
        if (shown.contains(entity))
            m_freshness.changed();
    });
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

void CentrePage::showEvent(QShowEvent *event)
{
    m_freshness.setActive(true); // its certificate may have been suspended on the page in front of it
    QWidget::showEvent(event);
}

void CentrePage::hideEvent(QHideEvent *event)
{
    m_freshness.setActive(false);
    QWidget::hideEvent(event);
}

void CentrePage::open(const QString &centreId)
{
    if (m_id != centreId) {
        m_messages->withdraw(kError);
        m_table->clearSelection();
    }
    m_id = centreId;
    refresh();
}

void CentrePage::say(const Error &error)
{
    m_messages->post(kError, Message::of(error));
}

void CentrePage::refresh()
{
    m_freshness.refreshed();
    const QDate today = programmeDay(m_services.workspace.clock.now());
    const auto row = CentreRepository(m_services.workspace.database).row(m_id, today);
    const auto centre = m_services.workspace.records.requireAs<Centre>(m_id);
    if (!row || !centre) { // gone since the list was read
        m_header->setTitle(tr("This centre is gone"));
        m_header->setCode({});
        m_header->setSub(QString());
        m_header->setChip({});
        m_messages->withdraw(kLapsed);
        m_buildingId.clear();
        m_certificateId.clear();
        m_months.setMonths({}, {});
        m_breakEven->hide();
        for (QWidget *card : {m_chartCard, m_tableCard, m_certificate, m_facts, m_contact})
            card->hide();
        for (QWidget *part :
             {static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_record), static_cast<QWidget *>(m_remove)})
            part->hide();
        return say(row ? centre.error() : row.error());
    }
    for (QWidget *card : {m_tableCard, m_certificate, m_contact})
        card->show();
    if (const auto ceiling = CentresModel::ceilingOf(m_services); ceiling)
        m_ceiling = *ceiling;
    else
        say(ceiling.error());
    m_buildingId = row->buildingId;
    m_certificateId = row->certificate.id;
    m_header->setCode(row->buildingCode);
    m_header->setTitle(row->name);
    m_header->setSub(QStringList{labels::cityName(row->cityId, row->city), format::seats(row->seats),
                                 centrewords::rate(row->seatRatePaisa, m_ceiling)});
    m_header->setChip(centrewords::clock(*row, today, knowsVisits(m_services.actor.role)));
    const auto editable = Centres(m_services.workspace).mayEdit(m_services.actor, *centre);
    const bool mayEdit = editable.ok() || isLapsed(editable.error()); // then whom to call, at least
    const bool mayRecord = RecordOccupancy(m_services.workspace).allowed(m_services.actor, *centre).ok();
    m_edit->setVisible(mayEdit);
    m_record->setVisible(mayRecord);
    m_correct->setVisible(mayRecord);
    m_takeBack->setVisible(mayRecord);
    sayStanding(*row);
    fillCertificate(*row);
    fillMonths();
    fillFacts(*centre);
    fillBreakEven();
    const bool mayRemove = opensCentres(m_services.actor.role) && m_months.rowCount() == 0;
    m_remove->setVisible(mayRemove);
    m_remove->setWords(tr("Remove"), tr("Remove the centre"), tr("It was opened by mistake and goes from all lists."));
}

/// Why less can be done here than at a centre that is open.
void CentrePage::sayStanding(const CentreRow &row)
{
    const QString readable = tr("The centre and its months stay readable, and the public list does not name it.");
    if (row.isClosed())
        return m_messages->post(kLapsed, {Status::Info,
                                          {tr("This centre was closed on %1.").arg(format::date(row.closedOn)),
                                           readable, tr("Another one may be opened in the building.")},
                                          {},
                                          {},
                                          false});
    if (centre::carries(row.certificate.stage(programmeDay(m_services.workspace.clock.now()))))
        return m_messages->withdraw(kLapsed);
    m_messages->post(
        kLapsed, {Status::Warn,
                  {tr("The certificate of this building is not in force."), readable,
                   tr("Its contact can be changed, and it can be closed; the rest when the certificate is renewed or "
                      "reinstated.")},
                  {},
                  {},
                  false});
}

void CentrePage::fillCertificate(const CentreRow &row)
{
    const QDate today = programmeDay(m_services.workspace.clock.now());
    const CentreCertificate &certificate = row.certificate;
    clear(m_certificateRows);
    m_openCertificate->setVisible(!certificate.id.isEmpty());
    if (certificate.id.isEmpty()) {
        m_certificateRows->addWidget(factRow(tr("Number"), QString()));
        return;
    }
    const auto days = [&today](const QDate &day) {
        const qint64 left = today.daysTo(day);
        return left < 0    ? format::list({format::date(day), tr("past")})
               : left == 0 ? format::list({format::date(day), tr("today")})
                           : format::list({format::date(day), tr("in %1 days").arg(format::number(left))});
    };
    m_certificateRows->addWidget(factRow(tr("Number"), format::code(certificate.number)));
    m_certificateRows->addWidget(factRow(tr("Grade"), labels::grade(certificate.grade)));
    m_certificateRows->addWidget(factRow(tr("Certified seats"), format::number(certificate.seats)));
    m_certificateRows->addWidget(factRow(tr("Issued"), format::date(certificate.issued)));
    if (certificate.surveillanceDue.isValid())
        m_certificateRows->addWidget(factRow(tr("Surveillance"), certificate.surveillanceMade ? tr("Was made")
                                                                 : knowsVisits(m_services.actor.role)
                                                                     ? days(certificate.surveillanceDue)
                                                                     : format::date(certificate.surveillanceDue)));
    m_certificateRows->addWidget(factRow(tr("Ends"), days(certificate.validUntil)));
}

QString CentrePage::accountName(const QString &id) const
{
    const auto account = m_services.workspace.records.find(Entity::Account, id);
    return account && *account ? (*account)->fields.value(QStringLiteral("display_name")).toString() : QString();
}

void CentrePage::fillMonths()
{
    const bool sees = seesMonths(m_services.actor.role);
    QList<OccupancyReport> reports;
    QStringList authors;
    const auto ids = CentreRepository(m_services.workspace.database).months(m_id);
    if (!ids)
        say(ids.error());
    for (const QString &id : ids ? *ids : QStringList()) {
        const auto report = m_services.workspace.records.requireAs<OccupancyReport>(id);
        if (!report) {
            say(report.error());
            continue;
        }
        reports.append(*report);
        authors.append(accountName(report->authorId()));
    }
    const QString chosen = chosenMonth();
    m_months.setMonths(reports, authors);
    if (const int row = m_months.rowOf(chosen); row >= 0)
        m_table->setCurrentIndex(m_months.index(row, 0));
    m_correct->setEnabled(!chosenMonth().isEmpty());
    m_takeBack->setReady(!chosenMonth().isEmpty(), tr("Choose a month in the table"));
    fillChart();
    m_chartCard->setVisible(!reports.isEmpty());
    m_table->setVisible(!reports.isEmpty());
    m_tableCard->setNote(reports.isEmpty() ? QString() : centrewords::months(reports.size()));
    m_noMonths->setVisible(reports.isEmpty());
    m_noMonths->setText(!sees ? tr("What centres report month by month is for officers and auditors.")
                        : m_record->isVisibleTo(this)
                            ? tr("No month was reported yet. Record the first one with the button above, or import a "
                                 "file of months on the centres page.")
                            : tr("No month was reported yet."));
}

void CentrePage::fillChart()
{
    const auto chosen = std::find_if(kMonthViews.begin(), kMonthViews.end(),
                                     [this](MonthView view) { return token(view) == m_views->current(); });
    const MonthViewContent content =
        viewOf(chosen == kMonthViews.end() ? MonthView::Seats : *chosen, m_months.months(), m_ceiling);
    m_chartCard->setTitle(content.title);
    m_legend->setEntries(content.legend);
    m_chart->setName(content.title);
    m_chart->setContent(content.chart);
}

/// Of the loan that is on the building now, for those who see loans.
void CentrePage::fillBreakEven()
{
    m_breakEven->hide();
    if (!seesLoans(m_services.actor.role))
        return;
    const auto open = LoanRepository(m_services.workspace.database).openOf(m_buildingId);
    if (!open)
        return say(open.error());
    if (!open->has_value())
        return;
    const auto loan = m_services.workspace.records.requireAs<Loan>(**open);
    const auto carried =
        loan ? loanCarried(m_services.workspace, *loan) : Result<std::optional<LoanCarried>>(loan.error());
    if (!carried)
        return say(carried.error());
    m_breakEven->setContent(*carried);
    m_breakEven->show();
}

void CentrePage::fillFacts(const Centre &centre)
{
    clear(m_factRows);
    m_facts->setVisible(m_months.rowCount() > 0);
    if (m_months.rowCount() > 0) {
        const OccupancyReport &newest = m_months.months().first();
        const qint64 people = qint64(newest.freelancers()) + newest.otherStaff();
        const auto share = centre::shareBp(newest.otherStaff(), people);
        m_facts->setNote(format::month(newest.month().firstDay()));
        const auto fact = [this](const QString &label, const QString &value) {
            m_factRows->addWidget(factRow(label, value));
        };
        const auto of = [](int part, qint64 whole) {
            return tr("%1 of %2").arg(format::number(part), format::number(whole));
        };
        fact(tr("Occupancy"), centrewords::taken(newest.seatsTaken(), newest.seats()));
        fact(tr("Seat rate"), centrewords::rate(newest.seatRatePaisa(), m_ceiling));
        fact(tr("Of them DG Skills"), of(newest.dgSkills(), newest.freelancers()));
        fact(tr("E-employment share"),
             share ? format::list({format::percent(*share), of(newest.otherStaff(), people)}) : QString());
        // By the policy that was in force when the month ended, whatever was decided since.
        const auto policy = policyInForce(m_services.workspace, newest.month().lastDay());
        if (!policy)
            say(policy.error());
        else
            fact(tr("E-employment centre"),
                 policywords::eEmployment(policy->eEmployment, newest.freelancers(), newest.otherStaff()));
        fact(tr("Trainings"), format::number(newest.trainings()));
        fact(tr("Community events"), format::number(newest.events()));
        fact(tr("Exports told"), newest.exportUsdCents() ? centrewords::dollars(*newest.exportUsdCents()) : QString());
    }
    clear(m_contactRows);
    QStringList offers;
    const QStringList amenities = centre.amenities();
    for (const QString &token : amenities)
        offers.append(centrewords::amenity(token));
    m_contactRows->addWidget(factRow(tr("Open since"), format::date(centre.openedOn())));
    if (centre.isClosed())
        m_contactRows->addWidget(factRow(tr("Closed on"), format::date(centre.closedOn())));
    m_contactRows->addWidget(factRow(tr("What it offers"), format::list(offers)));
    m_contactRows->addWidget(factRow(tr("Contact"), centre.contactName()));
    m_contactRows->addWidget(factRow(tr("Phone"), format::isolate(centre.contactPhone())));
    m_contactRows->addWidget(factRow(tr("E-mail"), format::isolate(centre.contactEmail())));
    m_contactRows->addWidget(
        factRow(tr("On the public list"), centre.contactPublic() ? tr("With this contact") : tr("Without a contact")));
}

QString CentrePage::chosenMonth() const
{
    return m_table->selectionModel()
        ->selectedRows(MonthsModel::MonthName)
        .value(0)
        .data(MonthsModel::IdRole)
        .toString();
}

CentreSheet *CentrePage::change(const Centre &centre)
{
    auto *sheet = new CentreSheet(m_services, centre, this);
    connect(sheet, &CentreSheet::saved, this, &CentrePage::refresh);
    return sheet;
}

void CentrePage::record(const QString &reportId)
{
    if (const auto sheet = sheetOf(reportId); !sheet)
        say(sheet.error());
}

Result<void> CentrePage::resumeMonth(const QJsonObject &unfinished)
{
    open(unfinished.value(QStringLiteral("centre")).toString());
    const auto sheet = sheetOf(unfinished.value(QStringLiteral("report")).toString());
    if (!sheet)
        return sheet.error();
    (*sheet)->resume(unfinished);
    return {};
}

Result<void> CentrePage::resumeChange(const QJsonObject &unfinished)
{
    open(unfinished.value(QStringLiteral("centre")).toString());
    const auto centre = m_services.workspace.records.requireAs<Centre>(m_id);
    if (!centre)
        return centre.error();
    change(*centre)->resume(unfinished);
    return {};
}

Result<MonthSheet *> CentrePage::sheetOf(const QString &reportId)
{
    const auto centre = m_services.workspace.records.requireAs<Centre>(m_id);
    if (!centre)
        return centre.error();
    std::optional<OccupancyReport> report;
    if (!reportId.isEmpty()) {
        auto found = m_services.workspace.records.requireAs<OccupancyReport>(reportId);
        if (!found)
            return found.error();
        report = std::move(found).value();
    }
    m_messages->withdraw(kError);
    auto *sheet = new MonthSheet(m_services, *centre, report, this);
    connect(sheet, &MonthSheet::saved, this, [this](const QString &id) {
        refresh();
        if (const int row = m_months.rowOf(id); row >= 0)
            m_table->setCurrentIndex(m_months.index(row, 0));
    });
    return sheet;
}

void CentrePage::removeMonth()
{
    if (auto done = RecordOccupancy(m_services.workspace).remove(m_services.actor, chosenMonth()); !done)
        return say(done.error());
    refresh();
}

void CentrePage::removeCentre()
{
    if (auto done = Centres(m_services.workspace).remove(m_services.actor, m_id); !done)
        return say(done.error());
    Q_EMIT backRequested();
}

} // namespace markaz::ui

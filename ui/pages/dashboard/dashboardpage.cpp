// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/dashboardpage.h"

#include "core/storage/buildingrepository.h"
#include "core/storage/centrerepository.h"
#include "core/support/programmeday.h"
#include "ui/pages/dashboard/dashboardexport.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/charts/chartlegend.h"
#include "ui/widgets/charts/citymap.h"
#include "ui/widgets/charts/funnelchart.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/messagebar.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace markaz::ui {
namespace {

const QList<Stage> kPipeline{Stage::Assigned, Stage::Inspected, Stage::UnderReview};

BuildingFilter pipelineOf(const dashboard::Question &question)
{
    BuildingFilter filter;
    filter.provinces = question.filter.provinces;
    filter.tiers = question.filter.tiers;
    filter.cities = question.filter.cities;
    filter.stages = kPipeline;
    return filter;
}

} // namespace

DashboardPage::DashboardPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("dashboardPage"));
    build();
    connectRows();
    retitle();
    m_period->setChosen({dashboard::period::kYear});
    connect(&m_services.workspace.notifier, &ChangeNotifier::manyChanged, this, &DashboardPage::changed);
    connect(&m_services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        // Owners, findings, files and conflicts are in no figure.
        if (entity == Entity::Building || entity == Entity::Assignment || entity == Entity::Inspection ||
            entity == Entity::Decision || entity == Entity::Certificate || entity == Entity::Centre ||
            entity == Entity::OccupancyReport || entity == Entity::Policy || entity == Entity::Loan)
            changed();
    });
}

QStringList DashboardPage::fullScope() const
{
    QStringList codes;
    for (const Province &province : m_services.gazetteer.provinces()) {
        if (m_services.actor.provinces.contains(province.code))
            codes.append(province.code);
    }
    return codes;
}

QStringList DashboardPage::scope() const
{
    // Who sees some provinces only is measured against the quota of those.
    const QStringList chosen = m_province->chosen().isEmpty() ? fullScope() : m_province->chosen();
    return chosen.size() == m_services.gazetteer.provinces().size() ? QStringList() : chosen;
}

void DashboardPage::changed()
{
    m_stale = true;
    if (!isVisible() || m_queued)
        return;
    // A use case that writes ten records is counted once.
    m_queued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_queued = false;
            if (isVisible() && m_stale)
                recount();
        },
        Qt::QueuedConnection);
}

void DashboardPage::recount()
{
    QList<int> tiers;
    const QStringList chosenTiers = m_tier->chosen();
    for (const QString &tier : chosenTiers)
        tiers.append(tier.toInt());
    QList<int> cities;
    const QStringList chosenCities = m_city->chosen();
    for (const QString &city : chosenCities)
        cities.append(city.toInt());
    m_question = dashboard::question(m_period->chosen().value(0), scope(), tiers, cities,
                                     programmeDay(m_services.workspace.clock.now()));
    const auto fail = [this](const Error &error) { m_messages->post(QStringLiteral("load"), Message::of(error)); };

    const DashboardRepository repository(m_services.workspace.database, &m_services.workspace.clock);
    auto figures = repository.figures(m_question.filter);
    if (!figures)
        return fail(figures.error());
    auto months = repository.inForceAt(m_question.filter, dashboard::monthEnds(m_question, m_services.policy));
    if (!months)
        return fail(months.error());
    const auto inPipeline =
        BuildingRepository(m_services.workspace.database, &m_services.workspace.clock).count(pipelineOf(m_question));
    if (!inPipeline)
        return fail(inPipeline.error());
    const auto ceiling = CentreRepository(m_services.workspace.database)
                             .rateCeiling(m_services.policy.version, m_services.policy.seatRateCeiling.value,
                                          programmeDay(m_services.workspace.clock.now()));
    if (!ceiling)
        return fail(ceiling.error());

    const auto subsidy = subsidyCommitted(m_services.workspace, figures->loans);
    if (!subsidy)
        return fail(subsidy.error());

    m_stale = false;
    m_messages->withdraw(QStringLiteral("load"));
    m_answer = {std::move(figures).value(), std::move(months).value(), *inPipeline, *ceiling, *subsidy};
    show(m_answer);
}

void DashboardPage::show(const dashboard::Answer &answer)
{
    const ProgrammePolicy &policy = m_services.policy;
    const bool filtered = !m_province->chosen().isEmpty() || !m_tier->chosen().isEmpty() || !m_city->chosen().isEmpty();
    m_stack->setCurrentIndex(answer.figures.buildings == 0 && !filtered ? 1 : 0);
    m_export->button()->setEnabled(m_stack->currentIndex() == 0);
    m_export->setShown({m_question, answer, dashboard::filterWords(m_question, periodWords(), m_services.gazetteer),
                        m_services.workspace.clock.now()});
    m_certifiedFigure->setContent(dashboard::certifiedFigure(m_question, answer, policy));
    m_pipelineFigure->setContent(dashboard::pipelineFigure(answer));
    m_seatsFigure->setContent(dashboard::seatsFigure(answer));
    m_occupancyFigure->setContent(dashboard::occupancyFigure(answer));
    m_rateFigure->setContent(dashboard::rateFigure(answer, policy));
    m_subsidyFigure->setContent(dashboard::subsidyFigure(answer));

    m_funnel->setContent(answer.figures.funnel, m_question.filter.from.isValid());
    m_certified->setContent(dashboard::certifiedMonths(m_question, answer, policy));
    m_provinces->setContent(dashboard::provinceRows(m_question, answer, policy));
    m_scores->setContent(answer.figures.scores, dashboard::passMarks(m_question, m_services.standards.newest()));
    m_items->setContent(dashboard::failingItems(answer, m_services.standards));
    QList<CityMark> cities;
    for (const CityCount &count : answer.figures.byCity) {
        if (const City *city = m_services.gazetteer.city(count.cityId))
            cities.append({city->id, labels::cityName(*city), city->latitudeE6, city->longitudeE6, count.certified});
    }
    m_map->setContent(cities);
    m_ending->setContent(dashboard::endingMonths(answer));
    const QList<LoanBar> loans = dashboard::loanBars(answer);
    m_loans->setContent(loans);
    qsizetype all = 0;
    for (const LoanBar &bar : loans)
        all += bar.loans;
    m_loansNote->setText(all == 0 ? tr("no loan is recorded") : tr("%1, today").arg(loanwords::loansCounted(all)));
    m_funnelNote->setText(m_question.filter.from.isValid() ? tr("Identified and assigned: all so far") : QString());
    m_funnelNote->setVisible(!m_funnelNote->text().isEmpty());

    // A chart without a quota line has no entry for it.
    const bool hasQuota = dashboard::quota(m_question, policy).has_value();
    QList<LegendEntry> months{{tr("Full"), Colour::Chart1, LegendEntry::Mark::Square},
                              {tr("Provisional"), Colour::Chart2, LegendEntry::Mark::Square}};
    QList<LegendEntry> tiers{{tr("Tier 1"), Colour::Chart1, LegendEntry::Mark::Square},
                             {format::number(2), Colour::Chart2, LegendEntry::Mark::Square},
                             {format::number(3), Colour::Chart3, LegendEntry::Mark::Square}};
    if (hasQuota) {
        months.append({tr("Quota"), Colour::Text, LegendEntry::Mark::Dash});
        tiers.append({tr("Quota"), Colour::Text, LegendEntry::Mark::Tick});
    }
    m_endingLegend->setEntries(months.first(2));
    m_certifiedLegend->setEntries(months);
    m_provincesLegend->setEntries(tiers);
    m_itemsNote->setText(answer.figures.failingMost.isEmpty() ? tr("nothing failed in this period")
                                                              : tr("share of inspections"));
    m_mapNote->setText(tr("%1 certified").arg(format::number(answer.figures.certified)));
}

void DashboardPage::openPipeline()
{
    BuildingFilter filter = pipelineOf(m_question);
    filter.provinces = m_province->chosen(); // all of the account's own need no filter
    Q_EMIT buildingsRequested(filter);
}

void DashboardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        recount();
}

void DashboardPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retitle();
        if (!m_stale) // else it is counted when it is shown, and has nothing to show yet
            show(m_answer);
    }
}

} // namespace markaz::ui

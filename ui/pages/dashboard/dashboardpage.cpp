// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/dashboardpage.h"

#include "core/support/programmeday.h"
#include "ui/pages/dashboard/monthlysheet.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/widgets/charts/chartlegend.h"
#include "ui/widgets/charts/citymap.h"
#include "ui/widgets/charts/funnelchart.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/messagebar.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace markaz::ui {
namespace {

const QList<Stage> kInForce{Stage::Certified, Stage::Provisional};
const QList<Stage> kPipeline{Stage::Assigned, Stage::Inspected, Stage::UnderReview};

/// The stages that buildings which reached a step of the funnel may have come to since.
QList<Stage> stagesFrom(int step)
{
    switch (step) {
    case 0:
        return {};
    case 1:
        return {Stage::Assigned,    Stage::Inspected, Stage::UnderReview, Stage::Certified,
                Stage::Provisional, Stage::Refused,   Stage::Lapsed};
    case 2:
        return {Stage::Inspected,   Stage::UnderReview, Stage::Certified,
                Stage::Provisional, Stage::Refused,     Stage::Lapsed};
    case 3:
        return {Stage::Inspected, Stage::Certified, Stage::Provisional, Stage::Refused, Stage::Lapsed};
    default:
        return {Stage::Certified, Stage::Provisional, Stage::Lapsed};
    }
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
        // Owners, reviews and conflicts are in no figure.
        if (entity == Entity::Building || entity == Entity::Assignment || entity == Entity::Inspection ||
            entity == Entity::Certificate)
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
    m_question = dashboard::question(m_period->chosen().value(0), scope(), tiers,
                                     programmeDay(m_services.workspace.clock.now()));
    const auto fail = [this](const Error &error) { m_messages->post(QStringLiteral("load"), Message::of(error)); };

    const DashboardRepository repository(m_services.workspace.database, &m_services.workspace.clock);
    auto figures = repository.figures(m_question.filter);
    if (!figures)
        return fail(figures.error());
    auto months = repository.inForceAt(m_question.filter, dashboard::monthEnds(m_question, m_services.policy));
    if (!months)
        return fail(months.error());
    BuildingFilter pipeline;
    pipeline.provinces = m_question.filter.provinces;
    pipeline.tiers = m_question.filter.tiers;
    pipeline.stages = kPipeline;
    const auto inPipeline =
        BuildingRepository(m_services.workspace.database, &m_services.workspace.clock).count(pipeline);
    if (!inPipeline)
        return fail(inPipeline.error());

    m_stale = false;
    m_messages->withdraw(QStringLiteral("load"));
    m_answer = {std::move(figures).value(), std::move(months).value(), *inPipeline};
    show(m_answer);
}

void DashboardPage::show(const dashboard::Answer &answer)
{
    const ProgrammePolicy &policy = m_services.policy;
    const bool filtered = !m_province->chosen().isEmpty() || !m_tier->chosen().isEmpty();
    m_stack->setCurrentIndex(answer.figures.buildings == 0 && !filtered ? 1 : 0);
    m_certifiedFigure->setContent(dashboard::certifiedFigure(m_question, answer, policy));
    m_pipelineFigure->setContent(dashboard::pipelineFigure(answer));
    m_seatsFigure->setContent(dashboard::seatsFigure(answer));
    m_provisionalFigure->setContent(dashboard::provisionalFigure(answer));
    m_eligibleFigure->setContent(dashboard::eligibleFigure(answer));

    m_funnel->setContent(answer.figures.funnel);
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
    m_certifiedLegend->setEntries(months);
    m_provincesLegend->setEntries(tiers);
    m_itemsNote->setText(answer.figures.failingMost.isEmpty() ? tr("nothing failed in this period")
                                                              : tr("share of inspections"));
    m_mapNote->setText(tr("%1 certified").arg(format::number(answer.figures.certified)));
}

void DashboardPage::open(const QList<Stage> &stages, const QStringList &provinces, const QList<int> &cities)
{
    BuildingFilter filter;
    filter.stages = stages;
    filter.provinces = provinces.isEmpty() ? m_province->chosen() : provinces;
    filter.tiers = m_question.filter.tiers;
    filter.cities = cities;
    Q_EMIT buildingsRequested(filter);
}

void DashboardPage::connectRows()
{
    connect(m_certifiedFigure, &KeyFigure::activated, this, [this] { open(kInForce); });
    connect(m_pipelineFigure, &KeyFigure::activated, this, [this] { open(kPipeline); });
    connect(m_seatsFigure, &KeyFigure::activated, this, [this] { open(kInForce); });
    connect(m_provisionalFigure, &KeyFigure::activated, this, [this] { open({Stage::Provisional}); });
    connect(m_eligibleFigure, &KeyFigure::activated, this, [this] { Q_EMIT inspectionsRequested(); });
    connect(m_funnel, &ChartView::activated, this, [this](int step) { open(stagesFrom(step)); });
    connect(m_certified, &ChartView::activated, this, [this] { open(kInForce); });
    connect(m_provinces, &ChartView::activated, this,
            [this](int row) { open(kInForce, {m_provinces->content().at(row).code}); });
    connect(m_scores, &ChartView::activated, this, [this] { Q_EMIT inspectionsRequested(); });
    connect(m_items, &ChartView::activated, this, [this] { Q_EMIT inspectionsRequested(); });
    connect(m_map, &CityMap::activated, this, [this](const QList<int> &cities) { open(kInForce, {}, cities); });
    connect(m_empty, &EmptyPage::activated, this, [this] { Q_EMIT buildingsRequested({}); });
    for (FilterChip *chip : {m_province, m_tier, m_period})
        connect(chip, &FilterChip::chosenChanged, this, &DashboardPage::changed);
    connect(m_report, &QPushButton::clicked, this, [this] { new MonthlySheet(m_services, this); });
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

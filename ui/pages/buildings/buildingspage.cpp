// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/buildingspage.h"

#include "core/domain/citynames.h"
#include "core/workflow/mergebuildings.h"
#include "ui/pages/buildings/buildingdetail.h"
#include "ui/pages/buildings/buildingsmap.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kDetailWidth = 376;

QList<Stage> allStages()
{
    return {Stage::Identified, Stage::Assigned,    Stage::Inspected, Stage::UnderReview,
            Stage::Certified,  Stage::Provisional, Stage::Refused,   Stage::Lapsed};
}

} // namespace

BuildingsPage::BuildingsPage(const Services &services, QWidget *parent)
    : ListPage(tr("Buildings"), parent)
    , m_services(services)
    , m_model(services.workspace, services.actor.role)
{
    setObjectName(QStringLiteral("buildingsPage"));
    build();
    connect(&m_model, &BuildingsModel::reloaded, this, &BuildingsPage::reloaded);
    connect(&m_model, &BuildingsModel::failed, this,
            [this](const Error &error) { messages()->post(QStringLiteral("load"), Message::of(error)); });
    reloaded(); // the table was sorted, and so read, before anybody listened
}

void BuildingsPage::build()
{
    buildViewSwitch();
    addFileButtons();
    if (registers()) {
        auto *add = new QPushButton(tr("New building"), this);
        add->setObjectName(QStringLiteral("newBuilding"));
        add->setProperty("role", QStringLiteral("primary"));
        add->setIcon(icon(QStringLiteral("list-add"), Colour::OnAccent));
        add->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
        header()->addAction(add);
        connect(add, &QPushButton::clicked, this, &BuildingsPage::newBuildingRequested);
    }
    if (m_services.actor.role == Role::Officer)
        addAssign();
    buildFilters();
    body()->addWidget(m_filter);
    body()->addSpacing(12);
    body()->addWidget(m_progress);

    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("buildingsTable"));
    m_table->setModel(&m_model);
    m_table->setSortingEnabled(true);
    m_model.setCityOrder(labels::citiesInOrder(m_services.gazetteer));
    m_table->sortByColumn(BuildingsModel::Code, Qt::AscendingOrder);
    m_table->setAccessibleName(tr("Buildings"));
    if (m_services.actor.role == Role::Officer) // who assigns several at once
        m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setWidths({88, 0, 132, 52, 160, 96, 92, 92, 200, 132});
    addColumns();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BuildingsPage::currentChanged);

    m_empty = new EmptyPage(this);
    connect(m_empty, &EmptyPage::activated, m_filter, &FilterBar::clear);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    buildMap();

    m_detail = new BuildingDetail(m_services, this);
    m_detail->setFixedWidth(kDetailWidth);
    m_detail->hide();
    connect(m_detail, &BuildingDetail::closed, this, [this] {
        m_selected.clear();
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_detail->hide();
    });
    connect(m_detail, &BuildingDetail::editRequested, this, &BuildingsPage::editRequested);
    connect(m_detail, &BuildingDetail::inspectRequested, this, &BuildingsPage::inspectRequested);
    connect(m_detail, &BuildingDetail::followUpRequested, this, &BuildingsPage::followUpRequested);
    connect(m_detail, &BuildingDetail::inspectionRequested, this, &BuildingsPage::inspectionRequested);
    connect(m_detail, &BuildingDetail::findingRequested, this, &BuildingsPage::findingRequested);
    connect(m_detail, &BuildingDetail::certificateRequested, this, &BuildingsPage::certificateRequested);
    connect(m_detail, &BuildingDetail::centreRequested, this, &BuildingsPage::centreRequested);
    connect(m_detail, &BuildingDetail::loanRequested, this, &BuildingsPage::loanRequested);
    connect(m_detail, &BuildingDetail::newLoanRequested, this, &BuildingsPage::newLoanRequested);
    connect(m_detail, &BuildingDetail::buildingRequested, this, &BuildingsPage::showBuilding);

    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    panes->addWidget(m_stack, 1);
    panes->addWidget(m_detail);
    body()->addLayout(panes, 1);
}

void BuildingsPage::buildFilters()
{
    m_filter = new FilterBar(tr("Code, name, address, owner"), tr("Filter by code, name, address or owner"), this);
    QList<FilterOption> provinces;
    for (const Province &province : m_services.gazetteer.provinces()) {
        if (m_services.actor.provinces.contains(province.code))
            provinces.append({province.code, labels::province(province.code)});
    }
    m_province = m_filter->addChip(tr("Province"), provinces);
    m_tier = m_filter->addChip(tr("Tier"), {{QStringLiteral("1"), labels::tier(1)},
                                            {QStringLiteral("2"), labels::tier(2)},
                                            {QStringLiteral("3"), labels::tier(3)}});
    m_city = m_filter->addChip(tr("City"));
    offerCities({});
    QList<FilterOption> stages;
    for (Stage stage : allStages())
        stages.append({token(stage), labels::stage(labels::stageSeenBy(m_services.actor.role, token(stage)))});
    m_stage = m_filter->addChip(tr("Stage"), stages);
    m_circle = m_filter->addChip(tr("Circle")); //: of the map
    m_circle->setObjectName(QStringLiteral("circleFilter"));
    m_circle->setMultiple(false);
    m_circle->hide();
    connect(m_filter, &FilterBar::changed, this, &BuildingsPage::applyFilter);
}

void BuildingsPage::offerCities(const QList<int> &asked)
{
    QList<FilterOption> cities;
    for (const City &city : m_services.gazetteer.cities()) { // by population
        if (asked.contains(city.id) || m_services.actor.provinces.contains(city.province))
            cities.append({QString::number(city.id), labels::city(m_services.gazetteer, city),
                           builtinCityNames().value(city.id)});
    }
    m_city->setOptions(cities);
}

void BuildingsPage::setFilter(const BuildingFilter &filter)
{
    QStringList tiers;
    for (const int tier : filter.tiers)
        tiers.append(QString::number(tier));
    QStringList cities;
    for (const int city : filter.cities)
        cities.append(QString::number(city));
    QStringList stages;
    for (const Stage stage : filter.stages)
        stages.append(token(stage));
    showMap(false);
    offerCities(filter.cities);
    m_province->setChosen(filter.provinces);
    m_tier->setChosen(tiers);
    m_city->setChosen(cities);
    m_stage->setChosen(stages);
    m_circle->setChosen({});
    if (m_filter->field()->text() == filter.text)
        applyFilter();
    else
        setSearch(filter.text); // which applies it
}

void BuildingsPage::applyFilter()
{
    BuildingFilter filter;
    filter.text = m_filter->words();
    filter.provinces = m_province->chosen();
    for (const QString &tier : m_tier->chosen())
        filter.tiers.append(tier.toInt());
    for (const QString &city : m_city->chosen())
        filter.cities.append(city.toInt());
    const QStringList stages = m_stage->chosen();
    for (Stage stage : allStages()) {
        if (stages.contains(token(stage)))
            filter.stages.append(stage);
    }
    addCircleTo(filter);
    m_model.setFilter(filter);
    m_map->setFilter(filter);
}

void BuildingsPage::setSearch(const QString &text)
{
    m_filter->field()->setText(text);
}

void BuildingsPage::reloaded()
{
    messages()->withdraw(QStringLiteral("load"));
    // One that was merged is found by its code, and is none of those that there are.
    const bool merged = m_model.rowCount() == 1 && m_model.index(0, 0).data(BuildingsModel::MergedRole).toBool();
    m_filter->setCount(
        merged ? tr("1 building, merged into another one")
               : tr("%1 of %2 buildings").arg(format::number(m_model.rowCount()), format::number(m_model.total())));
    showView();
    m_exportButton->setEnabled(m_model.rowCount() > 0 && m_progress->isHidden());
    if (m_selected.isEmpty())
        return;
    // The list was made anew: the selection follows the building, not the row.
    const int row = m_model.rowOf(m_selected);
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    m_detail->showBuilding(m_selected);
}

void BuildingsPage::currentChanged()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    m_selected = current.data(BuildingsModel::IdRole).toString();
    m_detail->showBuilding(m_selected);
    m_detail->show();
}

void BuildingsPage::showBuilding(const QString &id)
{
    m_model.setActive(true);
    const auto building = m_services.workspace.records.requireAs<Building>(id);
    const bool merged = building && !MergeBuildings::intoOf(*building).isEmpty();
    if (m_model.rowOf(id) < 0 && !merged) // without a filter it would be there
        m_filter->clear();
    const int row = m_model.rowOf(id);
    if (row < 0) { // one that was merged into another: no list has it, but its detail says so
        m_table->setCurrentIndex({});
        m_selected = id;
        m_detail->showBuilding(id);
        m_detail->show();
        return;
    }
    m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtCenter);
}

void BuildingsPage::showEvent(QShowEvent *event)
{
    m_model.setActive(true);
    ListPage::showEvent(event);
}

void BuildingsPage::hideEvent(QHideEvent *event)
{
    m_model.setActive(false);
    ListPage::hideEvent(event);
}

} // namespace markaz::ui

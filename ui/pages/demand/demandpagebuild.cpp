// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in demandpage.cpp.
#include "ui/deskpages.h"
#include "ui/pages/demand/demandpage.h"
#include "ui/pages/demand/rankingpane.h"
#include "ui/text/demandwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/widgets/card.h"
#include "ui/widgets/charts/citymap.h"
#include "ui/widgets/charts/demandchart.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/programmetabs.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace markaz::ui {
namespace {

constexpr int kSideWidth = 400;
constexpr int kPaneWidth = 272;
constexpr int kAimWidth = 84;
constexpr qint64 kMostAim = 100'000; ///< hundredths: a seat for each

} // namespace

void DemandPage::build()
{
    buildHeader();
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    m_demand = plainLabel(m_content);
    m_demand->setObjectName(QStringLiteral("demandWords"));
    m_demand->setProperty("type", QStringLiteral("secondary"));
    m_demand->setWordWrap(true);
    top->addWidget(m_demand, 1);
    if (!isAdministrator())
        top->addWidget(buildAim());
    column->addLayout(top);
    buildFilter();
    column->addSpacing(8);
    column->addWidget(m_filter);
    column->addSpacing(12);
    m_stack = new QStackedWidget(m_content);
    if (isAdministrator()) {
        m_stack->addWidget(buildFreelancers());
    } else {
        m_stack->addWidget(buildCities());
        m_stack->addWidget(buildBuildings());
    }
    column->addWidget(m_stack, 1);
    m_empty = new EmptyPage(this);
    m_empty->button()->setObjectName(QStringLiteral("importFirst"));
    connect(m_empty, &EmptyPage::activated, this, &DemandPage::importRequested);
    m_outer = new QStackedWidget(this);
    m_outer->addWidget(m_content);
    m_outer->addWidget(m_empty);
    body()->addWidget(m_outer, 1);
    connectParts();
}

void DemandPage::buildHeader()
{
    auto *tabs = new ProgrammeTabs(m_services.actor.role, page::kDemand, header());
    connect(tabs, &ProgrammeTabs::pageRequested, this, &DemandPage::pageRequested);
    if (isAdministrator()) {
        auto *import = new QPushButton(tr("Import…"), this);
        import->setObjectName(QStringLiteral("importDemand"));
        import->setIcon(icon(QStringLiteral("document-import")));
        header()->addAction(import);
        connect(import, &QPushButton::clicked, this, &DemandPage::importRequested);
    } else {
        m_views = new SegmentedControl(this);
        m_views->setObjectName(QStringLiteral("demandViews"));
        m_views->setAccessibleName(tr("What is shown"));
        m_views->setSegments(
            {{QStringLiteral("cities"), tr("Cities"), {}}, {QStringLiteral("buildings"), tr("Ranked buildings"), {}}});
        header()->addAction(m_views);
        connect(m_views, &SegmentedControl::chosen, this, &DemandPage::showView);
    }
    m_export = new QPushButton(tr("Export"), this);
    m_export->setObjectName(QStringLiteral("exportDemand"));
    m_export->setIcon(icon(QStringLiteral("document-export")));
    auto *menu = new QMenu(m_export);
    for (const auto &[format, words] : {std::pair{TableFormat::Csv, tr("CSV, for any spreadsheet…")},
                                        std::pair{TableFormat::Xlsx, tr("Excel workbook…")},
                                        std::pair{TableFormat::GeoJson, tr("GeoJSON, for maps…")}}) {
        auto *action = menu->addAction(words);
        action->setObjectName(QStringLiteral("export.") + token(format));
        connect(action, &QAction::triggered, this, [this, f = format] { askWhereToExport(f); });
    }
    m_export->setMenu(menu);
    header()->addAction(m_export);
}

/// What cities are measured against: the average, or a number that the person chooses.
QWidget *DemandPage::buildAim()
{
    m_aimRow = new QWidget(m_content);
    auto *row = new QHBoxLayout(m_aimRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(plainLabel(tr("Aim, seats for each 1,000"), m_aimRow));
    m_aims = new SegmentedControl(m_aimRow);
    m_aims->setObjectName(QStringLiteral("demandAim"));
    m_aims->setAccessibleName(tr("Aim, seats for each 1,000"));
    m_aims->setSegments({{QStringLiteral("average"), tr("Average"), {}}, {QStringLiteral("own"), tr("A number"), {}}});
    m_aimField = new MoneyField(kMostAim, m_aimRow);
    m_aimField->setObjectName(QStringLiteral("demandAimNumber"));
    m_aimField->setAccessibleName(tr("Seats for each 1,000 registered freelancers"));
    m_aimField->setFixedWidth(kAimWidth);
    row->addWidget(m_aims);
    row->addWidget(m_aimField);
    connect(m_aims, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_ownAim = id == QLatin1String("own");
        if (m_ownAim && m_aim == 0)
            m_aim = static_cast<int>(seatsPerThousand(m_next.seats(), m_next.freelancers()).value_or(0));
        m_aimField->setEnabled(m_ownAim);
        if (m_ownAim) {
            m_aimField->setHundredths(m_aim);
            m_aimField->setFocus(Qt::OtherFocusReason);
        }
        aimChosen();
    });
    connect(m_aimField, &QLineEdit::textEdited, this, &DemandPage::aimChosen);
    return m_aimRow;
}

void DemandPage::buildFilter()
{
    m_filter = isAdministrator() ? new FilterBar(tr("City"), tr("Filter by city"), m_content)
                                 : new FilterBar(tr("City or building"), tr("Filter by city or building"), m_content);
    m_filter->field()->setObjectName(QStringLiteral("demandSearch"));
    QList<FilterOption> provinces;
    for (const Province &province : m_services.gazetteer.provinces()) {
        if (isAdministrator() || m_services.actor.provinces.contains(province.code))
            provinces.append({province.code, labels::province(province.code)});
    }
    m_province = m_filter->addChip(tr("Province"), provinces);
    m_province->setObjectName(QStringLiteral("demandProvince"));
    m_province->setVisible(provinces.size() > 1);
    QList<FilterOption> tiers;
    for (int tier = 1; tier <= 3; ++tier)
        tiers.append({QString::number(tier), format::number(tier)});
    m_tier = m_filter->addChip(tr("Tier"), tiers);
    m_tier->setObjectName(QStringLiteral("demandTier"));
    m_city = m_filter->addChip(tr("City"));
    m_city->setObjectName(QStringLiteral("demandCity"));
    connect(m_filter, &FilterBar::changed, this, &DemandPage::filter);
}

TableView *DemandPage::buildCityTable(QWidget *parent)
{
    auto *table = new TableView(parent);
    table->setObjectName(QStringLiteral("demandCities"));
    table->setAccessibleName(tr("Cities"));
    table->setModel(&m_cities);
    table->setSortingEnabled(true);
    table->sortByColumn(isAdministrator() ? CityNeedsModel::Freelancers : CityNeedsModel::Missing, Qt::DescendingOrder);
    return table;
}

QWidget *DemandPage::buildCities()
{
    auto *view = new QWidget(m_content);
    auto *panes = new QHBoxLayout(view);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(12);
    auto *side = new QWidget(view);
    side->setFixedWidth(kSideWidth);
    auto *cards = new QVBoxLayout(side);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(12);
    const auto card = [side](const QString &title, QWidget *content) {
        auto *made = new Card(side);
        made->setTitle(title);
        made->body()->setContentsMargins(16, 0, 16, 10);
        made->body()->addWidget(content, 1);
        return made;
    };
    m_chart = new DemandChart(side);
    m_chart->setObjectName(QStringLiteral("demandChart"));
    m_chart->setName(tr("Seats per 1,000 registered freelancers"));
    cards->addWidget(card(tr("Seats per 1,000 registered freelancers"), m_chart), 1);
    m_map = new CityMap(side);
    m_map->setObjectName(QStringLiteral("demandMap"));
    m_map->setName(tr("Where seats are missing"));
    m_map->setWords(
        [](const CityMark &city) { return tr("%1: short of %2 seats").arg(city.name, format::number(city.count)); });
    if (auto land = carriedProvinces())
        m_map->setLand(*land);
    else
        messages()->post(QStringLiteral("land"), Message::of(land.error()));
    m_mapCard = card(tr("Where seats are missing"), m_map);
    cards->addWidget(m_mapCard, 1);
    panes->addWidget(side);
    auto *tableCard = new Card(view);
    tableCard->setTitle(tr("Where the next buildings are most needed"));
    tableCard->body()->setContentsMargins(0, 0, 0, 0);
    m_cityTable = buildCityTable(tableCard);
    m_cityTable->setWidths({0, 156, 52, 100, 76, 84, 116, 124});
    tableCard->body()->addWidget(m_cityTable, 1);
    panes->addWidget(tableCard, 1);
    return view;
}

QWidget *DemandPage::buildBuildings()
{
    auto *view = new QWidget(m_content);
    auto *panes = new QHBoxLayout(view);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(12);
    m_pane = new RankingPane(m_services.policy, view);
    m_pane->setFixedWidth(kPaneWidth);
    panes->addWidget(m_pane);
    auto *listed = new QWidget(view);
    auto *column = new QVBoxLayout(listed);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_ranking = new TableView(listed);
    m_ranking->setObjectName(QStringLiteral("demandRanking"));
    m_ranking->setAccessibleName(tr("Ranked buildings"));
    m_ranking->setModel(&m_buildings);
    m_ranking->setWidths(isUrdu() ? QList<int>{52, 0, 92, 124, 48, 112, 48, 140, 48, 48, 52}
                                  : QList<int>{40, 0, 92, 92, 44, 104, 44, 172, 44, 44, 58});
    column->addWidget(m_ranking, 1);
    auto *reasons = new Card(listed);
    reasons->setTitle(tr("Why it stands there"));
    m_why = plainLabel(reasons);
    m_why->setObjectName(QStringLiteral("demandWhy"));
    m_why->setWordWrap(true);
    reasons->body()->setContentsMargins(16, 0, 16, 12);
    reasons->body()->addWidget(m_why);
    column->addWidget(reasons);
    m_noRanking = new EmptyPage(view);
    m_rankingStack = new QStackedWidget(view);
    m_rankingStack->addWidget(listed);
    m_rankingStack->addWidget(m_noRanking);
    panes->addWidget(m_rankingStack, 1);
    return view;
}

/// An administrator's: the freelancers, and what was imported.
QWidget *DemandPage::buildFreelancers()
{
    auto *view = new QWidget(m_content);
    auto *panes = new QHBoxLayout(view);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(12);
    auto *cities = new Card(view);
    cities->setTitle(tr("Registered freelancers by city"));
    cities->body()->setContentsMargins(0, 0, 0, 0);
    m_cityTable = buildCityTable(cities);
    m_cityTable->setWidths({0, 156, 56, 112, 0, 0, 0, 0});
    for (const int column :
         {CityNeedsModel::Seats, CityNeedsModel::PerThousand, CityNeedsModel::Missing, CityNeedsModel::Ready})
        m_cityTable->setColumnHidden(column, true);
    cities->body()->addWidget(m_cityTable, 1);
    panes->addWidget(cities, 2);
    auto *imports = new Card(view);
    imports->setTitle(tr("What was imported"));
    imports->body()->setContentsMargins(0, 0, 0, 0);
    m_importTable = new TableView(imports);
    m_importTable->setObjectName(QStringLiteral("demandImports"));
    m_importTable->setAccessibleName(tr("What was imported"));
    m_importTable->setModel(&m_imports);
    m_importTable->setWidths({96, 0, 96, 140, 156, isUrdu() ? 128 : 112});
    imports->body()->addWidget(m_importTable, 1);
    panes->addWidget(imports, 3);
    return view;
}

void DemandPage::connectParts()
{
    if (isAdministrator())
        return;
    connect(m_cityTable, &TableView::opened, this, [this](const QModelIndex &index) {
        chooseCities({index.data(CityNeedsModel::IdRole).toInt()});
        showView(QStringLiteral("buildings"));
    });
    connect(m_chart, &DemandChart::activated, this,
            [this](int bar) { chooseCities({m_chart->content().bars.at(bar).cityId}); });
    connect(m_map, &CityMap::activated, this, &DemandPage::chooseCities);
    connect(m_ranking, &TableView::opened, this, [this](const QModelIndex &index) {
        Q_EMIT buildingRequested(index.data(NextBuildingsModel::IdRole).toString());
    });
    connect(m_ranking->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            m_selected = row.data(NextBuildingsModel::IdRole).toString();
        sayWhy();
    });
    connect(m_noRanking, &EmptyPage::activated, m_filter, &FilterBar::clear);
    connect(m_pane, &RankingPane::weightsChanged, this, [this] {
        rerank();
        m_pause.start();
    });
    connect(m_pane, &RankingPane::assumedChanged, this, [this] {
        reassume();
        m_pause.start();
    });
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/tablefile.h"
#include "core/workflow/nextcentres.h"
#include "ui/models/cityneedsmodel.h"
#include "ui/models/demandimportsmodel.h"
#include "ui/models/freshness.h"
#include "ui/models/nextbuildingsmodel.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class Card;
class CityMap;
class DemandChart;
class EmptyPage;
class FilterBar;
class FilterChip;
class MoneyField;
class RankingPane;
class SegmentedControl;
class TableView;

/// Where the next centres are most needed: the cities with their registered freelancers and the seats for them, and the
/// idle buildings that would close most of the gap for the least subsidy. An administrator, who sees no buildings, has
/// the freelancers alone, imports them here and sees what was imported.
class DemandPage final : public ListPage
{
    Q_OBJECT
public:
    explicit DemandPage(const Services &services, QWidget *parent = nullptr);
    ~DemandPage() override;

    /// "cities" or "buildings".
    void showView(const QString &id);
    void reload();

Q_SIGNALS:
    void buildingRequested(const QString &id);
    void importRequested();
    void pageRequested(const QString &id); ///< another page of the programme

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build(); // demandpagebuild.cpp, with what builds parts of it
    void buildHeader();
    QWidget *buildAim();
    void buildFilter();
    QWidget *buildCities();
    QWidget *buildBuildings();
    QWidget *buildFreelancers();
    TableView *buildCityTable(QWidget *parent);
    void connectParts();

    void recount();  ///< the aim, or what was read, is another
    void rerank();   ///< the weights are
    void reassume(); ///< what is assumed of loans is
    void filter();
    void aimChosen();
    void sayCount();
    void sayDemand();
    void sayWhy();
    void showMap();
    void showChart();
    void chooseCities(const QList<int> &cities);
    void askWhereToExport(TableFormat format);
    void write(TableFormat format, const QString &path);
    void recall();
    void remember();
    SeatAim aim() const;
    QString aimWords() const;
    bool isAdministrator() const { return m_services.actor.role == Role::Administrator; }

    Services m_services;
    NextCentres m_next;
    CityNeedsModel m_cities;
    NextBuildingsModel m_buildings;
    DemandImportsModel m_imports;
    Freshness m_freshness{[this] { reload(); }};
    QTimer m_pause; ///< after which what was set is kept
    QString m_view;
    bool m_ownAim = false;
    int m_aim = 0; ///< hundredths of a seat for each 1,000, as the person chose
    QString m_selected;
    PlaceFilter m_places;

    SegmentedControl *m_views = nullptr;
    QPushButton *m_export = nullptr;
    QLabel *m_demand;
    QWidget *m_aimRow = nullptr;
    SegmentedControl *m_aims = nullptr;
    MoneyField *m_aimField = nullptr;
    FilterBar *m_filter;
    FilterChip *m_province;
    FilterChip *m_tier;
    FilterChip *m_city;
    DemandChart *m_chart = nullptr;
    CityMap *m_map = nullptr;
    Card *m_mapCard = nullptr;
    TableView *m_cityTable;
    RankingPane *m_pane = nullptr;
    TableView *m_ranking = nullptr;
    QStackedWidget *m_rankingStack = nullptr;
    EmptyPage *m_noRanking = nullptr;
    QLabel *m_why = nullptr;
    TableView *m_importTable = nullptr;
    QWidget *m_content;
    QStackedWidget *m_stack; ///< of the views
    QStackedWidget *m_outer; ///< content, or that there is nothing yet
    EmptyPage *m_empty;
};

} // namespace markaz::ui

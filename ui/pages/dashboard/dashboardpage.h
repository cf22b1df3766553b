// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/dashboard/dashboardcontent.h"
#include "ui/services.h"

#include <QWidget>

#include <array>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class Card;
class ChartLegend;
class CityMap;
class EmptyPage;
class FilterChip;
class FunnelChart;
class MessageArea;
class PageHeader;

/// What the programme has reached, from the cache's own rows: key figures and charts by province, tier and period.
/// Counts only while it is on screen; a change meanwhile is counted when it is shown again.
class DashboardPage final : public QWidget
{
    Q_OBJECT
public:
    explicit DashboardPage(const Services &services, QWidget *parent = nullptr);
    /// What the page shows at present.
    const dashboard::Question &question() const { return m_question; }

Q_SIGNALS:
    /// The buildings behind a figure, a bar or a city.
    void buildingsRequested(const markaz::BuildingFilter &filter);
    /// The inspections behind a score or an item.
    void inspectionsRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildFilters(PageHeader *header);
    QWidget *buildFigures();
    void buildCharts(QWidget *parent);
    Card *chartCard(QWidget *chart, ChartLegend **legend);
    void connectRows();
    void retitle(); ///< every word that does not depend on figures
    void changed(); ///< something was written or a filter chosen
    void recount();
    void show(const dashboard::Answer &answer);
    void open(const QList<Stage> &stages, const QStringList &provinces = {}, const QList<int> &cities = {});
    QStringList scope() const; ///< provinces of the filter; empty = the whole country
    QStringList fullScope() const;

    Services m_services;
    dashboard::Question m_question;
    dashboard::Answer m_answer;
    bool m_stale = true;
    bool m_queued = false;
    PageHeader *m_header;
    MessageArea *m_messages;
    FilterChip *m_province;
    FilterChip *m_tier;
    FilterChip *m_period;
    QPushButton *m_report;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    KeyFigure *m_certifiedFigure;
    KeyFigure *m_pipelineFigure;
    KeyFigure *m_seatsFigure;
    KeyFigure *m_provisionalFigure;
    KeyFigure *m_eligibleFigure;
    std::array<Card *, 6> m_cards;
    FunnelChart *m_funnel;
    CertifiedChart *m_certified;
    ChartLegend *m_certifiedLegend;
    ProvinceChart *m_provinces;
    ChartLegend *m_provincesLegend;
    ScoreChart *m_scores;
    ChartLegend *m_scoresLegend;
    ItemChart *m_items;
    QLabel *m_itemsNote;
    CityMap *m_map;
    QLabel *m_mapNote;
};

} // namespace markaz::ui

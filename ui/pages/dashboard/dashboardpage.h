// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/figurerows.h"
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
class DashboardExport;
class EmptyPage;
class FilterChip;
class FunnelChart;
class LoanChart;
class MessageArea;
class PageHeader;

/// What the programme has reached, from the cache's own rows: key figures and charts by province, tier, city and
/// period, each of which opens what it counts. Counts only while it is on screen; a change meanwhile is counted when it
/// is shown again.
class DashboardPage final : public QWidget
{
    Q_OBJECT
public:
    explicit DashboardPage(const Services &services, QWidget *parent = nullptr);
    /// What the page shows at present.
    const dashboard::Question &question() const { return m_question; }

Q_SIGNALS:
    /// The buildings that stand in the pipeline today.
    void buildingsRequested(const markaz::BuildingFilter &filter);
    /// The records that a figure, a bar or a city counts, what they are and by what they are chosen.
    void rowsRequested(const markaz::FigureAsked &asked, const QString &title, const QStringList &filter);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
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
    void connectCharts();
    void offerCities();
    void openPipeline();
    void openLoans(const QStringList &states, const QString &title);
    void openMonths(); ///< what centres reported
    FigureAsked asked(FigureAsked::Figure figure) const;
    void open(const FigureAsked &asked, const QString &title);
    QString periodWords() const;
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
    FilterChip *m_city;
    FilterChip *m_period;
    QPushButton *m_report;
    DashboardExport *m_export;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    QHBoxLayout *m_figures; ///< the cards
    KeyFigure *m_certifiedFigure;
    KeyFigure *m_pipelineFigure;
    KeyFigure *m_seatsFigure;
    KeyFigure *m_occupancyFigure;
    KeyFigure *m_rateFigure;
    KeyFigure *m_subsidyFigure;
    std::array<Card *, 8> m_cards;
    FunnelChart *m_funnel;
    QLabel *m_funnelNote;
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
    CertifiedChart *m_ending;
    ChartLegend *m_endingLegend;
    LoanChart *m_loans;
    QLabel *m_loansNote;
};

} // namespace markaz::ui

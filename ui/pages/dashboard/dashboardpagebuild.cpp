// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/dashboardpage.h"

#include "ui/pages/dashboard/dashboardexport.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/widgets/charts/chartlegend.h"
#include "ui/widgets/charts/citymap.h"
#include "ui/widgets/charts/funnelchart.h"
#include "ui/widgets/charts/loanchart.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kFigureHeight = 88;
constexpr int kLeastCard = 224; // two rows of charts fit 1366x690
constexpr int kGap = 8;
constexpr int kMargin = 16;

} // namespace

void DashboardPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Plain, this);
    buildFilters(m_header);
    column->addWidget(m_header);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(16, 0, 16, 12);
    column->addWidget(m_messages);

    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("dashboardContent"));
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(kMargin, 0, kMargin, kMargin);
    rows->setSpacing(kGap);
    rows->addWidget(buildFigures());
    buildCharts(content);
    auto *grid = new QGridLayout;
    grid->setSpacing(kGap);
    for (size_t i = 0; i < 6; ++i) {
        grid->addWidget(m_cards[i], static_cast<int>(i) / 3, static_cast<int>(i) % 3);
        grid->setColumnStretch(static_cast<int>(i) % 3, 1);
    }
    grid->addWidget(m_cards[6], 2, 0);
    grid->addWidget(m_cards[7], 2, 1, 1, 2);
    rows->addLayout(grid, 1);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    m_empty = new EmptyPage(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    m_export = new DashboardExport(m_services, content, m_messages, this);
    m_header->addAction(m_export->button());
}

void DashboardPage::buildFilters(PageHeader *header)
{
    m_province = new FilterChip({}, this);
    m_tier = new FilterChip({}, this);
    m_city = new FilterChip({}, this);
    m_period = new FilterChip({}, this);
    m_city->setObjectName(QStringLiteral("city"));
    m_province->setObjectName(QStringLiteral("province"));
    m_tier->setObjectName(QStringLiteral("tier"));
    m_period->setObjectName(QStringLiteral("period"));
    m_period->setMultiple(false);
    for (FilterChip *chip : {m_province, m_tier, m_city, m_period})
        header->addAction(chip);
    m_report = new QPushButton(this);
    m_report->setObjectName(QStringLiteral("monthlyReport"));
    header->addAction(m_report);
}

QWidget *DashboardPage::buildFigures()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(kFigureHeight);
    m_figures = new QHBoxLayout(bar);
    m_figures->setContentsMargins(0, 0, 0, 0);
    m_figures->setSpacing(8);
    const auto figure = [&](const char *name) {
        auto *card = new KeyFigure(bar);
        card->setObjectName(QLatin1String(name));
        m_figures->addWidget(card);
        return card;
    };
    m_certifiedFigure = figure("figureCertified");
    m_pipelineFigure = figure("figurePipeline");
    m_seatsFigure = figure("figureSeats");
    m_occupancyFigure = figure("figureOccupancy");
    m_rateFigure = figure("figureRate");
    m_subsidyFigure = figure("figureSubsidy");
    return bar;
}

/// Two rows of charts fill the page, as far as they fit; what ends comes below them.
void DashboardPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int room = height() - m_header->height() - kFigureHeight - 2 * kGap - kMargin;
    for (size_t i = 0; i < 6; ++i)
        m_cards[i]->setMinimumHeight(std::max(kLeastCard, room / 2));
}

Card *DashboardPage::chartCard(QWidget *chart, ChartLegend **legend)
{
    auto *card = new Card(this);
    card->setMinimumHeight(kLeastCard);
    card->body()->setContentsMargins(16, 0, 16, 10);
    card->body()->addWidget(chart, 1);
    if (legend != nullptr) {
        *legend = new ChartLegend(card);
        card->head()->addWidget(*legend);
    }
    return card;
}

void DashboardPage::buildCharts(QWidget *parent)
{
    m_funnel = new FunnelChart(parent);
    m_certified = new CertifiedChart(parent);
    m_provinces = new ProvinceChart(parent);
    m_scores = new ScoreChart(parent);
    m_items = new ItemChart(parent);
    m_map = new CityMap(parent);
    m_loans = new LoanChart(parent);
    m_ending = new CertifiedChart(parent);
    m_ending->setObjectName(QStringLiteral("endingChart"));
    auto land = carriedProvinces();
    if (land)
        m_map->setLand(*land);
    else
        m_messages->post(QStringLiteral("map"), Message::of(land.error()));

    m_cards = {chartCard(m_funnel, nullptr),
               chartCard(m_certified, &m_certifiedLegend),
               chartCard(m_provinces, &m_provincesLegend),
               chartCard(m_scores, &m_scoresLegend),
               chartCard(m_items, nullptr),
               chartCard(m_map, nullptr),
               chartCard(m_loans, nullptr),
               chartCard(m_ending, &m_endingLegend)};
    const auto note = [](Card *card) {
        auto *label = plainLabel(card);
        label->setProperty("type", QStringLiteral("caption"));
        label->setFixedHeight(38);
        card->head()->addWidget(label);
        return label;
    };
    m_funnelNote = plainLabel(m_cards[0]); // below the bars: the head has no room for it
    m_funnelNote->setProperty("type", QStringLiteral("caption"));
    m_funnelNote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cards[0]->body()->addWidget(m_funnelNote);
    m_itemsNote = note(m_cards[4]);
    m_mapNote = note(m_cards[5]);
    m_loansNote = note(m_cards[6]);
}

void DashboardPage::retitle()
{
    // By their longest words: at 1366 pixels no note is cut, in either language.
    const std::array<int, 6> shares =
        isUrdu() ? std::array{207, 136, 149, 172, 204, 214} : std::array{20, 20, 20, 20, 25, 20};
    for (size_t i = 0; i < shares.size(); ++i)
        m_figures->setStretch(static_cast<int>(i), shares[i]);
    m_header->setTitle(tr("Dashboard"));
    m_province->setLabel(tr("Province"));
    m_tier->setLabel(tr("Tier"));
    m_city->setLabel(tr("City"));
    m_period->setLabel(tr("Period"));
    m_report->setText(tr("Monthly report…"));
    m_export->retitle();
    QList<FilterOption> provinces;
    const QStringList codes = fullScope();
    for (const QString &code : codes)
        provinces.append({code, labels::province(code)});
    m_province->setOptions(provinces);
    m_tier->setOptions({{QStringLiteral("1"), labels::tier(1)},
                        {QStringLiteral("2"), labels::tier(2)},
                        {QStringLiteral("3"), labels::tier(3)}});
    offerCities();
    m_period->setOptions({{dashboard::period::kYear, tr("Last 12 months")},
                          {dashboard::period::kThisYear, tr("This year")},
                          {dashboard::period::kLastYear, tr("Last year")}});
    m_empty->setContent(QStringLiteral("view-statistics"),
                        tr("No building is registered yet. As soon as there is one, it is counted here."),
                        tr("Go to the buildings"));

    const std::array titles{tr("Pipeline, buildings that reached each stage"),
                            tr("Certified, cumulative"),
                            tr("Certified by province"),
                            tr("Inspection scores"),
                            tr("Ten items that fail most"),
                            tr("Centres by city"),
                            tr("Loans by state"),
                            tr("Certificates that end in the coming months")};
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setTitle(titles[i]);
    m_funnel->setName(titles[0]);
    m_certified->setName(titles[1]);
    m_provinces->setName(titles[2]);
    m_scores->setName(titles[3]);
    m_items->setName(titles[4]);
    m_map->setName(titles[5]);
    m_loans->setName(titles[6]);
    m_ending->setName(titles[7]);
    m_scoresLegend->setEntries({{labels::of(Verdict::Eligible), Colour::Chart1, LegendEntry::Mark::Square},
                                {labels::of(Verdict::Provisional), Colour::Chart2, LegendEntry::Mark::Square},
                                {labels::of(Verdict::Refused), Colour::Chart5, LegendEntry::Mark::Square}});
}

} // namespace markaz::ui

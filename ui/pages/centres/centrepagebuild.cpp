// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in centrepage.cpp.
#include "ui/pages/centres/centrepage.h"
#include "ui/pages/centres/monthviews.h"
#include "ui/pages/loans/breakevencard.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/charts/chartlegend.h"
#include "ui/widgets/charts/monthschart.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kSideWidth = 336;
constexpr int kChartHeight = 224;
constexpr int kTableHeight = 208;

} // namespace

void CentrePage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Docked, this);
    connect(m_header, &PageHeader::backRequested, this, &CentrePage::backRequested);
    m_remove = new AskTwice(QStringLiteral("removeCentre"), QStringLiteral("keepTheCentre"), this);
    m_edit = new QPushButton(tr("Change…"), this);
    m_edit->setObjectName(QStringLiteral("changeCentre"));
    m_record = new QPushButton(tr("Record a month…"), this);
    m_record->setObjectName(QStringLiteral("recordMonth"));
    m_record->setProperty("role", QStringLiteral("primary"));
    m_header->addAction(m_remove);
    m_header->addAction(m_edit);
    m_header->addAction(m_record);
    column->addWidget(m_header);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(16, 12, 16, 0);
    column->addWidget(m_messages);

    auto *content = new QWidget;
    auto *panes = new QHBoxLayout(content);
    panes->setContentsMargins(16, 12, 16, 16);
    panes->setSpacing(12);
    panes->addWidget(buildMonths(), 1);
    panes->addWidget(buildSide());
    auto *scroll = scrolling(content, this);
    column->addWidget(scroll, 1);
    connect(m_remove, &AskTwice::confirmed, this, &CentrePage::removeCentre);
    connect(m_record, &QPushButton::clicked, this, [this] { record(); });
}

QWidget *CentrePage::buildMonths()
{
    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_chartCard = new Card(main);
    m_views = new SegmentedControl(m_chartCard);
    m_views->setObjectName(QStringLiteral("monthViews"));
    m_views->setAccessibleName(tr("What to show of the months"));
    QList<Segment> views;
    for (const MonthView view : kMonthViews)
        views.append({token(view), label(view), {}});
    m_views->setSegments(views);
    m_views->setCurrent(token(MonthView::Seats));
    m_chartCard->head()->addWidget(m_views);
    m_legend = new ChartLegend(m_chartCard);
    auto *above = new QHBoxLayout;
    above->addStretch();
    above->addWidget(m_legend);
    m_chartCard->body()->addLayout(above);
    m_chart = new MonthsChart(m_chartCard);
    m_chart->setObjectName(QStringLiteral("monthsChart"));
    connect(m_views, &SegmentedControl::chosen, this, &CentrePage::fillChart);
    m_chart->setMinimumHeight(kChartHeight);
    m_chartCard->body()->addWidget(m_chart, 1);
    column->addWidget(m_chartCard, 1);

    m_tableCard = new Card(main);
    m_tableCard->setTitle(tr("Months that were reported"));
    m_correct = new QPushButton(tr("Correct…"), m_tableCard);
    m_correct->setObjectName(QStringLiteral("correctMonth"));
    m_takeBack = new AskTwice(QStringLiteral("takeMonthBack"), QStringLiteral("keepTheMonth"), m_tableCard);
    m_takeBack->setWords(tr("Take back"), tr("Take it back"), tr("The month counts as not reported then."));
    m_tableCard->head()->addWidget(m_takeBack);
    m_tableCard->head()->addWidget(m_correct);
    m_noMonths = plainLabel(m_tableCard);
    m_noMonths->setWordWrap(true);
    m_tableCard->body()->addWidget(m_noMonths);
    m_table = new TableView(m_tableCard);
    m_table->setObjectName(QStringLiteral("monthsTable"));
    m_table->setModel(&m_months);
    m_table->setAccessibleName(tr("Months that were reported"));
    m_table->setWidths({76, 134, 94, 72, 84, 72, 116, 108, 0});
    m_table->setMinimumHeight(kTableHeight);
    m_tableCard->body()->addWidget(m_table, 1);
    column->addWidget(m_tableCard, 1);
    m_breakEven = new BreakEvenCard(main);
    column->addWidget(m_breakEven);
    connect(m_correct, &QPushButton::clicked, this, [this] { record(chosenMonth()); });
    connect(m_table, &TableView::opened, this, [this] {
        if (m_correct->isVisibleTo(this))
            record(chosenMonth());
    });
    connect(m_takeBack, &AskTwice::confirmed, this, &CentrePage::removeMonth);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_correct->setEnabled(!chosenMonth().isEmpty());
        m_takeBack->setReady(!chosenMonth().isEmpty(), tr("Choose a month in the table"));
    });
    connect(m_chart, &ChartView::activated, this, [this](int bar) {
        const QDate month = m_chart->content().months.value(bar);
        for (int row = 0; row < m_months.rowCount(); ++row) {
            if (m_months.months().at(row).month().firstDay() == month)
                m_table->setCurrentIndex(m_months.index(row, 0));
        }
    });
    return main;
}

QWidget *CentrePage::buildSide()
{
    auto *side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    const auto card = [&](const QString &title, QVBoxLayout **rows) {
        auto *made = new Card(side);
        made->setTitle(title);
        *rows = new QVBoxLayout;
        (*rows)->setSpacing(0);
        made->body()->addLayout(*rows);
        column->addWidget(made);
        return made;
    };
    m_certificate = card(tr("Certificate"), &m_certificateRows);
    m_openCertificate = new QPushButton(tr("Open the certificate"), m_certificate);
    m_openCertificate->setObjectName(QStringLiteral("openCertificateOfCentre"));
    m_openBuilding = new QPushButton(tr("Open the building"), m_certificate);
    m_openBuilding->setObjectName(QStringLiteral("openBuildingOfCentre"));
    auto *ways = new QHBoxLayout;
    ways->setContentsMargins(0, 8, 0, 0);
    ways->addWidget(m_openCertificate);
    ways->addWidget(m_openBuilding);
    m_certificate->body()->addLayout(ways);
    m_facts = card(tr("The newest month"), &m_factRows);
    m_contact = card(tr("The centre"), &m_contactRows);
    column->addStretch();
    connect(m_openCertificate, &QPushButton::clicked, this, [this] { Q_EMIT certificateRequested(m_certificateId); });
    connect(m_openBuilding, &QPushButton::clicked, this, [this] { Q_EMIT buildingRequested(m_buildingId); });
    return side;
}

} // namespace markaz::ui

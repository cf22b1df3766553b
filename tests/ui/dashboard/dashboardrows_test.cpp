// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every bar, card, province and city of the dashboard against the rows that it opens.
#include "tests/ui/dashboard/dashboardfixture.h"

#include "ui/pages/dashboard/figurerowspage.h"
#include "ui/text/format.h"
#include "ui/widgets/emptypage.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using testing::ElementsAre;

class DashboardRowsTest : public test::DashboardFixture
{
protected:
    std::unique_ptr<DashboardPage> m_page;

    void show()
    {
        m_page = std::make_unique<DashboardPage>(services());
        m_page->resize(1166, 1000);
        test::present(*m_page);
    }
    /// What Enter on the part \p index of a chart asks for; the keyboard reaches each of them.
    FigureAsked asked(QWidget *chart, int index)
    {
        QSignalSpy spy(m_page.get(), &DashboardPage::rowsRequested);
        chart->setFocus(Qt::TabFocusReason);
        QTest::keyClick(chart, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(chart, Qt::Key_Right);
        QTest::keyClick(chart, Qt::Key_Return);
        EXPECT_EQ(spy.count(), 1) << index;
        return spy.isEmpty() ? FigureAsked() : spy.first().at(0).value<FigureAsked>();
    }
    int rows(const FigureAsked &what)
    {
        FigureRowsPage page(services());
        page.open(what, QStringLiteral("Rows"), {});
        return page.findChild<QTableView *>(QStringLiteral("figureRowsTable"))->model()->rowCount();
    }
    /// Each part of \p chart opens as many rows as \p figures has for it.
    void expectRows(ChartView *chart, const QList<int> &figures, const char *name)
    {
        ASSERT_EQ(chart->spots().spots().size(), figures.size()) << name;
        for (int i = 0; i < figures.size(); ++i)
            EXPECT_EQ(rows(asked(chart, i)), figures.at(i)) << name << " " << i;
    }
    static QList<int> ints(const QList<qreal> &values, bool fromBelow)
    {
        QList<int> all;
        for (const qreal value : values)
            all.append(static_cast<int>(value));
        if (fromBelow)
            std::reverse(all.begin(), all.end());
        return all;
    }
    static QList<int> stacked(const ChartView &chart, bool fromBelow)
    {
        QList<int> sums;
        const QList<QBarSet *> all = sets(chart);
        for (const QBarSet *set : all) {
            const QList<int> some = ints(values(set), fromBelow);
            sums.resize(some.size());
            for (qsizetype i = 0; i < some.size(); ++i)
                sums[i] += some.at(i);
        }
        return sums;
    }
    void expectAll()
    {
        expectRows(chart<FunnelChart>(*m_page), stacked(*chart<FunnelChart>(*m_page), true), "funnel");
        expectRows(chart<CertifiedChart>(*m_page), stacked(*chart<CertifiedChart>(*m_page), false), "months");
        expectRows(chart<ProvinceChart>(*m_page), stacked(*chart<ProvinceChart>(*m_page), true), "provinces");
        auto *ending = m_page->findChild<CertifiedChart *>(QStringLiteral("endingChart"));
        expectRows(ending, stacked(*ending, false), "ending");
        QList<int> scores = stacked(*chart<ScoreChart>(*m_page), false);
        scores.removeAll(0); // an empty bin is no bar
        expectRows(chart<ScoreChart>(*m_page), scores, "scores");
        QList<int> items;
        for (const ItemShare &item : chart<ItemChart>(*m_page)->content())
            items.append(item.failed);
        expectRows(chart<ItemChart>(*m_page), items, "items");
        auto *map = chart<CityMap>(*m_page);
        const auto listed = map->rows();
        const int first = static_cast<int>(map->spots().spots().size() - listed.size()); // behind the clusters
        for (int i = 0; i < listed.size(); ++i)
            EXPECT_EQ(rows(asked(map, first + i)), listed.at(i).first.toInt()) << qPrintable(listed.at(i).second);
        expectRows(chart<LoanChart>(*m_page), stacked(*chart<LoanChart>(*m_page), true), "loans");
        for (const char *card : {"figureCertified", "figureSeats"})
            EXPECT_EQ(format::number(rows(opened(card))), figure(*m_page, "figureCertified").figure) << card;
    }
    FigureAsked opened(const char *card)
    {
        QSignalSpy spy(m_page.get(), &DashboardPage::rowsRequested);
        QTest::keyClick(m_page->findChild<KeyFigure *>(QLatin1String(card)), Qt::Key_Return);
        EXPECT_EQ(spy.count(), 1) << card;
        return spy.isEmpty() ? FigureAsked() : spy.first().at(0).value<FigureAsked>();
    }
};

TEST_F(DashboardRowsTest, everyPart_opensAsManyRowsAsItCounts)
{
    fillKnown();
    lent("LHE", 1, "approved", 900'000'000);
    lent("LHE", 2, "applied", 100'000'000);
    lent("KHI", 1, "paid_out", 350'000'000);
    show();
    expectAll();
    choose(*m_page, "province", {QStringLiteral("PK-PB")});
    choose(*m_page, "tier", {QStringLiteral("1")});
    expectAll();
    choose(*m_page, "province", {});
    choose(*m_page, "tier", {});
    choose(*m_page, "city", {QString::number(markaz::test::cityOf("KHI").id)});
    expectAll();
    choose(*m_page, "city", {});
    choose(*m_page, "period", {dashboard::period::kLastYear});
    expectAll();
}

TEST_F(DashboardRowsTest, thePipelinesCard_opensTheBuildingsOfItsFilters)
{
    fillKnown();
    show();
    choose(*m_page, "city", {QString::number(markaz::test::cityOf("KHI").id)});
    QSignalSpy spy(m_page.get(), &DashboardPage::buildingsRequested);
    QTest::keyClick(m_page->findChild<KeyFigure *>(QStringLiteral("figurePipeline")), Qt::Key_Return);
    ASSERT_EQ(spy.count(), 1);
    const auto filter = spy.first().at(0).value<BuildingFilter>();
    EXPECT_EQ(BuildingRepository(*m_database, &m_clock).count(filter).value(), 1);
    EXPECT_EQ(figure(*m_page, "figurePipeline").figure, QStringLiteral("1"));
}

TEST_F(DashboardRowsTest, theCardsOfAMonth_openWhatCentresReportedOfIt)
{
    fillKnown();
    reported("LHE", 1, "2026-10", 100, 90, 80, 20, 350'000);
    reported("KHI", 1, "2026-10", 60, 30, 25, 0, 300'000);
    reported("KHI", 1, "2026-09", 60, 10, 25, 0, 300'000);
    show();
    for (const char *card : {"figureOccupancy", "figureRate"}) {
        const FigureAsked what = opened(card);
        EXPECT_EQ(rows(what), 2) << card;
        EXPECT_EQ(what.month, QDate(2026, 10, 1));
    }
}

TEST_F(DashboardRowsTest, theSubsidysCard_opensTheLoansThatCountInIt)
{
    fillKnown();
    lent("LHE", 1, "approved", 900'000'000);
    lent("LHE", 2, "applied", 100'000'000);
    lent("KHI", 1, "paid_out", 350'000'000);
    show();
    choose(*m_page, "period", {dashboard::period::kLastYear}); // which no loan asks for
    const FigureAsked what = opened("figureSubsidy");
    FigureRowsPage page(services());
    page.resize(1166, 600);
    page.open(what, QStringLiteral("Loans"), {});
    test::present(page);
    auto *table = page.findChild<QTableView *>(QStringLiteral("figureRowsTable"));
    QStringList cells;
    for (int column = 0; column < table->model()->columnCount(); ++column)
        cells.append(table->model()->index(0, column).data().toString());
    ASSERT_EQ(table->model()->rowCount(), 2);
    EXPECT_THAT(cells, ElementsAre(QStringLiteral("KHI-0001"), QStringLiteral("Sample building KHI-0001"),
                                   QStringLiteral("Karachi"), QStringLiteral("Sample Bank"),
                                   QStringLiteral("Rs 3,500,000"), QStringLiteral("12 %"), QStringLiteral("2 months"),
                                   QStringLiteral("Paid out"), QStringLiteral("2 Nov 2026")));
    QSignalSpy loans(&page, &FigureRowsPage::loanRequested);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    EXPECT_EQ(loans.count(), 1);
}

TEST_F(DashboardRowsTest, thePage_showsItsKindOfRecordAndOpensEach)
{
    fillKnown();
    FigureAsked what;
    what.figure = FigureAsked::Figure::Failed;
    what.item = QStringLiteral("C-09");
    FigureRowsPage page(services());
    page.resize(1166, 600);
    page.open(what, QStringLiteral("Fails: C-09"), {QStringLiteral("All of Pakistan")});
    test::present(page);
    auto *table = page.findChild<QTableView *>(QStringLiteral("figureRowsTable"));
    const QAbstractItemModel *model = table->model();
    const auto line = [&](int row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells.append(model->index(row, column).data().toString());
        return cells;
    };
    EXPECT_THAT(line(0), ElementsAre(QStringLiteral("KHI-0002"), QStringLiteral("Sample building KHI-0002"),
                                     QStringLiteral("Karachi"), QStringLiteral("Initial"), QStringLiteral("1 Sep 2026"),
                                     QStringLiteral("52.0"), QStringLiteral("Refused"), QStringLiteral("Accepted"),
                                     QStringLiteral("No")));
    QSignalSpy visits(&page, &FigureRowsPage::inspectionRequested);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_EQ(visits.count(), 1);
    EXPECT_FALSE(visits.first().at(0).toString().isEmpty());

    // What changes while it is shown is counted anew.
    visited(building("KHI", 9), "submitted", "refused", "2026-11-21",
            scored(4000, "refused", {QStringLiteral("C-09")}));
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(model->rowCount(), 3);

    what.item = QStringLiteral("Z-99");
    page.open(what, QStringLiteral("Fails: Z-99"), {});
    EXPECT_EQ(page.findChild<QStackedWidget *>()->currentWidget(), page.findChild<EmptyPage *>());
    EXPECT_FALSE(page.findChild<QPushButton *>(QStringLiteral("exportFigureRows"))->isEnabled());
}

} // namespace
} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the next centres are most needed, as an officer and an administrator meet it.
#include "tests/ui/demand/demandfixture.h"

#include "ui/pages/buildings/importpage.h"
#include "ui/widgets/charts/citymap.h"
#include "ui/widgets/charts/demandchart.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QMenu>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>

namespace markaz::ui {
namespace {

using namespace test;

class DemandPageTest : public DemandFixture
{
protected:
    std::unique_ptr<DemandPage> m_page;

    void open(const Actor &actor)
    {
        leave(m_page);
        m_page = std::make_unique<DemandPage>(services(actor));
        m_page->resize(1302, 690);
        present(*m_page);
        settle();
    }
    void TearDown() override { leave(m_page); }

    QTableView *cities() { return part<QTableView>(*m_page, "demandCities"); }
    QTableView *ranking() { return part<QTableView>(*m_page, "demandRanking"); }
    QString at(QTableView *table, int row, int column) { return table->model()->index(row, column).data().toString(); }
    int rowOf(const char *city)
    {
        for (int row = 0; row < cities()->model()->rowCount(); ++row) {
            if (at(cities(), row, CityNeedsModel::Name) == QLatin1String(city))
                return row;
        }
        return -1;
    }
    QStringList rankedCodes()
    {
        QStringList codes;
        for (int row = 0; row < ranking()->model()->rowCount(); ++row)
            codes.append(at(ranking(), row, NextBuildingsModel::Building).left(8));
        return codes;
    }
    void setNumber(const char *name, int value)
    {
        auto *field = part<QSpinBox>(*m_page, name);
        field->setFocus();
        field->selectAll();
        type(field, QString::number(value));
        QTest::keyClick(field, Qt::Key_Tab);
    }
    QByteArray exported(const char *format)
    {
        const QString path = m_dir.filePath(QStringLiteral("out.") + QLatin1String(format));
        auto *button = part<QPushButton>(*m_page, "exportDemand");
        for (QAction *action : button->menu()->actions()) {
            if (action->objectName() == QStringLiteral("export.") + QLatin1String(format))
                action->trigger();
        }
        auto *dialog = m_page->findChild<QFileDialog *>(QStringLiteral("exportDemandDialog"));
        if (dialog == nullptr)
            return {};
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        settle();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

TEST_F(DemandPageTest, withoutFreelancers_saysWhatToDo)
{
    open(chief());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("An administrator does that")));
    EXPECT_FALSE(part<QPushButton>(*m_page, "importFirst")->isVisible());
    open(m_admin);
    QSignalSpy asked(m_page.get(), &DemandPage::importRequested);
    click(part<QPushButton>(*m_page, "importFirst"));
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(DemandPageTest, cities_haveTheirSeatsForEachThousandAndWhatIsMissing)
{
    world();
    open(chief());
    const QAbstractItemModelTester tester(cities()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(cities()->model()->rowCount(), 8);
    // 3,000 seats for 671,000: 4.47 for each 1,000. Karachi needs 1,297 (1,296.6), Hyderabad 153 (152.01).
    EXPECT_EQ(at(cities(), 0, CityNeedsModel::Name), QStringLiteral("Karachi")) << "what is most short stands first";
    EXPECT_EQ(at(cities(), 0, CityNeedsModel::Missing), QStringLiteral("397"));
    EXPECT_EQ(at(cities(), rowOf("Hyderabad"), CityNeedsModel::Missing), QStringLiteral("93"));
    EXPECT_EQ(at(cities(), rowOf("Hyderabad"), CityNeedsModel::PerThousand), QStringLiteral("1.8"));
    EXPECT_EQ(at(cities(), rowOf("Hyderabad"), CityNeedsModel::Ready), QStringLiteral("1 eligible"));
    EXPECT_EQ(at(cities(), rowOf("Multan"), CityNeedsModel::Seats), QStringLiteral("0"));
    EXPECT_EQ(cities()->model()->headerData(CityNeedsModel::Missing, Qt::Horizontal).toString(),
              QStringLiteral("Short of 4.5"));
    const QString words = part<QLabel>(*m_page, "demandWords")->text();
    EXPECT_TRUE(words.contains(QStringLiteral("671,000 registered freelancers in 8 cities, as of 1 Nov 2026")))
        << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("The country has 4.5 seats"))) << qPrintable(words);
    const auto *chart = part<DemandChart>(*m_page, "demandChart");
    EXPECT_EQ(chart->content().line, 447);
    ASSERT_EQ(chart->content().bars.size(), 8);
    EXPECT_EQ(chart->content().bars.first().name, QStringLiteral("Lahore")) << "the best served";
    EXPECT_EQ(chart->spots().spots().size(), 8);
}

TEST_F(DemandPageTest, aimOfOnesOwn_isWhatCitiesAreShortOf_andIsRemembered)
{
    world();
    open(chief());
    click(part<SegmentedControl>(*m_page, "demandAim")->button(QStringLiteral("own")));
    fillIn(part<QLineEdit>(*m_page, "demandAimNumber"), QStringLiteral("10"));
    EXPECT_EQ(at(cities(), rowOf("Hyderabad"), CityNeedsModel::Missing), QStringLiteral("280"));
    EXPECT_EQ(cities()->model()->headerData(CityNeedsModel::Missing, Qt::Horizontal).toString(),
              QStringLiteral("Short of 10.0"));
    fillIn(part<QLineEdit>(*m_page, "demandAimNumber"), QStringLiteral("ten"));
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("still goes by 10.0")));
    EXPECT_EQ(at(cities(), rowOf("Hyderabad"), CityNeedsModel::Missing), QStringLiteral("280"));
    open(chief());
    EXPECT_EQ(at(cities(), rowOf("Hyderabad"), CityNeedsModel::Missing), QStringLiteral("280"));
    EXPECT_EQ(part<QLineEdit>(*m_page, "demandAimNumber")->text(), QStringLiteral("10"));
}

TEST_F(DemandPageTest, mapAndChart_filterBothViews)
{
    world();
    open(chief());
    auto *map = part<CityMap>(*m_page, "demandMap");
    ASSERT_EQ(map->rows().first(), qMakePair(QStringLiteral("397"), QStringLiteral("Karachi")));
    Q_EMIT map->activated({markaz::test::cityOf("KHI").id});
    ASSERT_EQ(cities()->model()->rowCount(), 1);
    m_page->showView(QStringLiteral("buildings"));
    EXPECT_EQ(rankedCodes(), (QStringList{QStringLiteral("KHI-0002"), QStringLiteral("KHI-0003")}));
    Q_EMIT map->activated({markaz::test::cityOf("KHI").id});
    EXPECT_GT(ranking()->model()->rowCount(), 2) << "the same once more takes the choice back";
    fillIn(part<QLineEdit>(*m_page, "demandSearch"), QStringLiteral("clifton"));
    EXPECT_EQ(rankedCodes(), QStringList{QStringLiteral("KHI-0002")});
}

TEST_F(DemandPageTest, ranking_saysWhy_andFollowsItsWeights)
{
    world();
    open(chief());
    m_page->showView(QStringLiteral("buildings"));
    const QAbstractItemModelTester tester(ranking()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_GT(ranking()->model()->rowCount(), 3);
    EXPECT_EQ(rankedCodes().first(), QStringLiteral("KHI-0002")) << "the most seats, eligible, below the cap's subsidy";
    EXPECT_EQ(at(ranking(), 0, NextBuildingsModel::Closes), QStringLiteral("200 of 397"));
    EXPECT_EQ(at(ranking(), 0, NextBuildingsModel::ReadinessWords), QStringLiteral("Inspected, 80.0, Eligible"));
    EXPECT_EQ(at(ranking(), 0, NextBuildingsModel::GapPoints), QStringLiteral("40.0"));
    const QString why = part<QLabel>(*m_page, "demandWhy")->text();
    EXPECT_TRUE(why.contains(QStringLiteral("Closes 200 of the 397 seats that Karachi lacks"))) << qPrintable(why);
    EXPECT_TRUE(why.contains(QStringLiteral("It brings 200 seats, as planned."))) << qPrintable(why);
    EXPECT_TRUE(why.contains(QStringLiteral("A loan of Rs 10 m, the most that there is"))) << qPrintable(why);
    EXPECT_TRUE(why.contains(QStringLiteral("dangerous: 1"))) << qPrintable(why);
    EXPECT_FALSE(rankedCodes().contains(QStringLiteral("LHE-0002"))) << "Lahore is short of nothing";

    setNumber("weight.0", 0);
    setNumber("weight.1", 0);
    setNumber("weight.3", 0);
    EXPECT_EQ(at(ranking(), 0, NextBuildingsModel::GapPoints), QStringLiteral("0.0"));
    EXPECT_EQ(at(ranking(), 0, NextBuildingsModel::ReadinessPoints), QStringLiteral("100.0"));
    EXPECT_EQ(part<QSlider>(*m_page, "weightSlider.0")->value(), 0);
    const QStringList byReadiness = rankedCodes();
    EXPECT_GT(byReadiness.indexOf(QStringLiteral("MUL-0001")), byReadiness.indexOf(QStringLiteral("QTA-0002")));
    open(chief());
    m_page->showView(QStringLiteral("buildings"));
    EXPECT_EQ(part<QSpinBox>(*m_page, "weight.0")->value(), 0) << "as it was left";
    EXPECT_EQ(rankedCodes(), byReadiness);
    click(part<QPushButton>(*m_page, "resetRanking"));
    EXPECT_EQ(part<QSpinBox>(*m_page, "weight.0")->value(), 40);
    EXPECT_FALSE(part<QPushButton>(*m_page, "resetRanking")->isEnabled());
}

TEST_F(DemandPageTest, assumptions_changeTheSubsidy_andCannotBeNonsense)
{
    world();
    open(chief());
    m_page->showView(QStringLiteral("buildings"));
    const QString before = at(ranking(), 0, NextBuildingsModel::PerSeat);
    fillIn(part<QLineEdit>(*m_page, "assumedMarkup"), QStringLiteral("7.5"));
    const QString cheaper = at(ranking(), 0, NextBuildingsModel::PerSeat);
    EXPECT_NE(before, cheaper);
    setNumber("assumedGrace", 60);
    EXPECT_TRUE(part<QLabel>(*m_page, "assumedWrong")->text().contains(QStringLiteral("shorter than the tenor")));
    EXPECT_EQ(at(ranking(), 0, NextBuildingsModel::PerSeat), cheaper) << "the last that could be stays in use";
    click(part<QPushButton>(*m_page, "resetRanking"));
    EXPECT_EQ(at(ranking(), 0, NextBuildingsModel::PerSeat), before);
    EXPECT_FALSE(part<QLabel>(*m_page, "assumedWrong")->isVisible());
}

TEST_F(DemandPageTest, aCity_leadsToItsBuildings_andABuildingIsOpened)
{
    world();
    open(chief());
    QSignalSpy opened(m_page.get(), &DemandPage::buildingRequested);
    cities()->setFocus();
    cities()->setCurrentIndex(cities()->model()->index(rowOf("Quetta"), 0));
    QTest::keyClick(cities(), Qt::Key_Return);
    EXPECT_TRUE(ranking()->isVisible());
    ASSERT_EQ(rankedCodes(), QStringList{QStringLiteral("QTA-0002")});
    ranking()->setFocus();
    QTest::keyClick(ranking(), Qt::Key_Return);
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened.first().first().toString(),
              ranking()->model()->index(0, 0).data(NextBuildingsModel::IdRole).toString());
}

TEST_F(DemandPageTest, whatIsShown_isExported)
{
    world();
    open(chief());
    const QString csv = QString::fromUtf8(exported("csv"));
    EXPECT_TRUE(csv.contains(QStringLiteral("Karachi,Sindh,1,290000,900,3.1,397,1 ")) ||
                csv.contains(QStringLiteral("Karachi,Sindh,1,290000,900,3.1,397,1")))
        << qPrintable(csv);
    const QJsonObject cityMap = QJsonDocument::fromJson(exported("geojson")).object();
    EXPECT_EQ(cityMap.value(QStringLiteral("features")).toArray().size(), 8);
    EXPECT_FALSE(exported("xlsx").isEmpty());
    m_page->showView(QStringLiteral("buildings"));
    const QString ranked = QString::fromUtf8(exported("csv"));
    EXPECT_TRUE(ranked.contains(QStringLiteral("1,KHI-0002,Sample Clifton mill,Karachi,Sindh,1,200,200,397,")))
        << qPrintable(ranked);
    EXPECT_TRUE(ranked.contains(QStringLiteral("Closes 200 of the 397"))) << qPrintable(ranked);
    const QJsonArray features =
        QJsonDocument::fromJson(exported("geojson")).object().value(QStringLiteral("features")).toArray();
    ASSERT_EQ(features.size(), ranking()->model()->rowCount());
    EXPECT_EQ(features.first().toObject().value(QStringLiteral("properties")).toObject().value(QStringLiteral("stage")),
              QStringLiteral("inspected"));
}

TEST_F(DemandPageTest, anAdministrator_hasTheFreelancersAndWhatWasImported)
{
    account(m_admin.accountId, "sample.administrator", "Sample Administrator", "administrator");
    demand({{id("LHE"), 100}}, "2026-10-20T09:00:00.000Z", "An earlier sample count");
    world();
    open(m_admin);
    EXPECT_EQ(m_page->findChild<QTableView *>(QStringLiteral("demandRanking")), nullptr);
    EXPECT_TRUE(cities()->isColumnHidden(CityNeedsModel::Seats));
    EXPECT_EQ(at(cities(), 0, CityNeedsModel::Name), QStringLiteral("Karachi"));
    auto *imports = part<QTableView>(*m_page, "demandImports");
    const QAbstractItemModelTester tester(imports->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(imports->model()->rowCount(), 2);
    EXPECT_EQ(at(imports, 0, DemandImportsModel::Freelancers), QStringLiteral("671,000"));
    EXPECT_EQ(at(imports, 0, DemandImportsModel::Author), QStringLiteral("Sample Administrator"));
    EXPECT_EQ(at(imports, 0, DemandImportsModel::State), QStringLiteral("Counts"));
    EXPECT_EQ(at(imports, 1, DemandImportsModel::State), QStringLiteral("Replaced"));
    EXPECT_EQ(at(imports, 1, DemandImportsModel::Source), QStringLiteral("An earlier sample count"));
}

TEST_F(DemandPageTest, import_asksForDayAndSource_showsTheSumBesideTheOneBefore_andReplacesIt)
{
    world();
    open(m_admin);
    ImportPage page(services(m_admin), ImportMatter::ofDemand());
    page.resize(1302, 690);
    present(page);
    const auto settled = [&page](const std::function<void()> &act) {
        QSignalSpy done(&page, &ImportPage::settled);
        act();
        ASSERT_TRUE(done.count() > 0 || done.wait());
    };
    const QString path = m_dir.filePath(QStringLiteral("freelancers.csv"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("City,Registered freelancers\nLahore,\"200,000\"\nAtlantis,5\nKarachi,400000\n");
    file.close();
    settled([&] { page.takeFile(path); });
    auto *next = part<QPushButton>(page, "importNext");
    EXPECT_FALSE(next->isEnabled());
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("Say of which day the figures are")));
    fillIn(part<DateField>(page, "importAsOf")->line(), QStringLiteral("25 Nov 2026"));
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("a day that has not come yet")));
    fillIn(part<DateField>(page, "importAsOf")->line(), QStringLiteral("20 Nov 2026"));
    EXPECT_FALSE(next->isEnabled());
    fillIn(part<QLineEdit>(page, "importSource"), QStringLiteral("Sample register"));
    ASSERT_TRUE(next->isEnabled());
    settled([&] { click(next); });
    const QString figures = plain(part<QLabel>(page, "importFigures")->text());
    EXPECT_TRUE(figures.contains(QStringLiteral("600,000 registered freelancers in 2 cities"))) << qPrintable(figures);
    EXPECT_TRUE(figures.contains(QStringLiteral("671,000 in 8 cities (−71,000)"))) << qPrintable(figures);
    EXPECT_EQ(next->text(), QStringLiteral("Import 2 cities"));
    QSignalSpy imported(&page, &ImportPage::imported);
    settled([&] { click(next); });
    ASSERT_EQ(imported.count(), 1) << qPrintable(messagesOf(page));
    page.close();
    settle();
    EXPECT_TRUE(part<QLabel>(*m_page, "demandWords")->text().contains(QStringLiteral("600,000")));
    EXPECT_EQ(at(part<QTableView>(*m_page, "demandImports"), 0, DemandImportsModel::State),
              QStringLiteral("Not sent yet"));
    EXPECT_EQ(owed().size(), 1);
}

} // namespace
} // namespace markaz::ui

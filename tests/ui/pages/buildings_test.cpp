// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/deskfixture.h"

#include "ui/models/buildingsmodel.h"
#include "ui/models/csvpreviewmodel.h"
#include "ui/pages/buildings/buildingdetail.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class BuildingsPageTest : public DeskFixture
{
protected:
    std::unique_ptr<BuildingsPage> m_page;
    QTableView *m_table = nullptr;

    void open()
    {
        leave(m_page);
        m_page = std::make_unique<BuildingsPage>(services());
        m_page->resize(1366, 640);
        present(*m_page);
        m_table = part<QTableView>(*m_page, "buildingsTable");
    }
    void TearDown() override { leave(m_page); }
    QStringList codes()
    {
        QStringList all;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            all.append(m_table->model()->index(row, BuildingsModel::Code).data().toString());
        return all;
    }
    void clickHead(int column)
    {
        auto *head = m_table->horizontalHeader();
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                          QPoint(head->sectionViewportPosition(column) + 12, head->height() / 2));
    }
};

TEST_F(BuildingsPageTest, headsSort_andAgainTheOtherWay)
{
    building("LHE", 1, {{QStringLiteral("covered_area_sqft"), 3000}});
    building("LHE", 2, {{QStringLiteral("covered_area_sqft"), 9000}});
    building("LHE", 3, {{QStringLiteral("covered_area_sqft"), 5000}});
    open();
    EXPECT_EQ(codes(),
              (QStringList{QStringLiteral("LHE-0001"), QStringLiteral("LHE-0002"), QStringLiteral("LHE-0003")}));
    clickHead(BuildingsModel::Area);
    const QStringList once = codes();
    clickHead(BuildingsModel::Area);
    const QStringList twice = codes();
    const QStringList ascending{QStringLiteral("LHE-0001"), QStringLiteral("LHE-0003"), QStringLiteral("LHE-0002")};
    const QStringList descending(ascending.crbegin(), ascending.crend());
    EXPECT_NE(once, twice);
    EXPECT_TRUE(once == ascending || once == descending);
    EXPECT_TRUE(twice == ascending || twice == descending);
}

TEST_F(BuildingsPageTest, whereNoneIsRegistered_noFilterIsBlamed)
{
    open();
    EXPECT_TRUE(m_page->findChild<EmptyPage *>()->isVisible());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No building of your provinces is registered yet.")));
    EXPECT_FALSE(wordsOf(*m_page).contains(QStringLiteral("No building matches")));
}

TEST_F(BuildingsPageTest, filters_andTheirEmptyPage)
{
    building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Old cinema")}});
    building("SKT", 1);
    open();
    auto *search = m_page->findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("cinema"));
    EXPECT_EQ(codes(), QStringList{QStringLiteral("LHE-0001")});
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("1 of 2 buildings")));
    QTest::keyClicks(search, QStringLiteral("zzz"));
    auto *empty = m_page->findChild<EmptyPage *>();
    EXPECT_TRUE(empty->isVisible());
    click(buttonSaying(*m_page, QStringLiteral("Clear the filters")));
    EXPECT_EQ(codes().size(), 2);
    EXPECT_FALSE(empty->isVisible());
    for (FilterChip *chip : m_page->findChildren<FilterChip *>()) {
        if (chip->accessibleName().contains(QLatin1String("Tier")) || chip->text().contains(QLatin1String("Tier"))) {
            chip->setChosen({QStringLiteral("1")});
            Q_EMIT chip->chosenChanged({QStringLiteral("1")});
        }
    }
    EXPECT_EQ(codes(), QStringList{QStringLiteral("LHE-0001")});
}

TEST_F(BuildingsPageTest, wordsOfARecord_keepTheirOrderInUrdu)
{
    const ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    building("LHE", 1, {{QStringLiteral("address"), QStringLiteral("14 Sample Road")}});
    open();
    const auto own = [](const char *words) { // else it would read "Sample Road 14"
        return QChar(0x2068) + QString::fromUtf8(words) + QChar(0x2069);
    };
    const QAbstractItemModel *rows = part<QTableView>(*m_page, "buildingsTable")->model();
    EXPECT_EQ(rows->index(0, BuildingsModel::Address).data().toString(), own("14 Sample Road"));
    CsvPreviewModel preview;
    preview.setRows({QStringLiteral("Area (sq ft)")}, {{QStringLiteral("14 Sample Road")}});
    EXPECT_EQ(preview.index(0, 0).data().toString(), own("14 Sample Road"));
    EXPECT_EQ(preview.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), own("Area (sq ft)"));
}

TEST_F(BuildingsPageTest, cityOfTheFilter_isFoundInUrdu)
{
    building("LHE", 1);
    building("SKT", 1);
    open();
    const auto chips = m_page->findChildren<FilterChip *>();
    const auto city = std::find_if(chips.begin(), chips.end(), [](const FilterChip *chip) {
        return chip->text().startsWith(QStringLiteral("City"));
    });
    ASSERT_NE(city, chips.end());
    QMenu *menu = (*city)->menu();
    menu->popup((*city)->mapToGlobal(QPoint(0, 32)));
    ASSERT_TRUE(QTest::qWaitFor([menu] { return menu->isVisible(); }));
    auto *finder = menu->findChild<QLineEdit *>(QStringLiteral("filterFinder"));
    ASSERT_NE(finder, nullptr);
    finder->setFocus();
    QInputMethodEvent words;
    words.setCommitString(QStringLiteral("سیالکوٹ"));
    QApplication::sendEvent(finder, &words);
    QTest::keyClick(finder, Qt::Key_Return);
    menu->close();
    EXPECT_EQ(codes(), QStringList{QStringLiteral("SKT-0001")});
}

TEST_F(BuildingsPageTest, theSelection_followsTheBuildingThroughAReload)
{
    building("LHE", 2);
    const QString chosen = building("LHE", 3);
    open();
    m_page->showBuilding(chosen);
    auto *detail = m_page->findChild<BuildingDetail *>();
    EXPECT_TRUE(detail->isVisible());
    building("LHE", 1);
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(m_table->currentIndex().row(), 2);
    EXPECT_EQ(m_table->currentIndex().data(BuildingsModel::IdRole).toString(), chosen);
    clickHead(BuildingsModel::Code);
    EXPECT_EQ(m_table->currentIndex().data(BuildingsModel::IdRole).toString(), chosen);
    for (QToolButton *button : detail->findChildren<QToolButton *>()) {
        if (button->accessibleName() == QLatin1String("Close the detail"))
            click(button);
    }
    EXPECT_FALSE(detail->isVisible());
    Q_EMIT m_notifier.manyChanged();
    EXPECT_FALSE(detail->isVisible());
}

TEST_F(BuildingsPageTest, showBuilding_takesAFilterAwayThatHidesIt)
{
    const QString hidden = building("LHE", 1);
    open();
    m_page->setSearch(QStringLiteral("nothing has this name"));
    m_page->showBuilding(hidden);
    EXPECT_EQ(m_table->currentIndex().data(BuildingsModel::IdRole).toString(), hidden);
}

TEST_F(BuildingsPageTest, theDetail_showsTheDayOfAVisitInLocalTime)
{
    const QString house = building("LHE", 1);
    visited(house, "submitted", "eligible", "2026-11-20",
            {{QStringLiteral("started_at"), QStringLiteral("2026-11-20T20:30:00.000Z")}}); // the 21st in Karachi
    open();
    m_page->showBuilding(house);
    const auto buttons = m_page->findChildren<QPushButton *>();
    QStringList names;
    for (const QPushButton *button : buttons)
        names.append(button->accessibleName());
    EXPECT_TRUE(names.contains(QStringLiteral("Open the inspection of 21 Nov 2026")))
        << qPrintable(names.join(QLatin1Char('|')));
}

} // namespace
} // namespace markaz::ui

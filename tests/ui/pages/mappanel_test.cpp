// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The buildings of a circle, beside the map.
#include "tests/ui/support/looks.h"
#include "tests/ui/support/mapfixture.h"

#include "ui/text/labels.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/statuschip.h"

#include <QAccessible>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class MapPanelTest : public MapFixture
{
protected:
    /// Eight of Lahore in a row from south to north, one of Sialkot and one of Multan far away; the map so near that
    /// each city has its own circle.
    void eightOfLahore()
    {
        for (int i = 1; i <= 8; ++i)
            placed("LHE", i, 31.50 + 0.01 * i, 74.30);
        placed("SKT", 1, 32.4945, 74.5229);
        placed("MUL", 1, 30.19, 71.47);
        open();
        wheel(240, onScreen(onMap(31.55, 74.30)));
        ASSERT_EQ(largest()->cluster().count, 8) << "Sialkot is a circle of its own here";
    }
    void clickTheLargest() { clickAt(onScreen(largest()->pos())); }
    void enterTheLargest()
    {
        m_map->setFocus(Qt::TabFocusReason);
        QTest::keyClick(m_map, Qt::Key_Return);
    }
    QStringList stages()
    {
        QStringList words;
        for (const StatusChip *chip : part<QWidget>(*m_page, "mapPanelStages")->findChildren<StatusChip *>()) {
            if (chip->isVisible())
                words.append(chip->content().word);
        }
        return words;
    }
    QString chosenCode() { return list()->currentIndex().data().toString(); }
    void sync() { Q_EMIT m_notifier.manyChanged(); }
};

const QString kEight = QStringLiteral("LHE-0001 LHE-0002 LHE-0003 LHE-0004 LHE-0005 LHE-0006 LHE-0007 LHE-0008");

TEST_F(MapPanelTest, aClick_listsTheBuildingsBesideTheMap)
{
    eightOfLahore();
    EXPECT_FALSE(panel()->isVisible());
    const int wide = m_map->width();
    clickTheLargest();
    ASSERT_TRUE(panel()->isVisible());
    EXPECT_EQ(words("mapPanelTitle"), QStringLiteral("Lahore"));
    EXPECT_EQ(words("mapPanelCount"), QStringLiteral("8 buildings"));
    EXPECT_FALSE(part<QLabel>(*m_page, "mapPanelCities")->isVisible());
    EXPECT_LT(m_map->width(), wide);
    EXPECT_EQ(listed(), kEight);
    EXPECT_EQ(m_map->inSight().size(), m_map->clusters().size()) << "all of them are in sight beside it";
    EXPECT_FALSE(list()->hasFocus()) << "the mouse takes no keyboard along";
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                      list()->visualRect(list()->model()->index(1, 0)).center());
    EXPECT_EQ(code(), QString()) << "a click chooses";
    QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {},
                       list()->visualRect(list()->model()->index(2, 0)).center());
    EXPECT_EQ(code(), QStringLiteral("LHE-0003"));
    EXPECT_TRUE(panel()->isVisible()) << "the next one is a click away";
    click(part<QToolButton>(*m_page, "closeMapPanel"));
    EXPECT_FALSE(panel()->isVisible());
    clickTheLargest();
    EXPECT_EQ(list()->currentIndex(), QModelIndex()) << "another circle begins anew";
}

TEST_F(MapPanelTest, theKeyboard_reachesListsAndLeavesIt)
{
    lahoreAndSialkot(5);
    open();
    wheel(240, onScreen(onMap(31.55, 74.30)));
    enterTheLargest();
    ASSERT_TRUE(list()->hasFocus());
    EXPECT_EQ(chosenCode(), QStringLiteral("LHE-0001"));
    EXPECT_TRUE(list()->selectionModel()->isSelected(list()->currentIndex())) << "it looks chosen";
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Return);
    EXPECT_EQ(code(), QStringLiteral("LHE-0002"));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Escape);
    EXPECT_FALSE(panel()->isVisible());
    EXPECT_TRUE(m_map->hasFocus());
    ASSERT_FALSE(m_map->currentWords().isEmpty()) << "and on the circle again";
    EXPECT_TRUE(m_map->currentWords().contains(QStringLiteral("LHE-0002"))) << qPrintable(m_map->currentWords());
    const QString before = m_map->currentWords();
    QTest::keyClick(m_map, Qt::Key_Escape);
    EXPECT_EQ(m_map->currentWords(), before) << "there is nothing to close";
}

TEST_F(MapPanelTest, escapeOnTheMap_closesWhatTheMouseOpened)
{
    eightOfLahore();
    clickTheLargest();
    m_map->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(m_map, Qt::Key_Escape);
    EXPECT_FALSE(panel()->isVisible());
    EXPECT_TRUE(m_map->hasFocus());
}

TEST_F(MapPanelTest, severalCities_areCountedAndCalled_asAreTheStages)
{
    const QString first = placed("LHE", 1, 31.5, 74.3);
    placed("LHE", 2, 31.5, 74.3);
    placed("SKT", 1, 31.5, 74.3);
    visited(first, "submitted", "eligible", "2026-11-20");
    open();
    enterTheLargest();
    EXPECT_EQ(words("mapPanelTitle"), QStringLiteral("2 cities"));
    EXPECT_EQ(words("mapPanelCount"), QStringLiteral("3 buildings"));
    EXPECT_EQ(words("mapPanelCities"), QStringLiteral("Lahore, Sialkot"));
    EXPECT_TRUE(part<QLabel>(*m_page, "mapPanelCities")->isVisible());
    EXPECT_EQ(stages(), (QStringList{QStringLiteral("Not known here 2"), QStringLiteral("Under review 1")}));
    for (const char *prefix : {"MUL", "FSD", "GRW"})
        placed(prefix, 7, 31.5, 74.3);
    sync();
    EXPECT_EQ(words("mapPanelTitle"), QStringLiteral("5 cities"));
    EXPECT_TRUE(words("mapPanelCities").startsWith(QStringLiteral("Lahore, ")));
    EXPECT_TRUE(words("mapPanelCities").endsWith(QStringLiteral(" and 2 more"))) << qPrintable(words("mapPanelCities"));
}

TEST_F(MapPanelTest, aScreenReader_saysTheListAndItsRows)
{
    const QString first = placed("LHE", 1, 31.5, 74.3);
    placed("LHE", 2, 31.5, 74.3);
    visited(first, "submitted", "eligible", "2026-11-20");
    open();
    enterTheLargest();
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(list());
    ASSERT_NE(face, nullptr);
    EXPECT_EQ(face->text(QAccessible::Name), QStringLiteral("Lahore, 2 buildings"));
    EXPECT_EQ(face->text(QAccessible::Description), QStringLiteral("Not known here 1, Under review 1"));
    ASSERT_EQ(face->childCount(), 2);
    EXPECT_EQ(face->child(0)->text(QAccessible::Name),
              QStringLiteral("LHE-0001, Sample building LHE-0001, 1 Sample Road, Under review"));
}

TEST_F(MapPanelTest, whatASyncBrings_joinsTheList_andTheChosenOneStaysChosen)
{
    eightOfLahore();
    const int whole = m_map->width();
    enterTheLargest();
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Down);
    ASSERT_EQ(chosenCode(), QStringLiteral("LHE-0003"));
    const QString earlier = placed("FSD", 1, 31.505, 74.30); // of another city, but in this piece of the map
    sync();
    EXPECT_EQ(listed(), QStringLiteral("FSD-0001 ") + kEight);
    EXPECT_EQ(words("mapPanelTitle"), QStringLiteral("2 cities"));
    EXPECT_EQ(words("mapPanelCount"), QStringLiteral("9 buildings"));
    EXPECT_EQ(chosenCode(), QStringLiteral("LHE-0003")) << "though it is the fourth now";
    EXPECT_TRUE(list()->hasFocus());
    placed("FSD", 1, 31.42, 73.08, earlier); // that was a slip
    sync();
    EXPECT_EQ(listed(), kEight);
    EXPECT_EQ(chosenCode(), QStringLiteral("LHE-0003"));

    ASSERT_TRUE(m_database->run(QStringLiteral("UPDATE building SET deleted = 1 WHERE code = 'LHE-0003'"), {}).ok());
    sync();
    EXPECT_EQ(chosenCode(), QStringLiteral("LHE-0004")) << "what stands in its place";
    ASSERT_TRUE(m_database->run(QStringLiteral("UPDATE building SET deleted = 1 WHERE code LIKE 'LHE%'"), {}).ok());
    sync();
    EXPECT_FALSE(panel()->isVisible()) << "nothing is left of it";
    EXPECT_TRUE(m_map->hasFocus());
    EXPECT_EQ(m_map->width(), whole);
}

TEST_F(MapPanelTest, theFilter_isThatOfTheListToo)
{
    eightOfLahore();
    clickTheLargest();
    m_page->setSearch(QStringLiteral("LHE-0005"));
    EXPECT_EQ(listed(), QStringLiteral("LHE-0005"));
    EXPECT_EQ(words("mapPanelCount"), QStringLiteral("1 building"));
    EXPECT_EQ(part<QPushButton>(*m_page, "circleInTable")->text(), QStringLiteral("Show it in the table"));
    m_page->setSearch({});
    EXPECT_EQ(listed(), kEight) << "the whole circle again";
    m_page->setSearch(QStringLiteral("SKT"));
    EXPECT_FALSE(panel()->isVisible());
    m_page->setSearch({});
    EXPECT_FALSE(panel()->isVisible()) << "it was closed";
}

TEST_F(MapPanelTest, buildingsOnOneSpot_areListedToo)
{
    placed("LHE", 1, 31.5, 74.3);
    building("LHE", 2,
             {{QStringLiteral("latitude_e6"), 31'500'000},
              {QStringLiteral("longitude_e6"), 74'300'000},
              {QStringLiteral("position_source"), QStringLiteral("gps")},
              {QStringLiteral("name"), QStringLiteral("Mill & sons")}});
    open();
    enterTheLargest();
    EXPECT_EQ(listed(), QStringLiteral("LHE-0001 LHE-0002"));
    const QAbstractItemModel *model = list()->model();
    EXPECT_EQ(model->index(1, BuildingsModel::Name).data().toString(), QStringLiteral("Mill & sons"));
    EXPECT_EQ(model->index(1, BuildingsModel::StageColumn).data().toString(),
              labels::stage(QStringLiteral("not_known")));
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Return);
    EXPECT_EQ(code(), QStringLiteral("LHE-0002"));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Escape);
    EXPECT_TRUE(m_map->currentWords().startsWith(QStringLiteral("2 buildings near Lahore")))
        << "no zoom takes this circle apart: " << qPrintable(m_map->currentWords());
}

TEST_F(MapPanelTest, inTheTable_isAFilterOfJustItsBuildings)
{
    for (int i = 1; i <= 40; ++i)
        placed("LHE", i, 31.5, 74.3);
    placed("LHE", 77, 31.8, 74.6); // of the same city
    placed("SKT", 1, 32.4945, 74.5229);
    open();
    auto *chip = part<FilterChip>(*m_page, "circleFilter");
    EXPECT_FALSE(chip->isVisible());
    wheel(960, onScreen(onMap(31.5, 74.3)));
    clickAt(onScreen(onMap(31.5, 74.3)));
    auto *inTable = part<QPushButton>(*m_page, "circleInTable");
    EXPECT_EQ(inTable->text(), QStringLiteral("Show all 40 in the table"));
    click(inTable);
    EXPECT_FALSE(m_map->isVisible());
    EXPECT_TRUE(part<QTableView>(*m_page, "buildingsTable")->hasFocus());
    EXPECT_EQ(rows(), 40);
    EXPECT_TRUE(chip->isVisible());
    EXPECT_EQ(chip->summary(), QStringLiteral("Lahore"));
    click(part<SegmentedControl>(*m_page, "buildingsView")->button(QStringLiteral("map")));
    settle();
    EXPECT_EQ(sum(), 40) << "one filter for both";
    chip->clear();
    m_map->showWholeCountry();
    EXPECT_EQ(sum(), 42);
    EXPECT_EQ(rows(), 42);
    EXPECT_FALSE(chip->isVisible());
}

/// As beside a building's detail on a small screen.
TEST_F(MapPanelTest, withoutRoomForBoth_theListCoversTheMap)
{
    eightOfLahore();
    m_page->resize(1000, 640);
    settle();
    const QWidget *pane = panel()->parentWidget();
    const int least = pane->minimumSizeHint().width();
    enterTheLargest();
    settle();
    EXPECT_TRUE(m_map->isVisible());
    EXPECT_LE(pane->minimumSizeHint().width(), std::max(least, 300)) << "the page needs no more than before";
    QTest::keyClick(list(), Qt::Key_Return);
    settle();
    ASSERT_EQ(code(), QStringLiteral("LHE-0001"));
    EXPECT_EQ(m_page->width(), 1000);
    EXPECT_FALSE(m_map->isVisible());
    EXPECT_FALSE(part<QToolButton>(*m_page, "zoomIn")->isVisible());
    EXPECT_EQ(panel()->geometry(), pane->rect());
    EXPECT_TRUE(list()->hasFocus());
    EXPECT_TRUE(cutParts(*panel()).isEmpty()) << qPrintable(cutParts(*panel()).join(QLatin1Char('\n')));
    QTest::keyClick(list(), Qt::Key_Escape);
    EXPECT_TRUE(m_map->isVisible());
    EXPECT_TRUE(m_map->hasFocus());
    EXPECT_TRUE(m_map->currentWords().contains(QStringLiteral("LHE-0001"))) << qPrintable(m_map->currentWords());
    EXPECT_TRUE(part<QToolButton>(*m_page, "zoomIn")->isVisible());
}

TEST_F(MapPanelTest, urdu_hasItAtTheOtherSideAndCallsTheCityAsItDoes)
{
    ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    eightOfLahore();
    clickTheLargest();
    settle();
    EXPECT_EQ(words("mapPanelTitle"), QStringLiteral("لاہور"));
    const QWidget *pane = panel()->parentWidget();
    EXPECT_EQ(panel()->geometry().left(), 0);
    EXPECT_EQ(m_map->geometry().right(), pane->rect().right());
    const auto *zoom = part<QToolButton>(*m_page, "zoomIn");
    EXPECT_GE(zoom->mapTo(m_page.get(), QPoint()).x(), m_map->mapTo(m_page.get(), QPoint()).x())
        << "the map's own buttons stay on the map";
}

} // namespace
} // namespace markaz::ui

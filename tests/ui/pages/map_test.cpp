// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/mapfixture.h"

#include "ui/pages/buildings/buildingsmap.h"
#include "ui/widgets/emptypage.h"

#include <QHelpEvent>
#include <QRandomGenerator>
#include <QToolTip>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include <cmath>

namespace markaz::ui {
namespace {

using namespace test;

class MapTest : public MapFixture
{
};

TEST_F(MapTest, everyBuildingIsOnIt_andThoseWithoutAPositionAreSaid)
{
    lahoreAndSialkot(30);
    building("LHE", 91);
    open();
    EXPECT_EQ(sum(), 31);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("1 building has no position; the table lists it.")));
    building("LHE", 92);
    Q_EMIT m_notifier.manyChanged();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("2 buildings have no position; the table lists them.")));
    placed("LHE", 93, 31.5, 74.3);
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(sum(), 32);
}

TEST_F(MapTest, theFilterOfThePage_isThatOfTheMap)
{
    lahoreAndSialkot(3);
    open();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("4 of 4 buildings"))) << qPrintable(wordsOf(*m_page));
    m_page->setSearch(QStringLiteral("SKT-0001"));
    EXPECT_EQ(sum(), 1);
    m_page->setSearch(QStringLiteral("nothing has this name"));
    EXPECT_TRUE(m_page->findChild<EmptyPage *>()->isVisible());
    m_page->setSearch({});
    EXPECT_TRUE(m_map->isVisible());
    EXPECT_EQ(sum(), 4);
    BuildingFilter asked;
    asked.provinces = {markaz::test::cityOf("LHE").province};
    m_page->setFilter(asked);
    EXPECT_FALSE(m_map->isVisible()) << "another page asks for rows";
    click(part<SegmentedControl>(*m_page, "buildingsView")->button(QStringLiteral("map")));
    EXPECT_EQ(sum(), 4);
    EXPECT_EQ(chosen(), asked.provinces) << "and its province is marked on the map";
}

TEST_F(MapTest, whatWasChosen_isShownTheNextTime)
{
    lahoreAndSialkot(5);
    open();
    EXPECT_TRUE(m_map->isVisible());
    leave(m_page);
    m_page = std::make_unique<BuildingsPage>(services());
    m_page->resize(1366, 690);
    present(*m_page);
    settle();
    EXPECT_TRUE(part<QWidget>(*m_page, "buildingsMap")->isVisible());
    click(part<SegmentedControl>(*m_page, "buildingsView")->button(QStringLiteral("table")));
    leave(m_page);
    m_page = std::make_unique<BuildingsPage>(services());
    present(*m_page);
    settle();
    EXPECT_TRUE(part<QWidget>(*m_page, "buildingsTable")->isVisible());
}

TEST_F(MapTest, wheel_comesNearerToThePlaceUnderTheMouse)
{
    lahoreAndSialkot(5);
    open();
    const QPoint at(500, 200);
    const QPointF before = m_map->viewportTransform().inverted().map(QPointF(at));
    const double scale = m_map->pixelsPerDegree();
    wheel(120, at);
    EXPECT_NEAR(m_map->pixelsPerDegree() / scale, std::sqrt(2), 1e-6);
    wheel(240, at);
    const QPoint after = onScreen(before);
    EXPECT_LE((after - at).manhattanLength(), 4);
    for (int i = 0; i < 3; ++i)
        wheel(-120, at);
    EXPECT_NEAR(m_map->pixelsPerDegree(), scale, scale * 1e-6);
    EXPECT_EQ(sum(), 6);
}

TEST_F(MapTest, drag_pansAndOpensNothing)
{
    lahoreAndSialkot(5);
    open();
    const QPointF place = middle();
    const QPoint from = onScreen(largest()->pos());
    const double scale = m_map->pixelsPerDegree();
    mouse(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    mouse(QEvent::MouseMove, from + QPoint(40, 25), Qt::NoButton, Qt::LeftButton);
    mouse(QEvent::MouseMove, from + QPoint(60, 50), Qt::NoButton, Qt::LeftButton);
    mouse(QEvent::MouseButtonRelease, from + QPoint(60, 50), Qt::LeftButton, Qt::NoButton);
    EXPECT_NEAR((place.x() - middle().x()) * scale, 60, 2);
    EXPECT_NEAR((place.y() - middle().y()) * scale, 50, 2);
    EXPECT_EQ(m_map->pixelsPerDegree(), scale);
    EXPECT_EQ(code(), QString());
}

TEST_F(MapTest, keys_zoomPanAndGoHome)
{
    lahoreAndSialkot(5);
    open();
    m_map->setFocus();
    const double whole = m_map->pixelsPerDegree();
    const QPointF home = middle();
    QTest::keyClick(m_map, Qt::Key_Plus);
    QTest::keyClick(m_map, Qt::Key_Plus);
    const double near = m_map->pixelsPerDegree();
    EXPECT_GT(near, whole * 2);
    QTest::keyClick(m_map, Qt::Key_Minus);
    EXPECT_LT(m_map->pixelsPerDegree(), near);
    const QPointF before = middle();
    QTest::keyClick(m_map, Qt::Key_Right);
    EXPECT_GT(middle().x(), before.x());
    QTest::keyClick(m_map, Qt::Key_Down);
    EXPECT_GT(middle().y(), before.y());
    QTest::keyClick(m_map, Qt::Key_Left);
    QTest::keyClick(m_map, Qt::Key_Up);
    EXPECT_NEAR(middle().x(), before.x(), 1e-6);
    EXPECT_NEAR(middle().y(), before.y(), 1e-6);
    QTest::keyClick(m_map, Qt::Key_Home);
    EXPECT_NEAR(m_map->pixelsPerDegree(), whole, 1e-9);
    EXPECT_NEAR(middle().x(), home.x(), 2 / whole);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(m_map, Qt::Key_Plus);
    EXPECT_LE(m_map->pixelsPerDegree(), 200'000);
    for (int i = 0; i < 80; ++i)
        QTest::keyClick(m_map, Qt::Key_Minus);
    EXPECT_GT(m_map->pixelsPerDegree(), whole / 4) << "the country never gets lost";
    EXPECT_EQ(sum(), 6);
}

TEST_F(MapTest, buttons_zoomAndGoHome)
{
    lahoreAndSialkot(5);
    open();
    const double whole = m_map->pixelsPerDegree();
    click(part<QToolButton>(*m_page, "zoomIn"));
    EXPECT_GT(m_map->pixelsPerDegree(), whole);
    click(part<QToolButton>(*m_page, "zoomIn"));
    click(part<QToolButton>(*m_page, "zoomOut"));
    EXPECT_GT(m_map->pixelsPerDegree(), whole);
    click(part<QToolButton>(*m_page, "wholeCountry"));
    EXPECT_NEAR(m_map->pixelsPerDegree(), whole, 1e-9);
}

TEST_F(MapTest, tab_walksFromTheLargest_saysEach_andEnterOpens)
{
    lahoreAndSialkot(30);
    visited(building("LHE", 80,
                     {{QStringLiteral("latitude_e6"), 31'550'000},
                      {QStringLiteral("longitude_e6"), 74'340'000},
                      {QStringLiteral("position_source"), QStringLiteral("gps")}}),
            "submitted", "eligible", "2026-11-20");
    open();
    m_map->setFocus(Qt::TabFocusReason);
    EXPECT_TRUE(m_map->accessibleName().startsWith(QStringLiteral("Map of the buildings: 3")))
        << qPrintable(m_map->accessibleName());
    EXPECT_TRUE(m_map->currentWords().contains(QStringLiteral("Lahore")));
    EXPECT_TRUE(m_map->currentWords().contains(QStringLiteral("Under review 1")));
    EXPECT_TRUE(largest()->isCurrent());
    const QImage ringed = pictureOf(*m_map);
    EXPECT_GT(count(ringed, currentTheme().colour(Colour::Focus)), 40) << "a ring that can be seen";
    const double whole = m_map->pixelsPerDegree();
    QTest::keyClick(m_map, Qt::Key_Return);
    EXPECT_GT(m_map->pixelsPerDegree(), 10 * whole) << "as near as its buildings allow";
    QTest::keyClick(list(), Qt::Key_Escape); // of its buildings
    EXPECT_TRUE(m_map->hasFocus());
    QTest::keyClick(m_map, Qt::Key_Home);

    // Nearer to Sialkot, whose building then stands alone; Enter shows it.
    wheel(600, onScreen(onMap(32.4945, 74.5229)));
    const auto single = [this] { return m_map->currentWords().contains(QStringLiteral("SKT-0001")); };
    for (int i = 0; i < 60 && m_map->hasFocus() && !single(); ++i)
        QTest::keyClick(m_map, Qt::Key_Tab);
    ASSERT_TRUE(single()) << qPrintable(m_map->accessibleName());
    QTest::keyClick(m_map, Qt::Key_Return);
    EXPECT_EQ(code(), QStringLiteral("SKT-0001"));
    EXPECT_TRUE(m_map->isVisible());
}

TEST_F(MapTest, tab_leavesBehindTheLast)
{
    lahoreAndSialkot(2);
    open();
    m_map->setFocus(Qt::TabFocusReason);
    const auto seen = m_map->inSight().size();
    for (qsizetype i = 0; i < seen; ++i) {
        EXPECT_TRUE(m_map->hasFocus());
        QTest::keyClick(m_map, Qt::Key_Tab);
    }
    EXPECT_FALSE(m_map->hasFocus());
    EXPECT_EQ(m_map->accessibleName(), QStringLiteral("Map of the buildings"));
}

TEST_F(MapTest, clickOnAProvince_filtersTheTable_andAgainNoMore)
{
    lahoreAndSialkot(3);
    placed("KHI", 1, 24.86, 67.01);
    open();
    const QPoint punjab = onScreen(onMap(31.0, 72.3));
    clickAt(punjab);
    EXPECT_EQ(rows(), 4);
    EXPECT_EQ(sum(), 4);
    EXPECT_EQ(chosen(), QStringList{markaz::test::cityOf("LHE").province});
    EXPECT_TRUE(m_map->isVisible());
    clickAt(punjab);
    EXPECT_EQ(rows(), 5);
    clickAt(onScreen(onMap(28.5, 65.5)));
    EXPECT_EQ(rows(), 5) << "Balochistan is not in the scope";
}

TEST_F(MapTest, clickOnACluster_comesNearer_clickOnABuildingShowsIt)
{
    placed("LHE", 1, 31.50, 74.30);
    placed("LHE", 2, 31.52, 74.32);
    const QString alone = placed("SGD", 1, 32.08, 72.67);
    open();
    ASSERT_EQ(m_map->clusters().size(), 2);
    clickAt(onScreen(onMap(32.08, 72.67)));
    EXPECT_EQ(code(), QStringLiteral("SGD-0001"));
    settle();
    clickAt(onScreen(largest()->pos()));
    EXPECT_EQ(m_map->inSight().size(), 2) << "both buildings of the cluster";
    for (const ClusterItem *item : m_map->inSight())
        EXPECT_EQ(item->cluster().count, 1);
    auto *table = part<QTableView>(*m_page, "buildingsTable");
    EXPECT_EQ(table->currentIndex().data(BuildingsModel::IdRole).toString(), alone) << "the table follows";
}

TEST_F(MapTest, staysWhereItIs_whenTheWindowChangesBehindTheTable)
{
    lahoreAndSialkot(5);
    open();
    wheel(480, QPoint(500, 200));
    const QPointF place = middle();
    m_page->showMap(false);
    m_page->resize(1300, 700);
    settle();
    m_page->showMap(true);
    settle();
    EXPECT_NEAR(middle().x(), place.x(), 2 / m_map->pixelsPerDegree());
    EXPECT_NEAR(middle().y(), place.y(), 2 / m_map->pixelsPerDegree());
}

TEST_F(MapTest, toolTip_saysWhatLiesUnderTheMouse)
{
    lahoreAndSialkot(30);
    open();
    const QPoint at = onScreen(largest()->pos());
    QHelpEvent event(QEvent::ToolTip, at, m_map->viewport()->mapToGlobal(at));
    QApplication::sendEvent(m_map->viewport(), &event);
    EXPECT_TRUE(QToolTip::text().contains(QStringLiteral("buildings near Lahore"))) << qPrintable(QToolTip::text());
    QToolTip::hideText();
}

TEST_F(MapTest, urdu_mirrorsTheControlsAndNotTheCountry)
{
    lahoreAndSialkot(5);
    ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    open();
    EXPECT_LT(onScreen(onMap(24.86, 67.01)).x(), onScreen(onMap(31.55, 74.34)).x()) << "Karachi lies west of Lahore";
    auto *map = part<BuildingsMap>(*m_page, "buildingsMap");
    EXPECT_LT(part<QToolButton>(*m_page, "zoomIn")->mapTo(map, QPoint()).x(), map->width() / 4);
    const QPointF before = middle();
    QTest::keyClick(m_map, Qt::Key_Right);
    EXPECT_GT(middle().x(), before.x()) << "right is east in both languages";
}

TEST_F(MapTest, aHundredThousand_areItemsOnlyWhereTheyAreInSight)
{
    lahoreAndSialkot(1);
    open();
    QRandomGenerator random(9);
    QList<MapPoint> points;
    for (int i = 0; i < 100'000; ++i)
        points.append({i, 24'000'000 + random.bounded(12'000'000), 61'000'000 + random.bounded(14'000'000),
                       random.bounded(kMapKinds)});
    m_page->resize(1134, 640);
    m_map->setPoints(points);
    EXPECT_EQ(sum(), 100'000);
    for (int step = 0; step < 12; ++step) {
        const QRectF sight = m_map->viewportTransform().inverted().mapRect(QRectF(m_map->viewport()->rect()));
        const auto seen = std::count_if(points.begin(), points.end(),
                                        [&sight](const MapPoint &point) { return sight.contains(onMap(point)); });
        EXPECT_GE(sum(), seen) << step << ": nothing in sight is lost";
        EXPECT_LT(m_map->scene()->items().size(), 1500) << step;
        wheel(240, QPoint(400, 250));
        QTest::keyClick(m_map, Qt::Key_Left);
    }
}

} // namespace
} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include "ui/desk.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/map/mapview.h"

#include <QRandomGenerator>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class MapGallery : public DeskFixture, public testing::WithParamInterface<Look>
{
};

/// The buildings of the whole country on the map, each city with as many as its size suggests.
TEST_P(MapGallery, map_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    Actor chief = m_chief;
    chief.provinces.clear();
    for (const Province &province : markaz::test::gazetteer().provinces())
        chief.provinces.append(province.code);
    QRandomGenerator random(3);
    const auto &cities = markaz::test::gazetteer().cities();
    for (qsizetype c = 0; c < 60; ++c) {
        const City &city = cities.at(c);
        const int count = 1 + std::min(city.population / 250'000, 24);
        for (int i = 0; i < count; ++i) {
            const auto near = [&random](qint64 middle) {
                return static_cast<int>(middle) + random.bounded(60'000) - 30'000;
            };
            const QString house = building(qPrintable(city.prefix), 400 + i,
                                           {{QStringLiteral("latitude_e6"), near(city.latitudeE6)},
                                            {QStringLiteral("longitude_e6"), near(city.longitudeE6)},
                                            {QStringLiteral("position_source"), QStringLiteral("gps")}});
            const int life = random.bounded(10);
            if (life == 1 || life == 2)
                assignment(house, "open");
            else if (life == 3)
                visited(house, "submitted", "eligible", "2026-11-20");
            else if (life == 4)
                visited(house, "rejected", "eligible", "2026-11-20");
            else if (life > 4 && life < 8)
                certificate(house, visited(house, "accepted", "eligible", "2026-10-01"),
                            life == 7 ? "provisional" : "full", "issued", "2026-10-02",
                            life == 6 ? "2026-11-01" : "2027-12-31");
        }
    }
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(chief), {});
    window.resize(1366, 690);
    present(window);
    frame->showPage(QStringLiteral("buildings"));
    auto *page = static_cast<BuildingsPage *>(frame->page(QStringLiteral("buildings")));
    page->showMap(true);
    auto *map = part<MapView>(*page, "mapView");
    map->setFocus();
    QTest::keyClick(map, Qt::Key_Tab);
    checkPicture(window, QStringLiteral("buildings-map"), name);
    QTest::keyClick(map, Qt::Key_Return);
    checkPicture(window, QStringLiteral("buildings-map-circle"), name);
    QTest::keyClick(part<QWidget>(*page, "mapPanelList"), Qt::Key_Escape);
    QTest::keyClick(map, Qt::Key_Home);
    const auto at = [map](double latitude, double longitude) {
        return map->viewportTransform().map(onMap(latitude, longitude)).toPoint();
    };
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, at(30.7, 72.0));
    QTest::keyClick(map, Qt::Key_Return);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(map, Qt::Key_Plus);
    for (const ClusterItem *item : map->inSight()) {
        if (item->cluster().count == 1) {
            QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->viewportTransform().map(item->pos()).toPoint());
            break;
        }
    }
    checkPicture(window, QStringLiteral("buildings-map-near"), name);
}

INSTANTIATE_TEST_SUITE_P(Themes, MapGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/deskfixture.h"
#include "ui/models/buildingsmodel.h"
#include "ui/pages/buildings/buildingdetail.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/map/mapview.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QListView>
#include <QTableView>
#include <QWheelEvent>

#include <cmath>

namespace markaz::ui::test {

/// The buildings page with its map, for an inspector of two provinces.
class MapFixture : public DeskFixture
{
protected:
    std::unique_ptr<BuildingsPage> m_page;
    MapView *m_map = nullptr;

    void TearDown() override { leave(m_page); }
    void open()
    {
        leave(m_page);
        Actor actor = m_me;
        actor.provinces.append(markaz::test::cityOf("KHI").province); // one alone would be no choice
        m_page = std::make_unique<BuildingsPage>(services(actor));
        m_page->resize(1134, 640);
        present(*m_page);
        m_map = part<MapView>(*m_page, "mapView");
        click(part<SegmentedControl>(*m_page, "buildingsView")->button(QStringLiteral("map")));
        settle();
        ASSERT_TRUE(m_map->isVisible());
    }
    /// \p id: of one that is there and moves.
    QString placed(const char *prefix, int number, double latitude, double longitude, const QString &id = {})
    {
        return put(Entity::Building,
                   buildingFields(prefix, number,
                                  {{QStringLiteral("latitude_e6"), static_cast<int>(std::lround(latitude * 1e6))},
                                   {QStringLiteral("longitude_e6"), static_cast<int>(std::lround(longitude * 1e6))},
                                   {QStringLiteral("position_source"), QStringLiteral("gps")}}),
                   id);
    }
    /// Lahore's \p count buildings within a kilometre or so, and one in Sialkot.
    void lahoreAndSialkot(int count)
    {
        for (int i = 0; i < count; ++i)
            placed("LHE", i + 1, 31.55 + 0.002 * (i % 5),
                   74.34 + 0.002 * double(i / 5)); // NOLINT(bugprone-integer-division): rows of five
        placed("SKT", 1, 32.4945, 74.5229);
    }
    int sum() const
    {
        int all = 0;
        for (const MapCluster &cluster : m_map->clusters())
            all += cluster.count;
        return all;
    }
    QPoint onScreen(const QPointF &place) const { return m_map->viewportTransform().map(place).toPoint(); }
    QPointF middle() const
    {
        return m_map->viewportTransform().inverted().map(QRectF(m_map->viewport()->rect()).center());
    }
    ClusterItem *largest() const { return m_map->inSight().value(0); }
    void clickAt(const QPoint &at) { QTest::mouseClick(m_map->viewport(), Qt::LeftButton, {}, at); }
    void wheel(int delta, const QPoint &at)
    {
        QWheelEvent event(at, m_map->viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_map->viewport(), &event);
    }
    void mouse(QEvent::Type type, const QPoint &at, Qt::MouseButton button, Qt::MouseButtons buttons)
    {
        QMouseEvent event(type, at, m_map->viewport()->mapToGlobal(at), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(m_map->viewport(), &event);
    }
    QStringList chosen() const
    {
        QStringList codes;
        const auto items = m_map->scene()->items();
        for (QGraphicsItem *item : items) {
            if (const auto *province = dynamic_cast<ProvinceItem *>(item); province != nullptr && province->isChosen())
                codes.append(province->code());
        }
        return codes;
    }
    QWidget *panel() { return part<QWidget>(*m_page, "mapPanel"); }
    QListView *list() { return part<QListView>(*m_page, "mapPanelList"); }
    QString listed() // codes
    {
        const QAbstractItemModel *model = list()->model();
        QStringList codes;
        for (int row = 0; row < model->rowCount(); ++row)
            codes.append(model->index(row, BuildingsModel::Code).data().toString());
        return codes.join(QLatin1Char(' '));
    }
    QString words(const char *label) { return part<QLabel>(*m_page, label)->text(); }
    int rows() { return part<QTableView>(*m_page, "buildingsTable")->model()->rowCount(); }
    QString code()
    {
        auto *detail = m_page->findChild<BuildingDetail *>();
        return detail->isVisibleTo(m_page.get()) ? wordsOf(*detail).section(QLatin1Char('\n'), 0, 0) : QString();
    }
};

} // namespace markaz::ui::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/mapview.h"

#include "ui/text/citylabels.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace markaz::ui {
namespace {

constexpr double kCell = 64;         // px; clusters are at least about that far apart
constexpr double kBase = 32;         // px of a degree at level 0
constexpr double kNearest = 200'000; // px of a degree: half a metre
constexpr double kStep = 1.6;        // of one + or -
constexpr std::array kNameShifts{0.0, -24.0, 24.0, -48.0, 48.0, -72.0, 72.0}; // px

double cellAt(int level) // degrees
{
    return kCell / (kBase * std::exp2(level / 2.0));
}

} // namespace

MapView::MapView(const Gazetteer &gazetteer, QWidget *parent)
    : QGraphicsView(parent)
    , m_gazetteer(gazetteer)
{
    setScene(&m_scene);
    // All items are few and move together: an index of them would cost more than it saves.
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    setLayoutDirection(Qt::LeftToRight);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 200);
    viewport()->setMouseTracking(true);
}

void MapView::setName(const QString &name)
{
    m_name = name;
    setAccessibleName(name);
}

void MapView::setWords(std::function<QString(const MapCluster &, const QString &)> words)
{
    m_words = std::move(words);
}

void MapView::setLand(const QList<ProvinceOutline> &provinces)
{
    for (const ProvinceOutline &outline : provinces) {
        m_provinces.append(new ProvinceItem(outline));
        m_scene.addItem(m_provinces.last());
        m_provinceNames.append(new ProvinceNameItem(outline));
        m_scene.addItem(m_provinceNames.last());
        m_country |= outline.path.boundingRect();
    }
    setChosenProvinces(m_chosen);
    setPoints(m_points);
    showWholeCountry();
}

void MapView::setProvinces(const QStringList &offered)
{
    m_offered = offered;
}

void MapView::setChosenProvinces(const QStringList &chosen)
{
    m_chosen = chosen;
    for (ProvinceItem *province : std::as_const(m_provinces))
        province->setChosen(chosen.contains(province->code()));
}

void MapView::setPoints(const QList<MapPoint> &points)
{
    m_points = points;
    // There is room to bring every edge of the country to the middle of a wide window, and every point, wherever it
    // lies.
    const double around = 1.5 * std::max(m_country.width(), m_country.height());
    QRectF room = m_country.adjusted(-around, -around, around, around);
    for (const MapPoint &point : points) {
        const QPointF at = onMap(point);
        if (!room.contains(at))
            room |= QRectF(at - QPointF(1, 1), QSizeF(2, 2));
    }
    m_moves = true;
    setSceneRect(room);
    m_moves = false;
    arrange(true);
}

QPointF MapView::onScreen(const QPointF &place) const
{
    return viewportTransform().map(place); // mapFromScene() would round
}

void MapView::setScaleAt(double scale, const QPointF &middle)
{
    m_moves = true;
    setTransform(QTransform::fromScale(scale, scale));
    centerOn(middle);
    m_moves = false;
    arrange(false);
}

void MapView::showWholeCountry()
{
    m_whole = true;
    if (m_country.isEmpty())
        return;
    setScaleAt(wholeScale(), m_country.center());
}

double MapView::wholeScale() const
{
    return std::min(viewport()->width() / m_country.width(), viewport()->height() / m_country.height()) * 0.95;
}

void MapView::zoomBy(double factor, const QPointF &at)
{
    if (m_country.isEmpty())
        return;
    const double scale = std::clamp(pixelsPerDegree() * factor, wholeScale() / 2, kNearest);
    const QPointF place = viewportTransform().inverted().map(at);
    const QPointF middle = QRectF(viewport()->rect()).center();
    m_whole = false;
    setScaleAt(scale, place + (middle - at) / scale);
}

void MapView::zoomIn()
{
    zoomBy(kStep, QRectF(viewport()->rect()).center());
}

void MapView::zoomOut()
{
    zoomBy(1 / kStep, QRectF(viewport()->rect()).center());
}

void MapView::pan(int dx, int dy)
{
    m_whole = false;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + dx);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + dy);
}

void MapView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    if (!m_moves)
        arrange(false);
}

void MapView::resizeEvent(QResizeEvent *event)
{
    // Resized while it was hidden, it is told so when it is shown, and not from which size.
    const QSize before = event->oldSize().isValid() ? event->oldSize() : m_size;
    const QPointF middle = viewportTransform().inverted().map(QRectF(QPointF(0, 0), QSizeF(before)).center());
    QGraphicsView::resizeEvent(event);
    m_size = event->size();
    if (m_whole)
        showWholeCountry();
    else
        setScaleAt(pixelsPerDegree(), middle);
}

void MapView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange ||
        event->type() == QEvent::FontChange)
        arrange(true);
}

void MapView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, currentTheme().colour(Colour::Base));
}

QString MapView::placeNear(const QPointF &at, double reach) const
{
    const City *largest = nullptr;
    const City *nearest = nullptr;
    double least = 0;
    for (const City &city : m_gazetteer.cities()) {
        const QPointF way =
            onMap(static_cast<double>(city.latitudeE6) / 1e6, static_cast<double>(city.longitudeE6) / 1e6) - at;
        const double distance = std::hypot(way.x(), way.y());
        if (distance <= reach && (largest == nullptr || city.population > largest->population))
            largest = &city;
        if (nearest == nullptr || distance < least) {
            nearest = &city;
            least = distance;
        }
    }
    if (largest != nullptr)
        return labels::cityName(*largest);
    return nearest != nullptr ? labels::cityName(*nearest) : QString();
}

/// The points of which the clusters are made.
QList<MapPoint> MapView::pointsAround() const
{
    const double edge = 3 * cellAt(m_level);
    const QRectF reach = m_arranged.adjusted(-edge, -edge, edge, edge);
    QList<MapPoint> near;
    for (const MapPoint &point : std::as_const(m_points)) {
        if (reach.contains(onMap(point)))
            near.append(point);
    }
    return near;
}

void MapView::arrange(bool anew)
{
    const double scale = pixelsPerDegree();
    const int level = static_cast<int>(std::floor(2 * std::log2(scale / kBase)));
    const QRectF sight = viewportTransform().inverted().mapRect(QRectF(viewport()->rect()));
    if (!anew && level == m_level && m_arranged.contains(sight)) {
        if (scale != m_namedAt) // a pan moves all alike
            placeNames();
        return;
    }
    // Only what is in sight or soon will be is gathered. The grid is fixed to the map and reaches far beyond the edges
    // of the screen, so that a pan changes no cluster that is seen.
    const double cell = cellAt(level);
    const double beyond = std::max({sight.width() / 2, sight.height() / 2, 3 * cell});
    m_level = level;
    m_arranged = sight.adjusted(-beyond, -beyond, beyond, beyond);
    m_clusters = clustersOf(pointsAround(), cell);

    const std::optional<qint64> held = m_current != nullptr ? std::optional(m_current->cluster().key) : std::nullopt;
    m_current = nullptr;
    qDeleteAll(m_items);
    m_items.clear();
    const int most = m_clusters.isEmpty() ? 1 : m_clusters.first().count;
    for (const MapCluster &cluster : std::as_const(m_clusters)) {
        if (!m_arranged.contains(cluster.centre))
            continue;
        m_items.append(
            new ClusterItem(cluster, most, cluster.count > 1 ? placeNear(cluster.centre, cell / 2) : QString()));
        m_scene.addItem(m_items.last());
        if (held == cluster.key)
            m_current = m_items.last();
    }
    if (m_current != nullptr)
        m_current->setCurrent(true);
    if (held)
        sayCurrent();
    placeNames();
}

void MapView::placeNames()
{
    // The largest first; a name that would lie on a circle, a symbol or another name is left out.
    m_namedAt = pixelsPerDegree();
    QList<QRectF> taken;
    for (const ClusterItem *item : std::as_const(m_items)) {
        const double reach = item->reach();
        taken.append(QRectF(onScreen(item->pos()) - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)));
    }
    const auto free = [&taken](const QRectF &area) {
        return std::none_of(taken.begin(), taken.end(),
                            [&area](const QRectF &other) { return other.intersects(area); });
    };
    for (qsizetype i = 0; i < m_provinceNames.size(); ++i) {
        ProvinceNameItem *name = m_provinceNames.at(i);
        name->fit(m_namedAt);
        if (!name->isVisible())
            continue;
        // In the middle, or a little above or below it, but in the province.
        const QRectF area = name->boundingRect().translated(onScreen(name->pos()));
        const auto shift = std::find_if(kNameShifts.begin(), kNameShifts.end(), [&](double by) {
            return free(area.translated(0, by)) &&
                   m_provinces.at(i)->path().contains(name->pos() + QPointF(0, by / m_namedAt));
        });
        if (shift == kNameShifts.end()) {
            name->setVisible(false);
            continue;
        }
        name->setShift(*shift);
        taken.append(area.translated(0, *shift));
    }
    QSet<QString> named;
    for (ClusterItem *item : std::as_const(m_items)) {
        auto side = ClusterItem::Side::None;
        for (const auto wanted : {ClusterItem::Side::Right, ClusterItem::Side::Left}) {
            const QRectF area = item->nameArea(wanted).translated(onScreen(item->pos()));
            if (item->place().isEmpty() || named.contains(item->place()) || !free(area))
                continue;
            side = wanted;
            taken.append(area);
            named.insert(item->place());
            break;
        }
        if (side != item->nameSide())
            item->setNameSide(side);
    }
}

ClusterItem *MapView::clusterAt(const QPoint &at) const
{
    ClusterItem *found = nullptr;
    double least = 0;
    for (ClusterItem *item : m_items) {
        const QPointF way = onScreen(item->pos()) - at;
        const double distance = std::hypot(way.x(), way.y());
        if (distance > std::max(item->reach(), 12.0) || (found != nullptr && distance >= least))
            continue;
        found = item;
        least = distance;
    }
    return found;
}

ProvinceItem *MapView::provinceAt(const QPoint &at) const
{
    const QPointF place = viewportTransform().inverted().map(QPointF(at));
    for (ProvinceItem *province : m_provinces) {
        if (m_offered.contains(province->code()) && province->path().contains(place))
            return province;
    }
    return nullptr;
}

void MapView::markNear(qint64 key)
{
    const auto point =
        std::find_if(m_points.begin(), m_points.end(), [key](const auto &one) { return one.key == key; });
    if (point == m_points.end())
        return;
    const QPointF at = onMap(*point);
    ClusterItem *found = nullptr;
    double least = 0;
    const auto seen = inSight();
    for (ClusterItem *item : seen) {
        const MapCluster &cluster = item->cluster();
        if (at.x() < cluster.least.x() || at.x() > cluster.most.x() || at.y() < cluster.least.y() ||
            at.y() > cluster.most.y())
            continue;
        const QPointF way = cluster.centre - at;
        const double distance = std::hypot(way.x(), way.y());
        if (found == nullptr || distance < least) {
            found = item;
            least = distance;
        }
    }
    setCurrent(found);
}

void MapView::activate(const MapCluster &cluster, const QString &place, bool byKey)
{
    if (cluster.count == 1) {
        Q_EMIT buildingActivated(cluster.key);
        return;
    }
    // First, for what it opens may leave the map less room.
    Q_EMIT severalActivated(regionOf(pointsAround(), cellAt(m_level), cluster.key), place, byKey);
    const QRectF extent(cluster.least, cluster.most);
    if (cluster.isOnePlace() || pixelsPerDegree() >= kNearest)
        return;
    // Nearer by a third at least, and no nearer than that its buildings are in sight.
    const double wanted = 0.7 * std::min(viewport()->width() / std::max(extent.width(), 1e-9),
                                         viewport()->height() / std::max(extent.height(), 1e-9));
    m_whole = false;
    setScaleAt(std::min(std::max(wanted, pixelsPerDegree() * 1.5), kNearest), extent.center());
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/mapitems.h"

#include "ui/text/labels.h"
#include "ui/widgets/map/mapsymbols.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr double kLand = 0;
constexpr double kChosenLand = 1; // its edge lies over its neighbours'
constexpr double kNames = 2;
constexpr double kClusters = 3;
constexpr double kCurrent = 4;
constexpr double kFocusOut = 3;

/// Words over land and outlines: a line of ground around each letter.
void paintWords(QPainter &painter, const QRectF &area, const QString &words, const QColor &ink, const QColor &ground)
{
    const QRect rect = area.toAlignedRect();
    painter.setPen(ground);
    for (const QPoint &by : {QPoint(-1, 0), QPoint(1, 0), QPoint(0, -1), QPoint(0, 1)})
        drawWords(painter, rect.translated(by), Qt::AlignCenter, words);
    painter.setPen(ink);
    drawWords(painter, rect, Qt::AlignCenter, words);
}

QPolygonF largestOf(const QPainterPath &path)
{
    QPolygonF largest;
    double most = 0;
    const auto polygons = path.toSubpathPolygons();
    for (const QPolygonF &polygon : polygons) {
        const QRectF box = polygon.boundingRect();
        if (box.width() * box.height() > most) {
            most = box.width() * box.height();
            largest = polygon;
        }
    }
    return largest;
}

/// The centre of gravity of an outline.
QPointF middleOf(const QPolygonF &polygon)
{
    double area = 0;
    QPointF sum;
    for (qsizetype i = 0; i + 1 < polygon.size(); ++i) {
        const QPointF &a = polygon.at(i);
        const QPointF &b = polygon.at(i + 1);
        const double cross = a.x() * b.y() - b.x() * a.y();
        area += cross;
        sum += (a + b) * cross;
    }
    return qFuzzyIsNull(area) ? polygon.boundingRect().center() : sum / (3 * area);
}

} // namespace

ProvinceItem::ProvinceItem(const ProvinceOutline &outline)
    : m_outline(outline)
{
    setZValue(kLand);
}

void ProvinceItem::setChosen(bool chosen)
{
    m_chosen = chosen;
    setZValue(chosen ? kChosenLand : kLand);
    update();
}

QRectF ProvinceItem::boundingRect() const
{
    return m_outline.path.boundingRect().adjusted(-0.1, -0.1, 0.1, 0.1);
}

void ProvinceItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Theme theme = currentTheme();
    QPen pen(theme.colour(m_chosen ? Colour::AccentText : Colour::LandOutline), m_chosen ? 2 : 1);
    pen.setCosmetic(true);
    pen.setJoinStyle(Qt::RoundJoin);
    painter->setPen(pen);
    painter->setBrush(theme.colour(m_chosen ? Colour::Tint : Colour::Land));
    painter->drawPath(m_outline.path);
}

ProvinceNameItem::ProvinceNameItem(const ProvinceOutline &outline)
    : m_code(outline.code)
    , m_extent(outline.path.boundingRect())
{
    setFlag(ItemIgnoresTransformations);
    setZValue(kNames);
    setPos(middleOf(largestOf(outline.path)));
}

QString ProvinceNameItem::words() const
{
    return labels::province(m_code);
}

void ProvinceNameItem::fit(double scale)
{
    setShift(0); // language and theme have their own font
    setVisible(boundingRect().width() < m_extent.width() * scale);
}

void ProvinceNameItem::setShift(double shift)
{
    prepareGeometryChange();
    m_shift = shift;
}

QRectF ProvinceNameItem::boundingRect() const
{
    const Theme theme = currentTheme();
    const double width = QFontMetricsF(theme.font(Type::SectionTitle)).horizontalAdvance(words()) + 4;
    const double height = theme.lineHeight(Type::SectionTitle);
    return {-width / 2, m_shift - height / 2, width, height};
}

void ProvinceNameItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Theme theme = currentTheme();
    painter->setFont(theme.font(Type::SectionTitle));
    paintWords(*painter, boundingRect(), words(), theme.colour(Colour::Text3), theme.colour(Colour::Land));
}

ClusterItem::ClusterItem(const MapCluster &cluster, int most, const QString &place)
    : m_cluster(cluster)
    , m_place(place)
    , m_radius(cluster.count == 1 ? mapsymbols::kSymbolRadius : mapsymbols::radiusOf(cluster.count, most))
{
    setFlag(ItemIgnoresTransformations);
    setZValue(kClusters);
    setPos(cluster.centre);
    const Theme theme = currentTheme(); // another theme makes new items
    if (!place.isEmpty())
        m_nameSize = {QFontMetricsF(theme.font(Type::Chip)).horizontalAdvance(place) + 4,
                      static_cast<double>(theme.lineHeight(Type::Chip))};
}

double ClusterItem::reach() const
{
    return m_cluster.count == 1 ? m_radius + 2 : m_radius + mapsymbols::kRing + 2.5;
}

void ClusterItem::setCurrent(bool current)
{
    m_current = current;
    setZValue(current ? kCurrent : kClusters);
    update();
}

void ClusterItem::setNameSide(Side side)
{
    prepareGeometryChange();
    m_side = side;
}

QRectF ClusterItem::nameArea(Side side) const
{
    if (side == Side::None || m_place.isEmpty())
        return {};
    const double left = side == Side::Right ? reach() + 2 : -reach() - 2 - m_nameSize.width();
    return {{left, -m_nameSize.height() / 2}, m_nameSize};
}

QRectF ClusterItem::boundingRect() const
{
    const double most = reach() + kFocusOut + 2;
    return QRectF(-most, -most, 2 * most, 2 * most).united(nameArea(m_side));
}

void ClusterItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Theme theme = currentTheme();
    if (m_cluster.count == 1) {
        const auto kind = std::find(m_cluster.kinds.begin(), m_cluster.kinds.end(), 1) - m_cluster.kinds.begin();
        mapsymbols::paintStage(*painter, {0, 0}, static_cast<Stage>(kind));
    } else {
        mapsymbols::paintCluster(*painter, {0, 0}, m_cluster, m_radius);
    }
    if (m_current) {
        const double at = reach() + kFocusOut;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme.colour(Colour::Focus), 2));
        painter->drawEllipse(QPointF(0, 0), at, at);
    }
    if (m_side != Side::None) {
        painter->setFont(theme.font(Type::Chip));
        paintWords(*painter, nameArea(m_side), m_place, theme.colour(Colour::Text), theme.colour(Colour::Base));
    }
}

} // namespace markaz::ui

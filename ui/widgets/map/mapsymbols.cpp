// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/mapsymbols.h"

#include "ui/text/format.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace markaz::ui::mapsymbols {
namespace {

constexpr double kLeastRadius = 10;
constexpr double kMostRadius = 24;
constexpr int kFewest = 50; // buildings that the largest circle stands for at least
constexpr double kLeastShare = 10;

/// Corners on circles of \p radius and, for every second one, \p inner; the first at \p from degrees, 0 = up.
QPainterPath star(int corners, double radius, double inner, double from)
{
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = qDegreesToRadians(from + 360.0 * i / corners - 90);
        const double length = i % 2 == 0 ? radius : inner;
        polygon.append({length * std::cos(angle), length * std::sin(angle)});
    }
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

QPainterPath regular(int corners, double radius, double from)
{
    return star(corners, radius, radius, from);
}

} // namespace

const QList<Stage> &stages()
{
    static const QList<Stage> all{Stage::Identified, Stage::Assigned,    Stage::Inspected, Stage::UnderReview,
                                  Stage::Certified,  Stage::Provisional, Stage::Refused,   Stage::Lapsed};
    return all;
}

Colour colourOf(Stage stage)
{
    switch (stage) {
    case Stage::Assigned:
        return Colour::Chart3;
    case Stage::Inspected:
        return Colour::Chart2;
    case Stage::UnderReview:
        return Colour::Chart4;
    case Stage::Certified:
    case Stage::Provisional:
        return Colour::Chart1;
    case Stage::Refused:
        return Colour::Chart5;
    case Stage::Identified:
    case Stage::Lapsed:
        break;
    }
    return Colour::Chart6;
}

bool isHatched(Stage stage)
{
    return stage == Stage::Provisional || stage == Stage::Lapsed;
}

QPainterPath shapeOf(Stage stage, double radius)
{
    QPainterPath path;
    switch (stage) {
    case Stage::Identified:
        path.addEllipse({0, 0}, radius * 0.75, radius * 0.75);
        break;
    case Stage::Assigned:
        path = regular(3, radius, 0);
        break;
    case Stage::Inspected:
        path.addRect(-radius * 0.75, -radius * 0.75, radius * 1.5, radius * 1.5);
        break;
    case Stage::UnderReview:
        path = regular(4, radius, 0);
        break;
    case Stage::Certified:
    case Stage::Provisional:
        path = star(10, radius * 1.1, radius * 0.55, 0);
        break;
    case Stage::Refused: {
        const double arm = radius * 0.3;
        path.addRect(-radius, -arm, radius * 2, arm * 2);
        QPainterPath other;
        other.addRect(-arm, -radius, arm * 2, radius * 2);
        QTransform turn;
        turn.rotate(45);
        path = turn.map(path.united(other));
        break;
    }
    case Stage::Lapsed:
        path = regular(3, radius, 180);
        break;
    }
    return path;
}

void paintStage(QPainter &painter, const QPointF &centre, Stage stage, double radius)
{
    const Theme theme = currentTheme();
    const QColor colour = theme.colour(colourOf(stage));
    const QColor ground = theme.colour(Colour::Base);
    const QPainterPath shape = shapeOf(stage, radius).translated(centre);
    // A line of ground around it: on land, on an outline, on its neighbour.
    painter.setBrush(ground);
    painter.setPen(QPen(ground, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(shape);
    const bool hollow = isHatched(stage) || stage == Stage::Identified;
    painter.setPen(QPen(colour, hollow ? 2.2 : 1, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter.setBrush(hollow ? ground : colour);
    painter.drawPath(shape);
}

QList<std::pair<Stage, double>> sharesOf(const MapCluster &cluster)
{
    QList<std::pair<Stage, double>> shares;
    double wide = 0; // degrees of those that are more than the least
    double rest = 360;
    for (const Stage stage : stages()) {
        const int count = cluster.kinds[static_cast<size_t>(stage)];
        if (count == 0)
            continue;
        const double share = 360.0 * count / cluster.count;
        shares.append({stage, share});
        if (share <= kLeastShare)
            rest -= kLeastShare;
        else
            wide += share;
    }
    for (auto &share : shares)
        share.second = share.second <= kLeastShare ? kLeastShare : share.second * rest / wide;
    return shares;
}

void paintRing(QPainter &painter, const QPointF &centre, const MapCluster &cluster, double radius)
{
    const Theme theme = currentTheme();
    const QColor ground = theme.colour(Colour::Base);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(centre, radius + kRing + 2.5, radius + kRing + 2.5);

    const double at = radius + 1 + kRing / 2;
    const QRectF circle(centre - QPointF(at, at), QSizeF(2 * at, 2 * at));
    const auto shares = sharesOf(cluster);
    const double gap = shares.size() > 1 ? 4 : 0;
    double from = 90;
    for (const auto &[stage, degrees] : shares) {
        const QColor colour = theme.colour(colourOf(stage));
        QPen pen(isHatched(stage) ? QBrush(colour, Qt::Dense4Pattern) : QBrush(colour), kRing, Qt::SolidLine,
                 Qt::FlatCap);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawArc(circle, qRound((from - gap / 2) * 16), qRound(-(degrees - gap) * 16));
        from -= degrees;
    }
}

void paintCluster(QPainter &painter, const QPointF &centre, const MapCluster &cluster, double radius)
{
    const Theme theme = currentTheme();
    paintRing(painter, centre, cluster, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::Accent));
    painter.drawEllipse(centre, radius - 0.5, radius - 0.5);
    painter.setPen(theme.colour(Colour::OnAccent));
    painter.setFont(theme.font(Type::Code));
    painter.drawText(QRectF(centre - QPointF(40, 20), QSizeF(80, 40)), Qt::AlignCenter | Qt::TextDontClip,
                     format::number(cluster.count));
}

double radiusOf(int count, int most)
{
    const double byCount = kMostRadius * std::sqrt(static_cast<double>(count) / std::max(most, kFewest));
    const double forNumber =
        QFontMetricsF(currentTheme().font(Type::Code)).horizontalAdvance(format::number(count)) / 2 + 4;
    return std::max({byCount, forNumber, kLeastRadius});
}

} // namespace markaz::ui::mapsymbols

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/mapclusters.h"
#include "core/storage/buildingrepository.h"
#include "ui/widgets/theme.h"

#include <QPainterPath>

/// How the map shows stages. Shape and colour both tell a stage; the colours are the six of the charts, of which
/// look.md has the distances for each kind of colour blindness. Two stages share a colour with the one that they come
/// from, and are hatched in the ring and hollow as a symbol: Provisional (of Certified) and Lapsed (of Identified).
namespace markaz::ui::mapsymbols {

inline constexpr double kSymbolRadius = 9;
inline constexpr double kRing = 4; ///< px, width of the ring of shares

/// All stages in the order of Stage, which is that of the legend and of the ring, clockwise from the top.
const QList<Stage> &stages();
Colour colourOf(Stage stage);
bool isHatched(Stage stage);
/// The outline of the symbol around (0, 0); differs for each stage.
QPainterPath shapeOf(Stage stage, double radius = kSymbolRadius);

void paintStage(QPainter &painter, const QPointF &centre, Stage stage, double radius = kSymbolRadius);
/// The shares of the stages around the circle. Each is at least 10 degrees wide, so that one certified building among
/// hundreds is seen.
QList<std::pair<Stage, double>> sharesOf(const MapCluster &cluster); ///< degrees, together 360
/// That ring, on ground of its own, around a circle of \p radius.
void paintRing(QPainter &painter, const QPointF &centre, const MapCluster &cluster, double radius);
void paintCluster(QPainter &painter, const QPointF &centre, const MapCluster &cluster, double radius);
/// The circle without its ring, its area by the count, wide enough for the number.
double radiusOf(int count, int most);

} // namespace markaz::ui::mapsymbols

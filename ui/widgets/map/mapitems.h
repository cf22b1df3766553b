// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/mapclusters.h"
#include "ui/widgets/map/provinceoutlines.h"

#include <QGraphicsItem>

namespace markaz::ui {

/// A province: land, or tint with a strong edge while the list is filtered by it.
class ProvinceItem final : public QGraphicsItem
{
public:
    explicit ProvinceItem(const ProvinceOutline &outline);
    const QString &code() const { return m_outline.code; }
    const QPainterPath &path() const { return m_outline.path; }
    void setChosen(bool chosen);
    bool isChosen() const { return m_chosen; }
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    ProvinceOutline m_outline;
    bool m_chosen = false;
};

/// A province's name in the middle of it, as large at every zoom; hidden where the province is narrower.
class ProvinceNameItem final : public QGraphicsItem
{
public:
    explicit ProvinceNameItem(const ProvinceOutline &outline);
    QString words() const;
    /// \p scale: px of a degree.
    void fit(double scale);
    void setShift(double shift); ///< px below the middle of the province: something else stands there
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QString m_code;
    QRectF m_extent;
    double m_shift = 0;
};

/// A building, or several as a circle; as large at every zoom.
class ClusterItem final : public QGraphicsItem
{
public:
    enum class Side { None, Left, Right };

    /// \p most: the largest count on the map. \p place: the name of where it lies; empty for a building.
    ClusterItem(const MapCluster &cluster, int most, const QString &place);
    const MapCluster &cluster() const { return m_cluster; }
    const QString &place() const { return m_place; }
    double reach() const; ///< px from the middle to the edge
    void setCurrent(bool current);
    bool isCurrent() const { return m_current; }
    /// On which side the place's name stands; there has to be room.
    void setNameSide(Side side);
    Side nameSide() const { return m_side; }
    QRectF nameArea(Side side) const; ///< px around the middle
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    MapCluster m_cluster;
    QString m_place;
    QSizeF m_nameSize;
    double m_radius = 0;
    Side m_side = Side::None;
    bool m_current = false;
};

} // namespace markaz::ui

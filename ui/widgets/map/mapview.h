// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "ui/widgets/map/mapitems.h"

#include <QGraphicsScene>
#include <QGraphicsView>

#include <functional>
#include <optional>

namespace markaz::ui {

/// The provinces with points gathered to clusters. Wheel, +, - and double click zoom; drag and arrows pan; Home shows
/// the whole country. Tab walks through what is in sight, the largest cluster first, Enter opens it. Never mirrored.
/// Reads nothing: what it shows is handed in, and only what is in sight becomes items.
class MapView final : public QGraphicsView
{
    Q_OBJECT
public:
    explicit MapView(const Gazetteer &gazetteer, QWidget *parent = nullptr);
    void setName(const QString &name); ///< accessible name
    void setLand(const QList<ProvinceOutline> &provinces);
    /// Provinces that a click may choose; the others are only drawn.
    void setProvinces(const QStringList &offered);
    void setChosenProvinces(const QStringList &chosen);
    void setPoints(const QList<MapPoint> &points);
    /// How a cluster or a building is said: tool tip and screen reader. \p place: its name where it has one.
    void setWords(std::function<QString(const MapCluster &cluster, const QString &place)> words);

    double pixelsPerDegree() const { return transform().m11(); }
    const QList<MapCluster> &clusters() const { return m_clusters; } ///< in sight and around it
    QList<ClusterItem *> inSight() const;                            ///< in the order of Tab
    QString currentWords() const;                                    ///< of what has the keyboard; empty: nothing
    QRectF country() const { return m_country; }                     ///< in the degrees of onMap()
    /// The nearest place that people know: the most populous city within \p reach degrees, else the nearest one.
    QString placeNear(const QPointF &at, double reach) const;
    /// The keyboard's mark goes to what the point of this key is in, where that is in sight.
    void markNear(qint64 key);

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void showWholeCountry();

Q_SIGNALS:
    void provinceActivated(const QString &code);
    void buildingActivated(qint64 key);
    /// A circle was chosen: the piece of the map whose points it stands for, and the place that it lies near. The map
    /// comes nearer to them behind this. \p byKey: with the keyboard, and not with the mouse.
    void severalActivated(const markaz::MapRegion &region, const QString &place, bool byKey);

protected:
    bool viewportEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void zoomBy(double factor, const QPointF &at); ///< \p at: px in the viewport, stays where it is
    double wholeScale() const;                     ///< px of a degree that show the whole country
    void setScaleAt(double scale, const QPointF &middle);
    void pan(int dx, int dy);
    void arrange(bool anew);
    void placeNames();
    QList<MapPoint> pointsAround() const;
    void activate(const MapCluster &cluster, const QString &place, bool byKey);
    void setCurrent(ClusterItem *item);
    void sayCurrent();
    ClusterItem *clusterAt(const QPoint &at) const;
    ProvinceItem *provinceAt(const QPoint &at) const;
    QPointF onScreen(const QPointF &place) const;

    const Gazetteer &m_gazetteer;
    QGraphicsScene m_scene;
    QString m_name;
    std::function<QString(const MapCluster &, const QString &)> m_words;
    QRectF m_country;
    QList<ProvinceItem *> m_provinces;
    QList<ProvinceNameItem *> m_provinceNames;
    QStringList m_offered;
    QStringList m_chosen;
    QList<MapPoint> m_points;
    QList<MapCluster> m_clusters;
    int m_level = 0;
    double m_namedAt = 0; ///< px of a degree for which the names have their sides
    QRectF m_arranged;    ///< where clusters have items
    QList<ClusterItem *> m_items;
    ClusterItem *m_current = nullptr;
    bool m_whole = true; ///< the whole country is shown, also after a change of size
    std::optional<QPoint> m_pressed;
    QPoint m_dragged; ///< where the mouse was last, while it drags
    bool m_drags = false;
    bool m_moves = false; ///< scale and place are being set: half-way there is nothing to arrange
    QSize m_size;         ///< of the viewport, as it was told last
};

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/placesmodel.h"
#include "ui/services.h"

#include <QFrame>

namespace markaz::ui {

class MapLegend;
class MapView;

/// The buildings of the page's filter on the map, with its controls and its legend.
class BuildingsMap final : public QFrame
{
    Q_OBJECT
public:
    explicit BuildingsMap(const Services &services, QWidget *parent = nullptr);
    void setFilter(const BuildingFilter &filter);

Q_SIGNALS:
    void buildingRequested(const QString &id);
    /// A click on a province: filter by it, or no more by it.
    void provinceRequested(const QString &code);
    /// More buildings on one spot than a menu holds: those of these cities, as a list.
    void tableRequested(const QList<int> &cities);
    void failed(const markaz::Error &error);
    void reloaded();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildControls();
    void placeControls();
    void showPlaces();
    QString notes() const;
    QString wordsOf(const MapCluster &cluster, const QString &place) const;
    QString wordsOf(const BuildingRow &row) const;
    void openBuilding(qint64 key);
    void offer(const QList<qint64> &keys, const QPoint &at);

    Services m_services;
    PlacesModel m_model;
    MapView *m_view;
    MapLegend *m_legend;
    QWidget *m_controls;
};

} // namespace markaz::ui

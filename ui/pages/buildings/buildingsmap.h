// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/placesmodel.h"
#include "ui/services.h"

#include <QFrame>

class QShortcut;

namespace markaz::ui {

class MapLegend;
class MapPanel;
class MapView;
class SidePane;

/// The buildings of the page's filter on the map, with its controls and its legend, and beside it those of the circle
/// that was chosen last.
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
    /// The buildings of a circle as a filter of the table, and how that is called.
    void tableRequested(const QList<qint64> &keys, const QString &words);
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
    void showCircle(const MapRegion &region, const QString &place, bool byKey);
    bool fillPanel(bool another); ///< false: nothing is left in the circle
    void closePanel();

    Services m_services;
    PlacesModel m_model;
    BuildingFilter m_filter;
    MapRegion m_circle; ///< of which the panel has the buildings
    QString m_circlePlace;
    MapView *m_view;
    MapPanel *m_panel;
    SidePane *m_panes;
    QShortcut *m_escape;
    MapLegend *m_legend;
    QWidget *m_controls = nullptr;
};

} // namespace markaz::ui

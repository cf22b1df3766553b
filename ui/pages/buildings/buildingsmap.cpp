// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/buildingsmap.h"

#include "ui/pages/buildings/mappanel.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/map/maplegend.h"
#include "ui/widgets/map/mapsymbols.h"
#include "ui/widgets/map/mapview.h"
#include "ui/widgets/sidepane.h"

#include <QApplication>
#include <QEvent>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kMargin = 12;
constexpr int kPanelWidth = 360;
constexpr int kLeastMap = 320; ///< px beside the panel; with less the panel lies over the map

} // namespace

BuildingsMap::BuildingsMap(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_model(services.workspace, services.actor.role)
{
    setObjectName(QStringLiteral("buildingsMap"));
    setProperty("card", true);
    build();
    connect(&m_model, &PlacesModel::failed, this, &BuildingsMap::failed);
    connect(&m_model, &PlacesModel::reloaded, this, &BuildingsMap::showPlaces);
}

void BuildingsMap::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_view = new MapView(m_services.gazetteer, this);
    m_view->setObjectName(QStringLiteral("mapView"));
    m_view->setName(tr("Map of the buildings"));
    m_view->setProvinces(m_services.actor.provinces);
    m_view->setWords([this](const MapCluster &cluster, const QString &place) { return wordsOf(cluster, place); });
    connect(m_view, &MapView::provinceActivated, this, &BuildingsMap::provinceRequested);
    connect(m_view, &MapView::buildingActivated, this, &BuildingsMap::openBuilding);
    connect(m_view, &MapView::severalActivated, this, &BuildingsMap::showCircle);
    m_panel = new MapPanel(m_services, this);
    connect(m_panel, &MapPanel::buildingRequested, this, &BuildingsMap::buildingRequested);
    connect(m_panel, &MapPanel::tableRequested, this, &BuildingsMap::tableRequested);
    connect(m_panel, &MapPanel::failed, this, &BuildingsMap::failed);
    connect(m_panel, &MapPanel::closed, this, &BuildingsMap::closePanel);
    m_panes = new SidePane(m_view, kLeastMap, m_panel, kPanelWidth, this);
    connect(m_panes, &SidePane::arranged, this, &BuildingsMap::placeControls);
    column->addWidget(m_panes, 1);
    m_escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    m_escape->setContext(Qt::WidgetWithChildrenShortcut);
    m_escape->setEnabled(false); // with nothing to close the key is the page's
    connect(m_escape, &QShortcut::activated, this, &BuildingsMap::closePanel);

    auto *line = new QFrame(this);
    line->setFixedHeight(1);
    line->setProperty("line", true);
    column->addWidget(line);
    QStringList words;
    for (const Stage stage : mapsymbols::stages())
        words.append(labels::stage(labels::stageSeenBy(m_services.actor.role, token(stage))));
    m_legend = new MapLegend(words, this);
    column->addWidget(m_legend);
    m_controls = buildControls();
}

QWidget *BuildingsMap::buildControls()
{
    auto *controls = new QWidget(this);
    auto *column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto add = [&](const char *name, const QString &iconName, const QString &words, const QString &key,
                         void (MapView::*act)()) {
        auto *button = new QToolButton(controls);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(iconName));
        button->setFixedSize(32, 32);
        button->setAccessibleName(words);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(words, format::code(key)));
        connect(button, &QToolButton::clicked, m_view, act);
        column->addWidget(button);
    };
    add("zoomIn", QStringLiteral("list-add"), tr("Nearer"), QStringLiteral("+"), &MapView::zoomIn);
    add("zoomOut", QStringLiteral("list-remove"), tr("Farther"), QStringLiteral("-"), &MapView::zoomOut);
    add("wholeCountry", QStringLiteral("zoom-fit-best"), tr("The whole country"), QStringLiteral("Home"),
        &MapView::showWholeCountry);
    return controls;
}

void BuildingsMap::placeControls()
{
    if (m_controls == nullptr) // the map gets its place before they are made
        return;
    // At the trailing edge, over the map, which is never mirrored.
    m_controls->setVisible(!m_panes->isMainCovered());
    m_controls->adjustSize();
    const QRect map = m_view->geometry().translated(m_panes->pos());
    const int x =
        layoutDirection() == Qt::RightToLeft ? map.left() + kMargin : map.right() + 1 - kMargin - m_controls->width();
    m_controls->move(x, kMargin);
    m_controls->raise();
}

void BuildingsMap::setFilter(const BuildingFilter &filter)
{
    m_filter = filter;
    m_view->setChosenProvinces(filter.provinces);
    m_model.setFilter(filter);
}

void BuildingsMap::showPlaces()
{
    m_view->setPoints(m_model.placed().points);
    if (m_panes->isSideShown() && !fillPanel(false))
        closePanel();
    m_legend->setNotes(notes());
    Q_EMIT reloaded();
}

QString BuildingsMap::notes() const
{
    const int unplaced = m_model.placed().unplaced;
    if (unplaced == 0)
        return {};
    return unplaced == 1 ? tr("1 building has no position; the table lists it.")
                         : tr("%1 buildings have no position; the table lists them.").arg(format::number(unplaced));
}

QString BuildingsMap::wordsOf(const BuildingRow &row) const
{
    return tr("%1, %2, %3").arg(format::code(row.code), format::words(row.name), labels::stage(m_model.stageOf(row)));
}

QString BuildingsMap::wordsOf(const MapCluster &cluster, const QString &place) const
{
    if (cluster.count == 1) {
        const auto rows = m_model.rows({cluster.key});
        return rows && !rows->isEmpty() ? wordsOf(rows->first()) : QString();
    }
    QStringList shares;
    for (const Stage stage : mapsymbols::stages()) {
        const int count = cluster.kinds[static_cast<size_t>(stage)];
        if (count > 0)
            shares.append(tr("%1 %2").arg(labels::stage(labels::stageSeenBy(m_services.actor.role, token(stage))),
                                          format::number(count)));
    }
    return tr("%1 buildings near %2: %3")
        .arg(format::number(cluster.count), format::words(place), shares.join(tr(", ")));
}

void BuildingsMap::openBuilding(qint64 key)
{
    const auto rows = m_model.rows({key});
    if (!rows)
        Q_EMIT failed(rows.error());
    else if (!rows->isEmpty())
        Q_EMIT buildingRequested(rows->first().id);
}

void BuildingsMap::showCircle(const MapRegion &region, const QString &place, bool byKey)
{
    m_circle = region;
    m_circlePlace = place;
    if (!fillPanel(true))
        return;
    m_panes->setSideShown(true); // the map has its new width before it comes nearer
    m_escape->setEnabled(true);
    if (byKey || m_panes->isMainCovered())
        m_panel->takeKeyboard();
}

/// The panel has a piece of the map: whatever a sync brings there joins its list, what moves away or does not fit the
/// filter any more leaves it, and a filter that is taken away brings it back.
bool BuildingsMap::fillPanel(bool another)
{
    MapPanel::Circle circle;
    circle.place = m_circlePlace;
    for (const MapPoint &point : m_model.placed().points) {
        if (!m_circle.contains(point))
            continue;
        circle.keys.append(point.key);
        ++circle.stages[static_cast<size_t>(point.kind)];
    }
    if (circle.keys.isEmpty())
        return false;
    m_panel->setCircle(m_filter, circle, another);
    return true;
}

void BuildingsMap::closePanel()
{
    const bool focused = m_panel->isAncestorOf(QApplication::focusWidget());
    m_escape->setEnabled(false);
    m_panes->setSideShown(false);
    if (!focused)
        return;
    // Back to the circle; the map has come nearer to it, so to what the chosen building is in now.
    m_view->setFocus(Qt::OtherFocusReason);
    if (const auto key = m_panel->currentKey())
        m_view->markNear(*key);
}

void BuildingsMap::showEvent(QShowEvent *event)
{
    if (m_view->country().isEmpty()) { // read when it is wanted, and once
        if (const auto land = carriedProvinces())
            m_view->setLand(*land);
        else
            Q_EMIT failed(land.error());
    }
    m_model.setActive(true);
    QFrame::showEvent(event);
}

void BuildingsMap::hideEvent(QHideEvent *event)
{
    m_model.setActive(false);
    QFrame::hideEvent(event);
}

void BuildingsMap::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeControls();
}

void BuildingsMap::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        placeControls();
}

} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/buildingsmap.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/map/maplegend.h"
#include "ui/widgets/map/mapsymbols.h"
#include "ui/widgets/map/mapview.h"

#include <QEvent>
#include <QMenu>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kOffered = 30; // buildings on one spot that a menu lists
constexpr int kMargin = 12;

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
    connect(m_view, &MapView::severalActivated, this, &BuildingsMap::offer);
    column->addWidget(m_view, 1);

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
    // At the trailing edge, over the map, which is never mirrored.
    m_controls->adjustSize();
    const int x = layoutDirection() == Qt::RightToLeft ? kMargin : width() - kMargin - m_controls->width();
    m_controls->move(x, kMargin);
    m_controls->raise();
}

void BuildingsMap::setFilter(const BuildingFilter &filter)
{
    m_view->setChosenProvinces(filter.provinces);
    m_model.setFilter(filter);
}

void BuildingsMap::showPlaces()
{
    m_view->setPoints(m_model.placed().points);
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

void BuildingsMap::offer(const QList<qint64> &keys, const QPoint &at)
{
    const auto rows = m_model.rows(keys.mid(0, kOffered));
    if (!rows) {
        Q_EMIT failed(rows.error());
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("buildingsOnOneSpot"));
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
    QSet<int> cities;
    for (const BuildingRow &row : *rows) {
        cities.insert(row.cityId);
        const ChipContent chip = chips::stage(m_model.stageOf(row));
        QAction *action =
            menu->addAction(icon(chip.icon, chip.status), wordsOf(row).replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, id = row.id] { Q_EMIT buildingRequested(id); });
    }
    if (keys.size() > kOffered) { // one spot lies in one city, or on the border of two
        menu->addSeparator();
        connect(menu->addAction(tr("Show them in the table")), &QAction::triggered, this,
                [this, cities] { Q_EMIT tableRequested(cities.values()); });
    }
    menu->popup(at);
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

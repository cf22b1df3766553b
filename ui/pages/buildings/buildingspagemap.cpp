// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The map of the buildings page.
#include "core/workflow/preferences.h"
#include "ui/pages/buildings/buildingsmap.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QStackedWidget>

namespace markaz::ui {
namespace {

const QString kTable = QStringLiteral("table");
const QString kMap = QStringLiteral("map");
const QString kCircle = QStringLiteral("circle");
const QString kViewKey = QStringLiteral("buildings_view");

} // namespace

void BuildingsPage::buildViewSwitch()
{
    m_view = new SegmentedControl(this);
    m_view->setObjectName(QStringLiteral("buildingsView"));
    m_view->setSegments(
        {{kTable, tr("Table"), QStringLiteral("view-list-details")}, {kMap, tr("Map"), QStringLiteral("map-flat")}});
    const auto kept = Preferences(m_services.workspace).value(kViewKey); // unreadable: as if never chosen
    m_view->setCurrent(kept && kept->toString() == kMap ? kMap : kTable);
    header()->addAction(m_view);
    connect(m_view, &SegmentedControl::chosen, this, [this](const QString &id) {
        showView();
        if (auto set = Preferences(m_services.workspace).set(kViewKey, id); !set)
            messages()->post(kViewKey, Message::of(set.error()));
    });
}

void BuildingsPage::buildMap()
{
    m_map = new BuildingsMap(m_services, this);
    m_stack->addWidget(m_map);
    connect(m_map, &BuildingsMap::buildingRequested, this, &BuildingsPage::showBuilding);
    connect(m_map, &BuildingsMap::provinceRequested, this, &BuildingsPage::filterByProvince);
    connect(m_map, &BuildingsMap::tableRequested, this, &BuildingsPage::listCircle);
    connect(m_map, &BuildingsMap::failed, this,
            [this](const Error &error) { messages()->post(QStringLiteral("map"), Message::of(error)); });
    connect(m_map, &BuildingsMap::reloaded, this, [this] { messages()->withdraw(QStringLiteral("map")); });
}

void BuildingsPage::showMap(bool map)
{
    m_view->setCurrent(map ? kMap : kTable);
    showView();
}

bool BuildingsPage::registers() const
{
    return m_services.actor.role == Role::Inspector || m_services.actor.role == Role::Officer;
}

void BuildingsPage::showView()
{
    QWidget *view = m_table;
    if (m_model.rowCount() == 0) {
        view = m_empty;
        if (m_model.total() == 0)
            m_empty->setContent(QStringLiteral("building"), tr("No building of your provinces is registered yet."), {});
        else
            m_empty->setContent(QStringLiteral("building"),
                                registers() ? tr("No building matches. Clear the filters, or register a new one.")
                                            : tr("No building matches. Clear the filters."),
                                tr("Clear the filters"));
    } else if (m_view->current() == kMap)
        view = m_map;
    m_stack->setCurrentWidget(view);
}

void BuildingsPage::filterByProvince(const QString &code)
{
    // The same province again takes the filter away. A city of another province would leave nothing.
    const bool again = m_province->chosen() == QStringList{code};
    m_province->setChosen(again ? QStringList() : QStringList{code});
    m_city->setChosen({});
    applyFilter();
}

void BuildingsPage::listCircle(const QList<qint64> &keys, const QString &words)
{
    m_circleKeys = keys;
    m_circle->setOptions({{kCircle, words}});
    m_circle->setChosen({kCircle});
    showMap(false);
    applyFilter();
    m_table->setFocus(Qt::OtherFocusReason);
}

void BuildingsPage::addCircleTo(BuildingFilter &filter)
{
    const bool chosen = !m_circle->chosen().isEmpty();
    if (chosen)
        filter.keys = m_circleKeys;
    m_circle->setVisible(chosen);
}

} // namespace markaz::ui

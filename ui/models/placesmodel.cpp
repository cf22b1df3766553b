// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/placesmodel.h"

#include "ui/text/labels.h"

namespace markaz::ui {

PlacesModel::PlacesModel(Workspace &workspace, markaz::Role role, QObject *parent)
    : QObject(parent)
    , m_role(role)
    , m_repository(workspace.database)
{
    connect(&workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity != Entity::Owner && entity != Entity::Policy && entity != Entity::Account)
            m_freshness.changed();
    });
    connect(&workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

void PlacesModel::setFilter(const BuildingFilter &filter)
{
    m_filter = filter;
    m_freshness.changed();
}

void PlacesModel::reload()
{
    auto placed = m_repository.places(m_filter);
    auto here =
        m_role == markaz::Role::Inspector ? m_repository.registeredHere() : Result<QSet<QString>>(QSet<QString>());
    if (!placed || !here) {
        Q_EMIT failed(!placed ? placed.error() : here.error());
        return; // what was shown stays
    }
    m_placed = std::move(placed).value();
    m_registeredHere = std::move(here).value();
    m_freshness.refreshed();
    Q_EMIT reloaded();
}

Result<QList<BuildingRow>> PlacesModel::rows(const QList<qint64> &keys) const
{
    return m_repository.rows(keys);
}

QString PlacesModel::stageOf(const BuildingRow &row) const
{
    return labels::stageSeenBy(m_role, token(row.stage), m_registeredHere.contains(row.id));
}

} // namespace markaz::ui

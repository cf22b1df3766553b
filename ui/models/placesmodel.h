// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/buildingrepository.h"
#include "core/workflow/changes.h"
#include "ui/models/freshness.h"

namespace markaz::ui {

/// What the map shows: where the buildings of the filter lie and at which stage each is, without their records. Those
/// are read one by one, when a person asks for one.
class PlacesModel final : public QObject
{
    Q_OBJECT
public:
    /// \p role: of the account that looks; see labels::stageSeenBy().
    PlacesModel(Workspace &workspace, markaz::Role role, QObject *parent = nullptr);

    void setFilter(const BuildingFilter &filter);
    const PlacedBuildings &placed() const { return m_placed; }
    /// The rows behind keys of the points.
    Result<QList<BuildingRow>> rows(const QList<qint64> &keys) const;
    /// The stage of a row as the account can know it.
    QString stageOf(const BuildingRow &row) const;
    /// While the map is not on screen, changes only mark it stale; it reloads when it is shown again.
    void setActive(bool active) { m_freshness.setActive(active); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    void reload();

    markaz::Role m_role;
    BuildingRepository m_repository;
    BuildingFilter m_filter;
    PlacedBuildings m_placed;
    QSet<QString> m_registeredHere;
    Freshness m_freshness{[this] { reload(); }};
};

} // namespace markaz::ui

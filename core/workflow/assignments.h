// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/assignmentrepository.h"
#include "core/workflow/assignmententry.h"

namespace markaz {

/// Why a building cannot be assigned as the others of a selection.
struct BuildingRefusal
{
    QString buildingId;
    Error error;
};

/// Gives buildings to one inspector: each of a selection, or none of them. The server asks all of this again.
class AssignBuildings
{
public:
    static constexpr qsizetype kMost = 200; ///< at once: what one push carries

    explicit AssignBuildings(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// The inspectors with an account in use who may go to every one of \p buildingIds, with what waits for them.
    Result<QList<InspectorLoad>> inspectorsFor(const QStringList &buildingIds) const;
    /// The buildings that stand in the way, with their reasons: NotFound; NotAllowed of may(); WrongState with `where`
    /// = "merged"; InvalidValue with "assign.province" (none of the inspector's); Exists with "assign.open" (it waits
    /// for a visit of this kind).
    /// An error is about the whole: NotAllowed for the role; Incomplete with "building", "inspector" or "due";
    /// InvalidValue with "assign.inspector" (no inspector with an account in use), "assign.due" (the day has passed),
    /// "assign.many" or "kind".
    Result<QList<BuildingRefusal>> check(const Actor &actor, const QStringList &buildingIds,
                                         const AssignmentEntry &entry) const;
    /// The ids of the assignments, in the order of the buildings; where check() names any building, its reason for the
    /// first of them, and nothing is written.
    Result<QStringList> run(const Actor &actor, const QStringList &buildingIds, const AssignmentEntry &entry);

private:
    Workspace &m_workspace;
};

} // namespace markaz

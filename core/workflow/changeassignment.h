// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/assignmententry.h"

#include <optional>

namespace markaz {

/// Changes an open assignment: its inspector, day and instructions; or ends it.
class ChangeAssignment
{
public:
    explicit ChangeAssignment(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// Whether \p actor may change it or end it: NotAllowed, or WrongState with `where` = "state" when it is closed.
    Result<void> allowed(const Actor &actor, const Assignment &assignment) const;
    /// As check() of AssignBuildings; the kind stays. A day that has passed may stay, but not be chosen. WrongState
    /// with `where` = "assign.begun": another inspector, though the one who has it began the visit (a draft of one who
    /// has left stands in nobody's way). \p seen: what the officer was shown; what he left as it was is not written.
    Result<Assignment> run(const Actor &actor, const QString &id, const AssignmentEntry &entry,
                           const std::optional<AssignmentEntry> &seen = {});
    /// Incomplete with `where` = "state_reason" without words.
    Result<Assignment> cancel(const Actor &actor, const QString &id, const QString &reason);

private:
    Workspace &m_workspace;
};

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/demand.h"
#include "core/finance/scenario.h"
#include "core/storage/scenariorepository.h"
#include "core/workflow/changes.h"

namespace markaz {

/// Whether the role looks at scenarios, and whether it saves them.
bool seesScenarios(Role role);
bool savesScenarios(Role role);

/// What the programme was tried with, under names. One that is saved is never changed: saving over it removes it and
/// makes the next in one transaction.
class SavedScenarios
{
public:
    explicit SavedScenarios(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// All that this laptop has, whoever saved them. NotAllowed.
    Result<QList<ScenarioRow>> list(const Actor &actor) const;
    /// What stands in it. NotAllowed; NotFound; Malformed with `where` = "scenario.body" for one that this program
    /// cannot read (a newer one wrote it).
    Result<Scenario> open(const Actor &actor, const QString &id) const;
    /// Under its own name. NotAllowed; Incomplete or InvalidValue with `where` = "scenario.name" for a name that is
    /// missing or too long; Exists with "scenario.name" when \p actor has one of that name, whatever the letters' case;
    /// errors of checkScenario() with "scenario." before their path.
    Result<SavedScenario> save(const Actor &actor, const Scenario &scenario);
    /// In the place of \p id, under the same name or another. As save(); NotAllowed for another's; NotFound.
    Result<SavedScenario> saveOver(const Actor &actor, const QString &id, const Scenario &scenario);
    /// NotAllowed for another's; NotFound.
    Result<void> remove(const Actor &actor, const QString &id);

private:
    Result<QJsonObject> fieldsOf(const Actor &actor, const Scenario &scenario, const QString &except) const;
    Result<Record> own(const Actor &actor, const QString &id) const;
    Workspace &m_workspace;
};

} // namespace markaz

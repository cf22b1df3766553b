// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/savedscenarios.h"

#include "core/finance/scenariofile.h"
#include "core/security/permissions.h"
#include "core/storage/syncstaterepository.h"

#include <QJsonDocument>

#include <algorithm>

namespace markaz {
namespace {

constexpr qsizetype kLongestName = 200; ///< as core/finance/scenariofile.h has it

Error wrong(ErrorCode code, const QString &where, const QString &why)
{
    return makeError(code, why, QStringLiteral("scenario.") + where);
}

} // namespace

bool seesScenarios(Role role)
{
    return roleGrants(role, Action::SeeScenario);
}

bool savesScenarios(Role role)
{
    return roleGrants(role, Action::EditScenario);
}

Result<QList<ScenarioRow>> SavedScenarios::list(const Actor &actor) const
{
    if (auto granted = may(actor, Action::SeeScenario, Subject::nationwide()); !granted)
        return granted.error();
    return ScenarioRepository(m_workspace.database).rows();
}

Result<Scenario> SavedScenarios::open(const Actor &actor, const QString &id) const
{
    if (auto granted = may(actor, Action::SeeScenario, Subject::nationwide()); !granted)
        return granted.error();
    const auto saved = m_workspace.records.requireAs<SavedScenario>(id);
    if (!saved)
        return saved.error();
    auto read = readScenario(QJsonDocument(saved->body()).toJson(QJsonDocument::Compact));
    if (const auto *fault = std::get_if<FigureFault>(&read))
        return wrong(ErrorCode::Malformed, QStringLiteral("body"), fault->where);
    return std::get<Scenario>(std::move(read));
}

Result<Record> SavedScenarios::own(const Actor &actor, const QString &id) const
{
    auto saved = m_workspace.records.require(Entity::Scenario, id);
    if (!saved)
        return saved;
    const QString author = saved->fields.value(QStringLiteral("author")).toString();
    if (auto granted = may(actor, Action::EditScenario, Subject::nationwide().authoredBy(author)); !granted)
        return granted.error();
    return saved;
}

Result<QJsonObject> SavedScenarios::fieldsOf(const Actor &actor, const Scenario &scenario, const QString &except) const
{
    if (auto granted = may(actor, Action::EditScenario, Subject::nationwide().authoredBy(actor.accountId)); !granted)
        return granted.error();
    Scenario kept = scenario;
    kept.name = scenario.name.trimmed();
    if (kept.name.isEmpty())
        return wrong(ErrorCode::Incomplete, QStringLiteral("name"), QStringLiteral("the name is missing"));
    if (kept.name.size() > kLongestName)
        return wrong(ErrorCode::InvalidValue, QStringLiteral("name"), QStringLiteral("the name is too long"));
    if (auto checked = checkScenario(kept); !checked)
        return wrong(checked.error().code, checked.error().where, checked.error().detail);
    const auto all = ScenarioRepository(m_workspace.database).rows();
    if (!all)
        return all.error();
    const bool taken = std::any_of(all->begin(), all->end(), [&](const ScenarioRow &row) {
        return row.id != except && row.authorId == actor.accountId &&
               row.name.compare(kept.name, Qt::CaseInsensitive) == 0;
    });
    if (taken)
        return wrong(ErrorCode::Exists, QStringLiteral("name"), QStringLiteral("the name is taken"));
    const auto sample = SyncStateRepository(m_workspace.database).value(QStringLiteral("sample_data"));
    if (!sample)
        return sample.error();
    QJsonObject fields{{QStringLiteral("name"), kept.name},
                       {QStringLiteral("body"), toJson(kept)},
                       {QStringLiteral("author"), actor.accountId},
                       {QStringLiteral("made_at"), toIso(m_workspace.clock.now())}};
    if (*sample == QLatin1String("1"))
        fields.insert(QStringLiteral("sample"), true);
    return fields;
}

Result<SavedScenario> SavedScenarios::save(const Actor &actor, const Scenario &scenario)
{
    return saveOver(actor, {}, scenario);
}

Result<SavedScenario> SavedScenarios::saveOver(const Actor &actor, const QString &id, const Scenario &scenario)
{
    std::optional<Record> before;
    if (!id.isEmpty()) {
        auto found = own(actor, id);
        if (!found)
            return found.error();
        before = std::move(found).value();
    }
    const auto fields = fieldsOf(actor, scenario, id);
    if (!fields)
        return fields.error();
    ChangeSet changes(m_workspace, actor);
    const auto made = changes.create(Entity::Scenario, *fields);
    if (!made)
        return made.error();
    if (before)
        changes.remove(*before);
    if (auto done = changes.commit(); !done)
        return done.error();
    return m_workspace.records.requireAs<SavedScenario>(made->id);
}

Result<void> SavedScenarios::remove(const Actor &actor, const QString &id)
{
    const auto before = own(actor, id);
    if (!before)
        return before.error();
    ChangeSet changes(m_workspace, actor);
    changes.remove(*before);
    return changes.commit();
}

} // namespace markaz

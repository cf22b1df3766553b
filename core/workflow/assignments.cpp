// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/assignments.h"

#include "core/security/permissions.h"
#include "core/storage/buildingrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/inspectionsubject.h"

#include <QSet>

#include <algorithm>

namespace markaz {
namespace {

Error invalid(const char *where, const QString &why)
{
    return makeError(ErrorCode::InvalidValue, why, QLatin1String(where));
}

/// Why this building cannot be assigned so.
Result<void> checkBuilding(const Workspace &workspace, const Actor &actor, const QString &id,
                           const AssignmentEntry &entry, const InspectorScope &inspector)
{
    const auto building = workspace.records.require(Entity::Building, id);
    if (!building)
        return building.error();
    const auto province = BuildingRepository(workspace.database).provinceOf(id);
    if (!province)
        return province.error();
    if (auto allowed = may(actor, Action::Assign, Subject::in(*province).assignedTo(entry.inspectorId)); !allowed)
        return allowed;
    if (!building->fields.value(QStringLiteral("merged_into")).toString().isEmpty())
        return makeError(ErrorCode::WrongState, QStringLiteral("the building was merged into another one"),
                         QStringLiteral("merged"));
    if (!inspector.provinces.contains(*province))
        return invalid("assign.province", QStringLiteral("the inspector does not work in this province"));
    const auto open = AssignmentRepository(workspace.database).openOn(id, entry.kind);
    if (!open)
        return open.error();
    if (*open)
        return makeError(ErrorCode::Exists, QStringLiteral("it waits for a visit of this kind"),
                         QStringLiteral("assign.open"));
    return {};
}

bool isTroubleOfStorage(const Error &error)
{
    return error.code == ErrorCode::StorageBusy || error.code == ErrorCode::StorageFull ||
           error.code == ErrorCode::StorageCorrupt || error.code == ErrorCode::StorageFailed;
}

QStringList each(QStringList ids)
{
    ids.removeDuplicates();
    return ids;
}

} // namespace

Result<QList<InspectorLoad>> AssignBuildings::inspectorsFor(const QStringList &buildingIds) const
{
    QSet<QString> provinces;
    for (const QString &id : buildingIds) {
        const auto province = BuildingRepository(m_workspace.database).provinceOf(id);
        if (!province)
            return province.error();
        provinces.insert(*province);
    }
    auto all = AssignmentRepository(m_workspace.database).inspectors(programmeDay(m_workspace.clock.now()));
    if (!all)
        return all;
    all->removeIf([&provinces](const InspectorLoad &load) {
        return !load.active || !std::all_of(provinces.cbegin(), provinces.cend(), [&load](const QString &province) {
            return load.provinces.contains(province);
        });
    });
    return all;
}

Result<QList<BuildingRefusal>> AssignBuildings::check(const Actor &actor, const QStringList &buildingIds,
                                                      const AssignmentEntry &entry) const
{
    if (!roleGrants(actor.role, Action::Assign))
        return may(actor, Action::Assign, Subject::nationwide()).error();
    const QStringList ids = each(buildingIds);
    if (ids.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("no building"), QStringLiteral("building"));
    if (ids.size() > kMost)
        return invalid("assign.many", QStringLiteral("more than %1 buildings").arg(kMost));
    if (!specOf(Entity::Assignment).find(QStringLiteral("kind"))->tokens.contains(entry.kind))
        return invalid("kind", QStringLiteral("no kind of visit"));
    const auto inspector = inspectorToSend(m_workspace, entry.inspectorId);
    if (!inspector)
        return inspector.error();
    if (auto day = checkDue(m_workspace, entry.due); !day)
        return day.error();
    QList<BuildingRefusal> refusals;
    for (const QString &id : ids) {
        const auto fits = checkBuilding(m_workspace, actor, id, entry, *inspector);
        if (!fits && isTroubleOfStorage(fits.error()))
            return fits.error();
        if (!fits)
            refusals.append({id, fits.error()});
    }
    return refusals;
}

Result<QStringList> AssignBuildings::run(const Actor &actor, const QStringList &buildingIds,
                                         const AssignmentEntry &entry)
{
    const auto refusals = check(actor, buildingIds, entry);
    if (!refusals)
        return refusals.error();
    if (!refusals->isEmpty())
        return refusals->first().error;
    ChangeSet changes(m_workspace, actor);
    QStringList made;
    for (const QString &id : each(buildingIds)) {
        const auto building = m_workspace.records.require(Entity::Building, id);
        if (!building)
            return building.error();
        QJsonObject fields{{QStringLiteral("building"), id},
                           {QStringLiteral("kind"), entry.kind},
                           {QStringLiteral("state"), QStringLiteral("open")}};
        enter(fields, entry);
        markSample(fields, *building);
        const auto created = changes.create(Entity::Assignment, fields);
        if (!created)
            return created.error();
        made.append(created->id);
    }
    if (auto done = changes.commit(); !done)
        return done.error();
    return made;
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/mergebuildings.h"

#include "core/security/permissions.h"
#include "core/storage/buildingrepository.h"
#include "core/storage/centrerepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/storage/loanrepository.h"
#include "core/support/programmeday.h"

namespace markaz {
namespace {

const QString kInto = QStringLiteral("merged_into");
const QString kReason = QStringLiteral("merge_reason");

Error inTheWay(ErrorCode code, const char *where, const QString &why)
{
    return makeError(code, why, QLatin1String(where));
}

} // namespace

QString MergeBuildings::intoOf(const Building &building)
{
    return building.fields().value(kInto).toString();
}

QString MergeBuildings::reasonOf(const Building &building)
{
    return building.fields().value(kReason).toString();
}

Result<QString> MergeBuildings::provinceOf(const Building &building) const
{
    const City *city = m_gazetteer.city(building.cityId());
    if (city == nullptr)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no city of the gazetteer"), QStringLiteral("city"));
    return city->province;
}

Result<void> MergeBuildings::allowed(const Actor &actor, const QString &buildingId) const
{
    const auto building = m_workspace.records.requireAs<Building>(buildingId);
    if (!building)
        return building.error();
    const auto province = provinceOf(*building);
    if (!province)
        return province.error();
    return may(actor, Action::MergeBuilding, Subject::in(*province));
}

Result<void> MergeBuildings::check(const Actor &actor, const QString &buildingId, const QString &intoId) const
{
    if (auto granted = allowed(actor, buildingId); !granted)
        return granted;
    const auto building = m_workspace.records.requireAs<Building>(buildingId);
    if (!building)
        return building.error();
    if (!intoOf(*building).isEmpty())
        return inTheWay(ErrorCode::WrongState, "merged", QStringLiteral("it was merged into another building"));
    const auto into = m_workspace.records.requireAs<Building>(intoId);
    if (!into)
        return into.error();
    if (buildingId == intoId)
        return inTheWay(ErrorCode::InvalidValue, "merge.same", QStringLiteral("it is the same record"));
    const auto here = provinceOf(*building);
    const auto there = provinceOf(*into);
    if (!here || !there)
        return here ? there.error() : here.error();
    if (*here != *there)
        return inTheWay(ErrorCode::InvalidValue, "merge.province", QStringLiteral("it lies in another province"));
    if (!intoOf(*into).isEmpty())
        return inTheWay(ErrorCode::WrongState, "merge.target", QStringLiteral("that one was merged itself"));
    const CentreRepository centres(m_workspace.database);
    const auto centreHere = centres.centreOf(buildingId);
    const auto centreThere = centres.centreOf(intoId);
    if (!centreHere || !centreThere)
        return centreHere ? centreThere.error() : centreHere.error();
    if (*centreHere && *centreThere)
        return inTheWay(ErrorCode::WrongState, "merge.centre", QStringLiteral("each of the two has a centre"));
    const LoanRepository loans(m_workspace.database);
    const auto loanHere = loans.openOf(buildingId);
    const auto loanThere = loans.openOf(intoId);
    if (!loanHere || !loanThere)
        return loanHere ? loanThere.error() : loanHere.error();
    if (*loanHere && *loanThere)
        return inTheWay(ErrorCode::WrongState, "merge.loan", QStringLiteral("each of the two has a loan"));
    const auto certified =
        CertificateRepository(m_workspace.database).inForceOf(buildingId, programmeDay(m_workspace.clock.now()));
    if (!certified)
        return certified.error();
    if (*certified)
        return inTheWay(ErrorCode::WrongState, "merge.certificate", QStringLiteral("its certificate is in force"));
    return {};
}

Result<Building> MergeBuildings::run(const Actor &actor, const QString &buildingId, const QString &intoId,
                                     const QString &reason)
{
    if (auto possible = check(actor, buildingId, intoId); !possible)
        return possible.error();
    const auto before = m_workspace.records.require(Entity::Building, buildingId);
    if (!before)
        return before.error();
    ChangeSet changes(m_workspace, actor);
    QJsonObject after = before->fields;
    after.insert(kInto, intoId);
    after.insert(kReason, reason.trimmed());
    if (auto staged = changes.update(*before, after); !staged)
        return staged.error();
    const auto earlier = BuildingRepository(m_workspace.database).mergedInto(buildingId);
    if (!earlier)
        return earlier.error();
    for (const QString &id : *earlier) { // the server moves them
        const auto other = m_workspace.records.require(Entity::Building, id);
        if (!other)
            return other.error();
        QJsonObject moved = other->fields;
        moved.insert(kInto, intoId);
        if (auto foreseen = changes.foresee(*other, moved); !foreseen)
            return foreseen.error();
    }
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return m_workspace.records.requireAs<Building>(buildingId);
}

Result<Building> MergeBuildings::takeBack(const Actor &actor, const QString &buildingId, const QString &reason)
{
    if (auto granted = allowed(actor, buildingId); !granted)
        return granted.error();
    const auto before = m_workspace.records.require(Entity::Building, buildingId);
    if (!before)
        return before.error();
    if (before->fields.value(kInto).toString().isEmpty())
        return inTheWay(ErrorCode::WrongState, "merge.none", QStringLiteral("it is merged into no building"));
    // The very words of the merge would be no change, and tell nothing of this.
    if (reason.trimmed().isEmpty() || reason.trimmed() == before->fields.value(kReason).toString())
        return makeError(ErrorCode::Incomplete, QStringLiteral("a reason is needed"), kReason);
    QJsonObject after = before->fields;
    after.remove(kInto);
    after.insert(kReason, reason.trimmed());
    ChangeSet changes(m_workspace, actor);
    if (auto staged = changes.update(*before, after); !staged)
        return staged.error();
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return m_workspace.records.requireAs<Building>(buildingId);
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/domain/records.h"
#include "core/storage/buildingrepository.h"
#include "core/workflow/changes.h"

namespace markaz {

/// What a person enters of a building and its owner; null, "" or 0 = not given. Checked by the use cases: the records'
/// own checks, a city of the gazetteer, no idle day and no year of building in the future.
struct BuildingEntry
{
    QJsonObject building; ///< fields of a building record without code, owner and sample
    QString ownerId;      ///< an existing owner; empty with `owner` set: a new one
    QJsonObject owner;    ///< fields of a new owner record without province; empty: none
    /// Of an edit: the records as the person saw them when the form was opened. What a pull brought since and the form
    /// did not change stays; what both changed is a conflict, for the server to say. None: as they stand.
    std::optional<Record> seen = std::nullopt;
    std::optional<Record> seenOwner = std::nullopt;
};

/// Registers a building (and its new owner) with the next code of its city: "LHE-0042". In a profile of sample data
/// (sync_state "sample_data" is "1") both are marked as sample.
class RegisterBuilding
{
public:
    RegisterBuilding(Workspace &workspace, const Gazetteer &gazetteer)
        : m_workspace(workspace)
        , m_gazetteer(gazetteer)
    {
    }
    /// NotAllowed outside the scope; InvalidValue or Incomplete with `where` = the field ("owner.phone" for an
    /// owner's).
    Result<Building> run(const Actor &actor, const BuildingEntry &entry);

    /// Makes a record of an entity with these fields, or only checks that it could be made.
    using Create = std::function<Result<Record>(Entity entity, const QJsonObject &fields)>;
    /// All of run() but its writing: \p create gets the owner, where there is a new one, and then the building. Its
    /// code is the next one as the disk stands now.
    Result<Building> make(const Actor &actor, const BuildingEntry &entry, const Create &create);

private:
    Workspace &m_workspace;
    const Gazetteer &m_gazetteer;
};

/// Changes a building's fields (never its code) and, if given, its owner's. The entry is the whole form: a described
/// field that is not in it has no value any more; fields that only a newer program knows stay. With `ownerId` the
/// building gets that owner; a non-empty `owner` changes the owner that the building has then, or makes one where there
/// is none. Only what differs from what was seen is changed.
class EditBuilding
{
public:
    EditBuilding(Workspace &workspace, const Gazetteer &gazetteer)
        : m_workspace(workspace)
        , m_gazetteer(gazetteer)
    {
    }
    Result<Building> run(const Actor &actor, const QString &buildingId, const BuildingEntry &entry);

private:
    Result<Record> seenOr(const std::optional<Record> &seen, Entity entity, const QString &id);

    Workspace &m_workspace;
    const Gazetteer &m_gazetteer;
};

} // namespace markaz

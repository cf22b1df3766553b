// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/domain/records.h"
#include "core/storage/buildingrepository.h"
#include "core/workflow/changes.h"

namespace markaz {

/// What a person enters of a building and its owner; empty or 0 = not given. Checked by the use cases.
struct BuildingEntry
{
    QJsonObject building; ///< fields of a building record without code and owner
    QString ownerId;      ///< an existing owner; empty with `owner` set: a new one
    QJsonObject owner;    ///< fields of a new owner record without province; empty: none
};

/// Registers a building (and its new owner) with the next code of its city: "LHE-0042".
class RegisterBuilding
{
public:
    RegisterBuilding(Workspace &workspace, const Gazetteer &gazetteer) : m_workspace(workspace), m_gazetteer(gazetteer) {}
    /// NotAllowed outside the scope; InvalidValue or Incomplete with `where` = the field ("owner.phone" for an owner's).
    Result<Building> run(const Actor &actor, const BuildingEntry &entry);

private:
    Workspace &m_workspace;
    const Gazetteer &m_gazetteer;
};

/// Changes a building's fields (never its code) and, if given, its owner's.
class EditBuilding
{
public:
    EditBuilding(Workspace &workspace, const Gazetteer &gazetteer) : m_workspace(workspace), m_gazetteer(gazetteer) {}
    Result<Building> run(const Actor &actor, const QString &buildingId, const BuildingEntry &entry);

private:
    Workspace &m_workspace;
    const Gazetteer &m_gazetteer;
};

} // namespace markaz

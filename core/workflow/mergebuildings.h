// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/domain/records.h"
#include "core/workflow/changes.h"

namespace markaz {

/// Says that a building is another one once more. It stays as a record, with all that points at it; lists and figures
/// leave it out, what belongs to it shows with the other one, and nothing new begins on it. What was merged into it
/// before goes along. The merge can be taken back.
class MergeBuildings
{
public:
    MergeBuildings(Workspace &workspace, const Gazetteer &gazetteer)
        : m_workspace(workspace)
        , m_gazetteer(gazetteer)
    {
    }

    /// The building that \p building was merged into; empty: it stands for itself.
    static QString intoOf(const Building &building);
    /// Why it was merged, or why that was taken back; empty when it never was.
    static QString reasonOf(const Building &building);
    /// Whether \p actor may merge anything into another building in the province of \p buildingId, or take a merge
    /// back there.
    Result<void> allowed(const Actor &actor, const QString &buildingId) const;
    /// What stands in the way of it. WrongState with `where` = "merged" (it is merged already), "merge.target" (the
    /// other one is), "merge.certificate" (its own certificate is in force); InvalidValue with "merge.same" or
    /// "merge.province".
    Result<void> check(const Actor &actor, const QString &buildingId, const QString &intoId) const;
    /// Incomplete with `where` = merge_reason without words.
    Result<Building> run(const Actor &actor, const QString &buildingId, const QString &intoId, const QString &reason);
    /// WrongState with `where` = "merge.none" when it is not merged; Incomplete without words of its own.
    Result<Building> takeBack(const Actor &actor, const QString &buildingId, const QString &reason);

private:
    Result<QString> provinceOf(const Building &building) const;
    Workspace &m_workspace;
    const Gazetteer &m_gazetteer;
};

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/difference.h"
#include "core/workflow/inspections.h"

namespace markaz {

/// What becomes of a draft when it moves to the newest version of the standard.
struct DraftMove
{
    const Standard *from = nullptr;
    const Standard *to = nullptr;
    StandardDifference difference;
    /// Answered items that the newer version no longer has, in the order of the older. Their answers stay with the
    /// draft (Inspection::keptAnswers) and are scored no more.
    QStringList kept;
    /// Answered items of which the newer version asks another kind of answer, or which would not take the one that was
    /// given: they are asked again, and the former answer stays with the draft too.
    QStringList askedAgain;
};

/// Moves a draft to the newest version of the standard.
/// 2026-11-28: nobody has to. A draft that was begun by a version is handed in by it, because what was asked in the
/// building is what was looked at; the server takes both.
class MoveDraft
{
public:
    MoveDraft(Workspace &workspace, const StandardCatalogue &standards)
        : m_workspace(workspace)
        , m_standards(standards)
    {
    }
    /// Nothing when \p inspection is no draft or goes by the newest version already; WrongState (`where`
    /// "standard_hash") when its version is not known here.
    Result<std::optional<DraftMove>> plan(const Inspection &inspection) const;
    /// In one transaction. NotAllowed for another's draft, WrongState (`where` "standard_version") when there is
    /// nothing to move.
    Result<Inspection> run(const Actor &actor, const QString &inspectionId);

private:
    Workspace &m_workspace;
    const StandardCatalogue &m_standards;
};

/// An answer that a draft keeps from before it was moved.
struct KeptAnswer
{
    QString item;
    int version = 0; ///< of the standard that asked for it
    QJsonObject answer;
};
/// By version, then item.
QList<KeptAnswer> keptAnswers(const Inspection &inspection);

/// What stands beside the answer to an item that the inspection's version does not ask for: it came before a move, and
/// no row shows it.
struct KeptBeside
{
    QString item;
    QString note;
    int files = 0;
    QStringList findings; ///< ids of those that this inspection raised
};
/// By item.
Result<QList<KeptBeside>> keptBeside(const Workspace &workspace, const Inspection &inspection,
                                     const Standard &standard);

} // namespace markaz

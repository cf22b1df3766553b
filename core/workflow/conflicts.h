// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/domain/records.h"
#include "core/security/permissions.h"
#include "core/workflow/changes.h"

namespace markaz {

/// One thing to decide: a field, or a group of fields that moves as one.
struct ConflictField
{
    QString key;        ///< the path, or the group's name ("position"); "deleted": is the record to be there?
    QStringList paths;  ///< the fields in it
    QJsonObject base;   ///< by path: what the author of the change saw
    QJsonObject server; ///< by path: what the server has now
    QJsonObject client; ///< by path: what the author wrote
};

/// An open conflict as a person decides it.
struct ConflictView
{
    ConflictRecord conflict;
    std::optional<Record> record; ///< as this laptop shows it; nothing when it is gone from here
    QList<ConflictField> fields;  ///< in the order of the paths; "deleted" first
    /// Whether the actor may write the record: if not, only what the server has can be kept.
    bool mayChange = false;
    bool mayRemove = false; ///< whether the actor may remove it
};

/// What is to be in force for one field.
struct ConflictChoice
{
    enum class Take { Server, Client, Other };
    Take take = Take::Server;
    QJsonObject values; ///< of Other: by path
};

/// The side-by-side resolution. The server's value stays in force until somebody decides; the decision is a change of
/// the record (none where the server's values stay) and of the conflict's state, made in one transaction and sent like
/// any other. The author of the change may decide, and the officers of the scope.
class ResolveConflict
{
public:
    explicit ResolveConflict(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// The open conflicts that \p actor may decide, the oldest first: the own ones, or all of an officer's scope.
    Result<QStringList> open(const Actor &actor) const;
    /// The op_ids of the changes whose conflict somebody has decided.
    Result<QSet<QString>> settledOps() const;
    /// NotFound when it is not on this laptop; NotAllowed for whom it does not concern.
    Result<ConflictView> view(const Actor &actor, const QString &conflictId) const;
    /// \p choices by ConflictField::key, one for each. For "deleted", Client and Server follow their sides' values:
    /// true removes the record. Incomplete with `where` = the first field without a choice; WrongState when it is
    /// resolved already or an inspection has left its draft; NotFound when the record to change is gone; NotAllowed
    /// when the actor may not write it.
    Result<void> run(const Actor &actor, const QString &conflictId, const QHash<QString, ConflictChoice> &choices);

private:
    Result<Subject> subjectOf(const ConflictRecord &conflict, const std::optional<Record> &record) const;
    Result<void> mayChange(const Actor &actor, const ConflictRecord &conflict, const Record &record, ChangeKind kind,
                           const QJsonObject &wanted = {}) const;

    Workspace &m_workspace;
};

/// The path of the choice whether the record is to be there.
inline const QString kDeletedPath = QStringLiteral("deleted");

} // namespace markaz

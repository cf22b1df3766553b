// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/workflow/changes.h"

namespace markaz {

/// What a person does with a change that the server rejected. A rejection is final for its op_id: the server's ledger
/// repeats it. So a mended change is a new one, with its own op_id, in the place of the old, and the old one stays
/// readable as replaced.
class RejectedChanges
{
public:
    explicit RejectedChanges(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// Sends what the change at \p position wanted again, mended: \p mended has values by path ("name", "answers.C-02";
    /// Null = none) and may be empty, where something else has changed since. The new change goes from what the server
    /// last said to what this laptop wants; waiting changes of the same record that touch the same fields go with it,
    /// because each of them was made over the value that was refused. Everything happens in one transaction.
    /// WrongState unless it is a rejected one; NotFound when the record is gone from this laptop; InvalidValue or
    /// Incomplete with `where` = the field when the mended record breaks its own rules; NotAllowed when the role may
    /// not make such a change any more.
    Result<void> sendAgain(const Actor &actor, qint64 position, const QMap<QString, QJsonValue> &mended);

    /// All that goes when the change at \p position is given up, itself first: a record that was never registered takes
    /// its later changes with it, and every other change that names it.
    Result<QList<OutboxRow>> wouldGiveUp(qint64 position) const;
    /// Gives up wouldGiveUp(): the records go back to what the server last said of them, with what still waits laid
    /// over it; those that it never saw go. The changes stay in the history and in the export. WrongState unless it is
    /// a rejected one.
    Result<void> giveUp(const Actor &actor, qint64 position);

private:
    Result<OutboxRow> rejected(qint64 position) const;
    Result<void> restage(const Actor &actor, const OutboxRow &first, const QMap<QString, QJsonValue> &mended);
    Result<void> rebaseBehind(const Actor &actor, Entity entity, const QString &id, const QSet<QString> &paths);
    void tell(const QList<OutboxRow> &rows);

    Workspace &m_workspace;
};

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/workflow/changes.h"

namespace markaz {

/// Everything that this laptop owes the server, and what its person gave up or replaced, as a file for support:
///   {"format": "markaz-outbox", "version": 1, "exported_at", "account": {"id", "name"},
///    "changes": [{"op_id", "entity", "id", "kind", "base_rev", "schema", "made_at", "fields": {path: {"old", "new"}},
///                 "state", "fate", "code", "field", "message", "attempts", "settled_at"}]}
/// in the order of going. It holds personal data in clear, so it is made readable for its owner alone.
class ExportOutbox
{
public:
    explicit ExportOutbox(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// Writes the file whole or not at all and says how many changes are in it. StorageFull, or StorageFailed with
    /// `where` = the path, when it cannot be written; what stood there before stays.
    Result<int> run(const Actor &actor, const QString &path) const;

private:
    Workspace &m_workspace;
};

} // namespace markaz

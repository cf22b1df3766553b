// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/changes.h"

#include <memory>

namespace markaz {

/// A workspace on another connection to the same cache, for long work in a thread beside that of the pages. It is made
/// and let go in that thread. Its notifier is its own: whoever waits for the work tells the pages.
class OwnWorkspace
{
public:
    /// \p sealer and \p clock outlive it.
    static Result<std::unique_ptr<OwnWorkspace>> open(const QString &cachePath, const Sealer &sealer,
                                                      const Clock &clock);
    Workspace &workspace() { return m_workspace; }

private:
    OwnWorkspace(std::unique_ptr<Database> database, const Sealer &sealer, const Clock &clock);

    std::unique_ptr<Database> m_database;
    RecordRepository m_records;
    OutboxRepository m_outbox;
    Uuid7Source m_ids;
    ChangeNotifier m_notifier;
    Workspace m_workspace;
};

} // namespace markaz

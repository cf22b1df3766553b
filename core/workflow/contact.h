// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/workflow/changes.h"

namespace markaz {

/// So long a laptop's records may be read without an answer of its server: one that was lost, or whose account was
/// closed, does not stay open for ever.
inline constexpr int kReadingDays = 14;

enum class Reading {
    Open,
    TooLongAlone, ///< no contact for more than kReadingDays
    ClockBehind,  ///< this laptop's clock is more than a day behind the server's last word: no day can be counted
};

/// \p server: the server's own time at the last contact; invalid = none was ever noted, and reading is open. \p seen:
/// the latest time that this laptop's clock has shown since then. A clock that was set back counts from \p seen.
Reading readingAt(const QDateTime &server, const QDateTime &seen, const QDateTime &now);

/// What stays open all the same: the actor's own drafts.
bool staysOpen(const Actor &actor, const Inspection &inspection);

/// Keeps watch over the last contact of this profile, in sync_state: `server_time` is core/sync's, `clock_seen` is kept
/// here.
class Contact
{
public:
    explicit Contact(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// How it stands now; notes what the clock shows.
    Result<Reading> look();

private:
    Workspace &m_workspace;
};

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/storage/appealrepository.h"
#include "core/workflow/changes.h"

namespace markaz {

/// Whether \p officerId suspended or revoked \p certificate since it was last in force without doubt: an appeal against
/// that is another officer's. By the decisions that are known here, as the server judges it, and by `state_by`, which
/// names the last one alone.
Result<bool> decidedAgainst(Workspace &workspace, const Certificate &certificate, const QString &officerId);

/// An open appeal, and what \p actor of openAppeals() has to do with it.
struct OpenAppeal
{
    AppealRow row;
    bool own = false;     ///< it is against a decision of the actor's own
    bool decides = false; ///< the actor may decide it now: not own, not decided already, not waiting for the server
};

/// Those that may still be decided today, the oldest first.
Result<QList<OpenAppeal>> openAppeals(Workspace &workspace, const Actor &actor);

/// Decisions about certificates that the server did not take and nobody has given up: their kinds, each with the code
/// of its building; the newest first.
Result<QList<std::pair<QString, QString>>> refusedDecisions(Workspace &workspace);

} // namespace markaz

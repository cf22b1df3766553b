// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/workflow/changes.h"

namespace markaz {

/// Whether \p officerId suspended or revoked \p certificate since it was last in force without doubt: an appeal against
/// that is another officer's. By the decisions that are known here, as the server judges it, and by `state_by`, which
/// names the last one alone.
Result<bool> decidedAgainst(Workspace &workspace, const Certificate &certificate, const QString &officerId);

} // namespace markaz

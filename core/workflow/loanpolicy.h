// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/policy.h"
#include "core/workflow/changes.h"

namespace markaz {

/// The programme's policy of \p version: as it was published, or compiled in. NotFound with `where` = "policy_version"
/// when this laptop has it not.
Result<ProgrammePolicy> policyOf(const Workspace &workspace, int version);
/// The newest that this laptop has: what a loan of today is recorded under.
Result<ProgrammePolicy> newestPolicy(const Workspace &workspace);

} // namespace markaz

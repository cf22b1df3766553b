// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/policy.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

namespace markaz::server {

/// Makes the compiled-in policy a record of the feed, unless a policy of its version or a newer one is there.
Result<void> publishPolicy(Database &database, const ProgrammePolicy &policy, const Clock &clock);

} // namespace markaz::server

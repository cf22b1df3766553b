// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/policybody.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

namespace markaz::server {

/// Makes the compiled-in policy a record of the feed, unless a policy of its version or a newer one is there.
Result<void> publishPolicy(Database &database, const ProgrammePolicy &policy, const Clock &clock);

/// All versions that this program can read, the newest first; \p compiledIn where none of its version was published, so
/// there is always one.
Result<QList<PolicyBody>> publishedPolicies(Database &database, const ProgrammePolicy &compiledIn);
/// The one of \p versions, the newest first, that is in force on \p day; the oldest where none is.
const PolicyBody &inForceOn(const QList<PolicyBody> &versions, const QDate &day);

} // namespace markaz::server

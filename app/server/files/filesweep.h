// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/files/contentstore.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

namespace markaz::server {

/// Drops uploads that no byte has come to for kExpiryDays, partial files that no upload knows, and files that no
/// evidence has named for kSweepDays. Takes each step under the lock of whoever might still want it.
Result<void> sweepFiles(Database &database, const ContentStore &contents, const Clock &clock);

/// Long enough for a removal that came by mistake to be taken back.
inline constexpr int kSweepDays = 30;

} // namespace markaz::server

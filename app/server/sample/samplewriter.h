// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/sample/sampleworld.h"
#include "app/server/store/store.h"
#include "core/security/signing.h"

namespace markaz::server::sample {

struct Written
{
    int accounts = 0;
    int buildings = 0;
    int inspections = 0;
    int certificates = 0;
    int centres = 0;
    int loans = 0;
};

/// Puts a world into an empty store, all or nothing, with certificates made and signed in the order of their time.
/// Exists when the store holds buildings already. The passwords are hashed already (NewAccount::passwordHash).
Result<Written> write(Store &store, const World &world, const Plan &plan, const Reference &reference,
                      const SigningKey &key, IdSource &ids, FixedClock &clock);

} // namespace markaz::server::sample

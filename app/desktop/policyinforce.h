// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/finance/policy.h"
#include "core/workflow/changes.h"

namespace markaz::desktop {

/// What a session's desk goes by: the figures of the policy in force, and the cities with the tiers that it gives them.
struct PolicyInForce
{
    Gazetteer gazetteer;
    ProgrammePolicy policy;
};

/// Of the records of \p workspace, as of today. 2026-12-01: asked when the session's records are opened, as the cache
/// asks for its cities (core/storage/cache.h): the tiers on the pages, in the lists and in the scores are the same
/// until they are opened next.
Result<PolicyInForce> policyInForceIn(const Workspace &workspace);

/// cities.csv with other tiers, by GeoNames id.
QByteArray withTiers(const QByteArray &citiesCsv, const QMap<int, int> &tiers);

} // namespace markaz::desktop

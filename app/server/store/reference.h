// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/finance/policy.h"
#include "core/standard/standard.h"

namespace markaz::server {

/// What the rules read and nobody changes while the server runs.
struct Reference
{
    Gazetteer gazetteer;
    QList<Standard> standards; ///< every published version
    ProgrammePolicy policy;    ///< as reported; the policy records of the store come before it

    /// nullptr when no published standard has this hash.
    const Standard *standardOf(const QString &hash) const;

    /// From the compiled-in data; markaz::initResources() must have run.
    static Result<Reference> load();
};

} // namespace markaz::server

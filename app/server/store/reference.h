// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/standards.h"
#include "core/domain/city.h"
#include "core/finance/policy.h"
#include "core/standard/standard.h"

#include <memory>

namespace markaz::server {

/// What the rules read and nobody changes while the server runs.
struct Reference
{
    Gazetteer gazetteer;
    QList<Standard> standards; ///< the versions that are compiled in
    ProgrammePolicy policy;    ///< as reported; the policy records of the store come before it
    /// The versions of the store beside them: not constant, for it grows.
    std::shared_ptr<PublishedStandards> published;

    /// nullptr when no compiled-in version has this hash.
    const Standard *standardOf(const QString &hash) const;

    /// From the compiled-in data; markaz::initResources() must have run.
    static Result<Reference> load();
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/loanpolicy.h"

#include "core/storage/loanrepository.h"

namespace markaz {

Result<ProgrammePolicy> policyOf(const Workspace &workspace, int version)
{
    const auto published = LoanRepository(workspace.database).policyBody(version);
    if (!published)
        return published.error();
    if (published->has_value())
        return readPolicy(**published);
    auto compiledIn = builtinPolicy();
    if (compiledIn && compiledIn->version != version)
        return makeError(ErrorCode::NotFound, QStringLiteral("policy %1 is not on this laptop").arg(version),
                         QStringLiteral("policy_version"));
    return compiledIn;
}

Result<ProgrammePolicy> newestPolicy(const Workspace &workspace)
{
    const auto published = LoanRepository(workspace.database).policyVersions();
    if (!published)
        return published.error();
    auto compiledIn = builtinPolicy();
    if (!compiledIn || published->isEmpty() || published->first() <= compiledIn->version)
        return compiledIn;
    return policyOf(workspace, published->first());
}

} // namespace markaz

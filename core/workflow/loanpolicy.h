// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/amortisation.h"
#include "core/finance/policy.h"
#include "core/storage/loangroup.h"
#include "core/workflow/changes.h"

#include <QMap>

#include <memory>

namespace markaz {

/// The programme's policy of \p version: as it was published, or compiled in. NotFound with `where` = "policy_version"
/// when this laptop has it not.
Result<ProgrammePolicy> policyOf(const Workspace &workspace, int version);
/// The policies that many loans name, each read once.
class KnownPolicies
{
public:
    explicit KnownPolicies(const Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// nullptr when this laptop has it not; it stays as long as this does. Errors as of policyOf() but NotFound.
    Result<const ProgrammePolicy *> of(int version);

private:
    const Workspace &m_workspace;
    QMap<int, std::shared_ptr<const ProgrammePolicy>> m_known; ///< empty: it is not here
};

/// The one in force today: what a loan of today is recorded under.
Result<ProgrammePolicy> newestPolicy(const Workspace &workspace);

/// What the programme committed itself to by the loans that are approved or paid out: the subsidy of all their months.
struct SubsidyCommitted
{
    int loans = 0;
    InterestSplit interest; ///< of these loans, with what their owners bear
    int unknown = 0;        ///< loans beside these whose policy is not on this laptop
};
/// Of \p groups, each under the policy that its loans name. Errors as of policyOf() but NotFound; a group whose terms
/// cannot be (a record that was taken back in part) counts as unknown.
Result<SubsidyCommitted> subsidyCommitted(const Workspace &workspace, const QList<LoanGroup> &groups);

/// Whether \p state counts in it.
bool commitsSubsidy(LoanState state);

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/loanpolicy.h"

#include "core/finance/loanplan.h"
#include "core/storage/loanrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/policies.h"

#include <QMap>

#include <optional>

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
    auto body = policyInForce(workspace, programmeDay(workspace.clock.now()));
    if (!body)
        return body.error();
    return std::move(body->figures);
}

Result<const ProgrammePolicy *> KnownPolicies::of(int version)
{
    auto found = m_known.constFind(version);
    if (found == m_known.constEnd()) {
        auto policy = policyOf(m_workspace, version);
        if (!policy && policy.error().code != ErrorCode::NotFound)
            return policy.error();
        found = m_known.insert(version,
                               policy ? std::make_shared<const ProgrammePolicy>(std::move(policy).value()) : nullptr);
    }
    return found->get();
}

bool commitsSubsidy(LoanState state)
{
    return state == LoanState::Approved || state == LoanState::PaidOut;
}

Result<SubsidyCommitted> subsidyCommitted(const Workspace &workspace, const QList<LoanGroup> &groups)
{
    SubsidyCommitted sum;
    KnownPolicies policies(workspace);
    Amortiser amortiser;
    for (const LoanGroup &group : groups) {
        if (!commitsSubsidy(group.state))
            continue;
        const auto policy = policies.of(group.policyVersion);
        if (!policy)
            return policy.error();
        const LoanTerms terms{Paisa{group.principalPaisa}, group.markupBp, group.tenorMonths, group.graceMonths};
        if (*policy == nullptr || !checkTerms(terms)) {
            sum.unknown += group.loans;
            continue;
        }
        const auto interest = interestOf(amortiser, terms, **policy);
        if (!interest)
            return interest.error();
        sum.loans += group.loans;
        const auto times = [&group](Paisa part) { return Paisa{part.value * group.loans}; };
        sum.interest +=
            {times(interest->owner), times(interest->ignite), times(interest->psdp), times(interest->undecided)};
    }
    return sum;
}

} // namespace markaz

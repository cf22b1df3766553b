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

bool commitsSubsidy(LoanState state)
{
    return state == LoanState::Approved || state == LoanState::PaidOut;
}

Result<SubsidyCommitted> subsidyCommitted(const Workspace &workspace, const QList<LoanGroup> &groups)
{
    SubsidyCommitted sum;
    QMap<int, std::optional<ProgrammePolicy>> policies; // nothing: it is not here
    Amortiser amortiser;
    for (const LoanGroup &group : groups) {
        if (!commitsSubsidy(group.state))
            continue;
        auto found = policies.find(group.policyVersion);
        if (found == policies.end()) {
            auto policy = policyOf(workspace, group.policyVersion);
            if (!policy && policy.error().code != ErrorCode::NotFound)
                return policy.error();
            found =
                policies.insert(group.policyVersion, policy ? std::optional(std::move(policy).value()) : std::nullopt);
        }
        const LoanTerms terms{Paisa{group.principalPaisa}, group.markupBp, group.tenorMonths, group.graceMonths};
        if (!found->has_value() || !checkTerms(terms)) {
            sum.unknown += group.loans;
            continue;
        }
        const auto interest = interestOf(amortiser, terms, **found);
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

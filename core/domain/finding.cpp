// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/finding.h"

#include "core/domain/answer.h"
#include "core/support/clock.h"

#include <algorithm>
#include <array>

namespace markaz {
namespace {

struct Move
{
    FindingState from;
    FindingStep step;
    FindingState to;
};

// The whole of it: what does not stand here may not be done. No two steps lead from one state to the same other.
constexpr std::array kMoves{
    Move{FindingState::Open, FindingStep::Fix, FindingState::Fixed},
    Move{FindingState::Open, FindingStep::Waive, FindingState::Waived},
    Move{FindingState::Fixed, FindingStep::Verify, FindingState::Verified},
    Move{FindingState::Fixed, FindingStep::Reopen, FindingState::Open}, // not mended after all
    Move{FindingState::Fixed, FindingStep::Waive, FindingState::Waived},
    Move{FindingState::Waived, FindingStep::Restore, FindingState::Open},
};

} // namespace

std::optional<FindingState> findingAfter(FindingState from, FindingStep step)
{
    const auto found =
        std::find_if(kMoves.begin(), kMoves.end(), [&](const Move &m) { return m.from == from && m.step == step; });
    return found == kMoves.end() ? std::nullopt : std::optional(found->to);
}

std::optional<FindingStep> findingStep(FindingState from, FindingState to)
{
    const auto found =
        std::find_if(kMoves.begin(), kMoves.end(), [&](const Move &m) { return m.from == from && m.to == to; });
    return found == kMoves.end() ? std::nullopt : std::optional(found->step);
}

bool needsReason(FindingStep step)
{
    return step == FindingStep::Waive;
}

bool looksAt(const QJsonObject &visit, const QJsonObject &finding)
{
    const auto begun = fromIso(visit.value(QStringLiteral("started_at")).toString());
    const auto made = fromIso(finding.value(QStringLiteral("made_at")).toString());
    if (!begun || !made || *begun < *made)
        return false;
    const QString item = finding.value(QStringLiteral("item")).toString();
    const auto answer = Answer::fromJson(visit.value(QStringLiteral("answers")).toObject().value(item));
    return !answer || answer->carriedFrom().isEmpty(); // nobody answers a calculated item
}

bool isUnsettled(FindingState state)
{
    return state == FindingState::Open || state == FindingState::Fixed;
}

Severity findingproposal::severity(bool criticalItem, bool partial)
{
    if (criticalItem)
        return Severity::Critical;
    return partial ? Severity::Minor : Severity::Major;
}

QDate findingproposal::due(Severity severity, const QDate &from)
{
    return from.addDays(severity == Severity::Critical ? kCriticalDays : kOtherDays);
}

} // namespace markaz

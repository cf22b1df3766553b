// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/decidedagainst.h"

#include "core/domain/certificatelifecycle.h"

namespace markaz {

bool decidedAgainst(const QString &officerId, const QString &stateBy, const QList<DecisionMade> &decisions)
{
    if (officerId.isEmpty())
        return false;
    bool against = false;
    for (const DecisionMade &decision : decisions) {
        const auto action = actionOfDecision(decision.kind);
        if (!action) // an issue, which comes before all that is asked about, or a newer program's
            continue;
        if (*action == CertificateAction::Suspend || *action == CertificateAction::Revoke)
            against = against || decision.officerId == officerId;
        else if (*action == CertificateAction::Reinstate || *action == CertificateAction::AllowAppeal)
            against = false;
    }
    return against || stateBy == officerId;
}

} // namespace markaz

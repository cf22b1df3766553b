// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/appeals.h"

#include "core/domain/decidedagainst.h"
#include "core/storage/decisionrepository.h"

#include <algorithm>

namespace markaz {

Result<bool> decidedAgainst(Workspace &workspace, const Certificate &certificate, const QString &officerId)
{
    const auto ids = DecisionRepository(workspace.database).onCertificate(certificate.id());
    if (!ids)
        return ids.error();
    QList<Decision> decisions;
    for (const QString &id : *ids) {
        auto decision = workspace.records.requireAs<Decision>(id);
        if (!decision)
            return decision.error();
        decisions.append(std::move(decision).value());
    }
    // The server goes by the order in which they came to it, which no laptop knows: here it is that of their making.
    const auto madeAt = [](const Decision &one) { return one.fields().value(QStringLiteral("made_at")).toString(); };
    std::stable_sort(decisions.begin(), decisions.end(),
                     [&madeAt](const Decision &a, const Decision &b) { return madeAt(a) < madeAt(b); });
    QList<DecisionMade> made;
    for (const Decision &decision : std::as_const(decisions))
        made.append({decision.kind(), decision.officerId()});
    return decidedAgainst(officerId, certificate.fields().value(QStringLiteral("state_by")).toString(), made);
}

} // namespace markaz

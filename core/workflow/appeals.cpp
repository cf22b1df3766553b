// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/appeals.h"

#include "core/domain/decidedagainst.h"
#include "core/storage/decisionrepository.h"
#include "core/workflow/reviews.h"

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

Result<QList<OpenAppeal>> openAppeals(Workspace &workspace, const Actor &actor)
{
    const auto rows = AppealRepository(workspace.database).open();
    if (!rows)
        return rows.error();
    const QDateTime now = workspace.clock.now();
    QList<OpenAppeal> all;
    for (const AppealRow &row : *rows) {
        const auto certificate = workspace.records.requireAs<Certificate>(row.certificateId);
        if (!certificate)
            return certificate.error();
        const CertificateStage stage = stageOf(*certificate, now);
        if (!certificateAfter(stage, CertificateAction::DismissAppeal))
            continue; // its time is over, and so is the appeal
        const auto own = decidedAgainst(workspace, *certificate, actor.accountId);
        if (!own)
            return own.error();
        const bool may = decisionsOn(actor, *certificate, *own, now).contains(CertificateAction::DismissAppeal);
        all.append({row, *own, may && !row.answered && !row.owed});
    }
    return all;
}

Result<QList<std::pair<QString, QString>>> refusedDecisions(Workspace &workspace)
{
    return AppealRepository(workspace.database).refused();
}

} // namespace markaz

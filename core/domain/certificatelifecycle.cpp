// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/certificatelifecycle.h"

#include "core/domain/certificateterms.h"

#include <algorithm>
#include <array>

namespace markaz {
namespace {

using Stage = CertificateStage;
using Do = CertificateAction;

struct Move
{
    Stage from;
    Do action;
    Stage to;
};

// The whole of it: what does not stand here may not be done.
// 2026-11-29: revoked straight from issued, too: what was got by fraud does not first wait in suspension. A suspended
// one is not renewed: whether what it was suspended for is mended is answered first, by reinstating or revoking it.
// 2026-11-29: an appeal is against a suspension or a revocation, by the owner. Allowed, it undoes that decision, and it
// is the one way back from a revocation. Against a refusal there is no certificate to decide about: another visit is.
constexpr std::array kMoves{
    Move{Stage::None, Do::IssueFull, Stage::Issued},
    Move{Stage::None, Do::IssueProvisional, Stage::Issued},
    Move{Stage::Issued, Do::Renew, Stage::Superseded},
    Move{Stage::Issued, Do::Suspend, Stage::Suspended},
    Move{Stage::Issued, Do::Revoke, Stage::Revoked},
    Move{Stage::Issued, Do::Expire, Stage::Expired},
    Move{Stage::Suspended, Do::Reinstate, Stage::Issued},
    Move{Stage::Suspended, Do::Revoke, Stage::Revoked},
    Move{Stage::Suspended, Do::Expire, Stage::Expired},
    Move{Stage::Suspended, Do::Appeal, Stage::Suspended},
    Move{Stage::Suspended, Do::AllowAppeal, Stage::Issued},
    Move{Stage::Suspended, Do::DismissAppeal, Stage::Suspended},
    Move{Stage::Revoked, Do::Appeal, Stage::Revoked},
    Move{Stage::Revoked, Do::AllowAppeal, Stage::Issued},
    Move{Stage::Revoked, Do::DismissAppeal, Stage::Revoked},
};

struct Named
{
    Do action;
    const char *token;
    const char *decision; ///< the kind of the decision record
    CertificateTerms terms;
};

// 2026-11-30: whoever issues or renews says why, too, as in every other decision. What was decided without words before
// that stays as it is.
const std::array kActions{
    Named{Do::IssueFull, "issue_full", "issue", {Role::Officer, true, true, false, false}},
    Named{Do::IssueProvisional, "issue_provisional", "issue", {Role::Officer, true, true, false, false}},
    Named{Do::Renew, "renew", "renew", {Role::Officer, true, true, false, false}},
    Named{Do::Suspend, "suspend", "suspend", {Role::Officer, true, false, false, false}},
    Named{Do::Reinstate, "reinstate", "reinstate", {Role::Officer, true, false, false, false}},
    Named{Do::Revoke, "revoke", "revoke", {Role::Officer, true, false, false, false}},
    Named{Do::Expire, "expire", "", {std::nullopt, false, false, false, false}},
    Named{Do::Appeal, "appeal", "appeal", {Role::Officer, true, false, false, false}},
    Named{Do::AllowAppeal, "allow_appeal", "allow_appeal", {Role::Officer, true, false, true, true}},
    Named{Do::DismissAppeal, "dismiss_appeal", "dismiss_appeal", {Role::Officer, true, false, true, true}},
};

const Named &named(Do action)
{
    return kActions.at(static_cast<size_t>(action)); // in the enum's order, and the tests say so
}

Error wrong(const char *what, const QString &why)
{
    return makeError(ErrorCode::InvalidValue, why, QLatin1String(what));
}

} // namespace

const QList<CertificateStage> &certificateStages()
{
    static const QList<Stage> all{Stage::None,    Stage::Issued,  Stage::Suspended,
                                  Stage::Revoked, Stage::Expired, Stage::Superseded};
    return all;
}

const QList<CertificateAction> &certificateActions()
{
    static const QList<Do> all = [] {
        QList<Do> list;
        for (const Named &entry : kActions)
            list.append(entry.action);
        return list;
    }();
    return all;
}

const CertificateTerms &termsOf(CertificateAction action)
{
    return named(action).terms;
}

std::optional<CertificateStage> certificateAfter(CertificateStage from, CertificateAction action)
{
    const auto found =
        std::find_if(kMoves.begin(), kMoves.end(), [&](const Move &m) { return m.from == from && m.action == action; });
    return found == kMoves.end() ? std::nullopt : std::optional(found->to);
}

CertificateStage stageAt(CertificateState state, const QDate &until, const QDate &today)
{
    Stage stage = Stage::None;
    switch (state) {
    case CertificateState::Issued:
        stage = Stage::Issued;
        break;
    case CertificateState::Suspended:
        stage = Stage::Suspended;
        break;
    case CertificateState::Revoked:
        stage = Stage::Revoked;
        break;
    case CertificateState::Expired:
        stage = Stage::Expired;
        break;
    case CertificateState::Superseded:
        stage = Stage::Superseded;
        break;
    }
    const bool over = until < today;
    return over ? certificateAfter(stage, Do::Expire).value_or(stage) : stage;
}

bool isInForce(CertificateStage stage)
{
    return stage == Stage::Issued || stage == Stage::Suspended;
}

std::optional<CertificateState> storedState(CertificateStage stage)
{
    switch (stage) {
    case Stage::None:
        break;
    case Stage::Issued:
        return CertificateState::Issued;
    case Stage::Suspended:
        return CertificateState::Suspended;
    case Stage::Revoked:
        return CertificateState::Revoked;
    case Stage::Expired:
        return CertificateState::Expired;
    case Stage::Superseded:
        return CertificateState::Superseded;
    }
    return std::nullopt;
}

Result<CertificateAction> issueAction(const QString &grade)
{
    if (grade == QLatin1String("full"))
        return Do::IssueFull;
    if (grade == QLatin1String("provisional"))
        return Do::IssueProvisional;
    return wrong("grade", grade.isEmpty() ? QStringLiteral("the grade is missing") : QStringLiteral("no such grade"));
}

Result<CertificateAction> actionOfDecision(const QString &kind, const QString &grade)
{
    if (kind == decisionKind(Do::IssueFull))
        return issueAction(grade);
    for (const Named &entry : kActions) {
        if (entry.terms.by && kind == QLatin1String(entry.decision))
            return entry.action;
    }
    return wrong("kind", QStringLiteral("no such decision"));
}

const QStringList &decisionKinds()
{
    static const QStringList all = [] {
        QStringList kinds;
        for (const Named &entry : kActions) {
            const QString kind = QLatin1String(entry.decision);
            if (entry.terms.by && !kinds.contains(kind))
                kinds.append(kind);
        }
        return kinds;
    }();
    return all;
}

QString decisionKind(CertificateAction action)
{
    return QLatin1String(named(action).decision);
}

QDate lastValidDay(CertificateAction issue, const QDate &from)
{
    return issue == Do::IssueFull ? from.addMonths(kFullMonths).addDays(-1) : from.addDays(kProvisionalDays - 1);
}

bool verdictAllows(Verdict verdict, CertificateAction issue)
{
    switch (verdict) {
    case Verdict::Eligible:
        return issue == Do::IssueFull || issue == Do::IssueProvisional;
    case Verdict::Provisional:
        return issue == Do::IssueProvisional;
    case Verdict::Refused:
        break;
    }
    return false;
}

Result<CertificateStage> decideOn(CertificateStage stage, CertificateAction action, const QString &reason)
{
    const auto after = certificateAfter(stage, action);
    if (!after)
        return makeError(ErrorCode::WrongState, QStringLiteral("the certificate is %1").arg(token(stage)),
                         QStringLiteral("state"));
    if (termsOf(action).reason && reason.trimmed().isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("a reason is missing"), QStringLiteral("reason"));
    return *after;
}

QString token(CertificateStage stage)
{
    const auto state = storedState(stage);
    return state ? token(*state) : QStringLiteral("none");
}

QString token(CertificateAction action)
{
    return QLatin1String(named(action).token);
}

} // namespace markaz

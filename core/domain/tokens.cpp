// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tokens.h"

#include <QHash>

namespace markaz {
namespace {

template <class E>
struct Tokens;

template <>
struct Tokens<Entity>
{
    static constexpr const char *what = "entity";
    static inline const QList<std::pair<Entity, QString>> all{
        {Entity::Owner, QStringLiteral("owner")},
        {Entity::Building, QStringLiteral("building")},
        {Entity::Assignment, QStringLiteral("assignment")},
        {Entity::Inspection, QStringLiteral("inspection")},
        {Entity::Evidence, QStringLiteral("evidence")},
        {Entity::Review, QStringLiteral("review")},
        {Entity::Decision, QStringLiteral("decision")},
        {Entity::Certificate, QStringLiteral("certificate")},
        {Entity::Policy, QStringLiteral("policy")},
        {Entity::Account, QStringLiteral("account")},
        {Entity::Conflict, QStringLiteral("conflict")},
        {Entity::Finding, QStringLiteral("finding")},
        {Entity::Standard, QStringLiteral("standard")},
        {Entity::Centre, QStringLiteral("centre")},
        {Entity::OccupancyReport, QStringLiteral("occupancy_report")},
        {Entity::Loan, QStringLiteral("loan")},
        {Entity::Scenario, QStringLiteral("scenario")},
        {Entity::Demand, QStringLiteral("demand")},
    };
};
template <>
struct Tokens<Role>
{
    static constexpr const char *what = "role";
    static inline const QList<std::pair<Role, QString>> all{
        {Role::Inspector, QStringLiteral("inspector")},
        {Role::Officer, QStringLiteral("officer")},
        {Role::Administrator, QStringLiteral("administrator")},
        {Role::Auditor, QStringLiteral("auditor")},
    };
};
template <>
struct Tokens<ChangeKind>
{
    static constexpr const char *what = "kind of change";
    static inline const QList<std::pair<ChangeKind, QString>> all{
        {ChangeKind::Create, QStringLiteral("create")},
        {ChangeKind::Patch, QStringLiteral("patch")},
        {ChangeKind::Delete, QStringLiteral("delete")},
        {ChangeKind::Submit, QStringLiteral("submit")},
    };
};
template <>
struct Tokens<Outcome>
{
    static constexpr const char *what = "outcome";
    static inline const QList<std::pair<Outcome, QString>> all{
        {Outcome::Applied, QStringLiteral("applied")},     {Outcome::Merged, QStringLiteral("merged")},
        {Outcome::Duplicate, QStringLiteral("duplicate")}, {Outcome::Conflict, QStringLiteral("conflict")},
        {Outcome::Held, QStringLiteral("held")},           {Outcome::Rejected, QStringLiteral("rejected")},
        {Outcome::Retry, QStringLiteral("retry")},
    };
};
template <>
struct Tokens<Verdict>
{
    static constexpr const char *what = "verdict";
    static inline const QList<std::pair<Verdict, QString>> all{
        {Verdict::Eligible, QStringLiteral("eligible")},
        {Verdict::Provisional, QStringLiteral("provisional")},
        {Verdict::Refused, QStringLiteral("refused")},
    };
};
template <>
struct Tokens<CertificateState>
{
    static constexpr const char *what = "state of a certificate";
    static inline const QList<std::pair<CertificateState, QString>> all{
        {CertificateState::Issued, QStringLiteral("issued")},
        {CertificateState::Suspended, QStringLiteral("suspended")},
        {CertificateState::Revoked, QStringLiteral("revoked")},
        {CertificateState::Expired, QStringLiteral("expired")},
        {CertificateState::Superseded, QStringLiteral("superseded")},
    };
};
template <>
struct Tokens<FindingState>
{
    static constexpr const char *what = "state of a finding";
    static inline const QList<std::pair<FindingState, QString>> all{
        {FindingState::Open, QStringLiteral("open")},
        {FindingState::Fixed, QStringLiteral("fixed")},
        {FindingState::Verified, QStringLiteral("verified")},
        {FindingState::Waived, QStringLiteral("waived")},
    };
};
template <>
struct Tokens<Severity>
{
    static constexpr const char *what = "severity";
    static inline const QList<std::pair<Severity, QString>> all{
        {Severity::Critical, QStringLiteral("critical")},
        {Severity::Major, QStringLiteral("major")},
        {Severity::Minor, QStringLiteral("minor")},
    };
};
template <>
struct Tokens<FindingStep>
{
    static constexpr const char *what = "step of a finding";
    static inline const QList<std::pair<FindingStep, QString>> all{
        {FindingStep::Fix, QStringLiteral("fix")},         {FindingStep::Reopen, QStringLiteral("reopen")},
        {FindingStep::Verify, QStringLiteral("verify")},   {FindingStep::Waive, QStringLiteral("waive")},
        {FindingStep::Restore, QStringLiteral("restore")},
    };
};
template <>
struct Tokens<LoanState>
{
    static constexpr const char *what = "state of a loan";
    static inline const QList<std::pair<LoanState, QString>> all{
        {LoanState::Draft, QStringLiteral("draft")},        {LoanState::Applied, QStringLiteral("applied")},
        {LoanState::Approved, QStringLiteral("approved")},  {LoanState::PaidOut, QStringLiteral("paid_out")},
        {LoanState::ClawBack, QStringLiteral("claw_back")}, {LoanState::Closed, QStringLiteral("closed")},
        {LoanState::Declined, QStringLiteral("declined")},
    };
};
template <>
struct Tokens<LoanStep>
{
    static constexpr const char *what = "step of a loan";
    static inline const QList<std::pair<LoanStep, QString>> all{
        {LoanStep::Apply, QStringLiteral("apply")},        {LoanStep::Return, QStringLiteral("return")},
        {LoanStep::Approve, QStringLiteral("approve")},    {LoanStep::Decline, QStringLiteral("decline")},
        {LoanStep::PayOut, QStringLiteral("pay_out")},     {LoanStep::Close, QStringLiteral("close")},
        {LoanStep::ClawBack, QStringLiteral("claw_back")}, {LoanStep::Lift, QStringLiteral("lift")},
    };
};

} // namespace

template <class E>
QString token(E value)
{
    for (const auto &entry : Tokens<E>::all) {
        if (entry.first == value)
            return entry.second;
    }
    qFatal("a value without a token");
}

template <class E>
Result<E> parse(const QString &text)
{
    for (const auto &entry : Tokens<E>::all) {
        if (entry.second == text)
            return entry.first;
    }
    return makeError(ErrorCode::InvalidValue,
                     QStringLiteral("\"%1\" is no %2").arg(text.left(40), QLatin1String(Tokens<E>::what)));
}

template <class E>
const QList<E> &allValues()
{
    static const QList<E> values = [] {
        QList<E> list;
        for (const auto &entry : Tokens<E>::all)
            list.append(entry.first);
        return list;
    }();
    return values;
}

#define MARKAZ_TOKENS(E)                                                                                               \
    template QString token(E);                                                                                         \
    template Result<E> parse(const QString &);                                                                         \
    template const QList<E> &allValues();

MARKAZ_TOKENS(Entity)
MARKAZ_TOKENS(Role)
MARKAZ_TOKENS(ChangeKind)
MARKAZ_TOKENS(Outcome)
MARKAZ_TOKENS(Verdict)
MARKAZ_TOKENS(CertificateState)
MARKAZ_TOKENS(FindingState)
MARKAZ_TOKENS(Severity)
MARKAZ_TOKENS(FindingStep)
MARKAZ_TOKENS(LoanState)
MARKAZ_TOKENS(LoanStep)

#undef MARKAZ_TOKENS

} // namespace markaz

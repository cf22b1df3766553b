// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/loan.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace markaz {
namespace {

struct Move
{
    LoanState from;
    LoanStep step;
    LoanState to;
};

// The whole of it: what does not stand here may not be done. Closed and declined are final: what is wanted anew is a
// new application. 2026-11-30: a loan that is closed while something is owed is closed with the reason why it is given
// up; a state of its own for that would need a third table of who may come back from where.
constexpr std::array kMoves{
    Move{LoanState::Draft, LoanStep::Apply, LoanState::Applied},
    Move{LoanState::Applied, LoanStep::Return, LoanState::Draft}, // something is missing
    Move{LoanState::Applied, LoanStep::Approve, LoanState::Approved},
    Move{LoanState::Applied, LoanStep::Decline, LoanState::Declined},
    Move{LoanState::Approved, LoanStep::Decline, LoanState::Declined}, // nothing was paid out yet
    Move{LoanState::Approved, LoanStep::PayOut, LoanState::PaidOut},
    Move{LoanState::PaidOut, LoanStep::Close, LoanState::Closed},
    Move{LoanState::PaidOut, LoanStep::ClawBack, LoanState::ClawBack},
    Move{LoanState::ClawBack, LoanStep::Lift, LoanState::PaidOut}, // the certificate is in force again
    Move{LoanState::ClawBack, LoanStep::Close, LoanState::Closed},
};

// In the enum's order, and the tests say so.
constexpr std::array kTerms{
    LoanStepTerms{false, false}, // Apply
    LoanStepTerms{false, true},  // Return
    LoanStepTerms{false, false}, // Approve
    LoanStepTerms{false, true},  // Decline
    LoanStepTerms{false, false}, // PayOut
    LoanStepTerms{false, false}, // Close
    LoanStepTerms{true, true},   // ClawBack
    LoanStepTerms{true, true},   // Lift
};

constexpr std::array kKinds{std::pair{PaymentKind::Disbursement, "disbursement"},
                            std::pair{PaymentKind::Repayment, "repayment"},
                            std::pair{PaymentKind::Recovery, "recovery"}};

constexpr int kMostPayments = 2'000;

Error wrong(const char *where, const QString &why, ErrorCode code = ErrorCode::InvalidValue)
{
    return makeError(code, why, QLatin1String(where));
}

/// Names of members alone that are known: an amount under a mistyped one would count for nothing.
bool hasOnly(const QJsonObject &object, std::initializer_list<const char *> known)
{
    const QStringList names = object.keys();
    return std::all_of(names.begin(), names.end(), [&known](const QString &name) {
        return std::any_of(known.begin(), known.end(), [&name](const char *one) { return name == QLatin1String(one); });
    });
}

/// A whole number of paisa; nothing for anything else.
std::optional<qint64> wholeIn(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    const qint64 number = value.toInteger(-1);
    return value.isDouble() && number >= 0 && number <= loan::kMostPrincipal ? std::optional(number) : std::nullopt;
}

void add(LoanTotals &totals, const LoanPayment &payment)
{
    switch (payment.kind) {
    case PaymentKind::Disbursement:
        totals.disbursed += payment.paisa;
        break;
    case PaymentKind::Repayment:
        totals.repaid += payment.paisa;
        totals.repaidPrincipal += payment.principalPaisa;
        break;
    case PaymentKind::Recovery:
        totals.recovered += payment.paisa;
        break;
    }
}

Result<LoanTotals> totalsOf(const QJsonObject &fields)
{
    const QJsonObject payments = fields.value(QStringLiteral("payments")).toObject();
    if (payments.size() > kMostPayments)
        return wrong("payments", QStringLiteral("more than %1 payments").arg(kMostPayments));
    LoanTotals totals;
    for (auto it = payments.begin(); it != payments.end(); ++it) {
        const auto payment = LoanPayment::fromJson(it.key(), it.value());
        if (!payment)
            return payment.error();
        // What a bank asks in one month is a small part of what it lent: more than all of it was mistyped.
        if (payment->kind == PaymentKind::Repayment &&
            payment->paisa - payment->principalPaisa > fields.value(QStringLiteral("principal_paisa")).toInteger())
            return wrong("payments", QStringLiteral("more mark-up is paid at once than was lent"));
        add(totals, *payment);
    }
    return totals;
}

/// Whether money moved of a loan at \p state.
bool takesAny(LoanState state)
{
    return state == LoanState::PaidOut || state == LoanState::ClawBack || state == LoanState::Closed;
}

Result<void> checkMarkup(const QJsonObject &fields)
{
    const auto has = [&fields](const char *name) { return !valueAt(fields, QLatin1String(name)).isNull(); };
    const auto number = [&fields](const char *name) { return fields.value(QLatin1String(name)).toInteger(); };
    if (!has("markup_bp") && !has("spread_bp"))
        return wrong("markup_bp", QStringLiteral("the mark-up is missing"), ErrorCode::Incomplete);
    if (has("markup_bp") && has("spread_bp"))
        return wrong("spread_bp", QStringLiteral("the mark-up is fixed, or a spread over KIBOR"));
    if (has("spread_bp") && !has("kibor_bp"))
        return wrong("kibor_bp", QStringLiteral("KIBOR is missing"), ErrorCode::Incomplete);
    if (!has("spread_bp") && has("kibor_bp"))
        return wrong("kibor_bp", QStringLiteral("the mark-up is fixed"));
    if (number("spread_bp") + number("kibor_bp") > loan::kMostBp)
        return wrong("spread_bp", QStringLiteral("with KIBOR it is more than 100 % a year"));
    return {};
}

} // namespace

QString token(PaymentKind kind)
{
    return QLatin1String(kKinds.at(static_cast<size_t>(kind)).second);
}

std::optional<PaymentKind> paymentKindOf(const QString &token)
{
    const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                    [&token](const auto &kind) { return token == QLatin1String(kind.second); });
    return found == kKinds.end() ? std::nullopt : std::optional(found->first);
}

QJsonObject LoanPayment::toJson() const
{
    QJsonObject object{{QStringLiteral("kind"), token(kind)},
                       {QStringLiteral("paisa"), paisa},
                       {QStringLiteral("on"), on.toString(Qt::ISODate)},
                       {QStringLiteral("by"), by}};
    if (kind == PaymentKind::Repayment)
        object.insert(QStringLiteral("principal_paisa"), principalPaisa);
    return object;
}

Result<LoanPayment> LoanPayment::fromJson(const QString &id, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    LoanPayment payment;
    payment.id = id;
    const auto kind = paymentKindOf(object.value(QStringLiteral("kind")).toString());
    const auto paisa = wholeIn(object, "paisa");
    const auto principal = wholeIn(object, "principal_paisa");
    payment.on = QDate::fromString(object.value(QStringLiteral("on")).toString(), Qt::ISODate);
    payment.by = object.value(QStringLiteral("by")).toString();
    if (!isRecordId(id) || !kind || !hasOnly(object, {"kind", "paisa", "principal_paisa", "on", "by"}) ||
        !isRecordId(payment.by) ||
        object.contains(QStringLiteral("principal_paisa")) != (kind == PaymentKind::Repayment))
        return wrong("payments", QStringLiteral("not a payment"));
    if (!paisa || *paisa < 1 || (kind == PaymentKind::Repayment && !principal))
        return wrong("payments", QStringLiteral("the amount is none, negative or absurd"));
    if (principal.value_or(0) > *paisa)
        return wrong("payments", QStringLiteral("more principal is repaid than is paid"));
    if (!loan::mayBePaidOut(payment.on) ||
        object.value(QStringLiteral("on")).toString() != payment.on.toString(Qt::ISODate)) // Qt reads other forms, too
        return wrong("payments", QStringLiteral("not a day from %1 to %2").arg(loan::kFirstYear).arg(loan::kLastYear));
    payment.kind = *kind;
    payment.paisa = *paisa;
    payment.principalPaisa = principal.value_or(0);
    return payment;
}

std::optional<int> Loan::bp(const char *name) const
{
    const QJsonValue value = valueAt(fields(), QLatin1String(name));
    return value.isDouble() ? std::optional(static_cast<int>(value.toInteger())) : std::nullopt;
}

QList<LoanMoment> Loan::history() const
{
    QList<LoanMoment> all;
    const QJsonArray steps =
        fields().value(QStringLiteral("history")).toObject().value(QStringLiteral("steps")).toArray();
    for (const auto &entry : steps) {
        const QJsonObject step = entry.toObject();
        if (const auto known = parse<LoanState>(step.value(QStringLiteral("state")).toString()))
            all.append({*known, step.value(QStringLiteral("at")).toString(),
                        step.value(QStringLiteral("by")).toString(), step.value(QStringLiteral("reason")).toString()});
    }
    if (all.isEmpty() || all.last().state != state() || all.last().at != stateAt())
        all.append({state(), stateAt(), stateBy(), stateReason()});
    return all;
}

QList<LoanPayment> Loan::payments() const
{
    QList<LoanPayment> all;
    const QJsonObject members = fields().value(QStringLiteral("payments")).toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        all.append(LoanPayment::fromJson(it.key(), it.value()).value());
    std::stable_sort(all.begin(), all.end(), [](const LoanPayment &a, const LoanPayment &b) { return a.on < b.on; });
    return all;
}

LoanTotals Loan::totals() const
{
    return totalsOf(fields()).value();
}

std::optional<qint64> Loan::clawBackPaisa() const
{
    const QJsonValue value = valueAt(fields(), QStringLiteral("clawback_paisa"));
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QDate Loan::paidOutOn() const
{
    const QList<LoanPayment> all = payments();
    const auto first = std::find_if(
        all.begin(), all.end(), [](const LoanPayment &payment) { return payment.kind == PaymentKind::Disbursement; });
    return first == all.end() ? QDate() : first->on;
}

const LoanStepTerms &termsOf(LoanStep step)
{
    return kTerms.at(static_cast<size_t>(step));
}

std::optional<LoanState> loanAfter(LoanState from, LoanStep step)
{
    const auto found =
        std::find_if(kMoves.begin(), kMoves.end(), [&](const Move &m) { return m.from == from && m.step == step; });
    return found == kMoves.end() ? std::nullopt : std::optional(found->to);
}

std::optional<LoanStep> loanStep(LoanState from, LoanState to)
{
    const auto found =
        std::find_if(kMoves.begin(), kMoves.end(), [&](const Move &m) { return m.from == from && m.to == to; });
    return found == kMoves.end() ? std::nullopt : std::optional(found->step);
}

namespace loan {

bool isOpen(LoanState state)
{
    return state != LoanState::Closed && state != LoanState::Declined;
}

bool mayEdit(LoanState state)
{
    return state == LoanState::Draft || state == LoanState::Applied;
}

bool takes(LoanState state, PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Disbursement:
        return state == LoanState::Approved || state == LoanState::PaidOut;
    case PaymentKind::Repayment:
        return state == LoanState::PaidOut || state == LoanState::ClawBack;
    case PaymentKind::Recovery:
        return state == LoanState::ClawBack;
    }
    return false;
}

qint64 left(const Loan &loan, PaymentKind kind)
{
    const LoanTotals totals = loan.totals();
    switch (kind) {
    case PaymentKind::Disbursement:
        return loan.principalPaisa() - totals.disbursed;
    case PaymentKind::Repayment:
        return totals.disbursed - totals.repaidPrincipal;
    case PaymentKind::Recovery:
        break;
    }
    return loan.clawBackPaisa().value_or(0) - totals.recovered;
}

bool isOwed(const Loan &loan)
{
    return left(loan, PaymentKind::Repayment) > 0 || left(loan, PaymentKind::Recovery) > 0;
}

bool needsReason(const Loan &loan, LoanStep step)
{
    return termsOf(step).reason || (step == LoanStep::Close && isOwed(loan));
}

Result<void> check(const QJsonObject &fields)
{
    const auto number = [&fields](const char *name) { return fields.value(QLatin1String(name)).toInteger(); };
    if (number("grace_months") >= number("tenor_months"))
        return wrong("grace_months", QStringLiteral("the grace is not shorter than the tenor"));
    if (auto markup = checkMarkup(fields); !markup)
        return markup;
    const auto totals = totalsOf(fields);
    if (!totals)
        return totals.error();
    const auto state = parse<LoanState>(fields.value(QStringLiteral("state")).toString());
    const bool moved = state && takesAny(*state);
    if (moved && totals->disbursed == 0)
        return wrong("payments", QStringLiteral("nothing was paid out"), ErrorCode::Incomplete);
    if (!moved && !fields.value(QStringLiteral("payments")).toObject().isEmpty())
        return wrong("payments", QStringLiteral("no money moves before it is approved"));
    if (totals->disbursed > number("principal_paisa"))
        return wrong("payments", QStringLiteral("more is paid out than the principal"));
    if (totals->repaidPrincipal > totals->disbursed)
        return wrong("payments", QStringLiteral("more principal is repaid than was paid out"));
    if (totals->recovered > number("clawback_paisa"))
        return wrong("payments", QStringLiteral("more is given back than is clawed back"));
    return {};
}

} // namespace loan

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/loanbounds.h"
#include "core/domain/record.h"

#include <QDate>

#include <optional>

namespace markaz {

/// What moved of a loan's money. Paid out by the bank, paid back to the bank, and given back of the subsidy when it is
/// clawed back.
enum class PaymentKind { Disbursement, Repayment, Recovery };
QString token(PaymentKind kind);
std::optional<PaymentKind> paymentKindOf(const QString &token);

struct LoanPayment
{
    QString id; ///< the name of the member of `payments`
    PaymentKind kind = PaymentKind::Disbursement;
    qint64 paisa = 0;
    qint64 principalPaisa = 0; ///< of a repayment: what of it repays principal, the rest is mark-up
    QDate on;
    QString by; ///< the account that recorded it

    QJsonObject toJson() const;
    /// InvalidValue with `where` = "payments".
    static Result<LoanPayment> fromJson(const QString &id, const QJsonValue &value);
};

/// What was paid, added up, in paisa.
struct LoanTotals
{
    qint64 disbursed = 0;
    qint64 repaid = 0;          ///< principal and mark-up
    qint64 repaidPrincipal = 0; ///< of it
    qint64 recovered = 0;
};

/// A step of a loan that was taken: what it became, when, by whom, and why where a reason was given.
struct LoanMoment
{
    LoanState state = LoanState::Draft;
    QString at; ///< toIso()
    QString by; ///< account
    QString reason;
};

/// A loan of a building's owner, from the application to its end. Money moves as members of `payments`, so that what
/// two laptops recorded offline stands side by side; its state moves with who, when and why as a group, and the server
/// writes down each step of it.
class Loan final : public CheckedRecord<Loan, Entity::Loan>
{
public:
    QString buildingId() const { return str("building"); }
    QString ownerId() const { return str("owner"); }
    QString bank() const { return str("bank"); }
    QString bankReference() const { return str("bank_reference"); } ///< the bank's number of it
    qint64 principalPaisa() const { return num("principal_paisa"); }
    int policyVersion() const { return static_cast<int>(num("policy_version")); } ///< whose cap and subsidy hold
    std::optional<int> markupBp() const { return bp("markup_bp"); }               ///< a year, fixed; or the two below
    std::optional<int> spreadBp() const { return bp("spread_bp"); }               ///< over KIBOR
    std::optional<int> kiborBp() const { return bp("kibor_bp"); } ///< as it stood when the terms were agreed
    int wholeMarkupBp() const { return markupBp().value_or(spreadBp().value_or(0) + kiborBp().value_or(0)); }
    int tenorMonths() const { return static_cast<int>(num("tenor_months")); } ///< grace included
    int graceMonths() const { return static_cast<int>(num("grace_months")); }
    QString notes() const { return str("notes"); }
    LoanState state() const { return parse<LoanState>(str("state")).value(); }
    QString stateAt() const { return str("state_at"); }
    QString stateBy() const { return str("state_by"); }
    QString stateReason() const { return str("state_reason"); }
    /// The steps up to the state of now, the oldest first, as the server wrote them down; the last one's is the state
    /// that the record has, whether the server knows it yet or not.
    QList<LoanMoment> history() const;
    /// In the order of their days, and of their ids on one day.
    QList<LoanPayment> payments() const;
    LoanTotals totals() const;
    std::optional<qint64> clawBackPaisa() const; ///< of the subsidy, to be given back
    /// The day on which the first money was paid out; invalid before.
    QDate paidOutOn() const;
    bool sample() const { return flag("sample"); }

private:
    std::optional<int> bp(const char *name) const;
};

/// What a step needs, whatever the state.
struct LoanStepTerms
{
    bool byServer = false; ///< nobody asks for it: it follows a decision about the building's certificate
    bool reason = false;   ///< in words
};
const LoanStepTerms &termsOf(LoanStep step);
/// The state that \p step leads to from \p from; nothing where it may not be taken. This is the one table of a loan's
/// life. No two steps lead from one state to the same other.
std::optional<LoanState> loanAfter(LoanState from, LoanStep step);
/// The step that leads from \p from to \p to; nothing when none does.
std::optional<LoanStep> loanStep(LoanState from, LoanState to);

namespace loan {
/// The building has no other one beside it, and what it says may still become something else.
bool isOpen(LoanState state);
/// Bank, amounts and terms are still being agreed.
bool mayEdit(LoanState state);
/// Money moves: \p kind may be recorded of a loan at \p state.
bool takes(LoanState state, PaymentKind kind);
/// What is left of \p loan to pay out, of its principal to repay, or to give back, in paisa.
qint64 left(const Loan &loan, PaymentKind kind);
/// Whether something is owed still: principal to the bank, or subsidy that is to be given back.
bool isOwed(const Loan &loan);
/// Whether \p step of \p loan needs a reason: as its terms say, and a close while something is owed.
bool needsReason(const Loan &loan, LoanStep step);
/// What the terms, the mark-up and the payments say of one another. InvalidValue or Incomplete with `where` = the
/// field: "grace_months" not shorter than the tenor, "spread_bp" beside a fixed mark-up or above 100 % with KIBOR,
/// "kibor_bp" missing beside a spread or without one, "payments" of which more was paid than there is, or that there
/// are before it was paid out or are none afterwards.
Result<void> check(const QJsonObject &fields);
} // namespace loan

} // namespace markaz

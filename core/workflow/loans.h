// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/loan.h"
#include "core/workflow/changes.h"

namespace markaz {

/// What an officer enters of a loan; "" and nothing = not given.
struct LoanEntry
{
    QString bank;
    QString bankReference;
    qint64 principalPaisa = 0;
    int policyVersion = 0;
    std::optional<int> markupBp = std::nullopt; ///< fixed; or the two below
    std::optional<int> spreadBp = std::nullopt;
    std::optional<int> kiborBp = std::nullopt;
    int tenorMonths = 0; ///< grace included
    int graceMonths = 0;
    QString notes;
    friend bool operator==(const LoanEntry &, const LoanEntry &) = default;
};

/// What a loan says, as a form shows it.
LoanEntry entryOf(const Loan &loan);

/// Money that moved, as an officer enters it.
struct PaymentEntry
{
    PaymentKind kind = PaymentKind::Disbursement;
    qint64 paisa = 0;
    qint64 principalPaisa = 0; ///< of a repayment
    QDate on;
};

/// What the role opens of loans at all, whatever the province.
bool recordsLoans(Role role);
bool seesLoans(Role role);

/// Records loans and what becomes of them: an officer of the province. The server asks all of this again.
class Loans
{
public:
    explicit Loans(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// The owner who would borrow. NotFound; NotAllowed of may(); WrongState with `where` = "merged"; Exists with
    /// "loan.building" when the building has one that is neither closed nor declined; Incomplete with "loan.owner" when
    /// nobody knows whose the building is.
    Result<QString> mayRecord(const Actor &actor, const QString &buildingId) const;
    /// What a new one begins with: the newest policy, and its cap.
    Result<LoanEntry> proposal() const;
    /// As mayRecord(); Incomplete or InvalidValue with `where` = the field, "loan.cap" above the cap of the policy.
    Result<Loan> record(const Actor &actor, const QString &buildingId, const LoanEntry &entry);

    /// Whether anything of it may be changed: NotAllowed; WrongState with `where` = "state" when it is over.
    Result<void> mayEdit(const Actor &actor, const Loan &loan) const;
    /// \p seen: what the officer was shown; what he left as it was is not written. As mayEdit(); WrongState with
    /// "loan.terms" for bank, amount and terms of one that is approved already.
    Result<Loan> edit(const Actor &actor, const QString &id, const LoanEntry &entry,
                      const std::optional<LoanEntry> &seen = {});
    /// A draft. WrongState with `where` = "state", or "loan.documents" as long as it has some.
    Result<void> remove(const Actor &actor, const QString &id);

    /// The steps that \p actor may take now, in the order of the table; a loan is paid out by what is paid.
    Result<QList<LoanStep>> possible(const Actor &actor, const Loan &loan) const;
    /// WrongState with `where` = "state"; Incomplete with "state_reason" where a reason is needed.
    Result<Loan> move(const Actor &actor, const QString &id, LoanStep step, const QString &reason = {});

    /// What may be recorded now.
    Result<QList<PaymentKind>> payable(const Actor &actor, const Loan &loan) const;
    /// The first disbursement pays the loan out. WrongState with `where` = "payment.kind"; Incomplete or InvalidValue
    /// with "payment.paisa", "payment.on", "payment.future" for a day that has not come, "payment.early" for one before
    /// it was paid out, "payment.principal" for more principal than is paid, "payment.most" for more than is left to
    /// pay out, to repay, or to give back, "payment.markup" for more mark-up at once than was lent. WrongState with
    /// "loan.revoked" for a first disbursement after the building's certificate was revoked.
    /// \p instead: the payment, of the same kind, that was recorded wrongly and that this one stands in for: NotFound
    /// with "payment.gone", WrongState with "payment.needed" when what was paid since rests on what it was.
    Result<Loan> pay(const Actor &actor, const QString &id, const PaymentEntry &entry, const QString &instead = {});
    /// Takes a payment off that was recorded by mistake: as mayEdit(); WrongState with "payment.needed" when what was
    /// paid since rests on it.
    Result<Loan> takeBack(const Actor &actor, const QString &id, const QString &paymentId);

private:
    Result<void> checkNotRevoked(const Loan &loan) const;
    Result<Loan> committed(ChangeSet &changes, const Result<Record> &staged) const;
    Workspace &m_workspace;
};

} // namespace markaz

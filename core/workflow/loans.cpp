// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/loans.h"

#include "core/finance/loanplan.h"
#include "core/security/permissions.h"
#include "core/storage/buildingrepository.h"
#include "core/storage/centrerepository.h"
#include "core/storage/loanrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/inspectionsubject.h"
#include "core/workflow/loandocuments.h"
#include "core/workflow/loanpolicy.h"

#include <algorithm>

namespace markaz {
namespace {

Error wrong(ErrorCode code, const char *where, const QString &why)
{
    return makeError(code, why, QLatin1String(where));
}

Error wrongState(LoanState state)
{
    return wrong(ErrorCode::WrongState, "state", QStringLiteral("the loan is %1").arg(token(state)));
}

void enter(QJsonObject &fields, const LoanEntry &entry)
{
    const auto text = [&fields](const char *name, const QString &value) {
        const QString words = value.trimmed();
        setValueAt(fields, QLatin1String(name), words.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(words));
    };
    const auto rate = [&fields](const char *name, const std::optional<int> &bp) {
        setValueAt(fields, QLatin1String(name), bp ? QJsonValue(*bp) : QJsonValue(QJsonValue::Null));
    };
    text("bank", entry.bank);
    text("bank_reference", entry.bankReference);
    fields.insert(QStringLiteral("principal_paisa"), entry.principalPaisa);
    fields.insert(QStringLiteral("policy_version"), entry.policyVersion);
    rate("markup_bp", entry.markupBp);
    rate("spread_bp", entry.spreadBp);
    rate("kibor_bp", entry.kiborBp);
    fields.insert(QStringLiteral("tenor_months"), entry.tenorMonths);
    fields.insert(QStringLiteral("grace_months"), entry.graceMonths);
    text("notes", entry.notes);
}

void stand(QJsonObject &fields, LoanState state, const QString &reason, const Actor &actor, const Clock &clock)
{
    fields.insert(QStringLiteral("state"), token(state));
    fields.insert(QStringLiteral("state_at"), toIso(clock.now()));
    fields.insert(QStringLiteral("state_by"), actor.accountId);
    const QString words = reason.trimmed();
    setValueAt(fields, QStringLiteral("state_reason"),
               words.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(words));
}

Result<void> mayDo(const Workspace &workspace, const Actor &actor, Action action, const QString &buildingId)
{
    const auto province = BuildingRepository(workspace.database).provinceOf(buildingId);
    if (!province)
        return province.error();
    return may(actor, action, Subject::in(*province));
}

/// An amount that is missing is said as such, and one above the policy's cap as that.
Result<void> checkPrincipal(const Workspace &workspace, const LoanEntry &entry)
{
    if (entry.principalPaisa == 0)
        return wrong(ErrorCode::Incomplete, "principal_paisa", QStringLiteral("the amount is missing"));
    if (entry.tenorMonths == 0)
        return wrong(ErrorCode::Incomplete, "tenor_months", QStringLiteral("the tenor is missing"));
    const auto policy = policyOf(workspace, entry.policyVersion);
    if (!policy)
        return policy.error();
    if (auto within = checkCap(Paisa{entry.principalPaisa}, *policy); !within)
        return makeError(within.error().code, within.error().detail, QStringLiteral("loan.cap"));
    return {};
}

/// Whether nothing differs but what may be noted of a loan that is running.
bool sameTerms(LoanEntry entry, const LoanEntry &shown)
{
    entry.bankReference = shown.bankReference;
    entry.notes = shown.notes;
    return entry == shown;
}

/// The day of the first disbursement beside \p instead; invalid without one.
QDate paidOutBeside(const Loan &loan, const std::optional<LoanPayment> &instead)
{
    const QList<LoanPayment> payments = loan.payments();
    const auto first = std::find_if(payments.begin(), payments.end(), [&instead](const LoanPayment &payment) {
        return payment.kind == PaymentKind::Disbursement && (!instead || payment.id != instead->id);
    });
    return first == payments.end() ? QDate() : first->on;
}

/// \p instead: the payment of the loan that it stands in for.
Result<void> checkPayment(const Loan &loan, const PaymentEntry &entry, const QDate &today,
                          const std::optional<LoanPayment> &instead)
{
    if (!loan::takes(loan.state(), entry.kind))
        return wrong(ErrorCode::WrongState, "payment.kind", QStringLiteral("the loan is %1").arg(token(loan.state())));
    if (entry.paisa == 0)
        return wrong(ErrorCode::Incomplete, "payment.paisa", QStringLiteral("the amount is missing"));
    if (entry.paisa < 0 || entry.paisa > loan::kMostPrincipal)
        return wrong(ErrorCode::InvalidValue, "payment.paisa", QStringLiteral("the amount is negative or absurd"));
    const bool repays = entry.kind == PaymentKind::Repayment;
    if (repays && (entry.principalPaisa < 0 || entry.principalPaisa > entry.paisa))
        return wrong(ErrorCode::InvalidValue, "payment.principal", QStringLiteral("more principal than is paid"));
    if (repays && entry.paisa - entry.principalPaisa > loan.principalPaisa())
        return wrong(ErrorCode::InvalidValue, "payment.markup", QStringLiteral("more mark-up than was lent"));
    const qint64 freed = !instead ? 0 : repays ? instead->principalPaisa : instead->paisa;
    if ((repays ? entry.principalPaisa : entry.paisa) > loan::left(loan, entry.kind) + freed)
        return wrong(ErrorCode::InvalidValue, "payment.most", QStringLiteral("more than is left"));
    if (!loan::mayBePaidOut(entry.on))
        return wrong(entry.on.isValid() ? ErrorCode::InvalidValue : ErrorCode::Incomplete, "payment.on",
                     QStringLiteral("the day is missing or absurd"));
    if (entry.on > today)
        return wrong(ErrorCode::InvalidValue, "payment.future", QStringLiteral("the day has not come"));
    const QDate begun = paidOutBeside(loan, instead);
    if (begun.isValid() && entry.on < begun && entry.kind != PaymentKind::Disbursement)
        return wrong(ErrorCode::InvalidValue, "payment.early", QStringLiteral("nothing was paid out yet"));
    if (begun.isValid() && entry.on < begun && !instead)
        return wrong(ErrorCode::InvalidValue, "payment.early", QStringLiteral("nothing was paid out yet"));
    return {};
}

} // namespace

LoanEntry entryOf(const Loan &loan)
{
    return {loan.bank(),     loan.bankReference(), loan.principalPaisa(), loan.policyVersion(), loan.markupBp(),
            loan.spreadBp(), loan.kiborBp(),       loan.tenorMonths(),    loan.graceMonths(),   loan.notes()};
}

bool recordsLoans(Role role)
{
    return roleGrants(role, Action::RecordLoan);
}

bool seesLoans(Role role)
{
    return roleGrants(role, Action::SeeLoan);
}

Result<Loan> Loans::committed(ChangeSet &changes, const Result<Record> &staged) const
{
    if (!staged)
        return staged.error();
    if (auto done = changes.commit(); !done)
        return done.error();
    return m_workspace.records.requireAs<Loan>(staged->id);
}

Result<QString> Loans::mayRecord(const Actor &actor, const QString &buildingId) const
{
    const auto building = m_workspace.records.require(Entity::Building, buildingId);
    if (!building)
        return building.error();
    if (auto granted = mayDo(m_workspace, actor, Action::RecordLoan, buildingId); !granted)
        return granted.error();
    if (!building->fields.value(QStringLiteral("merged_into")).toString().isEmpty())
        return wrong(ErrorCode::WrongState, "merged", QStringLiteral("the building was merged into another one"));
    const auto there = LoanRepository(m_workspace.database).openOf(buildingId);
    if (!there)
        return there.error();
    if (*there)
        return wrong(ErrorCode::Exists, "loan.building", QStringLiteral("the building has a loan"));
    const QString owner = building->fields.value(QStringLiteral("owner")).toString();
    if (owner.isEmpty())
        return wrong(ErrorCode::Incomplete, "loan.owner", QStringLiteral("the building names no owner"));
    return owner;
}

Result<LoanEntry> Loans::proposal() const
{
    const auto policy = newestPolicy(m_workspace);
    if (!policy)
        return policy.error();
    LoanEntry entry;
    entry.policyVersion = policy->version;
    return entry;
}

Result<Loan> Loans::record(const Actor &actor, const QString &buildingId, const LoanEntry &entry)
{
    const auto owner = mayRecord(actor, buildingId);
    if (!owner)
        return owner.error();
    if (auto principal = checkPrincipal(m_workspace, entry); !principal)
        return principal.error();
    const auto building = m_workspace.records.require(Entity::Building, buildingId);
    if (!building)
        return building.error();
    QJsonObject fields{{QStringLiteral("building"), buildingId}, {QStringLiteral("owner"), *owner}};
    enter(fields, entry);
    stand(fields, LoanState::Draft, {}, actor, m_workspace.clock);
    markSample(fields, *building);
    ChangeSet changes(m_workspace, actor);
    return committed(changes, changes.create(Entity::Loan, fields));
}

Result<void> Loans::mayEdit(const Actor &actor, const Loan &loan) const
{
    if (auto granted = mayDo(m_workspace, actor, Action::RecordLoan, loan.buildingId()); !granted)
        return granted;
    return loan::isOpen(loan.state()) ? Result<void>() : Result<void>(wrongState(loan.state()));
}

Result<Loan> Loans::edit(const Actor &actor, const QString &id, const LoanEntry &entry,
                         const std::optional<LoanEntry> &seen)
{
    const auto loan = m_workspace.records.requireAs<Loan>(id);
    if (!loan)
        return loan.error();
    if (auto granted = mayEdit(actor, *loan); !granted)
        return granted.error();
    const LoanEntry shown = seen.value_or(entryOf(*loan));
    if (!sameTerms(entry, shown) && !loan::mayEdit(loan->state()))
        return wrong(ErrorCode::WrongState, "loan.terms", QStringLiteral("the loan is %1").arg(token(loan->state())));
    if (!sameTerms(entry, shown)) {
        if (auto principal = checkPrincipal(m_workspace, entry); !principal)
            return principal.error();
    }
    Record before = loan->record();
    enter(before.fields, shown);
    QJsonObject fields = before.fields;
    enter(fields, entry);
    ChangeSet changes(m_workspace, actor);
    return committed(changes, changes.update(before, fields));
}

Result<void> Loans::remove(const Actor &actor, const QString &id)
{
    const auto loan = m_workspace.records.requireAs<Loan>(id);
    if (!loan)
        return loan.error();
    if (auto granted = mayDo(m_workspace, actor, Action::RemoveLoan, loan->buildingId()); !granted)
        return granted;
    if (loan->state() != LoanState::Draft)
        return wrongState(loan->state());
    const auto documents = LoanDocuments(m_workspace).of(id);
    if (!documents)
        return documents.error();
    if (!documents->isEmpty())
        return makeError(ErrorCode::WrongState, QStringLiteral("the loan has documents"),
                         QStringLiteral("loan.documents"));
    ChangeSet changes(m_workspace, actor);
    changes.remove(loan->record());
    return changes.commit();
}

Result<QList<LoanStep>> Loans::possible(const Actor &actor, const Loan &loan) const
{
    const auto granted = mayDo(m_workspace, actor, Action::RecordLoan, loan.buildingId());
    if (!granted && granted.error().code != ErrorCode::NotAllowed)
        return granted.error();
    QList<LoanStep> steps;
    for (const LoanStep step : allValues<LoanStep>()) {
        if (granted && step != LoanStep::PayOut && !termsOf(step).byServer && loanAfter(loan.state(), step))
            steps.append(step);
    }
    return steps;
}

Result<Loan> Loans::move(const Actor &actor, const QString &id, LoanStep step, const QString &reason)
{
    const auto loan = m_workspace.records.requireAs<Loan>(id);
    if (!loan)
        return loan.error();
    if (auto granted = mayDo(m_workspace, actor, Action::RecordLoan, loan->buildingId()); !granted)
        return granted.error();
    const auto steps = possible(actor, *loan);
    if (!steps)
        return steps.error();
    if (!steps->contains(step))
        return wrongState(loan->state());
    if (loan::needsReason(*loan, step) && reason.trimmed().isEmpty())
        return wrong(ErrorCode::Incomplete, "state_reason", QStringLiteral("a reason is needed"));
    QJsonObject fields = loan->fields();
    stand(fields, *loanAfter(loan->state(), step), reason, actor, m_workspace.clock);
    ChangeSet changes(m_workspace, actor);
    return committed(changes, changes.update(loan->record(), fields));
}

Result<QList<PaymentKind>> Loans::payable(const Actor &actor, const Loan &loan) const
{
    const auto granted = mayDo(m_workspace, actor, Action::RecordLoan, loan.buildingId());
    if (!granted && granted.error().code != ErrorCode::NotAllowed)
        return granted.error();
    QList<PaymentKind> kinds;
    for (const PaymentKind kind : {PaymentKind::Disbursement, PaymentKind::Repayment, PaymentKind::Recovery}) {
        // Mark-up is paid for the last time when no principal is left to repay.
        const bool room = kind == PaymentKind::Repayment || loan::left(loan, kind) > 0;
        if (granted && room && loan::takes(loan.state(), kind))
            kinds.append(kind);
    }
    return kinds;
}

/// Money that was not paid out yet is not, once the building's certificate was revoked.
Result<void> Loans::checkNotRevoked(const Loan &loan) const
{
    const auto certificate =
        CentreRepository(m_workspace.database).certificateOf(loan.buildingId(), programmeDay(m_workspace.clock.now()));
    if (!certificate)
        return certificate.error();
    return !certificate->id.isEmpty() && certificate->state == CertificateState::Revoked
               ? wrong(ErrorCode::WrongState, "loan.revoked", QStringLiteral("its certificate was revoked"))
               : Result<void>();
}

Result<Loan> Loans::pay(const Actor &actor, const QString &id, const PaymentEntry &entry, const QString &instead)
{
    const auto loan = m_workspace.records.requireAs<Loan>(id);
    if (!loan)
        return loan.error();
    if (auto granted = mayDo(m_workspace, actor, Action::RecordLoan, loan->buildingId()); !granted)
        return granted.error();
    std::optional<LoanPayment> wrongOne;
    if (!instead.isEmpty()) {
        const QList<LoanPayment> payments = loan->payments();
        const auto found = std::find_if(payments.begin(), payments.end(),
                                        [&instead](const LoanPayment &payment) { return payment.id == instead; });
        if (found == payments.end() || found->kind != entry.kind)
            return wrong(ErrorCode::NotFound, "payment.gone", QStringLiteral("the payment is gone"));
        wrongOne = *found;
    }
    if (auto checked = checkPayment(*loan, entry, programmeDay(m_workspace.clock.now()), wrongOne); !checked)
        return checked.error();
    const auto paidOut =
        entry.kind == PaymentKind::Disbursement ? loanAfter(loan->state(), LoanStep::PayOut) : std::nullopt;
    if (paidOut) {
        if (auto stands = checkNotRevoked(*loan); !stands)
            return stands.error();
    }
    LoanPayment payment{m_workspace.ids.next(), entry.kind, entry.paisa,
                        entry.principalPaisa,   entry.on,   actor.accountId};
    QJsonObject fields = loan->fields();
    setValueAt(fields, QStringLiteral("payments.") + payment.id, payment.toJson());
    if (wrongOne)
        setValueAt(fields, QStringLiteral("payments.") + instead, QJsonValue::Null);
    if (paidOut)
        stand(fields, *paidOut, {}, actor, m_workspace.clock);
    if (wrongOne && !loan::check(fields)) // a first disbursement of less than was repaid since
        return wrong(ErrorCode::WrongState, "payment.needed", QStringLiteral("what was paid since rests on it"));
    ChangeSet changes(m_workspace, actor);
    return committed(changes, changes.update(loan->record(), fields));
}

Result<Loan> Loans::takeBack(const Actor &actor, const QString &id, const QString &paymentId)
{
    const auto loan = m_workspace.records.requireAs<Loan>(id);
    if (!loan)
        return loan.error();
    if (auto granted = mayEdit(actor, *loan); !granted)
        return granted.error();
    QJsonObject fields = loan->fields();
    setValueAt(fields, QStringLiteral("payments.") + paymentId, QJsonValue::Null);
    if (!loan::check(fields))
        return wrong(ErrorCode::WrongState, "payment.needed", QStringLiteral("what was paid since rests on it"));
    ChangeSet changes(m_workspace, actor);
    return committed(changes, changes.update(loan->record(), fields));
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/recordtable.h"
#include "app/server/store/rules/changerules.h"
#include "core/finance/loanplan.h"
#include "core/support/programmeday.h"

#include <algorithm>

namespace markaz::server {
namespace {

constexpr qsizetype kMostReason = 1000; // of a loan's state; a decision's reason may be longer

Objection refused(const Draft &draft, const QString &code, const char *field, const QString &why)
{
    return objection(rejected(draft.change, code, QLatin1String(field), why));
}

bool isNew(const Draft &draft)
{
    return draft.fresh || draft.before->deleted;
}

/// What is there anew, or stands otherwise than before.
bool touches(const Draft &draft, const char *field)
{
    const QString name = QLatin1String(field);
    return draft.fresh || valueAt(draft.before->record.fields, name) != valueAt(draft.after.record.fields, name);
}

LoanState stateOf(const StoredRecord &loan)
{
    return parse<LoanState>(loan.text("state")).value(); // its form was checked
}

/// The version of the programme's policy that \p loan names; nothing when there is none.
Result<std::optional<ProgrammePolicy>> policyOf(RuleContext &context, const StoredRecord &loan)
{
    const qint64 version = loan.number("policy_version");
    if (version == context.reference.policy.version)
        return std::optional(context.reference.policy);
    const auto published = RecordTable(context.database).byKey(Entity::Policy, QString::number(version));
    if (!published)
        return published.error();
    if (!published->has_value())
        return std::optional<ProgrammePolicy>();
    auto read = readPolicy((*published)->record.fields.value(QStringLiteral("body")).toObject());
    if (!read)
        return read.error();
    return std::optional(std::move(read).value());
}

Objection checkCapOf(RuleContext &context, const Draft &draft)
{
    if (!touches(draft, "principal_paisa") && !touches(draft, "policy_version"))
        return noObjection();
    const auto policy = policyOf(context, draft.after);
    if (!policy)
        return policy.error();
    if (!policy->has_value())
        return refused(draft, protocol::code::kInvalid, "policy_version", QStringLiteral("no such policy"));
    if (auto within = checkCap(Paisa{draft.after.number("principal_paisa")}, **policy); !within)
        return refused(draft, protocol::code::kInvalid, "principal_paisa", within.error().detail);
    return noObjection();
}

/// The borrower is the building's owner, and the building, with all that is the same one, has no other loan that is
/// open.
Objection checkBeginning(RuleContext &context, const Draft &draft)
{
    if (!isNew(draft))
        return noObjection();
    const QString buildingId = draft.after.text("building");
    if (draft.fresh && draft.after.text("state") != token(LoanState::Draft))
        return refused(draft, protocol::code::kWrongState, "state", QStringLiteral("a loan begins as a draft"));
    if (auto objected = checkNotMerged(context, draft.change, buildingId, "building");
        !objected || objected->has_value())
        return objected;
    auto building = context.records.find(buildingId);
    if (!building)
        return building.error();
    if (draft.fresh && (*building)->text("owner") != draft.after.text("owner")) // place() has found it
        return refused(draft, protocol::code::kInvalid, "owner", QStringLiteral("not the owner of the building"));
    const auto others = childrenOfAll(context, buildingId, Entity::Loan);
    if (!others)
        return others.error();
    const bool beside = std::any_of(others->begin(), others->end(), [&draft](const StoredRecord &other) {
        return other.id() != draft.after.id() && loan::isOpen(stateOf(other));
    });
    return beside && loan::isOpen(stateOf(draft.after))
               ? refused(draft, protocol::code::kExists, "building", QStringLiteral("the building has a loan already"))
               : noObjection();
}

/// What was agreed stays as it was applied for; what is over stays altogether.
Objection checkEdit(const Draft &draft)
{
    if (draft.fresh) // one that was removed and comes back goes on as the draft that it was
        return noObjection();
    const LoanState from = stateOf(*draft.before);
    if (!loan::isOpen(from))
        return refused(draft, protocol::code::kWrongState, "state", QStringLiteral("the loan is %1").arg(token(from)));
    for (const char *field : {"bank", "principal_paisa", "policy_version", "markup_bp", "spread_bp", "kibor_bp",
                              "tenor_months", "grace_months"}) {
        if (!loan::mayEdit(from) && touches(draft, field))
            return refused(draft, protocol::code::kWrongState, field,
                           QStringLiteral("the loan is %1").arg(token(from)));
    }
    return noObjection();
}

/// One step of the table, with its reason.
Objection checkStep(const Draft &draft, const Loan &loan)
{
    if (draft.fresh)
        return noObjection();
    const LoanState from = stateOf(*draft.before);
    if (from == loan.state()) {
        for (const char *field : {"state_at", "state_by", "state_reason"}) {
            if (touches(draft, field))
                return refused(draft, protocol::code::kInvalid, field, QStringLiteral("it stays with its state"));
        }
        return noObjection();
    }
    const auto step = loanStep(from, loan.state());
    if (!step || termsOf(*step).byServer)
        return refused(draft, protocol::code::kWrongState, "state", QStringLiteral("the loan is %1").arg(token(from)));
    if (loan::needsReason(loan, *step) && loan.stateReason().trimmed().isEmpty())
        return refused(draft, protocol::code::kInvalid, "state_reason", QStringLiteral("a reason is missing"));
    return noObjection();
}

/// Nothing is paid out for the first time once the building's certificate was revoked: what was paid out before is
/// clawed back then, and this would never be.
Objection checkNotRevoked(RuleContext &context, const Draft &draft, const Loan &loan)
{
    if (draft.fresh || loanStep(stateOf(*draft.before), loan.state()) != LoanStep::PayOut)
        return noObjection();
    const auto whole = wholeOf(context, loan.buildingId());
    if (!whole)
        return whole.error();
    const auto certificates = childrenOfAll(context, *whole, Entity::Certificate);
    if (!certificates)
        return certificates.error();
    const auto newest =
        std::max_element(certificates->begin(), certificates->end(), [](const StoredRecord &a, const StoredRecord &b) {
            return a.text("issued_at") < b.text("issued_at");
        });
    return newest != certificates->end() && newest->text("state") == token(CertificateState::Revoked)
               ? refused(draft, protocol::code::kWrongState, "state", QStringLiteral("its certificate was revoked"))
               : noObjection();
}

/// Whoever records money signs for it, as long as the loan takes it.
Objection checkPayments(const RuleContext &context, const Draft &draft, const Loan &loan)
{
    const LoanState from = draft.fresh ? loan.state() : stateOf(*draft.before);
    const QJsonObject before =
        draft.fresh ? QJsonObject() : draft.before->record.fields.value(QStringLiteral("payments")).toObject();
    const QList<LoanPayment> payments = loan.payments();
    const QDate today = programmeDay(context.now);
    const QDate begun = loan.paidOutOn();
    for (const LoanPayment &payment : payments) {
        if (before.value(payment.id) == QJsonValue(payment.toJson()))
            continue;
        if (!loan::takes(from, payment.kind) && !loan::takes(loan.state(), payment.kind))
            return refused(draft, protocol::code::kWrongState, "payments",
                           QStringLiteral("a loan that is %1 takes no %2").arg(token(from), token(payment.kind)));
        if (payment.by != context.actor.accountId)
            return refused(draft, protocol::code::kInvalid, "payments", QStringLiteral("signed in another's name"));
        if (payment.on > today)
            return refused(draft, protocol::code::kInvalid, "payments", QStringLiteral("the day has not come"));
        if (payment.on < begun)
            return refused(draft, protocol::code::kInvalid, "payments", QStringLiteral("nothing was paid out yet"));
    }
    return noObjection();
}

QJsonObject momentOf(const StoredRecord &loan)
{
    QJsonObject moment{{QStringLiteral("state"), loan.text("state")},
                       {QStringLiteral("at"), loan.text("state_at")},
                       {QStringLiteral("by"), loan.text("state_by")}};
    if (const QString reason = loan.text("state_reason"); !reason.isEmpty())
        moment.insert(QStringLiteral("reason"), reason);
    return moment;
}

/// Writes down the step from \p before to \p after. 2026-11-30: the server does, because of two laptops that took
/// different steps one stands, and a list that both had added to would tell of a step that was never taken.
void writeDown(const StoredRecord &before, StoredRecord &after)
{
    QJsonArray steps =
        before.record.fields.value(QStringLiteral("history")).toObject().value(QStringLiteral("steps")).toArray();
    if (steps.isEmpty())
        steps.append(momentOf(before));
    steps.append(momentOf(after));
    after.record.fields.insert(QStringLiteral("history"), QJsonObject{{QStringLiteral("steps"), steps}});
}

/// The loan as the server moves it on its own, because of what was decided about a certificate.
void moveTo(RuleContext &context, const Change &change, const StoredRecord &before, StoredRecord after, LoanState state,
            const QString &officer, const QString &reason)
{
    QJsonObject &fields = after.record.fields;
    fields.insert(QStringLiteral("state"), token(state));
    fields.insert(QStringLiteral("state_at"), context.at());
    fields.insert(QStringLiteral("state_by"), officer);
    fields.insert(QStringLiteral("state_reason"), reason.left(kMostReason));
    ++after.record.rev;
    writeDown(before, after);
    context.records.stage(after);
    note(context, change, after, state == LoanState::ClawBack ? AuditAction::ClawBack : AuditAction::LiftClawBack);
}

Result<QList<StoredRecord>> loansAt(RuleContext &context, const QString &buildingId)
{
    const auto whole = wholeOf(context, buildingId);
    return whole ? childrenOfAll(context, *whole, Entity::Loan) : whole.error();
}

} // namespace

Objection checkLoan(RuleContext &context, Draft &draft)
{
    const auto loan = Loan::from(draft.after.record);
    if (!loan)
        return loan.error();
    if (auto objected = checkBeginning(context, draft); !objected || objected->has_value())
        return objected;
    if (auto objected = checkEdit(draft); !objected || objected->has_value())
        return objected;
    if (auto objected = checkStep(draft, *loan); !objected || objected->has_value())
        return objected;
    if (auto objected = checkNotRevoked(context, draft, *loan); !objected || objected->has_value())
        return objected;
    if (auto objected = checkPayments(context, draft, *loan); !objected || objected->has_value())
        return objected;
    if (auto objected = checkCapOf(context, draft); !objected || objected->has_value())
        return objected;
    if (!draft.fresh && stateOf(*draft.before) != loan->state()) {
        writeDown(*draft.before, draft.after);
        draft.amended = true;
    }
    return noObjection();
}

Result<void> clawBack(RuleContext &context, const Change &change, const StoredRecord &certificate,
                      const QString &officer, const QString &reason)
{
    const auto loans = loansAt(context, certificate.text("building"));
    if (!loans)
        return loans.error();
    for (const StoredRecord &before : *loans) {
        if (stateOf(before) != LoanState::PaidOut)
            continue;
        const auto loan = Loan::from(before.record);
        if (!loan)
            return loan.error();
        const auto policy = policyOf(context, before);
        if (!policy)
            return policy.error();
        if (!policy->has_value())
            return makeError(ErrorCode::StorageCorrupt, QStringLiteral("the policy of a loan is gone"), before.id());
        const auto given = subsidyGiven(*loan, **policy, programmeDay(context.now));
        if (!given)
            return given.error();
        StoredRecord after = before;
        after.record.fields.insert(QStringLiteral("clawback_paisa"), given->value);
        after.record.fields.insert(QStringLiteral("clawback_certificate"), certificate.id());
        moveTo(context, change, before, after, LoanState::ClawBack, officer, reason);
    }
    return {};
}

Result<void> liftClawBack(RuleContext &context, const Change &change, const StoredRecord &certificate,
                          const QString &officer, const QString &reason)
{
    // By what each of them names, and not by its building: two that were one are two again since.
    const auto loans = context.records.clawedBackBy(certificate.id());
    if (!loans)
        return loans.error();
    for (const StoredRecord &before : *loans) {
        if (stateOf(before) != LoanState::ClawBack)
            continue;
        const auto loan = Loan::from(before.record);
        if (!loan)
            return loan.error();
        StoredRecord after = before;
        after.record.fields.remove(QStringLiteral("clawback_certificate"));
        // What was given back meanwhile stays to be seen: it is the owner's again.
        if (const qint64 recovered = loan->totals().recovered; recovered > 0)
            after.record.fields.insert(QStringLiteral("clawback_paisa"), recovered);
        else
            after.record.fields.remove(QStringLiteral("clawback_paisa"));
        moveTo(context, change, before, after, LoanState::PaidOut, officer, reason);
    }
    return {};
}

Objection checkLoanRemoval(const Change &change, const StoredRecord &loan)
{
    return stateOf(loan) == LoanState::Draft
               ? noObjection()
               : objection(rejected(change, protocol::code::kWrongState, QStringLiteral("state"),
                                    QStringLiteral("the loan is %1").arg(loan.text("state"))));
}

Objection checkOwnerIsFree(RuleContext &context, const Change &change, const StoredRecord &owner)
{
    const auto loans = context.records.loansOf(owner.id());
    if (!loans)
        return loans.error();
    return loans->isEmpty() ? noObjection()
                            : objection(rejected(change, protocol::code::kWrongState, {},
                                                 QStringLiteral("a loan names this owner")));
}

} // namespace markaz::server

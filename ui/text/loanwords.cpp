// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/loanwords.h"

#include "core/workflow/rejections.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct LoanPhrases
{
    Q_DECLARE_TR_FUNCTIONS(LoanPhrases)
};

/// What stands in the way of money that is to be recorded.
std::optional<Sentence> ofPayment(const QString &where)
{
    const QString kept = LoanPhrases::tr("What you entered is kept.");
    if (where == QLatin1String("payment.kind"))
        return Sentence{LoanPhrases::tr("The loan does not take this money now."), kept,
                        LoanPhrases::tr("Look at its state: somebody may have moved it meanwhile.")};
    if (where == QLatin1String("payment.paisa"))
        return Sentence{LoanPhrases::tr("The amount is missing or cannot be right."), kept,
                        LoanPhrases::tr("Enter an amount of at least 1 paisa.")};
    if (where == QLatin1String("payment.principal"))
        return Sentence{LoanPhrases::tr("More principal would be repaid than is paid."), kept,
                        LoanPhrases::tr("Enter what of the payment repays principal; the rest is mark-up.")};
    if (where == QLatin1String("payment.most"))
        return Sentence{LoanPhrases::tr("This is more than is left."), kept,
                        LoanPhrases::tr("Enter at most what the page says is left.")};
    if (where == QLatin1String("payment.on"))
        return Sentence{LoanPhrases::tr("The day is missing or cannot be right."), kept,
                        LoanPhrases::tr("Enter the day on which the money moved, such as 24 Nov 2026.")};
    if (where == QLatin1String("payment.future"))
        return Sentence{LoanPhrases::tr("This day has not come."), kept,
                        LoanPhrases::tr("Record money when it has moved.")};
    if (where == QLatin1String("payment.early"))
        return Sentence{LoanPhrases::tr("On this day nothing was paid out yet."), kept,
                        LoanPhrases::tr("Enter the day of the first disbursement or a later one.")};
    if (where == QLatin1String("payment.needed"))
        return Sentence{LoanPhrases::tr("What was recorded since rests on this payment."),
                        LoanPhrases::tr("Nothing was changed."),
                        LoanPhrases::tr("Take the later ones back first. A payment that is wrong can be corrected.")};
    if (where == QLatin1String("payment.gone"))
        return Sentence{LoanPhrases::tr("This payment is gone: it was taken back or corrected meanwhile."), kept,
                        LoanPhrases::tr("Look at the money that moved, and record what is missing.")};
    if (where == QLatin1String("payment.markup"))
        return Sentence{LoanPhrases::tr("The mark-up of this payment is more than the whole loan."), kept,
                        LoanPhrases::tr("Look at the amount and at its part of the principal once more.")};
    return {};
}

} // namespace

std::optional<Sentence> loanSentence(const Error &error)
{
    const QString nothing = LoanPhrases::tr("Nothing was changed.");
    const QString kept = LoanPhrases::tr("What you entered is kept.");
    const QString &where = error.where;
    if (where == QLatin1String("loan.building"))
        return Sentence{LoanPhrases::tr("This building has a loan already."), nothing,
                        LoanPhrases::tr("Open that one. Another may follow when it is closed or declined.")};
    if (where == QLatin1String("loan.documents"))
        return Sentence{LoanPhrases::tr("The loan has documents."), nothing,
                        LoanPhrases::tr("Remove them first, then the loan.")};
    if (where == QLatin1String("loan.revoked"))
        return Sentence{LoanPhrases::tr("The certificate of this building was revoked."), nothing,
                        LoanPhrases::tr("Nothing is paid out until it is reinstated or another one is issued. "
                                        "Otherwise decline the loan.")};
    if (where == QLatin1String("loan.owner"))
        return Sentence{LoanPhrases::tr("Nobody knows yet whose this building is."), nothing,
                        LoanPhrases::tr("Edit the building and name its owner; the owner borrows.")};
    if (where == QLatin1String("loan.cap"))
        return Sentence{LoanPhrases::tr("The amount is above the cap of the programme."), kept,
                        LoanPhrases::tr("Enter at most what the form names as the cap.")};
    if (where == QLatin1String("loan.terms"))
        return Sentence{LoanPhrases::tr("Bank, amount and terms are fixed since the loan was approved."), nothing,
                        LoanPhrases::tr("The bank's number and the notes can be changed.")};
    if (where == QLatin1String("grace_months"))
        return Sentence{LoanPhrases::tr("The grace is not shorter than the tenor."), kept,
                        LoanPhrases::tr("The grace is part of the tenor: enter fewer months.")};
    if (where == QLatin1String("spread_bp") && error.code == ErrorCode::InvalidValue)
        return Sentence{LoanPhrases::tr("KIBOR and spread are together more than 100 % a year."), kept,
                        LoanPhrases::tr("Enter both as percent a year, such as 12.25 and 3.")};
    if (where == QLatin1String("policy_version") && error.code == ErrorCode::NotFound)
        return Sentence{LoanPhrases::tr("The policy that this loan names is not on this laptop."), nothing,
                        LoanPhrases::tr("Sync, then open the loan again.")};
    return ofPayment(where);
}

namespace loanwords {

QString state(LoanState state)
{
    switch (state) {
    case LoanState::Draft:
        return LoanPhrases::tr("Draft");
    case LoanState::Applied:
        return LoanPhrases::tr("Applied for");
    case LoanState::Approved:
        return LoanPhrases::tr("Approved");
    case LoanState::PaidOut:
        return LoanPhrases::tr("Paid out");
    case LoanState::ClawBack:
        return LoanPhrases::tr("Clawed back");
    case LoanState::Closed:
        return LoanPhrases::tr("Closed");
    case LoanState::Declined:
        break;
    }
    return LoanPhrases::tr("Declined");
}

QString step(LoanStep step)
{
    switch (step) {
    case LoanStep::Apply:
        return LoanPhrases::tr("Apply for it");
    case LoanStep::Return:
        return LoanPhrases::tr("Back to draft…");
    case LoanStep::Approve:
        return LoanPhrases::tr("The bank approved it…");
    case LoanStep::Decline:
        return LoanPhrases::tr("Declined…");
    case LoanStep::PayOut:
        return LoanPhrases::tr("Pay out");
    case LoanStep::Close:
        return LoanPhrases::tr("Close…");
    case LoanStep::ClawBack:
        return LoanPhrases::tr("Claw back");
    case LoanStep::Lift:
        break;
    }
    return LoanPhrases::tr("Lift the claw-back");
}

QString payment(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Disbursement:
        return LoanPhrases::tr("Paid out by the bank");
    case PaymentKind::Repayment:
        return LoanPhrases::tr("Repaid to the bank");
    case PaymentKind::Recovery:
        break;
    }
    return LoanPhrases::tr("Subsidy given back");
}

ChipContent chip(LoanState of)
{
    switch (of) {
    case LoanState::Draft:
        return {Status::Neutral, QStringLiteral("document-edit"), state(of)};
    case LoanState::Applied:
        return {Status::Review, QStringLiteral("eye"), state(of)};
    case LoanState::Approved:
        return {Status::Info, QStringLiteral("half-disc"), state(of)};
    case LoanState::PaidOut:
        return {Status::Ok, QStringLiteral("check-disc"), state(of)};
    case LoanState::ClawBack:
        return {Status::Bad, QStringLiteral("triangle"), state(of)};
    case LoanState::Closed:
        return {Status::Neutral, QStringLiteral("minus-ring"), state(of)};
    case LoanState::Declined:
        break;
    }
    return {Status::Bad, QStringLiteral("octagon-cross"), state(of)};
}

QString rate(int basisPoints)
{
    QString text = QString::number(basisPoints / 100);
    if (const int rest = basisPoints % 100; rest != 0)
        text += QStringLiteral(".%1").arg(rest, 2, 10, QLatin1Char('0'));
    return format::isolate(text + QStringLiteral(" %"));
}

QString markup(const Loan &loan)
{
    if (loan.markupBp())
        return LoanPhrases::tr("%1 a year, fixed").arg(rate(*loan.markupBp()));
    return LoanPhrases::tr("KIBOR %1 + %2 a year")
        .arg(rate(loan.kiborBp().value_or(0)), rate(loan.spreadBp().value_or(0)));
}

QString months(int months)
{
    return months == 1 ? LoanPhrases::tr("1 month") : LoanPhrases::tr("%1 months").arg(format::number(months));
}

QString amount(qint64 paisa)
{
    const qint64 rest = paisa % 100;
    return rest == 0
               ? format::rupees(paisa)
               : format::isolate(
                     QStringLiteral("Rs %1.%2").arg(format::number(paisa / 100)).arg(rest, 2, 10, QLatin1Char('0')));
}

QString value(const QJsonValue &of)
{
    const QJsonObject object = of.toObject();
    const auto kind = paymentKindOf(object.value(QStringLiteral("kind")).toString());
    if (!kind)
        return {};
    const QDate on = QDate::fromString(object.value(QStringLiteral("on")).toString(), Qt::ISODate);
    return format::list({payment(*kind), amount(object.value(QStringLiteral("paisa")).toInteger()), format::date(on)});
}

QString loansCounted(qsizetype count)
{
    return count == 1 ? LoanPhrases::tr("1 loan") : LoanPhrases::tr("%1 loans").arg(format::number(count));
}

QString rejection(const OutboxRow &row)
{
    if (row.change.entity == Entity::Evidence && row.field == QLatin1String("loan"))
        return LoanPhrases::tr(
            "The loan was declined or closed meanwhile, so its documents stay as they are. Give this "
            "change up.");
    if (row.change.entity != Entity::Loan)
        return {};
    const auto is = [&row](const char *code, const char *field) {
        return row.code == QLatin1String(code) && row.field == QLatin1String(field);
    };
    if (is("wrong_state", "state") && row.change.kind == ChangeKind::Delete)
        return LoanPhrases::tr(
            "The loan was applied for meanwhile, so it stays. Have it declined if it is not wanted.");
    if (is("wrong_state", "state"))
        return LoanPhrases::tr("On the server the loan stands in another state, from which this step does not lead on. "
                               "Sync, look at it again and give this one up.");
    if (row.code == QLatin1String("wrong_state"))
        return LoanPhrases::tr("The loan was approved meanwhile: bank, amount and terms are fixed. Give this up.");
    if (row.code == QLatin1String("exists"))
        return LoanPhrases::tr("The building has a loan already: somebody recorded it from elsewhere. Change that one "
                               "and give this one up.");
    if (is("invalid", "owner"))
        return LoanPhrases::tr("On the server the building has another owner. Give this one up and record the loan for "
                               "that owner.");
    if (is("invalid", "principal_paisa"))
        return LoanPhrases::tr("The amount is above the cap of the policy. Enter less and send this again.");
    if (is("invalid", "policy_version"))
        return LoanPhrases::tr("The server has no policy of this version. Give this one up and record the loan anew.");
    if (is("invalid", "payments"))
        return LoanPhrases::tr("With what others recorded meanwhile this is more than is left to pay out, to repay or "
                               "to give back, or the loan does not take it any more. Look at it again and record what "
                               "is right.");
    if (is("invalid", "state_reason"))
        return LoanPhrases::tr("Something is owed still, so this step needs a reason. Take it again and say why.");
    return {};
}

} // namespace loanwords
} // namespace markaz::ui

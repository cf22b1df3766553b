// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/loan.h"

#include "core/domain/merge.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace markaz;

namespace {

const QString kId = QStringLiteral("01900000-0000-7000-8000-000000000001");
const QString kFirst = QStringLiteral("01900000-0000-7000-8000-000000000002");
const QString kSecond = QStringLiteral("01900000-0000-7000-8000-000000000003");

/// What each step leads to, written down a second time from the design: draft, applied, ... closed or declined.
const QHash<QString, QString> kTable{
    {QStringLiteral("draft apply"), QStringLiteral("applied")},
    {QStringLiteral("applied return"), QStringLiteral("draft")},
    {QStringLiteral("applied approve"), QStringLiteral("approved")},
    {QStringLiteral("applied decline"), QStringLiteral("declined")},
    {QStringLiteral("approved decline"), QStringLiteral("declined")},
    {QStringLiteral("approved pay_out"), QStringLiteral("paid_out")},
    {QStringLiteral("paid_out close"), QStringLiteral("closed")},
    {QStringLiteral("paid_out claw_back"), QStringLiteral("claw_back")},
    {QStringLiteral("claw_back lift"), QStringLiteral("paid_out")},
    {QStringLiteral("claw_back close"), QStringLiteral("closed")},
};

QJsonObject with(QJsonObject fields, const QString &path, const QJsonValue &value)
{
    setValueAt(fields, path, value);
    return fields;
}

QJsonObject loanFields()
{
    return {{QStringLiteral("building"), kId},
            {QStringLiteral("owner"), kId},
            {QStringLiteral("bank"), QStringLiteral("Sample Bank")},
            {QStringLiteral("principal_paisa"), 900'000'000},
            {QStringLiteral("policy_version"), 1},
            {QStringLiteral("markup_bp"), 1'500},
            {QStringLiteral("tenor_months"), 60},
            {QStringLiteral("grace_months"), 6},
            {QStringLiteral("state"), QStringLiteral("draft")},
            {QStringLiteral("state_at"), QStringLiteral("2026-11-02T05:00:00.000Z")},
            {QStringLiteral("state_by"), kId}};
}

QJsonObject payment(const char *kind, qint64 paisa, const char *on = "2026-10-01")
{
    return {{QStringLiteral("kind"), QLatin1String(kind)},
            {QStringLiteral("paisa"), paisa},
            {QStringLiteral("on"), QLatin1String(on)},
            {QStringLiteral("by"), kId}};
}

QJsonObject repayment(qint64 paisa, qint64 principal)
{
    QJsonObject object = payment("repayment", paisa);
    object.insert(QStringLiteral("principal_paisa"), principal);
    return object;
}

QJsonObject paidOut(qint64 paisa = 400'000'000)
{
    return with(with(loanFields(), QStringLiteral("state"), QStringLiteral("paid_out")),
                QStringLiteral("payments.") + kFirst, payment("disbursement", paisa));
}

Loan loanOf(const QJsonObject &fields)
{
    return Loan::from({Entity::Loan, kId, 1, fields}).value();
}

QString refusedAt(const QJsonObject &fields)
{
    const auto checked = specOf(Entity::Loan).check(fields);
    return checked ? QString() : checked.error().where;
}

} // namespace

TEST(LoanLife, everyPairOfStateAndStep_leadsWhereTheTableSays)
{
    int pairs = 0;
    int found = 0;
    for (const LoanState from : allValues<LoanState>()) {
        for (const LoanStep step : allValues<LoanStep>()) {
            const QString pair = token(from) + QLatin1Char(' ') + token(step);
            const auto to = loanAfter(from, step);
            EXPECT_EQ(to ? token(*to) : QString(), kTable.value(pair)) << qPrintable(pair);
            found += to ? 1 : 0;
            ++pairs;
        }
    }
    EXPECT_EQ(pairs, 7 * 8);
    EXPECT_EQ(found, kTable.size());
}

TEST(LoanLife, everyPairOfStates_isJoinedByOneStepOrNone)
{
    int joined = 0;
    for (const LoanState from : allValues<LoanState>()) {
        for (const LoanState to : allValues<LoanState>()) {
            QStringList steps;
            for (const LoanStep step : allValues<LoanStep>()) {
                if (kTable.value(token(from) + QLatin1Char(' ') + token(step)) == token(to))
                    steps.append(token(step));
            }
            const auto step = loanStep(from, to);
            EXPECT_EQ(steps.join(QLatin1Char(' ')), step ? token(*step) : QString())
                << qPrintable(token(from) + QLatin1Char(' ') + token(to));
            joined += step ? 1 : 0;
        }
    }
    EXPECT_EQ(joined, kTable.size());
}

TEST(LoanLife, stepsThatTakeSomethingBack_needAReason_andClawBackIsTheServers)
{
    const QStringList reasons{QStringLiteral("return"), QStringLiteral("decline"), QStringLiteral("claw_back"),
                              QStringLiteral("lift")};
    const QStringList servers{QStringLiteral("claw_back"), QStringLiteral("lift")};
    for (const LoanStep step : allValues<LoanStep>()) {
        EXPECT_EQ(termsOf(step).reason, reasons.contains(token(step))) << qPrintable(token(step));
        EXPECT_EQ(termsOf(step).byServer, servers.contains(token(step))) << qPrintable(token(step));
    }
}

TEST(LoanLife, whatIsOver_staysAndTermsAreThoseThatWereAppliedFor)
{
    QStringList open;
    QStringList editable;
    for (const LoanState state : allValues<LoanState>()) {
        if (loan::isOpen(state))
            open.append(token(state));
        if (loan::mayEdit(state))
            editable.append(token(state));
    }
    EXPECT_EQ(open.join(QLatin1Char(' ')), QStringLiteral("draft applied approved paid_out claw_back"));
    EXPECT_EQ(editable.join(QLatin1Char(' ')), QStringLiteral("draft applied"));
}

TEST(LoanLife, moneyMoves_whenTheStateTakesIt)
{
    QStringList all;
    for (const PaymentKind kind : {PaymentKind::Disbursement, PaymentKind::Repayment, PaymentKind::Recovery}) {
        for (const LoanState state : allValues<LoanState>()) {
            if (loan::takes(state, kind))
                all.append(token(kind) + QLatin1Char('@') + token(state));
        }
    }
    EXPECT_EQ(all.join(QLatin1Char(' ')),
              QStringLiteral("disbursement@approved disbursement@paid_out repayment@paid_out repayment@claw_back "
                             "recovery@claw_back"));
}

TEST(LoanForm, amountsTenorsAndRates_areHeldToTheirBoundsAtTheirField)
{
    EXPECT_EQ(refusedAt(loanFields()), QString());
    const QList<std::pair<const char *, QList<QJsonValue>>> odd{
        {"bank", {QStringLiteral("  "), QJsonValue::Null, QString(201, QLatin1Char('x'))}},
        {"principal_paisa", {0, -1, qint64(10'000'000'000'001), QStringLiteral("many"), QJsonValue::Null}},
        {"policy_version", {0, 10'001, QJsonValue::Null}},
        {"markup_bp", {-1, 10'001}},
        {"tenor_months", {0, -12, 601, QJsonValue::Null}},
        {"grace_months", {-1, 60, 61, 600, QJsonValue::Null}}, // of a tenor of 60
        {"state", {QStringLiteral("lost"), QJsonValue::Null}},
        {"state_at", {QStringLiteral("yesterday"), QJsonValue::Null}},
        {"state_by", {QStringLiteral("me"), QJsonValue::Null}},
        {"owner", {QJsonValue::Null, QStringLiteral("x")}},
        {"clawback_paisa", {-1}},
    };
    for (const auto &[name, values] : odd) {
        for (const QJsonValue &value : values)
            EXPECT_EQ(refusedAt(with(loanFields(), QLatin1String(name), value)), QLatin1String(name))
                << name << ' ' << qPrintable(value.toVariant().toString());
    }
    EXPECT_EQ(refusedAt(with(loanFields(), QStringLiteral("grace_months"), 59)), QString());
    EXPECT_EQ(refusedAt(with(loanFields(), QStringLiteral("principal_paisa"), qint64(10'000'000'000'000))), QString());
}

TEST(LoanForm, markup_isFixedOrASpreadOverKibor)
{
    const auto of = [](const QJsonValue &fixed, const QJsonValue &spread, const QJsonValue &kibor) {
        QJsonObject fields = with(loanFields(), QStringLiteral("markup_bp"), fixed);
        setValueAt(fields, QStringLiteral("spread_bp"), spread);
        setValueAt(fields, QStringLiteral("kibor_bp"), kibor);
        return fields;
    };
    const QJsonValue none;
    EXPECT_EQ(refusedAt(of(none, 300, 1'200)), QString());
    EXPECT_EQ(loanOf(of(none, 300, 1'200)).wholeMarkupBp(), 1'500);
    EXPECT_EQ(loanOf(of(0, none, none)).wholeMarkupBp(), 0) << "nothing is a mark-up";
    EXPECT_EQ(refusedAt(of(none, none, none)), QStringLiteral("markup_bp"));
    EXPECT_EQ(refusedAt(of(1'500, 300, 1'200)), QStringLiteral("spread_bp"));
    EXPECT_EQ(refusedAt(of(none, 300, none)), QStringLiteral("kibor_bp"));
    EXPECT_EQ(refusedAt(of(1'500, none, 1'200)), QStringLiteral("kibor_bp"));
    EXPECT_EQ(refusedAt(of(none, 5'000, 5'000)), QString());
    EXPECT_EQ(refusedAt(of(none, 5'000, 5'001)), QStringLiteral("spread_bp"));
}

TEST(LoanForm, payments_areWholeAndWithinWhatThereIs)
{
    EXPECT_EQ(refusedAt(paidOut()), QString());
    const auto second = [](const QJsonValue &value, QJsonObject fields = paidOut()) {
        return refusedAt(with(std::move(fields), QStringLiteral("payments.") + kSecond, value));
    };
    EXPECT_EQ(second(payment("disbursement", 500'000'000)), QString()) << "up to the principal";
    EXPECT_EQ(second(repayment(400'000'000, 400'000'000)), QString());
    const QString where = QStringLiteral("payments");
    EXPECT_EQ(second(payment("disbursement", 500'000'001)), where);
    EXPECT_EQ(second(repayment(400'000'001, 400'000'001)), where) << "more principal than was paid out";
    EXPECT_EQ(second(repayment(10, 11)), where);
    EXPECT_EQ(second(repayment(10, -1)), where);
    EXPECT_EQ(second(payment("repayment", 10)), where) << "how much of it is principal?";
    EXPECT_EQ(second(repayment(900'000'000, 0)), QString()) << "as much mark-up as was lent";
    EXPECT_EQ(second(repayment(900'000'001, 0)), where) << "mistyped";
    EXPECT_EQ(second(payment("gift", 10)), where);
    EXPECT_EQ(second(payment("disbursement", 0)), where);
    EXPECT_EQ(second(payment("disbursement", -5)), where);
    EXPECT_EQ(second(payment("disbursement", 10, "1999-12-31")), where);
    EXPECT_EQ(second(payment("disbursement", 10, "2100-01-01")), where);
    EXPECT_EQ(second(payment("disbursement", 10, "soon")), where);
    EXPECT_EQ(second(with(payment("disbursement", 10), QStringLiteral("by"), QStringLiteral("me"))), where);
    EXPECT_EQ(second(with(payment("disbursement", 10), QStringLiteral("fee"), 1)), where);
    EXPECT_EQ(second(QStringLiteral("much")), where);
    EXPECT_EQ(refusedAt(with(paidOut(), QStringLiteral("payments.first"), payment("disbursement", 10))), where);
    // What is given back is at most what is clawed back.
    const QJsonObject clawed = with(with(paidOut(), QStringLiteral("state"), QStringLiteral("claw_back")),
                                    QStringLiteral("clawback_paisa"), 1'000);
    EXPECT_EQ(second(payment("recovery", 1'000), clawed), QString());
    EXPECT_EQ(second(payment("recovery", 1'001), clawed), where);
    EXPECT_EQ(second(payment("recovery", 1)), where);
}

TEST(LoanForm, money_isThereWhenItWasPaidOutAndNotBefore)
{
    for (const LoanState state : allValues<LoanState>()) {
        const bool after = state == LoanState::PaidOut || state == LoanState::ClawBack || state == LoanState::Closed;
        const QString named = token(state);
        EXPECT_EQ(refusedAt(with(loanFields(), QStringLiteral("state"), named)),
                  after ? QStringLiteral("payments") : QString())
            << qPrintable(named);
        EXPECT_EQ(refusedAt(with(paidOut(), QStringLiteral("state"), named)),
                  after ? QString() : QStringLiteral("payments"))
            << qPrintable(named);
    }
}

TEST(LoanSums, whatIsOwed_isPrincipalAndWhatIsToBeGivenBack)
{
    QJsonObject fields = paidOut(1'000);
    EXPECT_TRUE(loan::isOwed(loanOf(fields)));
    setValueAt(fields, QStringLiteral("payments.") + kSecond, repayment(1'200, 1'000));
    const LoanTotals totals = loanOf(fields).totals();
    EXPECT_EQ(totals.disbursed, 1'000);
    EXPECT_EQ(totals.repaid, 1'200);
    EXPECT_EQ(totals.repaidPrincipal, 1'000);
    EXPECT_FALSE(loan::isOwed(loanOf(fields)));
    EXPECT_FALSE(loan::needsReason(loanOf(fields), LoanStep::Close));
    setValueAt(fields, QStringLiteral("clawback_paisa"), 300);
    EXPECT_TRUE(loan::isOwed(loanOf(fields)));
    EXPECT_TRUE(loan::needsReason(loanOf(fields), LoanStep::Close)) << "it is given up, and why?";
    setValueAt(fields, QStringLiteral("payments.") + kId, payment("recovery", 300));
    EXPECT_FALSE(loan::isOwed(loanOf(fields)));
}

TEST(LoanSums, payments_comeInTheOrderOfTheirDays)
{
    QJsonObject fields = paidOut();
    setValueAt(fields, QStringLiteral("payments.") + kSecond, payment("disbursement", 7, "2026-09-01"));
    const Loan loan = loanOf(fields);
    EXPECT_EQ(loan.payments().first().id, kSecond);
    EXPECT_EQ(loan.paidOutOn(), QDate(2026, 9, 1));
    EXPECT_FALSE(loanOf(loanFields()).paidOutOn().isValid());
    for (const LoanPayment &one : loan.payments())
        EXPECT_EQ(LoanPayment::fromJson(one.id, one.toJson()).value().toJson(), one.toJson());
}

TEST(LoanHistory, endsWithTheStateOfNow_whetherTheServerKnowsItYetOrNot)
{
    QJsonObject fields = with(loanFields(), QStringLiteral("state"), QStringLiteral("applied"));
    EXPECT_EQ(loanOf(fields).history().size(), 1);
    const auto step = [](const char *state, const char *at) {
        return QJsonObject{{QStringLiteral("state"), QLatin1String(state)},
                           {QStringLiteral("at"), QLatin1String(at)},
                           {QStringLiteral("by"), kId}};
    };
    fields.insert(QStringLiteral("history"),
                  QJsonObject{{QStringLiteral("steps"), QJsonArray{step("draft", "2026-10-30T05:00:00.000Z"),
                                                                   step("applied", "2026-11-02T05:00:00.000Z")}}});
    ASSERT_EQ(loanOf(fields).history().size(), 2);
    EXPECT_EQ(loanOf(fields).history().last().at, QStringLiteral("2026-11-02T05:00:00.000Z"));
    fields.insert(QStringLiteral("state"), QStringLiteral("declined"));
    fields.insert(QStringLiteral("state_reason"), QStringLiteral("No deed."));
    ASSERT_EQ(loanOf(fields).history().size(), 3);
    EXPECT_EQ(loanOf(fields).history().last().reason, QStringLiteral("No deed."));
}

TEST(LoanMerge, paymentsOfTwoLaptopsStandSideBySide_andAStateGoesWhole)
{
    const RecordSpec &spec = specOf(Entity::Loan);
    const QJsonObject base = paidOut();
    const QJsonObject ours = with(base, QStringLiteral("payments.") + kSecond, payment("disbursement", 5));
    const QJsonObject theirs = with(base, QStringLiteral("payments.") + kId, payment("disbursement", 6));
    const MergeResult merged = merge(spec, theirs, differences(spec, base, ours));
    EXPECT_TRUE(merged.conflicts.isEmpty());
    EXPECT_EQ(merged.fields.value(QStringLiteral("payments")).toObject().size(), 3);

    QJsonObject closed = with(base, QStringLiteral("state"), QStringLiteral("closed"));
    closed.insert(QStringLiteral("state_at"), QStringLiteral("2026-11-20T05:00:00.000Z"));
    QJsonObject clawed = with(base, QStringLiteral("state"), QStringLiteral("claw_back"));
    clawed.insert(QStringLiteral("state_at"), QStringLiteral("2026-11-19T05:00:00.000Z"));
    const MergeResult clash = merge(spec, clawed, differences(spec, base, closed));
    EXPECT_FALSE(clash.conflicts.isEmpty());
    EXPECT_EQ(clash.fields, clawed) << "nothing of the group is taken";
}

TEST(LoanForm, whatIsPersonal_isSealed)
{
    QStringList sealed;
    for (const FieldSpec &field : specOf(Entity::Loan).fields) {
        if (field.sealed)
            sealed.append(field.name);
    }
    EXPECT_EQ(sealed, (QStringList{QStringLiteral("bank_reference"), QStringLiteral("notes"),
                                   QStringLiteral("state_reason"), QStringLiteral("history")}));
}

TEST(LoanDocument, evidence_isAnInspectionsOrALoans)
{
    const QJsonObject document{{QStringLiteral("loan"), kId},
                               {QStringLiteral("kind"), QStringLiteral("document")},
                               {QStringLiteral("sha256"), QString(64, QLatin1Char('a'))},
                               {QStringLiteral("size"), 9},
                               {QStringLiteral("media_type"), QStringLiteral("application/pdf")}};
    const auto refused = [](const QJsonObject &fields) {
        const auto checked = specOf(Entity::Evidence).check(fields);
        return checked ? QString() : checked.error().where;
    };
    EXPECT_EQ(refused(document), QString());
    EXPECT_EQ(refused(with(document, QStringLiteral("loan"), QJsonValue::Null)), QStringLiteral("inspection"));
    for (const char *name : {"inspection", "marks"})
        EXPECT_EQ(refused(with(document, QLatin1String(name), kFirst)), QLatin1String(name));
    EXPECT_EQ(refused(with(document, QStringLiteral("item"), QStringLiteral("C-02"))), QStringLiteral("item"));
    EXPECT_EQ(refused(with(document, QStringLiteral("kind"), QStringLiteral("signature"))), QStringLiteral("kind"));
}

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Loans through the push: what may be recorded, each step of the table, money, and what follows a revocation.
#include "tests/app/server/loanpushes.h"

namespace markaz::server::test {
namespace {

class Loans : public LoanPushes
{
};

TEST_P(Loans, loan_beginsAsADraftOfTheBuildingsOwner_andABuildingHasOne)
{
    QJsonObject odd = fields();
    odd.insert(QStringLiteral("owner"), owner());
    auto refused = make(odd);
    EXPECT_EQ(refused.code, protocol::code::kInvalid);
    EXPECT_EQ(refused.field, QStringLiteral("owner"));
    odd = fields();
    odd.insert(QStringLiteral("state"), QStringLiteral("approved"));
    refused = make(odd);
    EXPECT_EQ(refused.code, protocol::code::kWrongState);
    EXPECT_EQ(refused.field, QStringLiteral("state"));
    const QString missing = server.ids().next();
    odd = fields();
    odd.insert(QStringLiteral("building"), missing);
    EXPECT_EQ(make(odd).missing, QStringList{missing});

    const QString id = recorded();
    EXPECT_EQ(server.stored(id)->province, QStringLiteral("PK-PB"));
    EXPECT_EQ(server.stored(id)->parent, building);
    EXPECT_EQ(server.stored(id)->assignee, QString());
    refused = make(fields());
    EXPECT_EQ(refused.code, protocol::code::kExists);
    EXPECT_EQ(refused.field, QStringLiteral("building"));
    EXPECT_EQ(move(id, "applied").outcome, Outcome::Merged);
    EXPECT_EQ(move(id, "declined", "No deed.").outcome, Outcome::Merged);
    EXPECT_EQ(make(fields()).outcome, Outcome::Applied) << "the first one is over";
}

TEST_P(Loans, loan_isHeldToItsFormAtItsField)
{
    const QList<std::pair<const char *, QJsonValue>> bad{
        {"principal_paisa", 0},
        {"principal_paisa", -1},
        {"principal_paisa", 1'000'000'001}, // the cap is Rs 10 million
        {"principal_paisa", qint64(10'000'000'000'001)},
        {"policy_version", 9},
        {"tenor_months", 0},
        {"tenor_months", 601},
        {"grace_months", -1},
        {"grace_months", 60},
        {"markup_bp", -1},
        {"markup_bp", 10'001},
        {"spread_bp", 300}, // beside a fixed one
        {"kibor_bp", 1'200},
        {"bank", QStringLiteral(" ")},
        {"clawback_paisa", 1},
        {"history", QJsonObject{{QStringLiteral("steps"), QJsonArray()}}}};
    for (const auto &[name, value] : bad) {
        QJsonObject odd = fields();
        odd.insert(QLatin1String(name), value);
        const auto result = make(odd);
        EXPECT_EQ(result.code, protocol::code::kInvalid) << name << ' ' << qPrintable(value.toVariant().toString());
        EXPECT_EQ(result.field, QLatin1String(name)) << qPrintable(value.toVariant().toString());
    }
    QJsonObject broken = fields();
    broken.insert(QStringLiteral("principal_paisa"), 12.5);
    EXPECT_EQ(make(broken).code, protocol::code::kMalformed) << "a fraction is none of the numbers that travel";
    QJsonObject most = fields();
    most.insert(QStringLiteral("principal_paisa"), 1'000'000'000);
    EXPECT_EQ(make(most).outcome, Outcome::Applied) << "the cap itself";
}

TEST_P(Loans, everyPairOfStates_isTakenAsTheTableSays)
{
    // How a loan comes to each state, by pushes alone; a claw-back comes of a revocation and has a test of its own.
    const QHash<LoanState, QStringList> ways{
        {LoanState::Draft, {}},
        {LoanState::Applied, {QStringLiteral("applied")}},
        {LoanState::Approved, {QStringLiteral("applied"), QStringLiteral("approved")}},
        {LoanState::PaidOut, {QStringLiteral("applied"), QStringLiteral("approved"), QStringLiteral("paid_out")}},
        {LoanState::Closed,
         {QStringLiteral("applied"), QStringLiteral("approved"), QStringLiteral("paid_out"), QStringLiteral("closed")}},
        {LoanState::Declined, {QStringLiteral("applied"), QStringLiteral("declined")}},
    };
    const auto stepTo = [this](const QString &to) {
        QJsonObject fields = step(qPrintable(to), "As agreed.");
        if (to == QLatin1String("paid_out"))
            fields.insert(payments(), payment("disbursement", 900'000'000));
        return fields;
    };
    int pairs = 0;
    for (const LoanState from : allValues<LoanState>()) {
        if (!ways.contains(from))
            continue;
        for (const LoanState to : allValues<LoanState>()) {
            if (from == to)
                continue;
            const QString home =
                anotherBuilding(qPrintable(QStringLiteral("SKT-%1").arg(500 + ++pairs, 4, 10, QLatin1Char('0'))));
            give(home, borrower);
            QString id;
            ASSERT_EQ(make(loanFields(home, borrower, officer.actor.accountId), &id).outcome, Outcome::Applied);
            for (const QString &state : ways.value(from))
                ASSERT_EQ(set(id, stepTo(state)).outcome, Outcome::Merged) << qPrintable(state);
            const auto result = set(id, stepTo(token(to)));
            const auto known = loanStep(from, to);
            const bool takes = known && !termsOf(*known).byServer;
            EXPECT_EQ(result.outcome, takes ? Outcome::Merged : Outcome::Rejected)
                << qPrintable(token(from) + QLatin1Char(' ') + token(to)) << ' ' << qPrintable(result.message);
            EXPECT_EQ(stateOf(id), token(takes ? to : from));
        }
    }
    EXPECT_EQ(pairs, 6 * 6);
}

TEST_P(Loans, step_isSignedReasonedAndWrittenDown)
{
    const QString id = recorded();
    const Session second = server.join(QStringLiteral("officer.two"), Role::Officer, {QStringLiteral("PK-PB")});
    EXPECT_EQ(set(Entity::Loan, id, step("applied"), second).code, protocol::code::kNotAllowed) << "in another's name";
    EXPECT_EQ(stateOf(id), QStringLiteral("draft"));
    ASSERT_EQ(set(Entity::Loan, id, step("applied", "", second), second).outcome, Outcome::Merged);
    const auto silent = move(id, "declined");
    EXPECT_EQ(silent.code, protocol::code::kInvalid);
    EXPECT_EQ(silent.field, QStringLiteral("state_reason"));
    EXPECT_EQ(move(id, "draft", "  ").field, QStringLiteral("state_reason"));
    const auto words = set(id, {{QStringLiteral("state_reason"), QStringLiteral("Just so.")}});
    EXPECT_EQ(words.code, protocol::code::kInvalid) << "the words of a state come with it";
    ASSERT_EQ(move(id, "draft", "The deed is missing.").outcome, Outcome::Merged);
    const QList<LoanMoment> all = Loan::from(server.stored(id)->record)->history();
    ASSERT_EQ(all.size(), 3);
    EXPECT_EQ(all.at(0).state, LoanState::Draft);
    EXPECT_EQ(all.at(0).by, officer.actor.accountId);
    EXPECT_EQ(all.at(1).state, LoanState::Applied);
    EXPECT_EQ(all.at(1).by, second.actor.accountId);
    EXPECT_EQ(all.at(2).reason, QStringLiteral("The deed is missing."));
    EXPECT_EQ(set(id, {{QStringLiteral("history"), QJsonObject()}}).field, QStringLiteral("history"));
}

TEST_P(Loans, terms_changeUntilItIsApproved_andNothingChangesWhenItIsOver)
{
    const QString id = recorded();
    const QJsonObject longer{{QStringLiteral("tenor_months"), 72}, {QStringLiteral("grace_months"), 12}};
    EXPECT_EQ(set(id, longer).outcome, Outcome::Applied);
    ASSERT_EQ(move(id, "applied").outcome, Outcome::Merged);
    EXPECT_EQ(set(id, {{QStringLiteral("bank"), QStringLiteral("Other Bank")}}).outcome, Outcome::Applied);
    const auto beyond = set(id, {{QStringLiteral("principal_paisa"), 1'000'000'001}});
    EXPECT_EQ(beyond.field, QStringLiteral("principal_paisa"));
    ASSERT_EQ(move(id, "approved").outcome, Outcome::Merged);
    for (const auto &[name, value] : {std::pair<const char *, QJsonValue>{"bank", QStringLiteral("Third Bank")},
                                      {"principal_paisa", 800'000'000},
                                      {"markup_bp", 1'000},
                                      {"tenor_months", 60}}) {
        const auto late = set(id, {{QLatin1String(name), value}});
        EXPECT_EQ(late.code, protocol::code::kWrongState) << name;
        EXPECT_EQ(late.field, QLatin1String(name));
    }
    EXPECT_EQ(set(id, {{QStringLiteral("notes"), QStringLiteral("Letter of 3 November.")}}).outcome, Outcome::Applied);
    EXPECT_EQ(set(id, {{QStringLiteral("owner"), owner()}}).field, QStringLiteral("owner")) << "set once";
    ASSERT_EQ(move(id, "declined", "The bank withdrew.").outcome, Outcome::Merged);
    EXPECT_EQ(set(id, {{QStringLiteral("notes"), QStringLiteral("More.")}}).code, protocol::code::kWrongState);
}

TEST_P(Loans, money_isSignedAndComesWhenItsStateTakesIt)
{
    const QString id = recorded();
    EXPECT_EQ(pay(id, payment("disbursement", 1)).outcome, Outcome::Rejected);
    ASSERT_EQ(move(id, "applied").outcome, Outcome::Merged);
    ASSERT_EQ(move(id, "approved").outcome, Outcome::Merged);
    EXPECT_EQ(move(id, "paid_out").field, QStringLiteral("payments")) << "with money";
    EXPECT_EQ(pay(id, payment("disbursement", 5)).field, QStringLiteral("payments")) << "with its step";
    QJsonObject out = step("paid_out");
    out.insert(payments(), payment("disbursement", 500'000'000));
    ASSERT_EQ(set(id, out).outcome, Outcome::Merged);
    const auto refused = [&](const QJsonObject &what) {
        const auto result = pay(id, what);
        EXPECT_EQ(result.outcome, Outcome::Rejected);
        EXPECT_EQ(result.field, QStringLiteral("payments")) << qPrintable(result.message);
    };
    refused(payment("disbursement", 400'000'001));
    refused(payment("disbursement", 5, "2026-11-25")); // it is the 24th
    refused(payment("disbursement", -5));
    refused(payment("repayment", 5));
    refused(payment("repayment", 5, "2026-08-23", 0)); // before it was paid out
    refused(payment("repayment", 500'000'001, "2026-09-24", 500'000'001));
    refused(payment("recovery", 5));
    QJsonObject forged = payment("disbursement", 5);
    forged.insert(QStringLiteral("by"), inspector.actor.accountId);
    refused(forged);
    const QString second = payments();
    EXPECT_EQ(set(id, {{second, payment("disbursement", 400'000'000, "2026-11-24")}}).outcome, Outcome::Applied);
    EXPECT_EQ(pay(id, payment("repayment", 20'000'000, "2026-09-24", 13'000'000)).outcome, Outcome::Applied);
    EXPECT_EQ(set(id, {{second, QJsonValue::Null}}).outcome, Outcome::Applied) << "it was recorded by mistake";
    const LoanTotals totals = Loan::from(server.stored(id)->record)->totals();
    EXPECT_EQ(totals.disbursed, 500'000'000);
    EXPECT_EQ(totals.repaid, 20'000'000);
    EXPECT_EQ(totals.repaidPrincipal, 13'000'000);
    EXPECT_EQ(move(id, "closed").field, QStringLiteral("state_reason")) << "something is owed";
    EXPECT_EQ(move(id, "closed", "The building burnt down.").outcome, Outcome::Merged);
    EXPECT_EQ(pay(id, payment("repayment", 1, "2026-11-24", 1)).code, protocol::code::kWrongState);
}

TEST_P(Loans, repaidLoan_closesWithoutAReason)
{
    const QString id = paidOut();
    ASSERT_EQ(pay(id, payment("repayment", 950'000'000, "2026-11-24", 900'000'000)).outcome, Outcome::Applied);
    EXPECT_EQ(move(id, "closed").outcome, Outcome::Merged);
}

TEST_P(Loans, paymentsOfTwoOfficers_standSideBySide)
{
    const QString id = paidOut();
    const qint64 base = server.stored(id)->record.rev;
    const Session second = server.join(QStringLiteral("officer.two"), Role::Officer, {QStringLiteral("PK-PB")});
    QJsonObject theirs = payment("repayment", 700, "2026-09-24", 100);
    theirs.insert(QStringLiteral("by"), second.actor.accountId);
    EXPECT_EQ(
        server
            .pushOne(officer, patch(server.ids(), Entity::Loan, id, base,
                                    one(payments(), QJsonValue::Null, payment("repayment", 500, "2026-09-24", 50))))
            .outcome,
        Outcome::Applied);
    EXPECT_EQ(
        server.pushOne(second, patch(server.ids(), Entity::Loan, id, base, one(payments(), QJsonValue::Null, theirs)))
            .outcome,
        Outcome::Merged);
    EXPECT_EQ(Loan::from(server.stored(id)->record)->totals().repaidPrincipal, 150);
}

TEST_P(Loans, revocation_clawsBackWhatWasGivenOfTheSubsidy_andAnAppealLiftsThat)
{
    const QString certificate = certified();
    const QString id = paidOut("2026-08-24");
    const Session second = server.join(QStringLiteral("officer.two"), Role::Officer, {QStringLiteral("PK-PB")});
    decide(certificate, "suspend", officer);
    EXPECT_EQ(stateOf(id), QStringLiteral("paid_out"));
    decide(certificate, "revoke", officer, "The exits were locked again.");
    EXPECT_EQ(stateOf(id), QStringLiteral("claw_back"));
    EXPECT_EQ(server.stored(id)->text("state_reason"), QStringLiteral("The exits were locked again."));
    EXPECT_EQ(server.stored(id)->text("state_by"), officer.actor.accountId);
    EXPECT_EQ(server.stored(id)->text("clawback_certificate"), certificate);
    // Rs 9 million at 15 % a year are Rs 112,500 a month, all of it subsidised while nothing is repaid; three of them
    // fell due by the 24th of November.
    EXPECT_EQ(server.stored(id)->number("clawback_paisa"), 3 * 11'250'000);
    EXPECT_EQ(audited("claw_back"), 1);
    EXPECT_EQ(Loan::from(server.stored(id)->record)->history().last().state, LoanState::ClawBack);

    EXPECT_EQ(pay(id, payment("disbursement", 5, "2026-11-24")).field, QStringLiteral("payments"));
    EXPECT_EQ(pay(id, payment("recovery", 33'750'001, "2026-11-24")).field, QStringLiteral("payments"));
    ASSERT_EQ(pay(id, payment("recovery", 10'000'000, "2026-11-24")).outcome, Outcome::Applied);
    EXPECT_EQ(move(id, "paid_out", "Enough.").code, protocol::code::kWrongState) << "the server's to say";

    decide(certificate, "appeal", officer);
    EXPECT_EQ(stateOf(id), QStringLiteral("claw_back"));
    decide(certificate, "allow_appeal", second, "They were open.");
    EXPECT_EQ(stateOf(id), QStringLiteral("paid_out"));
    EXPECT_EQ(server.stored(id)->text("state_by"), second.actor.accountId);
    EXPECT_EQ(server.stored(id)->number("clawback_paisa"), 10'000'000) << "what was given back stays to be seen";
    EXPECT_EQ(audited("lift_claw_back"), 1);
    decide(certificate, "revoke", officer, "For good.");
    EXPECT_EQ(server.stored(id)->number("clawback_paisa"), 3 * 11'250'000);
}

TEST_P(Loans, revocation_leavesALoanAloneOfWhichNoMoneyMoved)
{
    const QString certificate = certified();
    const QString id = recorded();
    ASSERT_EQ(move(id, "applied").outcome, Outcome::Merged);
    decide(certificate, "revoke", officer);
    EXPECT_EQ(stateOf(id), QStringLiteral("applied"));
    EXPECT_EQ(audited("claw_back"), 0);
}

TEST_P(Loans, revokedCertificate_stopsTheFirstMoney)
{
    const QString certificate = certified();
    const QString id = recorded();
    ASSERT_EQ(move(id, "applied").outcome, Outcome::Merged);
    ASSERT_EQ(move(id, "approved").outcome, Outcome::Merged);
    decide(certificate, "revoke", officer);
    QJsonObject out = step("paid_out");
    out.insert(payments(), payment("disbursement", 900'000'000));
    const auto refused = set(id, out);
    EXPECT_EQ(refused.code, protocol::code::kWrongState);
    EXPECT_EQ(refused.field, QStringLiteral("state"));
    EXPECT_EQ(stateOf(id), QStringLiteral("approved"));
}

TEST_P(Loans, clawBackOfABuildingThatWasMerged_isLiftedWhenThatIsTakenBack)
{
    const QString certificate = certified();
    const QString other = anotherBuilding("SKT-0901");
    give(other, borrower);
    QString id;
    ASSERT_EQ(make(loanFields(other, borrower, officer.actor.accountId), &id).outcome, Outcome::Applied);
    ASSERT_EQ(move(id, "applied").outcome, Outcome::Merged);
    ASSERT_EQ(move(id, "approved").outcome, Outcome::Merged);
    QJsonObject out = step("paid_out");
    out.insert(payments(), payment("disbursement", 900'000'000));
    ASSERT_EQ(set(id, out).outcome, Outcome::Merged);
    ASSERT_EQ(
        set(Entity::Building, other,
            {{QStringLiteral("merged_into"), building}, {QStringLiteral("merge_reason"), QStringLiteral("One gate.")}})
            .outcome,
        Outcome::Applied);
    decide(certificate, "revoke", officer);
    ASSERT_EQ(stateOf(id), QStringLiteral("claw_back"));
    ASSERT_EQ(set(Entity::Building, other,
                  {{QStringLiteral("merged_into"), QJsonValue::Null},
                   {QStringLiteral("merge_reason"), QStringLiteral("Two gates.")}})
                  .outcome,
              Outcome::Applied);
    const Session second = server.join(QStringLiteral("officer.two"), Role::Officer, {QStringLiteral("PK-PB")});
    decide(certificate, "appeal", officer);
    decide(certificate, "allow_appeal", second);
    EXPECT_EQ(stateOf(id), QStringLiteral("paid_out"));
}

TEST_P(Loans, payment_isCorrectedByAnotherInItsPlace)
{
    const QString id = paidOut();
    const QJsonObject stood = server.stored(id)->record.fields.value(QStringLiteral("payments")).toObject();
    const QString wrong = QStringLiteral("payments.") + stood.keys().first();
    ASSERT_EQ(
        set(id, {{wrong, QJsonValue::Null}, {payments(), payment("disbursement", 800'000'000, "2026-08-20")}}).outcome,
        Outcome::Applied);
    EXPECT_EQ(Loan::from(server.stored(id)->record)->totals().disbursed, 800'000'000);
    EXPECT_EQ(stateOf(id), QStringLiteral("paid_out"));
}

TEST_P(Loans, draft_isRemovedAndNothingElse_andItsOwnerStays)
{
    const QString id = recorded();
    const auto remove = [&](Entity entity, const QString &which) {
        return server.pushOne(
            officer, patch(server.ids(), entity, which, server.stored(which)->record.rev, {}, ChangeKind::Delete));
    };
    give(building, owner());
    EXPECT_EQ(remove(Entity::Owner, borrower).code, protocol::code::kWrongState) << "a loan names him";
    ASSERT_EQ(move(id, "applied").outcome, Outcome::Merged);
    EXPECT_EQ(remove(Entity::Loan, id).field, QStringLiteral("state"));
    ASSERT_EQ(move(id, "draft", "A mistake.").outcome, Outcome::Merged);
    EXPECT_EQ(remove(Entity::Loan, id).outcome, Outcome::Applied);
    EXPECT_EQ(remove(Entity::Owner, borrower).outcome, Outcome::Applied);
}

TEST_P(Loans, clawBack_isOfTheMoneyThatWasPaidOut)
{
    const QString certificate = certified();
    const QString id = recorded();
    ASSERT_EQ(move(id, "applied").outcome, Outcome::Merged);
    ASSERT_EQ(move(id, "approved").outcome, Outcome::Merged);
    QJsonObject out = step("paid_out");
    out.insert(payments(), payment("disbursement", 400'000'000));
    ASSERT_EQ(set(id, out).outcome, Outcome::Merged);
    decide(certificate, "revoke", officer);
    // Rs 4 million at 15 % a year are Rs 50,000 a month; three of them fell due.
    EXPECT_EQ(server.stored(id)->number("clawback_paisa"), 3 * 5'000'000);
}

TEST_P(Loans, twoBuildingsWithALoanEach_areNotMerged)
{
    recorded();
    const QString other = anotherBuilding("SKT-0900");
    give(other, borrower);
    QString second;
    ASSERT_EQ(make(loanFields(other, borrower, officer.actor.accountId), &second).outcome, Outcome::Applied);
    const QJsonObject into{{QStringLiteral("merged_into"), building},
                           {QStringLiteral("merge_reason"), QStringLiteral("One gate.")}};
    EXPECT_EQ(set(Entity::Building, other, into).code, protocol::code::kWrongState);
    ASSERT_EQ(move(second, "applied").outcome, Outcome::Merged);
    ASSERT_EQ(move(second, "declined", "Twice.").outcome, Outcome::Merged);
    EXPECT_EQ(set(Entity::Building, other, into).outcome, Outcome::Applied);
}

MARKAZ_ON_BOTH(Loans);

} // namespace
} // namespace markaz::server::test

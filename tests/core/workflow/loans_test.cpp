// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/policy.h"
#include "core/storage/loanrepository.h"
#include "core/storage/scoperepository.h"
#include "core/workflow/conflicts.h"
#include "core/workflow/loanpolicy.h"
#include "core/workflow/mergebuildings.h"
#include "tests/core/workflow/loansfixture.h"

#include <QJsonDocument>

namespace markaz {
namespace {

using test::LoansTest;

TEST_F(LoansTest, officerRecordsADraft_andItWaitsToBeSent)
{
    const QString at = home();
    const qsizetype before = owed().size();
    const QString id = recorded(at);
    const Loan made = loan(id);
    EXPECT_EQ(made.bank(), QStringLiteral("Sample Bank"));
    EXPECT_EQ(made.ownerId(), m_owner);
    EXPECT_EQ(made.state(), LoanState::Draft);
    EXPECT_EQ(made.stateBy(), m_chief.accountId);
    EXPECT_EQ(made.stateAt(), toIso(m_clock.now()));
    EXPECT_TRUE(made.sample()) << "as its building";
    ASSERT_EQ(owed().size(), before + 1);
    EXPECT_EQ(owed().last().change.entity, Entity::Loan);
    // What is personal stands sealed and nowhere else.
    const QString data =
        cell(QStringLiteral("SELECT data || coalesce(sheet, '') FROM loan WHERE id = ?"), {id}).toString();
    EXPECT_FALSE(data.contains(QStringLiteral("778899")));
    EXPECT_FALSE(data.contains(QStringLiteral("telephone")));
    EXPECT_EQ(made.bankReference(), QStringLiteral("AC-778899"));
    const QList<LoanRow> rows = LoanRepository(*m_database).rows().value();
    ASSERT_EQ(rows.size(), 1);
    EXPECT_TRUE(rows.first().owed);
    EXPECT_EQ(rows.first().owner, QStringLiteral("Owner (sample)"));
    EXPECT_EQ(rows.first().principalPaisa, 900'000'000);
    EXPECT_EQ(rows.first().province, test::cityOf("LHE").province);
    EXPECT_TRUE(rows.first().holds(QStringLiteral("sample bank")));
    EXPECT_FALSE(rows.first().holds(QStringLiteral("778899")));
    EXPECT_EQ(ScopeRepository(*m_database).everything().value().size(), 3) << "owner, building, loan";
}

TEST_F(LoansTest, nobodyButAnOfficerOfTheProvince_recordsOrMovesAnything)
{
    const QString at = home();
    const QString id = paidOut(home(2));
    const QList<std::pair<Actor, QString>> others{{m_me, QStringLiteral("role")},
                                                  {m_auditor, QStringLiteral("role")},
                                                  {m_admin, QStringLiteral("role")},
                                                  {elsewhere(m_chief), QStringLiteral("scope")}};
    const LoanPayment first = loan(id).payments().first();
    for (const auto &other : others) {
        const Actor &who = other.first;
        const QString &where = other.second;
        expectRefused(ErrorCode::NotAllowed, where, [&] { return loans().record(who, at, entry()); });
        expectRefused(ErrorCode::NotAllowed, where, [&] { return loans().edit(who, id, entry()); });
        expectRefused(ErrorCode::NotAllowed, where, [&] { return loans().remove(who, id); });
        expectRefused(ErrorCode::NotAllowed, where, [&] { return loans().move(who, id, LoanStep::Close); });
        expectRefused(ErrorCode::NotAllowed, where,
                      [&] { return loans().pay(who, id, money(PaymentKind::Repayment, 1, QDate(2026, 9, 24))); });
        expectRefused(ErrorCode::NotAllowed, where, [&] { return loans().takeBack(who, id, first.id); });
        EXPECT_TRUE(loans().possible(who, loan(id)).value().isEmpty());
        EXPECT_TRUE(loans().payable(who, loan(id)).value().isEmpty());
    }
    EXPECT_TRUE(recordsLoans(Role::Officer));
    EXPECT_FALSE(recordsLoans(Role::Inspector));
    EXPECT_TRUE(seesLoans(Role::Auditor));
    EXPECT_FALSE(seesLoans(Role::Inspector));
    EXPECT_FALSE(seesLoans(Role::Administrator));
}

TEST_F(LoansTest, building_needsAnOwnerAndHasOneLoanThatIsOpen)
{
    const QString bare = building("LHE", 9);
    expectRefused(ErrorCode::Incomplete, QStringLiteral("loan.owner"),
                  [&] { return loans().record(m_chief, bare, entry()); });
    const QString at = home();
    const QString twin = building("LHE", 3,
                                  {{QStringLiteral("owner"), m_owner},
                                   {QStringLiteral("merged_into"), at},
                                   {QStringLiteral("merge_reason"), QStringLiteral("One")}});
    expectRefused(ErrorCode::WrongState, QStringLiteral("merged"),
                  [&] { return loans().record(m_chief, twin, entry()); });
    const QString id = recorded(at);
    EXPECT_EQ(LoanRepository(*m_database).openOf(twin).value().value_or(QString()), id) << "they are one building";
    expectRefused(ErrorCode::Exists, QStringLiteral("loan.building"),
                  [&] { return loans().record(m_chief, at, entry()); });
    moved(id, LoanStep::Apply);
    moved(id, LoanStep::Decline, QStringLiteral("No deed."));
    const QString next = recorded(at);
    const QList<LoanRow> all = LoanRepository(*m_database).ofBuilding(twin).value();
    ASSERT_EQ(all.size(), 2);
    EXPECT_EQ(all.first().id, next) << "the newest first";
}

TEST_F(LoansTest, whatCannotBe_isRefusedAtItsField)
{
    const QString at = home();
    const auto refuses = [&](ErrorCode code, const char *where, const std::function<void(LoanEntry &)> &change) {
        LoanEntry odd = entry();
        change(odd);
        expectRefused(code, QLatin1String(where), [&] { return loans().record(m_chief, at, odd); });
    };
    refuses(ErrorCode::InvalidValue, "bank", [](LoanEntry &e) { e.bank = QString(201, QLatin1Char('x')); });
    refuses(ErrorCode::Incomplete, "bank", [](LoanEntry &e) { e.bank = QStringLiteral("  "); });
    refuses(ErrorCode::Incomplete, "principal_paisa", [](LoanEntry &e) { e.principalPaisa = 0; });
    refuses(ErrorCode::InvalidValue, "principal_paisa", [](LoanEntry &e) { e.principalPaisa = -5; });
    refuses(ErrorCode::InvalidValue, "loan.cap", [](LoanEntry &e) { e.principalPaisa = 1'000'000'001; });
    refuses(ErrorCode::NotFound, "policy_version", [](LoanEntry &e) { e.policyVersion = 7; });
    refuses(ErrorCode::Incomplete, "tenor_months", [](LoanEntry &e) { e.tenorMonths = 0; });
    refuses(ErrorCode::InvalidValue, "tenor_months", [](LoanEntry &e) { e.tenorMonths = 601; });
    refuses(ErrorCode::InvalidValue, "tenor_months", [](LoanEntry &e) { e.tenorMonths = -1; });
    refuses(ErrorCode::InvalidValue, "grace_months", [](LoanEntry &e) { e.graceMonths = 60; });
    refuses(ErrorCode::InvalidValue, "grace_months", [](LoanEntry &e) { e.graceMonths = -1; });
    refuses(ErrorCode::Incomplete, "markup_bp", [](LoanEntry &e) { e.markupBp.reset(); });
    refuses(ErrorCode::InvalidValue, "markup_bp", [](LoanEntry &e) { e.markupBp = 10'001; });
    refuses(ErrorCode::InvalidValue, "markup_bp", [](LoanEntry &e) { e.markupBp = -1; });
    refuses(ErrorCode::Incomplete, "kibor_bp", [](LoanEntry &e) {
        e.markupBp.reset();
        e.spreadBp = 300;
    });
    refuses(ErrorCode::InvalidValue, "spread_bp", [](LoanEntry &e) {
        e.markupBp.reset();
        e.spreadBp = 9'000;
        e.kiborBp = 1'001;
    });
    LoanEntry most = entry();
    most.principalPaisa = 1'000'000'000;
    EXPECT_TRUE(loans().record(m_chief, at, most).ok()) << "the cap itself";
}

TEST_F(LoansTest, newerPolicy_isProposedAndChangesNoLoanOfTheOlder)
{
    EXPECT_EQ(loans().proposal()->policyVersion, 1);
    const QString id = recorded(home());
    const auto file = builtinPolicy();
    ASSERT_TRUE(file.ok());
    QFile text(QStringLiteral(":/markaz/policy/programme-1.json"));
    ASSERT_TRUE(text.open(QIODevice::ReadOnly));
    QJsonObject body = QJsonDocument::fromJson(text.readAll()).object();
    body.insert(QStringLiteral("version"), 2);
    QJsonObject terms = body.value(QStringLiteral("loan")).toObject();
    terms.insert(QStringLiteral("cap_paisa"), 500'000'000);
    body.insert(QStringLiteral("loan"), terms);
    put(Entity::Policy, {{QStringLiteral("version"), 2}, {QStringLiteral("body"), body}});
    EXPECT_EQ(loans().proposal()->policyVersion, 2);
    EXPECT_EQ(policyOf(*m_workspace, 2)->loanCap, Paisa{500'000'000});
    EXPECT_EQ(policyOf(*m_workspace, loan(id).policyVersion())->loanCap, Paisa{1'000'000'000});
    LoanEntry longer = entryOf(loan(id));
    longer.tenorMonths = 72;
    EXPECT_TRUE(loans().edit(m_chief, id, longer).ok()) << "it goes by the policy that it names";
    longer.policyVersion = 2;
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("loan.cap"),
                  [&] { return loans().edit(m_chief, id, longer); });
}

TEST_F(LoansTest, termsAreFixedWhenItIsApproved_andWhatIsNotedIsNot)
{
    const QString id = approved(home());
    const LoanEntry shown = entryOf(loan(id));
    LoanEntry typed = shown;
    typed.graceMonths = 12;
    expectRefused(ErrorCode::WrongState, QStringLiteral("loan.terms"),
                  [&] { return loans().edit(m_chief, id, typed); });
    typed = shown;
    typed.notes = QStringLiteral("Letter of 3 November.");
    typed.bankReference = QStringLiteral("AC-1");
    const auto noted = loans().edit(m_chief, id, typed);
    ASSERT_TRUE(noted.ok()) << qPrintable(noted.error().detail);
    EXPECT_EQ(noted->notes(), QStringLiteral("Letter of 3 November."));
    moved(id, LoanStep::Decline, QStringLiteral("The bank withdrew."));
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return loans().edit(m_chief, id, typed); });
}

TEST_F(LoansTest, editWritesOnlyWhatTheOfficerChanged)
{
    const QString id = recorded(home());
    const LoanEntry shown = entryOf(loan(id));
    put(Entity::Loan, with(fieldsOf(Entity::Loan, id), {{QStringLiteral("bank"), QStringLiteral("Other Bank")}}), id);
    LoanEntry typed = shown;
    typed.tenorMonths = 48;
    const auto edited = loans().edit(m_chief, id, typed, shown);
    ASSERT_TRUE(edited.ok()) << qPrintable(edited.error().detail);
    EXPECT_EQ(edited->bank(), QStringLiteral("Other Bank"));
    EXPECT_EQ(edited->tenorMonths(), 48);
    EXPECT_FALSE(owed().last().change.fields.contains(QStringLiteral("bank")));
}

TEST_F(LoansTest, steps_areThoseOfTheTable_signedAndReasoned)
{
    const QString id = recorded(home());
    const auto offered = [&] {
        QStringList names;
        const QList<LoanStep> steps = loans().possible(m_chief, loan(id)).value();
        for (const LoanStep step : steps)
            names.append(token(step));
        return names.join(QLatin1Char(' '));
    };
    EXPECT_EQ(offered(), QStringLiteral("apply"));
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                  [&] { return loans().move(m_chief, id, LoanStep::Approve); });
    moved(id, LoanStep::Apply);
    EXPECT_EQ(offered(), QStringLiteral("return approve decline"));
    for (const LoanStep step : {LoanStep::Return, LoanStep::Decline})
        expectRefused(ErrorCode::Incomplete, QStringLiteral("state_reason"),
                      [&] { return loans().move(m_chief, id, step, QStringLiteral(" ")); });
    moved(id, LoanStep::Return, QStringLiteral(" The deed is missing. "));
    EXPECT_EQ(loan(id).stateReason(), QStringLiteral("The deed is missing."));
    moved(id, LoanStep::Apply);
    EXPECT_EQ(loan(id).stateReason(), QString()) << "the reason was that of the state before";
    moved(id, LoanStep::Approve);
    EXPECT_EQ(offered(), QStringLiteral("decline")) << "it is paid out by what is paid";
    for (const LoanStep step : {LoanStep::PayOut, LoanStep::ClawBack, LoanStep::Lift, LoanStep::Close})
        expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                      [&] { return loans().move(m_chief, id, step, QStringLiteral("Why")); });
}

TEST_F(LoansTest, firstMoneyPaysItOut_andNoMoreThanThereIsIsTaken)
{
    const QString id = approved(home());
    const QDate day(2026, 8, 24);
    const auto refuses = [&](ErrorCode code, const char *where, const PaymentEntry &typed) {
        expectRefused(code, QLatin1String(where), [&] { return loans().pay(m_chief, id, typed); });
    };
    const auto out = PaymentKind::Disbursement;
    refuses(ErrorCode::Incomplete, "payment.paisa", money(out, 0, day));
    refuses(ErrorCode::InvalidValue, "payment.paisa", money(out, -1, day));
    refuses(ErrorCode::InvalidValue, "payment.most", money(out, 900'000'001, day));
    refuses(ErrorCode::Incomplete, "payment.on", money(out, 5, {}));
    refuses(ErrorCode::InvalidValue, "payment.on", money(out, 5, QDate(1999, 12, 31)));
    refuses(ErrorCode::InvalidValue, "payment.future", money(out, 5, QDate(2026, 11, 25)));
    refuses(ErrorCode::WrongState, "payment.kind", money(PaymentKind::Repayment, 5, day));
    const qsizetype before = owed().size();
    const auto paid = loans().pay(m_chief, id, money(out, 500'000'000, day));
    ASSERT_TRUE(paid.ok()) << qPrintable(paid.error().detail);
    EXPECT_EQ(paid->state(), LoanState::PaidOut);
    EXPECT_EQ(paid->paidOutOn(), day);
    EXPECT_EQ(owed().size(), before + 1) << "the money and its step are one change";
    refuses(ErrorCode::InvalidValue, "payment.most", money(out, 400'000'001, day));
    const auto back = PaymentKind::Repayment;
    refuses(ErrorCode::InvalidValue, "payment.early", money(back, 5, QDate(2026, 8, 23), 5));
    refuses(ErrorCode::InvalidValue, "payment.principal", money(back, 5, QDate(2026, 9, 24), 6));
    refuses(ErrorCode::InvalidValue, "payment.most", money(back, 500'000'001, QDate(2026, 9, 24), 500'000'001));
    refuses(ErrorCode::WrongState, "payment.kind", money(PaymentKind::Recovery, 5, day));
    const auto repaid = loans().pay(m_chief, id, money(back, 700, QDate(2026, 9, 24), 500));
    ASSERT_TRUE(repaid.ok());
    EXPECT_EQ(repaid->totals().repaidPrincipal, 500);
    EXPECT_EQ(repaid->payments().last().by, m_chief.accountId);

    expectRefused(ErrorCode::WrongState, QStringLiteral("payment.needed"),
                  [&] { return loans().takeBack(m_chief, id, repaid->payments().first().id); });
    ASSERT_TRUE(loans().takeBack(m_chief, id, repaid->payments().last().id).ok());
    EXPECT_EQ(loan(id).totals().repaid, 0);
    expectRefused(ErrorCode::Incomplete, QStringLiteral("state_reason"),
                  [&] { return loans().move(m_chief, id, LoanStep::Close); });
    moved(id, LoanStep::Close, QStringLiteral("The building burnt down."));
    EXPECT_TRUE(loans().payable(m_chief, loan(id))->isEmpty());
}

TEST_F(LoansTest, wrongPayment_isCorrectedInOneStep)
{
    const QString id = paidOut(home());
    const auto out = PaymentKind::Disbursement;
    const auto back = PaymentKind::Repayment;
    const QString first = loan(id).payments().first().id;
    const qsizetype before = owed().size();
    const auto right = loans().pay(m_chief, id, money(out, 850'000'000, QDate(2026, 8, 20)), first);
    ASSERT_TRUE(right.ok()) << qPrintable(right.error().detail);
    EXPECT_EQ(owed().size(), before + 1) << "one change";
    ASSERT_EQ(right->payments().size(), 1);
    EXPECT_EQ(right->totals().disbursed, 850'000'000);
    EXPECT_EQ(right->paidOutOn(), QDate(2026, 8, 20)) << "a day before the wrong one";
    EXPECT_EQ(right->state(), LoanState::PaidOut);
    expectRefused(ErrorCode::NotFound, QStringLiteral("payment.gone"),
                  [&] { return loans().pay(m_chief, id, money(out, 1, QDate(2026, 8, 20)), first); });

    const QString second = right->payments().first().id;
    expectRefused(ErrorCode::NotFound, QStringLiteral("payment.gone"),
                  [&] { return loans().pay(m_chief, id, money(back, 5, QDate(2026, 9, 24), 5), second); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("payment.most"),
                  [&] { return loans().pay(m_chief, id, money(out, 900'000'001, QDate(2026, 8, 20)), second); });
    ASSERT_TRUE(loans().pay(m_chief, id, money(back, 100'000'000, QDate(2026, 9, 24), 100'000'000)).ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("payment.needed"),
                  [&] { return loans().pay(m_chief, id, money(out, 99'999'999, QDate(2026, 8, 20)), second); });
    const QString repaid = loan(id).payments().last().id;
    ASSERT_TRUE(loans().pay(m_chief, id, money(back, 850'000'000, QDate(2026, 9, 24), 850'000'000), repaid).ok())
        << "what it stood for is free again";
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("payment.markup"),
                  [&] { return loans().pay(m_chief, id, money(back, 900'000'001, QDate(2026, 9, 24))); });
}

TEST_F(LoansTest, revokedCertificate_stopsTheFirstMoneyUntilThereIsAnother)
{
    const QString at = home();
    const QString id = approved(at);
    certificate(at, m_ids.next(), "full", "revoked", "2026-06-01", "2028-05-31");
    const auto pays = [&] { return loans().pay(m_chief, id, money(PaymentKind::Disbursement, 5, QDate(2026, 8, 24))); };
    expectRefused(ErrorCode::WrongState, QStringLiteral("loan.revoked"), pays);
    certificate(at, m_ids.next(), "full", "issued", "2026-11-01", "2028-10-31");
    EXPECT_TRUE(pays().ok());
}

TEST_F(LoansTest, clawedBack_takesWhatIsGivenBackAndThenCloses)
{
    const QString id = paidOut(home());
    put(Entity::Loan,
        with(fieldsOf(Entity::Loan, id),
             {{QStringLiteral("state"), QStringLiteral("claw_back")}, {QStringLiteral("clawback_paisa"), 1'000}}),
        id);
    EXPECT_EQ(*loans().payable(m_chief, loan(id)), (QList{PaymentKind::Repayment, PaymentKind::Recovery}));
    const QDate day(2026, 11, 24);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("payment.most"),
                  [&] { return loans().pay(m_chief, id, money(PaymentKind::Recovery, 1'001, day)); });
    ASSERT_TRUE(loans().pay(m_chief, id, money(PaymentKind::Recovery, 1'000, day)).ok());
    ASSERT_TRUE(loans().pay(m_chief, id, money(PaymentKind::Repayment, 950'000'000, day, 900'000'000)).ok());
    moved(id, LoanStep::Close);
    EXPECT_EQ(loan(id).state(), LoanState::Closed);
}

TEST_F(LoansTest, draftAloneIsRemoved)
{
    const QString id = recorded(home());
    moved(id, LoanStep::Apply);
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return loans().remove(m_chief, id); });
    moved(id, LoanStep::Return, QStringLiteral("A mistake."));
    ASSERT_TRUE(loans().remove(m_chief, id).ok());
    EXPECT_TRUE(LoanRepository(*m_database).rows()->isEmpty());
}

TEST_F(LoansTest, twoBuildingsWithALoanEach_areNotMerged)
{
    const QString one = home();
    const QString other = home(2);
    recorded(one);
    const QString second = recorded(other);
    const auto merging = [&] {
        return MergeBuildings(*m_workspace, test::gazetteer()).run(m_chief, other, one, QStringLiteral("One gate."));
    };
    expectRefused(ErrorCode::WrongState, QStringLiteral("merge.loan"), merging);
    moved(second, LoanStep::Apply);
    moved(second, LoanStep::Decline, QStringLiteral("Twice."));
    EXPECT_TRUE(merging().ok());
}

class LoanConflicts : public LoansTest
{
protected:
    const QString m_colleague = QStringLiteral("01900000-0000-7000-8000-0000000000b9");

    /// A colleague took the step from a draft \p to another state, while the server took the one to "applied".
    QString stepsOfTwo(const QString &id, const char *to)
    {
        const auto side = [](const char *base, const char *server, const char *client) {
            const auto value = [](const char *text) {
                return *text == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(QLatin1String(text));
            };
            return QJsonObject{{QStringLiteral("base"), value(base)},
                               {QStringLiteral("server"), value(server)},
                               {QStringLiteral("client"), value(client)}};
        };
        return put(Entity::Conflict,
                   {{QStringLiteral("entity"), QStringLiteral("loan")},
                    {QStringLiteral("record"), id},
                    {QStringLiteral("author"), m_colleague},
                    {QStringLiteral("made_at"), toIso(m_clock.now())},
                    {QStringLiteral("state"), QStringLiteral("open")},
                    {QStringLiteral("fields"),
                     QJsonObject{
                         {QStringLiteral("state"), side("draft", "applied", to)},
                         {QStringLiteral("state_at"), side("", "2026-11-24T09:00:00.000Z", "2026-11-20T09:00:00.000Z")},
                         {QStringLiteral("state_by"), side("", qPrintable(m_chief.accountId), qPrintable(m_colleague))},
                         {QStringLiteral("state_reason"), side("", "", "No deed.")}}}});
    }
};

TEST_F(LoanConflicts, conflictOfAStep_isSignedByWhoDecidesIt)
{
    const QString id = recorded(home());
    moved(id, LoanStep::Apply);
    put(Entity::Loan, fieldsOf(Entity::Loan, id), id); // the server has it
    const QString conflict = stepsOfTwo(id, "declined");
    ResolveConflict resolving(*m_workspace);
    const auto shown = resolving.view(m_chief, conflict);
    ASSERT_TRUE(shown.ok()) << qPrintable(shown.error().detail);
    EXPECT_TRUE(shown->mayChange);
    EXPECT_FALSE(shown->mayRemove);
    ASSERT_EQ(shown->fields.size(), 1) << "the state goes whole";
    const auto done =
        resolving.run(m_chief, conflict, {{shown->fields.first().key, {ConflictChoice::Take::Client, {}}}});
    ASSERT_TRUE(done.ok()) << qPrintable(done.error().detail + done.error().where);
    EXPECT_EQ(loan(id).state(), LoanState::Declined);
    EXPECT_EQ(loan(id).stateBy(), m_chief.accountId);
    EXPECT_EQ(loan(id).stateReason(), QStringLiteral("No deed."));
}

TEST_F(LoanConflicts, stepThatTheTableDoesNotHave_isNotTakenByADecisionEither)
{
    const QString id = recorded(home());
    moved(id, LoanStep::Apply);
    put(Entity::Loan, fieldsOf(Entity::Loan, id), id);
    const QString conflict = stepsOfTwo(id, "closed");
    ResolveConflict resolving(*m_workspace);
    const auto shown = resolving.view(m_chief, conflict);
    ASSERT_TRUE(shown.ok()) << qPrintable(shown.error().detail);
    EXPECT_FALSE(shown->mayChange);
    const QString key = shown->fields.first().key;
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] {
        return resolving.run(m_chief, conflict, {{key, {ConflictChoice::Take::Client, {}}}});
    });
    EXPECT_EQ(loan(id).state(), LoanState::Applied);
    ASSERT_TRUE(resolving.run(m_chief, conflict, {{key, {ConflictChoice::Take::Server, {}}}}).ok());
    EXPECT_EQ(loan(id).state(), LoanState::Applied);
}

} // namespace
} // namespace markaz

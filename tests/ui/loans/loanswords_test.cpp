// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/loans/loansfixture.h"

#include "core/storage/outboxrepository.h"
#include "ui/text/changewords.h"
#include "ui/text/loanwords.h"
#include "ui/text/sentences.h"

namespace markaz::ui {
namespace {

using namespace test;

class LoansWords : public LoansFixture
{
};

TEST_F(LoansWords, ratesAndAmounts_areToldToTheLastPlace)
{
    EXPECT_EQ(loanwords::rate(1'500), QStringLiteral("15 %"));
    EXPECT_EQ(loanwords::rate(1'225), QStringLiteral("12.25 %"));
    EXPECT_EQ(loanwords::rate(1'205), QStringLiteral("12.05 %"));
    EXPECT_EQ(loanwords::rate(0), QStringLiteral("0 %"));
    EXPECT_EQ(loanwords::amount(900'000'000), QStringLiteral("Rs 9,000,000"));
    EXPECT_EQ(loanwords::amount(34'312'505), QStringLiteral("Rs 343,125.05"));
}

TEST_F(LoansWords, everyStateHasItsOwnWordAndShape)
{
    QStringList words;
    QStringList shapes;
    for (const LoanState state : allValues<LoanState>()) {
        words.append(loanwords::state(state));
        shapes.append(loanwords::chip(state).icon);
        EXPECT_EQ(loanwords::chip(state).word, words.last());
    }
    EXPECT_EQ(QSet<QString>(words.begin(), words.end()).size(), words.size());
    EXPECT_EQ(QSet<QString>(shapes.begin(), shapes.end()).size(), shapes.size());
}

TEST_F(LoansWords, everyRefusal_isASentenceOfItsOwn)
{
    const QStringList places{
        QStringLiteral("loan.building"),  QStringLiteral("loan.owner"),        QStringLiteral("loan.cap"),
        QStringLiteral("loan.terms"),     QStringLiteral("grace_months"),      QStringLiteral("payment.kind"),
        QStringLiteral("payment.paisa"),  QStringLiteral("payment.principal"), QStringLiteral("payment.most"),
        QStringLiteral("payment.on"),     QStringLiteral("payment.future"),    QStringLiteral("payment.early"),
        QStringLiteral("payment.needed"), QStringLiteral("spread_bp"),         QStringLiteral("merge.loan")};
    QSet<QString> facts;
    for (const QString &where : places)
        facts.insert(sentences::of(makeError(ErrorCode::InvalidValue, {}, where)).fact);
    EXPECT_EQ(facts.size(), places.size());
}

TEST_F(LoansWords, rejection_saysWhatToDo)
{
    OutboxRow row;
    row.change.entity = Entity::Loan;
    row.change.kind = ChangeKind::Patch;
    QSet<QString> words;
    const QList<std::pair<const char *, const char *>> all{
        {"wrong_state", "state"}, {"wrong_state", "bank"},        {"exists", "building"},     {"invalid", "owner"},
        {"invalid", "payments"},  {"invalid", "principal_paisa"}, {"invalid", "state_reason"}};
    for (const auto &[code, field] : all) {
        row.code = QLatin1String(code);
        row.field = QLatin1String(field);
        words.insert(ChangeWords(services(m_chief)).reason(row));
    }
    EXPECT_EQ(words.size(), all.size());
    EXPECT_FALSE(words.contains(QString()));
}

TEST_F(LoansWords, conflictOfAPayment_isAmountAndDay)
{
    const ChangeWords words(services(m_chief));
    EXPECT_EQ(words.value(Entity::Loan, QStringLiteral("payments.") + m_ids.next(),
                          payment("repayment", 21'410'900, "2026-09-24", 9'973'400)),
              QStringLiteral("Repaid to the bank, Rs 214,109, 24 Sep 2026"));
    EXPECT_EQ(words.field(Entity::Loan, QStringLiteral("payments.") + m_ids.next()), QStringLiteral("Payment"));
    EXPECT_EQ(words.value(Entity::Loan, QStringLiteral("markup_bp"), 1'225), QStringLiteral("12.25 %"));
    EXPECT_EQ(words.value(Entity::Loan, QStringLiteral("state"), QStringLiteral("claw_back")),
              QStringLiteral("Clawed back"));
    EXPECT_EQ(words.value(Entity::Loan, QStringLiteral("principal_paisa"), 900'000'000),
              QStringLiteral("Rs 9,000,000"));
}

} // namespace
} // namespace markaz::ui

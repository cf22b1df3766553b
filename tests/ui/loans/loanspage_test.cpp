// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of loans, a loan and its forms, as an officer at the keyboard meets them.
#include "tests/ui/loans/loansfixture.h"

#include "tests/support/samplefiles.h"
#include "ui/pages/loans/loansheet.h"
#include "ui/pages/loans/paymentsheet.h"
#include "ui/pages/loans/stepsheet.h"
#include "ui/widgets/charts/breakevenchart.h"
#include "ui/widgets/datefield.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QTabWidget>

namespace markaz::ui {
namespace {

using namespace test;

class LoansPageTest : public LoansDesk
{
protected:
    /// The form over a building without a loan.
    void record(int number = 1)
    {
        const QString at = home(number);
        open(m_chief);
        m_frame->showPage(QStringLiteral("buildings"));
        buildings()->showBuilding(at);
        settle();
        click(part<QPushButton>(*buildings(), "recordLoan"));
    }
    void fillForm()
    {
        fillIn(part<QLineEdit>(*m_frame, "loanBank"), QStringLiteral("Sample Bank"));
        fillIn(part<QLineEdit>(*m_frame, "loanPrincipal"), QStringLiteral("9,000,000"));
        setNumber("loanTenor", 60);
        setNumber("loanGrace", 6);
        fillIn(part<QLineEdit>(*m_frame, "loanFixed"), QStringLiteral("15"));
    }
};

TEST_F(LoansPageTest, list_isFilteredAndLeadsToALoan)
{
    const QString first = loan(home(1), "paid_out");
    loan(home(2), "applied", {{QStringLiteral("bank"), QStringLiteral("Other Bank")}});
    open(m_chief);
    const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(table()->model()->rowCount(), 2);
    fillIn(part<QLineEdit>(*page(), "loansSearch"), QStringLiteral("other"));
    settle();
    ASSERT_EQ(table()->model()->rowCount(), 1);
    EXPECT_EQ(table()->model()->index(0, LoansModel::State).data().toString(), QStringLiteral("Applied for"));
    fillIn(part<QLineEdit>(*page(), "loansSearch"), QStringLiteral("LHE-0001"));
    settle();
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTest::keyClick(table(), Qt::Key_Return);
    EXPECT_EQ(m_frame->current(), QStringLiteral("loan"));
    EXPECT_EQ(detail()->loanId(), first);
    EXPECT_TRUE(wordsOf(*detail()).contains(QStringLiteral("KIBOR 12.25 % + 3 % a year")));
    auto *schedule = part<QTableView>(*detail(), "scheduleTable");
    const QAbstractItemModelTester rows(schedule->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(schedule->model()->rowCount(), 60);
    // Rs 9 million at 15.25 % a year are Rs 114,375 a month, all of it subsidised.
    EXPECT_EQ(schedule->model()->index(0, ScheduleModel::Subsidy).data().toString(), QStringLiteral("Rs 114,375"));
    EXPECT_EQ(schedule->model()->index(0, ScheduleModel::Due).data().toString(), QStringLiteral("24 Sep 2026"));
    EXPECT_EQ(schedule->model()->index(59, ScheduleModel::Balance).data().toString(), QStringLiteral("Rs 0"));
}

TEST_F(LoansPageTest, whoSeesNoLoans_hasNoPageOfThem)
{
    loan(home(1), "applied");
    open(m_me);
    EXPECT_EQ(m_frame->page(QStringLiteral("loans")), nullptr);
    const auto *tabs = part<QTabWidget>(*buildings(), "buildingTabs");
    for (int i = 0; i < tabs->count(); ++i)
        EXPECT_NE(tabs->tabText(i), QStringLiteral("Loan"));
    open(m_auditor);
    ASSERT_NE(page(), nullptr);
    Q_EMIT page()->loanRequested(table()->model()->index(0, 0).data(LoansModel::IdRole).toString());
    settle();
    for (const char *name : {"changeLoan", "recordMoney", "loanStep.approve", "addLoanDocument"})
        EXPECT_FALSE(part<QPushButton>(*detail(), name)->isVisible()) << name;
}

TEST_F(LoansPageTest, loanIsRecordedAtItsBuilding_appliedForApprovedAndPaidOut)
{
    record();
    auto *save = part<QPushButton>(*m_frame, "saveLoan");
    EXPECT_FALSE(save->isEnabled());
    fillForm();
    ASSERT_TRUE(save->isEnabled()) << qPrintable(hint("loanHint"));
    EXPECT_TRUE(hint("loanHint").contains(QStringLiteral("a month after the grace"))) << qPrintable(hint("loanHint"));
    click(save);
    settle();
    ASSERT_EQ(m_frame->current(), QStringLiteral("loan"));
    const QString id = detail()->loanId();
    EXPECT_EQ(stored(id).markupBp(), 1'500);
    click(part<QPushButton>(*detail(), "loanStep.apply"));
    EXPECT_EQ(stored(id).state(), LoanState::Applied);
    click(part<QPushButton>(*detail(), "loanStep.approve"));
    EXPECT_EQ(stored(id).state(), LoanState::Applied) << "nothing takes that back, so it is asked first";
    click(part<QPushButton>(*m_frame, "saveStep"));
    settle();
    EXPECT_EQ(stored(id).state(), LoanState::Approved);
    click(part<QPushButton>(*detail(), "recordMoney"));
    auto *pay = part<QPushButton>(*m_frame, "savePayment");
    fillIn(part<QLineEdit>(*m_frame, "paymentAmount"), QStringLiteral("9,000,001"));
    fillIn(part<DateField>(*m_frame, "paymentOn")->line(), QStringLiteral("24 Aug 2026"));
    EXPECT_FALSE(pay->isEnabled());
    EXPECT_TRUE(hint("paymentHint").contains(QStringLiteral("more than is left")));
    fillIn(part<QLineEdit>(*m_frame, "paymentAmount"), QStringLiteral("9,000,000"));
    fillIn(part<DateField>(*m_frame, "paymentOn")->line(), QStringLiteral("25 Nov 2026"));
    EXPECT_FALSE(pay->isEnabled()) << "tomorrow";
    fillIn(part<DateField>(*m_frame, "paymentOn")->line(), QStringLiteral("24 Aug 2026"));
    ASSERT_TRUE(pay->isEnabled()) << qPrintable(hint("paymentHint"));
    click(pay);
    settle();
    EXPECT_EQ(stored(id).state(), LoanState::PaidOut);
    EXPECT_EQ(part<QTableView>(*detail(), "paymentsTable")->model()->rowCount(), 1);
    EXPECT_EQ(owed().size(), 4) << "recorded, applied for, approved, paid out";
}

TEST_F(LoansPageTest, whatCannotBe_isSaidAsItIsTyped)
{
    record();
    fillForm();
    auto *save = part<QPushButton>(*m_frame, "saveLoan");
    const auto refuses = [&](const char *field, const char *typed, const char *right, const char *words) {
        fillIn(part<QLineEdit>(*m_frame, field), QLatin1String(typed));
        EXPECT_FALSE(save->isEnabled()) << field << ' ' << typed;
        EXPECT_TRUE(hint("loanHint").contains(QLatin1String(words))) << field << ": " << qPrintable(hint("loanHint"));
        fillIn(part<QLineEdit>(*m_frame, field), QLatin1String(right));
        EXPECT_TRUE(save->isEnabled()) << field << qPrintable(hint("loanHint"));
    };
    refuses("loanPrincipal", "-5", "9,000,000", "cannot be read");
    refuses("loanPrincipal", "0", "9,000,000", "is nothing");
    refuses("loanPrincipal", "10,000,001", "9,000,000", "above the cap");
    refuses("loanPrincipal", "999,999,999,999,999", "9,000,000", "cannot be read");
    refuses("loanFixed", "100.01", "15", "cannot be read");
    refuses("loanFixed", "x", "15", "cannot be read");
    setNumber("loanGrace", 60);
    EXPECT_FALSE(save->isEnabled());
    EXPECT_TRUE(hint("loanHint").contains(QStringLiteral("part of the tenor")));
    setNumber("loanGrace", 0);
    EXPECT_TRUE(save->isEnabled());
    auto *kind = part<QComboBox>(*m_frame, "loanMarkupKind");
    kind->setCurrentIndex(1);
    EXPECT_FALSE(save->isEnabled()) << "neither KIBOR nor spread";
    fillIn(part<QLineEdit>(*m_frame, "loanKibor"), QStringLiteral("90"));
    fillIn(part<QLineEdit>(*m_frame, "loanSpread"), QStringLiteral("10.01"));
    EXPECT_TRUE(hint("loanHint").contains(QStringLiteral("more than 100 %")));
    fillIn(part<QLineEdit>(*m_frame, "loanSpread"), QStringLiteral("3.25"));
    EXPECT_TRUE(save->isEnabled());
}

TEST_F(LoansPageTest, closing_isAskedOnce_andNeedsWordsWhileSomethingIsOwed)
{
    const QString id = loan(home(1), "paid_out");
    open(m_chief);
    Q_EMIT page()->loanRequested(id);
    settle();
    click(part<QPushButton>(*detail(), "loanStep.close"));
    EXPECT_FALSE(part<QPushButton>(*m_frame, "saveStep")->isEnabled());
    click(part<QPushButton>(*m_frame, "cancelStep"));
    settle();
    QJsonObject fields = fieldsOf(Entity::Loan, id);
    setValueAt(fields, QStringLiteral("payments.") + m_ids.next(),
               payment("repayment", 950'000'000, "2026-11-24", 900'000'000));
    put(Entity::Loan, fields, id);
    Q_EMIT page()->loanRequested(id);
    settle();
    click(part<QPushButton>(*detail(), "loanStep.close"));
    EXPECT_EQ(stored(id).state(), LoanState::PaidOut) << "asked first";
    click(part<QPushButton>(*m_frame, "saveStep"));
    settle();
    EXPECT_EQ(stored(id).state(), LoanState::Closed);
}

TEST_F(LoansPageTest, declining_needsWords)
{
    const QString id = loan(home(1), "applied");
    open(m_chief);
    Q_EMIT page()->loanRequested(id);
    settle();
    EXPECT_FALSE(part<QPushButton>(*detail(), "loanStep.apply")->isVisible());
    click(part<QPushButton>(*detail(), "loanStep.decline"));
    auto *save = part<QPushButton>(*m_frame, "saveStep");
    EXPECT_FALSE(save->isEnabled());
    part<QPlainTextEdit>(*m_frame, "loanReason")->setPlainText(QStringLiteral("No deed."));
    click(save);
    settle();
    EXPECT_EQ(stored(id).state(), LoanState::Declined);
    EXPECT_EQ(stored(id).stateReason(), QStringLiteral("No deed."));
    EXPECT_TRUE(wordsOf(*detail()).contains(QStringLiteral("No deed.")));
    EXPECT_FALSE(part<QPushButton>(*detail(), "changeLoan")->isVisible());
}

TEST_F(LoansPageTest, clawBack_isToldWithItsAmount_andTakesWhatComesBack)
{
    const QString id = loan(home(1), "claw_back", {{QStringLiteral("clawback_paisa"), 34'312'500}});
    open(m_chief);
    Q_EMIT page()->loanRequested(id);
    settle();
    EXPECT_TRUE(messagesOf(*detail()).contains(QStringLiteral("Rs 343,125"))) << qPrintable(messagesOf(*detail()));
    click(part<QPushButton>(*detail(), "recordMoney"));
    auto *kind = part<QComboBox>(*m_frame, "paymentKind");
    ASSERT_EQ(kind->count(), 2);
    kind->setCurrentIndex(kind->findData(QStringLiteral("recovery")));
    fillIn(part<QLineEdit>(*m_frame, "paymentAmount"), QStringLiteral("343,125"));
    fillIn(part<DateField>(*m_frame, "paymentOn")->line(), QStringLiteral("24 Nov 2026"));
    click(part<QPushButton>(*m_frame, "savePayment"));
    settle();
    EXPECT_EQ(stored(id).totals().recovered, 34'312'500);
}

TEST_F(LoansPageTest, payment_isTakenBackWhenAskedTwice)
{
    const QString id = loan(home(1), "paid_out");
    QJsonObject fields = fieldsOf(Entity::Loan, id);
    setValueAt(fields, QStringLiteral("payments.") + m_ids.next(), payment("repayment", 700, "2026-09-24", 500));
    put(Entity::Loan, fields, id);
    open(m_chief);
    Q_EMIT page()->loanRequested(id);
    settle();
    auto *payments = part<QTableView>(*detail(), "paymentsTable");
    ASSERT_EQ(payments->model()->rowCount(), 2);
    payments->setCurrentIndex(payments->model()->index(0, 0)); // the newest
    click(part<QPushButton>(*detail(), "takePaymentBack"));
    EXPECT_EQ(payments->model()->rowCount(), 2) << "asked first";
    click(part<QPushButton>(*detail(), "takePaymentBack"));
    EXPECT_EQ(payments->model()->rowCount(), 1);
    EXPECT_EQ(stored(id).totals().repaid, 0);
}

TEST_F(LoansPageTest, payment_isCorrectedInItsForm_whichIsBackAfterALock)
{
    const QString id = loan(home(1), "paid_out");
    open(m_chief);
    Q_EMIT page()->loanRequested(id);
    settle();
    auto *correct = part<QPushButton>(*detail(), "correctPayment");
    EXPECT_FALSE(correct->isEnabled()) << "none is chosen";
    auto *payments = part<QTableView>(*detail(), "paymentsTable");
    payments->setCurrentIndex(payments->model()->index(0, 0));
    click(correct);
    const QString before = part<QLineEdit>(*m_frame, "paymentAmount")->text();
    EXPECT_FALSE(before.isEmpty()) << "what stands there";
    fillIn(part<QLineEdit>(*m_frame, "paymentAmount"), QStringLiteral("8,000,000"));
    locked(m_chief);
    ASSERT_NE(m_frame->findChild<PaymentSheet *>(), nullptr);
    EXPECT_EQ(part<QLineEdit>(*m_frame, "paymentAmount")->text(), QStringLiteral("8,000,000"));
    click(part<QPushButton>(*m_frame, "savePayment"));
    settle();
    ASSERT_EQ(stored(id).payments().size(), 1);
    EXPECT_EQ(stored(id).totals().disbursed, 800'000'000);
}

TEST_F(LoansPageTest, breakEven_isToldWithTheTwoTensions)
{
    const QString at = home(1);
    put(Entity::Building,
        with(fieldsOf(Entity::Building, at),
             {{QStringLiteral("planned_seats"), 90}, {QStringLiteral("covered_area_sqft"), 3'520}}),
        at);
    const QString id = loan(at, "paid_out");
    open(m_chief);
    Q_EMIT page()->loanRequested(id);
    settle();
    auto *card = part<QWidget>(*detail(), "breakEven");
    ASSERT_TRUE(card->isVisible());
    const QString words = wordsOf(*card);
    EXPECT_TRUE(words.contains(QStringLiteral("of 90 seats"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("Fire-safe occupancy"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("70"))) << "3,520 square feet at 50 a person";
    EXPECT_TRUE(words.contains(QStringLiteral("Rs 360,000"))) << "what 90 seats bring at the ceiling of Rs 4,000";
    EXPECT_TRUE(words.contains(QStringLiteral("the ceiling of the programme")));
    EXPECT_TRUE(words.contains(QStringLiteral("the loan alone is counted")));
    const auto *chart = part<BreakEvenChart>(*detail(), "breakEvenChart");
    EXPECT_EQ(chart->content().cost.size(), stored(id).tenorMonths());
    EXPECT_TRUE(chart->content().takings.isEmpty()) << "nothing was reported";
    EXPECT_EQ(chart->spots().spots().size(), stored(id).tenorMonths()) << "each month in words";
}

TEST_F(LoansPageTest, documents_areCheckedAttachedAndListed)
{
    const QString id = loan(home(1), "applied");
    open(m_chief);
    Q_EMIT page()->loanRequested(id);
    settle();
    const QString letter =
        markaz::test::writeFile(m_dir.filePath(QStringLiteral("letter.pdf")), "%PDF-1.7 sample %%EOF");
    const QString words = markaz::test::writeFile(m_dir.filePath(QStringLiteral("notes.txt")), "just words");
    detail()->attach({letter});
    attaching().finish(std::chrono::seconds(30));
    settle();
    auto *strip = part<QAbstractItemView>(*detail(), "loanDocuments");
    EXPECT_EQ(strip->model()->rowCount(), 1);
    detail()->attach({words});
    attaching().finish(std::chrono::seconds(30));
    settle();
    EXPECT_EQ(strip->model()->rowCount(), 1);
    detail()->open(id); // what was not told while it was under way
    EXPECT_TRUE(messagesOf(*detail()).contains(QStringLiteral("neither a photo nor a PDF")))
        << qPrintable(messagesOf(*detail()));
}

TEST_F(LoansPageTest, formOfANewLoan_isBackAfterALock)
{
    record();
    fillForm();
    fillIn(part<QLineEdit>(*m_frame, "loanFixed"), QStringLiteral("15x"));
    locked(m_chief);
    ASSERT_NE(m_frame->findChild<LoanSheet *>(), nullptr);
    EXPECT_EQ(part<QLineEdit>(*m_frame, "loanFixed")->text(), QStringLiteral("15x")) << "half typed";
    fillIn(part<QLineEdit>(*m_frame, "loanFixed"), QStringLiteral("15"));
    click(part<QPushButton>(*m_frame, "saveLoan"));
    settle();
    ASSERT_EQ(owed().size(), 1) << qPrintable(messagesOf(*m_frame));
    EXPECT_EQ(stored(detail()->loanId()).principalPaisa(), 900'000'000);
}

TEST_F(LoansPageTest, formsOfALoan_areBackAfterALock)
{
    const QString id = loan(home(1), "paid_out");
    open(m_chief);
    Q_EMIT page()->loanRequested(id);
    settle();
    click(part<QPushButton>(*detail(), "recordMoney"));
    auto *kind = part<QComboBox>(*m_frame, "paymentKind");
    kind->setCurrentIndex(kind->findData(QStringLiteral("repayment")));
    fillIn(part<QLineEdit>(*m_frame, "paymentAmount"), QStringLiteral("214,1"));
    locked(m_chief);
    ASSERT_NE(m_frame->findChild<PaymentSheet *>(), nullptr);
    EXPECT_EQ(part<QComboBox>(*m_frame, "paymentKind")->currentData().toString(), QStringLiteral("repayment"));
    EXPECT_EQ(part<QLineEdit>(*m_frame, "paymentAmount")->text(), QStringLiteral("214,1"));
    m_frame->findChild<PaymentSheet *>()->close();
    settle();
    click(part<QPushButton>(*detail(), "changeLoan"));
    part<QPlainTextEdit>(*m_frame, "loanNotes")->setPlainText(QStringLiteral("Letter of 3 November."));
    EXPECT_FALSE(part<QLineEdit>(*m_frame, "loanBank")->isEnabled()) << "it was agreed";
    locked(m_chief);
    ASSERT_NE(m_frame->findChild<LoanSheet *>(), nullptr);
    click(part<QPushButton>(*m_frame, "saveLoan"));
    settle();
    EXPECT_EQ(stored(id).notes(), QStringLiteral("Letter of 3 November."));
    click(part<QPushButton>(*detail(), "loanStep.close"));
    part<QPlainTextEdit>(*m_frame, "loanReason")->setPlainText(QStringLiteral("Burnt"));
    locked(m_chief);
    ASSERT_NE(m_frame->findChild<StepSheet *>(), nullptr);
    EXPECT_EQ(part<QPlainTextEdit>(*m_frame, "loanReason")->toPlainText(), QStringLiteral("Burnt"));
}

} // namespace
} // namespace markaz::ui

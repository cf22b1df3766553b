// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The policy's page and the form of its next version, as officers, auditors and administrators meet them.
#include "tests/ui/policy/policyfixture.h"

#include "ui/text/policywords.h"

#include <QAbstractItemModelTester>
#include <QListView>

namespace markaz::ui {
namespace {

using namespace test;

const QString kOrder = QStringLiteral("Sample order 40, 20 Nov 2026");

class PolicyPageTest : public PolicyFixture
{
};

TEST_F(PolicyPageTest, versionOne_isShownWithEveryFigureAndWhatItLeavesOpen)
{
    open(m_chief);
    const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(shown(QStringLiteral("Seat in a centre, ceiling, a month")), QStringLiteral("Rs 4,000"));
    EXPECT_EQ(shown(QStringLiteral("Quota of Punjab")), QStringLiteral("149"));
    EXPECT_EQ(shown(QStringLiteral("Target day")), QStringLiteral("28 Feb 2027"));
    EXPECT_EQ(shown(QStringLiteral("Subsidised share of the mark-up")), QStringLiteral("100 %"));
    EXPECT_EQ(shown(QStringLiteral("Split of the subsidy")), QStringLiteral("Undecided"));
    EXPECT_EQ(shown(QStringLiteral("Budgets by fiscal year")), QStringLiteral("Undecided"));
    EXPECT_EQ(shown(QStringLiteral("When a centre is an e-employment centre")), QStringLiteral("Undecided"));
    EXPECT_EQ(shown(QStringLiteral("Tiers of cities")), QStringLiteral("As in the list of cities"));
    EXPECT_TRUE(shown(QStringLiteral("Most that a loan may be"), PolicyRowsModel::Source)
                    .contains(QStringLiteral("Press, July 2024")));
    EXPECT_FALSE(part<QPushButton>(*m_window, "newPolicy")->isVisibleTo(m_window.get())) << "an officer reads";
}

TEST_F(PolicyPageTest, onlyAdministratorsAreOfferedANewVersion)
{
    for (const Actor &actor : {m_chief, m_auditor}) {
        open(actor);
        EXPECT_FALSE(part<QPushButton>(*m_window, "newPolicy")->isVisibleTo(m_window.get()));
        m_page->resume({});
        EXPECT_EQ(sheet(), nullptr) << "nor by what another desk left";
    }
    open(m_admin);
    EXPECT_TRUE(part<QPushButton>(*m_window, "newPolicy")->isVisibleTo(m_window.get()));
}

TEST_F(PolicyPageTest, versions_areListedWithTheirStand_andWhatEachChanged)
{
    published(second());
    PolicyBody third = PublishPolicy(*m_workspace, markaz::test::gazetteer()).proposal().value();
    third.from = QDate(2027, 7, 1);
    third.figures.loanCap = Paisa::rupees(12'000'000);
    third.figures.sources.insert(QStringLiteral("in_force_from"), kOrder);
    third.figures.sources.insert(QStringLiteral("loan"), kOrder);
    published(third);
    open(m_auditor);
    auto *list = part<QListView>(*m_window, "policyVersions");
    ASSERT_EQ(list->model()->rowCount(), 3);
    EXPECT_TRUE(wordsOf(*m_window).contains(QStringLiteral("Policy 2, in force since 1 Jul 2026")));
    EXPECT_EQ(shown(QStringLiteral("Seat in a centre, ceiling, a month")), QStringLiteral("Rs 4,500"))
        << "the one in force is shown first, not the newest";
    EXPECT_EQ(shown(QStringLiteral("Tier of Lahore")), QStringLiteral("Tier 2"));
    EXPECT_EQ(shown(QStringLiteral("Budget 2026-27, PSDP")), QStringLiteral("Rs 200,000,000"));
    click(buttonSaying(*m_window, QStringLiteral("What it changed from version 1")));
    EXPECT_EQ(shown(QStringLiteral("Seat in a centre, ceiling, a month"), PolicyRowsModel::Before),
              QStringLiteral("Rs 4,000"));
    EXPECT_EQ(shown(QStringLiteral("Split of the subsidy"), PolicyRowsModel::Before), QStringLiteral("Undecided"));
    EXPECT_EQ(shown(QStringLiteral("Split of the subsidy")), QStringLiteral("60 % Ignite, 40 % PSDP"));
    EXPECT_EQ(shown(QStringLiteral("Most that a loan may be")), QString()) << "it is the same";
    list->setCurrentIndex(list->model()->index(0, 0));
    EXPECT_EQ(shown(QStringLiteral("Most that a loan may be")), QStringLiteral("Rs 12,000,000"));
    list->setCurrentIndex(list->model()->index(2, 0));
    EXPECT_EQ(shown(QStringLiteral("Seat in a centre, ceiling, a month")), QStringLiteral("Rs 4,000"))
        << "the first stays readable, and has none before it";
}

TEST_F(PolicyPageTest, whatCannotBe_isSaidAtItsField_asItIsTyped)
{
    open(m_admin);
    openForm();
    EXPECT_EQ(refusal(QStringLiteral("seat_rate.ceiling_paisa")), QString());
    enter("seat_rate.ceiling_paisa", QStringLiteral("2,500"));
    EXPECT_EQ(refusal(QStringLiteral("seat_rate.ceiling_paisa")), QStringLiteral("Less than the lower one beside it."));
    enter("seat_rate.ceiling_paisa", QStringLiteral("-4"));
    EXPECT_EQ(refusal(QStringLiteral("seat_rate.ceiling_paisa")), QStringLiteral("From Rs 1 to Rs 1,000,000."));
    enter("interest_subsidy.share_bp", QStringLiteral("101"));
    EXPECT_EQ(refusal(QStringLiteral("interest_subsidy.share_bp")), QStringLiteral("From 0 % to 100 %."));
    setNumber("targets[1].by_province.PK-PB", 150);
    EXPECT_EQ(refusal(QStringLiteral("targets[1].by_province")),
              QStringLiteral("The quotas add up to 251 and not to 250."));
    setNumber("targets[1].centres", 251);
    EXPECT_EQ(refusal(QStringLiteral("targets[1].by_province")), QString());
    enter("targets[1].by", QStringLiteral("31 Feb 2027"));
    EXPECT_EQ(refusal(QStringLiteral("targets[1].by")),
              QStringLiteral("A day such as 14 Mar 2027, in the years 2000 to 2099."));
    enter("targets[1].by", QStringLiteral("1 Jan 2020"));
    EXPECT_EQ(refusal(QStringLiteral("targets[1].by")),
              QStringLiteral("The target's day lies before the start of the programme."));
    enter("in_force_from.value", QStringLiteral("23 Nov 2026"));
    EXPECT_EQ(refusal(QStringLiteral("in_force_from.value")),
              QStringLiteral("This day is past. What was computed since is not computed anew."));
    enter("loan.cap_paisa", QStringLiteral("12,000,000"));
    EXPECT_EQ(refusal(QStringLiteral("loan.source")),
              QStringLiteral("Say where this was decided: the order or letter, and its day."))
        << "what is decided anew asks where";
    review();
    EXPECT_FALSE(reviews());
    EXPECT_TRUE(messagesOf(*m_window).contains(QStringLiteral("Nothing was published.")));
    EXPECT_TRUE(owed().isEmpty());
}

TEST_F(PolicyPageTest, splitOfTheSubsidy_alwaysAddsUp_orIsUndecided)
{
    open(m_admin);
    openForm();
    auto *ignite = line("interest_subsidy.ignite_bp");
    auto *psdp = line("interest_subsidy.psdp_bp");
    EXPECT_FALSE(ignite->isEnabled());
    auto *choice = part<QComboBox>(*m_window, "interest_subsidy.split");
    choice->setCurrentIndex(1);
    EXPECT_EQ(refusal(QStringLiteral("interest_subsidy.ignite_bp")), QStringLiteral("From 0 % to 100 %."));
    fillIn(ignite, QStringLiteral("62.5"));
    EXPECT_EQ(psdp->text(), QStringLiteral("37.50"));
    fillIn(psdp, QStringLiteral("30"));
    EXPECT_EQ(ignite->text(), QStringLiteral("70"));
    EXPECT_EQ(refusal(QStringLiteral("interest_subsidy.ignite_bp")), QString());
    choice->setCurrentIndex(0);
    EXPECT_EQ(ignite->text() + psdp->text(), QString());
    EXPECT_EQ(refusal(QStringLiteral("interest_subsidy.ignite_bp")), QString());
}

TEST_F(PolicyPageTest, newVersion_isReviewed_askedOnceMore_andSent)
{
    open(m_admin);
    openForm();
    enter("in_force_from.source", kOrder);
    enter("seat_rate.ceiling_paisa", QStringLiteral("4,500"));
    enter("seat_rate.source", kOrder);
    click(part<QPushButton>(*m_window, "addBudget"));
    enter("budget0.ignite_paisa", QStringLiteral("300,000,000"));
    enter("budget0.psdp_paisa", QStringLiteral("200,000,000"));
    enter("budget0.source", kOrder);
    review();
    ASSERT_TRUE(reviews()) << qPrintable(messagesOf(*m_window));
    const QAbstractItemModel *changes = part<QTableView>(*m_window, "policyReview")->model();
    const QAbstractItemModelTester tester(const_cast<QAbstractItemModel *>(changes),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(changes->rowCount(), 4) << "the day, the ceiling, two parts of a budget";
    auto *publish = part<QPushButton>(*m_window, "publishPolicy");
    click(publish);
    EXPECT_TRUE(owed().isEmpty()) << "it is asked once more";
    EXPECT_TRUE(wordsOf(*m_window).contains(QStringLiteral("nothing takes it back")));
    click(publish);
    settle();
    ASSERT_EQ(owed().size(), 1);
    const QJsonObject body = owed().first().change.fields.value(QStringLiteral("body")).after.toObject();
    EXPECT_EQ(body.value(QStringLiteral("version")), QJsonValue(2));
    EXPECT_EQ(body.value(QStringLiteral("budgets")).toArray().at(0).toObject().value(QStringLiteral("fiscal_year")),
              QJsonValue(QStringLiteral("2026-27")));
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_TRUE(messagesOf(*m_window).contains(QStringLiteral("Version 2 waits for the server's word.")));
    EXPECT_FALSE(part<QPushButton>(*m_window, "newPolicy")->isEnabled());
}

TEST_F(PolicyPageTest, withoutAChange_thereIsNothingToPublish)
{
    open(m_admin);
    openForm();
    enter("in_force_from.source", kOrder);
    review();
    EXPECT_FALSE(reviews());
    EXPECT_TRUE(messagesOf(*m_window).contains(QStringLiteral("No figure differs from the version before.")));
}

TEST_F(PolicyPageTest, budgets_areAddedAndRemoved_eachYearOnce)
{
    published(second());
    open(m_admin);
    openForm();
    EXPECT_EQ(line("budget1.fiscal_year")->text(), QStringLiteral("2027-28"));
    click(part<QPushButton>(*m_window, "addBudget"));
    EXPECT_EQ(line("budget2.fiscal_year")->text(), QStringLiteral("2028-29")) << "the year after the last";
    enter("budget2.fiscal_year", QStringLiteral("2026-27"));
    EXPECT_TRUE(wordsOf(*sheet()).contains(QStringLiteral("This fiscal year stands there already.")));
    enter("budget2.fiscal_year", QStringLiteral("2026-28"));
    EXPECT_TRUE(wordsOf(*sheet()).contains(QStringLiteral("A fiscal year such as 2026-27, July to June.")));
    click(part<QPushButton>(*m_window, "budget2.remove"));
    settle();
    EXPECT_EQ(m_window->findChild<QLineEdit *>(QStringLiteral("budget2.fiscal_year")), nullptr);
    click(part<QPushButton>(*m_window, "budget0.remove"));
    settle();
    EXPECT_EQ(line("budget0.fiscal_year")->text(), QStringLiteral("2027-28"));
    enter("in_force_from.source", kOrder);
    review();
    ASSERT_TRUE(reviews()) << qPrintable(messagesOf(*m_window)) << "the year that stays needs no new source";
}

TEST_F(PolicyPageTest, cityTiers_areFoundByName_setAndTakenOut)
{
    open(m_admin);
    openForm();
    auto *city = part<QComboBox>(*m_window, "tierCity");
    auto *tier = part<QComboBox>(*m_window, "tierOfCity");
    auto *set = part<QPushButton>(*m_window, "setTier");
    EXPECT_FALSE(set->isEnabled());
    city->setCurrentIndex(city->findData(markaz::test::cityOf("LHE").id));
    tier->setCurrentIndex(2);
    click(set);
    auto *rows = part<QTableView>(*m_window, "tiersTable");
    ASSERT_EQ(rows->model()->rowCount(), 1);
    EXPECT_EQ(rows->model()->index(0, 2).data().toString(), QStringLiteral("Tier 1"));
    EXPECT_EQ(rows->model()->index(0, 3).data().toString(), QStringLiteral("Tier 3"));
    enter("in_force_from.source", kOrder);
    review();
    EXPECT_FALSE(reviews());
    EXPECT_NE(refusal(QStringLiteral("city_tiers.source")), QString());
    enter("city_tiers.source", kOrder);
    review();
    ASSERT_TRUE(reviews());
    click(part<QPushButton>(*m_window, "backToPolicyForm"));
    rows->selectRow(0);
    click(part<QPushButton>(*m_window, "takeTierOut"));
    EXPECT_EQ(rows->model()->rowCount(), 0);
}

TEST_F(PolicyPageTest, whatWasTyped_outlivesALock_alsoHalfTyped)
{
    open(m_admin);
    openForm();
    enter("seat_rate.ceiling_paisa", QStringLiteral("4,5x"));
    enter("in_force_from.value", QStringLiteral("1 Ju"));
    setNumber("targets[1].by_province.PK-SD", 60);
    part<QComboBox>(*m_window, "interest_subsidy.split")->setCurrentIndex(1);
    enter("interest_subsidy.ignite_bp", QStringLiteral("55"));
    click(part<QPushButton>(*m_window, "addBudget"));
    enter("budget0.psdp_paisa", QStringLiteral("12"));
    auto *city = part<QComboBox>(*m_window, "tierCity");
    city->setCurrentIndex(city->findData(markaz::test::cityOf("SKT").id));
    click(part<QPushButton>(*m_window, "setTier"));
    locked(m_admin);
    ASSERT_NE(sheet(), nullptr);
    EXPECT_EQ(line("seat_rate.ceiling_paisa")->text(), QStringLiteral("4,5x"));
    EXPECT_EQ(static_cast<QLineEdit *>(part<QWidget>(*m_window, "in_force_from.value")->focusProxy())->text(),
              QStringLiteral("1 Ju"));
    EXPECT_EQ(part<QSpinBox>(*m_window, "targets[1].by_province.PK-SD")->value(), 60);
    EXPECT_EQ(line("interest_subsidy.ignite_bp")->text(), QStringLiteral("55"));
    EXPECT_EQ(line("interest_subsidy.psdp_bp")->text(), QStringLiteral("45"));
    EXPECT_EQ(line("budget0.psdp_paisa")->text(), QStringLiteral("12"));
    EXPECT_EQ(part<QTableView>(*m_window, "tiersTable")->model()->rowCount(), 1);
    EXPECT_NE(refusal(QStringLiteral("seat_rate.ceiling_paisa")), QString()) << "and what is wrong is said again";
}

TEST_F(PolicyPageTest, whatWasPublishedMeanwhile_staysUnderWhatWasTyped)
{
    open(m_admin);
    openForm();
    enter("loan.cap_paisa", QStringLiteral("12,000,000"));
    published(second());
    locked(m_admin);
    EXPECT_EQ(line("loan.cap_paisa")->text(), QStringLiteral("12,000,000"));
    EXPECT_EQ(line("seat_rate.ceiling_paisa")->text(), QStringLiteral("4500")) << "of version 2, not of the old form";
}

TEST_F(PolicyPageTest, leavingTheForm_isAskedWhenSomethingWasTyped)
{
    open(m_admin);
    openForm();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    settle();
    EXPECT_EQ(sheet(), nullptr);
    openForm();
    enter("loan.cap_paisa", QStringLiteral("12,000,000"));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    settle();
    ASSERT_NE(sheet(), nullptr);
    click(part<QPushButton>(*m_window, "cancelPolicy"));
    settle();
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_TRUE(owed().isEmpty());
}

TEST(PolicyWords, eEmployment_saysWhatWasReportedAndWhatIsAsked)
{
    EXPECT_EQ(policywords::eEmployment(std::nullopt, 40, 4), QStringLiteral("The policy has no rule yet"));
    EXPECT_EQ(policywords::eEmployment(EEmploymentRule{1'000, 5}, 45, 5),
              QStringLiteral("Yes: 5 of 50 members are other staff. The rule: at least 10 % of all members, at least 5 "
                             "people"));
    EXPECT_EQ(policywords::eEmployment(EEmploymentRule{std::nullopt, 5}, 45, 4),
              QStringLiteral("No: 4 of 49 members are other staff. The rule: at least 5 people"));
}

} // namespace
} // namespace markaz::ui

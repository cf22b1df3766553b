// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sync page: what two people changed, and who decides how.
#include "tests/ui/support/syncpagefixture.h"

namespace markaz::ui {
namespace {

using namespace test;

TEST_F(SyncPageTest, undecidedChoices_areTakenOverByThePageThatTakesItsPlace)
{
    twoFields();
    open("conflicts");
    card("mine.name")->setChecked(true);
    const QVariantMap place = m_page->place();
    open();
    EXPECT_FALSE(card("mine.name")->isChecked());
    m_page->returnTo(place);
    EXPECT_TRUE(card("mine.name")->isChecked());
    EXPECT_FALSE(card("theirs.storeys")->isChecked());
    EXPECT_TRUE(part<QWidget>(*m_page, "conflictPane")->isVisible());
}

TEST_F(SyncPageTest, aConflict_isDecidedFieldByField)
{
    const QString id = twoFields();
    SyncPage &page = open("conflicts");
    EXPECT_NE(buttonSaying(page, QStringLiteral("Conflicts 1")), nullptr);
    EXPECT_EQ(card("mine.name")->value(), QStringLiteral("My mill"));
    EXPECT_EQ(card("theirs.name")->value(), QStringLiteral("Old mill"));
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("was Mill")));
    auto *settleIt = part<QPushButton>(page, "settleConflict");
    EXPECT_FALSE(settleIt->isEnabled());
    EXPECT_EQ(part<QLabel>(page, "toDecide")->text(), QStringLiteral("2 of 2 fields to decide"));
    click(card("mine.name"));
    EXPECT_EQ(part<QLabel>(page, "toDecide")->text(), QStringLiteral("1 of 2 fields to decide"));
    card("theirs.storeys")->setFocus();
    QTest::keyClick(card("theirs.storeys"), Qt::Key_Space);
    EXPECT_TRUE(card("theirs.storeys")->isChecked());
    click(settleIt);
    EXPECT_EQ(nameNow(), QStringLiteral("My mill"));
    EXPECT_EQ(fieldsOf(Entity::Building, m_id).value(QStringLiteral("storeys")).toInt(), 2);
    EXPECT_EQ(text(Entity::Conflict, id, "state"), QStringLiteral("resolved"));
    EXPECT_EQ(owed().size(), 2);
    EXPECT_EQ(m_sync.asked, 1);
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("No conflict waits for a decision.")));
}

TEST_F(SyncPageTest, allFromOneSide_orAnotherValueTyped)
{
    twoFields();
    SyncPage &page = open("conflicts");
    click(part<QPushButton>(page, "takeTheirs"));
    EXPECT_TRUE(card("theirs.name")->isChecked() && card("theirs.storeys")->isChecked());
    click(part<QPushButton>(page, "takeMine"));
    EXPECT_TRUE(card("mine.name")->isChecked() && card("mine.storeys")->isChecked());
    auto *typed = card("other.storeys")->findChild<QLineEdit *>();
    fillIn(typed, QStringLiteral("7"));
    EXPECT_TRUE(card("other.storeys")->isChecked()) << "typing chooses it";
    EXPECT_FALSE(card("mine.storeys")->isChecked());
    fillIn(typed, QStringLiteral("700"));
    click(part<QPushButton>(page, "settleConflict"));
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("“Storeys” cannot be right")));
    EXPECT_EQ(owed().size(), 0);
    fillIn(typed, QStringLiteral("7"));
    click(part<QPushButton>(page, "settleConflict"));
    EXPECT_EQ(fieldsOf(Entity::Building, m_id).value(QStringLiteral("storeys")).toInt(), 7);
    EXPECT_EQ(nameNow(), QStringLiteral("My mill"));
}

TEST_F(SyncPageTest, aChoice_outlivesASyncThatChangesNothingOfIt)
{
    twoFields();
    open("conflicts");
    click(card("mine.name"));
    SyncSnapshot s;
    s.conflicts = 1;
    m_sync.set(s);
    settle();
    EXPECT_TRUE(card("mine.name")->isChecked());
    ASSERT_TRUE(
        m_records
            ->putFromServer({Entity::Building, m_id, 3,
                             buildingFields("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Newer mill")}})},
                            {})
            .ok());
    s.waiting = 1;
    m_sync.set(s);
    settle();
    EXPECT_FALSE(card("mine.name")->isChecked()) << "the server's value is another now: the question is a new one";
    EXPECT_EQ(card("theirs.name")->value(), QStringLiteral("Newer mill"));
}

TEST_F(SyncPageTest, removal_isOfferedToWhomItIsGiven)
{
    conflict({{QStringLiteral("deleted"), sides(false, false, true)}});
    open("conflicts");
    EXPECT_EQ(card("mine.deleted")->value(), QStringLiteral("Remove it"));
    EXPECT_FALSE(card("mine.deleted")->isEnabled()) << "an inspector removes no building";
    EXPECT_TRUE(card("theirs.deleted")->isEnabled());
    SyncPage &page = open(m_chief, "conflicts");
    click(card("mine.deleted"));
    click(part<QPushButton>(page, "settleConflict"));
    ASSERT_EQ(owed().size(), 2);
    EXPECT_EQ(owed().first().change.kind, ChangeKind::Delete);
}

TEST_F(SyncPageTest, conflictsAreTheirAuthorsAndTheScopesOfficers)
{
    account(m_colleague.accountId, "sample.colleague", "Sample Colleague", "inspector");
    conflict({{QStringLiteral("storeys"), sides(1, 2, 3)}}, m_colleague.accountId);
    EXPECT_NE(buttonSaying(open("conflicts"), QStringLiteral("Conflicts 0")), nullptr);
    EXPECT_NE(buttonSaying(open(m_chief, "conflicts"), QStringLiteral("Conflicts 1")), nullptr);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("What Sample Colleague wrote")));
    EXPECT_NE(buttonSaying(open(m_auditor, "conflicts"), QStringLiteral("Conflicts 0")), nullptr);
}

TEST_F(SyncPageTest, wordsOfARecord_areNeverCommands)
{
    edit("name", QStringLiteral("<b>Bold</b> & mill"));
    reject();
    SyncPage &page = open("rejected");
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("<b>Bold</b> & mill")));
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->text().contains(QStringLiteral("<b>Bold"))) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText);
        }
    }
}

} // namespace
} // namespace markaz::ui

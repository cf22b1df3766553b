// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sync page: what the server rejected, and what a person does about it.
#include "tests/ui/support/syncpagefixture.h"

namespace markaz::ui {
namespace {

using namespace test;

TEST_F(SyncPageTest, aRejectedChange_tellsWhyAndWhatWaitsBehindIt)
{
    edit("name", QStringLiteral("Wrong mill"));
    reject();
    edit("storeys", 4);
    SyncPage &page = open();
    const auto *table = part<QTableView>(page, "outboxTable")->model();
    ASSERT_EQ(table->rowCount(), 1);
    EXPECT_EQ(table->index(0, OutboxModel::StateColumn).data().toString(), QStringLiteral("Stands still"));
    click(buttonSaying(page, QStringLiteral("Rejected 1")));
    const QString told = messagesOf(page);
    EXPECT_TRUE(told.contains(QStringLiteral("does not accept this value of “Name”"))) << qPrintable(told);
    EXPECT_TRUE(told.contains(QStringLiteral("1 later change of this record waits behind it: Storeys")));
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("was Old mill")));
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("words for experts")));
}

TEST_F(SyncPageTest, aRejectedChange_isMendedInPlaceAndSentAgain)
{
    edit("name", QStringLiteral("Wrong mill"));
    reject();
    const QString before = owed().first().change.opId;
    SyncPage &page = open("rejected");
    auto *field = part<QWidget>(page, "field.name")->findChild<QLineEdit *>();
    ASSERT_NE(field, nullptr);
    EXPECT_EQ(field->text(), QStringLiteral("Wrong mill"));
    EXPECT_TRUE(field->property("invalid").toBool()) << "the field that the refusal names";
    fillIn(field, QStringLiteral("Right mill"));
    click(part<QPushButton>(page, "sendAgain"));
    EXPECT_EQ(m_sync.asked, 1);
    EXPECT_EQ(nameNow(), QStringLiteral("Right mill"));
    const auto waiting = m_outbox->nextBatch(10);
    ASSERT_EQ(waiting->size(), 1);
    EXPECT_NE(waiting->first().change.opId, before);
    EXPECT_EQ(waiting->first().change.fields.value(QStringLiteral("name")).after.toString(),
              QStringLiteral("Right mill"));
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("The server has rejected nothing.")));
    EXPECT_NE(buttonSaying(page, QStringLiteral("Waiting 1")), nullptr);
}

TEST_F(SyncPageTest, whatCannotBeRead_isMarkedAndNotSent)
{
    edit("storeys", 50);
    reject("invalid", "storeys");
    SyncPage &page = open("rejected");
    auto *field = part<QWidget>(page, "field.storeys")->findChild<QLineEdit *>();
    for (const char *wrong : {"four", "4000"}) {
        fillIn(field, QLatin1String(wrong));
        click(part<QPushButton>(page, "sendAgain"));
        EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("“Storeys” cannot be right"))) << wrong;
        EXPECT_TRUE(field->property("invalid").toBool());
        EXPECT_EQ(field->text(), QLatin1String(wrong)) << "what was typed stays";
        EXPECT_EQ(m_outbox->counts()->dead, 1);
    }
    fillIn(field, QStringLiteral("4"));
    click(part<QPushButton>(page, "sendAgain"));
    EXPECT_EQ(m_outbox->counts()->dead, 0);
}

TEST_F(SyncPageTest, whatThisAccountMayNotMakeAnyMore_isKeptOrGivenUp_butNotMended)
{
    for (const char *code : {"scope_revoked", "not_allowed", "device_revoked"}) {
        edit("name", QStringLiteral("Wrong mill"));
        reject(code, "");
        SyncPage &page = open("rejected");
        EXPECT_EQ(page.findChild<QWidget *>(QStringLiteral("field.name")), nullptr) << code << ": no edit can mend it";
        EXPECT_FALSE(part<QPushButton>(page, "sendAgain")->isVisibleTo(&page)) << code;
        EXPECT_TRUE(part<QPushButton>(page, "keepCopy")->isVisibleTo(&page)) << code;
        EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("Wrong mill"))) << code << ": what was entered is shown";
        const QString told = messagesOf(page);
        EXPECT_TRUE(told.contains(QStringLiteral("server keeps")) && told.contains(QStringLiteral("for the officer")))
            << code << ": " << qPrintable(told);
        QWidget &pane = *part<QWidget>(page, "rejectedPane");
        click(part<QPushButton>(pane, "giveUp"));
        click(part<QPushButton>(pane, "yes"));
        EXPECT_EQ(nameNow(), QStringLiteral("Old mill"));
    }
}

TEST_F(SyncPageTest, halfTypedWords_outliveASync)
{
    edit("name", QStringLiteral("Wrong mill"));
    reject();
    SyncPage &page = open("rejected");
    auto *field = part<QWidget>(page, "field.name")->findChild<QLineEdit *>();
    fillIn(field, QStringLiteral("Half"));
    SyncSnapshot s;
    s.rejected = 1;
    m_sync.set(s);
    Q_EMIT m_notifier.manyChanged();
    settle();
    field = part<QWidget>(page, "field.name")->findChild<QLineEdit *>();
    EXPECT_EQ(field->text(), QStringLiteral("Half"));
}

TEST_F(SyncPageTest, givingUp_asksFirstAndThenTheRecordIsTheServers)
{
    edit("name", QStringLiteral("Wrong mill"));
    reject();
    SyncPage &page = open("rejected");
    QWidget &pane = *part<QWidget>(page, "rejectedPane");
    click(part<QPushButton>(pane, "giveUp"));
    EXPECT_TRUE(part<QLabel>(pane, "question")->isVisibleTo(&page));
    EXPECT_TRUE(part<QPushButton>(pane, "no")->hasFocus()) << "a key too many gives nothing up";
    EXPECT_EQ(m_outbox->counts()->dead, 1);
    click(part<QPushButton>(pane, "no"));
    EXPECT_FALSE(part<QLabel>(pane, "question")->isVisibleTo(&page));
    EXPECT_EQ(nameNow(), QStringLiteral("Wrong mill"));
    click(part<QPushButton>(pane, "giveUp"));
    click(part<QPushButton>(pane, "yes"));
    EXPECT_EQ(nameNow(), QStringLiteral("Old mill"));
    EXPECT_EQ(m_outbox->counts()->dead, 0);
    click(buttonSaying(page, QStringLiteral("History")));
    EXPECT_EQ(part<QTableView>(page, "outboxTable")->model()->index(0, OutboxModel::StateColumn).data().toString(),
              QStringLiteral("Given up"));
}

TEST_F(SyncPageTest, aRejectedSubmit_isTakenBackAndOpened)
{
    const QString visit = submitted(visitedBuilding(2));
    reject("score_mismatch", "score");
    SyncPage &page = open("rejected");
    QSignalSpy asked(&page, &SyncPage::recordRequested);
    click(part<QPushButton>(page, "takeBack"));
    EXPECT_EQ(text(Entity::Inspection, visit, "state"), QStringLiteral("draft"));
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.first().at(1).toString(), visit);
}

TEST_F(SyncPageTest, aRejectedRegistration_leadsToItsForm)
{
    const auto made = RegisterBuilding(*m_workspace, markaz::test::gazetteer())
                          .run(m_me, {{{QStringLiteral("name"), QStringLiteral("New mill")},
                                       {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                                       {QStringLiteral("city"), markaz::test::cityOf("LHE").id},
                                       {QStringLiteral("covered_area_sqft"), 4000},
                                       {QStringLiteral("storeys"), 2}},
                                      {},
                                      {}});
    ASSERT_TRUE(made.ok());
    reject("invalid", "city");
    SyncPage &page = open("rejected");
    QWidget &pane = *part<QWidget>(page, "rejectedPane");
    QSignalSpy asked(&page, &SyncPage::recordRequested);
    click(buttonSaying(page, QStringLiteral("Open the record")));
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.first().at(1).toString(), made->id());
    click(part<QPushButton>(pane, "giveUp"));
    EXPECT_TRUE(part<QLabel>(pane, "question")->text().contains(QStringLiteral("leaves this laptop")));
    click(part<QPushButton>(pane, "yes"));
    EXPECT_FALSE(m_records->find(Entity::Building, made->id())->has_value());
}

TEST_F(SyncPageTest, whatNoEditCanMend_isGivenUpWithACopy_andBothSentencesAgree)
{
    const QString first = submitted(visitedBuilding(2));
    ASSERT_TRUE(ReviewInspection(*m_workspace)
                    .run(m_chief, first, QStringLiteral("return"), QStringLiteral("Once more"), {})
                    .ok());
    for (const OutboxRow &row : owed())
        ASSERT_TRUE(
            m_outbox->settle(row.position, OutboxState::Acknowledged, Outcome::Applied, {}, {}, {}, m_clock.now())
                .ok());
    const auto next = StartInspection(*m_workspace, m_standards).reopen(m_me, first);
    ASSERT_TRUE(next.ok());
    reject("exists", "previous");
    ASSERT_TRUE(answering().run(m_me, next->id(), QStringLiteral("C-02"), perfectAnswer("C-02")).ok() ||
                owed().size() == 1);
    SyncPage &page = open("rejected");
    QWidget &pane = *part<QWidget>(page, "rejectedPane");
    const QString told = messagesOf(page);
    EXPECT_TRUE(told.contains(QStringLiteral("was begun on another laptop"))) << qPrintable(told);
    EXPECT_FALSE(told.contains(QStringLiteral("Mend it"))) << qPrintable(told);
    EXPECT_FALSE(wordsOf(pane).contains(QStringLiteral("Previous")));
    EXPECT_FALSE(part<QPushButton>(pane, "sendAgain")->isVisibleTo(&page));
    EXPECT_EQ(pane.findChildren<QLineEdit *>().size(), 0) << "nothing to edit";

    auto &rejected = *qobject_cast<RejectedPane *>(&pane);
    rejected.keepCopyTo(m_dir.filePath(QStringLiteral("no-such-folder/copy.json")));
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("Nothing was given up.")));
    EXPECT_FALSE(part<QLabel>(pane, "question")->isVisibleTo(&page));
    const QString copy = m_dir.filePath(QStringLiteral("copy.json"));
    rejected.keepCopyTo(copy);
    EXPECT_TRUE(QFile::exists(copy));
    EXPECT_TRUE(part<QLabel>(pane, "question")->isVisibleTo(&page));
    click(part<QPushButton>(pane, "yes"));
    EXPECT_FALSE(m_records->find(Entity::Inspection, next->id())->has_value());
    click(buttonSaying(page, QStringLiteral("History")));
    const auto *table = part<QTableView>(page, "outboxTable")->model();
    bool found = false;
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->index(row, OutboxModel::StateColumn).data().toString() != QStringLiteral("Given up"))
            continue;
        found = true;
        EXPECT_TRUE(table->index(row, OutboxModel::Record).data().toString().contains(QStringLiteral("LHE-0002")))
            << qPrintable(table->index(row, OutboxModel::Record).data().toString());
    }
    EXPECT_TRUE(found);
}

TEST_F(SyncPageTest, laterChangesOfANewRecord_goWithIt_inTheBarAsInTheQuestion)
{
    const QString draft = draftOf(visitedBuilding(2));
    reject("invalid", "kind");
    ASSERT_TRUE(answering().run(m_me, draft, QStringLiteral("C-02"), perfectAnswer("C-02")).ok());
    SyncPage &page = open("rejected");
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("when this one is given up, that goes with it")))
        << qPrintable(messagesOf(page));
    click(part<QPushButton>(*part<QWidget>(page, "rejectedPane"), "giveUp"));
    EXPECT_TRUE(
        part<QLabel>(page, "question")->text().contains(QStringLiteral("1 other change goes with it, because")) ||
        wordsOf(page).contains(QStringLiteral("1 other change goes with it, because")));
}

} // namespace
} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sync page and the pill: what waits, what is rejected, what is in conflict, and what a person does about it.
#include "tests/ui/support/deskfixture.h"

#include "core/workflow/buildings.h"
#include "core/workflow/inspections.h"
#include "core/workflow/reviews.h"
#include "ui/pages/sync/rejectedpane.h"
#include "ui/pages/sync/syncpage.h"
#include "ui/text/syncwords.h"
#include "ui/widgets/choicecard.h"

#include <QComboBox>
#include <QFileDialog>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

QJsonObject sides(const QJsonValue &base, const QJsonValue &server, const QJsonValue &client)
{
    return {{QStringLiteral("base"), base}, {QStringLiteral("server"), server}, {QStringLiteral("client"), client}};
}

class SyncPageTest : public DeskFixture
{
protected:
    std::unique_ptr<SyncPage> m_page;
    QString m_id;

    void SetUp() override
    {
        DeskFixture::SetUp();
        m_id = building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Old mill")}});
    }
    void TearDown() override { leave(m_page); }

    SyncPage &open(const char *tab = "waiting") { return open(m_me, tab); }
    SyncPage &open(const Actor &actor, const char *tab)
    {
        leave(m_page);
        m_page = std::make_unique<SyncPage>(services(actor));
        m_page->resize(1366, 640);
        m_page->choose(QLatin1String(tab));
        present(*m_page);
        return *m_page;
    }
    void edit(const char *path, const QJsonValue &value)
    {
        const Record before = m_records->require(Entity::Building, m_id).value();
        QJsonObject after = before.fields;
        setValueAt(after, QLatin1String(path), value);
        ChangeSet changes(*m_workspace, m_me);
        ASSERT_TRUE(changes.update(before, after).ok());
        ASSERT_TRUE(changes.commit().ok());
    }
    void reject(const char *code = "invalid", const char *field = "name")
    {
        ASSERT_TRUE(m_outbox
                        ->settle(owed().last().position, OutboxState::Dead, Outcome::Rejected, QLatin1String(code),
                                 QLatin1String(field), QStringLiteral("words for experts"), m_clock.now())
                        .ok());
    }
    QString conflict(const QJsonObject &fields, const QString &author = {})
    {
        return put(Entity::Conflict, {{QStringLiteral("entity"), QStringLiteral("building")},
                                      {QStringLiteral("record"), m_id},
                                      {QStringLiteral("author"), author.isEmpty() ? m_me.accountId : author},
                                      {QStringLiteral("op_id"), m_ids.next()},
                                      {QStringLiteral("made_at"), QStringLiteral("2026-11-24T08:00:00.000Z")},
                                      {QStringLiteral("fields"), fields},
                                      {QStringLiteral("state"), QStringLiteral("open")}});
    }
    QString twoFields()
    {
        return conflict({{QStringLiteral("name"),
                          sides(QStringLiteral("Mill"), QStringLiteral("Old mill"), QStringLiteral("My mill"))},
                         {QStringLiteral("storeys"), sides(1, 2, 3)}});
    }
    ChoiceCard *card(const char *name) { return part<ChoiceCard>(*m_page, name); }
    QString nameNow() { return text(Entity::Building, m_id, "name"); }
};

TEST_F(SyncPageTest, showsWhatWaitsByRecord)
{
    const QString draft = draftOf(m_id);
    ASSERT_TRUE(answering().run(m_me, draft, QStringLiteral("C-02"), perfectAnswer("C-02")).ok());
    SyncPage &page = open();
    EXPECT_NE(buttonSaying(page, QStringLiteral("Waiting 2")), nullptr) << "changes, as the pill counts them";
    EXPECT_EQ(part<QTableView>(page, "outboxTable")->model()->rowCount(), 1) << "in one record";
    click(part<QPushButton>(page, "syncNow"));
    EXPECT_EQ(m_sync.asked, 1);
}

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
    const auto next = StartInspection(*m_workspace, markaz::test::standard()).reopen(m_me, first);
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

TEST_F(SyncPageTest, whatWasTriedOnce_waits_unlessARequestIsUnderWay)
{
    edit("name", QStringLiteral("My mill"));
    ASSERT_TRUE(m_outbox->markSent({owed().first().position}).ok());
    SyncPage &page = open();
    const auto state = [&page] {
        return part<QTableView>(page, "outboxTable")->model()->index(0, OutboxModel::StateColumn).data().toString();
    };
    SyncSnapshot s;
    s.trouble = SyncSnapshot::Trouble::NotReached;
    s.waiting = 1;
    m_sync.set(s);
    EXPECT_EQ(state(), QStringLiteral("Waits"));
    s.trouble = SyncSnapshot::Trouble::None;
    s.phase = SyncSnapshot::Phase::Sending;
    m_sync.set(s);
    EXPECT_EQ(state(), QStringLiteral("On its way"));
}

TEST_F(SyncPageTest, theSameTroubleAgain_hasTheTimeOfTheLastRun)
{
    SyncPage &page = open();
    SyncSnapshot s;
    s.trouble = SyncSnapshot::Trouble::NotReached;
    s.troubleSince = m_clock.now();
    m_sync.set(s);
    const QString before = part<QLabel>(page, "lastErrors")->text();
    EXPECT_TRUE(before.contains(QStringLiteral("14:00"))) << qPrintable(before);
    m_clock.set(m_clock.now().addSecs(900));
    Q_EMIT m_sync.runFinished(false);
    const QString after = part<QLabel>(page, "lastErrors")->text();
    EXPECT_TRUE(after.contains(QStringLiteral("14:15"))) << qPrintable(after);
    EXPECT_FALSE(after.contains(QStringLiteral("14:00"))) << "said once";
}

TEST_F(SyncPageTest, aFileThatIsSent_isNoRest)
{
    SyncSnapshot s;
    s.files.waitingUp = 1;
    s.files.currentSize = 1000;
    m_sync.set(s);
    SyncPage &page = open();
    EXPECT_EQ(part<QLabel>(page, "engineNow")->text(), QStringLiteral("Sending a file."));
    EXPECT_FALSE(wordsOf(page).contains(QStringLiteral("Every change on this laptop is on the server")));
}

TEST_F(SyncPageTest, aDecidedConflict_isSettledInTheHistory_andCellsTellAllOnHover)
{
    edit("name", QStringLiteral("My mill"));
    const OutboxRow row = owed().first();
    ASSERT_TRUE(
        m_outbox->settle(row.position, OutboxState::Acknowledged, Outcome::Conflict, {}, {}, {}, m_clock.now()).ok());
    QJsonObject fields{{QStringLiteral("entity"), QStringLiteral("building")},
                       {QStringLiteral("record"), m_id},
                       {QStringLiteral("author"), m_me.accountId},
                       {QStringLiteral("op_id"), row.change.opId},
                       {QStringLiteral("made_at"), QStringLiteral("2026-11-24T08:00:00.000Z")},
                       {QStringLiteral("fields"), QJsonObject()},
                       {QStringLiteral("state"), QStringLiteral("open")}};
    const QString id = put(Entity::Conflict, fields);
    SyncPage &page = open("history");
    const auto cell = [&page] {
        return part<QTableView>(page, "outboxTable")->model()->index(0, OutboxModel::StateColumn);
    };
    EXPECT_EQ(cell().data().toString(), QStringLiteral("In conflict"));
    EXPECT_TRUE(cell().data(Qt::ToolTipRole).toString().contains(QStringLiteral("In conflict")));
    fields.insert(QStringLiteral("state"), QStringLiteral("resolved"));
    put(Entity::Conflict, fields, id);
    page.reload();
    EXPECT_EQ(cell().data().toString(), QStringLiteral("Conflict settled"));
    page.choose(QStringLiteral("conflicts"));
    EXPECT_TRUE(wordsOf(page).contains(QStringLiteral("No conflict waits for a decision.")));
}

TEST_F(SyncPageTest, aBuildingThatGotAnotherCode_saysSoInTheHistory)
{
    BuildingEntry entry;
    entry.building = {{QStringLiteral("name"), QStringLiteral("Twin mill")},
                      {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                      {QStringLiteral("city"), markaz::test::cityOf("LHE").id},
                      {QStringLiteral("covered_area_sqft"), 9000},
                      {QStringLiteral("storeys"), 2}};
    const auto made = RegisterBuilding(*m_workspace, markaz::test::gazetteer()).run(m_me, entry);
    ASSERT_TRUE(made.ok()) << qPrintable(made.ok() ? QString() : made.error().detail);
    const QString asked = made->code().toString();
    ASSERT_TRUE(
        m_outbox->settle(owed().last().position, OutboxState::Acknowledged, Outcome::Merged, {}, {}, {}, m_clock.now())
            .ok());
    const auto reason = [this] {
        return part<QTableView>(*m_page, "outboxTable")->model()->index(0, OutboxModel::ReasonColumn).data().toString();
    };
    open("history");
    EXPECT_EQ(reason(), QString());
    QJsonObject fields = fieldsOf(Entity::Building, made->id());
    fields.insert(QStringLiteral("code"), QStringLiteral("LHE-0999"));
    put(Entity::Building, fields, made->id());
    open("history");
    EXPECT_TRUE(reason().contains(asked)) << qPrintable(reason());
    EXPECT_TRUE(reason().contains(QStringLiteral("LHE-0999")));
}

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

TEST_F(SyncPageTest, export_writesAFileOrSaysWhyNot)
{
    edit("name", QStringLiteral("Wrong mill"));
    reject();
    SyncPage &page = open();
    page.exportTo(m_dir.filePath(QStringLiteral("no-such-folder/changes.json")));
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("could not be written"))) << qPrintable(messagesOf(page));
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("The changes are kept on this laptop.")));
    click(part<QPushButton>(page, "exportOutbox"));
    auto *dialog = page.findChild<QFileDialog *>();
    ASSERT_NE(dialog, nullptr);
    const QString path = m_dir.filePath(QStringLiteral("changes.json"));
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("1 change is written to ") + path))
        << qPrintable(messagesOf(page));
    EXPECT_TRUE(markaz::test::contentOf(path).contains("Wrong mill"));
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

TEST_F(SyncPageTest, whatTheEngineDoesAndItsLastErrors_areTold)
{
    SyncPage &page = open();
    SyncSnapshot s;
    s.phase = SyncSnapshot::Phase::Sending;
    s.sent = 3;
    s.toSend = 12;
    m_sync.set(s);
    EXPECT_EQ(part<QLabel>(page, "engineNow")->text(), QStringLiteral("Sending: 3 of 12 changes are through."));
    s.phase = SyncSnapshot::Phase::Idle;
    s.trouble = SyncSnapshot::Trouble::NotReached;
    s.troubleSince = m_clock.now();
    s.nextRun = m_clock.now().addSecs(60);
    m_sync.set(s);
    EXPECT_EQ(part<QLabel>(page, "engineNow")->text(), QStringLiteral("Waits, and tries again at 14:01."));
    s.trouble = SyncSnapshot::Trouble::None;
    m_sync.set(s);
    EXPECT_EQ(part<QLabel>(page, "engineNow")->text(), QStringLiteral("At rest. Looks again at 14:01."));
    EXPECT_TRUE(
        part<QLabel>(page, "lastErrors")->text().contains(QStringLiteral("14:00 The server could not be reached.")))
        << "it mended by itself, and is still told";
}

TEST_F(SyncPageTest, eachTroubleIsToldWithWhatIsSafe)
{
    SyncPage page(services());
    page.resize(1366, 640);
    present(page);
    using Trouble = SyncSnapshot::Trouble;
    QStringList told;
    for (const Trouble trouble :
         {Trouble::Offline, Trouble::NotReached, Trouble::NotOurServer, Trouble::NotTrusted, Trouble::SignInNeeded,
          Trouble::ServerRefused, Trouble::ProgramTooOld, Trouble::StorageFailed}) {
        SyncSnapshot s;
        s.trouble = trouble;
        s.waiting = 12;
        m_sync.set(s);
        const QString words = messagesOf(page);
        EXPECT_TRUE(words.contains(trouble == Trouble::StorageFailed
                                       ? QStringLiteral("safe")
                                       : QStringLiteral("12 changes wait on this laptop")))
            << qPrintable(words);
        EXPECT_FALSE(told.contains(words));
        told.append(words);
    }
    SyncSnapshot s;
    s.trouble = Trouble::SignInNeeded;
    m_sync.set(s);
    QSignalSpy signIn(&page, &SyncPage::signInRequested);
    click(buttonSaying(page, QStringLiteral("Sign in")));
    EXPECT_EQ(signIn.count(), 1);
    m_sync.set({});
    EXPECT_EQ(messagesOf(page), QString());
}

TEST(PillContent, saysTheFirstThatHolds_ofTheLooksList)
{
    using Trouble = SyncSnapshot::Trouble;
    // Everything at once; then the upper troubles are taken away one by one.
    SyncSnapshot s;
    s.conflicts = 2;
    s.rejected = 1;
    s.waiting = 12;
    s.trouble = Trouble::SignInNeeded;
    s.phase = SyncSnapshot::Phase::Sending;
    s.sent = 3;
    s.toSend = 12;
    s.lastContact = QDateTime(QDate(2026, 11, 24), QTime(9, 5), Qt::UTC);
    s.troubleSince = QDateTime(QDate(2026, 11, 24), QTime(4, 10), Qt::UTC);
    const auto expect = [&](Status status, const char *words) {
        const SyncPillContent pill = pillContent(s);
        QString said = pill.words;
        for (const char16_t isolate : {u'\u2066', u'\u2067', u'\u2068', u'\u2069'})
            said.remove(QChar(isolate));
        EXPECT_EQ(said, QString::fromUtf8(words));
        EXPECT_EQ(pill.status, status) << words;
        EXPECT_FALSE(pill.icon.isEmpty()) << words;
    };
    expect(Status::Bad, "2 conflicts need you");
    s.conflicts = 0;
    expect(Status::Bad, "1 change was rejected");
    s.rejected = 0;
    expect(Status::Warn, "Sign in to send 12 changes");
    s.trouble = Trouble::Offline;
    expect(Status::Warn, "Offline, 12 changes wait on this laptop");
    s.trouble = Trouble::NotReached;
    expect(Status::Warn, "Server not reached since 09:10, 12 changes wait on this laptop");
    s.trouble = Trouble::NotOurServer;
    expect(Status::Warn, "Not the Markaz server since 09:10, 12 changes wait on this laptop");
    s.trouble = Trouble::NotTrusted;
    expect(Status::Warn, "Server not trusted since 09:10, 12 changes wait on this laptop");
    s.trouble = Trouble::ServerRefused;
    expect(Status::Warn, "Refused by the server since 09:10, 12 changes wait on this laptop");
    s.trouble = Trouble::ProgramTooOld;
    expect(Status::Warn, "This Markaz is too old to receive, 12 changes wait on this laptop");
    s.trouble = Trouble::StorageFailed;
    expect(Status::Bad, "This laptop’s disk cannot be written");
    s.trouble = Trouble::None;
    expect(Status::Info, "Sending 3 of 12 changes");
    s.phase = SyncSnapshot::Phase::Receiving;
    expect(Status::Info, "Receiving changes");
    s.phase = SyncSnapshot::Phase::Idle;
    expect(Status::Info, "12 changes wait on this laptop");
    s.held = 8;
    s.behind = 4;
    expect(Status::Warn, "12 changes wait for other records");
    s.waiting = 0;
    s.held = 0;
    s.behind = 0;
    s.lastContact = {};
    expect(Status::Neutral, "Not synced yet");
    s.lastContact = QDateTime(QDate(2026, 11, 24), QTime(9, 5), Qt::UTC);
    EXPECT_EQ(pillContent(s, true).words, QStringLiteral("Sample data, nothing is sent"));
    expect(Status::Ok, "Up to date, 14:05");
    s.conflicts = 1;
    expect(Status::Bad, "1 conflict needs you");
}

TEST_F(SyncPageTest, serversAuditThatIsAnother_isSaid)
{
    SyncPage &page = open();
    EXPECT_FALSE(messagesOf(page).contains(QStringLiteral("audit")));
    SyncSnapshot snapshot;
    snapshot.audit = SyncSnapshot::Audit::Contradicts;
    snapshot.auditSince = m_clock.now();
    m_sync.set(snapshot);
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("no longer the one that this laptop saw")))
        << qPrintable(messagesOf(page));
    snapshot.audit = SyncSnapshot::Audit::Restored;
    m_sync.set(snapshot);
    EXPECT_TRUE(messagesOf(page).contains(QStringLiteral("This is expected: the server was restored")))
        << qPrintable(messagesOf(page));
    m_sync.set({});
    EXPECT_FALSE(messagesOf(page).contains(QStringLiteral("audit")));
}

} // namespace
} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sync page and the pill: what waits, what went, what the engine does and what stands in the way.
#include "tests/ui/support/syncpagefixture.h"

namespace markaz::ui {
namespace {

using namespace test;

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

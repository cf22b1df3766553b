// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Each page of a desk over a real cache, in light, dark and Urdu: pictures under build/<preset>/gallery, and of each
// the checks of tests/ui/support/looks.h.
#include "tests/support/xlsx/formmaker.h"
#include "tests/ui/support/auditserver.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/fakecamera.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/support/officeserver.h"

#include "core/workflow/findings.h"
#include "ui/desk.h"
#include "ui/mainwindow.h"
#include "ui/models/inspectionsmodel.h"
#include "ui/pages/account/passwordpage.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/door/choosepassphrasepage.h"
#include "ui/pages/door/serverkeysheet.h"
#include "ui/pages/door/unlockpage.h"
#include "ui/pages/findings/findingspage.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/signinpage.h"
#include "ui/pages/standards/standardspage.h"
#include "ui/pages/sync/syncpage.h"
#include "ui/text/accountwords.h"
#include "ui/text/syncwords.h"
#include "ui/text/unlockwords.h"
#include "ui/widgets/codes/codepicker.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/topbar.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class PageGallery : public DeskFixture, public testing::WithParamInterface<Look>
{
protected:
    QString m_plaza;
    QString m_draft;
    QString m_submitted;

    void SetUp() override
    {
        DeskFixture::SetUp();
        account(m_inspector, "sample.inspector", "Sample Inspector", "inspector");
        account(m_officer, "sample.officer", "Sample Officer", "officer");
        m_me.displayName = QStringLiteral("Sample Inspector");
        m_chief.displayName = QStringLiteral("Sample Officer");
        const QJsonObject facts = samples::context(1).building;
        const QJsonObject rest{
            {QStringLiteral("name"), QStringLiteral("Sample trade centre, floors two and three")},
            {QStringLiteral("address"), QStringLiteral("14 Sample Road, near the old railway workshop")},
            {QStringLiteral("notes"), QStringLiteral("Two floors are locked; the caretaker has the keys.")}};
        m_plaza = building("LHE", 12, with(facts, rest));
        const QString second = building("LHE", 13, facts);
        const QString third = building("LHE", 14, facts);
        const QString fourth = building("LHE", 15, facts);
        assignment(m_plaza, "open", {{QStringLiteral("due"), QStringLiteral("2026-11-20")}});
        assignment(second, "open", {{QStringLiteral("due"), QStringLiteral("2026-11-24")}});
        assignment(third, "open", {{QStringLiteral("due"), QStringLiteral("2026-11-27")}});
        auto answers = perfect();
        samples::makeFail(answers, markaz::test::standard(), QStringLiteral("C-02"), 1);
        for (const char *code : {"C-07", "C-08", "E-05", "G-02", "I-01"})
            answers.remove(QLatin1String(code));
        answers.insert(QStringLiteral("C-16"),
                       Answer::notApplicable(QStringLiteral("No lift in this building")).value());
        m_draft = draftWith(m_plaza, answers);
        m_submitted = submitted(second);
        const QString returned = submitted(fourth);
        const auto review =
            ReviewInspection(*m_workspace)
                .run(m_chief, returned, QStringLiteral("return"),
                     QStringLiteral(
                         "Please take the speed tests again at 20:00, the reading looks like the one of 10:00."),
                     {});
        EXPECT_TRUE(review.ok());
        for (int i = 20; i < 60; ++i)
            building("FSD", i, facts);
        SyncSnapshot snapshot;
        snapshot.trouble = SyncSnapshot::Trouble::Offline;
        snapshot.waiting = 12;
        snapshot.server = QStringLiteral("http://127.0.0.1:8480");
        m_sync.set(snapshot);
    }

    /// A conflict about a building, and a rejected change of it with another behind.
    void disagree()
    {
        const auto sides = [](const QJsonValue &base, const QJsonValue &server, const QJsonValue &client) {
            return QJsonObject{
                {QStringLiteral("base"), base}, {QStringLiteral("server"), server}, {QStringLiteral("client"), client}};
        };
        put(Entity::Conflict,
            {{QStringLiteral("entity"), QStringLiteral("building")},
             {QStringLiteral("record"), m_plaza},
             {QStringLiteral("author"), m_me.accountId},
             {QStringLiteral("op_id"), m_ids.next()},
             {QStringLiteral("made_at"), QStringLiteral("2026-11-24T08:52:00.000Z")},
             {QStringLiteral("fields"),
              QJsonObject{{QStringLiteral("covered_area_sqft"), sides(2900, 2980, 3150)},
                          {QStringLiteral("condition"),
                           sides(QJsonValue::Null, QStringLiteral("fair"), QStringLiteral("good"))},
                          {QStringLiteral("latitude_e6"), sides(QJsonValue::Null, 31'520'370, 31'522'900)},
                          {QStringLiteral("longitude_e6"), sides(QJsonValue::Null, 74'358'700, 74'361'200)}}},
             {QStringLiteral("state"), QStringLiteral("open")}});
        const auto edit = [this](const QString &path, const QJsonValue &value) {
            const auto before = m_records->require(Entity::Building, m_plaza);
            QJsonObject after = before->fields;
            setValueAt(after, path, value);
            ChangeSet changes(*m_workspace, m_me);
            EXPECT_TRUE(changes.update(*before, after).ok());
            EXPECT_TRUE(changes.commit().ok());
        };
        edit(QStringLiteral("year_built"), 2025);
        EXPECT_TRUE(m_outbox
                        ->settle(owed().last().position, OutboxState::Dead, Outcome::Rejected,
                                 QStringLiteral("invalid"), QStringLiteral("year_built"),
                                 QStringLiteral("lies after idle_since"), m_clock.now())
                        .ok());
        edit(QStringLiteral("notes"), QStringLiteral("The caretaker opens at nine."));
    }

    void check(MainWindow &window, const QString &page) { checkPicture(window, page, std::get<0>(GetParam())); }
};

TEST_P(PageGallery, inspectorsPages_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(),
              {{QStringLiteral("sample.officer"), QStringLiteral("Sample Officer, regional officer")}});
    window.resize(1366, 690);
    present(window);
    check(window, QStringLiteral("work"));
    QTest::keyClick(window.frame(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(frame->topBar()->search(), QStringLiteral("LHE-001"));
    ASSERT_TRUE(QTest::qWaitFor([&window] { return part<QWidget>(window, "searchPopup")->isVisible(); }));
    check(window, QStringLiteral("search"));
    QTest::keyClick(frame->topBar()->search(), Qt::Key_Escape);
    frame->page(QStringLiteral("work"))->setFocus();
    click(part<QPushButton>(*frame->page(QStringLiteral("work")), "visitNotPossible"));
    auto *visit = frame->page(QStringLiteral("visit"));
    part<QAbstractButton>(*visit, "outcome.owner_absent")->click();
    check(window, QStringLiteral("visit"));
    click(buttonSaying(*visit, QCoreApplication::translate("markaz::ui::VisitPage", "Back")));
    frame->showPage(QStringLiteral("buildings"));
    check(window, QStringLiteral("buildings"));
    static_cast<BuildingsPage *>(frame->page(QStringLiteral("buildings")))->showBuilding(m_plaza);
    check(window, QStringLiteral("building"));
    click(part<QPushButton>(window, "editBuilding"));
    check(window, QStringLiteral("building-form"));
    frame->showPage(QStringLiteral("inspections"));
    check(window, QStringLiteral("inspections"));
    desk.openInspection(m_draft);
    QTest::keyClick(frame->page(QStringLiteral("inspection")), Qt::Key_F);
    check(window, QStringLiteral("inspection"));
    click(part<QPushButton>(window, "reviewAndSubmit"));
    check(window, QStringLiteral("submit"));
    frame->showPage(QStringLiteral("sync"));
    check(window, QStringLiteral("sync"));
    auto *sync = static_cast<SyncPage *>(frame->page(QStringLiteral("sync")));
    disagree();
    sync->choose(QStringLiteral("conflicts"));
    part<QAbstractButton>(*sync, "mine.covered_area_sqft")->click();
    check(window, QStringLiteral("sync-conflict"));
    sync->choose(QStringLiteral("rejected"));
    check(window, QStringLiteral("sync-rejected"));
    click(part<QPushButton>(*sync, "giveUp"));
    check(window, QStringLiteral("sync-give-up"));
}

/// A building with a visit that was handed in, C-02 and E-05 failing, findings of all states, and its follow-up begun.
TEST_P(PageGallery, findingsAndFollowUp_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    const QString house = building("LHE", 16, samples::context(1).building);
    auto answers = perfect();
    for (const char *code : {"C-02", "E-05"})
        samples::makeFail(answers, markaz::test::standard(), QLatin1String(code), 1);
    const QString visit = draftWith(house, answers);
    ASSERT_TRUE(RaiseFinding(*m_workspace, m_standards)
                    .run(m_me, visit, QStringLiteral("C-02"),
                         {Severity::Critical,
                          QStringLiteral("The rear exit is locked during hours, the key is with the caretaker."),
                          QStringLiteral("Owner"), QDate(2026, 12, 24)})
                    .ok());
    ASSERT_TRUE(submitting().run(m_me, visit, QStringLiteral("done")).ok());
    const auto more = [&](const char *item, const char *severity, const char *state, const char *due) {
        QJsonObject fields{{QStringLiteral("inspection"), m_submitted},
                           {QStringLiteral("building"), m_plaza},
                           {QStringLiteral("item"), QLatin1String(item)},
                           {QStringLiteral("severity"), QLatin1String(severity)},
                           {QStringLiteral("description"), QStringLiteral("The handrail ends before the last step.")},
                           {QStringLiteral("responsible"), QStringLiteral("Contractor of the owner")},
                           {QStringLiteral("due"), QLatin1String(due)},
                           {QStringLiteral("state"), QLatin1String(state)},
                           {QStringLiteral("author"), m_inspector},
                           {QStringLiteral("made_at"), QStringLiteral("2026-10-01T09:00:00.000Z")}};
        if (qstrcmp(state, "waived") == 0)
            fields.insert(QStringLiteral("state_reason"), QStringLiteral("That wing is closed and stays closed."));
        return put(Entity::Finding, fields);
    };
    const QString overdue = more("C-07", "major", "open", "2026-11-20");
    more("C-04", "critical", "fixed", "2026-11-28");
    const QString waived = more("G-02", "minor", "waived", "2026-11-12");
    more("I-01", "minor", "verified", "2026-11-01");
    MainWindow window;
    MainFrame *frame = window.frame();
    window.resize(1366, 690);
    present(window);
    {
        Desk desk(*frame, services(m_chief), {});
        frame->showPage(QStringLiteral("findings"));
        auto *page = static_cast<FindingsPage *>(frame->page(QStringLiteral("findings")));
        check(window, QStringLiteral("findings"));
        page->showFinding(overdue);
        check(window, QStringLiteral("finding"));
        click(part<QPushButton>(window, "waiveFinding"));
        check(window, QStringLiteral("finding-waive"));
        click(part<QPushButton>(window, "editFinding"));
        check(window, QStringLiteral("finding-edit"));
        page->showFinding(waived);
        check(window, QStringLiteral("finding-waived"));
    }
    MainWindow field;
    Desk desk(*field.frame(), services(), {});
    field.resize(1366, 690);
    present(field);
    m_clock.advance(qint64(10) * 24 * 3600 * 1000);
    field.frame()->showPage(QStringLiteral("buildings"));
    static_cast<BuildingsPage *>(field.frame()->page(QStringLiteral("buildings")))->showBuilding(house);
    check(field, QStringLiteral("building-follow-up"));
    desk.openInspection(m_draft);
    auto *inspection = static_cast<InspectionPage *>(field.frame()->page(QStringLiteral("inspection")));
    inspection->goToItem(QStringLiteral("C-02"));
    click(part<QPushButton>(field, "raiseFinding"));
    check(field, QStringLiteral("inspection-finding"));
    desk.startInspection(house, QStringLiteral("follow_up"), {});
    check(field, QStringLiteral("follow-up"));
    QTest::keyClick(inspection, Qt::Key_Y);
    click(part<QPushButton>(field, "reviewAndSubmit"));
    check(field, QStringLiteral("follow-up-submit"));
}

TEST_P(PageGallery, officersPages_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    frame->showPage(QStringLiteral("inspections"));
    auto *table = part<QAbstractItemView>(window, "inspectionsTable");
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data(InspectionsModel::IdRole).toString() == m_submitted)
            table->setCurrentIndex(table->model()->index(row, 0));
    }
    QTest::keyClick(table, Qt::Key_Return);
    check(window, QStringLiteral("review"));
}

TEST_P(PageGallery, auditorsPage_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    AuditServer server;
    server.contradictions = 1; // the longest words
    Services all = services(m_auditor);
    all.administration = &server;
    Desk desk(*window.frame(), all, {});
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("audit"));
    server.answer();
    check(window, QStringLiteral("audit"));
}

TEST_P(PageGallery, administratorsPage_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    FakeOffice office;
    const Actor admin{QStringLiteral("0190f000-0000-7000-8000-000000000002"),
                      QStringLiteral("sample.administrator"),
                      QStringLiteral("Sample Administrator"),
                      markaz::Role::Administrator,
                      {QStringLiteral("PK-PB"), QStringLiteral("PK-SD"), QStringLiteral("PK-KP")}};
    const auto entry = [](const Actor &account, const char *contact) {
        protocol::AccountEntry made;
        made.account = account;
        made.hasPassword = true;
        made.createdAt = QStringLiteral("2026-11-01T08:00:00.000Z");
        made.lastContact = QLatin1String(contact);
        return made;
    };
    office.accounts = {entry(m_me, "2026-11-24T07:00:00.000Z"), entry(m_chief, "2026-11-23T11:30:00.000Z"),
                       entry(admin, "2026-11-24T08:00:00.000Z")};
    office.accounts[1].active = false;
    const auto laptop = [this](int number, protocol::DeviceState state) {
        return protocol::DeviceEntry{
            QStringLiteral("0190f000-0000-7000-8000-0000000000d%1").arg(number),
            m_me.accountId,
            QStringLiteral("sample laptop %1").arg(number),
            QStringLiteral("2026-11-02T08:00:00.000Z"),
            QStringLiteral("2026-11-24T07:00:00.000Z"),
            state,
            state == protocol::DeviceState::Active ? QString() : QStringLiteral("2026-11-23T08:00:00.000Z")};
    };
    office.devices = {laptop(1, protocol::DeviceState::Active), laptop(2, protocol::DeviceState::Revoked)};
    Services all = services(admin);
    all.administration = &office;
    Desk desk(*window.frame(), all, {});
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("accounts"));
    office.answer();
    QCoreApplication::processEvents();
    check(window, QStringLiteral("accounts"));
    auto *revoke = window.findChild<QPushButton *>(QStringLiteral("revoke-") + office.devices.first().id);
    ASSERT_NE(revoke, nullptr);
    revoke->click(); // asks once more
    QCoreApplication::processEvents();
    check(window, QStringLiteral("accounts-revoke"));
    window.findChild<QPushButton *>(QStringLiteral("makeCode"))->click();
    office.answer();
    QCoreApplication::processEvents();
    check(window, QStringLiteral("accounts-code"));
    window.findChild<QPushButton *>(QStringLiteral("addAccount"))->click();
    QCoreApplication::processEvents();
    check(window, QStringLiteral("accounts-new"));
    window.frame()->showPage(QStringLiteral("standards"));
    check(window, QStringLiteral("standards"));
    QList<samples::MadeSheet> form = samples::smallForm();
    samples::MadeSheet &survey = samples::sheetIn(form, "survey");
    samples::cellIn(survey, 3, "label::Urdu") = "";
    samples::cellIn(survey, 4, "type") = "select_multiple kinds";
    samples::cellIn(survey, 5, "relevant") = "${A-09} = 'yes'";
    samples::cellIn(survey, 5, "weight") = samples::MadeCell(samples::MadeCell::Kind::Unsaved, QString());
    samples::cellIn(samples::sheetIn(form, "choices"), 5, "credit") = "most";
    survey.append({"note", "hello", "Welcome"});
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sample-standard-2.xlsx")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(samples::workbookOf(form));
    file.close();
    auto *standards = static_cast<StandardsPage *>(window.frame()->page(QStringLiteral("standards")));
    QSignalSpy checked(standards, &StandardsPage::checked);
    standards->checkFile(file.fileName());
    ASSERT_TRUE(checked.wait());
    check(window, QStringLiteral("standards-faults"));
}

TEST_P(PageGallery, signIn_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    auto *page = new SignInPage;
    window.setCentralWidget(page);
    page->setServer(QStringLiteral("http://127.0.0.1:8480"));
    page->setNotice(leftWaiting(m_sync.snapshot())); // as the program says it
    page->setMayContinueOffline(true);
    page->showError({ErrorCode::Unauthenticated, {}, {}});
    window.resize(1366, 690);
    present(window);
    check(window, QStringLiteral("sign-in"));
    page->showError({ErrorCode::Refused, QStringLiteral("device_unknown"), {}});
    part<QLineEdit>(*page, "accountName")->setText(QStringLiteral("a.khan"));
    part<QLineEdit>(*page, "chosenPassword")->setText(QStringLiteral("sample"));
    check(window, QStringLiteral("set-up-laptop"));
    page->showError({ErrorCode::Unauthenticated, {}, {}}); // the longest words
    check(window, QStringLiteral("set-up-laptop-refused"));
}

TEST_P(PageGallery, aServerThatIsNotTrusted_andItsKeys_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    auto *page = new SignInPage;
    window.setCentralWidget(page);
    page->setServer(QStringLiteral("https://markaz.example"));
    page->setAccount(QStringLiteral("a.khan"));
    const Error met{ErrorCode::NotTrusted,
                    QStringLiteral("SHA-256 ") + QStringList(32, QStringLiteral("A7")).join(QLatin1Char(':')),
                    QStringLiteral("tls.pin")};
    page->showError(met);
    window.resize(1366, 690);
    present(window);
    check(window, QStringLiteral("sign-in-not-trusted"));
    FakeCamera camera;
    page->setCamera(&camera);
    page->setCode({});
    page->showError(met); // the longest words there are
    check(window, QStringLiteral("set-up-laptop-not-trusted"));
    EXPECT_GE(part<QLineEdit>(*page, "chosenPassword")->height(), 28) << "scrolled, not pressed flat";
    Q_EMIT part<CodePicker>(*page, "codePicker")->failed({ErrorCode::NotFound, {}, QStringLiteral("code.none")});
    check(window, QStringLiteral("set-up-laptop-no-code"));
    const ServerKeySheet sheet(
        {QStringLiteral("https://markaz.example"),
         {QStringLiteral("sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
          QStringLiteral("sha256//ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD")},
         met.where,
         met.detail},
        [](const QString &pin) { return pin.endsWith(QLatin1Char('=')); }, page);
    check(window, QStringLiteral("server-keys"));
}

TEST_P(PageGallery, thePagesBeforeTheDesk_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    auto *choose = new ChoosePassphrasePage(QStringLiteral("sample.inspector"), false);
    window.setCentralWidget(choose);
    part<QLineEdit>(*choose, "newPassphrase")->setText(QStringLiteral("sample"));
    window.resize(1366, 690);
    present(window);
    check(window, QStringLiteral("choose-passphrase"));
    auto *unlock = new UnlockPage(QStringLiteral("sample.inspector"));
    window.setCentralWidget(unlock);
    unlock->tell(QStringLiteral("locked"),
                 {Status::Info, lockedSentence(LockReason::Idle, std::chrono::minutes(15)), {}, {}, false});
    check(window, QStringLiteral("unlock"));
    unlock->showError({ErrorCode::Unauthenticated, {}, {}});
    unlock->setWait(std::chrono::seconds(8));
    click(part<QPushButton>(*unlock, "forgotten"));
    check(window, QStringLiteral("unlock-forgotten"));
}

TEST_P(PageGallery, thePassphrasesPage_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    Desk desk(*window.frame(), services(), {});
    desk.setKeyring(true);
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("passphrase"));
    desk.passphraseChanged({}, std::chrono::seconds(0));
    check(window, QStringLiteral("passphrase"));
    window.frame()->showPage(QStringLiteral("password"));
    auto *password = static_cast<PasswordPage *>(window.frame()->page(QStringLiteral("password")));
    password->messages()->post(
        QStringLiteral("password"),
        {Status::Bad, accountwords::passwordRefusal({ErrorCode::NetworkTimeout, {}, {}}), {}, {}, true});
    check(window, QStringLiteral("password"));
}

TEST_P(PageGallery, afterFourteenDaysAlone_theDeskIsWholeAndSaysWhy)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    Services alone = services();
    alone.reading = Reading::TooLongAlone;
    Desk desk(*window.frame(), alone, {});
    window.resize(1366, 690);
    present(window);
    check(window, QStringLiteral("closed"));
    window.frame()->showPage(QStringLiteral("buildings"));
    EXPECT_EQ(window.findChild<BuildingsPage *>(), nullptr);
    desk.openInspection(m_submitted);
    EXPECT_NE(window.frame()->current(), QStringLiteral("inspection")) << "submitted, so it is no open work";
    EXPECT_FALSE(messagesOf(window).isEmpty());
    desk.openInspection(m_draft);
    EXPECT_EQ(window.frame()->current(), QStringLiteral("inspection"));
    window.frame()->showPage(QStringLiteral("work"));
    click(part<QPushButton>(window, qPrintable(QStringLiteral("building.") + m_plaza)));
    EXPECT_EQ(window.frame()->current(), QStringLiteral("building-form"));
}

INSTANTIATE_TEST_SUITE_P(Themes, PageGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui

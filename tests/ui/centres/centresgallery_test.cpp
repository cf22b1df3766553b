// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The centres, one of them and their forms, in light, dark and Urdu.
#include "tests/ui/centres/centresfixture.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include "ui/pages/buildings/importpage.h"
#include "ui/pages/sync/syncpage.h"

namespace markaz::ui {
namespace {

using namespace test;

class CentresGallery : public CentresFixture, public testing::WithParamInterface<Look>
{
};

TEST_P(CentresGallery, centres_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    m_chief.displayName = QStringLiteral("Sample Officer");
    account(m_officer, "sample.officer", "Sample Officer", "officer");
    const QString id = centre(certified(1, {{QStringLiteral("surveillance_due"), QStringLiteral("2026-12-02")}}),
                              "Sample Allama Iqbal Freelancing Centre",
                              {{QStringLiteral("contact_agreed_at"), QStringLiteral("2026-11-20T09:00:00.000Z")}});
    const int taken[] = {10, 16, 22, 27, 33, 37, 41, 45, 48};
    for (int i = 0; i < 9; ++i) {
        if (i != 4)
            month(id, qPrintable(QStringLiteral("2026-%1").arg(i + 2, 2, 10, QLatin1Char('0'))), taken[i],
                  taken[i] / 5);
    }
    struct Other
    {
        const char *name;
        const char *until;
        const char *surveillance;
        const char *state;
        int rate;
        int taken;
    };
    const Other others[] = {{"Sample Canal Bank Centre", "2026-12-20", "2027-06-01", "issued", 380'000, 60},
                            {"Sample Charbagh Centre", "2028-01-19", "2026-11-16", "issued", 345'000, 44},
                            {"Sample Gulshan Centre", "2028-01-19", "2027-06-01", "issued", 425'000, 66},
                            {"Sample Mall Road Centre", "2028-01-19", "2027-06-01", "suspended", 300'000, 12},
                            {"Sample Shadman Centre", "2028-01-19", "2027-06-01", "issued", 310'000, 0}};
    int number = 1;
    for (const Other &other : others) {
        const QString one = centre(certified(++number,
                                             {{QStringLiteral("valid_until"), QLatin1String(other.until)},
                                              {QStringLiteral("surveillance_due"), QLatin1String(other.surveillance)}},
                                             other.state),
                                   other.name, {{QStringLiteral("seat_rate_paisa"), other.rate}});
        if (other.taken > 0)
            month(one, "2026-10", other.taken, other.taken / 4);
    }
    certified(20);
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    frame->showPage(QStringLiteral("centres"));
    checkPicture(window, QStringLiteral("centres"), name);
    auto *page = static_cast<CentresPage *>(frame->page(QStringLiteral("centres")));
    click(part<QPushButton>(*page, "openCentre"));
    checkPicture(window, QStringLiteral("centre-open"), name);
    click(part<QPushButton>(window, "cancelCentre"));
    settle();
    Q_EMIT page->centreRequested(id);
    auto *detail = static_cast<CentrePage *>(frame->page(QStringLiteral("centre")));
    part<QTableView>(*detail, "monthsTable")
        ->setCurrentIndex(part<QTableView>(*detail, "monthsTable")->model()->index(1, 0));
    checkPicture(window, QStringLiteral("centre"), name);
    click(part<QPushButton>(*detail, "recordMonth"));
    checkPicture(window, QStringLiteral("centre-month"), name);
    click(part<QPushButton>(window, "cancelMonth"));
    settle();
    frame->showPage(QStringLiteral("centres"));
    click(part<QPushButton>(*page, "importMonths"));
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sample-months.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("Centre;Month;Occupied seats;Freelancers;DG Skills;Other staff;Seat rate (Rs)\n"
               "LHE-0001;2026-11;53;41;34;12;3,200\n"
               "LHE-0002;2026-09;90;40;33;20;\n"
               "Sample Gulshan;2026-09;40;30;15;10;\n");
    file.close();
    auto *import = static_cast<ImportPage *>(frame->page(QStringLiteral("month-import")));
    QSignalSpy settled(import, &ImportPage::settled);
    import->takeFile(file.fileName());
    ASSERT_TRUE(settled.count() > 0 || settled.wait());
    checkPicture(window, QStringLiteral("centre-import"), name);
}

TEST_P(CentresGallery, withoutCentres_thePageSaysWhatComesNext)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    certified(1);
    MainWindow window;
    Desk desk(*window.frame(), services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("centres"));
    checkPicture(window, QStringLiteral("centres-none"), name);
}

TEST_P(CentresGallery, muchThatIsDue_andTheFormsThatChangeLittle_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    m_chief.displayName = QStringLiteral("Sample Officer");
    const QString id = centre(certified(1), "Sample Allama Iqbal Freelancing Centre",
                              {{QStringLiteral("opened_on"), QStringLiteral("2026-10-05")},
                               {QStringLiteral("contact_email"), QStringLiteral("amna@sample.invalid")},
                               {QStringLiteral("contact_agreed_at"), QStringLiteral("2026-11-20T09:00:00.000Z")}});
    month(id, "2026-10", 35, 5);
    month(id, "2026-11", 41, 6);
    const QString lapsed = centre(certified(2, {}, "suspended"), "Sample Canal Bank Centre");
    month(lapsed, "2026-10", 60, 12);
    for (int number = 3; number <= 6; ++number)
        centre(certified(number, {{QStringLiteral("surveillance_due"), QStringLiteral("2026-11-2%1").arg(number)}}),
               qPrintable(QStringLiteral("Sample Centre %1").arg(number)));
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    frame->showPage(QStringLiteral("centres"));
    auto *page = static_cast<CentresPage *>(frame->page(QStringLiteral("centres")));
    click(part<QPushButton>(*page, "allReminders"));
    checkPicture(window, QStringLiteral("centres-due"), name);
    Q_EMIT page->centreRequested(id);
    auto *detail = static_cast<CentrePage *>(frame->page(QStringLiteral("centre")));
    click(part<QPushButton>(*detail, "changeCentre"));
    checkPicture(window, QStringLiteral("centre-change"), name);
    click(part<QPushButton>(window, "cancelCentre"));
    settle();
    click(part<QPushButton>(*detail, "recordMonth"));
    checkPicture(window, QStringLiteral("centre-month-none"), name);
    click(part<QPushButton>(window, "cancelMonth"));
    settle();
    Q_EMIT page->centreRequested(lapsed);
    checkPicture(window, QStringLiteral("centre-lapsed"), name);
}

/// A contact that two entered, and a month that the server did not take.
TEST_P(CentresGallery, whatIsForAPersonToSettle_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    m_chief.displayName = QStringLiteral("Sample Officer");
    account(m_officer, "sample.officer", "Sample Officer", "officer");
    const QString agreed = QStringLiteral("2026-11-20T09:00:00.000Z");
    const QString id =
        centre(certified(1), "Sample Allama Iqbal Freelancing Centre", {{QStringLiteral("contact_agreed_at"), agreed}});
    const auto sides = [](const QJsonValue &server, const QJsonValue &client) {
        return QJsonObject{{QStringLiteral("base"), QJsonValue::Null},
                           {QStringLiteral("server"), server},
                           {QStringLiteral("client"), client}};
    };
    put(Entity::Conflict,
        {{QStringLiteral("entity"), QStringLiteral("centre")},
         {QStringLiteral("record"), id},
         {QStringLiteral("author"), m_officer},
         {QStringLiteral("op_id"), m_ids.next()},
         {QStringLiteral("made_at"), QStringLiteral("2026-11-24T08:52:00.000Z")},
         {QStringLiteral("fields"),
          QJsonObject{
              {QStringLiteral("contact_name"), sides(QStringLiteral("Sample Amna"), QStringLiteral("Sample Bilal"))},
              {QStringLiteral("contact_phone"), sides(QStringLiteral("042-1234567"), QStringLiteral("042-7654321"))},
              {QStringLiteral("contact_agreed_at"), sides(agreed, QJsonValue::Null)}}},
         {QStringLiteral("state"), QStringLiteral("open")}});
    ASSERT_TRUE(RecordOccupancy(*m_workspace)
                    .run(m_chief, id, {QStringLiteral("2026-10"), 70, 53, 41, 34, 12, 320'000, 1, 2, std::nullopt})
                    .ok());
    ASSERT_TRUE(m_outbox
                    ->settle(owed().last().position, OutboxState::Dead, Outcome::Rejected,
                             QStringLiteral("wrong_state"), QStringLiteral("centre"),
                             QStringLiteral("no certificate of the building was in force in 2026-10"), m_clock.now())
                    .ok());
    MainWindow window;
    Desk desk(*window.frame(), services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("sync"));
    auto *sync = static_cast<SyncPage *>(window.frame()->page(QStringLiteral("sync")));
    sync->choose(QStringLiteral("conflicts"));
    auto *other = sync->findChild<QAbstractButton *>(QStringLiteral("other.contact"));
    ASSERT_NE(other, nullptr) << "there is no room to enter a contact";
    other->click();
    checkPicture(window, QStringLiteral("centre-conflict"), name);
    sync->choose(QStringLiteral("rejected"));
    checkPicture(window, QStringLiteral("centre-rejected"), name);
}

INSTANTIATE_TEST_SUITE_P(Looks, CentresGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui

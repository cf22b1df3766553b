// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The centres and what leads to and from them, as an officer at the keyboard meets them.
#include "tests/ui/centres/centresfixture.h"

#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/buildings/buildingtabs.h"
#include "ui/pages/buildings/importpage.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/raildelegate.h"
#include "ui/widgets/frame/searchpopup.h"
#include "ui/widgets/frame/topbar.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QRegularExpression>

namespace markaz::ui {
namespace {

using namespace test;

class CentresPageTest : public CentresDesk
{
};

TEST_F(CentresPageTest, emptyPage_leadsToTheFirstCentre)
{
    certified(1);
    certified(2);
    open(m_chief);
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("No centre is open yet")));
    click(buttonSaying(*page(), QStringLiteral("Open a centre…")));
    auto *homes = part<QComboBox>(*m_frame, "centreBuilding");
    ASSERT_EQ(homes->count(), 2);
    homes->setFocus();
    QTest::keyClick(homes, Qt::Key_Down);
    EXPECT_EQ(part<QLabel>(*m_frame, "centreHint")->text(), QStringLiteral("Certified for 100 seats."));
    auto *save = part<QPushButton>(*m_frame, "saveCentre");
    EXPECT_FALSE(save->isEnabled());
    fillIn(part<QLineEdit>(*m_frame, "centreName"), QStringLiteral("Iqbal Centre"));
    setNumber("centreSeats", 101);
    fillIn(part<QLineEdit>(*m_frame, "centreRate"), QStringLiteral("4,500"));
    EXPECT_TRUE(part<QLabel>(*m_frame, "centreHint")->text().contains(QStringLiteral("above the programme's ceiling")))
        << "a warning, and no refusal";
    click(part<QCheckBox>(*m_frame, "amenity.parking"));
    fillIn(part<QLineEdit>(*m_frame, "centreContactPhone"), QStringLiteral("042-1234567"));
    click(save);
    EXPECT_TRUE(messagesOf(*m_frame).contains(QStringLiteral("more seats than the certificate allows")))
        << qPrintable(messagesOf(*m_frame));
    EXPECT_TRUE(owed().isEmpty());
    setNumber("centreSeats", 60);
    click(save);
    settle();
    ASSERT_EQ(owed().size(), 1) << qPrintable(messagesOf(*m_frame));
    EXPECT_EQ(m_frame->current(), QStringLiteral("centre"));
    EXPECT_TRUE(wordsOf(*detail()).contains(QStringLiteral("Iqbal Centre")));
    m_frame->showPage(QStringLiteral("centres"));
    EXPECT_EQ(names(), QStringList{QStringLiteral("Iqbal Centre")});
    EXPECT_EQ(cellAt(0, CentresModel::Rate), QStringLiteral("Rs 4,500 (above)"));
}

TEST_F(CentresPageTest, table_isAModelThatSortsAndFilters)
{
    const QString first = centre(certified(1), "Beta", {{QStringLiteral("seats"), 30}});
    centre(certified(2, {{QStringLiteral("valid_until"), QStringLiteral("2026-12-24")}}), "Alpha");
    centre(certified(3, {}, "suspended"), "Gamma", {{QStringLiteral("seat_rate_paisa"), 410'000}});
    month(first, "2026-10", 35, 5);
    open(m_chief);
    const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Alpha"), QStringLiteral("Beta"), QStringLiteral("Gamma")}));
    EXPECT_EQ(cellAt(0, CentresModel::Certificate), QStringLiteral("Ends in 30 days"));
    EXPECT_EQ(cellAt(1, CentresModel::Certificate), QStringLiteral("In force"));
    EXPECT_EQ(cellAt(2, CentresModel::Certificate), QStringLiteral("Suspended"));
    EXPECT_EQ(cellAt(1, CentresModel::Occupancy), QStringLiteral("Oct 2026, 50 %"));
    EXPECT_EQ(cellAt(0, CentresModel::Occupancy), QStringLiteral("Nothing reported"));
    table()->sortByColumn(CentresModel::Seats, Qt::AscendingOrder);
    EXPECT_EQ(names().first(), QStringLiteral("Beta"));
    table()->sortByColumn(CentresModel::Rate, Qt::DescendingOrder);
    EXPECT_EQ(names().first(), QStringLiteral("Gamma"));
    type(part<QLineEdit>(*page(), "centresSearch"), QStringLiteral("LHE-0002"));
    EXPECT_EQ(names(), QStringList{QStringLiteral("Alpha")});
}

TEST_F(CentresPageTest, whatIsDue_standsOnTopTheOverdueFirstAndLeadsToTheCentre)
{
    centre(certified(1, {{QStringLiteral("surveillance_due"), QStringLiteral("2026-12-10")}}), "Soon");
    const QString late =
        centre(certified(2, {{QStringLiteral("surveillance_due"), QStringLiteral("2026-11-20")}}), "Late");
    centre(certified(3), "Quiet");
    open(m_chief);
    auto *due = part<QWidget>(*page(), "centreReminders");
    ASSERT_TRUE(due->isVisible());
    const QString words = wordsOf(*due);
    EXPECT_TRUE(words.contains(QStringLiteral("1 overdue, 1 within 60 days"))) << qPrintable(words);
    EXPECT_LT(words.indexOf(QStringLiteral("was due on 20 Nov 2026")),
              words.indexOf(QStringLiteral("is due on 10 Dec 2026")));
    EXPECT_FALSE(words.contains(QStringLiteral("Quiet")));
    click(buttonSaying(*due, QStringLiteral("Late, Lahore")));
    EXPECT_EQ(m_frame->current(), QStringLiteral("centre"));
    EXPECT_EQ(detail()->centreId(), late);
}

/// From the building to its centre, to the certificate and to the centre again; Back leads out where one came in.
TEST_F(CentresPageTest, buildingAndCertificate_leadToTheCentreAndBack)
{
    const QString home = certified(1);
    const QString id = centre(home, "Iqbal Centre");
    open(m_chief);
    m_frame->showPage(QStringLiteral("buildings"));
    auto *buildings = static_cast<BuildingsPage *>(m_frame->page(QStringLiteral("buildings")));
    buildings->showBuilding(home);
    auto *tabs = buildings->findChild<BuildingTabs *>();
    ASSERT_NE(tabs, nullptr);
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i).startsWith(QLatin1String("Certificates")))
            tabs->setCurrentIndex(i);
    }
    EXPECT_TRUE(wordsOf(*tabs).contains(QStringLiteral("Iqbal Centre")));
    const auto buttons = tabs->findChildren<QPushButton *>();
    const auto way = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->accessibleName() == QLatin1String("Open the centre Iqbal Centre");
    });
    ASSERT_NE(way, buttons.end());
    click(*way);
    ASSERT_EQ(m_frame->current(), QStringLiteral("centre"));
    EXPECT_EQ(detail()->centreId(), id);
    for (int round = 0; round < 2; ++round) {
        click(part<QPushButton>(*detail(), "openCertificateOfCentre"));
        ASSERT_EQ(m_frame->current(), QStringLiteral("certificate"));
        auto *certificate = static_cast<CertificatePage *>(m_frame->page(QStringLiteral("certificate")));
        click(part<QPushButton>(*certificate, "centreOfCertificate"));
        ASSERT_EQ(m_frame->current(), QStringLiteral("centre"));
    }
    Q_EMIT detail()->backRequested();
    EXPECT_EQ(m_frame->current(), QStringLiteral("buildings"));
    // A certificate without a centre has no way to one.
    certified(2);
    auto *certificate = static_cast<CertificatePage *>(m_frame->page(QStringLiteral("certificate")));
    certificate->openCertificate(m_certificate);
    EXPECT_FALSE(part<QPushButton>(*certificate, "centreOfCertificate")->isVisibleTo(certificate));
}

TEST_F(CentresPageTest, lapsedCertificate_isSaidAndLeavesNothingToChange)
{
    const QString id = centre(certified(1, {}, "revoked"), "Iqbal Centre");
    month(id, "2026-10", 35, 5);
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    EXPECT_TRUE(messagesOf(*detail()).contains(QStringLiteral("The certificate of this building is not in force.")));
    for (const char *button : {"recordMonth", "correctMonth"})
        EXPECT_FALSE(part<QPushButton>(*detail(), button)->isVisible()) << button;
    EXPECT_EQ(part<QTableView>(*detail(), "monthsTable")->model()->rowCount(), 1) << "readable";
    // But for whom to call: who takes a consent back does not wait for a renewal.
    click(part<QPushButton>(*detail(), "changeCentre"));
    EXPECT_FALSE(part<QLineEdit>(*m_frame, "centreName")->isEnabled());
    EXPECT_FALSE(part<QCheckBox>(*m_frame, "amenity.parking")->isEnabled());
    fillIn(part<QLineEdit>(*m_frame, "centreContactPhone"), QStringLiteral("042-7654321"));
    click(part<QPushButton>(*m_frame, "saveCentre"));
    settle();
    ASSERT_EQ(owed().size(), 1) << qPrintable(messagesOf(*m_frame));
    EXPECT_TRUE(wordsOf(*detail()).contains(QStringLiteral("042-7654321")));
}

TEST_F(CentresPageTest, inspector_seesCentresAndNotWhatTheyReport)
{
    const QString id =
        centre(certified(1, {{QStringLiteral("surveillance_due"), QStringLiteral("2026-11-20")}}), "Iqbal Centre");
    open(m_me);
    EXPECT_EQ(names(), QStringList{QStringLiteral("Iqbal Centre")});
    EXPECT_EQ(cellAt(0, CentresModel::Occupancy), QStringLiteral("–"));
    EXPECT_EQ(buttonSaying(*page(), QStringLiteral("Open a centre…")), nullptr);
    EXPECT_FALSE(part<QWidget>(*page(), "centreReminders")->isVisible()) << "of visits only the own are known here";
    Q_EMIT page()->centreRequested(id);
    EXPECT_TRUE(wordsOf(*detail()).contains(QStringLiteral("is for officers and auditors")));
    for (const char *button : {"changeCentre", "recordMonth"})
        EXPECT_FALSE(part<QPushButton>(*detail(), button)->isVisible()) << button;
}

TEST_F(CentresPageTest, centreThatIsGone_leavesNothingOfItOnThePage)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    month(id, "2026-10", 35, 5);
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    const auto tells = [this](const char *words) { return wordsOf(*detail()).contains(QString::fromUtf8(words)); };
    ASSERT_TRUE(tells("Iqbal Centre") && tells("Sample Amna") && tells("042-1234567"));
    ASSERT_TRUE(m_records->remove(Entity::Centre, id).ok());
    Q_EMIT m_notifier.recordChanged(Entity::Centre, id);
    EXPECT_TRUE(tells("This centre is gone"));
    for (const char *words : {"Iqbal Centre", "LHE-0001", "Sample Amna", "042-1234567", "Lahore", "In force"})
        EXPECT_FALSE(tells(words)) << words;
    EXPECT_FALSE(part<QTableView>(*detail(), "monthsTable")->isVisible());
    // And the next one is shown whole.
    const QString other = centre(certified(2), "Second");
    Q_EMIT page()->centreRequested(other);
    settle();
    EXPECT_TRUE(tells("Second") && tells("Sample Amna"));
}

TEST_F(CentresPageTest, counter_followsCertificates)
{
    centre(certified(1), "One");
    const QString paper = m_certificate;
    open(m_chief);
    const auto counter = [this] {
        const QAbstractItemModel *entries = m_frame->rail()->view()->model();
        for (int row = 0; row < entries->rowCount(); ++row) {
            const QModelIndex entry = entries->index(row, 0);
            if (entry.data(RailIdRole).toString() == QLatin1String("centres"))
                return entry.data(RailCounterRole).toInt();
        }
        return -1;
    };
    EXPECT_EQ(counter(), 0);
    put(Entity::Certificate,
        with(m_records->require(Entity::Certificate, paper)->fields,
             {{QStringLiteral("state"), QStringLiteral("suspended")},
              {QStringLiteral("state_reason"), QStringLiteral("x")}}),
        paper);
    Q_EMIT m_notifier.recordChanged(Entity::Certificate, paper);
    EXPECT_EQ(counter(), 1);
}

TEST_F(CentresPageTest, search_findsCentresByNameAndOpensThem)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    open(m_chief);
    QTest::keyClick(m_frame.get(), Qt::Key_K, Qt::ControlModifier);
    auto *popup = part<SearchPopup>(*m_frame, "searchPopup");
    QSignalSpy asked(popup, &SearchPopup::asked);
    type(m_frame->topBar()->search(), QStringLiteral("iqbal"));
    ASSERT_TRUE(asked.count() > 0 || asked.wait());
    QTest::keyClick(m_frame->topBar()->search(), Qt::Key_Return);
    EXPECT_EQ(m_frame->current(), QStringLiteral("centre"));
    EXPECT_EQ(detail()->centreId(), id);
}

TEST_F(CentresPageTest, certificateThatWasSuspendedMeanwhile_showsWhenOneComesBack)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    click(part<QPushButton>(*detail(), "openCertificateOfCentre"));
    ASSERT_EQ(m_frame->current(), QStringLiteral("certificate"));
    put(Entity::Certificate,
        with(m_records->require(Entity::Certificate, m_certificate)->fields,
             {{QStringLiteral("state"), QStringLiteral("suspended")},
              {QStringLiteral("state_reason"), QStringLiteral("x")}}),
        m_certificate);
    Q_EMIT m_notifier.recordChanged(Entity::Certificate, m_certificate);
    Q_EMIT static_cast<CertificatePage *>(m_frame->page(QStringLiteral("certificate")))->backRequested();
    ASSERT_EQ(m_frame->current(), QStringLiteral("centre"));
    EXPECT_TRUE(messagesOf(*detail()).contains(QStringLiteral("The certificate of this building is not in force.")));
    EXPECT_FALSE(part<QPushButton>(*detail(), "recordMonth")->isVisible());
}

TEST_F(CentresPageTest, reminders_keepTheKeyboardAndStayWhileOneTypesInTheFilter)
{
    for (int number = 1; number <= 4; ++number)
        centre(certified(number, {}, "suspended"), qPrintable(QStringLiteral("Centre %1").arg(number)));
    open(m_chief);
    auto *card = part<QWidget>(*page(), "centreReminders");
    auto *all = part<QPushButton>(*card, "allReminders");
    fillIn(part<QLineEdit>(*page(), "centresSearch"), QStringLiteral("centre 2"));
    EXPECT_EQ(part<QPushButton>(*card, "allReminders"), all) << "the same button: nothing of them has changed";
    all->setFocus();
    click(all);
    settle();
    auto *fewer = part<QPushButton>(*card, "allReminders");
    EXPECT_EQ(fewer->text(), QStringLiteral("Show fewer"));
    EXPECT_TRUE(fewer->hasFocus());
}

TEST_F(CentresPageTest, reminders_areAtMostFifty_andTheFilterHasTheRest)
{
    for (int number = 1; number <= 53; ++number)
        centre(certified(number, {}, "suspended"), qPrintable(QStringLiteral("Centre %1").arg(number)));
    open(m_chief);
    auto *card = part<QWidget>(*page(), "centreReminders");
    const auto shown = [card] {
        return card->findChildren<QPushButton *>(QRegularExpression(QStringLiteral("^reminder\\."))).size();
    };
    EXPECT_EQ(shown(), 3);
    EXPECT_EQ(part<QPushButton>(*card, "allReminders")->text(), QStringLiteral("Show the first 50"));
    click(part<QPushButton>(*card, "allReminders"));
    settle();
    EXPECT_EQ(shown(), 50);
    EXPECT_TRUE(wordsOf(*card).contains(QStringLiteral("and 3 more"))) << qPrintable(wordsOf(*card));
    EXPECT_TRUE(wordsOf(*card).contains(QStringLiteral("53 overdue")));
}

TEST_F(CentresPageTest, fileOfMonths_isCheckedAndRecordedWholeOrNotAtAll)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    month(id, "2026-08", 35, 5);
    centre(certified(2, {}, "suspended"), "Lapsed");
    open(m_chief);
    click(part<QPushButton>(*page(), "importMonths"));
    auto *import = static_cast<ImportPage *>(m_frame->page(QStringLiteral("month-import")));
    QTemporaryDir files;
    QFile file(files.filePath(QStringLiteral("months.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("Centre;Month;Occupied seats;Freelancers;DG Skills;Staff;Seat rate (Rs);Export earnings (USD)\n"
               "LHE-0001;2026-10;53;41;34;12;3,200;1,250.50\n"
               "iqbal centre;Sep 2026;51;40;33;11;;\n"
               "LHE-0001;10/2026;9;9;9;0;;\n"
               "LHE-0001;2026-08;35;30;15;5;;\n"
               "LHE-0001;2026-07;71;30;15;5;;\n"
               "LHE-0001;2026-06;20;10;15;5;;\n"
               "LHE-0001;soon;20;10;5;5;;\n"
               "LHE-0001;2027-01;20;10;5;5;;\n"
               "Nowhere;2026-10;20;10;5;5;;\n"
               "LHE-0002;2026-10;20;10;5;5;;\n"
               "LHE-0001;2026-05;20;10;5;5;three;\n");
    file.close();
    QSignalSpy settled(import, &ImportPage::settled);
    import->takeFile(file.fileName());
    ASSERT_TRUE(settled.count() > 0 || settled.wait());
    settled.clear();
    auto *next = part<QPushButton>(*import, "importNext");
    ASSERT_TRUE(next->isEnabled()) << qPrintable(wordsOf(*import));
    click(next);
    ASSERT_TRUE(settled.count() > 0 || settled.wait());
    settled.clear();
    EXPECT_TRUE(part<QLabel>(*import, "importFigures")->text().startsWith(QStringLiteral("Rows: 11. Good: 2.")))
        << qPrintable(part<QLabel>(*import, "importFigures")->text());
    auto *faults = part<QTableView>(*import, "importFaults")->model();
    QStringList why;
    for (int row = 0; row < faults->rowCount(); ++row)
        why.append(faults->index(row, 0).data().toString() + QLatin1Char(' ') +
                   faults->index(row, 2).data().toString());
    EXPECT_EQ(why,
              (QStringList{QStringLiteral("4 This month of the centre stands in line 2 already."),
                           QStringLiteral("5 This month was reported already."),
                           QStringLiteral("6 More seats are taken than there are."),
                           QStringLiteral("7 There are more DG Skills members than freelancers."),
                           QString::fromUtf8("8 “soon” is no month such as 2026-10 or Oct 2026."),
                           QStringLiteral("9 This month has not begun yet."),
                           QString::fromUtf8("10 No centre here is called “Nowhere”, nor has its building this code."),
                           QStringLiteral("11 The building has no certificate in force."),
                           QString::fromUtf8("12 “three” is no amount such as 3,500 or 3500.50.")}));
    EXPECT_TRUE(owed().isEmpty()) << "nothing yet";
    EXPECT_EQ(next->text(), QStringLiteral("Record 2 months"));
    QSignalSpy imported(import, &ImportPage::imported);
    click(next);
    ASSERT_TRUE(imported.count() > 0 || imported.wait());
    EXPECT_EQ(owed().size(), 2);
    EXPECT_EQ(m_frame->current(), QStringLiteral("centres"));
    EXPECT_TRUE(messagesOf(*page()).contains(QStringLiteral("Months recorded from the file: 2.")));
    const auto made = m_records->requireAs<OccupancyReport>(owed().first().change.id);
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(made->exportUsdCents(), 125'050);
    EXPECT_EQ(made->seats(), 70) << "the centre's";
    EXPECT_EQ(made->authorId(), m_chief.accountId);
}

} // namespace
} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What was being entered of a centre or a month is back after a lock; and a centre that closes.
#include "tests/ui/centres/centresfixture.h"

#include "ui/pages/centres/centresheet.h"
#include "ui/pages/centres/monthsheet.h"
#include "ui/widgets/datefield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>

#include <functional>
#include <string_view>

namespace markaz::ui {
namespace {

using namespace test;

class CentresKept : public CentresDesk
{
protected:
    void SetUp() override
    {
        CentresDesk::SetUp();
        open(m_chief);
    }
    /// Behind a lock, with what came from the server meanwhile.
    void lockedWhile(const std::function<void()> &comes = [] {})
    {
        const QJsonObject kept = m_desk->unfinished();
        m_desk.reset();
        leave(m_frame);
        comes();
        open(m_chief);
        m_desk->resume(kept);
    }
    void show(const QString &id) { Q_EMIT page()->centreRequested(id); }
    Centre stored(const QString &id) { return m_records->requireAs<Centre>(id).value(); }
};

TEST_F(CentresKept, aCentreThatIsBeingOpened_comesBackAsItWasTyped)
{
    certified(1);
    const QString home = certified(2);
    page()->openCentre();
    auto *homes = part<QComboBox>(*m_frame, "centreBuilding");
    homes->setCurrentIndex(homes->findData(home));
    fillIn(part<QLineEdit>(*m_frame, "centreName"), QStringLiteral("Iqbal Centre"));
    part<QSpinBox>(*m_frame, "centreSeats")->setValue(60);
    fillIn(part<QLineEdit>(*m_frame, "centreRate"), QStringLiteral("3,200"));
    part<QCheckBox>(*m_frame, "amenity.parking")->click();
    fillIn(part<QLineEdit>(*m_frame, "centreContactName"), QStringLiteral("Sample Bilal"));
    part<QCheckBox>(*m_frame, "centreContactPublic")->click();
    lockedWhile();
    ASSERT_NE(m_frame->findChild<CentreSheet *>(), nullptr);
    EXPECT_EQ(part<QComboBox>(*m_frame, "centreBuilding")->currentData().toString(), home);
    click(part<QPushButton>(*m_frame, "saveCentre"));
    settle();
    ASSERT_EQ(owed().size(), 1) << qPrintable(messagesOf(*m_frame));
    const Centre made = stored(owed().first().change.id);
    EXPECT_EQ(made.name(), QStringLiteral("Iqbal Centre"));
    EXPECT_EQ(made.seatRatePaisa(), 320'000);
    EXPECT_EQ(made.amenities(), QStringList{QStringLiteral("parking")});
    EXPECT_TRUE(made.contactPublic()) << "the person agreed";
}

TEST_F(CentresKept, aChange_comesBackOverWhatAColleagueWrote)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    show(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    fillIn(part<QLineEdit>(*m_frame, "centreName"), QStringLiteral("Allama Iqbal Centre"));
    lockedWhile([&] {
        put(Entity::Centre,
            with(m_records->require(Entity::Centre, id)->fields, {{QStringLiteral("seat_rate_paisa"), 300'000}}), id);
    });
    ASSERT_NE(m_frame->findChild<CentreSheet *>(), nullptr);
    EXPECT_EQ(m_frame->current(), QStringLiteral("centre"));
    EXPECT_EQ(part<QLineEdit>(*m_frame, "centreName")->text(), QStringLiteral("Allama Iqbal Centre"));
    click(part<QPushButton>(*m_frame, "saveCentre"));
    settle();
    EXPECT_EQ(stored(id).name(), QStringLiteral("Allama Iqbal Centre"));
    EXPECT_EQ(stored(id).seatRatePaisa(), 300'000) << "the colleague's stays";
}

/// The box was ticked for one person; by now another stands there.
TEST_F(CentresKept, aTickForOnePerson_publishesNoOther)
{
    const QString id =
        centre(certified(1), "Iqbal Centre", {{QStringLiteral("contact_name"), QStringLiteral("Sample Amna")}});
    show(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    fillIn(part<QLineEdit>(*m_frame, "centreName"), QStringLiteral("Allama Iqbal Centre"));
    part<QCheckBox>(*m_frame, "centreContactPublic")->click();
    lockedWhile([&] {
        put(Entity::Centre,
            with(m_records->require(Entity::Centre, id)->fields,
                 {{QStringLiteral("contact_name"), QStringLiteral("Sample Bilal")}}),
            id);
    });
    EXPECT_EQ(part<QLineEdit>(*m_frame, "centreContactName")->text(), QStringLiteral("Sample Bilal"));
    EXPECT_FALSE(part<QCheckBox>(*m_frame, "centreContactPublic")->isChecked());
    EXPECT_TRUE(part<QLabel>(*m_frame, "centreHint")->text().contains(QStringLiteral("Somebody else changed")));
    click(part<QPushButton>(*m_frame, "saveCentre"));
    settle();
    ASSERT_EQ(owed().size(), 1) << qPrintable(messagesOf(*m_frame));
    EXPECT_EQ(owed().first().change.fields.keys(), QStringList{QStringLiteral("name")});
    EXPECT_FALSE(stored(id).contactPublic());
    EXPECT_EQ(stored(id).contactName(), QStringLiteral("Sample Bilal"));
}

/// The person whom the officer typed comes back with the old values, so that the server sees that two were entered.
TEST_F(CentresKept, aTypedContact_comesBackWhole_andNotPublic)
{
    const QString id =
        centre(certified(1), "Iqbal Centre", {{QStringLiteral("contact_name"), QStringLiteral("Sample Amna")}});
    show(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    fillIn(part<QLineEdit>(*m_frame, "centreContactName"), QStringLiteral("Sample Chaudhry"));
    part<QCheckBox>(*m_frame, "centreContactPublic")->click();
    lockedWhile([&] {
        put(Entity::Centre,
            with(m_records->require(Entity::Centre, id)->fields,
                 {{QStringLiteral("contact_name"), QStringLiteral("Sample Bilal")}}),
            id);
    });
    EXPECT_EQ(part<QLineEdit>(*m_frame, "centreContactName")->text(), QStringLiteral("Sample Chaudhry"));
    EXPECT_FALSE(part<QCheckBox>(*m_frame, "centreContactPublic")->isChecked());
    click(part<QPushButton>(*m_frame, "saveCentre"));
    settle();
    ASSERT_EQ(owed().size(), 1) << qPrintable(messagesOf(*m_frame));
    const FieldChanges sent = owed().first().change.fields;
    EXPECT_EQ(sent.value(QStringLiteral("contact_name")).before.toString(), QStringLiteral("Sample Amna"));
    EXPECT_TRUE(sent.value(QStringLiteral("contact_agreed_at")).after.isNull());
}

TEST_F(CentresKept, aMonth_comesBackAsItWasTyped)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    show(id);
    click(part<QPushButton>(*detail(), "recordMonth"));
    auto *save = part<QPushButton>(*m_frame, "saveMonth");
    EXPECT_FALSE(save->isEnabled()) << "nobody said yet how many there were";
    EXPECT_TRUE(part<QLabel>(*m_frame, "monthHint")->text().contains(QStringLiteral("enter 0")));
    part<QSpinBox>(*m_frame, "monthTaken")->setValue(53);
    part<QSpinBox>(*m_frame, "monthFreelancers")->setValue(41);
    part<QSpinBox>(*m_frame, "monthDgSkills")->setValue(0);
    lockedWhile();
    ASSERT_NE(m_frame->findChild<MonthSheet *>(), nullptr);
    EXPECT_EQ(part<QSpinBox>(*m_frame, "monthTaken")->value(), 53);
    EXPECT_FALSE(part<QPushButton>(*m_frame, "saveMonth")->isEnabled()) << "the staff is missing";
    part<QSpinBox>(*m_frame, "monthOtherStaff")->setValue(12);
    click(part<QPushButton>(*m_frame, "saveMonth"));
    settle();
    ASSERT_EQ(owed().size(), 1) << qPrintable(messagesOf(*m_frame));
    const auto made = m_records->requireAs<OccupancyReport>(owed().first().change.id);
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(made->seatsTaken(), 53);
    EXPECT_EQ(made->dgSkills(), 0);
    EXPECT_EQ(made->otherStaff(), 12);
}

TEST_F(CentresKept, whatWasTypedOfAMonth_goesIntoNoOther)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    show(id);
    click(part<QPushButton>(*detail(), "recordMonth"));
    ASSERT_EQ(part<QComboBox>(*m_frame, "monthMonth")->currentData().toString(), QStringLiteral("2026-10"));
    for (const char *count : {"monthTaken", "monthFreelancers", "monthDgSkills", "monthOtherStaff"})
        part<QSpinBox>(*m_frame, count)->setValue(20);
    lockedWhile([&] { month(id, "2026-10", 35, 5); }); // from elsewhere
    EXPECT_EQ(part<QComboBox>(*m_frame, "monthMonth")->currentIndex(), -1) << "none of those that are left";
    EXPECT_EQ(part<QSpinBox>(*m_frame, "monthTaken")->value(), 20) << "what was typed is kept";
    EXPECT_FALSE(part<QPushButton>(*m_frame, "saveMonth")->isEnabled());
    EXPECT_TRUE(messagesOf(*m_frame).contains(QStringLiteral("This month was reported already.")));
}

/// What cannot be read, or is none of the buildings yet, stands there again as it was typed.
TEST_F(CentresKept, whatIsHalfTypedOfANewCentre_comesBackAsItStood)
{
    certified(1);
    certified(2);
    page()->openCentre();
    auto *homes = part<QComboBox>(*m_frame, "centreBuilding");
    homes->lineEdit()->setFocus();
    QTest::keyClicks(homes->lineEdit(), QStringLiteral("LHE-00"));
    type(part<QLineEdit>(*m_frame, "centreRate"), QStringLiteral("45x"));
    type(part<DateField>(*m_frame, "centreOpened")->line(), QStringLiteral("24 No"));
    lockedWhile();
    EXPECT_EQ(part<QComboBox>(*m_frame, "centreBuilding")->currentText(), QStringLiteral("LHE-00"));
    EXPECT_EQ(part<QLineEdit>(*m_frame, "centreRate")->text(), QStringLiteral("45x"));
    EXPECT_EQ(part<DateField>(*m_frame, "centreOpened")->text(), QStringLiteral("24 No"));
    EXPECT_TRUE(part<QLabel>(*m_frame, "centreHint")->text().contains(QStringLiteral("An amount cannot be read")));
    EXPECT_FALSE(part<QPushButton>(*m_frame, "saveCentre")->isEnabled());
    lockedWhile(); // nobody touched it
    EXPECT_EQ(part<QComboBox>(*m_frame, "centreBuilding")->currentText(), QStringLiteral("LHE-00"));
    EXPECT_EQ(part<QLineEdit>(*m_frame, "centreRate")->text(), QStringLiteral("45x"));
}

TEST_F(CentresKept, aCentreOfWhichNothingIsEntered_comesBackEmpty)
{
    certified(1);
    certified(2);
    page()->openCentre();
    lockedWhile();
    EXPECT_EQ(part<QComboBox>(*m_frame, "centreBuilding")->currentText(), QString());
    EXPECT_EQ(part<QLineEdit>(*m_frame, "centreRate")->text(), QString());
    click(part<QPushButton>(*m_frame, "cancelCentre"));
    settle();
    EXPECT_EQ(m_frame->findChild<CentreSheet *>(), nullptr) << "there is nothing to ask about";
}

/// Over what a colleague wrote meanwhile, which the server is still told of.
TEST_F(CentresKept, whatIsHalfTypedOfAChange_comesBackOverWhatAColleagueWrote)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    show(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    fillIn(part<QLineEdit>(*m_frame, "centreRate"), QStringLiteral("4,5oo"));
    fillIn(part<DateField>(*m_frame, "centreClosed")->line(), QStringLiteral("soon"));
    lockedWhile([&] {
        put(Entity::Centre,
            with(m_records->require(Entity::Centre, id)->fields,
                 {{QStringLiteral("seat_rate_paisa"), 300'000}, {QStringLiteral("seats"), 65}}),
            id);
    });
    auto *rate = part<QLineEdit>(*m_frame, "centreRate");
    EXPECT_EQ(rate->text(), QStringLiteral("4,5oo"));
    EXPECT_EQ(part<DateField>(*m_frame, "centreClosed")->text(), QStringLiteral("soon"));
    EXPECT_EQ(part<QSpinBox>(*m_frame, "centreSeats")->value(), 65) << "the colleague's";
    fillIn(rate, QStringLiteral("4,500"));
    fillIn(part<DateField>(*m_frame, "centreClosed")->line(), QString());
    click(part<QPushButton>(*m_frame, "saveCentre"));
    settle();
    ASSERT_EQ(owed().size(), 1) << qPrintable(messagesOf(*m_frame));
    const FieldChanges sent = owed().first().change.fields;
    EXPECT_EQ(sent.keys(), QStringList{QStringLiteral("seat_rate_paisa")});
    EXPECT_EQ(sent.value(QStringLiteral("seat_rate_paisa")).before.toInteger(), 320'000) << "what was on show";
    EXPECT_EQ(sent.value(QStringLiteral("seat_rate_paisa")).after.toInteger(), 450'000);
}

TEST_F(CentresKept, anEmptiedRate_comesBackEmpty)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    show(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    fillIn(part<QLineEdit>(*m_frame, "centreRate"), QString());
    lockedWhile();
    EXPECT_EQ(part<QLineEdit>(*m_frame, "centreRate")->text(), QString());
}

TEST_F(CentresKept, whatIsHalfTypedOfAMonth_comesBackAsItStood)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    month(id, "2026-09", 35, 5);
    show(id);
    for (const char *button : {"recordMonth", "correctMonth"}) {
        SCOPED_TRACE(button);
        if (button == std::string_view("correctMonth")) {
            auto *months = part<QTableView>(*detail(), "monthsTable");
            months->setCurrentIndex(months->model()->index(0, 0));
        }
        click(part<QPushButton>(*detail(), button));
        part<QSpinBox>(*m_frame, "monthTaken")->setValue(31);
        fillIn(part<QLineEdit>(*m_frame, "monthRate"), QStringLiteral("3,2oo"));
        fillIn(part<QLineEdit>(*m_frame, "monthExports"), QStringLiteral("1,2.5.5"));
        lockedWhile();
        EXPECT_EQ(part<QSpinBox>(*m_frame, "monthTaken")->value(), 31);
        EXPECT_EQ(part<QLineEdit>(*m_frame, "monthRate")->text(), QStringLiteral("3,2oo"));
        EXPECT_EQ(part<QLineEdit>(*m_frame, "monthExports")->text(), QStringLiteral("1,2.5.5"));
        fillIn(part<QLineEdit>(*m_frame, "monthRate"), QString());
        lockedWhile();
        EXPECT_EQ(part<QLineEdit>(*m_frame, "monthRate")->text(), QString());
        EXPECT_FALSE(part<QPushButton>(*m_frame, "saveMonth")->isEnabled());
        click(part<QPushButton>(*m_frame, "cancelMonth"));
        click(part<QPushButton>(*m_frame, "cancelMonth"));
        settle();
        EXPECT_EQ(m_frame->findChild<MonthSheet *>(), nullptr);
    }
}

/// A month for which another certificate was in force, and a number of seats that is not its own.
TEST_F(CentresKept, theSeatsOfAnotherMonth_comeBackAsTheyWereTyped)
{
    const QString home = certified(1, {{QStringLiteral("valid_from"), QStringLiteral("2026-10-01")}});
    certificate(
        home, m_ids.next(), "full", "superseded", "2026-01-20", "2026-09-30",
        {{QStringLiteral("seats"), 40}, {QStringLiteral("state_at"), QStringLiteral("2026-09-30T05:00:00.000Z")}});
    show(centre(home, "Iqbal Centre"));
    click(part<QPushButton>(*detail(), "recordMonth"));
    auto *months = part<QComboBox>(*m_frame, "monthMonth");
    months->setCurrentIndex(months->findData(QStringLiteral("2026-08")));
    part<QSpinBox>(*m_frame, "monthSeats")->setValue(70);
    lockedWhile();
    EXPECT_EQ(part<QComboBox>(*m_frame, "monthMonth")->currentData().toString(), QStringLiteral("2026-08"));
    EXPECT_EQ(part<QSpinBox>(*m_frame, "monthSeats")->value(), 70);
}

TEST_F(CentresKept, buildingIsFound_byWhatIsTypedOfIt)
{
    certified(1);
    const QString home = certified(2);
    page()->openCentre();
    auto *homes = part<QComboBox>(*m_frame, "centreBuilding");
    fillIn(part<QLineEdit>(*m_frame, "centreName"), QStringLiteral("Iqbal Centre"));
    part<QSpinBox>(*m_frame, "centreSeats")->setValue(60);
    fillIn(part<QLineEdit>(*m_frame, "centreRate"), QStringLiteral("3,200"));
    homes->setCurrentIndex(homes->findData(home));
    EXPECT_TRUE(part<QPushButton>(*m_frame, "saveCentre")->isEnabled());
    homes->lineEdit()->setText(QStringLiteral("LHE-00"));
    EXPECT_FALSE(part<QPushButton>(*m_frame, "saveCentre")->isEnabled()) << "half a code is no building";
    EXPECT_EQ(homes->completer()->splitPath(QStringLiteral("lhe-0002")).size(), 1);
    homes->completer()->setCompletionPrefix(QStringLiteral("lhe 0002"));
    EXPECT_EQ(homes->completer()->completionCount(), 1);
}

TEST_F(CentresKept, closedCentre_saysSo_andItsBuildingIsFree)
{
    const QString home = certified(1);
    const QString id = centre(home, "Iqbal Centre");
    show(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    auto *closed = part<DateField>(*m_frame, "centreClosed");
    fillIn(closed->line(), QStringLiteral("24 Nov 2026"));
    EXPECT_TRUE(part<QLabel>(*m_frame, "centreHint")->text().contains(QStringLiteral("leaves the public list")));
    click(part<QPushButton>(*m_frame, "saveCentre"));
    settle();
    ASSERT_EQ(stored(id).closedOn(), QDate(2026, 11, 24)) << qPrintable(messagesOf(*m_frame));
    EXPECT_TRUE(messagesOf(*detail()).contains(QStringLiteral("This centre was closed on 24 Nov 2026.")));
    m_frame->showPage(QStringLiteral("centres"));
    const QAbstractItemModel *rows = part<QTableView>(*page(), "centresTable")->model();
    ASSERT_EQ(rows->rowCount(), 1);
    EXPECT_EQ(rows->index(0, CentresModel::Certificate).data().toString(), QStringLiteral("Closed"));
    page()->openCentre(home);
    EXPECT_EQ(part<QComboBox>(*m_frame, "centreBuilding")->currentData().toString(), home);
}

TEST_F(CentresKept, moreSeatsThanAreCertified_standOnTop)
{
    const QString id = centre(certified(1, {{QStringLiteral("seats"), 60}}), "Iqbal Centre"); // which has 70
    Q_EMIT m_notifier.recordChanged(Entity::Centre, id);
    m_frame->showPage(QStringLiteral("sync"));
    m_frame->showPage(QStringLiteral("centres"));
    settle();
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("It has 70 seats, and its certificate allows 60")))
        << qPrintable(wordsOf(*page()));
    const QAbstractItemModel *rows = part<QTableView>(*page(), "centresTable")->model();
    EXPECT_EQ(rows->index(0, CentresModel::Certificate).data().toString(), QStringLiteral("Too many seats"));
}

} // namespace
} // namespace markaz::ui

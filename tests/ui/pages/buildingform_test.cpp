// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/formfixture.h"

#include "ui/pages/buildings/buildingform.h"
#include "ui/widgets/positionfield.h"

#include <QComboBox>
#include <QCompleter>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class FormTest : public FormFixture
{
protected:
    QLineEdit *line(const char *name) { return part<QLineEdit>(*m_form, name); }
    void number(const char *name, int value)
    {
        auto *spin = part<QSpinBox>(*m_form, name);
        spin->setFocus();
        spin->selectAll();
        QTest::keyClicks(spin, QString::number(value));
        QTest::keyClick(spin, Qt::Key_Tab);
    }
    void chooseCity(const QString &name)
    {
        auto *city = part<QComboBox>(*m_form, "city");
        city->setFocus();
        city->lineEdit()->selectAll();
        QTest::keyClick(city->lineEdit(), Qt::Key_Delete);
        type(city->lineEdit(), name);
        QTest::keyClick(city->lineEdit(), Qt::Key_Return);
    }
    /// As a keyboard of any language gives it; QTest knows Latin letters alone.
    static void type(QWidget *field, const QString &words)
    {
        for (const QChar letter : words) {
            for (const auto happens : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent key(happens, Qt::Key_unknown, Qt::NoModifier, QString(letter));
                QApplication::sendEvent(field, &key);
            }
        }
    }
    void fillNeeded()
    {
        fillIn(line("name"), QStringLiteral("Sample cinema"));
        chooseCity(QStringLiteral("Lahore"));
        fillIn(line("address"), QStringLiteral("7 Sample Road"));
        number("covered_area_sqft", 5200);
        number("storeys", 2);
    }
    void save() { click(part<QPushButton>(*m_form, "saveBuilding")); }
    /// A new one, whatever was typed before.
    void openEmpty()
    {
        m_form->openNew();
        if (!m_form->unfinished().isEmpty())
            click(buttonSaying(*m_form, QStringLiteral("Begin anew")));
    }
    int buildings() { return cell(QStringLiteral("SELECT count(*) FROM building")).toInt(); }
    /// Saves, and expects the refusal that names and marks this field, with nothing made.
    void expectRefused(QWidget *field, const QString &words)
    {
        const int before = buildings();
        save();
        EXPECT_TRUE(messagesOf(*m_form).contains(words)) << qPrintable(messagesOf(*m_form));
        EXPECT_TRUE(field->property("invalid").toBool()) << qPrintable(field->objectName());
        EXPECT_TRUE(field->hasFocus() || field->focusProxy() == QApplication::focusWidget() ||
                    field->isAncestorOf(QApplication::focusWidget()))
            << qPrintable(field->objectName());
        EXPECT_EQ(buildings(), before);
        EXPECT_EQ(owed().size(), 0);
    }
};

TEST_F(FormTest, registersABuildingWithItsOwner_asTyped)
{
    QSignalSpy saved(m_form.get(), &BuildingForm::saved);
    fillNeeded();
    fillIn(line("position"), QStringLiteral("31.5204, 74.3587"));
    number("planned_seats", 120);
    number("year_built", 1987);
    fillIn(line("owner.name"), QStringLiteral("Sample Owner"));
    fillIn(line("owner.phone"), QStringLiteral("0300-1234567"));
    save();
    ASSERT_EQ(saved.count(), 1) << qPrintable(messagesOf(*m_form));
    const QString id = saved.first().first().toString();
    const QJsonObject fields = fieldsOf(Entity::Building, id);
    EXPECT_EQ(fields.value(QStringLiteral("code")).toString(), QStringLiteral("LHE-0001"));
    EXPECT_EQ(fields.value(QStringLiteral("latitude_e6")).toInt(), 31'520'400);
    EXPECT_EQ(fields.value(QStringLiteral("position_source")).toString(), QStringLiteral("typed"));
    EXPECT_EQ(fields.value(QStringLiteral("covered_area_sqft")).toInt(), 5200);
    EXPECT_EQ(fields.value(QStringLiteral("year_built")).toInt(), 1987);
    EXPECT_EQ(text(Entity::Owner, fields.value(QStringLiteral("owner")).toString(), "name"),
              QStringLiteral("Sample Owner"));
    EXPECT_EQ(owed().size(), 2);
}

TEST_F(FormTest, eachNeededField_isAskedForByName)
{
    save();
    fillIn(line("name"), QString());
    struct Needed
    {
        const char *field;
        const char *words;
    };
    for (const Needed &needed : {Needed{"name", "Name"},
                                 {"city", "City"},
                                 {"address", "Address"},
                                 {"covered_area_sqft", "Covered area"},
                                 {"storeys", "Storeys"}}) {
        m_form->openNew();
        fillNeeded();
        auto *field = part<QWidget>(*m_form, needed.field);
        if (auto *edit = qobject_cast<QLineEdit *>(field))
            fillIn(edit, QString());
        else if (auto *spin = qobject_cast<QSpinBox *>(field))
            spin->setValue(0);
        else
            qobject_cast<QComboBox *>(field)->setCurrentIndex(0);
        expectRefused(field, QStringLiteral("“%1” is missing").arg(QLatin1String(needed.words)));
    }
}

TEST_F(FormTest, whatAPullBringsWhileTheFormIsOpen_stays)
{
    const QString owner = put(Entity::Owner, {{QStringLiteral("name"), QStringLiteral("Sample Owner")},
                                              {QStringLiteral("kind"), QStringLiteral("individual")},
                                              {QStringLiteral("province"), markaz::test::cityOf("LHE").province}});
    const QString id = building("LHE", 7, {{QStringLiteral("owner"), owner}});
    m_form->openExisting(id);
    fillIn(line("owner.phone"), QStringLiteral("0300-1234567"));
    const auto bring = [this](Entity entity, const QString &record, const char *field, const QJsonValue &value,
                              qint64 rev) {
        QJsonObject fields = fieldsOf(entity, record);
        fields.insert(QLatin1String(field), value);
        ASSERT_TRUE(m_records->putFromServer({entity, record, rev, fields}, {}).ok());
        Q_EMIT m_notifier.manyChanged();
    };
    bring(Entity::Building, id, "storeys", 5, 2);
    bring(Entity::Owner, owner, "name", QStringLiteral("Renamed Owner"), 2);

    // A lock closes the form; unlocked, it is there again with what was typed.
    const QJsonObject typed = m_form->unfinished();
    m_form->openNew();
    m_form->resume(typed);
    bring(Entity::Building, id, "planned_seats", 130, 3);
    save();
    EXPECT_EQ(fieldsOf(Entity::Building, id).value(QStringLiteral("storeys")).toInt(), 5);
    EXPECT_EQ(fieldsOf(Entity::Building, id).value(QStringLiteral("planned_seats")).toInt(), 130);
    EXPECT_EQ(text(Entity::Owner, owner, "name"), QStringLiteral("Renamed Owner"));
    EXPECT_EQ(text(Entity::Owner, owner, "phone"), QStringLiteral("0300-1234567"));
    ASSERT_EQ(owed().size(), 1) << "the owner's telephone alone";
    EXPECT_EQ(owed()[0].change.fields.keys(), QStringList{QStringLiteral("phone")});
}

TEST_F(FormTest, badValues_areMarkedAndSaid)
{
    struct Bad
    {
        const char *field;
        const char *value;
    };
    for (const Bad &bad : {Bad{"position", "behind the mosque"},
                           {"position", "91, 74"},
                           {"position", "31.5"},
                           {"idle_since", "long ago"},
                           {"idle_since", "26 Nov 2026"}}) {
        openEmpty();
        fillNeeded();
        auto *field = part<QWidget>(*m_form, bad.field);
        auto *edit = qobject_cast<QLineEdit *>(field);
        fillIn(edit != nullptr ? edit : field->findChild<QLineEdit *>(), QLatin1String(bad.value));
        expectRefused(edit != nullptr ? edit : field, QStringLiteral("cannot be right"));
        EXPECT_FALSE(messagesOf(*m_form).contains(QStringLiteral("Latitude"))) << "there is no such field";
    }
    openEmpty();
    fillNeeded();
    number("year_built", 2099);
    expectRefused(part<QSpinBox>(*m_form, "year_built"), QStringLiteral("cannot be right"));
    fillIn(line("owner.phone"), QStringLiteral("0300-1234567"));
    number("year_built", 1999);
    expectRefused(line("owner.name"), QStringLiteral("missing"));
}

TEST_F(FormTest, cityAfterAClick_isTypedAndEscapeKeepsTheForm)
{
    auto *city = part<QComboBox>(*m_form, "city");
    QTest::mouseClick(city->lineEdit(), Qt::LeftButton);
    QTest::keyClicks(city->lineEdit(), QStringLiteral("Lahore"));
    QTest::keyClick(city->lineEdit(), Qt::Key_Return);
    EXPECT_EQ(city->currentData().toInt(), markaz::test::cityOf("LHE").id);
    const QSignalSpy left(m_form.get(), &BuildingForm::cancelled);
    QTest::keyClick(city, Qt::Key_Escape);
    QTest::keyClick(m_form.get(), Qt::Key_Escape);
    EXPECT_TRUE(left.isEmpty());
    EXPECT_EQ(city->currentText(), QStringLiteral("Lahore"));
}

TEST_F(FormTest, cities_areThoseOfTheScope_andATypedOneIsFoundOrNotTaken)
{
    auto *city = part<QComboBox>(*m_form, "city");
    EXPECT_GE(city->findText(QStringLiteral("Lahore")), 0);
    EXPECT_EQ(city->findText(QStringLiteral("Karachi")), -1) << "another province";
    chooseCity(QStringLiteral("lahore"));
    EXPECT_EQ(city->currentData().toInt(), markaz::test::cityOf("LHE").id) << "small letters too";
    EXPECT_TRUE(wordsOf(*m_form).contains(QStringLiteral("LHE-")));
    fillNeeded();
    for (const char *unknown : {"Karachi", "Atlantis", ""}) {
        chooseCity(QStringLiteral("Lahore"));
        chooseCity(QLatin1String(unknown));
        expectRefused(city, QStringLiteral("“City” is missing"));
    }
}

TEST_F(FormTest, aHalfTypedCity_isUnfinishedAndComesBack)
{
    openEmpty();
    auto *city = part<QComboBox>(*m_form, "city");
    city->setFocus();
    type(city->lineEdit(), QStringLiteral("Laho"));
    const QJsonObject typed = m_form->unfinished();
    EXPECT_FALSE(typed.isEmpty()) << "nothing else was typed";
    openEmpty();
    ASSERT_TRUE(city->currentText().isEmpty());
    m_form->resume(typed);
    EXPECT_EQ(city->currentText(), QStringLiteral("Laho"));
    EXPECT_EQ(city->currentData().toInt(), 0) << "it is no city yet";
    // Typed over a city that was chosen before, it is not that city any more, and what is chosen comes back as chosen.
    chooseCity(QStringLiteral("Lahore"));
    const QJsonObject chosen = m_form->unfinished();
    city->lineEdit()->selectAll();
    type(city->lineEdit(), QStringLiteral("Kara"));
    const QJsonObject over = m_form->unfinished();
    openEmpty();
    m_form->resume(over);
    EXPECT_EQ(city->currentText(), QStringLiteral("Kara"));
    EXPECT_EQ(city->currentData().toInt(), 0);
    openEmpty();
    m_form->resume(chosen);
    EXPECT_EQ(city->currentData().toInt(), markaz::test::cityOf("LHE").id);
}

TEST_F(FormTest, aCity_isFoundInUrduAndWithoutItsAccents)
{
    auto *city = part<QComboBox>(*m_form, "city");
    const auto id = [city] { return city->currentData().toInt(); };
    // A word of Urdu that is typed opens the list of what has it, and Enter takes what is marked there.
    QTest::mouseClick(city->lineEdit(), Qt::LeftButton);
    type(city->lineEdit(), QStringLiteral("فیصل"));
    QAbstractItemView *offered = city->completer()->popup();
    ASSERT_TRUE(offered->isVisible());
    ASSERT_EQ(offered->model()->rowCount(), 1);
    EXPECT_EQ(offered->model()->index(0, 0).data().toString(), QStringLiteral("Faisalabad"));
    QTest::keyClick(offered, Qt::Key_Down);
    QTest::keyClick(offered, Qt::Key_Return);
    EXPECT_EQ(id(), markaz::test::cityOf("FSD").id);
    EXPECT_EQ(city->currentText(), QStringLiteral("Faisalabad"));
    // The whole name that is typed and left is taken, with the letters of an Arabic keyboard and without the space too.
    for (const auto &[typed, prefix] : {std::pair{"لاہور", "LHE"}, {"فيصلآباد", "FSD"}, {"Burewala", "BRW"}}) {
        chooseCity(QString::fromUtf8(typed));
        EXPECT_EQ(id(), markaz::test::cityOf(prefix).id) << typed;
        EXPECT_EQ(city->currentText(), markaz::test::cityOf(prefix).name) << "it is shown as the list has it";
    }
    chooseCity(QStringLiteral("کراچی"));
    EXPECT_EQ(id(), 0) << "another province";
    EXPECT_TRUE(wordsOf(*m_form).contains(QStringLiteral("is no city of your provinces")));
    chooseCity(QStringLiteral("ساہیوال"));
    EXPECT_EQ(id(), 0) << "there are two";
    EXPECT_TRUE(wordsOf(*m_form).contains(QStringLiteral("Several cities of your provinces are called")));
}

TEST_F(FormTest, aNearDuplicate_isShownBeforeItIsMade)
{
    const QString there = building("LHE", 7, {{QStringLiteral("name"), QStringLiteral("Sample cinema hall")}});
    QSignalSpy show(m_form.get(), &BuildingForm::showExisting);
    fillIn(line("name"), QStringLiteral("Sample Cinema Hall"));
    chooseCity(QStringLiteral("Lahore"));
    EXPECT_TRUE(messagesOf(*m_form).contains(QStringLiteral("may be the same building")))
        << qPrintable(messagesOf(*m_form));
    EXPECT_EQ(buildings(), 1);
    click(buttonSaying(*m_form, QStringLiteral("Show it")));
    ASSERT_EQ(show.count(), 1);
    EXPECT_EQ(show.first().first().toString(), there);
    fillIn(line("name"), QStringLiteral("Quite another place"));
    EXPECT_EQ(messagesOf(*m_form), QString());
}

TEST_F(FormTest, aNearDuplicate_isAskedAboutBeforeItIsMade_whateverWasTypedLast)
{
    building("LHE", 7, {{QStringLiteral("name"), QStringLiteral("Old tram depot")}});
    building("LHE", 8, {{QStringLiteral("name"), QStringLiteral("Old tram depots")}});
    building("LHE", 9, {{QStringLiteral("name"), QStringLiteral("Old bus station")}});
    m_form->openNew();
    fillNeeded();
    ASSERT_EQ(messagesOf(*m_form), QString()) << "nothing is like it so far";
    // The name last, and at once the button: the field is left by the very click.
    line("name")->setFocus();
    line("name")->selectAll();
    QTest::keyClicks(line("name"), QStringLiteral("Old Tram Depot"));
    auto *button = part<QPushButton>(*m_form, "saveBuilding");
    click(button);
    EXPECT_EQ(buildings(), 3) << "nothing is made before it is said";
    const QString said = messagesOf(*m_form);
    EXPECT_TRUE(said.contains(QStringLiteral("Each of these may be the same building"))) << qPrintable(said);
    EXPECT_TRUE(said.contains(QStringLiteral("LHE-0007")) && said.contains(QStringLiteral("LHE-0008")))
        << qPrintable(said);
    EXPECT_TRUE(said.contains(QStringLiteral("distance not known, name 100 % alike"))) << qPrintable(said);
    EXPECT_EQ(button->text(), QStringLiteral("Register it all the same"));
    // One question at a time.
    auto *cancel = part<QPushButton>(*m_form, "cancelBuilding");
    click(cancel);
    EXPECT_EQ(cancel->text(), QStringLiteral("Throw it away"));
    EXPECT_EQ(button->text(), QStringLiteral("Register the building"));
    click(button);
    EXPECT_EQ(buildings(), 3);
    EXPECT_EQ(button->text(), QStringLiteral("Register it all the same"));
    EXPECT_EQ(cancel->text(), QStringLiteral("Cancel"));
    // Another building is another question.
    fillIn(line("name"), QStringLiteral("Old bus stations"));
    EXPECT_EQ(button->text(), QStringLiteral("Register the building"));
    click(button);
    EXPECT_EQ(buildings(), 3);
    QTest::mouseDClick(button, Qt::LeftButton); // the second press of a hasty double click answers nothing
    EXPECT_EQ(buildings(), 3);
    click(button);
    EXPECT_EQ(buildings(), 4);
}

TEST_F(FormTest, whatLiesClose_isShownWithoutACity)
{
    building("LHE", 7,
             {{QStringLiteral("name"), QStringLiteral("Sample mill")},
              {QStringLiteral("latitude_e6"), 31'500'000},
              {QStringLiteral("longitude_e6"), 74'300'000}});
    m_form->openNew();
    fillIn(line("position"), QStringLiteral("31.5005, 74.3"));
    EXPECT_TRUE(messagesOf(*m_form).contains(QStringLiteral("LHE-0007"))) << qPrintable(messagesOf(*m_form));
    EXPECT_TRUE(messagesOf(*m_form).contains(QStringLiteral("56 m away"))) << qPrintable(messagesOf(*m_form));
}

TEST_F(FormTest, whatWasTyped_waitsForItsBuildingUntilItIsThrownAway)
{
    const QString there = building("LHE", 7);
    auto *cancel = part<QPushButton>(*m_form, "cancelBuilding");
    m_form->openNew();
    fillIn(line("name"), QStringLiteral("Half a building"));
    m_form->openExisting(there);
    EXPECT_NE(line("name")->text(), QStringLiteral("Half a building"));
    EXPECT_EQ(m_form->putAside().size(), 1);
    fillIn(line("address"), QStringLiteral("Half an address"));
    m_form->openNew();
    EXPECT_EQ(line("name")->text(), QStringLiteral("Half a building"));
    EXPECT_TRUE(messagesOf(*m_form).contains(QStringLiteral("What you typed here before is here again.")));
    m_form->openExisting(there);
    EXPECT_EQ(line("address")->text(), QStringLiteral("Half an address"));
    click(buttonSaying(*m_form, QStringLiteral("As it was")));
    EXPECT_NE(line("address")->text(), QStringLiteral("Half an address"));

    // Over a lock, what waits comes back too.
    const QJsonArray waiting = m_form->putAside();
    BuildingForm again(services());
    again.setPutAside(waiting);
    again.openNew();
    EXPECT_EQ(part<QLineEdit>(again, "name")->text(), QStringLiteral("Half a building"));

    QSignalSpy cancelled(m_form.get(), &BuildingForm::cancelled);
    m_form->openNew();
    click(cancel);
    EXPECT_EQ(cancelled.count(), 0) << "there is something to lose";
    EXPECT_EQ(line("name")->text(), QStringLiteral("Half a building"));
    EXPECT_EQ(cancel->text(), QStringLiteral("Throw it away"));
    click(cancel);
    EXPECT_EQ(cancelled.count(), 1);
    EXPECT_TRUE(m_form->unfinished().isEmpty());
    m_form->openNew();
    EXPECT_EQ(line("name")->text(), QString());
    click(cancel);
    EXPECT_EQ(cancelled.count(), 2) << "nothing to ask about";
}

TEST_F(FormTest, whereAPositionIsFrom_comesBackWithIt)
{
    auto *position = m_form->findChild<PositionField *>();
    for (const auto &[source, accuracy] : {std::pair{"gps", 5}, std::pair{"photo", 0}}) {
        m_form->openNew();
        fillNeeded();
        QJsonObject given{{QStringLiteral("latitude_e6"), 31'500'000},
                          {QStringLiteral("longitude_e6"), 74'300'000},
                          {QStringLiteral("position_source"), QLatin1String(source)}};
        if (accuracy > 0)
            given.insert(QStringLiteral("accuracy_m"), accuracy);
        position->setFields(given);
        const QJsonObject typed = m_form->unfinished();
        openEmpty();
        m_form->resume(typed);
        QSignalSpy saved(m_form.get(), &BuildingForm::saved);
        save();
        if (saved.isEmpty()) // the one of the first round lies there
            save();
        ASSERT_EQ(saved.count(), 1) << qPrintable(messagesOf(*m_form));
        const QJsonObject fields = fieldsOf(Entity::Building, saved.first().first().toString());
        EXPECT_EQ(fields.value(QStringLiteral("position_source")).toString(), QLatin1String(source));
        EXPECT_EQ(fields.value(QStringLiteral("accuracy_m")).toInt(), accuracy);
    }
}

TEST_F(FormTest, editing_changesWhatWasChangedAndKeepsTheCode)
{
    const QString id = building("LHE", 7,
                                {{QStringLiteral("tenure"), QStringLiteral("waqf")},
                                 {QStringLiteral("idle_since"), QStringLiteral("2022-04-14")}});
    const QJsonObject before = fieldsOf(Entity::Building, id);
    m_form->openExisting(id);
    EXPECT_FALSE(part<QComboBox>(*m_form, "city")->isEnabled());
    fillIn(line("name"), QStringLiteral("Renamed"));
    save();
    QJsonObject after = fieldsOf(Entity::Building, id);
    EXPECT_EQ(after.value(QStringLiteral("name")).toString(), QStringLiteral("Renamed"));
    for (const char *kept : {"code", "city", "address", "tenure", "idle_since", "covered_area_sqft", "storeys"})
        EXPECT_EQ(after.value(QLatin1String(kept)), before.value(QLatin1String(kept))) << kept;
    ASSERT_EQ(owed().size(), 1);
    m_form->openNew();
    EXPECT_EQ(line("name")->text(), QString()) << "nothing of the last one stays";
    EXPECT_TRUE(part<QComboBox>(*m_form, "city")->isEnabled());
}

} // namespace
} // namespace markaz::ui

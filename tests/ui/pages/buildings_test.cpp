// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/formfixture.h"

#include "ui/models/buildingsmodel.h"
#include "ui/models/csvpreviewmodel.h"
#include "ui/pages/buildings/buildingdetail.h"
#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"

#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableView>

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
        m_form->openNew();
        fillNeeded();
        auto *field = part<QWidget>(*m_form, bad.field);
        auto *edit = qobject_cast<QLineEdit *>(field);
        fillIn(edit != nullptr ? edit : field->findChild<QLineEdit *>(), QLatin1String(bad.value));
        expectRefused(edit != nullptr ? edit : field, QStringLiteral("cannot be right"));
        EXPECT_FALSE(messagesOf(*m_form).contains(QStringLiteral("Latitude"))) << "there is no such field";
    }
    m_form->openNew();
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
    m_form->openNew();
    auto *city = part<QComboBox>(*m_form, "city");
    city->setFocus();
    type(city->lineEdit(), QStringLiteral("Laho"));
    const QJsonObject typed = m_form->unfinished();
    EXPECT_FALSE(typed.isEmpty()) << "nothing else was typed";
    m_form->openNew();
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
    m_form->openNew();
    m_form->resume(over);
    EXPECT_EQ(city->currentText(), QStringLiteral("Kara"));
    EXPECT_EQ(city->currentData().toInt(), 0);
    m_form->openNew();
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

class BuildingsPageTest : public DeskFixture
{
protected:
    std::unique_ptr<BuildingsPage> m_page;
    QTableView *m_table = nullptr;

    void open()
    {
        leave(m_page);
        m_page = std::make_unique<BuildingsPage>(services());
        m_page->resize(1366, 640);
        present(*m_page);
        m_table = part<QTableView>(*m_page, "buildingsTable");
    }
    void TearDown() override { leave(m_page); }
    QStringList codes()
    {
        QStringList all;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            all.append(m_table->model()->index(row, BuildingsModel::Code).data().toString());
        return all;
    }
    void clickHead(int column)
    {
        auto *head = m_table->horizontalHeader();
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                          QPoint(head->sectionViewportPosition(column) + 12, head->height() / 2));
    }
};

TEST_F(BuildingsPageTest, headsSort_andAgainTheOtherWay)
{
    building("LHE", 1, {{QStringLiteral("covered_area_sqft"), 3000}});
    building("LHE", 2, {{QStringLiteral("covered_area_sqft"), 9000}});
    building("LHE", 3, {{QStringLiteral("covered_area_sqft"), 5000}});
    open();
    EXPECT_EQ(codes(),
              (QStringList{QStringLiteral("LHE-0001"), QStringLiteral("LHE-0002"), QStringLiteral("LHE-0003")}));
    clickHead(BuildingsModel::Area);
    const QStringList once = codes();
    clickHead(BuildingsModel::Area);
    const QStringList twice = codes();
    const QStringList ascending{QStringLiteral("LHE-0001"), QStringLiteral("LHE-0003"), QStringLiteral("LHE-0002")};
    const QStringList descending(ascending.crbegin(), ascending.crend());
    EXPECT_NE(once, twice);
    EXPECT_TRUE(once == ascending || once == descending);
    EXPECT_TRUE(twice == ascending || twice == descending);
}

TEST_F(BuildingsPageTest, whereNoneIsRegistered_noFilterIsBlamed)
{
    open();
    EXPECT_TRUE(m_page->findChild<EmptyPage *>()->isVisible());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No building of your provinces is registered yet.")));
    EXPECT_FALSE(wordsOf(*m_page).contains(QStringLiteral("No building matches")));
}

TEST_F(BuildingsPageTest, filters_andTheirEmptyPage)
{
    building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Old cinema")}});
    building("SKT", 1);
    open();
    auto *search = m_page->findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("cinema"));
    EXPECT_EQ(codes(), QStringList{QStringLiteral("LHE-0001")});
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("1 of 2 buildings")));
    QTest::keyClicks(search, QStringLiteral("zzz"));
    auto *empty = m_page->findChild<EmptyPage *>();
    EXPECT_TRUE(empty->isVisible());
    click(buttonSaying(*m_page, QStringLiteral("Clear the filters")));
    EXPECT_EQ(codes().size(), 2);
    EXPECT_FALSE(empty->isVisible());
    for (FilterChip *chip : m_page->findChildren<FilterChip *>()) {
        if (chip->accessibleName().contains(QLatin1String("Tier")) || chip->text().contains(QLatin1String("Tier"))) {
            chip->setChosen({QStringLiteral("1")});
            Q_EMIT chip->chosenChanged({QStringLiteral("1")});
        }
    }
    EXPECT_EQ(codes(), QStringList{QStringLiteral("LHE-0001")});
}

TEST_F(BuildingsPageTest, wordsOfARecord_keepTheirOrderInUrdu)
{
    const ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    building("LHE", 1, {{QStringLiteral("address"), QStringLiteral("14 Sample Road")}});
    open();
    const auto own = [](const char *words) { // else it would read "Sample Road 14"
        return QChar(0x2068) + QString::fromUtf8(words) + QChar(0x2069);
    };
    const QAbstractItemModel *rows = part<QTableView>(*m_page, "buildingsTable")->model();
    EXPECT_EQ(rows->index(0, BuildingsModel::Address).data().toString(), own("14 Sample Road"));
    CsvPreviewModel preview;
    preview.setRows({QStringLiteral("Area (sq ft)")}, {{QStringLiteral("14 Sample Road")}});
    EXPECT_EQ(preview.index(0, 0).data().toString(), own("14 Sample Road"));
    EXPECT_EQ(preview.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), own("Area (sq ft)"));
}

TEST_F(BuildingsPageTest, cityOfTheFilter_isFoundInUrdu)
{
    building("LHE", 1);
    building("SKT", 1);
    open();
    const auto chips = m_page->findChildren<FilterChip *>();
    const auto city = std::find_if(chips.begin(), chips.end(), [](const FilterChip *chip) {
        return chip->text().startsWith(QStringLiteral("City"));
    });
    ASSERT_NE(city, chips.end());
    QMenu *menu = (*city)->menu();
    menu->popup((*city)->mapToGlobal(QPoint(0, 32)));
    ASSERT_TRUE(QTest::qWaitFor([menu] { return menu->isVisible(); }));
    auto *finder = menu->findChild<QLineEdit *>(QStringLiteral("filterFinder"));
    ASSERT_NE(finder, nullptr);
    finder->setFocus();
    QInputMethodEvent words;
    words.setCommitString(QStringLiteral("سیالکوٹ"));
    QApplication::sendEvent(finder, &words);
    QTest::keyClick(finder, Qt::Key_Return);
    menu->close();
    EXPECT_EQ(codes(), QStringList{QStringLiteral("SKT-0001")});
}

TEST_F(BuildingsPageTest, theSelection_followsTheBuildingThroughAReload)
{
    building("LHE", 2);
    const QString chosen = building("LHE", 3);
    open();
    m_page->showBuilding(chosen);
    auto *detail = m_page->findChild<BuildingDetail *>();
    EXPECT_TRUE(detail->isVisible());
    building("LHE", 1);
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(m_table->currentIndex().row(), 2);
    EXPECT_EQ(m_table->currentIndex().data(BuildingsModel::IdRole).toString(), chosen);
    clickHead(BuildingsModel::Code);
    EXPECT_EQ(m_table->currentIndex().data(BuildingsModel::IdRole).toString(), chosen);
    for (QToolButton *button : detail->findChildren<QToolButton *>()) {
        if (button->accessibleName() == QLatin1String("Close the detail"))
            click(button);
    }
    EXPECT_FALSE(detail->isVisible());
    Q_EMIT m_notifier.manyChanged();
    EXPECT_FALSE(detail->isVisible());
}

TEST_F(BuildingsPageTest, showBuilding_takesAFilterAwayThatHidesIt)
{
    const QString hidden = building("LHE", 1);
    open();
    m_page->setSearch(QStringLiteral("nothing has this name"));
    m_page->showBuilding(hidden);
    EXPECT_EQ(m_table->currentIndex().data(BuildingsModel::IdRole).toString(), hidden);
}

TEST_F(BuildingsPageTest, theDetail_showsTheDayOfAVisitInLocalTime)
{
    const QString house = building("LHE", 1);
    visited(house, "submitted", "eligible", "2026-11-20",
            {{QStringLiteral("started_at"), QStringLiteral("2026-11-20T20:30:00.000Z")}}); // the 21st in Karachi
    open();
    m_page->showBuilding(house);
    const auto buttons = m_page->findChildren<QPushButton *>();
    QStringList names;
    for (const QPushButton *button : buttons)
        names.append(button->accessibleName());
    EXPECT_TRUE(names.contains(QStringLiteral("Open the inspection of 21 Nov 2026")))
        << qPrintable(names.join(QLatin1Char('|')));
}

} // namespace
} // namespace markaz::ui

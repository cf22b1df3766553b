// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/xlsx/standardfile.h"

#include "tests/support/xlsx/formmaker.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace markaz {
namespace {

using namespace samples;
using Kind = MadeCell::Kind;

StandardReading read(const QList<MadeSheet> &sheets)
{
    return readStandardFile(workbookOf(sheets));
}

std::string lines(const QList<StandardFault> &faults)
{
    QStringList all;
    for (const StandardFault &fault : faults)
        all.append(
            QStringLiteral("%1:%2:%3: %4").arg(fault.sheet).arg(fault.row).arg(fault.place, fault.reason.english()));
    return all.join(QLatin1Char('\n')).toStdString();
}

/// The small form with one cell of one sheet changed.
StandardReading changed(const char *sheet, int row, const char *heading, const MadeCell &cell)
{
    QList<MadeSheet> form = smallForm();
    cellIn(sheetIn(form, sheet), row, heading) = cell;
    return read(form);
}

QByteArray builtinJson()
{
    QFile file(QStringLiteral(":/markaz/standards/freelancing-centre-facility-1.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QJsonObject itemOf(const StandardReading &reading, int index)
{
    return reading.json.value(QLatin1String("items")).toArray().at(index).toObject();
}

TEST(XlsForm, versionOne_comesBackWhole)
{
    const auto builtin = builtinStandard();
    ASSERT_TRUE(builtin);
    const auto reading = read(formOf(QJsonDocument::fromJson(builtinJson()).object()));
    ASSERT_TRUE(reading.standard) << lines(reading.faults);
    EXPECT_EQ(reading.standard->hash(), builtin->hash()) << "not a letter differs";
    EXPECT_EQ(lines(reading.notes), "");
}

TEST(XlsForm, smallForm_isTheStandardThatItSays)
{
    const auto reading = read(smallForm());
    ASSERT_TRUE(reading.standard) << lines(reading.faults);
    EXPECT_EQ(lines(reading.notes), "");
    const Standard &standard = *reading.standard;
    EXPECT_EQ(standard.id(), QStringLiteral("small-standard"));
    EXPECT_EQ(standard.title().ur, QStringLiteral("چھوٹا معیار"));
    EXPECT_EQ(standard.tier(1).passBp, 8000);
    EXPECT_EQ(standard.tier(1).floorBp.value(QStringLiteral("A")), 7500);
    ASSERT_EQ(standard.items().size(), 4);
    EXPECT_TRUE(standard.items().at(0).critical);
    EXPECT_EQ(standard.items().at(0).type, ItemType::YesNo);
    EXPECT_EQ(standard.items().at(1).options.at(1).creditBp, 3333);
    const Item &width = standard.items().at(2);
    EXPECT_EQ(width.number.most, *Decimal::parse(QStringLiteral("400")));
    ASSERT_TRUE(width.bands);
    EXPECT_EQ(width.bands->byTier[0].at(1).creditBp, 5000);
    ASSERT_TRUE(width.visibleWhen);
    EXPECT_EQ(width.visibleWhen->name, QStringLiteral("A-01"));
    EXPECT_EQ(standard.items().at(3).sumField, QStringLiteral("seats"));
    EXPECT_EQ(standard.items().at(3).repeatFields.at(0).number.decimals, 0);
}

// Each mess by its name.

TEST(XlsFormMess, typesAndColumns_inAnyCaseAndSpacing)
{
    QList<MadeSheet> form = smallForm();
    form[0].name = QStringLiteral(" Survey");
    form[1].name = QStringLiteral("CHOICES ");
    MadeSheet &survey = form[0];
    cellIn(survey, 2, "type") = "Begin Group";
    cellIn(survey, 3, "type") = "SELECT_ONE  Yes_No";
    cellIn(survey, 4, "type") = "select one kinds";
    cellIn(survey, 5, "type") = " Decimal ";
    cellIn(survey, 6, "type") = "begin-repeat";
    cellIn(survey, 9, "type") = "END_GROUP";
    cellIn(survey, 3, "name") = "a_1";
    cellIn(survey, 4, "name") = "A02";
    cellIn(survey, 3, "critical") = MadeCell(Kind::Boolean, QStringLiteral("1"));
    cellIn(survey, 3, "weight") = MadeCell(Kind::Formula, QStringLiteral("40"));
    cellIn(survey, 1, "label::English") = "Label : English (en)";
    cellIn(survey, 1, "label::Urdu") = "LABEL::Urdu (ur)";
    cellIn(survey, 1, "relevant") = " Relevant";
    cellIn(sheetIn(form, "CHOICES "), 1, "list_name") = "list name";
    const auto reading = read(form);
    ASSERT_TRUE(reading.standard) << lines(reading.faults);
    EXPECT_EQ(reading.standard->hash(), read(smallForm()).standard->hash());
}

TEST(XlsFormMess, plainLabels_areInTheDefaultLanguage)
{
    QList<MadeSheet> form = smallForm();
    cellIn(form[0], 1, "label::English") = "label";
    cellIn(form[1], 1, "label::Urdu") = "Label";
    auto reading = read(form);
    EXPECT_FALSE(reading.standard) << "the choices' plain labels were Urdu, and count as English";
    addColumn(form[2], "default_language", 2, "Urdu (ur)");
    cellIn(form[0], 1, "label") = "label::English";
    cellIn(form[0], 1, "label::Urdu") = "label";
    reading = read(form);
    ASSERT_TRUE(reading.standard) << lines(reading.faults);
    EXPECT_EQ(reading.standard->hash(), read(smallForm()).standard->hash());
}

TEST(XlsFormMess, otherLanguages_areLeftOut_withANote)
{
    QList<MadeSheet> form = smallForm();
    addColumn(form[0], "label::French (fr)", 3, "Est-ce sec?");
    const auto reading = read(form);
    ASSERT_TRUE(reading.standard) << lines(reading.faults);
    EXPECT_EQ(lines(reading.notes),
              "survey:1:label::French (fr): This language is left out: a standard has English and Urdu.");
}

TEST(XlsFormMess, titleRows_emptyRows_mergedLists_andRemarks)
{
    QList<MadeSheet> form = smallForm();
    MadeSheet choices{QStringLiteral("choices"), {}, {QStringLiteral("A3:E3"), QStringLiteral("A9:A10")}};
    choices.rows.insert(3, {"Our choices, do not touch"});
    const QMap<int, QList<MadeCell>> old = form[1].rows;
    for (auto row = old.cbegin(); row != old.cend(); ++row)
        choices.rows.insert(row.key() < 4 ? row.key() + 4 : 2 * row.key(), *row);
    choices.rows.insert(9, {"kinds", "slab", "Slab", "سلیب", "100"});
    choices.rows.insert(10, {"", "tin", "Tin", "ٹین", "33.33 %"}); // its list is merged over both
    choices.rows.remove(8);
    form[1] = choices;
    form.append({QStringLiteral("Sheet 4"), {{1, {"remarks"}}}, {}});
    const auto reading = read(form);
    ASSERT_TRUE(reading.standard) << lines(reading.faults);
    EXPECT_EQ(reading.standard->hash(), read(smallForm()).standard->hash());
    EXPECT_EQ(lines(reading.notes), "Sheet 4:0:: This sheet means nothing here and is left out.");
}

TEST(XlsFormMess, groupsInGroups_belongToTheirSection_withTheirConditions)
{
    QList<MadeSheet> form = smallForm();
    MadeSheet survey{QStringLiteral("survey"), {}, {}};
    const QMap<int, QList<MadeCell>> old = form[0].rows;
    for (auto row = old.cbegin(); row != old.cend(); ++row) {
        survey.append(*row);
        if (row.key() == 1)
            survey.append({"begin group", "everything"});
        if (row.key() == 3)
            survey.append({"begin group", "inner", "Inner", "اندر", "", "", "${tier} = 1"});
        if (row.key() == 5)
            survey.append({"end group"});
    }
    survey.append({"end group"});
    form[0] = survey;
    const auto reading = read(form);
    ASSERT_TRUE(reading.standard) << lines(reading.faults);
    EXPECT_EQ(reading.standard->sections().size(), 1);
    const QJsonObject tierOne = QJsonDocument::fromJson("{\"equals\":[{\"tier\":true},1]}").object();
    EXPECT_EQ(itemOf(reading, 1).value(QLatin1String("visible_when")).toObject(), tierOne);
    EXPECT_EQ(itemOf(reading, 2).value(QLatin1String("visible_when"))[QLatin1String("all")].toArray().size(), 2);
    EXPECT_FALSE(itemOf(reading, 3).contains(QLatin1String("visible_when")));
    EXPECT_EQ(reading.notes.size(), 2);
}

TEST(XlsFormMess, whatItCannotExpress_isRefusedWithItsPlace)
{
    struct Case
    {
        const char *name;
        int row;
        const char *column;
        MadeCell cell;
        const char *line;
    };
    const Case cases[] = {
        {"unknown type", 4, "type", "geotrace",
         "survey:4:type: The type \"geotrace\" cannot be expressed in a standard."},
        {"several answers", 4, "type", "select_multiple kinds",
         "survey:4:type: An item has one answer. Make a select_one of it, or a question of each choice."},
        {"or other", 4, "type", "select_one kinds or_other",
         "survey:4:type: \"or_other\" cannot be expressed: make \"other\" one of the choices."},
        {"no such list", 4, "type", "select_one roofs", "survey:4:type: The sheet choices has no list \"roofs\"."},
        {"no type", 4, "type", "", "survey:4:type: This question has no type."},
        {"no label", 4, "label::Urdu", "", "survey:4:label::Urdu: must not be empty"},
        {"no guidance", 4, "hint::English", "", "survey:4:hint::English: must not be empty"},
        {"a name of its own", 4, "name", "roof",
         "survey:4:name: The name of an item is its section's letter and two digits, such as C-02, not \"roof\"."},
        {"another section's name", 4, "name", "B-02",
         "survey:4:name: must be the section's letter, a dash and two digits"},
        {"the same name", 4, "name", "A-01", "survey:4:name: is there twice"},
        {"no weight", 4, "weight", "", "survey:4:weight: is missing"},
        {"weight as words", 4, "weight", "heavy", "survey:4:weight: Write a whole number here, not \"heavy\"."},
        {"weights", 4, "weight", "31", "survey:1:weight: the weights add up to 101 instead of 100"},
        {"half a weight", 4, "weight", MadeCell(Kind::Number, QStringLiteral("30.5")),
         "survey:4:weight: Write a whole number here, not \"30.5\"."},
        {"formula without result", 4, "weight", MadeCell(Kind::Unsaved, QString()),
         "survey:4:weight: The formula in this cell has no saved result. Open the workbook in a spreadsheet program, "
         "save it "
         "and try again."},
        {"formula with error", 4, "weight", MadeCell(Kind::Error, QStringLiteral("#REF!")),
         "survey:4:weight: The formula in this cell ends in the error #REF!."},
        {"maybe", 4, "critical", "maybe", "survey:4:critical: Write yes or no here, not \"maybe\"."},
        {"unknown unit", 5, "unit", "furlong", "survey:5:unit: is not among the units"},
        {"unknown instrument", 5, "instruments", "tape, eye",
         "survey:5:instruments: must be one of the instruments, once"},
        {"no instrument", 5, "instruments", "", "survey:5:instruments: must have 1 to 10 entries"},
        {"bands the wrong way", 5, "tier_1", "36=100; 48=50",
         "survey:5:tier_1: must be easier to reach than the band before it"},
        {"bands as words", 5, "tier_1", "about 40", "survey:5:tier_1: must be a decimal number as text"},
        {"bands without credit", 5, "tier_1", "48; 36",
         "survey:5:tier_1: Write a limit such as 33, or limits with their credit such as 48=100; 36=50, not \"36\"."},
        {"no direction", 5, "direction", "", "survey:5:direction: must be at_least or at_most"},
        {"a tier forgotten", 5, "tier_2", "", "survey:5:tier_2: is missing"},
        {"credit of a choice in the survey", 4, "tier_1", "5",
         "survey:4:tier_1: The credit of choices stands in the sheet choices."},
        {"constraint as code", 5, "constraint", "regex(., '[0-9]+')",
         "survey:5:constraint: A constraint says the least and the most of a number: . >= 0 and . <= 400."},
        {"constraint of a choice", 4, "constraint", ". > 0", "survey:4:constraint: A constraint belongs to a number."},
        {"condition over nothing", 5, "relevant", "${roof} = 'yes'",
         "survey:5:relevant: There is no question \"roof\"."},
        {"condition with arithmetic", 5, "relevant", "${A-01} + 1 > 2",
         "survey:5:relevant: A condition compares one question, building field or figure with one constant, joined by "
         "and, or, "
         "not()."},
        {"condition on nothing given", 5, "relevant", "${A-01} != ''",
         "survey:5:relevant: Whether an answer is empty cannot be a condition of a standard."},
        {"condition that stops", 5, "relevant", "${A-01} = ", "survey:5:relevant: The expression ends too soon."},
        {"condition of another program", 5, "relevant", "[A-01] = 1",
         "survey:5:relevant: The expression is not understood at \"[A-01] = 1\"."},
        {"condition over a value that never is", 5, "relevant", "${A-01} = 'maybe'",
         "survey:5:relevant: item A-01 never has this value"},
        {"condition over itself", 5, "relevant", "${A-03} > 1",
         "survey:5:relevant: A-03 and A-03 read each other in a circle"},
        {"condition over an unknown field", 5, "relevant", "${building.colour} = 'red'",
         "survey:5:relevant: A building has no field \"colour\"."},
        {"condition with a function", 5, "relevant", "count-selected(${A-01}) > 1",
         "survey:5:relevant: A condition compares one question, building field or figure with one constant, joined by "
         "and, or, "
         "not()."},
        {"condition in a repeat", 7, "relevant", "${A-01} = 'yes'",
         "survey:7:relevant: A column of a repeat is asked in each row; a condition belongs to the repeat."},
        {"weight in a repeat", 7, "weight", "3",
         "survey:7:weight: This belongs to an item, not to a column of a repeat."},
        {"weight of a group", 2, "weight", "3", "survey:2:weight: This belongs to a question, not to a group."},
        {"a sum of what is not there", 6, "rows", "sum:area",
         "survey:6:rows: must sum a measurement column that each row has"},
        {"a repeat that never ends", 8, "type", "note", "survey:6:type: This begin_repeat has no end_repeat."},
        {"an end too many", 8, "type", "end_group", "survey:8:type: This end_group ends nothing."},
        {"instruments of a choice", 4, "instruments", "tape", "survey:4:instruments: Instruments belong to a number."},
    };
    for (const Case &one : cases) {
        const auto reading = changed("survey", one.row, one.column, one.cell);
        EXPECT_FALSE(reading.standard) << one.name;
        EXPECT_NE(lines(reading.faults).find(one.line), std::string::npos) << one.name << "\n" << lines(reading.faults);
    }
}

TEST(XlsFormMess, columnsThatCannotBeExpressed_areRefusedWhereTheyAreFilled)
{
    for (const char *column : {"choice_filter", "default", "trigger", "repeat_count"}) {
        QList<MadeSheet> form = smallForm();
        addColumn(form[0], column, 4, "region=${A-01}");
        EXPECT_EQ(lines(read(form).faults),
                  "survey:4:" + std::string(column) + ": \"" + column + "\" cannot be expressed in a standard.");
        cellIn(form[0], 4, column) = "";
        EXPECT_TRUE(read(form).standard) << "an empty column harms nobody";
    }
    QList<MadeSheet> form = smallForm();
    addColumn(form[0], "media::image", 4, "roof.jpg");
    EXPECT_EQ(lines(read(form).notes), "survey:1:media::image: This column means nothing here and is left out.");
}

TEST(XlsFormMess, otherSheets_areNamedToo)
{
    EXPECT_EQ(lines(changed("choices", 5, "credit", "lots").faults),
              "choices:5:credit: Write a percentage from 0 to 100 here, not \"lots\".");
    EXPECT_EQ(
        lines(changed("choices", 5, "credit", MadeCell(Kind::Number, QStringLiteral("0.75"))).faults),
        "choices:5:credit: This is 0.75 %. If 100 times as much is meant, format the cell as a number and write that.");
    EXPECT_EQ(lines(changed("choices", 4, "label::Urdu", "").faults), "choices:4:label::Urdu: must not be empty");
    EXPECT_EQ(lines(changed("choices", 5, "name", "slab").faults), "choices:5:name: is there twice");
    EXPECT_EQ(lines(changed("choices", 4, "list_name", "").faults),
              "survey:4:type: must have 2 to 30 entries\nchoices:4:list_name: This choice belongs to no list.");
    EXPECT_EQ(lines(changed("settings", 2, "version", "one").faults),
              "settings:2:version: Write a whole number here, not \"one\".");
    EXPECT_EQ(lines(changed("settings", 2, "form_title::Urdu", "").faults),
              "settings:2:form_title::Urdu: must not be empty");
    EXPECT_EQ(lines(changed("tiers", 3, "pass", "").faults), "tiers:3:pass: is missing");
    EXPECT_EQ(lines(changed("tiers", 2, "floors", "A:75").faults),
              "tiers:2:floors: Write floors as C=75; D=75, not \"A:75\".");
    EXPECT_EQ(lines(changed("tiers", 2, "floors", "Q=75").faults), "tiers:2:floors: is not among the sections");
}

TEST(XlsFormMess, sharesThatAreMeantAsHundredths_areRefusedInFloorsAndBandsToo)
{
    EXPECT_EQ(
        lines(changed("tiers", 2, "floors", "A=0.75").faults),
        "tiers:2:floors: This is 0.75 %. If 100 times as much is meant, format the cell as a number and write that.");
    EXPECT_EQ(
        lines(changed("survey", 5, "tier_1", "48=100; 36=0.5").faults),
        "survey:5:tier_1: This is 0.5 %. If 100 times as much is meant, format the cell as a number and write that.");
    const auto two = changed("tiers", 2, "floors", "A=2");
    ASSERT_TRUE(two.standard) << lines(two.faults);
    EXPECT_EQ(two.standard->tier(1).floorBp.value(QStringLiteral("A")), 200);
}

TEST(XlsFormMess, nothingIsLeftOutInSilence)
{
    EXPECT_EQ(lines(changed("tiers", 2, "floors", "A=75; a=60").faults), "tiers:2:floors: \"A\" is there twice.");
    QList<MadeSheet> form = smallForm();
    sheetIn(form, "tiers").append({"", "60", "10", ""});
    EXPECT_EQ(lines(read(form).faults), "tiers:5:tier: This row names no tier.");
    form = smallForm();
    sheetIn(form, "settings").append({"another_form", "2", "Another", "ایک اور"});
    EXPECT_EQ(lines(read(form).faults),
              "settings:3:form_id: The sheet has one row under its heading, and this is another.");
}

TEST(XlsFormMess, moreFaultsThanAreTold_areSaidToBe)
{
    QList<MadeSheet> form = smallForm();
    MadeSheet survey{QStringLiteral("survey"), {}, {}};
    const QMap<int, QList<MadeCell>> old = form[0].rows;
    for (auto row = old.cbegin(); row != old.cend(); ++row) {
        survey.append(*row);
        // The reader counts two faults for each row's label, its text and its short one, and tells one.
        for (int i = 10; row.key() == 5 && i < 90; ++i)
            survey.append({"text", QStringLiteral("A-%1").arg(i)});
    }
    form[0] = survey;
    const auto reading = read(form);
    EXPECT_LT(reading.faults.size(), FormFaults::kMost);
    EXPECT_TRUE(reading.more);
}

TEST(XlsForm, whatStandsInAnArgument_isNotFilledAgain)
{
    EXPECT_EQ(lines(changed("tiers", 2, "floors", "%1").faults),
              "tiers:2:floors: Write floors as C=75; D=75, not \"%1\".");
    const Reason two{"%1 and %2 read each other in a circle", {QStringLiteral("%2"), QStringLiteral("%1")}};
    EXPECT_EQ(two.english().toStdString(), "%2 and %1 read each other in a circle");
    EXPECT_EQ(two.filled(QStringLiteral("100 % %2")).toStdString(), "100 % %1");
}

TEST(XlsFormMess, missingSheets_areNamed)
{
    for (const char *name : {"survey", "settings", "tiers"}) {
        QList<MadeSheet> form = smallForm();
        sheetIn(form, name).name = QStringLiteral("other");
        const auto reading = read(form);
        EXPECT_FALSE(reading.standard);
        EXPECT_EQ(lines(reading.faults), std::string(name) + ":0:: The workbook has no sheet \"" + name + "\".");
    }
    EXPECT_EQ(lines(readStandardFile("PK\x03\x04 and nothing").faults),
              ":0:: The workbook cannot be read: its archive is damaged.");
}

TEST(XlsFormMess, notesAndMetadata_areLeftOut_withANote)
{
    QList<MadeSheet> form = smallForm();
    form[0].append({"start", "start"});
    form[0].append({"note", "hello", "Hello"});
    form[0].append({"", "", "a remark of somebody"});
    const auto reading = read(form);
    ASSERT_TRUE(reading.standard) << lines(reading.faults);
    EXPECT_EQ(lines(reading.notes),
              "survey:10:type: \"start\" is left out: the program records who, when and where by itself.\n"
              "survey:11:type: A note is left out. Write it into the hint of a question.\n"
              "survey:12:: This row has neither type nor name and is left out.");
}

TEST(XlsFormMess, everyFault_isTold_notTheFirstAlone)
{
    QList<MadeSheet> form = smallForm();
    cellIn(form[0], 3, "label::Urdu") = "";
    cellIn(form[0], 4, "weight") = "heavy";
    cellIn(form[0], 5, "unit") = "furlong";
    cellIn(form[0], 5, "relevant") = "${nobody} = 1";
    cellIn(form[1], 5, "credit") = "lots";
    EXPECT_EQ(read(form).faults.size(), 5) << lines(read(form).faults);
}

TEST(XlsFormMess, tenThousandRows_areBounded)
{
    QList<MadeSheet> form = smallForm();
    for (int i = 0; i < 10'000; ++i) {
        form[0].append({"select_one villages", QStringLiteral("q%1").arg(i), "Label", "لیبل", "", "", "", "", "1"});
        form[1].append({"villages", QStringLiteral("v%1").arg(i), "Village", "گاؤں"});
    }
    const auto reading = read(form);
    EXPECT_FALSE(reading.standard);
    EXPECT_EQ(reading.faults.size(), FormFaults::kMost);
    EXPECT_TRUE(reading.more);
}

TEST(XlsForm, comparisons_keepTheirMeaning)
{
    const auto rule = [](const char *relevant) {
        const auto reading = changed("survey", 5, "relevant", relevant);
        EXPECT_TRUE(reading.standard) << relevant << lines(reading.faults);
        return QJsonDocument(itemOf(reading, 2).value(QLatin1String("visible_when")).toObject())
            .toJson(QJsonDocument::Compact)
            .toStdString();
    };
    EXPECT_EQ(rule("2 <= ${building.storeys}"), R"({"at_least":[{"building":"storeys"},2]})");
    EXPECT_EQ(
        rule("${building.storeys} > 1.5"),
        R"({"all":[{"at_least":[{"building":"storeys"},"1.5"]},{"not":{"equals":[{"building":"storeys"},"1.5"]}}]})");
    EXPECT_EQ(rule("selected(${A-02}, 'tin')"), R"({"equals":[{"item":"A-02"},"tin"]})");
    EXPECT_EQ(
        rule("${a_02} != “tin” AND not(${building.level_entrance} = true())"),
        R"({"all":[{"not":{"equals":[{"item":"A-02"},"tin"]}},{"not":{"equals":[{"building":"level_entrance"},true]}}]})");
    EXPECT_EQ(
        rule("${A-01} = 'yes' or ${A-02} = 'tin' and ${tier} = 1"),
        R"({"any":[{"equals":[{"item":"A-01"},"yes"]},{"all":[{"equals":[{"item":"A-02"},"tin"]},{"equals":[{"tier":true},1]}]}]})");
}

TEST(XlsForm, strictBounds_areTheNextNumber)
{
    EXPECT_EQ(
        itemOf(changed("survey", 5, "constraint", ". > 0 and 400 > ."), 2).value(QLatin1String("number")).toObject(),
        (QJsonObject{{QStringLiteral("decimals"), 4},
                     {QStringLiteral("least"), QStringLiteral("0.0001")},
                     {QStringLiteral("most"), QStringLiteral("399.9999")}}));
    EXPECT_EQ(changed("survey", 7, "constraint", ". > 0").standard->items().at(3).repeatFields.at(0).number.least,
              Decimal::fromInteger(1));
}

TEST(XlsForm, strictBoundsBetweenTheNumbersThatCanBeEntered_areTheNextOfThem)
{
    struct Case
    {
        const char *constraint;
        const char *least;
        const char *most;
    };
    for (const Case &one : {Case{". > 0.5 and . < 10.5", "1", "10"}, Case{". > 1 and . < 10", "2", "9"},
                            Case{". > -1.5 and . < -0.5", "-1", "-1"}, Case{". >= 1 and . <= 10", "1", "10"}}) {
        const auto reading = changed("survey", 7, "constraint", one.constraint);
        ASSERT_TRUE(reading.standard) << one.constraint << lines(reading.faults);
        const auto number = reading.standard->items().at(3).repeatFields.at(0).number;
        EXPECT_EQ(number.least, *Decimal::parse(QLatin1String(one.least))) << one.constraint;
        EXPECT_EQ(number.most, *Decimal::parse(QLatin1String(one.most))) << one.constraint;
    }
}

TEST(XlsForm, bracketsWithoutEnd_areRefused_notFollowed)
{
    const auto reading = changed("survey", 5, "relevant", QString(3000, QLatin1Char('(')));
    EXPECT_EQ(lines(reading.faults), "survey:5:relevant: The expression is nested too deeply or too long.");
}

TEST(StandardFile, json_isReadToo_andEveryFaultTold)
{
    const auto builtin = builtinStandard();
    const auto reading = readStandardFile(builtinJson());
    ASSERT_TRUE(reading.standard);
    EXPECT_EQ(reading.standard->hash(), builtin->hash());
    QJsonObject json = reading.json;
    QJsonArray items = json.value(QLatin1String("items")).toArray();
    QJsonObject first = items.at(0).toObject();
    first.insert(QStringLiteral("weight"), QStringLiteral("heavy"));
    items[0] = first;
    QJsonObject third = items.at(2).toObject();
    third.remove(QStringLiteral("basis"));
    items[2] = third;
    json.insert(QStringLiteral("items"), items);
    EXPECT_EQ(lines(readStandardFile(QJsonDocument(json).toJson()).faults),
              ":0:items[0].weight: must be a whole number from 0 to 100\n"
              ":0:items[2].basis: is missing");
    EXPECT_EQ(readStandardFile("not a standard").faults.size(), 1);
}

} // namespace
} // namespace markaz

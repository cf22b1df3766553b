// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/draftanswer.h"
#include "tests/core/standard/everytype.h"

#include <gtest/gtest.h>

using namespace markaz;
using samples::json;

namespace {

QString operator""_s(const char *text, size_t size)
{
    return QString::fromUtf8(text, qsizetype(size));
}

const Item &item(const char *code)
{
    static const Standard standard = samples::parsed(samples::everyType());
    return *standard.item(QLatin1String(code));
}

/// "ok", or the part of the answer that is wrong.
QString check(const char *code, const Answer &answer)
{
    const auto checked = item(code).checkAnswer(answer);
    return checked ? "ok"_s : checked.error().where;
}

QString value(const char *code, const QJsonValue &given, const QString &instrument = {})
{
    return check(code, Answer::ofValue(given, instrument));
}

QString rows(const QJsonArray &given)
{
    return check("C-01", Answer::ofRows(given));
}

} // namespace

TEST(CheckAnswer, yesNoChoiceAndGiven_takeTheirTokens)
{
    EXPECT_EQ(value("A-01", "yes"_s), "ok"_s);
    EXPECT_EQ(value("A-01", "no"_s), "ok"_s);
    for (const QJsonValue &wrong :
         {QJsonValue("maybe"_s), QJsonValue(true), QJsonValue(1), QJsonValue(), QJsonValue(""_s), QJsonValue("Yes"_s)})
        EXPECT_EQ(value("A-01", wrong), "value"_s);
    EXPECT_EQ(value("A-02", "one"_s), "ok"_s);
    EXPECT_EQ(value("A-02", "three"_s), "value"_s);
    EXPECT_EQ(value("A-02", 1), "value"_s);
    for (const char *code : {"C-04", "C-05", "C-06"}) {
        EXPECT_EQ(value(code, "given"_s), "ok"_s);
        EXPECT_EQ(value(code, "missing"_s), "ok"_s);
        EXPECT_EQ(value(code, "yes"_s), "value"_s);
    }
}

TEST(CheckAnswer, measurement_isDecimalTextWithAKnownInstrument)
{
    EXPECT_EQ(value("B-01", "34.5"_s, "tape"_s), "ok"_s);
    EXPECT_EQ(value("B-01", "34.5"_s), "ok"_s);
    EXPECT_EQ(value("B-01", "34.5"_s, "ruler"_s), "instrument"_s);
    EXPECT_EQ(value("B-01", 34.5), "value"_s) << "floating point does not travel";
    for (const QString &wrong : {"-1"_s, "501"_s, "1.234"_s, "1e3"_s, "1,000"_s, " 1"_s, ""_s, "nan"_s})
        EXPECT_EQ(value("B-01", wrong), "value"_s) << wrong.toStdString();
}

TEST(CheckAnswer, dateAndText_haveTheirForm)
{
    EXPECT_EQ(value("C-03", "2028-02-29"_s), "ok"_s);
    for (const QString &wrong : {"2027-02-29"_s, "2027-3-14"_s, "14-03-2027"_s, "2027-03-14T00:00:00"_s, ""_s})
        EXPECT_EQ(value("C-03", wrong), "value"_s) << wrong.toStdString();
    EXPECT_EQ(value("A-03", "words"_s), "ok"_s);
    EXPECT_EQ(value("A-03", "   "_s), "value"_s);
    EXPECT_EQ(value("A-03", QString(2001, u'x')), "value"_s);
}

TEST(CheckAnswer, position_isWholeMillionthsOnEarth)
{
    EXPECT_EQ(value("C-07", json("{'latitude_e6': 32494530, 'longitude_e6': 74522910, 'accuracy_m': 6}")), "ok"_s);
    EXPECT_EQ(value("C-07", json("{'latitude_e6': 32494530, 'longitude_e6': 74522910}")), "ok"_s);
    EXPECT_EQ(value("C-07", json("{'latitude_e6': 1, 'longitude_e6': 0, 'position_source': 'gps'}")), "ok"_s);
    for (const char *wrong : {"{}", "{'latitude_e6': 32494530}", "{'latitude_e6': 32.5, 'longitude_e6': 74522910}",
                              "{'latitude_e6': 90000001, 'longitude_e6': 0}", "{'latitude_e6': '1', 'longitude_e6': 0}",
                              "{'latitude_e6': 1, 'longitude_e6': 0, 'accuracy_m': -1}",
                              "{'latitude_e6': 1, 'longitude_e6': 0, 'accuracy_m': 'x'}",
                              "{'latitude_e6': 1, 'longitude_e6': 0, 'position_source': 'a dream'}",
                              "{'latitude_e6': 1, 'longitude_e6': 0, 'position_source': 1}"})
        EXPECT_EQ(value("C-07", json(wrong)), "value"_s) << wrong;
    EXPECT_EQ(value("C-07", "32.49, 74.52"_s), "value"_s);
}

TEST(CheckAnswer, rows_haveTheirColumns)
{
    const QJsonObject hall = json("{'name': 'Hall', 'seats': '8', 'fine': 'yes'}");
    const QJsonObject annex = json("{'name': 'Annex', 'seats': '4', 'kind': 'b', 'until': '2027-01-01', 'fine': 'no'}");
    EXPECT_EQ(rows({hall, annex}), "ok"_s);
    EXPECT_EQ(rows({hall}), "rows"_s) << "two are needed";
    const auto second = [&](const char *name, const QJsonValue &given) {
        QJsonObject row = annex;
        row.insert(QLatin1String(name), given);
        return rows({hall, row});
    };
    EXPECT_EQ(second("seats", "4.5"_s), "rows[1].seats"_s);
    EXPECT_EQ(second("seats", 4), "rows[1].seats"_s);
    EXPECT_EQ(second("seats", ""_s), "rows[1].seats"_s) << "required";
    EXPECT_EQ(second("kind", ""_s), "ok"_s) << "optional";
    EXPECT_EQ(second("kind", "c"_s), "rows[1].kind"_s);
    EXPECT_EQ(second("until", "soon"_s), "rows[1].until"_s);
    EXPECT_EQ(second("fine", "perhaps"_s), "rows[1].fine"_s);
    EXPECT_EQ(second("name", "Hall"_s), "rows[1].name"_s) << "distinct";
    EXPECT_EQ(second("colour", "green"_s), "rows[1].colour"_s);
    EXPECT_EQ(rows({hall, "Annex"_s}), "rows[1]"_s);
    EXPECT_EQ(check("C-02", Answer::ofRows({json("{'level': '10'}"), json("{'level': '10.0'}")})), "rows[1].level"_s)
        << "distinct numbers";
}

TEST(CheckAnswer, rowsAndValues_areNotInterchangeable)
{
    EXPECT_EQ(value("C-01", "8"_s), "value"_s);
    EXPECT_EQ(check("A-01", Answer::ofRows({})), "rows"_s);
}

TEST(CheckAnswer, notApplicable_isForItemsThatAllowIt)
{
    const Answer na = Answer::notApplicable("none here"_s).value();
    EXPECT_EQ(check("A-01", na), "ok"_s);
    EXPECT_EQ(check("A-02", na), "na"_s);
    EXPECT_EQ(check("B-02", na), "value"_s);
    const Answer later = Answer::notInspected("locked"_s).value();
    EXPECT_EQ(check("A-02", later), "ok"_s);
    EXPECT_EQ(check("C-01", later), "ok"_s);
}

TEST(CheckAnswer, calculatedItems_takeNoAnswer)
{
    EXPECT_EQ(value("B-02", "1"_s), "value"_s);
    EXPECT_EQ(check("B-02", Answer::notInspected("locked"_s).value()), "value"_s);
}

TEST(DraftAnswer, rowsMayLackCellsAndBeTooFew_andNothingElse)
{
    const auto draft = [](const QJsonArray &given) {
        const auto checked = checkDraftAnswer(item("C-01"), Answer::ofRows(given));
        return checked ? "ok"_s : checked.error().where;
    };
    const QJsonObject begun{{"name"_s, "Hall"_s}};
    EXPECT_EQ(rows({begun}), "rows[0].seats"_s);
    EXPECT_EQ(draft({begun}), "ok"_s) << "and two are needed";
    EXPECT_EQ(draft({}), "ok"_s);
    EXPECT_EQ(draft({begun, begun}), "rows[1].name"_s) << "no two have the same";
    EXPECT_EQ(draft({begun, QJsonObject{{"seats"_s, "many"_s}}}), "rows[1].seats"_s);
    EXPECT_EQ(draft({begun, QJsonObject{{"colour"_s, "red"_s}}}), "rows[1].colour"_s);
    for (const char *code : {"A-01", "A-02", "B-01", "C-03"})
        EXPECT_FALSE(checkDraftAnswer(item(code), Answer::ofValue("perhaps"_s)).ok()) << code;
    EXPECT_EQ(checkDraftAnswer(item("A-03"), Answer::ofValue(" "_s)).error().code, ErrorCode::Incomplete);
}

TEST(DraftAnswer, soundRows_leavesOutCellsThatAreRefusedAndRowsWithNothing)
{
    const auto sound = soundRows(item("C-01"), {QJsonObject{{"name"_s, "Hall"_s}, {"seats"_s, "many"_s}}, QJsonObject(),
                                                QJsonObject{{"name"_s, "Hall"_s}, {"fine"_s, "yes"_s}},
                                                QJsonObject{{"name"_s, "Hall"_s}}});
    EXPECT_EQ(sound.rows, (QJsonArray{QJsonObject{{"name"_s, "Hall"_s}}, QJsonObject{{"fine"_s, "yes"_s}}}));
    ASSERT_TRUE(sound.fault);
    EXPECT_EQ(sound.fault->where, "rows[0].seats"_s);
    EXPECT_EQ(sound.fault->code, ErrorCode::InvalidValue);
    EXPECT_TRUE(checkDraftAnswer(item("C-01"), Answer::ofRows(sound.rows)).ok());
    EXPECT_FALSE(soundRows(item("C-01"), {QJsonObject{{"seats"_s, "4"_s}}}).fault);
}

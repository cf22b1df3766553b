// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/rulereader.h"
#include "tests/support/standardjson.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace markaz;
using samples::json;

namespace {

QString operator""_s(const char *text, size_t size)
{
    return QString::fromUtf8(text, qsizetype(size));
}

Facts facts()
{
    Facts made;
    made.tier = 2;
    made.building = json("{'storeys': 3}");
    made.programme = json("{'rate': '12.5'}");
    made.answers.insert("A-01"_s, Answer::ofValue("25"_s));
    made.answers.insert("A-02"_s, Answer::ofValue("0"_s));
    made.answers.insert("A-03"_s, Answer::ofValue("99999999999"_s));
    made.answers.insert("A-04"_s, Answer::ofValue("-7"_s));
    made.answers.insert("R-01"_s, Answer::ofRows({json("{'n': '4'}"), json("{'n': '1.5'}"), json("{'n': '10'}")}));
    made.answers.insert("R-02"_s, Answer::ofRows({json("{'n': '4'}"), json("{'n': '1.0001'}")}));
    made.answers.insert("R-03"_s, Answer::ofRows({json("{'n': '4'}"), json("{}")}));
    made.answers.insert("R-04"_s, Answer::ofRows({}));
    return made;
}

Calculation::Outcome evaluate(const char *text, const Facts &given = facts())
{
    ReadLog log;
    const auto calculation = readCalculation(JsonNode(json(text), {}, log));
    EXPECT_TRUE(log.sound()) << text;
    return calculation->evaluate(given);
}

QString number(const char *text)
{
    const auto outcome = evaluate(text);
    return outcome.value ? outcome.value->toString() : outcome.undefined ? "undefined"_s : "absent"_s;
}

} // namespace

TEST(Calculation, ratio_isRoundedHalfUpToFourPlaces)
{
    EXPECT_EQ(number("{'ratio': [{'item': 'A-01'}, {'constant': '100'}]}"), "0.25"_s);
    EXPECT_EQ(number("{'ratio': [{'constant': '1'}, {'constant': '3'}]}"), "0.3333"_s);
    EXPECT_EQ(number("{'ratio': [{'constant': '2'}, {'constant': '3'}]}"), "0.6667"_s);
    EXPECT_EQ(number("{'ratio': [{'constant': '0.0001'}, {'constant': '2'}]}"), "0.0001"_s) << "half rounds up";
    EXPECT_EQ(number("{'ratio': [{'constant': '-0.0001'}, {'constant': '2'}]}"), "0"_s) << "up is towards plus";
    EXPECT_EQ(number("{'ratio': [{'constant': '0.0001'}, {'constant': '-2'}]}"), "0"_s);
    EXPECT_EQ(number("{'ratio': [{'constant': '-1'}, {'constant': '-3'}]}"), "0.3333"_s);
    EXPECT_EQ(number("{'ratio': [{'item': 'A-03'}, {'item': 'A-03'}]}"), "1"_s) << "no overflow on the way";
}

TEST(Calculation, kinds_calculate)
{
    EXPECT_EQ(number("{'sum': [{'item': 'A-01'}, {'rows': 'R-01', 'field': 'n'}, {'tier': true}]}"), "42.5"_s);
    EXPECT_EQ(number("{'difference': [{'item': 'A-04'}, {'building': 'storeys'}]}"), "-10"_s);
    EXPECT_EQ(number("{'product': [{'item': 'A-01'}, {'programme': 'rate'}, {'constant': '0.1'}]}"), "31.25"_s);
    EXPECT_EQ(number("{'least': [{'rows': 'R-01', 'field': 'n'}, {'constant': '2'}]}"), "1.5"_s);
    EXPECT_EQ(number("{'most': [{'rows': 'R-01', 'field': 'n'}]}"), "10"_s);
    EXPECT_EQ(number("{'median': [{'rows': 'R-01', 'field': 'n'}]}"), "4"_s);
    EXPECT_EQ(number("{'median': [{'rows': 'R-02', 'field': 'n'}]}"), "2.5001"_s) << "2.50005 is half-way";
    EXPECT_EQ(number("{'count': [{'rows': 'R-01', 'field': 'n'}]}"), "3"_s);
    EXPECT_EQ(number("{'ratio': [{'sum': [{'rows': 'R-01', 'field': 'n'}]}, {'difference': [{'item': 'A-01'}, "
                     "{'constant': '20'}]}]}"),
              "3.1"_s);
}

TEST(Calculation, absentOperand_makesItAbsent)
{
    for (const char *operand :
         {"{'item': 'Z-01'}", "{'rows': 'Z-01', 'field': 'n'}", "{'rows': 'R-03', 'field': 'n'}",
          "{'rows': 'R-04', 'field': 'n'}", "{'rows': 'A-01', 'field': 'n'}", "{'building': 'planned_seats'}",
          "{'programme': 'loan'}", "{'ratio': [{'item': 'Z-01'}, {'constant': '0'}]}"}) {
        EXPECT_EQ(number((std::string("{'sum': [{'item': 'A-01'}, ") + operand + "]}").c_str()), "absent"_s) << operand;
    }
}

TEST(Calculation, noNumber_isUndefinedNotAbsent)
{
    EXPECT_EQ(number("{'ratio': [{'item': 'A-01'}, {'item': 'A-02'}]}"), "undefined"_s);
    EXPECT_EQ(number("{'sum': [{'ratio': [{'item': 'A-01'}, {'item': 'A-02'}]}, {'constant': '1'}]}"), "undefined"_s);
    EXPECT_EQ(number("{'product': [{'item': 'A-03'}, {'item': 'A-03'}, {'item': 'A-03'}, {'item': 'A-03'}]}"),
              "undefined"_s);
    EXPECT_EQ(number("{'sum': [{'item': 'A-03'}, {'constant': '1'}]}"), "undefined"_s) << "twelve digits";
    EXPECT_EQ(number("{'ratio': [{'item': 'A-03'}, {'constant': '0.0001'}]}"), "undefined"_s);
    EXPECT_EQ(number("{'sum': [{'ratio': [{'item': 'A-01'}, {'item': 'A-02'}]}, {'item': 'Z-01'}]}"), "absent"_s)
        << "there is still something to ask";
}

RC_GTEST_PROP(Calculation, ratio_isTheNearestTenThousandth, ())
{
    const qint64 a = *rc::gen::inRange<qint64>(-1'000'000'000'000, 1'000'000'000'000);
    const qint64 b =
        *rc::gen::suchThat(rc::gen::inRange<qint64>(-1'000'000'000, 1'000'000'000), [](qint64 n) { return n != 0; });
    Facts given;
    given.answers.insert("A-01"_s, Answer::ofValue(Decimal::fromUnits(a).toString()));
    given.answers.insert("A-02"_s, Answer::ofValue(Decimal::fromUnits(b).toString()));
    const auto outcome = evaluate("{'ratio': [{'item': 'A-01'}, {'item': 'A-02'}]}", given);
    if (outcome.undefined)
        RC_DISCARD("beyond eleven digits");
    // q = a * 10^4 / b lies in [units - 1/2, units + 1/2)
    const long double exact = static_cast<long double>(a) * 10'000.0L / static_cast<long double>(b);
    const long double units = static_cast<long double>(outcome.value->units());
    RC_ASSERT(exact - units >= -0.5000001L);
    RC_ASSERT(exact - units <= 0.5000001L);
}

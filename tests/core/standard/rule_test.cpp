// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/rulereader.h"
#include "tests/support/standardjson.h"

#include <gtest/gtest.h>

using namespace markaz;
using samples::json;

namespace {

QString operator""_s(const char *text, size_t size)
{
    return QString::fromUtf8(text, qsizetype(size));
}

std::shared_ptr<const Rule> rule(const char *text)
{
    ReadLog log;
    auto read = readRule(JsonNode(json(text), {}, log));
    EXPECT_TRUE(log.sound()) << text;
    return read;
}

bool holds(const char *text, const Facts &facts)
{
    return rule(text)->holds(facts);
}

Facts facts()
{
    Facts made;
    made.tier = 2;
    made.building = json("{'storeys': 3, 'has_generator': false, 'condition': 'fair', 'year_built': null}");
    made.programme = json("{'seat_rate_ceiling_pkr': 4000}");
    made.answers.insert("D-06"_s, Answer::ofValue("none"_s));
    made.answers.insert("C-03"_s, Answer::ofValue("34.0"_s));
    made.answers.insert("B-08"_s, Answer::notApplicable("no drop"_s).value());
    made.answers.insert("B-09"_s, Answer::notInspected("locked"_s).value());
    return made;
}

} // namespace

TEST(Rule, equals_comparesTokensNumbersAndTruth)
{
    EXPECT_TRUE(holds("{'equals': [{'item': 'D-06'}, 'none']}", facts()));
    EXPECT_FALSE(holds("{'equals': [{'item': 'D-06'}, 'both']}", facts()));
    EXPECT_TRUE(holds("{'equals': [{'item': 'C-03'}, 34]}", facts())) << "34.0 is 34";
    EXPECT_TRUE(holds("{'equals': [{'item': 'C-03'}, '34']}", facts()));
    EXPECT_TRUE(holds("{'equals': [{'building': 'has_generator'}, false]}", facts()));
    EXPECT_FALSE(holds("{'equals': [{'building': 'has_generator'}, true]}", facts()));
    EXPECT_TRUE(holds("{'equals': [{'tier': true}, 2]}", facts()));
    EXPECT_TRUE(holds("{'equals': [{'programme': 'seat_rate_ceiling_pkr'}, '4000.0']}", facts()));
}

TEST(Rule, order_isThatOfNumbers)
{
    EXPECT_TRUE(holds("{'at_least': [{'building': 'storeys'}, 3]}", facts()));
    EXPECT_FALSE(holds("{'at_least': [{'building': 'storeys'}, 4]}", facts()));
    EXPECT_TRUE(holds("{'at_most': [{'item': 'C-03'}, '34.0001']}", facts()));
    EXPECT_FALSE(holds("{'at_most': [{'item': 'C-03'}, '33.9999']}", facts()));
    EXPECT_FALSE(holds("{'at_least': [{'item': 'D-06'}, 0]}", facts())) << "a token has no order";
}

TEST(Rule, oneOf_findsAnyOfThem)
{
    EXPECT_TRUE(holds("{'one_of': [{'building': 'condition'}, ['good', 'fair']]}", facts()));
    EXPECT_FALSE(holds("{'one_of': [{'building': 'condition'}, ['poor']]}", facts()));
}

TEST(Rule, absentOperand_makesAComparisonFalse)
{
    for (const char *operand : {"{'item': 'A-01'}", "{'building': 'level_entrance'}", "{'building': 'year_built'}",
                                "{'programme': 'loan_instalment_pkr'}", "{'item': 'B-08'}", "{'item': 'B-09'}"}) {
        const std::string o = operand;
        EXPECT_FALSE(holds(("{'equals': [" + o + ", 'no']}").c_str(), facts())) << o;
        EXPECT_FALSE(holds(("{'at_least': [" + o + ", '-99999']}").c_str(), facts())) << o;
        EXPECT_FALSE(holds(("{'at_most': [" + o + ", '99999']}").c_str(), facts())) << o;
        EXPECT_FALSE(holds(("{'one_of': [" + o + ", ['', 'no']]}").c_str(), facts())) << o;
        EXPECT_TRUE(holds(("{'not': {'equals': [" + o + ", 'no']}}").c_str(), facts())) << o;
    }
}

TEST(Rule, allAnyNot_combine)
{
    const char *yes = "{'equals': [{'tier': true}, 2]}";
    const char *no = "{'equals': [{'tier': true}, 1]}";
    const auto both = [&](const char *kind, const char *a, const char *b) {
        return holds((std::string("{'") + kind + "': [" + a + ", " + b + "]}").c_str(), facts());
    };
    EXPECT_TRUE(both("all", yes, yes));
    EXPECT_FALSE(both("all", yes, no));
    EXPECT_TRUE(both("any", no, yes));
    EXPECT_FALSE(both("any", no, no));
    EXPECT_FALSE(holds((std::string("{'not': ") + yes + "}").c_str(), facts()));
}

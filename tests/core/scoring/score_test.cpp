// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/perfectanswers.h"
#include "tests/support/standardjson.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace markaz;
using samples::bands;
using samples::criticalItem;
using samples::item;
using samples::json;
using samples::parsed;
using samples::standardOf;
using Status = ItemScore::Status;
using Answers = QHash<QString, Answer>;

namespace {

QString operator""_s(const char *text, size_t size)
{
    return QString::fromUtf8(text, qsizetype(size));
}

Answer value(const QString &text)
{
    return Answer::ofValue(text);
}

ScoringContext plain()
{
    ScoringContext context;
    context.tier = 2;
    context.visitDate = QDate(2026, 11, 23);
    return context;
}

} // namespace

TEST(Score, total_isRoundedHalfUpOnce)
{
    // 3 of 16 is 1875 exactly; 1 of 32 is 312.5, which rounds up
    const Standard standard = parsed(standardOf({item("A-01", "yes_no", 1), item("A-02", "yes_no", 31),
                                                 item("B-01", "yes_no", 3), item("B-02", "yes_no", 65)}));
    const ScoreResult result = score(
        standard,
        {{"A-01"_s, value("yes"_s)}, {"A-02"_s, value("no"_s)}, {"B-01"_s, value("yes"_s)}, {"B-02"_s, value("no"_s)}},
        plain());
    EXPECT_EQ(result.section("A"_s)->scoreBp, 313);
    EXPECT_EQ(result.section("B"_s)->scoreBp, 441); // 3 of 68 is 441.18
    EXPECT_EQ(result.totalBp, 400) << "from the sums, not from the rounded sections";
}

TEST(Score, missingAndNotInspected_countAsNothing)
{
    const Standard standard =
        parsed(standardOf({item("A-01", "yes_no", 25), item("A-02", "yes_no", 25), item("A-03", "yes_no", 50)}));
    const ScoreResult result = score(
        standard, {{"A-01"_s, value("yes"_s)}, {"A-02"_s, Answer::notInspected("locked room"_s).value()}}, plain());
    EXPECT_EQ(result.totalBp, 2500);
    EXPECT_EQ(result.missing, QStringList{"A-03"_s});
    EXPECT_EQ(result.notInspected, QStringList{"A-02"_s});
    EXPECT_FALSE(result.complete());
    EXPECT_EQ(result.section("A"_s)->answered, 2);
    EXPECT_EQ(result.section("A"_s)->total, 3);
    EXPECT_EQ(result.section("A"_s)->failing, 0);
}

TEST(Score, notApplicable_leavesBothSums)
{
    const Standard standard =
        parsed(standardOf({item("A-01", "yes_no", 40), item("A-02", "yes_no", 60, json("{'not_applicable': true}"))}));
    const Answer na = Answer::notApplicable("no such thing"_s).value();
    EXPECT_EQ(score(standard, {{"A-01"_s, value("yes"_s)}, {"A-02"_s, na}}, plain()).totalBp, 10'000);
    EXPECT_EQ(score(standard, {{"A-01"_s, value("no"_s)}, {"A-02"_s, na}}, plain()).totalBp, 0);
    EXPECT_EQ(score(standard, {{"A-01"_s, value("yes"_s)}, {"A-02"_s, value("no"_s)}}, plain()).totalBp, 4000);
}

TEST(Score, notApplicableWhereItAlwaysApplies_isNoAnswer)
{
    const Standard standard = parsed(standardOf({criticalItem("A-01", "yes_no", 100)}));
    const ScoreResult result =
        score(standard, {{"A-01"_s, Answer::notApplicable("we would rather not"_s).value()}}, plain());
    EXPECT_EQ(result.items.value("A-01"_s).status, Status::Missing);
    EXPECT_EQ(result.totalBp, 0);
    EXPECT_TRUE(result.criticalFailures.isEmpty()) << "a missing answer blocks, it does not accuse";
}

TEST(Score, hiddenItems_areNeitherScoredNorRead)
{
    const Standard standard =
        parsed(standardOf({item("A-01", "measurement", 50,
                                json("{'number': {}, 'instruments': ['tape'],"
                                     " 'visible_when': {'equals': [{'building': 'sample'}, true]}}")),
                           item("A-02", "calculated", 50,
                                json("{'calculate': {'sum': [{'item': 'A-01'}]}, 'credit': {'direction': 'at_least',"
                                     "'bands': {'1': [{'at': '5', 'credit_bp': 10000}], '2': [{'at': '5', 'credit_bp': "
                                     "10000}], '3': [{'at': '5', 'credit_bp': 10000}]}}}"))}));
    const Answers answers{{"A-01"_s, value("7"_s)}};
    const ScoreResult hidden = score(standard, answers, plain());
    EXPECT_EQ(hidden.items.value("A-01"_s).status, Status::Hidden);
    EXPECT_EQ(hidden.items.value("A-02"_s).status, Status::Missing);
    EXPECT_EQ(hidden.section("A"_s)->total, 1);
    ScoringContext context = plain();
    context.building.insert("sample"_s, true);
    const ScoreResult shown = score(standard, answers, context);
    EXPECT_EQ(shown.totalBp, 10'000);
    EXPECT_EQ(shown.items.value("A-02"_s).computed, Decimal::fromInteger(7));
}

TEST(Score, emptySection_meetsItsFloor)
{
    const Standard standard =
        parsed(standardOf({item("A-01", "yes_no", 100), item("B-01", "yes_no", 0)}, json("{'B': 9000}")));
    const ScoreResult result = score(standard, {{"A-01"_s, value("yes"_s)}, {"B-01"_s, value("no"_s)}}, plain());
    EXPECT_EQ(result.section("B"_s)->scoreBp, 10'000);
    EXPECT_TRUE(result.section("B"_s)->floorMet);
    EXPECT_EQ(result.verdict, Verdict::Eligible);
}

TEST(Score, nothingThatCounts_isNotEligible)
{
    const Standard standard = parsed(standardOf({item("A-01", "yes_no", 100, json("{'not_applicable': true}"))}));
    const ScoreResult result = score(standard, {{"A-01"_s, Answer::notApplicable("none of it"_s).value()}}, plain());
    EXPECT_EQ(result.totalBp, 0);
    EXPECT_EQ(result.verdict, Verdict::Refused);
}

TEST(Score, criticalItemMetInPart_failsUnlessTolerated)
{
    const QJsonObject half = json("{'options': [{'token': 'full', 'label': {'en': 'f', 'ur': 'f'}, 'credit_bp': 10000},"
                                  "{'token': 'half', 'label': {'en': 'h', 'ur': 'h'}, 'credit_bp': 5000}]}");
    QJsonObject tolerated = half;
    tolerated.insert("partial_tolerated"_s, true);
    const Standard standard =
        parsed(standardOf({criticalItem("A-01", "choice", 30, half), criticalItem("A-02", "choice", 30, tolerated),
                           item("A-03", "choice", 40, half)}));
    const ScoreResult result = score(
        standard, {{"A-01"_s, value("half"_s)}, {"A-02"_s, value("half"_s)}, {"A-03"_s, value("half"_s)}}, plain());
    EXPECT_EQ(result.items.value("A-01"_s).status, Status::Fails);
    EXPECT_EQ(result.items.value("A-01"_s).creditBp, 0);
    EXPECT_EQ(result.items.value("A-02"_s).status, Status::Partial);
    EXPECT_EQ(result.items.value("A-03"_s).creditBp, 5000);
    EXPECT_EQ(result.criticalFailures, QStringList{"A-01"_s});
    EXPECT_EQ(result.totalBp, 3500);
    EXPECT_EQ(failingItems(standard, result), QStringList{"A-01"_s});
}

TEST(Score, reversedYesNo_earnsForNo)
{
    const Standard standard =
        parsed(standardOf({item("A-01", "yes_no", 100, json("{'credit': {'yes_bp': 0, 'no_bp': 10000}}"))}));
    EXPECT_EQ(score(standard, {{"A-01"_s, value("no"_s)}}, plain()).totalBp, 10'000);
    EXPECT_EQ(score(standard, {{"A-01"_s, value("yes"_s)}}, plain()).items.value("A-01"_s).status, Status::Fails);
}

TEST(Score, expiryDate_countsWhenItReachesTheVisit)
{
    const Standard standard = parsed(standardOf({item("A-01", "expiry_date", 100)}));
    const auto total = [&](const QString &date, ScoringContext context = plain()) {
        return score(standard, {{"A-01"_s, value(date)}}, context).totalBp;
    };
    EXPECT_EQ(total("2026-11-22"_s), 0);
    EXPECT_EQ(total("2026-11-23"_s), 10'000);
    EXPECT_EQ(total("2026-11-24"_s), 10'000);
    ScoringContext undated = plain();
    undated.visitDate = {};
    EXPECT_EQ(total("2026-11-24"_s, undated), 0) << "no day, no proof";
}

TEST(Score, bands_takeTheBestThatIsReached)
{
    QJsonObject more = json("{'number': {}, 'instruments': ['tape']}");
    more.insert("credit"_s, bands("at_most", {{"3", 10'000}, {"5", 5000}}));
    const Standard standard = parsed(standardOf({item("A-01", "measurement", 100, more)}));
    const auto total = [&](const QString &text) { return score(standard, {{"A-01"_s, value(text)}}, plain()).totalBp; };
    EXPECT_EQ(total("3"_s), 10'000);
    EXPECT_EQ(total("3.0001"_s), 5000);
    EXPECT_EQ(total("5.0"_s), 5000);
    EXPECT_EQ(total("5.0001"_s), 0);
    EXPECT_EQ(total("-1"_s), 10'000);
}

TEST(Score, rows_earnWhatTheWorstEarns)
{
    QJsonObject more = json("{'repeat': {'kind': 'room', 'min_rows': 2, 'rows': 'worst', 'fields': ["
                            "{'name': 'ok', 'label': {'en': 'o', 'ur': 'o'}, 'type': 'yes_no'},"
                            "{'name': 'note', 'label': {'en': 'n', 'ur': 'n'}, 'type': 'text', 'required': false}]}}");
    const Standard standard = parsed(standardOf({item("A-01", "repeat", 100, more)}));
    const auto scored = [&](const QJsonArray &rows) {
        return score(standard, {{"A-01"_s, Answer::ofRows(rows)}}, plain()).items.value("A-01"_s);
    };
    EXPECT_EQ(scored({json("{'ok': 'yes'}"), json("{'ok': 'yes', 'note': 'x'}")}).status, Status::Met);
    EXPECT_EQ(scored({json("{'ok': 'yes'}"), json("{'ok': 'no'}")}).status, Status::Fails);
    EXPECT_EQ(scored({json("{'ok': 'no'}")}).status, Status::Missing) << "one row of two is no answer yet";
}

TEST(Score, position_isJudgedInWholeMetres)
{
    QJsonObject more{{"credit"_s, bands("at_most", {{"50", 10'000}})}};
    const Standard standard = parsed(standardOf({item("A-01", "position", 100, more)}));
    const Answers answers{{"A-01"_s, Answer::ofValue(json("{'latitude_e6': 32000450, 'longitude_e6': 74000000}"))}};
    ScoringContext context = plain();
    EXPECT_EQ(score(standard, answers, context).totalBp, 10'000) << "the first position of a building that has none";
    context.building = json("{'latitude_e6': 32000000, 'longitude_e6': 74000000}"); // 450e-6 degrees are 50.04 m
    EXPECT_EQ(score(standard, answers, context).items.value("A-01"_s).computed, Decimal::fromInteger(50));
    EXPECT_EQ(score(standard, answers, context).totalBp, 10'000);
    context.building = json("{'latitude_e6': 31999990, 'longitude_e6': 74000000}"); // 51.15 m
    EXPECT_EQ(score(standard, answers, context).totalBp, 0);
}

TEST(Score, tierOutOfRange_isTakenAsTheNearest)
{
    const Standard standard = parsed(standardOf({item("A-01", "yes_no", 100)}));
    ScoringContext context = plain();
    for (int tier : {-1, 0, 4, 1000}) {
        context.tier = tier;
        EXPECT_EQ(score(standard, {{"A-01"_s, value("yes"_s)}}, context).totalBp, 10'000);
    }
}

TEST(Score, failingItems_areCriticalFirstThenByWeightThenInOrder)
{
    const Standard standard =
        parsed(standardOf({item("A-01", "yes_no", 10), item("A-02", "yes_no", 60), criticalItem("A-03", "yes_no", 5),
                           item("B-01", "yes_no", 10), item("B-02", "yes_no", 0), criticalItem("B-03", "yes_no", 15)}));
    Answers answers;
    for (const Item &each : standard.items())
        answers.insert(each.code, value("no"_s));
    const ScoreResult result = score(standard, answers, plain());
    EXPECT_EQ(failingItems(standard, result),
              (QStringList{"B-03"_s, "A-03"_s, "A-02"_s, "A-01"_s, "B-01"_s, "B-02"_s}));
    EXPECT_EQ(result.criticalFailures, (QStringList{"A-03"_s, "B-03"_s})) << "in the standard's order";
    EXPECT_EQ(result.section("A"_s)->failing, 3);
}

TEST(Score, summary_saysWhatTheServerRecomputes)
{
    const Standard standard = parsed(
        standardOf({item("A-01", "yes_no", 60), criticalItem("B-01", "yes_no", 20), item("B-02", "yes_no", 20)}));
    const ScoreResult result = score(standard, {{"A-01"_s, value("yes"_s)}, {"B-01"_s, value("no"_s)}}, plain());
    QJsonObject expected = json("{'total_bp': 6000, 'pass_bp': 7000, 'verdict': 'refused', 'complete': false,"
                                "'critical_failures': ['B-01'], 'failed': ['B-01'], 'missing': 1, 'not_inspected': 0, "
                                "'sections': {'A': 10000, 'B': 0}}");
    expected.insert("standard_hash"_s, standard.hash());
    EXPECT_EQ(result.summary(), expected);
}

TEST(AnswersOf, anInvalidMember_isNamed)
{
    const auto read = answersOf(json("{'A-01': {'value': 'yes'}, 'C-02': {'value': 'yes', 'na': 'x'}}"));
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().where, "C-02"_s);
}

TEST(AnswersOf, whatWasWritten_isRead)
{
    const Answers answers{{"A-01"_s, value("yes"_s)}, {"B-03"_s, Answer::notInspected("dark"_s).value()}};
    EXPECT_EQ(answersOf(samples::answersField(answers)).value(), answers);
    EXPECT_TRUE(answersOf({}).value().isEmpty());
}

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/perfectanswers.h"

#include <gtest/gtest.h>

using namespace markaz;
using Status = ItemScore::Status;

namespace {

const Standard &standard()
{
    static const Standard loaded = builtinStandard().value();
    return loaded;
}

/// Four storeys: every weighted item of the standard is asked, so that a weight of 1 is 100 basis points.
ScoringContext tall(int tier)
{
    ScoringContext context = samples::context(tier);
    context.building.insert(QStringLiteral("storeys"), 4);
    return context;
}

/// Items of \p sections that may fail without being critical and without anything else hanging on them.
QStringList expendable(const QString &sections)
{
    QStringList codes;
    for (const Item &item : standard().items()) {
        if (sections.contains(item.section) && !item.critical && item.weight == 1 &&
            item.type != ItemType::Calculated && !item.readByOthers)
            codes.append(item.code);
    }
    return codes;
}

ScoreResult without(int tier, const QStringList &failing)
{
    auto answers = samples::perfectAnswers(standard(), tier);
    for (const QString &code : failing)
        samples::makeFail(answers, standard(), code, tier);
    return score(standard(), answers, tall(tier));
}

QString code(const char *text)
{
    return QLatin1String(text);
}

} // namespace

class RealStandard : public ::testing::TestWithParam<int>
{
};
INSTANTIATE_TEST_SUITE_P(Tiers, RealStandard, ::testing::Values(1, 2, 3));

TEST_P(RealStandard, everythingAtItsThreshold_isEligibleInFull)
{
    const ScoreResult result = score(standard(), samples::perfectAnswers(standard(), GetParam()), tall(GetParam()));
    for (const Item &item : standard().items())
        EXPECT_TRUE(result.items.value(item.code).status == Status::Met || item.code == code("J-04"))
            << item.code.toStdString();
    EXPECT_EQ(result.items.size(), 100);
    EXPECT_EQ(result.totalBp, 10'000);
    EXPECT_EQ(result.verdict, Verdict::Eligible);
    EXPECT_TRUE(result.complete());
    EXPECT_EQ(result.standardHash, standard().hash());
}

TEST_P(RealStandard, eachOfTheCriticalItems_aloneRefuses)
{
    int critical = 0;
    for (const Item &item : standard().items()) {
        if (!item.critical)
            continue;
        ++critical;
        const ScoreResult result = without(GetParam(), {item.code});
        EXPECT_EQ(result.criticalFailures, QStringList{item.code});
        EXPECT_EQ(result.verdict, Verdict::Refused) << item.code.toStdString();
        EXPECT_GE(result.totalBp, result.passBp) << item.code.toStdString() << ": the total alone would have passed";
    }
    EXPECT_EQ(critical, 31);
}

TEST_P(RealStandard, eachItem_canFail)
{
    for (const Item &item : standard().items()) {
        auto answers = samples::perfectAnswers(standard(), GetParam());
        samples::makeFail(answers, standard(), item.code, GetParam());
        ScoringContext context = tall(GetParam());
        context.programme.insert(QStringLiteral("loan_instalment_pkr"), 416'667);
        const ScoreResult result = score(standard(), answers, context);
        const bool informative = item.type == ItemType::Measurement && !item.bands; // D-09, D-14
        EXPECT_EQ(result.items.value(item.code).status, informative ? Status::Met : Status::Fails)
            << item.code.toStdString();
    }
}

TEST_P(RealStandard, passMarkAndMargin_decideToTheLastPoint)
{
    const int pass[] = {80, 75, 70};
    const int atPass = 100 - pass[GetParam() - 1]; // weight that may be lost
    const QStringList codes = expendable(QStringLiteral("ABFGHI")) + expendable(QStringLiteral("C")).mid(0, 4) +
                              expendable(QStringLiteral("D")).mid(0, 3) + expendable(QStringLiteral("E")).mid(0, 3);
    ASSERT_GE(codes.size(), atPass + 11);
    const auto verdictAt = [&](int lost) {
        const ScoreResult result = without(GetParam(), codes.mid(0, lost));
        EXPECT_EQ(result.totalBp, 10'000 - 100 * lost);
        return result.verdict;
    };
    EXPECT_EQ(verdictAt(atPass), Verdict::Eligible);
    EXPECT_EQ(verdictAt(atPass + 1), Verdict::Provisional);
    EXPECT_EQ(verdictAt(atPass + 10), Verdict::Provisional);
    EXPECT_EQ(verdictAt(atPass + 11), Verdict::Refused);
}

TEST_P(RealStandard, floors_areProvisionalWithinTheMarginAndRefusedBelow)
{
    const int floors[] = {7500, 7000, 6500};
    const int floor = floors[GetParam() - 1];
    for (const char *section : {"C", "D", "E"}) {
        const QStringList codes = expendable(code(section));
        int seen[3] = {0, 0, 0};
        for (qsizetype lost = 0; lost <= codes.size(); ++lost) {
            const ScoreResult result = without(GetParam(), codes.mid(0, lost));
            const SectionScore part = *result.section(code(section));
            ASSERT_GE(result.totalBp, result.passBp) << "only the floor may decide here";
            ASSERT_TRUE(result.criticalFailures.isEmpty());
            const Verdict expected = part.scoreBp >= floor          ? Verdict::Eligible
                                     : part.scoreBp >= floor - 1000 ? Verdict::Provisional
                                                                    : Verdict::Refused;
            EXPECT_EQ(result.verdict, expected) << section << " at " << part.scoreBp;
            EXPECT_EQ(part.floorMet, part.scoreBp >= floor);
            ++seen[int(expected)];
        }
        EXPECT_GT(seen[0], 0) << section;
        EXPECT_GT(seen[1], 0) << section;
    }
}

TEST_P(RealStandard, sectionsWithoutFloor_neverStandInTheWay)
{
    const ScoreResult result = without(GetParam(), expendable(QStringLiteral("B")));
    EXPECT_LT(result.section(code("B"))->scoreBp, 3000);
    EXPECT_EQ(result.section(code("B"))->floorBp, 0);
    EXPECT_TRUE(result.section(code("B"))->floorMet);
    EXPECT_EQ(result.verdict, Verdict::Eligible);
}

TEST_P(RealStandard, safetyThresholds_areTheSameInEveryTier)
{
    for (const char *name : {"B-03", "B-08", "C-03", "C-04", "D-04", "G-01", "G-03"}) {
        const Item *item = standard().item(code(name));
        EXPECT_EQ(item->bands->threshold(GetParam()), item->bands->threshold(1)) << name;
    }
}

TEST(RealStandard, seatCeiling_isThatOfThePolicyInForce)
{
    auto answers = samples::perfectAnswers(standard(), 2);
    answers.insert(code("J-01"), Answer::ofValue(code("4500")));
    ScoringContext context = samples::context(2);
    EXPECT_EQ(score(standard(), answers, context).criticalFailures, QStringList{code("J-02")});
    context.programme.insert(QStringLiteral("seat_rate_ceiling_pkr"), 4500);
    EXPECT_TRUE(score(standard(), answers, context).criticalFailures.isEmpty());
    context.programme.insert(QStringLiteral("seat_rate_ceiling_pkr"), 4499);
    EXPECT_EQ(score(standard(), answers, context).criticalFailures, QStringList{code("J-02")});
    context.programme = {};
    answers.insert(code("J-01"), Answer::ofValue(code("4000")));
    EXPECT_TRUE(score(standard(), answers, context).criticalFailures.isEmpty())
        << "the file's own 4,000 holds without policy";
}

TEST(RealStandard, loanCover_isAskedWithALoanAndCostsNothing)
{
    const auto answers = samples::perfectAnswers(standard(), 1);
    ScoringContext context = samples::context(1);
    EXPECT_EQ(score(standard(), answers, context).items.value(code("J-04")).status, Status::Hidden);
    context.programme.insert(QStringLiteral("loan_instalment_pkr"), 416'667);
    const ScoreResult result = score(standard(), answers, context);
    // 100 seats x 70 % x Rs 3,500 = Rs 245,000 of Rs 416,667
    EXPECT_EQ(result.items.value(code("J-04")).computed->toString(), code("58.8"));
    EXPECT_EQ(result.items.value(code("J-04")).status, Status::Fails);
    EXPECT_EQ(result.totalBp, 10'000);
    EXPECT_EQ(result.verdict, Verdict::Eligible);
}

TEST(RealStandard, noToilets_failsInsteadOfMissing)
{
    const ScoreResult result = without(2, {code("H-01")});
    EXPECT_EQ(result.items.value(code("H-01")).status, Status::Fails);
    EXPECT_FALSE(result.items.value(code("H-01")).computed.has_value());
    EXPECT_TRUE(result.complete());
}

TEST(RealStandard, calculatedValues_areShown)
{
    const ScoreResult result = score(standard(), samples::perfectAnswers(standard(), 1), samples::context(1));
    const auto computed = [&](const char *name) { return result.items.value(code(name)).computed->toString(); };
    EXPECT_EQ(computed("C-11"), code("135")); // (36 + 34.5) / 0.3 - 100
    EXPECT_EQ(computed("D-02"), code("0.25"));
    EXPECT_EQ(computed("E-03"), code("2"));
    EXPECT_EQ(computed("E-04"), code("1"));
    EXPECT_EQ(computed("F-02"), code("100"));
    EXPECT_EQ(computed("F-03"), code("35"));
    EXPECT_EQ(computed("H-01"), code("25"));
    EXPECT_EQ(computed("J-02"), code("3500"));
    EXPECT_EQ(computed("A-07"), code("8")); // 70e-6 degrees of latitude are 7.8 m
}

TEST(RealStandard, exitsOnePersonShort_fail)
{
    auto answers = samples::perfectAnswers(standard(), 1);
    const auto exits = [&](const char *width) {
        answers.insert(code("C-01"), Answer::ofRows({QJsonObject{{QStringLiteral("width"), code(width)},
                                                                 {QStringLiteral("outside"), code("yes")}}}));
        return score(standard(), answers, samples::context(1)).items.value(code("C-11")).status;
    };
    EXPECT_EQ(exits("30"), Status::Met); // 30 / 0.3 = 100 people
    EXPECT_EQ(exits("29.75"), Status::Fails);
}

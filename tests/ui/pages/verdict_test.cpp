// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict's words, by the marks, floors and the margin of the version that an inspection goes by.
#include "tests/support/standardjson.h"

#include "core/standard/standard.h"
#include "ui/text/verdictwords.h"

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

/// The built-in standard with other marks in tier 2.
Standard marked(int pass, const QJsonObject &floors, int margin)
{
    QJsonObject standard = samples::builtinAs(2);
    QJsonObject tiers = standard.value(QStringLiteral("tiers")).toObject();
    tiers.insert(QStringLiteral("2"), QJsonObject{{QStringLiteral("pass_bp"), pass},
                                                  {QStringLiteral("floors_bp"), floors},
                                                  {QStringLiteral("provisional_margin_bp"), margin}});
    standard.insert(QStringLiteral("tiers"), tiers);
    return samples::parsed(standard);
}

/// All answered, nothing critical fails: \p sections have these scores, each other one 100.
VerdictContent words(const Standard &standard, int total, const QHash<QString, int> &sections, Verdict verdict)
{
    const TierRule &rule = standard.tier(2);
    ScoreResult score;
    score.totalBp = total;
    score.passBp = rule.passBp;
    score.verdict = verdict;
    for (const Section &section : standard.sections()) {
        SectionScore part;
        part.code = section.code;
        part.scoreBp = sections.value(section.code, 10'000);
        part.floorBp = rule.floorBp.value(section.code);
        part.floorMet = part.scoreBp >= part.floorBp;
        score.sections.append(part);
    }
    return verdictContent(standard, score, 2);
}

const QJsonObject kFloors{{QStringLiteral("C"), 7000}, {QStringLiteral("D"), 7000}, {QStringLiteral("E"), 7000}};

TEST(VerdictWords, aSectionFarBelowItsFloor_isNamedAlsoWhereTheTotalIsShort)
{
    // 70 of 75 would be provisional; it is section C that refuses.
    const auto said = words(marked(7500, kFloors, 1000), 7000,
                            {{QStringLiteral("C"), 4000}, {QStringLiteral("D"), 6500}}, Verdict::Refused);
    EXPECT_EQ(said.lead, QStringLiteral("Tier 2: 70.0 of 75.0 – but section C has 40.0 of 70.0"));
    EXPECT_EQ(said.explanation, QStringLiteral("Refused as it stands: section C has 40.0 of 70.0. Up to 10.0 below is "
                                               "provisional, and this is more."));
}

TEST(VerdictWords, theTotalFarBelow_saysByHowMuchOfTheVersionsMargin)
{
    const auto said = words(marked(7500, kFloors, 300), 7100, {{QStringLiteral("E"), 6800}}, Verdict::Refused);
    EXPECT_EQ(said.lead, QStringLiteral("Tier 2: 71.0 of 75.0 – refused"));
    EXPECT_EQ(said.explanation, QStringLiteral("Refused as it stands: the total has 71.0 of 75.0. Up to 3.0 below is "
                                               "provisional, and this is more."));
    const auto both =
        words(marked(7500, {{QStringLiteral("G"), 9000}}, 0), 7400, {{QStringLiteral("G"), 8900}}, Verdict::Refused);
    EXPECT_EQ(both.explanation,
              QStringLiteral("Refused as it stands: the total has 74.0 of 75.0, section G has 89.0 of 90.0."));
}

TEST(VerdictWords, provisional_saysWhatIsShort)
{
    const auto said = words(marked(7500, {{QStringLiteral("G"), 9000}}, 250), 8000, {{QStringLiteral("G"), 8800}},
                            Verdict::Provisional);
    EXPECT_EQ(said.lead, QStringLiteral("Tier 2: 80.0 of 75.0 – provisional"));
    EXPECT_EQ(said.explanation, QStringLiteral("Short: section G has 88.0 of 90.0. Up to 2.5 below is provisional, and "
                                               "90 days are given to mend it."));
}

} // namespace
} // namespace markaz::ui

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/answer.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace markaz;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

TEST(Answer, everyFormOfTheFormat_isReadAndWrittenBackUnchanged)
{
    const char *const forms[] = {
        R"({"value": "yes"})",
        R"({"value": "34.0", "instrument": "tape"})",
        R"({"value": "2027-03-14"})",
        R"({"value": "given", "reference": "Deed 114/2019"})",
        R"({"value": {"latitude_e6": 31558000, "longitude_e6": 74350710, "accuracy_m": 6}})",
        R"({"value": "free text"})",
        R"({"rows": [{"width": "34", "outside": "yes"}]})",
        R"({"na": "no basement"})",
        R"({"not_inspected": "the room was locked"})",
        R"({"value": "no", "at": "2026-11-23T09:00:00.000Z", "of_a_newer_program": [1, 2]})",
    };
    for (const char *form : forms) {
        auto answer = Answer::fromJson(json(form));
        ASSERT_TRUE(answer) << form;
        EXPECT_EQ(answer->toJson(), json(form)) << form;
    }
}

TEST(Answer, state_isExactlyOneOfThree)
{
    EXPECT_EQ(Answer::fromJson(json(R"({"value": "yes"})"))->state(), Answer::State::Answered);
    EXPECT_EQ(Answer::fromJson(json(R"({"rows": []})"))->state(), Answer::State::Answered);
    EXPECT_EQ(Answer::fromJson(json(R"({"na": "why"})"))->state(), Answer::State::NotApplicable);
    EXPECT_EQ(Answer::fromJson(json(R"({"not_inspected": "why"})"))->state(), Answer::State::NotInspected);
}

TEST(Answer, noneOrSeveralStates_areRefused)
{
    for (const char *form : {R"({})", R"({"at": "2026-11-23T09:00:00.000Z"})", R"({"value": "yes", "na": "why"})",
                             R"({"na": "why", "not_inspected": "why"})", R"({"value": "yes", "rows": []})"}) {
        auto answer = Answer::fromJson(json(form));
        ASSERT_FALSE(answer) << form;
        EXPECT_EQ(answer.error().code, ErrorCode::InvalidValue) << form;
    }
    EXPECT_FALSE(Answer::fromJson(QStringLiteral("yes")));
    EXPECT_FALSE(Answer::fromJson(QJsonValue::Null));
    EXPECT_FALSE(Answer::fromJson(QJsonArray{1}));
}

TEST(Answer, rowsThatAreNoList_areRefused)
{
    auto answer = Answer::fromJson(json(R"({"rows": {"width": "34"}})"));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().where, QStringLiteral("rows"));
}

TEST(Answer, withoutAnAnswer_aReasonIsNeeded)
{
    for (const char *form : {R"({"na": ""})", R"({"na": "  "})", R"({"na": 7})", R"({"not_inspected": "\t"})"}) {
        auto answer = Answer::fromJson(json(form));
        ASSERT_FALSE(answer) << form;
        EXPECT_EQ(answer.error().code, ErrorCode::Incomplete) << form;
    }
    EXPECT_EQ(Answer::notApplicable(QStringLiteral(" \n")).error().code, ErrorCode::Incomplete);
    EXPECT_EQ(Answer::notInspected({}).error().code, ErrorCode::Incomplete);
}

TEST(Answer, reason_isTrimmedAndReadBack)
{
    EXPECT_EQ(Answer::notApplicable(QStringLiteral("  no lift \n"))->reason(), QStringLiteral("no lift"));
    EXPECT_EQ(Answer::notInspected(QStringLiteral("locked"))->reason(), QStringLiteral("locked"));
    EXPECT_EQ(Answer::ofValue(QStringLiteral("yes")).reason(), QString());
}

TEST(Answer, ofValue_keepsItsInstrumentOnlyWhenThereIsOne)
{
    EXPECT_EQ(Answer::ofValue(QStringLiteral("34.0"), QStringLiteral("tape")).toJson(),
              json(R"({"value": "34.0", "instrument": "tape"})"));
    EXPECT_EQ(Answer::ofValue(QStringLiteral("yes")).toJson(), json(R"({"value": "yes"})"));
    EXPECT_EQ(Answer::ofValue(QStringLiteral("34.0"), QStringLiteral("tape")).instrument(), QStringLiteral("tape"));
}

TEST(Answer, ofRows_isARepeatAnswer)
{
    const QJsonArray rows{QJsonObject{{QStringLiteral("width"), QStringLiteral("34")}}};
    const Answer answer = Answer::ofRows(rows);
    EXPECT_TRUE(answer.isRepeat());
    EXPECT_EQ(answer.rows(), rows);
    EXPECT_FALSE(Answer::ofValue(QStringLiteral("x")).isRepeat());
}

TEST(Answer, givenAt_addsTheTimeAndLeavesTheFirstAsItWas)
{
    const Answer first = Answer::ofValue(QStringLiteral("yes"));
    const Answer later = first.givenAt(QStringLiteral("2026-11-23T09:00:00.000Z"));
    EXPECT_EQ(later.at(), QStringLiteral("2026-11-23T09:00:00.000Z"));
    EXPECT_EQ(later.text(), QStringLiteral("yes"));
    EXPECT_EQ(first.at(), QString());
    EXPECT_NE(first, later);
}

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/answerwords.h"

#include "tests/core/workflow/workflowfixture.h"
#include "tests/ui/uitest.h"
#include "ui/text/format.h"

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

TEST(AnswerWords, aUnit_isCalledAsTheStandardCallsItInTheLanguageInUse)
{
    Item item;
    item.type = ItemType::Measurement;
    item.unit = QStringLiteral("in");
    const QJsonObject answer{{QStringLiteral("value"), QStringLiteral("33")}};
    const Standard &standard = markaz::test::standard();
    EXPECT_EQ(answerWords(standard, item, answer), QStringLiteral("33 in"));
    test::ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    EXPECT_EQ(answerWords(standard, item, answer), format::isolate(QStringLiteral("33")) + QStringLiteral(" انچ"));
    item.unit = QStringLiteral("dB(A)"); // has no other letters
    EXPECT_EQ(answerWords(standard, item, answer), format::isolate(QStringLiteral("33 dB(A)")));
    item.unit.clear();
    EXPECT_EQ(answerWords(standard, item, answer), format::isolate(QStringLiteral("33")));
}

} // namespace
} // namespace markaz::ui

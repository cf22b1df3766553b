// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/attemptdelay.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

using namespace std::chrono_literals;

TEST(AttemptDelay, growsAndStopsAtAMinute)
{
    const std::chrono::seconds expected[] = {0s, 1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s};
    for (int failures = 0; failures < 9; ++failures)
        EXPECT_EQ(attemptDelay(failures), expected[failures]) << failures;
    EXPECT_EQ(attemptDelay(1'000'000), 60s);
    EXPECT_EQ(attemptDelay(-1), 0s);
}

TEST(AttemptDelay, whatIsLeft_isRoundedUpAndNeverMoreThanTheDelay)
{
    const QDateTime at(QDate(2026, 11, 28), QTime(9, 0), Qt::UTC);
    EXPECT_EQ(attemptWait(4, at, at), 8s);
    EXPECT_EQ(attemptWait(4, at, at.addMSecs(1)), 8s);
    EXPECT_EQ(attemptWait(4, at, at.addMSecs(7001)), 1s);
    EXPECT_EQ(attemptWait(4, at, at.addSecs(8)), 0s);
    EXPECT_EQ(attemptWait(4, at, at.addYears(10)), 0s);
    EXPECT_EQ(attemptWait(4, at, at.addYears(-10)), 8s) << "a clock that was set back";
    EXPECT_EQ(attemptWait(0, at, at), 0s);
    EXPECT_EQ(attemptWait(9, {}, at), 0s);
}

} // namespace
} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/programmeday.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

QDateTime at(int hour, int minute, Qt::TimeSpec zone = Qt::UTC, int ahead = 0)
{
    return {QDate(2026, 11, 24), QTime(hour, minute), zone, ahead};
}

TEST(ProgrammeDay, beginsAtNineteenHoursUtc_whateverTheZoneOfTheInstant)
{
    EXPECT_EQ(programmeDay(at(18, 59)), QDate(2026, 11, 24));
    EXPECT_EQ(programmeDay(at(19, 0)), QDate(2026, 11, 25));
    EXPECT_EQ(programmeDay(at(23, 59)), QDate(2026, 11, 25));
    EXPECT_EQ(programmeDay(at(0, 0, Qt::OffsetFromUTC, 5 * 3600)), QDate(2026, 11, 24));
    EXPECT_EQ(programmeDay(at(14, 0, Qt::OffsetFromUTC, -5 * 3600)), QDate(2026, 11, 25));
    EXPECT_EQ(programmeClock(at(19, 30)).time(), QTime(0, 30));
}

TEST(ProgrammeDay, itsInstant_isTheOtherWay)
{
    EXPECT_EQ(programmeInstant(QDate(2026, 11, 25)), at(19, 0));
    EXPECT_EQ(programmeInstant(QDate(2026, 11, 24), QTime(14, 5)), at(9, 5));
    EXPECT_EQ(programmeInstant(QDate(2026, 11, 25)).timeSpec(), Qt::UTC);
    EXPECT_EQ(programmeDay(programmeInstant(QDate(2026, 11, 25)).addMSecs(-1)), QDate(2026, 11, 24));
}

} // namespace
} // namespace markaz

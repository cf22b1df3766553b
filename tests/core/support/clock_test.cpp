// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/clock.h"

#include <QTimeZone>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace markaz;

namespace {

QDateTime utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int ms = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second, ms), Qt::UTC);
}

} // namespace

TEST(IsoTime, oneForm_withMillisecondsAndZ)
{
    EXPECT_EQ(toIso(utc(2026, 11, 23, 9, 0, 0)), QStringLiteral("2026-11-23T09:00:00.000Z"));
    EXPECT_EQ(toIso(utc(2026, 1, 2, 3, 4, 5, 6)), QStringLiteral("2026-01-02T03:04:05.006Z"));
}

TEST(IsoTime, otherTimeZones_areWrittenInUtc)
{
    const QDateTime karachi(QDate(2026, 11, 23), QTime(14, 0), QTimeZone(5 * 3600));
    EXPECT_EQ(toIso(karachi), QStringLiteral("2026-11-23T09:00:00.000Z"));
}

TEST(IsoTime, ownForm_isReadBack)
{
    auto time = fromIso(QStringLiteral("2026-11-23T09:00:00.123Z"));
    ASSERT_TRUE(time);
    EXPECT_EQ(*time, utc(2026, 11, 23, 9, 0, 0, 123));
    EXPECT_EQ(time->timeSpec(), Qt::UTC);
}

TEST(IsoTime, whatIsNoUtcTime_isRefused)
{
    for (const char *text : {"", "Z", "now", "2026-11-23", "2026-11-23T09:00:00.000", "2026-11-23T09:00:00.000+05:00",
                             "2026-11-23T09:00:00.000+00:00", "2026-02-30T09:00:00.000Z", "2026-11-23T25:00:00.000Z",
                             "2026-11-23T09:61:00.000Z", "23.11.2026 09:00Z", "2026-11-23T09:00:00.000Z "}) {
        auto time = fromIso(QLatin1String(text));
        ASSERT_FALSE(time) << text;
        EXPECT_EQ(time.error().code, ErrorCode::InvalidValue) << text;
    }
}

RC_GTEST_PROP(IsoTimeProperty, textAndBack_isTheSameMoment, ())
{
    const auto ms = *rc::gen::inRange<qint64>(0, 4'102'444'800'000); // 1970 to 2100
    auto back = fromIso(toIso(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)));
    RC_ASSERT(back.ok());
    RC_ASSERT(back->toMSecsSinceEpoch() == ms);
}

TEST(FixedClock, movesOnlyWhenTold)
{
    FixedClock clock(utc(2026, 11, 23, 9));
    EXPECT_EQ(clock.now(), clock.now());
    clock.advance(1500);
    EXPECT_EQ(toIso(clock.now()), QStringLiteral("2026-11-23T09:00:01.500Z"));
    clock.set(QDateTime(QDate(2026, 11, 23), QTime(14, 0), QTimeZone(5 * 3600)));
    EXPECT_EQ(toIso(clock.now()), QStringLiteral("2026-11-23T09:00:00.000Z"));
}

TEST(SystemClock, isNowInUtc)
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QDateTime now = SystemClock().now();
    EXPECT_EQ(now.timeSpec(), Qt::UTC);
    EXPECT_GE(now, before);
    EXPECT_LE(now, QDateTime::currentDateTimeUtc());
}

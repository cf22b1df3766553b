// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncpolicy.h"

#include <gtest/gtest.h>

using namespace markaz;
using Trouble = SyncSnapshot::Trouble;

TEST(Backoff, doublesFromTwoSecondsToAQuarterOfAnHour)
{
    Backoff backoff([] { return 1.0; }); // the upper end, which a jitter below 1 never reaches
    const QList<qint64> most{2'000, 4'000, 8'000, 16'000, 32'000, 64'000, 128'000, 256'000, 512'000, 900'000, 900'000};
    for (const qint64 expected : most)
        EXPECT_EQ(backoff.next().count(), expected);
    for (int i = 0; i < 1000; ++i)
        EXPECT_EQ(backoff.next().count(), 900'000);
}

TEST(Backoff, ofAServerThatSaysBusy_endsAtFourMinutes)
{
    Backoff backoff([] { return 1.0; });
    const auto after = [&backoff](int status) {
        for (int i = 0; i < 20; ++i)
            (void)backoff.next();
        return backoff.next({makeError(ErrorCode::Refused, QStringLiteral("busy")), status, {}});
    };
    EXPECT_EQ(after(503), std::chrono::minutes(4));
    EXPECT_EQ(after(429), std::chrono::minutes(4));
    EXPECT_EQ(after(0), std::chrono::minutes(15)) << "nobody answered";
    backoff.reset();
    EXPECT_EQ(backoff.next({makeError(ErrorCode::Refused, QStringLiteral("busy")), 503, {}}), std::chrono::seconds(2));
}

TEST(Backoff, jitterIsFull_andResetBeginsAgain)
{
    double jitter = 0.0;
    Backoff backoff([&jitter] { return jitter; });
    EXPECT_EQ(backoff.next().count(), 0);
    jitter = 0.25;
    EXPECT_EQ(backoff.next().count(), 1'000);
    backoff.reset();
    EXPECT_EQ(backoff.next().count(), 500);
}

TEST(SyncPolicy, worthRetry_onlyWhereSomebodyMustActItIsNot)
{
    const QList<ErrorCode> paused{ErrorCode::Unauthenticated, ErrorCode::InvalidValue, ErrorCode::StorageCorrupt,
                                  ErrorCode::StorageTooNew, ErrorCode::Tampered};
    for (const ErrorCode code : {ErrorCode::NetworkUnreachable, ErrorCode::NetworkTimeout, ErrorCode::NotOurServer,
                                 ErrorCode::Refused, ErrorCode::StorageBusy, ErrorCode::StorageFull,
                                 ErrorCode::StorageFailed, ErrorCode::Malformed, ErrorCode::TooLarge})
        EXPECT_TRUE(worthRetry({code, {}, {}})) << qPrintable(token(code));
    for (const ErrorCode code : paused)
        EXPECT_FALSE(worthRetry({code, {}, {}})) << qPrintable(token(code));
}

TEST(SyncPolicy, troubleOf_tellsTheWayFromTheServer)
{
    const auto of = [](ErrorCode code, int status = 0) { return troubleOf({{code, {}, {}}, status, {}}); };
    EXPECT_EQ(of(ErrorCode::NetworkUnreachable), Trouble::NotReached);
    EXPECT_EQ(of(ErrorCode::NetworkTimeout), Trouble::NotReached);
    EXPECT_EQ(of(ErrorCode::NotOurServer), Trouble::NotOurServer);
    EXPECT_EQ(of(ErrorCode::Unauthenticated, 401), Trouble::SignInNeeded);
    EXPECT_EQ(of(ErrorCode::StorageFull), Trouble::StorageFailed);
    EXPECT_EQ(of(ErrorCode::Refused, 503), Trouble::NotReached) << "a busy server mends by waiting";
    EXPECT_EQ(of(ErrorCode::Refused, 429), Trouble::NotReached);
    EXPECT_EQ(of(ErrorCode::Refused, 403), Trouble::ServerRefused);
    EXPECT_EQ(of(ErrorCode::Refused, 426), Trouble::ProgramTooOld);
}

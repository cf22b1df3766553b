// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/idsource.h"

#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

using namespace markaz;

namespace {

const QDateTime kStart = QDateTime::fromMSecsSinceEpoch(1'645'557'742'000, Qt::UTC);

bool isUuid7(const QString &id)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\z"));
    return form.match(id).hasMatch();
}

} // namespace

TEST(Uuid7Text, exampleOfRfc9562_comesOut)
{
    // RFC 9562, appendix A.6: unix_ts_ms 0x017F22E279B0, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
    EXPECT_EQ(uuid7Text(0x017F22E279B0, 0xCC3, 0x18C4DC0C0C07398F),
              QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
}

TEST(Uuid7Text, bitsThatDoNotFit_spoilNeitherVersionNorVariant)
{
    EXPECT_EQ(uuid7Text(0, 0, 0), QStringLiteral("00000000-0000-7000-8000-000000000000"));
    EXPECT_EQ(uuid7Text(0xFFFFFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF),
              QStringLiteral("ffffffff-ffff-7fff-bfff-ffffffffffff"));
}

TEST(Uuid7Source, idsOfOneMillisecond_areInOrderAndDifferent)
{
    FixedClock clock(kStart);
    Uuid7Source source(clock);
    QString last;
    QSet<QString> seen;
    for (int i = 0; i < 10'000; ++i) { // more than the 4,096 that one millisecond holds
        const QString id = source.next();
        ASSERT_TRUE(isUuid7(id)) << qPrintable(id);
        ASSERT_LT(last, id);
        ASSERT_FALSE(seen.contains(id));
        seen.insert(id);
        last = id;
    }
}

TEST(Uuid7Source, clockThatGoesBack_doesNotTakeTheIdsWithIt)
{
    FixedClock clock(kStart);
    Uuid7Source source(clock);
    const QString before = source.next();
    clock.set(kStart.addYears(-10));
    const QString after = source.next();
    EXPECT_LT(before, after);
    clock.set(kStart.addSecs(1));
    EXPECT_LT(after, source.next());
}

TEST(Uuid7Source, time_standsInTheFirst48Bits)
{
    FixedClock clock(kStart);
    EXPECT_TRUE(Uuid7Source(clock).next().startsWith(QStringLiteral("017f22e2-79b0-7")));
}

TEST(Uuid7Source, twoSources_doNotMeet)
{
    FixedClock clock(kStart);
    Uuid7Source one(clock);
    Uuid7Source two(clock);
    EXPECT_NE(one.next(), two.next());
}

TEST(SeededIdSource, sameSeed_givesTheSameIds)
{
    FixedClock clock(kStart);
    SeededIdSource one(clock, 7);
    SeededIdSource two(clock, 7);
    SeededIdSource other(clock, 8);
    QSet<QString> seen;
    for (int i = 0; i < 5000; ++i) {
        const QString id = one.next();
        ASSERT_TRUE(isUuid7(id)) << qPrintable(id);
        ASSERT_EQ(id, two.next());
        ASSERT_NE(id, other.next());
        ASSERT_FALSE(seen.contains(id));
        seen.insert(id);
    }
}

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/storage/cachefixture.h"

#include "core/storage/dashboardrepository.h"

namespace markaz::test {
namespace {

class InForceAt : public CacheFixture
{
protected:
    QList<MonthCount> at(const QList<QDate> &days, const DashboardFilter &filter = {})
    {
        const auto counts = DashboardRepository(*m_database, &m_clock).inForceAt(filter, days);
        EXPECT_TRUE(counts.ok()) << qPrintable(counts.ok() ? QString() : counts.error().detail);
        return counts.ok() ? *counts : QList<MonthCount>();
    }

    /// Lahore: provisional from January 2026, full from June. Sialkot: full from March 2026, revoked on 10 August.
    /// Karachi: full from February 2024 for two years.
    void fill()
    {
        const QString lahore = building("LHE", 1);
        const QString visit = visited(lahore, "accepted", "provisional", "2026-01-05");
        certificate(lahore, visit, "provisional", "superseded", "2026-01-10", "2026-07-10",
                    {{QStringLiteral("state_at"), QStringLiteral("2026-06-15T12:00:00.000Z")}});
        certificate(lahore, visited(lahore, "accepted", "eligible", "2026-06-10"), "full", "issued", "2026-06-15",
                    "2028-06-15");
        const QString sialkot = building("SKT", 1);
        certificate(sialkot, visited(sialkot, "accepted", "eligible", "2026-03-01"), "full", "revoked", "2026-03-05",
                    "2028-03-05", {{QStringLiteral("state_at"), QStringLiteral("2026-08-10T12:00:00.000Z")}});
        const QString karachi = building("KHI", 1);
        certificate(karachi, visited(karachi, "accepted", "eligible", "2024-02-01"), "full", "expired", "2024-02-05",
                    "2026-02-05");
    }
};

TEST_F(InForceAt, days_areCountedEachForItself)
{
    fill();
    const QList<MonthCount> counts =
        at({QDate(2025, 12, 31), QDate(2026, 1, 31), QDate(2026, 2, 28), QDate(2026, 3, 31), QDate(2026, 6, 30),
            QDate(2026, 8, 31), QDate(2023, 1, 1)});
    const int expected[][2]{{1, 0}, {1, 1}, {0, 1}, {1, 1}, {2, 0}, {1, 0}, {0, 0}};
    ASSERT_EQ(counts.size(), 7);
    for (qsizetype i = 0; i < counts.size(); ++i) {
        EXPECT_EQ(counts[i].full, expected[i][0]) << i;
        EXPECT_EQ(counts[i].provisional, expected[i][1]) << i;
    }
    EXPECT_EQ(counts[6].month, QDate(2023, 1, 1));
    EXPECT_TRUE(at({}).isEmpty());
}

TEST_F(InForceAt, aDay_endsAtMidnightInPakistan)
{
    const QString sialkot = building("SKT", 1);
    certificate(sialkot, visited(sialkot, "accepted", "eligible", "2026-03-01"), "full", "revoked", "2026-03-05",
                "2028-03-05", {{QStringLiteral("state_at"), QStringLiteral("2026-08-10T19:00:00.000Z")}});
    const QList<MonthCount> counts = at({QDate(2026, 8, 10), QDate(2026, 8, 11)});
    EXPECT_EQ(counts[0].full, 1) << "it was revoked as the 11th began";
    EXPECT_EQ(counts[1].full, 0);
}

TEST_F(InForceAt, everyDay_isWhatFiguresCounts)
{
    fill();
    for (const QStringList &provinces : {QStringList(), QStringList{QStringLiteral("PK-PB")}}) {
        for (const QList<int> &tiers : {QList<int>(), QList<int>{1}}) {
            QList<QDate> days;
            for (QDate day(2024, 1, 31); day < QDate(2026, 11, 24); day = day.addDays(17))
                days.append(day);
            const QList<MonthCount> counts = at(days, {provinces, tiers, {}, {}});
            ASSERT_EQ(counts.size(), days.size());
            for (qsizetype i = 0; i < days.size(); ++i) {
                const auto figures =
                    DashboardRepository(*m_database, &m_clock).figures({provinces, tiers, {}, days.at(i)});
                ASSERT_TRUE(figures.ok());
                EXPECT_EQ(counts[i].full + counts[i].provisional, figures->certified) << qPrintable(days[i].toString());
                EXPECT_EQ(counts[i].provisional, figures->provisional) << qPrintable(days[i].toString());
            }
        }
    }
}

} // namespace
} // namespace markaz::test

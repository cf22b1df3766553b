// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/dashboardrepository.h"
#include "tests/core/storage/monthlyhistory.h"

namespace markaz::test {
namespace {

class MonthlyFiguresTest : public MonthlyHistory
{
};

class RandomHistories : public MonthlyFiguresTest, public testing::WithParamInterface<int>
{
};

TEST_P(RandomHistories, everyFigure_isThatOfTheRecords)
{
    fill(static_cast<quint32>(GetParam()));
    MonthlyCounts all;
    for (const auto &[from, to] :
         {std::pair{QDate(2026, 9, 1), QDate(2026, 9, 30)}, std::pair{QDate(2026, 10, 1), QDate(2026, 10, 31)},
          std::pair{QDate(2026, 11, 1), QDate(2026, 11, 24)}}) {
        const auto counted = counts(kThree, from, to);
        EXPECT_EQ(counted.keys().size(), 3) << "no other province, and each of them";
        for (const QString &province : kThree) {
            const MonthlyCounts expected = recount(province, from, to);
            EXPECT_EQ(told(counted.value(province)), told(expected))
                << qPrintable(province) << qPrintable(to.toString());
            all += expected;
        }
        // As the dashboard counts them.
        DashboardFilter filter;
        filter.provinces = kThree;
        filter.from = from;
        filter.to = to;
        const auto figures = DashboardRepository(*m_database, &m_clock).figures(filter);
        ASSERT_TRUE(figures.ok());
        MonthlyCounts together;
        for (const MonthlyCounts &of : counted)
            together += of;
        EXPECT_EQ(together.centres, figures->certified);
        EXPECT_EQ(together.seats, figures->seats);
        const auto atEnd = DashboardRepository(*m_database, &m_clock).inForceAt(filter, {to});
        ASSERT_TRUE(atEnd.ok());
        EXPECT_EQ(atEnd->first().full + atEnd->first().provisional, together.centres);
    }
    EXPECT_EQ((" " + told(all) + " ").find(" 0 "), std::string::npos) << "each figure was seen: " << told(all);
}
INSTANTIATE_TEST_SUITE_P(Seeds, RandomHistories, testing::Range(1, 7));

TEST_P(RandomHistories, expiring_areTheNewestInForceThatEndSoon)
{
    fill(static_cast<quint32>(GetParam()));
    const QDate day(2026, 10, 31);
    const auto found = MonthlyFigures(*m_database).expiring(kThree, day, 30);
    ASSERT_TRUE(found.ok()) << qPrintable(found.error().detail);
    QStringList expected;
    const QMap<QString, Kept> certificates = inForce(day);
    for (const Kept &c : certificates) {
        const QDate until = QDate::fromString(c.text("valid_until"), Qt::ISODate);
        if (kThree.contains(provinceOf(c.text("building"))) && until <= day.addDays(30))
            expected.append(c.text("valid_until") + whole(c.text("building")).text("code") + c.text("number"));
    }
    expected.sort();
    QStringList shown;
    for (const ExpiringCertificate &c : *found) {
        shown.append(c.until.toString(Qt::ISODate) + c.buildingCode + c.number);
        EXPECT_EQ(gazetteer().city(c.cityId)->province, c.province);
        EXPECT_FALSE(c.grade.isEmpty() || c.buildingName.isEmpty());
    }
    EXPECT_EQ(shown, expected);
    EXPECT_FALSE(expected.isEmpty());
}

TEST_F(MonthlyFiguresTest, aMonth_endsAtMidnightInPakistan)
{
    m_clock.set(QDateTime(QDate(2026, 10, 31), QTime(18, 59, 59, 999), Qt::UTC));
    const QString last = building("LHE", 1);
    m_clock.set(QDateTime(QDate(2026, 10, 31), QTime(19, 0), Qt::UTC));
    building("LHE", 2);
    visited(last, "submitted", "eligible", "2026-10-31",
            {{QStringLiteral("finished_at"), QStringLiteral("2026-10-31T18:59:59.999Z")}});
    visited(last, "submitted", "eligible", "2026-10-31",
            {{QStringLiteral("finished_at"), QStringLiteral("2026-10-31T19:00:00.000Z")}});
    // Its last day is the month's: it ends with the next month's first moment.
    certificate(last, m_ids.next(), "provisional", "issued", "2026-08-03", "2026-10-31");
    const QString punjab = QStringLiteral("PK-PB");
    const auto october = counts({punjab}, QDate(2026, 10, 1), QDate(2026, 10, 31)).value(punjab);
    const auto november = counts({punjab}, QDate(2026, 11, 1), QDate(2026, 11, 30)).value(punjab);
    for (const MonthlyCounts &month : {october, november}) {
        EXPECT_EQ(month.buildingsAdded, 1);
        EXPECT_EQ(month.visits, 1);
    }
    EXPECT_EQ(october.expired, 0);
    EXPECT_EQ(october.centres, 1);
    EXPECT_EQ(november.expired, 1);
    EXPECT_EQ(november.centres, 0);
}

TEST_F(MonthlyFiguresTest, whatWasSuspendedOrRevokedAtAMonthsEnd_wasNotInForceThen)
{
    // Each stands as issued today; by number: suspended and reinstated, revoked and given back, both within a month.
    const QString moments[][2] = {
        {QStringLiteral("2026-09-30T18:59:59.999Z"), QStringLiteral("2026-10-10T08:00:00.000Z")},
        {QStringLiteral("2026-09-30T19:00:00.000Z"), QStringLiteral("2026-10-31T19:00:00.000Z")},
        {QStringLiteral("2026-10-05T08:00:00.000Z"), QStringLiteral("2026-10-20T08:00:00.000Z")}};
    for (int i = 0; i < 3; ++i) {
        const QString id =
            certificate(building("LHE", i + 1), m_ids.next(), "full", "issued", "2026-08-03", "2028-08-02",
                        {{QStringLiteral("seats"), 1 << i}, {QStringLiteral("state_at"), moments[i][1]}});
        const bool appealed = i == 1;
        keepDecision(id, appealed ? CertificateAction::Revoke : CertificateAction::Suspend, moments[i][0]);
        if (appealed)
            keepDecision(id, CertificateAction::Appeal, QStringLiteral("2026-10-12T08:00:00.000Z"));
        keepDecision(id, appealed ? CertificateAction::AllowAppeal : CertificateAction::Reinstate, moments[i][1]);
    }
    const auto seats = [this](const QDate &from) {
        return counts(kThree, from, from.addMonths(1).addDays(-1)).value(kThree.first()).seats;
    };
    EXPECT_EQ(seats(QDate(2026, 8, 1)), 1 + 2 + 4);
    EXPECT_EQ(seats(QDate(2026, 9, 1)), 2 + 4);
    EXPECT_EQ(seats(QDate(2026, 10, 1)), 1 + 4);
    EXPECT_EQ(seats(QDate(2026, 11, 1)), 1 + 2 + 4);
}

TEST_F(MonthlyFiguresTest, aSuspensionWithoutItsDecision_countsFromItsMomentOn)
{
    certificate(building("LHE", 1), m_ids.next(), "full", "suspended", "2026-08-03", "2028-08-02",
                {{QStringLiteral("state_at"), QStringLiteral("2026-09-15T08:00:00.000Z")}});
    const QString punjab = QStringLiteral("PK-PB");
    EXPECT_EQ(counts({punjab}, QDate(2026, 8, 1), QDate(2026, 8, 31)).value(punjab).centres, 1);
    EXPECT_EQ(counts({punjab}, QDate(2026, 9, 1), QDate(2026, 9, 30)).value(punjab).centres, 0);
}

TEST_F(MonthlyFiguresTest, aMonthIsThatInWhichTheServerTookIt)
{
    const QString mill =
        building("LHE", 1, {{QStringLiteral("received_at"), QStringLiteral("2026-09-02T08:00:00.000Z")}});
    // Made offline in September, by a clock that was set to it; sent in October.
    const QString visit = visited(mill, "accepted", "eligible", "2026-09-28",
                                  {{QStringLiteral("received_at"), QStringLiteral("2026-10-05T08:00:00.000Z")}});
    put(Entity::Review, {{QStringLiteral("inspection"), visit},
                         {QStringLiteral("reviewer"), m_officer},
                         {QStringLiteral("decision"), QStringLiteral("accept")},
                         {QStringLiteral("made_at"), QStringLiteral("2026-10-06T08:00:00.000Z")},
                         {QStringLiteral("received_at"), QStringLiteral("2026-11-02T08:00:00.000Z")}});
    const QString punjab = QStringLiteral("PK-PB");
    const auto month = [&](int number) {
        const QDate first(2026, number, 1);
        return counts({punjab}, first, first.addMonths(1).addDays(-1)).value(punjab);
    };
    EXPECT_EQ(month(9).buildingsAdded, 1);
    EXPECT_EQ(month(9).visits, 0);
    EXPECT_EQ(month(10).visits, 1);
    EXPECT_EQ(month(10).accepted, 0);
    EXPECT_EQ(month(11).accepted, 1);
    EXPECT_EQ(month(11).buildingsAdded, 0);
}

TEST_F(MonthlyFiguresTest, anEmptyCache_isZerosForEachProvince)
{
    const auto counted = counts(kThree, QDate(2026, 10, 1), QDate(2026, 10, 31));
    ASSERT_EQ(counted.size(), 3);
    for (const MonthlyCounts &of : counted)
        EXPECT_EQ(of, MonthlyCounts());
    EXPECT_TRUE(MonthlyFigures(*m_database).expiring(kThree, QDate(2026, 10, 31), 90)->isEmpty());
}

} // namespace
} // namespace markaz::test

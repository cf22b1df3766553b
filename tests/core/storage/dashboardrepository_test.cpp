// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/storage/dashboardhistory.h"

namespace markaz::test {
namespace {

class DashboardRepositoryTest : public DashboardHistory
{
protected:
    void expectRecounted(const DashboardFilter &filter)
    {
        const auto figures = DashboardRepository(*m_database, &m_clock).figures(filter);
        ASSERT_TRUE(figures.ok()) << qPrintable(figures.error().detail);
        EXPECT_EQ(told(*figures).toStdString(), told(recount(filter)).toStdString());
        const auto fromRecords = DashboardRepository(*m_database, &m_clock).figuresFromRecords(filter);
        ASSERT_TRUE(fromRecords.ok()) << qPrintable(fromRecords.error().detail);
        EXPECT_EQ(told(*fromRecords).toStdString(), told(*figures).toStdString());
        for (size_t i = 1; i < 5; ++i)
            EXPECT_LE(figures->funnel[i], figures->funnel[i - 1]);
    }
};

TEST_F(DashboardRepositoryTest, figures_equalARecountOfTheRecords)
{
    const quint32 seed = QRandomGenerator::global()->generate();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    fill(seed);
    const QList<DashboardFilter> filters = someFilters();
    for (const DashboardFilter &filter : filters)
        expectRecounted(filter);
}

TEST_F(DashboardRepositoryTest, figures_ofAnEmptyCacheAreZero)
{
    const auto figures = DashboardRepository(*m_database, &m_clock).figures({});
    ASSERT_TRUE(figures.ok());
    EXPECT_EQ(told(*figures).toStdString(), told(recount({})).toStdString());
    EXPECT_EQ(figures->buildings, 0);
    EXPECT_EQ(figures->scores.size(), 20);
    EXPECT_EQ(figures->certifiedByProvince.size(), gazetteer().provinces().size());
}

TEST_F(DashboardRepositoryTest, figures_countARevokedCertificateUntilTheDayOfItsRevocation)
{
    const QString place = building("LHE", 1);
    const QString visit = visited(place, "accepted", "eligible", "2026-01-05");
    certificate(place, visit, "full", "revoked", "2026-01-10", "2028-01-10",
                {{QStringLiteral("state_at"), QStringLiteral("2026-05-20T08:00:00.000Z")}});
    const auto at = [&](const QDate &day) {
        return DashboardRepository(*m_database, &m_clock).figures({{}, {}, {}, day})->certified;
    };
    EXPECT_EQ(at(QDate(2026, 1, 9)), 0);
    EXPECT_EQ(at(QDate(2026, 1, 10)), 1);
    EXPECT_EQ(at(QDate(2026, 5, 19)), 1);
    EXPECT_EQ(at(QDate(2026, 5, 20)), 0);
}

} // namespace
} // namespace markaz::test

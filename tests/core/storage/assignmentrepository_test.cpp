// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/assignmentrepository.h"
#include "tests/core/storage/cachefixture.h"

namespace markaz {
namespace {

class AssignmentRepositoryTest : public test::CacheFixture
{
protected:
    AssignmentRepository repository() { return AssignmentRepository(*m_database); }
    void account(const QString &id, const char *name, bool active = true, const char *role = "inspector")
    {
        put(Entity::Account,
            {{QStringLiteral("name"), QStringLiteral("sample")},
             {QStringLiteral("display_name"), QLatin1String(name)},
             {QStringLiteral("role"), QLatin1String(role)},
             {QStringLiteral("provinces"), QJsonArray{QStringLiteral("PK-PB"), QStringLiteral("PK-KP")}},
             {QStringLiteral("active"), active}},
            id);
    }
    QString due(const QString &place, const char *day, const QJsonObject &more = {}, const char *state = "open")
    {
        return assignment(place, state, with({{QStringLiteral("due"), QLatin1String(day)}}, more));
    }
    QJsonObject to(const QString &inspector) { return {{QStringLiteral("inspector"), inspector}}; }
    QStringList ids(const AssignmentFilter &filter = {}) { return repository().ids(filter, m_today).value(); }

    const QDate m_today{2026, 11, 24};
    const QString m_other = QStringLiteral("01900000-0000-7000-8000-0000000000a9");
};

TEST_F(AssignmentRepositoryTest, ids_openOnesByTheirDay_thenTheClosed)
{
    const QString place = building("LHE", 1);
    const QString later = due(place, "2026-12-20");
    const QString late = due(place, "2026-11-20");
    const QString old = due(place, "2026-10-01", {}, "done");
    const QString recent = due(place, "2026-11-10", {}, "cancelled");
    EXPECT_EQ(ids(), (QStringList{late, later, recent, old}));
    EXPECT_EQ(repository().count().value(), 4);
    EXPECT_EQ(repository().overdue(m_today).value(), 1);
    EXPECT_EQ(repository().overdue(QDate(2026, 11, 20)).value(), 0) << "on the day itself it is not late";
}

TEST_F(AssignmentRepositoryTest, ids_areNarrowedByEachPartOfTheFilter)
{
    account(m_other, "Sample Bilal");
    const QString mill = building("LHE", 1);
    const QString depot = building("LHE", 2);
    const QString late = due(mill, "2026-11-20");
    const QString his = due(depot, "2026-12-01", to(m_other));
    const QString done = due(mill, "2026-11-01", {{QStringLiteral("kind"), QStringLiteral("complaint")}}, "done");
    AssignmentFilter filter;
    filter.text = QStringLiteral("lhe-0001");
    EXPECT_EQ(ids(filter), (QStringList{late, done}));
    filter.text = QStringLiteral("bilal");
    EXPECT_EQ(ids(filter), QStringList{his});
    filter.text = QStringLiteral("%");
    EXPECT_EQ(ids(filter), QStringList()) << "taken as it is typed";
    EXPECT_EQ(ids({{}, {m_inspector}, {}, {}, {}}), (QStringList{late, done}));
    EXPECT_EQ(ids({{}, {}, {kOverdue}, {}, {}}), QStringList{late});
    EXPECT_EQ(ids({{}, {}, {QStringLiteral("open")}, {}, {}}), (QStringList{late, his}));
    EXPECT_EQ(ids({{}, {}, {QStringLiteral("done"), kOverdue}, {}, {}}), (QStringList{late, done}));
    EXPECT_EQ(ids({{}, {}, {}, {QStringLiteral("complaint")}, {}}), QStringList{done});
    EXPECT_EQ(ids({{}, {}, {}, {}, QDate(2026, 12, 1)}), QStringList{his});
}

TEST_F(AssignmentRepositoryTest, rows_sayWhoGoesWhereAndWhetherHeBegan)
{
    account(m_inspector, "Sample Amna");
    const QString mill = building("LHE", 1);
    const QString first =
        due(mill, "2026-11-20", {{QStringLiteral("instructions"), QStringLiteral("Ask for the key")}});
    const QString second = due(mill, "2026-11-01", {}, "cancelled");
    EXPECT_FALSE(repository().isBegun(first).value());
    const QString draft =
        put(Entity::Inspection, inspectionFields(mill, m_inspector, "draft", {{QStringLiteral("assignment"), first}}));
    const auto rows = repository().rows({second, first}).value();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].id, second);
    EXPECT_EQ(rows[0].state, QStringLiteral("cancelled"));
    EXPECT_FALSE(rows[0].isOverdue(m_today)) << "nobody has to go";
    EXPECT_EQ(rows[1].buildingCode, QStringLiteral("LHE-0001"));
    EXPECT_EQ(rows[1].inspectorName, QStringLiteral("Sample Amna"));
    EXPECT_EQ(rows[1].instructions, QStringLiteral("Ask for the key"));
    EXPECT_EQ(rows[1].draftId, draft);
    EXPECT_TRUE(rows[1].isOverdue(m_today));
    EXPECT_TRUE(repository().isBegun(first).value());
    EXPECT_FALSE(repository().isBegun(second).value());
    const QString third = due(mill, "2026-11-20", to(m_other));
    put(Entity::Inspection, inspectionFields(mill, m_inspector, "draft", {{QStringLiteral("assignment"), third}}));
    EXPECT_FALSE(repository().isBegun(third).value()) << "by one who had it before";
    EXPECT_EQ(repository().rows({third}).value().first().draftId, QString());
}

TEST_F(AssignmentRepositoryTest, inspectors_withWhatWaitsForThem)
{
    account(m_inspector, "Sample Amna");
    account(m_other, "sample bilal", false);
    account(m_ids.next(), "Sample Gone", false);
    account(m_officer, "Sample Officer", true, "officer");
    const QString idle = m_ids.next();
    account(idle, "Sample Zain");
    const QString place = building("LHE", 1);
    for (const char *day : {"2026-11-20", "2026-11-23", "2026-11-24", "2026-12-01", "2026-12-02"})
        due(place, day);
    due(place, "2026-11-02", {}, "done");
    due(place, "2026-11-20", to(m_other));
    const auto all = repository().inspectors(m_today).value();
    ASSERT_EQ(all.size(), 3) << "one who has left counts as long as visits wait for him";
    EXPECT_EQ(all[0].id, m_inspector);
    EXPECT_EQ(all[0].open, 5);
    EXPECT_EQ(all[0].overdue, 2);
    EXPECT_EQ(all[0].soon, 2) << "today and the seven days after";
    EXPECT_EQ(all[0].provinces, (QStringList{QStringLiteral("PK-PB"), QStringLiteral("PK-KP")}));
    EXPECT_TRUE(all[0].active);
    EXPECT_EQ(all[1].id, m_other);
    EXPECT_FALSE(all[1].active);
    EXPECT_EQ(all[1].overdue, 1);
    EXPECT_EQ(all[2].id, idle);
    EXPECT_EQ(all[2].open, 0);
}

TEST_F(AssignmentRepositoryTest, dueByDay_countsTheOpenOnesOfTheFilter)
{
    const QString mill = building("LHE", 1);
    due(mill, "2026-11-20");
    due(mill, "2026-11-20", to(m_other));
    due(mill, "2026-11-20", {}, "done");
    due(mill, "2026-11-30");
    due(mill, "2026-12-06");
    const QDate first(2026, 11, 1);
    const QDate last(2026, 12, 5);
    EXPECT_EQ(repository().dueByDay({}, first, last).value(),
              (QMap<QDate, int>{{QDate(2026, 11, 20), 2}, {QDate(2026, 11, 30), 1}}));
    EXPECT_EQ(repository().dueByDay({{}, {m_other}, {}, {}, QDate(2026, 11, 30)}, first, last).value(),
              (QMap<QDate, int>{{QDate(2026, 11, 20), 1}}));
}

TEST_F(AssignmentRepositoryTest, openOn_findsTheOneOfAKind_alsoOfAMergedBuilding)
{
    const QString mill = building("LHE", 1);
    const QString once =
        building("LHE", 2,
                 {{QStringLiteral("merged_into"), mill}, {QStringLiteral("merge_reason"), QStringLiteral("One gate")}});
    EXPECT_FALSE(repository().openOn(mill, QStringLiteral("initial")).value());
    due(mill, "2026-11-20", {}, "done");
    EXPECT_FALSE(repository().openOn(mill, QStringLiteral("initial")).value());
    const QString open = due(once, "2026-11-20");
    EXPECT_EQ(repository().openOn(mill, QStringLiteral("initial")).value(), open);
    EXPECT_FALSE(repository().openOn(mill, QStringLiteral("complaint")).value());
}

} // namespace
} // namespace markaz

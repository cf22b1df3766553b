// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/mergebuildings.h"

#include "core/storage/buildingplaces.h"
#include "core/storage/buildingrepository.h"
#include "core/storage/centrerepository.h"
#include "core/storage/dashboardrepository.h"
#include "core/storage/findingrepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/storage/searchrepository.h"
#include "core/workflow/buildings.h"
#include "core/workflow/findings.h"
#include "core/workflow/followup.h"
#include "tests/core/workflow/workflowfixture.h"
#include "tests/support/lastinganswers.h"

namespace markaz {
namespace {

const QString kWhy = QStringLiteral("One gate, one owner");

class MergeBuildingsTest : public test::WorkflowFixture
{
protected:
    MergeBuildings merges() { return {*m_workspace, test::gazetteer()}; }
    BuildingRepository repository() { return BuildingRepository(*m_database, &m_clock); }
    Result<Building> merge(const QString &id, const QString &into, const QString &why = kWhy)
    {
        return merges().run(m_chief, id, into, why);
    }
    QStringList listed(const QString &words = {}, BuildingSort sort = BuildingSort::Code)
    {
        BuildingFilter filter;
        filter.text = words;
        return repository().ids(filter, sort, false).value();
    }
    BuildingRow row(const QString &id) { return repository().rows({id}).value().value(0); }
    static QJsonObject at(int latitude)
    {
        return {{QStringLiteral("latitude_e6"), latitude}, {QStringLiteral("longitude_e6"), 74'350'000}};
    }
};

TEST_F(MergeBuildingsTest, aMergedBuilding_leavesListsMapFiguresAndLookUps)
{
    const QString mill = building("LHE", 1, at(31'500'000));
    const QString once = building("LHE", 2, at(31'500'100));
    const QString other = building("LHE", 3);
    const auto done = merge(once, mill);
    ASSERT_TRUE(done.ok()) << qPrintable(done.error().detail);
    ASSERT_EQ(owed().size(), 1);
    EXPECT_EQ(owed()[0].change.fields.keys(),
              (QStringList{QStringLiteral("merge_reason"), QStringLiteral("merged_into")}));

    for (const BuildingSort sort : {BuildingSort::Code, BuildingSort::Name, BuildingSort::City, BuildingSort::Tier,
                                    BuildingSort::Stage, BuildingSort::Area, BuildingSort::IdleSince,
                                    BuildingSort::LastScore, BuildingSort::Address, BuildingSort::Province}) {
        const QStringList all = listed({}, sort);
        EXPECT_EQ(QSet<QString>(all.begin(), all.end()), (QSet<QString>{mill, other})) << static_cast<int>(sort);
    }
    EXPECT_EQ(listed(QStringLiteral("sample building")), (QStringList{mill, other}));
    EXPECT_EQ(repository().count({}).value(), 2);
    EXPECT_EQ(repository().places({}).value().points.size(), 1);
    EXPECT_EQ(repository()
                  .nearDuplicates(QStringLiteral("Sample building LHE-0002"), test::cityOf("LHE").id, {})
                  .value()
                  .size(),
              2);
    QStringList known;
    ASSERT_TRUE(BuildingPlaces(*m_database)
                    .each([&known](const QString &code, const QJsonObject &) { known.append(code); })
                    .ok());
    EXPECT_FALSE(known.contains(QStringLiteral("LHE-0002")));
    EXPECT_EQ(DashboardRepository(*m_database, &m_clock).figures({}).value().buildings, 2);

    // Its whole code leads to it.
    EXPECT_EQ(listed(QStringLiteral("lhe-0002")), QStringList{once});
    EXPECT_EQ(row(once).mergedInto, QStringLiteral("LHE-0001"));
    EXPECT_EQ(row(mill).mergedInto, QString());
    const auto hits = SearchRepository(*m_database).find(QStringLiteral("LHE-0002"), 5).value();
    ASSERT_FALSE(hits.isEmpty());
    EXPECT_EQ(hits.first().id, once);
    EXPECT_EQ(hits.first().state, QStringLiteral("LHE-0001"));
    EXPECT_EQ(repository().nextNumber(QStringLiteral("LHE")).value(), 4) << "its code stays taken";
}

TEST_F(MergeBuildingsTest, theOneThatStands_showsWhatBelongsToBoth)
{
    const QString mill = building("LHE", 1);
    const QString once = building("LHE", 2);
    const QString visit = visited(once, "accepted", "eligible", "2026-11-20");
    const QString paper = certificate(once, visit, "full", "revoked", "2025-01-01", "2027-01-01");
    const QString own = visited(mill, "accepted", "eligible", "2026-11-10");
    const QString found =
        put(Entity::Finding, {{QStringLiteral("inspection"), visit},
                              {QStringLiteral("building"), once},
                              {QStringLiteral("item"), QStringLiteral("C-02")},
                              {QStringLiteral("severity"), QStringLiteral("critical")},
                              {QStringLiteral("description"), QStringLiteral("Locked")},
                              {QStringLiteral("due"), QStringLiteral("2026-12-28")},
                              {QStringLiteral("state"), QStringLiteral("open")},
                              {QStringLiteral("author"), m_inspector},
                              {QStringLiteral("made_at"), QStringLiteral("2026-11-20T09:00:00.000Z")}});
    const auto funnel = [this] { return DashboardRepository(*m_database, &m_clock).figures({}).value().funnel; };
    EXPECT_EQ(funnel()[1], 2);
    ASSERT_TRUE(merge(once, mill).ok());
    QStringList visits;
    const auto inspections = InspectionRepository(*m_database).ofBuilding(mill);
    ASSERT_TRUE(inspections.ok());
    for (const InspectionRow &inspection : *inspections)
        visits.append(inspection.id);
    EXPECT_EQ(visits, (QStringList{visit, own}));
    EXPECT_EQ(CertificateRepository(*m_database).currentOf(mill).value(), paper);
    EXPECT_EQ(FindingRepository(*m_database).unsettledOf(mill).value(), QStringList{found});
    EXPECT_EQ(FindingRepository(*m_database).unsettledOf(once).value(), QStringList{found});
    EXPECT_EQ(row(mill).stage, Stage::Lapsed) << "the newest visit of both was used for a certificate that lapsed";
    EXPECT_EQ(row(mill).lastScoreBp, 8000);
    EXPECT_EQ(funnel()[0], 1);
    EXPECT_EQ(funnel()[1], 1) << "one building, counted once";
    BuildingFilter lapsed;
    lapsed.stages = {Stage::Lapsed};
    EXPECT_EQ(repository().ids(lapsed, BuildingSort::Code, false).value(), QStringList{mill});

    ASSERT_TRUE(merges().takeBack(m_chief, once, QStringLiteral("Two houses")).ok());
    EXPECT_EQ(row(mill).stage, Stage::Inspected);
    EXPECT_EQ(row(once).stage, Stage::Lapsed);
    EXPECT_EQ(FindingRepository(*m_database).unsettledOf(mill).value(), QStringList());
    EXPECT_EQ(listed(), (QStringList{mill, once}));
    EXPECT_EQ(funnel()[1], 2);
}

TEST_F(MergeBuildingsTest, followUpOfTheWhole_verifiesWhatWasFoundAtAMergedOne)
{
    const QString mill = visitedBuilding(1);
    const QString once = visitedBuilding(2);
    const QString found =
        put(Entity::Finding, {{QStringLiteral("inspection"), visited(once, "submitted", "refused", "2026-11-20")},
                              {QStringLiteral("building"), once},
                              {QStringLiteral("item"), QStringLiteral("C-02")},
                              {QStringLiteral("severity"), QStringLiteral("critical")},
                              {QStringLiteral("description"), QStringLiteral("Locked")},
                              {QStringLiteral("due"), QStringLiteral("2026-12-28")},
                              {QStringLiteral("state"), QStringLiteral("open")},
                              {QStringLiteral("author"), m_inspector},
                              {QStringLiteral("made_at"), QStringLiteral("2026-11-20T09:00:00.000Z")}});
    ASSERT_TRUE(merge(once, mill).ok());
    SubmitInspection submit = submitting();
    const auto draft = FollowUp(*m_workspace, m_standards, test::gazetteer(), m_programme).start(m_me, mill);
    ASSERT_TRUE(draft.ok()) << qPrintable(draft.error().detail);
    answerAll(draft->id(), samples::lastingAnswers(test::standard(), 1));
    ASSERT_TRUE(submit.run(m_me, draft->id(), QStringLiteral("done")).ok());
    const auto verified = MoveFinding(*m_workspace, submit).run(m_me, found, FindingStep::Verify);
    ASSERT_TRUE(verified.ok()) << qPrintable(verified.error().detail);
    EXPECT_EQ(verified->followUpId(), draft->id());
}

TEST_F(MergeBuildingsTest, whatWasMergedBefore_goesAlongAndOwesNothing)
{
    const QString first = building("LHE", 1);
    const QString second = building("LHE", 2);
    const QString third = building("LHE", 3);
    ASSERT_TRUE(merge(first, second).ok());
    ASSERT_TRUE(merge(second, third).ok());
    EXPECT_EQ(text(Entity::Building, first, "merged_into"), third);
    EXPECT_EQ(repository().mergedInto(third).value(), (QStringList{first, second}));
    EXPECT_EQ(owed().size(), 2) << "the server moves the first one itself";
    EXPECT_EQ(row(first).mergedInto, QStringLiteral("LHE-0003"));
    ASSERT_TRUE(merges().takeBack(m_chief, second, QStringLiteral("Another house")).ok());
    EXPECT_EQ(text(Entity::Building, first, "merged_into"), third);
}

TEST_F(MergeBuildingsTest, twoBuildingsWithACentreEach_areNotMerged)
{
    const QString mill = building("LHE", 1);
    const QString once = building("LHE", 2);
    const QString twin = building("LHE", 3);
    const auto centreAt = [this](const QString &home) {
        return put(Entity::Centre, {{QStringLiteral("building"), home},
                                    {QStringLiteral("name"), QStringLiteral("Centre")},
                                    {QStringLiteral("seats"), 10},
                                    {QStringLiteral("seat_rate_paisa"), 300'000}});
    };
    centreAt(mill);
    centreAt(twin);
    expectRefused(ErrorCode::WrongState, QStringLiteral("merge.centre"), [&] { return merge(twin, mill); });
    ASSERT_TRUE(merge(once, mill).ok()) << "that one has none";
    EXPECT_EQ(CentreRepository(*m_database).centreOf(once).value(),
              CentreRepository(*m_database).centreOf(mill).value());
}

TEST_F(MergeBuildingsTest, refuses_withItsGroundAndNothingWritten)
{
    const QString mill = building("LHE", 1);
    const QString once = building("LHE", 2);
    const QString away = building("KHI", 1);
    const QString paper = building("LHE", 4);
    certificate(paper, visited(paper, "accepted", "eligible", "2026-11-01"), "full", "suspended", "2026-11-02",
                "2027-11-01");
    for (const Actor &who : {m_me, m_auditor, m_admin})
        expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"),
                      [&] { return merges().run(who, once, mill, kWhy); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"),
                  [&] { return merges().run(elsewhere(m_chief), once, mill, kWhy); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("merge.same"), [&] { return merge(once, once); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("merge.province"), [&] { return merge(once, away); });
    expectRefused(ErrorCode::NotFound, QStringLiteral("building"), [&] { return merge(once, m_ids.next()); });
    expectRefused(ErrorCode::Incomplete, QStringLiteral("merge_reason"),
                  [&] { return merge(once, mill, QStringLiteral(" ")); });
    expectRefused(ErrorCode::WrongState, QStringLiteral("merge.certificate"), [&] { return merge(paper, mill); });
    expectRefused(ErrorCode::WrongState, QStringLiteral("merge.none"),
                  [&] { return merges().takeBack(m_chief, once, kWhy); });
    ASSERT_TRUE(merge(once, mill).ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("merged"), [&] { return merge(once, paper); });
    expectRefused(ErrorCode::WrongState, QStringLiteral("merge.target"), [&] { return merge(mill, once); });
    for (const QString &words : {QString(), kWhy}) // the merge's own words tell nothing of its end
        expectRefused(ErrorCode::Incomplete, QStringLiteral("merge_reason"),
                      [&] { return merges().takeBack(m_chief, once, words); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"),
                  [&] { return merges().takeBack(m_me, once, QStringLiteral("Mine")); });
}

TEST_F(MergeBuildingsTest, aMergedBuilding_isNeitherEditedNorVisitedAnew)
{
    const QString mill = building("LHE", 1);
    const QString once = building("LHE", 2);
    const QString task = assignment(once, "open");
    ASSERT_TRUE(merge(once, mill).ok());
    QJsonObject form = buildingFields("LHE", 2, {{QStringLiteral("name"), QStringLiteral("Other")}});
    for (const char *name : {"code", "sample"})
        form.remove(QLatin1String(name));
    expectRefused(ErrorCode::WrongState, QStringLiteral("merged"), [&] {
        return EditBuilding(*m_workspace, test::gazetteer()).run(m_chief, once, {form, {}, {}});
    });
    StartInspection start(*m_workspace, m_standards);
    expectRefused(ErrorCode::WrongState, QStringLiteral("merged"),
                  [&] { return start.run(m_me, once, QStringLiteral("initial"), {}); });
    EXPECT_TRUE(start.run(m_me, once, QStringLiteral("initial"), task).ok()) << "what was assigned is finished";
    // The one that stands is edited as ever, and keeps what its form does not show.
    ASSERT_TRUE(merges().takeBack(m_chief, once, QStringLiteral("Two houses")).ok());
    ASSERT_TRUE(EditBuilding(*m_workspace, test::gazetteer()).run(m_chief, once, {form, {}, {}}).ok());
    EXPECT_EQ(text(Entity::Building, once, "merge_reason"), QStringLiteral("Two houses"));
}

TEST_F(MergeBuildingsTest, aMergedBuilding_isNotCertified)
{
    const QString mill = building("LHE", 1);
    const QString once = building("LHE", 2);
    const QString visit = visited(once, "accepted", "eligible", "2026-11-20");
    ASSERT_TRUE(merge(once, mill).ok());
    const auto issue = [&] {
        return DecideCertificate(*m_workspace)
            .issue(m_chief, visit, QStringLiteral("full"), 20, QStringLiteral("As seen"));
    };
    expectRefused(ErrorCode::WrongState, QStringLiteral("merged"), issue);
    ASSERT_TRUE(merges().takeBack(m_chief, once, QStringLiteral("Two houses")).ok());
    EXPECT_TRUE(issue().ok());
}

TEST_F(MergeBuildingsTest, whatHoldsAnotherOne_staysInItsProvince)
{
    const QString mill = building("LHE", 1);
    const QString once = building("LHE", 2);
    Actor both = m_chief;
    both.provinces.append(test::cityOf("KHI").province);
    const auto move = [&](const QString &id, int number) {
        QJsonObject form = buildingFields("LHE", number, {{QStringLiteral("city"), test::cityOf("KHI").id}});
        for (const char *name : {"code", "sample"})
            form.remove(QLatin1String(name));
        return EditBuilding(*m_workspace, test::gazetteer()).run(both, id, {form, {}, {}});
    };
    ASSERT_TRUE(merge(once, mill).ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("merged"), [&] { return move(mill, 1); });
    ASSERT_TRUE(merges().takeBack(m_chief, once, QStringLiteral("Two houses")).ok());
    EXPECT_TRUE(move(mill, 1).ok());
}

TEST_F(MergeBuildingsTest, certificate_ofTheOneThatStandsComesBeforeAMergedOnes)
{
    const QString mill = building("LHE", 1);
    const QString once = building("LHE", 2);
    const QString own = certificate(mill, m_ids.next(), "full", "revoked", "2025-01-01", "2027-01-01");
    const QString theirs = certificate(once, m_ids.next(), "full", "revoked", "2026-01-01", "2028-01-01");
    const QString old = certificate(mill, m_ids.next(), "full", "superseded", "2026-02-01", "2028-02-01");
    const CertificateRepository certificates(*m_database);
    ASSERT_TRUE(merge(once, mill).ok());
    EXPECT_EQ(certificates.currentOf(mill).value(), own) << "though the other one's is newer";
    EXPECT_EQ(certificates.currentOf(once).value(), theirs);
    EXPECT_NE(certificates.currentOf(mill).value(), old);
}

TEST_F(MergeBuildingsTest, likeBuildings_areComparedByNameAndDistance)
{
    const QString mill = building(
        "LHE", 1,
        test::WorkflowFixture::with(at(31'500'000), {{QStringLiteral("name"), QStringLiteral("Old textile mill")}}));
    const QString near = building(
        "LHE", 2, test::WorkflowFixture::with(at(31'500'360), {{QStringLiteral("name"), QStringLiteral("Depot")}}));
    const QString namesake = building("LHE", 3, {{QStringLiteral("name"), QStringLiteral("Old Textile Mill")}});
    building("LHE", 4, {{QStringLiteral("name"), QStringLiteral("Cinema")}});
    const auto like = repository().likeBuildings(mill).value();
    ASSERT_EQ(like.size(), 2);
    EXPECT_EQ(like[0].row.id, namesake);
    EXPECT_DOUBLE_EQ(like[0].nameLikeness, 1.0);
    EXPECT_FALSE(like[0].metres.has_value());
    EXPECT_EQ(like[1].row.id, near);
    ASSERT_TRUE(like[1].metres.has_value());
    EXPECT_NEAR(*like[1].metres, 40.0, 0.5); // 0.00036 degrees of latitude
    EXPECT_LT(like[1].nameLikeness, 0.2);
    EXPECT_EQ(repository().likeBuildings(m_ids.next()).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace markaz

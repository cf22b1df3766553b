// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/dashboardrepository.h"
#include "tests/integration/realserver.h"

namespace markaz::test {
namespace {

class MainJob : public RealServer
{
};

INSTANTIATE_TEST_SUITE_P(Stores, MainJob, testing::Values("sqlite", "postgres"), storeName);

/// From an idle building to a certified centre.
TEST_P(MainJob, buildingInspectionReviewCertificate_reachEveryLaptopOnce)
{
    auto inspector = laptopOf("sample.inspector");
    auto officer = laptopOf("sample.officer");

    // Offline: nothing leaves the laptop, nothing is missing on it.
    inspector->workOffline(true);
    const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample textile mill"));
    ASSERT_TRUE(succeeded(building));
    const auto inspection = inspector->inspect(building->id());
    ASSERT_TRUE(succeeded(inspection));
    EXPECT_EQ(inspection->score().value(QStringLiteral("total_bp")).toInt(), 10'000);
    const int owed = inspector->owed().waiting;
    EXPECT_GT(owed, 80); // the building, its owner, the draft, each answer, the submit
    EXPECT_EQ(inspector->sync().trouble, SyncSnapshot::Trouble::Offline);
    EXPECT_EQ(inspector->owed().waiting, owed);
    EXPECT_TRUE(clean(officer->sync()));
    EXPECT_FALSE(officer->counts().contains(QStringLiteral("building")));

    // Online again: all of it goes, the officer sees the same records.
    inspector->workOffline(false);
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
    EXPECT_TRUE(clean(officer->sync()));
    EXPECT_EQ(officer->counts().value(QStringLiteral("building")), 1);
    for (const auto &[entity, id] :
         {std::pair(Entity::Building, building->id()), std::pair(Entity::Owner, building->ownerId()),
          std::pair(Entity::Inspection, inspection->id())}) {
        EXPECT_FALSE(officer->record(entity, id).isEmpty());
        EXPECT_EQ(officer->record(entity, id), inspector->record(entity, id)) << qPrintable(token(entity));
    }

    // The officer's word, and the certificate that the server makes of it.
    ASSERT_TRUE(
        succeeded(ReviewInspection(officer->workspace())
                      .run(officer->me(), inspection->id(), QStringLiteral("accept"), QStringLiteral("As seen"), {})));
    ASSERT_TRUE(
        succeeded(DecideCertificate(officer->workspace())
                      .issue(officer->me(), inspection->id(), QStringLiteral("full"), 100, QStringLiteral("As seen"))));
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    const auto certificateId = CertificateRepository(officer->workspace().database).ofInspection(inspection->id());
    ASSERT_TRUE(certificateId.ok() && certificateId->has_value());
    const auto certificate = officer->workspace().records.requireAs<Certificate>(**certificateId);
    ASSERT_TRUE(succeeded(certificate));
    EXPECT_EQ(certificate->state(), QLatin1String("issued"));
    EXPECT_EQ(certificate->scoreBp(), 10'000);
    EXPECT_EQ(certificate->seats(), 100);

    EXPECT_TRUE(clean(inspector->sync()));
    EXPECT_EQ(inspector->record(Entity::Certificate, certificate->id()),
              officer->record(Entity::Certificate, certificate->id()));
    EXPECT_EQ(inspector->workspace().records.requireAs<Inspection>(inspection->id())->state(),
              QLatin1String("accepted"));

    // An auditor's fresh laptop holds what the server holds: each record once.
    auto auditor = laptopOf("sample.auditor");
    for (const char *entity : {"building", "owner", "inspection", "review", "decision", "certificate"}) {
        EXPECT_EQ(auditor->counts().value(QLatin1String(entity)), 1) << entity;
        EXPECT_EQ(officer->counts().value(QLatin1String(entity)), 1) << entity;
    }
    EXPECT_FALSE(auditor->counts().contains(QStringLiteral("conflict")));

    const DashboardRepository dashboard(officer->workspace().database);
    const auto figures = dashboard.figures({});
    ASSERT_TRUE(succeeded(figures));
    EXPECT_EQ(figures->certified, 1);
    EXPECT_EQ(figures->funnel, (std::array<int, 5>{1, 1, 1, 1, 1}));
    EXPECT_EQ(figures->seats, 100);
    EXPECT_EQ(figures->waitingForReview, 0);

    HttpClient anybody(m_server->url());
    const auto page = anybody.get("/verify/" + certificate->number().toLatin1());
    ASSERT_TRUE(succeeded(page));
    EXPECT_EQ(page->status, 200);
    EXPECT_TRUE(page->body.contains(certificate->number().toLatin1()));
    const auto seen = anybody.get("/api/v1/public/certificates/" + certificate->number().toLatin1());
    ASSERT_TRUE(succeeded(seen));
    EXPECT_EQ(seen->json().value(QStringLiteral("state")).toString(), QLatin1String("valid"));

    // A restart changes nothing: another run brings and sends nothing.
    const auto before = auditor->counts();
    EXPECT_EQ(*m_server->terminate(), 0);
    m_server = launched();
    ASSERT_TRUE(m_server);
    auditor->moveTo(m_server->url());
    officer->moveTo(m_server->url());
    EXPECT_TRUE(clean(auditor->sync()));
    EXPECT_TRUE(clean(officer->sync()));
    EXPECT_EQ(auditor->counts(), before);
    expectAuditHolds();
}

TEST_P(MainJob, returnedInspection_comesBackAsANewRevision)
{
    auto inspector = laptopOf("sample.inspector");
    auto officer = laptopOf("sample.officer");
    const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample school"));
    ASSERT_TRUE(succeeded(building));
    const auto first = inspector->inspect(building->id());
    ASSERT_TRUE(succeeded(first));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
    EXPECT_TRUE(clean(officer->sync()));

    const QJsonObject comments{{QStringLiteral("C-02"), QStringLiteral("Measure this again")}};
    ASSERT_TRUE(succeeded(ReviewInspection(officer->workspace())
                              .run(officer->me(), first->id(), QStringLiteral("return"), {}, comments)));
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    EXPECT_TRUE(clean(inspector->sync()));
    ASSERT_EQ(inspector->workspace().records.requireAs<Inspection>(first->id())->state(), QLatin1String("returned"));
    const auto reviews = InspectionRepository(inspector->workspace().database).reviewsOf(first->id());
    ASSERT_TRUE(reviews.ok() && reviews->size() == 1);
    EXPECT_EQ(inspector->workspace().records.requireAs<Review>(reviews->first())->comments(), comments);

    const auto second =
        StartInspection(inspector->workspace(), Carried::get().standards).reopen(inspector->me(), first->id());
    ASSERT_TRUE(succeeded(second));
    ASSERT_TRUE(succeeded(inspector->submit(second->id())));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
    EXPECT_TRUE(clean(officer->sync()));
    const auto seen = officer->workspace().records.requireAs<Inspection>(second->id());
    ASSERT_TRUE(succeeded(seen));
    EXPECT_EQ(seen->revision(), 2);
    EXPECT_EQ(seen->previousId(), first->id());
    EXPECT_EQ(seen->answers(), first->answers());
    EXPECT_EQ(seen->state(), QLatin1String("submitted"));
}

} // namespace
} // namespace markaz::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingrepository.h"
#include "tests/integration/realserver.h"

#include <QEventLoop>
#include <QSet>

namespace markaz::test {
namespace {

class TwoServers : public RealServer
{
};

INSTANTIATE_TEST_SUITE_P(Stores, TwoServers, testing::Values("postgres"), storeName);

TEST_P(TwoServers, onOneDatabase_clientsOfBothConverge)
{
    const auto second = launched();
    ASSERT_TRUE(second);
    addAccount("sample.inspector2", "inspector", {QStringLiteral("PK-PB")});
    auto here = laptopOf("sample.inspector");
    auto there = laptopOf("sample.inspector2", second->url());
    EXPECT_NE(m_server->port(), second->port());

    // Both register in one city without knowing of each other, so both count from the same number.
    constexpr int kEach = 10;
    for (int i = 1; i <= kEach; ++i) {
        ASSERT_TRUE(succeeded(here->registerBuilding("LHE", QStringLiteral("Sample mill %1").arg(i))));
        ASSERT_TRUE(succeeded(there->registerBuilding("LHE", QStringLiteral("Sample hall %1").arg(i))));
    }
    const auto mine = here->registerBuilding("LHE", QStringLiteral("Sample school"));
    ASSERT_TRUE(succeeded(mine));
    const auto inspection = here->inspect(mine->id());
    ASSERT_TRUE(succeeded(inspection));

    // Both at once, then each again for what the other brought.
    int ended = 0;
    QEventLoop loop;
    for (Laptop *laptop : {here.get(), there.get()}) {
        QObject::connect(&laptop->client(), &SyncClient::runFinished, &loop, [&ended, &loop] {
            if (++ended == 2)
                loop.quit();
        });
        laptop->client().syncNow();
    }
    loop.exec();
    for (Laptop *laptop : {here.get(), there.get(), here.get(), there.get()})
        EXPECT_TRUE(clean(laptop->syncUntilClean()));

    // The officer works through the second process on what came through the first.
    auto officer = laptopOf("sample.officer", second->url());
    ASSERT_TRUE(
        succeeded(ReviewInspection(officer->workspace())
                      .run(officer->me(), inspection->id(), QStringLiteral("accept"), QStringLiteral("As seen"), {})));
    ASSERT_TRUE(
        succeeded(DecideCertificate(officer->workspace())
                      .issue(officer->me(), inspection->id(), QStringLiteral("full"), 100, QStringLiteral("As seen"))));
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    EXPECT_TRUE(clean(here->sync()));
    EXPECT_TRUE(clean(there->sync()));
    auto auditor = laptopOf("sample.auditor");

    const auto idsOf = [](Laptop &laptop) {
        const auto ids = BuildingRepository(laptop.workspace().database).ids({}, BuildingSort::Code, false);
        EXPECT_TRUE(ids.ok());
        return ids.ok() ? *ids : QStringList();
    };
    const QStringList ids = idsOf(*auditor);
    EXPECT_EQ(ids.size(), 2 * kEach + 1);
    QSet<QString> codes;
    for (const QString &id : ids)
        codes.insert(auditor->workspace().records.requireAs<Building>(id)->code().toString());
    EXPECT_EQ(codes.size(), ids.size()); // no code twice
    for (Laptop *laptop : {here.get(), there.get(), officer.get()}) {
        EXPECT_EQ(idsOf(*laptop), ids);
        for (const QString &id : ids)
            EXPECT_EQ(laptop->record(Entity::Building, id), auditor->record(Entity::Building, id)) << qPrintable(id);
        EXPECT_EQ(laptop->counts().value(QStringLiteral("certificate")), 1);
        EXPECT_FALSE(laptop->counts().contains(QStringLiteral("conflict")));
    }
    expectAuditHolds();
}

TEST_P(TwoServers, oneOfThemKilled_theOtherGoesOn)
{
    const auto second = launched();
    ASSERT_TRUE(second);
    auto inspector = laptopOf("sample.inspector");
    ASSERT_TRUE(succeeded(inspector->registerBuilding("LHE", QStringLiteral("Sample mill 1"))));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
    ASSERT_TRUE(succeeded(inspector->registerBuilding("LHE", QStringLiteral("Sample mill 2"))));
    m_server->killNow();
    EXPECT_EQ(inspector->sync().trouble, SyncSnapshot::Trouble::NotReached);
    inspector->moveTo(second->url()); // the session is in the database that both share
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
    EXPECT_EQ(laptopOf("sample.auditor", second->url())->counts().value(QStringLiteral("building")), 2);
}

} // namespace
} // namespace markaz::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingplaces.h"

#include "tests/core/storage/cachefixture.h"

namespace markaz {
namespace {

class BuildingPlacesTest : public test::CacheFixture
{
};

TEST_F(BuildingPlacesTest, positions_areThoseThatAreKnown)
{
    const QString placed =
        building("LHE", 1, {{QStringLiteral("latitude_e6"), 31'520'400}, {QStringLiteral("longitude_e6"), 74'358'700}});
    const QString unplaced = building("LHE", 2);
    const auto found = BuildingPlaces(*m_database).positions({unplaced, placed, QStringLiteral("none")});
    ASSERT_TRUE(found) << qPrintable(found.error().detail);
    ASSERT_EQ(found->size(), 1);
    EXPECT_EQ(found->value(placed, *Position::make(0, 0)).latitudeE6(), 31'520'400);
    EXPECT_EQ(found->value(placed, *Position::make(0, 0)).longitudeE6(), 74'358'700);
}

TEST_F(BuildingPlacesTest, each_leavesOutWhatIsRemovedHere)
{
    building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Old mill")}});
    ASSERT_TRUE(m_records->hide(Entity::Building, building("LHE", 2)));
    QStringList codes;
    ASSERT_TRUE(BuildingPlaces(*m_database).each([&codes](const QString &code, const QJsonObject &fields) {
        codes.append(code + QLatin1Char(' ') + fields.value(QStringLiteral("name")).toString());
        EXPECT_EQ(fields.value(QStringLiteral("city")).toInt(), test::cityOf("LHE").id);
    }));
    EXPECT_EQ(codes, QStringList{QStringLiteral("LHE-0001 Old mill")});
    EXPECT_EQ(BuildingPlaces(*m_database).freeNumbers(QStringLiteral("LHE")).value(), 9997);
    EXPECT_EQ(BuildingPlaces(*m_database).freeNumbers(QStringLiteral("KHI")).value(), 9999);
}

} // namespace
} // namespace markaz

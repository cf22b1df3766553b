// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/merge.h"
#include "tests/core/domain/samplerecords.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;

namespace {

const RecordSpec &buildings()
{
    return specOf(Entity::Building);
}

const RecordSpec &inspections()
{
    return specOf(Entity::Inspection);
}

QJsonObject with(QJsonObject fields, const char *path, const QJsonValue &value)
{
    setValueAt(fields, QLatin1String(path), value);
    return fields;
}

QJsonValue at(const QJsonObject &fields, const char *path)
{
    return valueAt(fields, QLatin1String(path));
}

QStringList conflictPaths(const MergeResult &result)
{
    QStringList paths;
    for (const FieldConflict &conflict : result.conflicts)
        paths.append(conflict.path);
    return paths;
}

QJsonObject yes()
{
    return {{QStringLiteral("value"), QStringLiteral("yes")}};
}

QJsonObject no()
{
    return {{QStringLiteral("value"), QStringLiteral("no")}};
}

} // namespace

TEST(Merge, nothingElseChanged_takesTheNewValues)
{
    const QJsonObject base = buildingFields();
    const QJsonObject wanted = with(with(base, "name", QStringLiteral("Old textile mill")), "storeys", 3);
    const MergeResult result = merge(buildings(), base, differences(buildings(), base, wanted));
    EXPECT_EQ(result.fields, wanted);
    EXPECT_TRUE(result.taken);
    EXPECT_TRUE(result.conflicts.isEmpty());
}

TEST(Merge, othersChangedOtherFields_bothStay)
{
    const QJsonObject base = buildingFields();
    const QJsonObject server = with(base, "storeys", 5);
    const auto changes = differences(buildings(), base, with(base, "name", QStringLiteral("Mill")));
    const MergeResult result = merge(buildings(), server, changes);
    EXPECT_EQ(at(result.fields, "name"), QStringLiteral("Mill"));
    EXPECT_EQ(at(result.fields, "storeys"), 5);
    EXPECT_TRUE(result.conflicts.isEmpty());
}

TEST(Merge, bothWantTheSame_nothingToDo)
{
    const QJsonObject base = buildingFields();
    const QJsonObject wanted = with(base, "name", QStringLiteral("Mill"));
    const MergeResult result = merge(buildings(), wanted, differences(buildings(), base, wanted));
    EXPECT_EQ(result.fields, wanted);
    EXPECT_FALSE(result.taken);
    EXPECT_TRUE(result.conflicts.isEmpty());
}

TEST(Merge, bothChangedOneField_serverStaysAndTheConflictKeepsAllThree)
{
    const QJsonObject base = buildingFields();
    const QJsonObject server = with(base, "name", QStringLiteral("Server's name"));
    const auto changes = differences(buildings(), base, with(base, "name", QStringLiteral("Laptop's name")));
    const MergeResult result = merge(buildings(), server, changes);
    EXPECT_EQ(result.fields, server);
    EXPECT_FALSE(result.taken);
    ASSERT_EQ(result.conflicts.size(), 1);
    EXPECT_EQ(result.conflicts[0].path, QStringLiteral("name"));
    EXPECT_EQ(result.conflicts[0].base, QStringLiteral("Old mill"));
    EXPECT_EQ(result.conflicts[0].server, QStringLiteral("Server's name"));
    EXPECT_EQ(result.conflicts[0].client, QStringLiteral("Laptop's name"));
}

TEST(Merge, conflictInOneField_holdsNoOtherFieldBack)
{
    const QJsonObject base = buildingFields();
    const QJsonObject server = with(base, "name", QStringLiteral("Server's name"));
    const auto changes =
        differences(buildings(), base, with(with(base, "name", QStringLiteral("Laptop's")), "storeys", 3));
    const MergeResult result = merge(buildings(), server, changes);
    EXPECT_EQ(conflictPaths(result), QStringList{QStringLiteral("name")});
    EXPECT_EQ(at(result.fields, "storeys"), 3);
    EXPECT_TRUE(result.taken);
}

TEST(Merge, removedField_isRemoved)
{
    const QJsonObject base = with(buildingFields(), "year_built", 1961);
    const MergeResult result =
        merge(buildings(), base, differences(buildings(), base, with(base, "year_built", QJsonValue::Null)));
    EXPECT_FALSE(result.fields.contains(QStringLiteral("year_built")));
    EXPECT_TRUE(result.taken);
}

TEST(Merge, removedHereChangedThere_isAConflictWithNothingWanted)
{
    const QJsonObject base = with(buildingFields(), "year_built", 1961);
    const auto changes = differences(buildings(), base, with(base, "year_built", QJsonValue::Null));
    const MergeResult result = merge(buildings(), with(base, "year_built", 1962), changes);
    ASSERT_EQ(conflictPaths(result), QStringList{QStringLiteral("year_built")});
    EXPECT_TRUE(result.conflicts[0].client.isNull());
    EXPECT_EQ(at(result.fields, "year_built"), 1962);
}

TEST(Merge, changedHereRemovedThere_isAConflictWithNothingInForce)
{
    const QJsonObject base = with(buildingFields(), "year_built", 1961);
    const auto changes = differences(buildings(), base, with(base, "year_built", 1950));
    const MergeResult result = merge(buildings(), buildingFields(), changes);
    ASSERT_EQ(conflictPaths(result), QStringList{QStringLiteral("year_built")});
    EXPECT_TRUE(result.conflicts[0].server.isNull());
    EXPECT_FALSE(result.fields.contains(QStringLiteral("year_built")));
}

TEST(Merge, emptyAndAbsent_areTwoThings)
{
    const QJsonObject base = with(buildingFields(), "notes", QString());
    const auto changes = differences(buildings(), base, with(base, "notes", QStringLiteral("Roof leaks")));
    EXPECT_EQ(conflictPaths(merge(buildings(), buildingFields(), changes)), QStringList{QStringLiteral("notes")});
    EXPECT_TRUE(merge(buildings(), base, changes).conflicts.isEmpty());
}

TEST(Merge, answersOfTwoInspectors_mergeItemByItem)
{
    const QJsonObject base = inspectionFields();
    const QJsonObject server = with(base, "answers.A-01", yes());
    const auto changes = differences(inspections(), base, with(base, "answers.B-02", no()));
    const MergeResult result = merge(inspections(), server, changes);
    EXPECT_TRUE(result.conflicts.isEmpty());
    EXPECT_EQ(at(result.fields, "answers.A-01"), yes());
    EXPECT_EQ(at(result.fields, "answers.B-02"), no());
}

TEST(Merge, twoAnswersOfOneItem_conflictInThatItemAlone)
{
    const QJsonObject base = inspectionFields();
    const QJsonObject server = with(base, "answers.A-01", yes());
    const auto changes = differences(inspections(), base, with(with(base, "answers.A-01", no()), "answers.A-02", no()));
    const MergeResult result = merge(inspections(), server, changes);
    EXPECT_EQ(conflictPaths(result), QStringList{QStringLiteral("answers.A-01")});
    EXPECT_EQ(at(result.fields, "answers.A-01"), yes());
    EXPECT_EQ(at(result.fields, "answers.A-02"), no());
}

TEST(Merge, answerAndItsNote_areFieldsOfTheirOwn)
{
    const QJsonObject base = with(inspectionFields(), "answers.A-01", yes());
    const QJsonObject server = with(base, "notes.A-01", QStringLiteral("seen"));
    const auto changes = differences(inspections(), base, with(base, "answers.A-01", no()));
    const MergeResult result = merge(inspections(), server, changes);
    EXPECT_TRUE(result.conflicts.isEmpty());
    EXPECT_EQ(at(result.fields, "notes.A-01"), QStringLiteral("seen"));
    EXPECT_EQ(at(result.fields, "answers.A-01"), no());
}

TEST(Merge, lastAnswerTakenAway_leavesNoEmptyMap)
{
    const QJsonObject base = with(inspectionFields(), "answers.A-01", yes());
    const auto changes = differences(inspections(), base, inspectionFields());
    EXPECT_EQ(merge(inspections(), base, changes).fields, inspectionFields());
}

TEST(Merge, objectField_movesAsAWhole)
{
    const QJsonObject base = with(inspectionFields(), "score", QJsonObject{{QStringLiteral("total_bp"), 7000}});
    const QJsonObject server =
        with(base, "score", QJsonObject{{QStringLiteral("total_bp"), 7000}, {QStringLiteral("x"), 1}});
    const auto changes =
        differences(inspections(), base, with(base, "score", QJsonObject{{QStringLiteral("total_bp"), 8000}}));
    const MergeResult result = merge(inspections(), server, changes);
    EXPECT_EQ(conflictPaths(result), QStringList{QStringLiteral("score")});
    EXPECT_EQ(result.fields, server);
}

TEST(Merge, unknownField_mergesAsAWhole)
{
    const QJsonObject base = with(buildingFields(), "from_a_newer_program", QJsonObject{{QStringLiteral("a"), 1}});
    const auto changes =
        differences(buildings(), base, with(base, "from_a_newer_program", QJsonObject{{QStringLiteral("a"), 2}}));
    EXPECT_EQ(at(merge(buildings(), base, changes).fields, "from_a_newer_program"),
              (QJsonObject{{QStringLiteral("a"), 2}}));
    const QJsonObject server = with(base, "from_a_newer_program", QJsonObject{{QStringLiteral("a"), 3}});
    EXPECT_EQ(conflictPaths(merge(buildings(), server, changes)), QStringList{QStringLiteral("from_a_newer_program")});
}

// Groups: position, address, state with its reason.

TEST(MergeGroups, conflictInLatitude_holdsLongitudeAndAccuracyBackToo)
{
    QJsonObject base = with(with(buildingFields(), "latitude_e6", 31'500'000), "longitude_e6", 74'300'000);
    base = with(base, "accuracy_m", 5);
    const QJsonObject server = with(base, "latitude_e6", 31'600'000);
    QJsonObject wanted = with(with(base, "latitude_e6", 31'700'000), "longitude_e6", 74'400'000);
    wanted = with(with(wanted, "accuracy_m", 8), "name", QStringLiteral("Mill"));
    const MergeResult result = merge(buildings(), server, differences(buildings(), base, wanted));
    EXPECT_EQ(conflictPaths(result), (QStringList{QStringLiteral("accuracy_m"), QStringLiteral("latitude_e6"),
                                                  QStringLiteral("longitude_e6")}));
    EXPECT_EQ(result.fields, with(server, "name", QStringLiteral("Mill")));
}

TEST(MergeGroups, laptopMovedLatitudeServerMovedLongitude_isAConflictAndNoMixture)
{
    const QJsonObject base = with(with(buildingFields(), "latitude_e6", 31'500'000), "longitude_e6", 74'300'000);
    const QJsonObject server = with(base, "longitude_e6", 74'400'000);
    const auto changes = differences(buildings(), base, with(base, "latitude_e6", 31'700'000));
    const MergeResult result = merge(buildings(), server, changes);
    EXPECT_EQ(result.fields, server);
    EXPECT_TRUE(conflictPaths(result).contains(QStringLiteral("latitude_e6")));
}

TEST(MergeGroups, newAddressHereNewCityThere_isAConflictAndNoMixture)
{
    const QJsonObject base = buildingFields();
    const QJsonObject server = with(base, "city", 1174872);
    const auto changes = differences(buildings(), base, with(base, "address", QStringLiteral("2 Mill Road")));
    const MergeResult result = merge(buildings(), server, changes);
    EXPECT_EQ(result.fields, server);
    EXPECT_FALSE(result.taken);
}

TEST(MergeGroups, wholeGroupUnchangedOnTheServer_movesTogether)
{
    const QJsonObject base = with(with(buildingFields(), "latitude_e6", 31'500'000), "longitude_e6", 74'300'000);
    const QJsonObject wanted = with(with(base, "latitude_e6", 31'700'000), "longitude_e6", 74'400'000);
    const MergeResult result = merge(buildings(), with(base, "storeys", 9), differences(buildings(), base, wanted));
    EXPECT_TRUE(result.conflicts.isEmpty());
    EXPECT_EQ(result.fields, with(wanted, "storeys", 9));
}

TEST(MergeGroups, halfOfItIsAlreadyAsWanted_takesTheOtherHalf)
{
    const QJsonObject base = with(with(buildingFields(), "latitude_e6", 31'500'000), "longitude_e6", 74'300'000);
    const QJsonObject wanted = with(with(base, "latitude_e6", 31'700'000), "longitude_e6", 74'400'000);
    const MergeResult result =
        merge(buildings(), with(base, "latitude_e6", 31'700'000), differences(buildings(), base, wanted));
    EXPECT_TRUE(result.conflicts.isEmpty());
    EXPECT_EQ(result.fields, wanted);
}

TEST(MergeGroups, conflictInOneGroup_leavesTheOtherFree)
{
    const QJsonObject base = with(with(buildingFields(), "latitude_e6", 31'500'000), "longitude_e6", 74'300'000);
    const QJsonObject server = with(base, "address", QStringLiteral("Server Road"));
    const QJsonObject wanted = with(with(base, "address", QStringLiteral("Laptop Road")), "latitude_e6", 31'700'000);
    const MergeResult result = merge(buildings(), server, differences(buildings(), base, wanted));
    EXPECT_EQ(conflictPaths(result), QStringList{QStringLiteral("address")});
    EXPECT_EQ(at(result.fields, "latitude_e6"), 31'700'000);
    EXPECT_EQ(at(result.fields, "address"), QStringLiteral("Server Road"));
}

TEST(MergeGroups, stateMovedOnBothSides_serverStateStaysWithItsReason)
{
    const QJsonObject base = with(inspectionFields(), "state", QStringLiteral("submitted"));
    QJsonObject server = with(base, "state", QStringLiteral("returned"));
    server = with(server, "state_reason", QStringLiteral("Photographs are missing"));
    const auto changes = differences(inspections(), base, with(base, "state", QStringLiteral("accepted")));
    const MergeResult result = merge(inspections(), server, changes);
    EXPECT_EQ(result.fields, server);
    EXPECT_EQ(conflictPaths(result), QStringList{QStringLiteral("state")});
}

// What the laptop shows.

TEST(Rebased, pendingChanges_lieOverTheServersRecordInTheirOrder)
{
    const QJsonObject base = buildingFields();
    const auto first = differences(buildings(), base, with(base, "name", QStringLiteral("First")));
    const auto second = differences(buildings(), with(base, "name", QStringLiteral("First")),
                                    with(with(base, "name", QStringLiteral("Second")), "storeys", 4));
    const QJsonObject server = with(with(base, "name", QStringLiteral("Server's")), "covered_area_sqft", 9000);
    const QJsonObject shown = rebased(server, {first, second});
    EXPECT_EQ(at(shown, "name"), QStringLiteral("Second"));
    EXPECT_EQ(at(shown, "storeys"), 4);
    EXPECT_EQ(at(shown, "covered_area_sqft"), 9000);
    EXPECT_EQ(rebased(server, {}), server);
}

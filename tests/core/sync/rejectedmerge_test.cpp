// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;
using protocol::ChangeResult;

TEST(RejectedMerge, leavesWhatWasToGoAlongWhereTheServerHasIt)
{
    World world;
    Laptop laptop{world.server, world.clock, world.file()};
    ASSERT_TRUE(laptop.signIn(kOne));
    laptop.sync();
    const QString into = QStringLiteral("merged_into");
    const QString why = QStringLiteral("merge_reason");
    const QString mill = laptop.create(Entity::Building, sampleBuilding(1)).id;
    const QString hall = laptop.create(Entity::Building, sampleBuilding(2)).id;
    QJsonObject merged = sampleBuilding(3);
    merged.insert(into, mill);
    merged.insert(why, QStringLiteral("One gate"));
    const QString once = laptop.create(Entity::Building, merged).id;
    laptop.sync();
    laptop.edit(Entity::Building, mill, {{into, hall}, {why, QStringLiteral("One gate")}});
    Record shown = *laptop.find(Entity::Building, once);
    shown.fields.insert(into, hall);
    ASSERT_TRUE(laptop.parts().records.putLocal(shown));
    world.server.answerNext(mill, ChangeResult{{}, Outcome::Rejected, 0, {}, {}, protocol::code::kWrongState, {}, {}});
    laptop.sync();
    EXPECT_EQ(laptop.rows(OutboxState::Dead).size(), 1);
    EXPECT_EQ(laptop.text(Entity::Building, once, into), mill);
    EXPECT_EQ(laptop.text(Entity::Building, mill, into), hall) << "what its author entered goes on being shown";
}

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A conflict from its making to both laptops holding what was decided.
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;
using Take = ConflictChoice::Take;

namespace {

const QString kName = QStringLiteral("name");

class Resolution : public testing::TestWithParam<Take>
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_mine.signIn(kOne));
        ASSERT_TRUE(m_theirs.signIn(kTwo));
        m_id = m_mine.create(Entity::Owner, sampleOwner(QStringLiteral("Mill"))).id;
        both();
        m_theirs.edit(Entity::Owner, m_id, kName, QStringLiteral("Theirs"));
        m_mine.edit(Entity::Owner, m_id, kName, QStringLiteral("Mine"));
        m_theirs.sync();
        m_mine.sync();
        m_theirs.sync();
    }
    void both()
    {
        m_mine.sync();
        m_theirs.sync();
        m_mine.sync();
    }
    QString conflict() { return m_world.server.all(Entity::Conflict).first().id; }
    QString wanted() { return GetParam() == Take::Client ? QStringLiteral("Mine") : QStringLiteral("Theirs"); }

    World m_world;
    Laptop m_mine{m_world.server, m_world.clock, m_world.file(QStringLiteral("a")), 1};
    Laptop m_theirs{m_world.server, m_world.clock, m_world.file(QStringLiteral("b")), 2};
    QString m_id;
};

TEST_P(Resolution, convergesOnBothLaptops)
{
    ASSERT_EQ(m_mine.snapshot().conflicts, 1);
    EXPECT_EQ(m_theirs.snapshot().conflicts, 0) << "it is its author's to decide";
    m_mine.resolve(conflict(), GetParam());
    m_mine.engine().recount();
    EXPECT_EQ(m_mine.snapshot().conflicts, 0);
    EXPECT_GT(m_mine.snapshot().waiting, 0) << "decided, and not yet there";
    both();
    EXPECT_EQ(m_mine.text(Entity::Owner, m_id, kName), wanted());
    EXPECT_EQ(m_theirs.text(Entity::Owner, m_id, kName), wanted());
    EXPECT_EQ(m_mine.text(Entity::Conflict, conflict(), QStringLiteral("state")), QStringLiteral("resolved"));
    EXPECT_EQ(m_mine.everything(), everythingOn(m_world.server));
    EXPECT_EQ(m_theirs.everything(), everythingOn(m_world.server));
    EXPECT_TRUE(m_mine.runs.last());
}

TEST_P(Resolution, survivesACrashBeforeItIsSent)
{
    m_mine.resolve(conflict(), GetParam());
    m_mine.crash();
    m_mine.open();
    both();
    EXPECT_EQ(m_theirs.text(Entity::Owner, m_id, kName), wanted());
    EXPECT_EQ(m_theirs.everything(), everythingOn(m_world.server));
}

TEST_P(Resolution, whatChangedMeanwhile_isNotOverwritten)
{
    m_mine.resolve(conflict(), GetParam());
    m_theirs.edit(Entity::Owner, m_id, kName, QStringLiteral("Theirs, again"));
    m_theirs.sync();
    both();
    EXPECT_EQ(m_theirs.text(Entity::Owner, m_id, kName), QStringLiteral("Theirs, again"));
    EXPECT_EQ(m_mine.snapshot().conflicts, GetParam() == Take::Client ? 1 : 0) << "a decision that met another change";
    EXPECT_EQ(m_mine.everything(), everythingOn(m_world.server));
}

INSTANTIATE_TEST_SUITE_P(Sides, Resolution, testing::Values(Take::Client, Take::Server));

} // namespace

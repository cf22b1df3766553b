// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/cachecopies.h"

#include "tests/core/workflow/workflowfixture.h"

using namespace markaz;
using namespace markaz::test;

namespace {

class CacheCopies : public WorkflowFixture
{
};

TEST_F(CacheCopies, eachSaysWhatItLacksThatTheServerHasNot)
{
    const CacheBackups backups(m_path);
    EXPECT_TRUE(ListCacheCopies(*m_workspace).run()->isEmpty());
    const auto perfect = samples::perfectAnswers(standard(), 1);
    const QString inspection = draftOf(visitedBuilding());
    m_clock.advance(1000);
    ASSERT_TRUE(backups.makeIfDue(m_clock));
    m_clock.advance(24LL * 3600 * 1000);
    answerAll(inspection, {{QStringLiteral("A-02"), *perfect.constFind(QStringLiteral("A-02"))}});
    m_clock.advance(1000);
    ASSERT_TRUE(backups.makeIfDue(m_clock));
    m_clock.advance(1000);
    answerAll(inspection, {{QStringLiteral("C-02"), *perfect.constFind(QStringLiteral("C-02"))}});
    auto copies = ListCacheCopies(*m_workspace).run();
    ASSERT_TRUE(copies);
    ASSERT_EQ(copies->size(), 2);
    EXPECT_EQ(copies->at(0).unsent, 1);
    EXPECT_EQ(copies->at(1).unsent, 2);
    const auto last = m_outbox->list({}).value().last();
    ASSERT_TRUE(
        m_outbox->settle(last.position, OutboxState::Acknowledged, Outcome::Applied, {}, {}, {}, m_clock.now()));
    EXPECT_EQ(ListCacheCopies(*m_workspace).run()->at(0).unsent, 0) << "what the server has comes back with a sync";
}

} // namespace

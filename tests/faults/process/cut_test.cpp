// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/faultworld.h"

namespace markaz::test {
namespace {

constexpr quint32 kEvery = 97; // bytes, in the test command

class Cut : public FaultWorld
{
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(FaultWorld::SetUp());
        m_inspector = checkedLaptop("sample.inspector");
        m_officer = checkedLaptop("sample.officer");
        m_work = std::make_unique<Work>(*m_inspector, m_journal, 1);
        ASSERT_TRUE(succeeded(m_work->registerBuilding()));
        ASSERT_TRUE(succeeded(m_work->answer()));
        expectQuiet({m_inspector.get(), m_officer.get()});
    }
    /// One exchange whose line breaks in each of its bytes: those of the request, then those of the reply.
    struct Exchange
    {
        QByteArray method;
        QByteArray path;
        std::function<void()> make; ///< something new for it to carry
        Laptop *by = nullptr;
    };
    void cutEverywhere(FaultRow &row, const Exchange &exchange)
    {
        qint64 asked = 0;
        m_wire->next(exchange.method, exchange.path, [&asked](const WireRequest &request) {
            asked = request.bytes.size();
            return WireFault();
        });
        exchange.make();
        ASSERT_TRUE(quiet(*exchange.by));
        const qint64 answered = m_wire->lastReplyBytes(exchange.method);
        ASSERT_GT(asked, 0);
        ASSERT_GT(answered, 0);
        row.checkEvery(longFaults() ? 50 : 1000, [&] { expectAllHolds({m_inspector.get(), m_officer.get()}); });
        row.run(static_cast<quint32>(asked + answered) + 1, kEvery, [&](quint32 place) {
            const bool inRequest = place <= asked;
            m_wire->next(exchange.method, exchange.path, [&](const WireRequest &) {
                return inRequest ? WireFault{WireFault::Kind::CutRequest, place}
                                 : WireFault{WireFault::Kind::CutReply, place - asked - 1};
            });
            exchange.make();
            for (int i = 0; i < 50 && !m_wire->hasHappened(); ++i)
                exchange.by->sync();
            EXPECT_TRUE(m_wire->hasHappened());
            EXPECT_TRUE(quiet(*exchange.by));
        });
    }
    void sent(const Result<void> &worked)
    {
        ASSERT_TRUE(succeeded(worked));
        ASSERT_TRUE(quiet(*m_inspector));
    }

    std::unique_ptr<Laptop> m_inspector;
    std::unique_ptr<Laptop> m_officer;
    std::unique_ptr<Work> m_work;
};

class PushCut : public Cut
{
};
class PullCut : public Cut
{
};
class FileCut : public Cut
{
};
INSTANTIATE_TEST_SUITE_P(Stores, PushCut, testing::Values("sqlite"), storeName);
INSTANTIATE_TEST_SUITE_P(Stores, PullCut, testing::Values("sqlite"), storeName);
INSTANTIATE_TEST_SUITE_P(Stores, FileCut, testing::Values("sqlite"), storeName);

TEST_P(PushCut, atAnyByte_losesNothing)
{
    FaultRow row("push-cut", "bytes");
    cutEverywhere(row, {"POST", "/api/v1/changes", [this] { ASSERT_TRUE(succeeded(m_work->editBuilding())); },
                        m_inspector.get()});
}

TEST_P(PullCut, atAnyByte_losesNothing)
{
    FaultRow row("pull-cut", "bytes");
    // The wire is one for both: what the inspector sends has gone before the officer pulls.
    cutEverywhere(row, {"GET", "/api/v1/changes",
                        [this] {
                            const auto plan = m_wire->takePlan();
                            sent(m_work->editBuilding());
                            m_wire->setPlan(plan);
                        },
                        m_officer.get()});
}

TEST_P(FileCut, sentAndCutAtAnyByte_losesNothing)
{
    FaultRow row("file-cut", "bytes sent");
    m_inspector->withFiles(true);
    cutEverywhere(
        row, {"PATCH", "/api/v1/files", [this] { ASSERT_TRUE(succeeded(m_work->attach(200))); }, m_inspector.get()});
}

TEST_P(FileCut, fetchedAndCutAtAnyByte_losesNothing)
{
    FaultRow row("file-cut", "bytes fetched");
    m_inspector->withFiles(true);
    m_officer->withFiles(true);
    cutEverywhere(row,
                  {"GET", "/api/v1/files",
                   [this] {
                       const auto plan = m_wire->takePlan();
                       sent(m_work->attach(200));
                       ASSERT_TRUE(quiet(*m_officer));
                       const auto last = m_officer->workspace().database.row(
                           QStringLiteral("SELECT id FROM evidence ORDER BY rowid DESC LIMIT 1"));
                       ASSERT_TRUE(last.ok() && last->has_value());
                       ASSERT_TRUE(succeeded(FetchEvidence(m_officer->workspace()).run((**last).first().toString())));
                       m_wire->setPlan(plan);
                   },
                   m_officer.get()});
}

} // namespace
} // namespace markaz::test

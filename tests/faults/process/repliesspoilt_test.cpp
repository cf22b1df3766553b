// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/faultworld.h"

namespace markaz::test {
namespace {

class RepliesSpoilt : public FaultWorld
{
protected:
    QByteArray m_seen; ///< what the case did to the wire
};
INSTANTIATE_TEST_SUITE_P(Stores, RepliesSpoilt, testing::Values("sqlite"), storeName);

TEST_P(RepliesSpoilt, doubledReorderedDelayedTruncatedFlipped_loseNothing)
{
    FaultRow row("replies-spoilt", "runs", 200, 10'000);
    auto inspector = checkedLaptop("sample.inspector");
    auto officer = checkedLaptop("sample.officer");
    inspector->withFiles(true);
    officer->withFiles(true);
    row.checkEvery(20, [&] { expectAllHolds({inspector.get(), officer.get()}); });
    row.run([&](quint32 seed) {
        QRandomGenerator random(seed);
        Work work(*inspector, m_journal, seed);
        ASSERT_TRUE(succeeded(work.step()));
        if (seed % 4 == 0) { // both at the same records
            ASSERT_TRUE(succeeded(work.editBuilding()));
            ASSERT_TRUE(succeeded(Work(*officer, m_journal, seed).editBuilding()));
        }
        m_wire->setPlan([&random, this](const WireRequest &request) {
            const WireFault fault = random.bounded(2) == 0 ? WireFault() : WireFault::drawn(random);
            m_seen += request.method + ' ' + request.path + ": " + nameOf(fault.kind) + ' ' +
                      QByteArray::number(fault.at) + '\n';
            return fault;
        });
        m_seen.clear();
        inspector->sync();
        officer->sync();
        m_wire->setPlan({});
        EXPECT_TRUE(quiet(*inspector)) << m_seen.constData();
    });
}

} // namespace
} // namespace markaz::test

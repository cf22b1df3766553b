// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/faultworld.h"

namespace markaz::test {
namespace {

class OlderBackup : public FaultWorld
{
};
INSTANTIATE_TEST_SUITE_P(Stores, OlderBackup, testing::Values("sqlite"), storeName);

TEST_P(OlderBackup, restored_laptopsBringBackWhatItLacks)
{
    FaultRow row("older-backup", "restores", 1, 20);
    auto inspector = checkedLaptop("sample.inspector");
    auto officer = checkedLaptop("sample.officer");
    inspector->withFiles(true);
    officer->withFiles(true);
    row.run([&](quint32 seed) {
        Work mine(*inspector, m_journal, seed);
        Work others(*officer, m_journal, seed + 1000);
        const auto works = [&](int gestures) {
            for (int i = 0; i < gestures; ++i) {
                ASSERT_TRUE(succeeded(mine.step()));
                if (i % 3 == 2) {
                    EXPECT_TRUE(quiet(*inspector));
                    EXPECT_TRUE(quiet(*officer));
                    ASSERT_TRUE(succeeded(others.editBuilding()));
                }
            }
        };
        works(6);
        expectQuiet({inspector.get(), officer.get()});
        const QString backup = m_folder.filePath(QStringLiteral("backup-%1.tar").arg(seed));
        ASSERT_TRUE(
            succeeded(ServerProcess::command(QStringList{QStringLiteral("backup"), backup} + m_store.arguments())));
        works(6); // acknowledged by a server that then loses it
        if (seed % 2 == 0)
            expectQuiet({inspector.get(), officer.get()});
        m_watch->stop();
        m_server->killNow();
        m_store = {m_folder.filePath(QStringLiteral("restored-%1").arg(seed)), {}};
        ASSERT_TRUE(
            succeeded(ServerProcess::command(QStringList{QStringLiteral("restore"), backup} + m_store.arguments())));
        ASSERT_TRUE(succeeded(ServerProcess::command(
            QStringList{QStringLiteral("keys"), QStringLiteral("take"), QStringLiteral("--nothing-newer")} +
            m_store.arguments())));
        m_watch->forget();
        ASSERT_NO_FATAL_FAILURE(serverIsBack());
        m_invariants->leadTo(m_server->url(), m_store);
        m_watch->start();
        // Whoever comes first may build on what has not come back yet.
        const bool officerFirst = seed % 3 == 0;
        for (const bool isOfficer : {officerFirst, !officerFirst}) {
            Laptop &laptop = isOfficer ? *officer : *inspector;
            ASSERT_TRUE(succeeded(laptop.signIn(
                isOfficer ? QStringLiteral("sample.officer") : QStringLiteral("sample.inspector"), kPassword)));
            laptop.sync();
        }
        expectAllHolds({inspector.get(), officer.get()});
    });
}

} // namespace
} // namespace markaz::test

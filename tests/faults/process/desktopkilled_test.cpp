// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/faultworld.h"

#include <QCoreApplication>

namespace markaz::test {
namespace {

class DesktopKilled : public FaultWorld
{
};
INSTANTIATE_TEST_SUITE_P(Stores, DesktopKilled, testing::Values("sqlite"), storeName);

TEST_P(DesktopKilled, atRandomPoints_losesNothing)
{
    FaultRow row("desktop-killed", "kills", 50, 1000);
    auto officer = checkedLaptop("sample.officer");
    checkedLaptop("sample.inspector"); // and closed again: from here on it is the child's
    row.checkEvery(10, [&] { expectInvariant(); });
    row.run([&](quint32 seed) {
        QRandomGenerator random(seed);
        QProcess child;
        bindToUs(child, SIGKILL);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--work"), profile("sample.inspector"), m_server->url().toString(), journalPath(),
                     QString::number(seed), QStringLiteral("100")});
        QByteArray said;
        const QByteArray gesture = "saved " + QByteArray::number(1 + random.bounded(longFaults() ? 6 : 3));
        ASSERT_TRUE(succeeded(waitForLine(child, gesture, 30'000, said))) << said.constData();
        child.waitForFinished(random.bounded(12)); // somewhere in the gestures and requests that follow
        ASSERT_EQ(child.state(), QProcess::Running) << said.constData() << child.readAll().constData();
        child.kill(); // -9
        ASSERT_TRUE(child.waitForFinished());

        Laptop inspector(profile("sample.inspector"), m_wire->url());
        // What was on the disk when it died counts too, though it could not say so any more.
        ASSERT_TRUE(succeeded(note(inspector)));
        inspector.withFiles(true);
        expectQuiet({&inspector, officer.get()});
    });
}

} // namespace
} // namespace markaz::test

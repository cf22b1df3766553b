// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

namespace markaz::test {

inline constexpr qint64 kKiB = 1024;
inline const QByteArray kFiles = QByteArrayLiteral("PATCH");
inline const QString kPath = QStringLiteral("/api/v1/files");

/// One inspector with an inspection that the server knows, and a line of 1,000 KiB/s.
class Files : public testing::Test
{
protected:
    void SetUp() override
    {
        addSampleAccount(m_world.server, sampleActor(QStringLiteral("sample.officer")));
        ASSERT_TRUE(m_a.signIn(kOne).ok());
        m_inspection = m_a.inspection();
        m_a.sync();
        m_server.bytesPerSecond = 1000 * kKiB;
    }

    Record attach(const QByteArray &bytes) { return m_a.attach(m_inspection, bytes); }

    /// What must be true of a file at the end, however it got there.
    void expectWhole(const QByteArray &bytes)
    {
        EXPECT_TRUE(m_server.hasFile(sha256Of(bytes)));
        EXPECT_EQ(m_a.figures().waitingUp, 0);
        EXPECT_TRUE(m_a.jobs().isEmpty());
    }

    World m_world;
    FakeServer &m_server = m_world.server;
    Laptop m_a{m_world.server, m_world.clock, m_world.file()};
    QString m_inspection;
};

} // namespace markaz::test

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QtGlobal>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace markaz::test {

/// True with MARKAZ_FAULTS=long: the sizes of packaging/dev/faults.sh --long. The test command runs the small ones.
inline bool longFaults()
{
    return qgetenv("MARKAZ_FAULTS") == "long";
}

/// One row of the fault matrix (tests/faults/README.md): how many cases it runs, which, and the line that it prints at
/// its end, "row desktop-killed: 50 kills, seeds 1-50, 12.3 s, held".
///
/// A case is its seed: whatever it draws comes from that number alone, so MARKAZ_FAULT_SEED=17 runs that case again,
/// and MARKAZ_FAULT_SEED=101-200 a piece of a long row. A row that tries every place (each byte, each request) takes
/// the seed as the place. The GoogleTest suite is named like the row, DesktopKilled for desktop-killed, because
/// faults.sh --only finds it by that.
class FaultRow
{
public:
    /// \p small and \p inLong: cases in the test command and in the long run. \p unit: what is counted, "kills". A row
    /// of places leaves both out.
    FaultRow(const char *name, const char *unit, quint32 small = kPlaces, quint32 inLong = kPlaces)
        : m_name(name)
        , m_unit(unit)
        , m_last(longFaults() ? inLong : small)
    {
        const QByteArray asked = qgetenv("MARKAZ_FAULT_SEED");
        if (!asked.isEmpty()) {
            const QList<QByteArray> ends = asked.split('-');
            m_first = ends.first().toUInt();
            m_last = ends.last().toUInt();
        }
        m_since.start();
    }
    ~FaultRow()
    {
        std::printf("row %s: %u %s, seeds %u-%u, %.1f s, %s\n", m_name, m_count, m_unit, m_first, m_last,
                    static_cast<double>(m_since.elapsed()) / 1000, m_failed > 0 || m_count == 0 ? "FAILED" : "held");
        std::fflush(stdout);
    }
    FaultRow(const FaultRow &) = delete;
    FaultRow &operator=(const FaultRow &) = delete;

    /// \p check is asked behind every so many cases and at the row's end, where asking after each would take longer
    /// than the cases themselves. Its failures name the seeds since it last held.
    void checkEvery(quint32 cases, std::function<void()> check)
    {
        m_every = cases;
        m_check = std::move(check);
    }

    /// Runs \p one for each seed. A failure names its seed; after three of them the rest is left out, because one
    /// mistake seldom breaks a single seed.
    void run(const std::function<void(quint32 seed)> &one)
    {
        quint32 held = m_first;
        for (quint32 seed = m_first; seed <= m_last && m_failed < kMostFailures; seed += m_step) {
            watched(seed, seed, [&] { one(seed); });
            ++m_count;
            if (m_check && (m_count % m_every == 0 || m_last - seed < m_step)) {
                watched(held, seed, m_check);
                held = seed + m_step;
            }
        }
    }
    /// For a row that goes through places, of which there are \p most: all of them in the long run, every \p stride-th
    /// in the test command.
    void run(quint32 most, quint32 stride, const std::function<void(quint32 place)> &one)
    {
        m_last = std::min(m_last, most);
        m_step = longFaults() || m_first == m_last ? 1 : stride;
        run(one);
    }

private:
    static constexpr quint32 kPlaces = 1'000'000'000;
    static constexpr int kMostFailures = 3;
    void watched(quint32 from, quint32 to, const std::function<void()> &what)
    {
        const testing::ScopedTrace trace(
            __FILE__, __LINE__, testing::Message() << "row " << m_name << ", MARKAZ_FAULT_SEED=" << from << '-' << to);
        const auto failures = [] {
            return testing::UnitTest::GetInstance()->current_test_info()->result()->total_part_count();
        };
        const int before = failures();
        what();
        if (failures() == before)
            return;
        ++m_failed;
        std::printf("row %s: seeds %u-%u FAILED\n", m_name, from, to);
    }

    const char *m_name;
    const char *m_unit;
    quint32 m_first = 1;
    quint32 m_last;
    quint32 m_step = 1;
    quint32 m_every = 1;
    std::function<void()> m_check;
    quint32 m_count = 0;
    int m_failed = 0;
    QElapsedTimer m_since;
};

} // namespace markaz::test

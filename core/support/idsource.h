// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/clock.h"

#include <QString>

#include <array>
#include <cstdint>

namespace markaz {

/// Makes the ids of new records: UUIDv7 (RFC 9562), lower-case text of 36 characters, ordered by time.
class IdSource
{
public:
    virtual ~IdSource() = default;
    virtual QString next() = 0;
};

/// UUIDv7 from a clock and the system's random source. Within one millisecond the 12 bits of rand_a count up, so ids
/// of one source never go backwards. Not thread-safe: one source a thread.
class Uuid7Source final : public IdSource
{
public:
    explicit Uuid7Source(const Clock &clock)
        : m_clock(clock)
    {
    }
    QString next() override;

private:
    const Clock &m_clock;
    qint64 m_lastMs = 0;
    quint32 m_counter = 0;
};

/// Repeatable ids from a seed and a clock, for tests and sample data.
class SeededIdSource final : public IdSource
{
public:
    SeededIdSource(const Clock &clock, quint64 seed)
        : m_clock(clock)
        , m_state(seed)
    {
    }
    QString next() override;

private:
    const Clock &m_clock;
    quint64 m_state;
    quint32 m_counter = 0;
};

/// The text of a UUIDv7 from its parts: 48 bits of Unix milliseconds, 12 bits of counter, 62 random bits.
QString uuid7Text(qint64 unixMs, quint32 counter12, quint64 random62);

} // namespace markaz

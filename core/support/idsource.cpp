// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/idsource.h"

#include <QRandomGenerator>

#include <algorithm>

namespace markaz {

QString uuid7Text(qint64 unixMs, quint32 counter12, quint64 random62)
{
    const quint64 high = (static_cast<quint64>(unixMs) << 16) | 0x7000U | (counter12 & 0x0FFFU);
    const quint64 low = (random62 & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL;
    const QString hex = QStringLiteral("%1%2").arg(high, 16, 16, QLatin1Char('0')).arg(low, 16, 16, QLatin1Char('0'));
    return hex.left(8) + QLatin1Char('-') + hex.mid(8, 4) + QLatin1Char('-') + hex.mid(12, 4) + QLatin1Char('-') +
           hex.mid(16, 4) + QLatin1Char('-') + hex.mid(20);
}

QString Uuid7Source::next()
{
    const qint64 now = std::max(m_clock.now().toMSecsSinceEpoch(), m_lastMs);
    if (now == m_lastMs) {
        if (++m_counter > 0x0FFF) { // borrow the next millisecond rather than go backwards
            ++m_lastMs;
            m_counter = 0;
        }
    } else {
        m_lastMs = now;
        m_counter = 0;
    }
    return uuid7Text(m_lastMs, m_counter, QRandomGenerator::system()->generate64());
}

QString SeededIdSource::next()
{
    // SplitMix64 (Steele, Lea, Flood 2014): a full-period 64-bit generator in three lines.
    quint64 z = (m_state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    z ^= z >> 31;
    return uuid7Text(m_clock.now().toMSecsSinceEpoch(), m_counter++ & 0x0FFFU, z);
}

} // namespace markaz

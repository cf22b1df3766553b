// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QList>
#include <QString>

namespace markaz::server {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers everywhere, which the standard library's distributions do not
/// promise.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        quint64 z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    int below(int end) { return end <= 1 ? 0 : static_cast<int>(next() % static_cast<quint64>(end)); }
    int between(int first, int last) { return first + below(last - first + 1); } ///< both included
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }      ///< 0 <= x < 1
    double between(double low, double high) { return low + (high - low) * unit(); }
    bool chance(double probability) { return unit() < probability; }
    template <class T>
    const T &pick(const QList<T> &list)
    {
        return list.at(below(static_cast<int>(list.size())));
    }
    /// A generator of its own for one purpose: adding a draw there changes nothing elsewhere.
    Random forPurpose(quint64 purpose) const
    {
        return Random(Random(m_state ^ (purpose * 0xD1342543DE82EF95ULL)).next());
    }

private:
    quint64 m_state;
};

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace markaz {

/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014), and whole numbers out
/// of it. The same seed gives the same numbers everywhere: the standard's own distributions differ between libraries.
/// Not for secrets.
class SplitMix
{
public:
    explicit constexpr SplitMix(quint64 seed)
        : m_state(seed)
    {
    }

    constexpr quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31);
    }

    /// \p low to \p high, both included, each as likely as any other: numbers beyond the last whole round of the range
    /// are drawn again. At least one number is drawn, also for a range of one.
    constexpr int between(int low, int high)
    {
        const auto width = static_cast<quint64>(static_cast<qint64>(high) - low) + 1;
        const quint64 beyond = (0 - width) % width; // 2^64 mod width
        quint64 drawn = next();
        while (drawn < beyond)
            drawn = next();
        return static_cast<int>(low + static_cast<qint64>(drawn % width));
    }

private:
    quint64 m_state;
};

} // namespace markaz

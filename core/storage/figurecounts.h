// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace markaz {

/// A set of items by their numbers (figure_item), as the cache keeps it: bit `nr` of the bytes.
class ItemBits
{
public:
    void set(int nr);
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Scored visits, added up: how many there are, by band of the score and verdict, and by item how many answered it and
/// failed it.
class FigureCounts
{
public:
    static constexpr int kBands = 20;

    /// \p times: 1 to count the visit, -1 to take it out. A verdict that is none of the three counts in no band.
    void addVisit(int band, const QString &verdict, const QByteArray &answered, const QByteArray &failed, int times);
    /// All of what toBytes() gave.
    void addAll(const QByteArray &bytes);
    /// Numbers of 32 bits, the lowest byte first.
    QByteArray toBytes() const;
    bool isEmpty() const; ///< every number is 0

    int visits() const { return at(0); }
    int eligible(int band) const { return at(1 + 3 * band); }
    int provisional(int band) const { return at(2 + 3 * band); }
    int refused(int band) const { return at(3 + 3 * band); }
    int answered(int nr) const { return at(kFirstItem + 2 * nr); }
    int failed(int nr) const { return at(kFirstItem + 2 * nr + 1); }

private:
    static constexpr int kFirstItem = 1 + 3 * kBands;
    int at(int slot) const;
    void add(int slot, int times);
    void addBits(const QByteArray &bits, int which, int times);

    std::vector<qint32> m_numbers;
};

} // namespace markaz

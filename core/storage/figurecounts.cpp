// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/figurecounts.h"

#include <QtEndian>

#include <algorithm>

namespace markaz {

void ItemBits::set(int nr)
{
    const qsizetype byte = nr / 8;
    if (byte >= m_bytes.size())
        m_bytes.append(byte + 1 - m_bytes.size(), '\0');
    m_bytes[byte] = static_cast<char>(static_cast<unsigned char>(m_bytes[byte]) | (1U << (nr % 8)));
}

int FigureCounts::at(int slot) const
{
    const auto index = static_cast<size_t>(slot);
    return index < m_numbers.size() ? m_numbers[index] : 0;
}

void FigureCounts::add(int slot, int times)
{
    const auto index = static_cast<size_t>(slot);
    if (index >= m_numbers.size())
        m_numbers.resize(index + 1, 0);
    m_numbers[index] += times;
}

void FigureCounts::addBits(const QByteArray &bits, int which, int times)
{
    for (qsizetype byte = 0; byte < bits.size(); ++byte) {
        const auto set = static_cast<unsigned char>(bits[byte]);
        for (int bit = 0; bit < 8; ++bit) {
            if ((set >> bit) & 1U)
                add(kFirstItem + 2 * static_cast<int>(8 * byte + bit) + which, times);
        }
    }
}

void FigureCounts::addVisit(int band, const QString &verdict, const QByteArray &answered, const QByteArray &failed,
                            int times)
{
    add(0, times);
    const int first = 1 + 3 * std::clamp(band, 0, kBands - 1);
    if (verdict == QLatin1String("eligible"))
        add(first, times);
    else if (verdict == QLatin1String("provisional"))
        add(first + 1, times);
    else if (verdict == QLatin1String("refused"))
        add(first + 2, times);
    addBits(answered, 0, times);
    addBits(failed, 1, times);
}

void FigureCounts::addAll(const QByteArray &bytes)
{
    const auto count = static_cast<size_t>(bytes.size()) / sizeof(qint32);
    if (count > m_numbers.size())
        m_numbers.resize(count, 0);
    const char *from = bytes.constData();
    for (size_t i = 0; i < count; ++i, from += sizeof(qint32))
        m_numbers[i] += qFromLittleEndian<qint32>(from);
}

QByteArray FigureCounts::toBytes() const
{
    QByteArray bytes(static_cast<qsizetype>(m_numbers.size() * sizeof(qint32)), '\0');
    char *to = bytes.data();
    for (const qint32 number : m_numbers) {
        qToLittleEndian(number, to);
        to += sizeof(qint32);
    }
    return bytes;
}

bool FigureCounts::isEmpty() const
{
    return std::all_of(m_numbers.begin(), m_numbers.end(), [](qint32 number) { return number == 0; });
}

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <algorithm>
#include <utility>

namespace markaz {

/// Where each item code stands in a list. Sorted, not hashed: hashing one code takes longer than the seven comparisons
/// of a search among a hundred, and scoring looks up every code at each key stroke.
class CodeIndex
{
public:
    /// A code that is there already keeps its first place.
    void insert(const QString &code, qsizetype place)
    {
        const auto at = lowerBound(code);
        if (at == m_sorted.cend() || at->first != code)
            m_sorted.insert(at - m_sorted.cbegin(), {code, place});
    }
    /// -1 when it is not there.
    qsizetype find(const QString &code) const
    {
        const auto at = lowerBound(code);
        return at != m_sorted.cend() && at->first == code ? at->second : -1;
    }

private:
    QList<std::pair<QString, qsizetype>>::const_iterator lowerBound(const QString &code) const
    {
        return std::lower_bound(m_sorted.cbegin(), m_sorted.cend(), code,
                                [](const auto &entry, const QString &text) { return entry.first < text; });
    }
    QList<std::pair<QString, qsizetype>> m_sorted;
};

} // namespace markaz

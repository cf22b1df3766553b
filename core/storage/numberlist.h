// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <algorithm>
#include <charconv>
#include <optional>

namespace markaz {

/// Walks through what group_concat() makes of numbers: a list with commas between them, which must outlive this.
class NumberList
{
public:
    explicit NumberList(const QByteArray &list)
        : m_at(list.constData())
        , m_end(m_at + list.size())
    {
    }
    bool atEnd() const { return m_at == m_end; }
    /// Nothing for an entry that is none.
    std::optional<qint64> next()
    {
        qint64 number = 0;
        const auto [end, fault] = std::from_chars(m_at, m_end, number);
        m_at = std::find(end, m_end, ',');
        if (m_at != m_end)
            ++m_at;
        return fault == std::errc() ? std::optional(number) : std::nullopt;
    }

private:
    const char *m_at;
    const char *m_end;
};

} // namespace markaz

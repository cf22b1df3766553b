// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/byterange.h"

#include <algorithm>

namespace markaz::server {
namespace {

/// A number, nothing for none; -1 for what is no number.
std::optional<qint64> numberOf(const QByteArray &text)
{
    if (text.isEmpty())
        return std::nullopt;
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    return digits && fits ? number : -1;
}

} // namespace

std::variant<WholeFile, ByteRange, NotSatisfiable> rangeOf(const QByteArray &field, qint64 size)
{
    if (!field.toLower().startsWith("bytes="))
        return WholeFile();
    const QByteArray range = field.mid(6).trimmed();
    const qsizetype dash = range.indexOf('-');
    if (dash < 0)
        return WholeFile();
    const auto first = numberOf(range.left(dash).trimmed());
    const auto last = numberOf(range.mid(dash + 1).trimmed());
    if (first.value_or(0) < 0 || last.value_or(0) < 0 || (!first && !last) || (first && last && *last < *first))
        return WholeFile();
    if (!first) { // the last so many bytes
        const qint64 length = std::min(*last, size);
        return length == 0 ? std::variant<WholeFile, ByteRange, NotSatisfiable>(NotSatisfiable())
                           : ByteRange{size - length, length};
    }
    if (*first >= size)
        return NotSatisfiable();
    return ByteRange{*first, std::min(last.value_or(size - 1), size - 1) - *first + 1};
}

} // namespace markaz::server

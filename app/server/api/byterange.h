// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <variant>

namespace markaz::server {

struct ByteRange
{
    qint64 first = 0;
    qint64 length = 0;
};

struct WholeFile
{
};
struct NotSatisfiable
{
};

/// What a Range field asks of \p size bytes (RFC 9110). Several ranges, other units and what cannot be read ask for the
/// whole: a field that is not understood is as if it were not there.
std::variant<WholeFile, ByteRange, NotSatisfiable> rangeOf(const QByteArray &field, qint64 size);

} // namespace markaz::server

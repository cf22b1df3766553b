// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QList>
#include <QStringList>

namespace markaz::server {

struct CsvRow
{
    int line = 0; ///< of the file, where the row starts; from 1
    QStringList cells;
};

/// Bounds on what somebody may hand in.
struct CsvLimits
{
    qint64 bytes = 32 * 1024 * 1024;
    int rows = 100'000;
    int cells = 100;         ///< a row
    int characters = 10'000; ///< a cell
};

/// RFC 4180 in UTF-8 (with or without a mark at its start), rows ended by LF or CRLF, cells separated by comma, or by
/// semicolon when the first line has those and no comma. Empty lines are skipped. TooLarge, or Malformed with `where` =
/// the line: bytes that are no UTF-8, a quotation mark that is never closed or that stands inside a cell.
Result<QList<CsvRow>> readCsv(const QByteArray &bytes, const CsvLimits &limits = {});

} // namespace markaz::server

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace markaz {

/// One row of a CSV file (RFC 4180, UTF-8, ended by CRLF). A cell that a spreadsheet would take for a formula, because
/// it begins with = + - @, a tab or a carriage return, gets an apostrophe before it.
QByteArray csvRow(const QStringList &cells);

} // namespace markaz

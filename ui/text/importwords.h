// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/importrow.h"
#include "ui/text/sentences.h"

/// Words for files of buildings, of centres' months and of registered freelancers that come in. Any thread may ask.
namespace markaz::ui::importwords {

enum class Kind { Buildings, Months, Demand };

/// A field of importFields(), monthColumns() or demandColumns(): "Covered area", "Owner: Phone".
QString field(const QString &importField);
/// Why a row is not taken, with its full stop.
QString reason(const RowFault &fault);
/// Why a file cannot be read or imported as a whole, or its faults not be written to \p written.
Sentence whole(const Error &error, Kind kind = Kind::Buildings, const QString &written = {});
QString encoding(CsvEncoding encoding);
QString separator(QChar separator);

} // namespace markaz::ui::importwords

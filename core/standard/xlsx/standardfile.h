// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"
#include "core/standard/xlsx/formfaults.h"
#include "core/standard/xlsx/workbook.h"

#include <QJsonObject>

namespace markaz {

/// What became of a standard's file.
struct StandardReading
{
    std::optional<Standard> standard; ///< only where there are no faults
    QJsonObject json;                 ///< as readStandard takes it; whole only with a standard
    QList<StandardFault> faults;      ///< at most FormFaults::kMost
    bool more = false;                ///< there are more faults than those
    QList<StandardFault> notes;       ///< what was left out, and is no fault
};

/// Reads a standard from JSON (resources/standards) or from an XLSForm workbook (README.md); the bytes say which.
StandardReading readStandardFile(const QByteArray &bytes);
/// The same for tables that have been read already.
StandardReading readXlsForm(const Workbook &workbook);

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/xlsx/workbookmaker.h"

#include <QJsonObject>

namespace markaz::samples {

/// A standard's JSON as the form that somebody would have written for it (core/standard/xlsx/README.md): survey,
/// choices, settings, tiers. The test program ends where the form cannot say something.
QList<MadeSheet> formOf(const QJsonObject &standard);
/// A small sound form: section A with a yes_no, a choice, a number and a repeat. Its rows are named in the tests.
QList<MadeSheet> smallForm();
/// The sheet of this name, to be changed.
MadeSheet &sheetIn(QList<MadeSheet> &sheets, const char *name);
/// The cell of the row \p row in the column with this heading (row 1).
MadeCell &cellIn(MadeSheet &sheet, int row, const char *heading);
/// A new column at the right end; \p row keeps \p cell.
void addColumn(MadeSheet &sheet, const char *heading, int row, const MadeCell &cell);

} // namespace markaz::samples

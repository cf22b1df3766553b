// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace markaz::ui {

/// What \p label is of a record, beside it; a dash where \p value is empty. Both wrap, and the value can be copied.
QWidget *factRow(const QString &label, const QString &value);

} // namespace markaz::ui

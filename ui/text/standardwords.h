// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/xlsx/formfaults.h"

/// Why a standard's file was refused, in the language in use.
namespace markaz::ui::standardwords {

/// A reason of the form's reader, or one of the standard's own; one that is not known here stays in English.
QString reason(const Reason &reason);

} // namespace markaz::ui::standardwords

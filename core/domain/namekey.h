// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace markaz {

/// A name as it is compared and looked for: its letters and digits in lower case, without accents, and with Urdu's
/// letters for those of Arabic keyboards. "Covered area (sq ft)" is "coveredareasqft", "Būrewāla" is "burewala", and
/// "فيصل آباد" is what "فیصل آباد" is.
QString nameKey(const QString &name);

} // namespace markaz

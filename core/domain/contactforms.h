// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QString>

namespace markaz {

// The forms of what identifies and reaches an owner. Whether a number is somebody's nobody here can know; these catch
// what was mistyped or stands in the wrong field. InvalidValue when the text has another form.

/// A CNIC: 13 digits, "35202-1234567-1" or without its dashes. Or an NTN: 7 digits and a check digit, "1234567-8" or
/// without its dash. How the check digit is made is not published, so it is not computed.
Result<void> checkCnicOrNtn(const QString &text);
/// A number in Pakistan: +92, 0092 or 0, then 8 to 11 digits (area code or mobile prefix with the number); spaces,
/// dashes and round brackets may stand between. "0300-1234567", "+92 42 99200000".
Result<void> checkPhone(const QString &text);
/// Something, one @, and a name with a dot; no spaces. Anything stricter refuses addresses that work.
Result<void> checkEmail(const QString &text);

} // namespace markaz

// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace markaz {

/// "3,500", "3500.50", "Rs 3,500" or "۳٬۵۰۰" in hundredths (paisa, cents); nothing for what is no amount, is negative,
/// has more than two places, or more than \p most hundredths.
std::optional<qint64> parseMoney(const QString &text, qint64 most);

} // namespace markaz

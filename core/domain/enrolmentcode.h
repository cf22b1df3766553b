// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QString>

namespace markaz {

/// The one-time code that lets an account in on a new laptop: 20 characters of Crockford's base32 (100 bits), written
/// "7Q2M-XJ4K-0V9R-TB3C-HZ5N". Neither I, L, O nor U is among them.
inline constexpr int kEnrolmentCharacters = 20;
inline constexpr int kEnrolmentGroup = 4;
inline constexpr char kCrockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What somebody typed, as it is written: small letters, spaces and hyphens anywhere are read, O is 0, I and L are 1.
/// InvalidValue (`where` = "code") when it is no code.
Result<QString> readEnrolmentCode(const QString &typed);

} // namespace markaz

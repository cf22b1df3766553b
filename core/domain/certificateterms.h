// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace markaz {

/// How long a certificate holds, by its grade. The standard's versions do not say it: it is the programme's.
inline constexpr int kFullMonths = 24;
inline constexpr int kProvisionalDays = 90; ///< the first and the last counted
/// After how long a full one is looked at again.
inline constexpr int kSurveillanceMonths = 12;

} // namespace markaz

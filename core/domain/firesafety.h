// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace markaz {

/// Square feet that fire codes count for a person in a dense office.
inline constexpr int kFireSqftPerPerson = 50;

} // namespace markaz

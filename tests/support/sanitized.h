// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace markaz::test {

/// Built with the address or the thread sanitizer (packaging/dev/sanitize.sh). What a process holds in memory is then
/// its shadow and what it has freed as well, and says nothing of ours.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

} // namespace markaz::test

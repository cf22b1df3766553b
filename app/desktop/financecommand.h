// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace markaz::desktop {

/// What `markaz finance` ends with; the numbers are in its --help and never change.
enum class FinanceExit {
    Computed = 0,
    Failed = 1,  ///< FILE cannot be read
    Usage = 2,   ///< wrong options, or an option that is out of its range
    Refused = 3, ///< FILE is no scenario; the sentence names the figure
};

/// `markaz finance schedule|scenario ...`, from its own arguments to its exit status. It needs no profile, no records
/// and no network.
int runFinance(int argc, char *argv[]);

} // namespace markaz::desktop
